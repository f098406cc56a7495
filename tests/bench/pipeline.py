#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speed of the whole way from text to JSON, and where the time goes: pipeline.py ROOT [TEXT.LANGUAGE.txt…]

Processor time counts.  The texts are those named, else the project's own, tiled: the test articles
of English and Vietnamese, and the sentences that dates are tried on of Korean and Japanese, which
are fuller of dates than any news.  compromise and wink-nlp, which read English alone, are fetched with
npm into a scratch folder; where that cannot be done only our own figures are printed.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

import annotate
import dates

SIZE = 1000000
PEER_SIZE = 100000
RUNS = 5
LANGUAGES = ('en', 'vi', 'ko', 'ja')
PEERS = ('compromise', 'wink-nlp')
PACKAGES = (*PEERS, 'wink-eng-lite-web-model')


def own_texts(root, language):
    texts = list(dates.texts_of(root, language))
    if texts:
        return texts
    table = pathlib.Path(root, f'tests/data/gold/dates-{language}.tsv')
    rows = [line for line in table.read_text(encoding='utf-8').splitlines()
            if line and not line.startswith('#')]
    return [annotate.MARK.sub(r'\1', row.split('\t')[1]) for row in rows]


def write_texts(root, folder):
    """Returns (language, file) of each text made in folder."""
    for language in LANGUAGES:
        source = pathlib.Path(folder, f'own.{language}.txt')
        tiled = annotate.tile(own_texts(root, language), SIZE)
        source.write_text('\n\n'.join(tiled), encoding='utf-8')
        yield language, source


def measure(root, source, language):
    bench = pathlib.Path(root, '_build/tests/bench/bench-pipeline')
    environment = dict(os.environ, DATELINE_DATADIR=str(pathlib.Path(root, '_build/data')))
    done = subprocess.run([bench, source, language, str(RUNS)], capture_output=True, text=True,
                          check=True, env=environment)
    return {name: float(value) for name, value in map(str.split, done.stdout.splitlines())}


def report(times, language):
    """Prints one language's line; returns its MB/s."""
    whole = times['import'] + times['analysis'] + times['export']
    shares = (('import', times['import']), ('tokens and sentences', times['tokens']),
              ('names', times['names'] - times['tokens']),
              ('rules, links, events', times['analysis'] - times['names']),
              ('JSON', times['export']))
    listed = ', '.join(f'{name} {max(0, part) / whole:.0%}' for name, part in shares)
    speed = times['bytes'] / 1e6 / whole
    print(f'  {language} {speed:6.2f} MB/s  start {times["start"] * 1000:5.1f} ms  {listed}')
    return speed


def fetch_peers(root, folder):
    """Returns the script that runs the peers, or None."""
    script = pathlib.Path(folder, 'peers.mjs')
    script.write_text(pathlib.Path(root, 'tests/bench/peers.mjs').read_text(encoding='utf-8'))
    try:
        subprocess.run(['npm', 'install', '--silent', '--no-audit', '--no-fund', *PACKAGES],
                       cwd=folder, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return script


def report_peers(root, folder, source, own):
    script = fetch_peers(root, folder)
    if script is None:
        print('  compromise and wink-nlp could not be fetched with npm')
        return
    piece = pathlib.Path(folder, 'piece.txt')
    text = source.read_bytes()[:PEER_SIZE].decode('utf-8', 'ignore')
    piece.write_text(text, encoding='utf-8')
    for peer in PEERS:
        done = subprocess.run(['node', script, peer, piece, '2'], capture_output=True, text=True,
                              check=False)
        if done.returncode == 0:
            speed = piece.stat().st_size / 1e6 / float(done.stdout)
            print(f'  en {speed:6.2f} MB/s  {peer}: ours is {own / speed:.0f} × as fast')


def main(root, files):
    print(f'text to JSON, least of {RUNS} runs, and the share of each part:')
    with tempfile.TemporaryDirectory() as folder:
        given = [(pathlib.Path(name).suffixes[-2][1:], pathlib.Path(name)) for name in files]
        for language, source in given or list(write_texts(root, folder)):
            speed = report(measure(root, source, language), language)
            if language == 'en':
                report_peers(root, folder, source, speed)


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2:])
