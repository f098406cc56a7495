#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speed of finding dates beside chrono-node, on the same texts in the same run: dates.py ROOT

Processor time counts.  The texts are the project's own test articles of a language, tiled.  chrono-node is fetched
with npm into a scratch folder; where that cannot be done only our own figures are printed.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

import annotate

SIZE = 2000000
RUNS = 5
LANGUAGES = ('en', 'vi')


def texts_of(root, language):
    for path in sorted(pathlib.Path(root, 'tests/data/gold').glob(f'*-{language}.gold')):
        yield annotate.strip(path.read_text(encoding='utf-8'))


def fetch_chrono(root, folder):
    """Returns the script to run beside chrono-node, or None."""
    script = pathlib.Path(folder, 'chrono.mjs')
    script.write_text(pathlib.Path(root, 'tests/bench/chrono.mjs').read_text(encoding='utf-8'))
    try:
        subprocess.run(['npm', 'install', '--silent', '--no-audit', '--no-fund', 'chrono-node'],
                       cwd=folder, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return script


def measure_chrono(script, source, language):
    done = subprocess.run(['node', script, source, language, str(RUNS)], capture_output=True,
                          text=True, check=False)
    return float(done.stdout) if done.returncode == 0 else None


def main(root):
    bench = pathlib.Path(root, '_build/tests/bench/bench-dates')
    print(f'finding dates, best of {RUNS} runs, on the test articles of a language tiled:')
    with tempfile.TemporaryDirectory() as folder:
        script = fetch_chrono(root, folder)
        if script is None:
            print('  chrono-node could not be fetched with npm; our own figures alone:')
        for language in LANGUAGES:
            source = pathlib.Path(folder, f'{language}.txt')
            texts = list(texts_of(root, language))
            source.write_text('\n\n'.join(annotate.tile(texts, SIZE)), encoding='utf-8')
            environment = dict(os.environ, DATELINE_DATADIR=str(pathlib.Path(root, '_build/data')))
            done = subprocess.run([bench, source, language, str(RUNS)], capture_output=True,
                                  text=True, check=True, env=environment)
            size, dates, everything = map(float, done.stdout.split())
            chrono = measure_chrono(script, source, language) if script else None
            for name, seconds in (('dates alone', dates), ('whole analysis', everything),
                                  ('chrono-node', chrono)):
                if seconds is None:
                    continue
                ratio = f'  {chrono / seconds:5.2f} × chrono-node' if chrono else ''
                print(f'  {language} {name:16} {size / 1e6 / seconds:6.2f} MB/s{ratio}')


if __name__ == '__main__':
    main(sys.argv[1])
