#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Do the man pages format without a warning, and have what one looks for?
man-pages.py MAN PAGE…"""

import pathlib
import subprocess
import sys

HEADINGS = {'': ('NAME', 'SYNOPSIS', 'OPTIONS', 'EXIT STATUS'),
            '.vi': ('TÊN', 'CÚ PHÁP', 'TÙY CHỌN', 'MÃ THOÁT')}


def check(man, page):
    formatted = subprocess.run([man, '--warnings', '--local-file', '-E', 'UTF-8', page],
                               capture_output=True, text=True, check=False,
                               env={'LC_ALL': 'C.UTF-8', 'MANWIDTH': '80', 'TERM': 'dumb',
                                    'PATH': '/usr/bin:/bin'})
    shown = [line for line in formatted.stdout.splitlines() if line and not line.startswith(' ')]
    language = pathlib.Path(page).suffixes[-2] if len(pathlib.Path(page).suffixes) > 1 else ''
    return (formatted.stderr.splitlines()
            + [f'no heading {heading}' for heading in HEADINGS[language] if heading not in shown])


def main(man, *pages):
    print(f'1..{len(pages)}', flush=True)
    for number, page in enumerate(pages, 1):
        wrong = check(man, page)
        print(f'{"not ok" if wrong else "ok"} {number} /style/man-pages/{pathlib.Path(page).name}')
        for line in wrong:
            print(f'# {line}', flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:])
