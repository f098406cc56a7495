#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speed and peak memory of `dateline-cli annotate`: annotate.py ROOT

The text is generated: the project's own test articles without their marks, one after another
until the size is reached.  It repeats itself, so it measures throughput and says nothing of
quality.
"""

import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

MARK = re.compile(r'\[\[[^\[\]|]*\|([^\[\]]*)\]\]')
RUNS = 3


def strip(gold):
    """Returns the article of a .gold file without its marks."""
    text = gold.split('\n\n', 1)[1].rsplit('\n---', 1)[0]
    while MARK.search(text):
        text = MARK.sub(r'\1', text)
    return text


def articles(root):
    for path in sorted(pathlib.Path(root, 'tests/data/gold').glob('*.gold')):
        yield strip(path.read_text(encoding='utf-8'))


def tile(texts, size):
    total = 0
    while total < size:
        for text in texts:
            yield text
            total += len(text.encode()) + 2
            if total >= size:
                return


def sentence(acts):
    """Returns one sentence with so many dated acts: what a hostile file would hold."""
    told = (f' signed a treaty with Japan on {number % 28 + 1} March {1000 + number % 1000}'
            for number in range(acts))
    return 'The ministry of South Korea' + ', and'.join(told) + '.'


def run_once(arguments, source):
    """Returns seconds and peak resident KiB."""
    with open(source, 'rb') as given, open(os.devnull, 'wb') as nowhere:
        start = time.monotonic()
        child = subprocess.Popen(arguments, stdin=given, stdout=nowhere)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f'annotate.py: {arguments} ended with {child.returncode}')
    return seconds, usage.ru_maxrss


def report(name, arguments, source, size):
    runs = [run_once(arguments, source) for _ in range(RUNS)]
    seconds = statistics.median(run[0] for run in runs)
    memory = max(run[1] for run in runs)
    print(f'  {name:30} {size / 1e6:5.1f} MB in {seconds:6.2f} s  {size / 1e6 / seconds:6.2f} MB/s'
          f'  peak {memory / 1024:6.1f} MiB')


def main(root):
    cli = pathlib.Path(root, '_build/src/cli/dateline-cli')
    texts = list(articles(root))
    print(f'annotate, median of {RUNS} runs, on the {len(texts)} test articles tiled:')
    with tempfile.TemporaryDirectory() as folder:
        for megabytes in (1, 5, 10):
            source = pathlib.Path(folder, f'{megabytes}.txt')
            source.write_text('\n\n'.join(tile(texts, megabytes * 1000000)), encoding='utf-8')
            report('one text', [cli, 'annotate', '--format=json', source], source,
                   source.stat().st_size)
        for acts in (2400, 9600):
            source = pathlib.Path(folder, f'{acts}-acts.txt')
            source.write_text(sentence(acts), encoding='utf-8')
            report(f'one sentence of {acts} acts', [cli, 'annotate', '--format=json', source],
                   source, source.stat().st_size)
        lines = pathlib.Path(folder, 'many.jsonl')
        many = [json.dumps({'id': str(number), 'text': text}, ensure_ascii=False)
                for number, text in enumerate(tile(texts, 5000000))]
        lines.write_text('\n'.join(many) + '\n', encoding='utf-8')
        report(f'{len(many)} articles, --jsonl', [cli, 'annotate', '--jsonl'], lines,
               lines.stat().st_size)


if __name__ == '__main__':
    main(sys.argv[1])
