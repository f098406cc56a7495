#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Is every string of the interface translatable, and translated?  translations.py ROOT"""

import pathlib
import re
import subprocess
import sys
import tempfile

MARKED = {
    '.c': re.compile(r'\b(_|N_|C_|NC_|ngettext|dngettext|g_dpgettext2|g_dngettext)\s*\("'),
    '.ui': re.compile(r'translatable="(yes|true|1)"'),
    '.in': re.compile(r'^(Name|Comment|Keywords|GenericName)=|<(summary|caption)>', re.MULTILINE),
}
# xgettext reads a string only as far as the first macro in it.
CUT_SHORT = re.compile(r'\b(?:_|N_|C_|NC_|ngettext)\s*\((?:\s*"(?:[^"\\]|\\.)*",?)+\s*[A-Z]\w+')
KEYWORDS = ['--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
            '--keyword=ngettext:1,2', '--from-code=UTF-8']


def marked_files(root):
    for folder in ('src', 'data'):
        for path in sorted((root / folder).rglob('*')):
            if path.name.endswith('.service.in'):  # its Name is an address on the bus
                continue
            if path.suffix in MARKED and MARKED[path.suffix].search(
                    path.read_text(encoding='utf-8')):
                yield str(path.relative_to(root))


def listed_files(root):
    lines = (root / 'po' / 'POTFILES').read_text(encoding='utf-8').splitlines()
    return [line for line in lines if line and not line.startswith('#')]


def listing_is_complete(root):
    marked, listed = set(marked_files(root)), set(listed_files(root))
    return ([f'not in po/POTFILES: {path}' for path in sorted(marked - listed)]
            + [f'in po/POTFILES, but nothing marked in it: {path}'
               for path in sorted(listed - marked)])


def strings_are_whole(root):
    return [f'{path.relative_to(root)}: {" ".join(found[0].split())}'
            for path in sorted((root / 'src').rglob('*.c'))
            for found in CUT_SHORT.finditer(path.read_text(encoding='utf-8'))]


def untranslated(root, language, folder):
    """Returns what is missing, fuzzy or wrong when the strings of today meet the translation."""
    template, merged = folder / 'all.pot', folder / f'{language}.po'
    extracted = subprocess.run(['xgettext', *KEYWORDS, '--add-comments',
                                '--files-from=po/POTFILES', '--output', template],
                               cwd=root, check=False, capture_output=True, text=True)
    if extracted.returncode != 0:
        return extracted.stderr.splitlines()
    subprocess.run(['msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file', merged,
                    root / 'po' / f'{language}.po', template], check=True, capture_output=True)
    checked = subprocess.run(['msgfmt', '--check', '--output-file=/dev/null', merged],
                             capture_output=True, text=True, check=False)
    missing = subprocess.run(['msgattrib', '--untranslated', '--no-wrap', merged],
                             capture_output=True, text=True, check=True).stdout
    fuzzy = subprocess.run(['msgattrib', '--only-fuzzy', '--no-wrap', merged],
                           capture_output=True, text=True, check=True).stdout
    return (checked.stderr.splitlines()
            + [f'not translated: {text}' for text in re.findall(r'^msgid (".+")', missing,
                                                                re.MULTILINE) if text != '""']
            + [f'fuzzy: {text}' for text in re.findall(r'^msgid (".+")', fuzzy, re.MULTILINE)
               if text != '""'])


def main(root):
    root = pathlib.Path(root).resolve()
    languages = (root / 'po' / 'LINGUAS').read_text(encoding='utf-8').split()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        cases = [('/po/every-file-is-listed', lambda: listing_is_complete(root))]
        cases += [('/po/strings-are-whole', lambda: strings_are_whole(root))]
        cases += [(f'/po/{language}-is-complete',
                   lambda language=language: untranslated(root, language, folder))
                  for language in languages]
        print(f'1..{len(cases)}', flush=True)
        for number, (name, case) in enumerate(cases, 1):
            wrong = case()
            print(f'{"not ok" if wrong else "ok"} {number} {name}')
            for line in wrong:
                print(f'# {line}', flush=True)


if __name__ == '__main__':
    main(sys.argv[1])
