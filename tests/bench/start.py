#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start of the window beside a bare one: start.py ROOT PAIRS   (inside virtual-display)

The two programs take turns on one server, so that whatever else the machine does falls on both.
"""

import pathlib
import statistics
import subprocess
import sys

# Dark pixels in the middle of the window: the text of an article has many thousands, the bare
# window's one word has fewer than this.
INK = '1500'


def measure(first_frame, ink, program):
    run = subprocess.run([first_frame, ink, program], check=True, capture_output=True, text=True)
    return [float(word) for word in run.stdout.split()]


def main(root, pairs):
    build = pathlib.Path(root, '_build')
    first_frame = build / 'tests/bench/bench-first-frame'
    bare_window, window = build / 'tests/bench/bench-bare-window', build / 'src/ui/dateline'
    bare, app = [], []
    for turn in range(int(pairs) + 1):
        one, other = measure(first_frame, '0', bare_window), measure(first_frame, INK, window)
        if turn > 0:  # the first pair warms the caches
            bare.append(one)
            app.append(other)
    bare_frame, _, bare_memory = (statistics.median(column) for column in zip(*bare))
    app_frame, app_ink, app_memory = (statistics.median(column) for column in zip(*app))
    print(f'exec to first frame, median of {pairs} pairs in turn (software rendering, no GL):')
    print(f'  bare libadwaita window         {bare_frame:7.1f} ms  {bare_memory / 1024:6.1f} MiB')
    print(f'  window, first frame            {app_frame:7.1f} ms  {app_memory / 1024:6.1f} MiB'
          f'  {app_frame / bare_frame:.2f} times the bare one')
    print(f'  window, article to be read     {app_ink:7.1f} ms  '
          f'            {app_ink / bare_frame:.2f} times the bare one')


if __name__ == '__main__':
    main(*sys.argv[1:])
