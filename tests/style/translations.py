#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Is every string of the interface translatable, and translated?
translations.py ROOT [DESKTOP-ENTRY METAINFO]

Run by hand it tells what a change leaves untranslated.  With the files that the build merges it
also looks whether the translations arrived there.
"""

import gettext
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

MARKED = {
    '.c': re.compile(r'\b(_|N_|C_|NC_|ngettext|dngettext|g_dpgettext2|g_dngettext)\s*\("'),
    '.ui': re.compile(r'translatable="(yes|true|1)"'),
    '.in': re.compile(r'^(Name|Comment|Keywords|GenericName)=|<(summary|caption)>', re.MULTILINE),
}
# xgettext reads a string only as far as the first macro in it.
CUT_SHORT = re.compile(r'\b(?:_|N_|C_|NC_|ngettext)\s*\((?:\s*"(?:[^"\\]|\\.)*",?)+\s*[A-Z]\w+')
KEYWORDS = ['--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
            '--keyword=ngettext:1,2', '--from-code=UTF-8']

# How each language counts, as gettext and CLDR have it: a number's form, for whole numbers.
FORMS = {
    'ar': lambda n: (n if n < 3 else 3 if 3 <= n % 100 <= 10 else 4 if n % 100 >= 11 else 5),
    'de': lambda n: n != 1,
    'es': lambda n: n != 1,
    'fr': lambda n: n > 1,
    'id': lambda n: 0,
    'it': lambda n: n != 1,
    'ja': lambda n: 0,
    'ko': lambda n: 0,
    'pt_BR': lambda n: n > 1,
    'vi': lambda n: 0,
    'zh_CN': lambda n: 0,
    'zh_TW': lambda n: 0,
}
FORMS['ru'] = FORMS['uk'] = lambda n: (
    0 if n % 10 == 1 and n % 100 != 11
    else 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2)
NUMBERS = range(1200)
LANG = '{http://www.w3.org/XML/1998/namespace}lang'


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


def plural_forms(root, language):
    """Returns how the header counts otherwise than the language does."""
    text = (root / 'po' / f'{language}.po').read_text(encoding='utf-8').replace('"\n"', '')
    found = re.search(r'Plural-Forms: *nplurals *= *(\d+); *plural *= *(.+?);', text)
    if language not in FORMS:
        return [f'{language} is not in the table of this test']
    if not found:
        return ['no Plural-Forms']
    count = gettext.c2py(found[2])
    wrong = [number for number in NUMBERS if int(count(number)) != int(FORMS[language](number))]
    n_forms = 1 + max(int(FORMS[language](number)) for number in NUMBERS)
    return ([f'{number} is counted otherwise' for number in wrong[:5]]
            + ([f'{found[1]} forms, and not {n_forms}'] if int(found[1]) != n_forms else []))


def tags(language):
    """A language as msgfmt names it in XML: as in LINGUAS, and from gettext 0.23 on by BCP 47."""
    return {language, {'zh_CN': 'zh-Hans-CN', 'zh_TW': 'zh-Hant-TW'}.get(
        language, language.replace('_', '-'))}


def merged(language, desktop, metainfo):
    """Returns what of the desktop entry and the metainfo has no words of the language."""
    entry = pathlib.Path(desktop).read_text(encoding='utf-8')
    missing = [f'{key}[{language}] in the desktop entry' for key in ('Comment', 'Keywords')
               if f'\n{key}[{language}]=' not in entry]
    root = xml.etree.ElementTree.parse(metainfo).getroot()
    places = [root, root.find('description'), root.find('keywords'), *root.iter('screenshot')]
    for place in places:
        for tag in {child.tag for child in place if child.tag in
                    ('summary', 'p', 'keyword', 'caption')}:
            lines = [child.get(LANG) for child in place if child.tag == tag]
            if sum(line in tags(language) for line in lines) != lines.count(None):
                missing.append(f'{tag} of {place.tag} in the metainfo')
    return missing


def main(root, *built):
    root = pathlib.Path(root).resolve()
    languages = (root / 'po' / 'LINGUAS').read_text(encoding='utf-8').split()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        cases = [('/po/every-file-is-listed', lambda: listing_is_complete(root))]
        cases += [('/po/strings-are-whole', lambda: strings_are_whole(root))]
        cases += [(f'/po/{language}-is-complete',
                   lambda language=language: untranslated(root, language, folder))
                  for language in languages]
        cases += [(f'/po/{language}-counts', lambda language=language: plural_forms(root, language))
                  for language in languages]
        if built:
            cases += [(f'/po/{language}-is-merged',
                       lambda language=language: merged(language, *built))
                      for language in languages]
        print(f'1..{len(cases)}', flush=True)
        for number, (name, case) in enumerate(cases, 1):
            wrong = case()
            print(f'{"not ok" if wrong else "ok"} {number} {name}')
            for line in wrong:
                print(f'# {line}', flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:])
