#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does the program work where it is installed?  installed.py ROOT BUILD APP-ID

Installs with DESTDIR, moves what came out to another prefix, as a package for another system
would, and runs it there: with no variable that points to the build.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

PATIENCE_S = 60


def spoken_locale():
    """One in which LANGUAGE counts: newer C libraries translate nothing in C.UTF-8."""
    known = subprocess.run(['locale', '-a'], check=True, capture_output=True, text=True).stdout
    return next((name for name in known.split() if re.search(r'^[a-z]{2}_.*utf-?8$', name, re.I)),
                'C.UTF-8')


def run(*words, **options):
    return subprocess.run([str(word) for word in words], check=True, text=True,
                          capture_output=True, **options)


class Installation:
    """The moved installation, and the environment of one who uses it."""

    def __init__(self, root, build, app_id, place):
        self.root, self.app_id, self.place = root, app_id, place
        run('meson', 'install', '-C', build, '--no-rebuild', '--destdir', place / 'destdir')
        options = {option['name']: option['value'] for option in json.loads(
            run('meson', 'introspect', '--buildoptions', build).stdout)}
        self.old_prefix = options['prefix']
        self.prefix = place / 'moved'
        shutil.move(place / 'destdir' / self.old_prefix.lstrip('/'), self.prefix)
        self.share = self.prefix / 'share'
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith(('DATELINE_', 'G_TEST_', 'MESON_'))}
        self.environment['XDG_DATA_DIRS'] = f'{self.share}:/usr/local/share:/usr/share'
        (place / 'nowhere').mkdir()

    def call(self, program, *words, language='', check=True):
        return subprocess.run([str(self.prefix / 'bin' / program), *map(str, words)],
                              check=check, text=True, capture_output=True,
                              cwd=self.place / 'nowhere', timeout=PATIENCE_S,
                              env={**self.environment, 'LC_ALL': spoken_locale(),
                                   'LANGUAGE': language or 'en'})

    def bus(self, method, *words):
        path = '/' + self.app_id.replace('.', '/')
        return subprocess.run(['gdbus', 'call', '--session', '--dest', self.app_id,
                               '--object-path', path, '--method', method, *words],
                              text=True, capture_output=True, env=self.environment, check=False)

    def has_window(self):
        path = '/' + self.app_id.replace('.', '/') + '/window/1'
        seen = subprocess.run(['gdbus', 'introspect', '--session', '--dest', self.app_id,
                               '--object-path', path], text=True, capture_output=True, check=False)
        return 'org.gtk.Actions' in seen.stdout


def wait_for(condition, what):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError(f'never came: {what}')


def test_files(here):
    app_id = here.app_id
    languages = (here.root / 'po' / 'LINGUAS').read_text(encoding='utf-8').split()
    wanted = ['bin/dateline', 'bin/dateline-cli', f'share/applications/{app_id}.desktop',
              f'share/metainfo/{app_id}.metainfo.xml', f'share/dbus-1/services/{app_id}.service',
              f'share/glib-2.0/schemas/{app_id}.gschema.xml',
              f'share/icons/hicolor/scalable/apps/{app_id}.svg',
              f'share/icons/hicolor/symbolic/apps/{app_id}-symbolic.svg',
              *(f'share/locale/{language}/LC_MESSAGES/dateline.mo' for language in languages),
              *(f'share/man{folder}/man1/{program}.1' for folder in ('', '/vi')
                for program in ('dateline', 'dateline-cli'))]
    missing = [name for name in wanted
               if not (here.prefix / name).exists() and not (here.prefix / f'{name}.gz').exists()]
    assert not missing, missing


def test_nothing_points_to_the_build(here):
    names = [str(path.relative_to(here.prefix)) for path in here.share.rglob('*')
             if path.is_file() and str(here.root).encode() in path.read_bytes()
             and not path.name.endswith('.service')]
    assert not names, names


def test_command_line(here):
    article = next((here.share / 'dateline' / 'articles').glob('*.xml'))
    reading = json.loads(here.call('dateline-cli', 'annotate', '--format=json', article).stdout)
    assert reading['mentions'] and reading['countries'], reading


def test_translations(here):
    for program in ('dateline', 'dateline-cli'):
        english, other = (here.call(program, '--help', language=language).stdout
                          for language in ('', 'vi'))
        assert english != other, other


def test_window(here):
    run('glib-compile-schemas', '--strict', here.share / 'glib-2.0' / 'schemas')
    picture = here.place / 'window.png'
    said = here.call('dateline', f'--screenshot={picture}')
    assert picture.read_bytes().startswith(b'\x89PNG'), said.stderr


def test_activation(here):
    """The bus starts the program, as a click in the desktop's overview does."""
    service = here.share / 'dbus-1' / 'services' / f'{here.app_id}.service'
    text = service.read_text(encoding='utf-8')
    service.write_text(text.replace(here.old_prefix, str(here.prefix)), encoding='utf-8')
    assert re.search(r'^Exec=' + re.escape(str(here.prefix)), service.read_text(encoding='utf-8'),
                     re.MULTILINE), text
    bus = subprocess.Popen(['dbus-daemon', '--session', '--print-address', '--nofork'],
                           stdout=subprocess.PIPE, text=True, env=here.environment)
    try:
        address = bus.stdout.readline().strip()
        here.environment['DBUS_SESSION_BUS_ADDRESS'] = address
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = address
        answer = here.bus('org.freedesktop.Application.Activate', '{}')
        assert answer.returncode == 0, answer.stderr
        wait_for(here.has_window, 'a window')
        here.bus('org.freedesktop.Application.ActivateAction', 'quit', '[]', '{}')
        wait_for(lambda: here.app_id not in subprocess.run(
            ['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/',
             '--method', 'org.freedesktop.DBus.ListNames'], text=True, capture_output=True,
            check=True).stdout, 'the end of the program')
    finally:
        bus.terminate()
        bus.wait()


def main(root, build, app_id):
    tests = [(name, test) for name, test in globals().items() if name.startswith('test_')]
    print(f'1..{len(tests)}', flush=True)
    with tempfile.TemporaryDirectory() as place:
        here = Installation(pathlib.Path(root), build, app_id, pathlib.Path(place))
        for number, (name, test) in enumerate(tests, 1):
            title = '/install/installed/' + name.removeprefix('test_').replace('_', '-')
            try:
                test(here)
                print(f'ok {number} {title}', flush=True)
            except (AssertionError, OSError, subprocess.SubprocessError) as error:
                print(f'not ok {number} {title}\n# {error!r}', flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:])
