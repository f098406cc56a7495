#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be said of the sources without reading them: lint.py ROOT CLANG-FORMAT COMPILE-COMMANDS

One TAP case a rule.  CLANG-FORMAT may be empty where version 14 is not at hand: the breaks of
another version differ, so the rule is then not among the cases.
"""

import concurrent.futures
import json
import pathlib
import re
import shlex
import subprocess
import sys
import xml.etree.ElementTree

# Words of the first article that are English, and part of a programmer's vocabulary.
EVERYDAY = {'action', 'advancing', 'behaviour', 'network', 'programme', 'responsible', 'state'}
LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'


def sources(root, *folders, suffixes=('.c', '.h')):
    for folder in folders:
        yield from (path for path in sorted((root / folder).rglob('*'))
                    if path.suffix in suffixes and path.is_file())


def lines_with(root, paths, pattern):
    """Names the places where the pattern is found, one line each."""
    return [f'{path.relative_to(root)}:{number}: {line.strip()}'
            for path in paths
            for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1)
            if pattern.search(line)]


def format_is_clean(root, clang_format):
    run = subprocess.run([clang_format, '--dry-run', '-Werror', '--ferror-limit=1',
                          *sources(root, 'src', 'tests')],
                         capture_output=True, text=True, check=False)
    return [line for line in run.stderr.splitlines() if 'error:' in line]


def licence_is_named(root):
    paths = [*sources(root, 'src', 'tests', 'data', suffixes=('.c', '.h', '.py', '.sh'))]
    return [str(path.relative_to(root)) for path in paths
            if LICENCE not in path.read_text(encoding='utf-8')[:200]]


def versions_are_chosen_in_meson(root):
    return lines_with(root, sources(root, 'src'),
                      re.compile(r'^\s*#\s*(el)?if.*(CHECK_VERSION|_VERSION\b|_VERSION_)'))


def gtk_stays_in_ui(root):
    paths = [path for path in sources(root, 'src') if 'ui' not in path.relative_to(root).parts]
    return lines_with(root, paths, re.compile(r'#\s*include\s*[<"](gtk|gdk|gsk|adwaita)\b'))


def nothing_is_left_to_do(root):
    return lines_with(root, sources(root, 'src', suffixes=('.c', '.h', '.ui', '.css')),
                      re.compile(r'\b(TODO|FIXME|XXX|HACK)\b'))


def article_words(root):
    """Words that would tell that a source knows an article that ships: all that have a letter
    outside ASCII, and the longer ones within it."""
    for path in sorted((root / 'data' / 'articles').glob('*.xml')):
        text = ' '.join(xml.etree.ElementTree.parse(path).getroot().find('{*}body').itertext())
        for word in re.findall(r'[^\W\d_]+', text):
            if len(word) >= (2 if not word.isascii() else 5) and word.lower() not in EVERYDAY:
                yield word


def no_article_is_known(root):
    words = sorted(set(article_words(root)))
    if not words:
        return ['no article in data/articles']
    known = re.compile(r'\b(' + '|'.join(map(re.escape, words)) + r')\b')
    return lines_with(root, sources(root, 'src', suffixes=('.c', '.h', '.ui', '.css')), known)


def compile_header(header, commands):
    """Compiles the header alone in the ways its neighbours are compiled; one that works will do,
    for a folder may hold two libraries that may know different things."""
    said = []
    for command in commands:
        arguments = [word for word in shlex.split(command['command']) if word not in ('-c', '-MD')]
        for option in ('-o', '-MQ', '-MF'):
            if option in arguments:
                del arguments[arguments.index(option):arguments.index(option) + 2]
        arguments = arguments[:-1] + ['-fsyntax-only', '-fdiagnostics-color=never', '-x', 'c', '-']
        run = subprocess.run(arguments, cwd=command['directory'], input=f'#include "{header}"\n',
                             capture_output=True, text=True, check=False)
        if run.returncode == 0:
            return []
        said = run.stderr.splitlines()[:3]
    return said


def first_include(path):
    included = re.findall(r'^#include ["<]([^">]+)', path.read_text(encoding='utf-8'), re.MULTILINE)
    return next((name for name in included if name != 'config.h'), None)


def is_shown_alone(header):
    """A source that includes its own header first shows by compiling that the header needs no
    other; the rest are compiled here."""
    source = header.with_suffix('.c')
    return source.exists() and first_include(source) == header.name


def headers_stand_alone(root, commands_path):
    neighbours = {}  # folder: {library: one of its commands}
    for command in json.loads(pathlib.Path(commands_path).read_text(encoding='utf-8')):
        path = pathlib.Path(command['directory'], command['file']).resolve()
        library = pathlib.PurePath(command['output']).parent
        neighbours.setdefault(path.parent, {}).setdefault(library, command)
    headers = [header for header in sources(root, 'src', suffixes=('.h',))
               if not is_shown_alone(header)]
    lonely = [f'{header.relative_to(root)}: nothing beside it is compiled'
              for header in headers if header.parent not in neighbours]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        wrong = pool.map(lambda header: compile_header(header,
                                                       neighbours[header.parent].values()),
                         [header for header in headers if header.parent in neighbours])
        return lonely + [line for lines in wrong for line in lines]


def main(root, clang_format, commands_path):
    root = pathlib.Path(root).resolve()
    rules = [
        ('/style/licence', lambda: licence_is_named(root)),
        ('/style/no-version-in-c', lambda: versions_are_chosen_in_meson(root)),
        ('/style/gtk-in-ui-only', lambda: gtk_stays_in_ui(root)),
        ('/style/nothing-left-to-do', lambda: nothing_is_left_to_do(root)),
        ('/style/no-article-is-known', lambda: no_article_is_known(root)),
        ('/style/headers-stand-alone', lambda: headers_stand_alone(root, commands_path)),
    ]
    if clang_format:
        rules.append(('/style/format', lambda: format_is_clean(root, clang_format)))
    print(f'1..{len(rules)}', flush=True)
    for number, (name, rule) in enumerate(rules, 1):
        wrong = rule()
        print(f'{"not ok" if wrong else "ok"} {number} {name}')
        for line in wrong:
            print(f'# {line}', flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:])
