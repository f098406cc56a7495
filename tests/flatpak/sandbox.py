#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak as its reader meets it: sandbox.py ROOT DATELINE-CLI

Builds it with flatpak/run where there is no network, installs it, and looks at the window that
runs in the sandbox through the accessibility bus.  What is denied there is tried beside a
control, the same attempt with the permission, which must succeed.  Run by tests/flatpak/world.
"""

import contextlib
import fcntl
import functools
import gettext
import http.server
import json
import os
import pathlib
import re
import shutil
import socket
import struct
import subprocess
import sys
import threading
import xml.etree.ElementTree

from flatpak import WORLD, Cases, Checkout
from pdf import make_pdf
sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / 'a11y'))
from window import find, pyatspi, wait_for, walk  # noqa: E402

BUILD_PATIENCE_S = 1500
PERMISSIONS = {'shared': {'ipc'}, 'sockets': {'fallback-x11', 'wayland', 'x11'}, 'devices': {'dri'}}
PICKED = """Japan and Vietnam sign an agreement

Hanoi, 3 June 2021. The foreign minister of Japan met the prime minister of Vietnam on Thursday.
The European Union and South Korea had asked for the talks on 12 May 2021.
"""
JAPANESE = '東京で日本とベトナムが署名した。'


class Flatpak:
    """The application in this world's installation."""

    def __init__(self, checkout, cli):
        self.checkout = checkout
        self.cli = cli
        self.home = pathlib.Path(os.environ['HOME'])
        self.article = checkout.root / 'data' / 'articles' / 'counter-ransomware-vi.xml'
        self.title = xml.etree.ElementTree.parse(self.article).getroot().findtext('{*}head/{*}title')

    def command(self, *words, options=()):
        return ['flatpak', 'run', '--user', *options, *(['--command=' + words[0]] if words else []),
                self.checkout.app, *words[1:]]

    def succeeds(self, *words, options=()):
        """Whether the words, run in the sandbox, end well."""
        run = subprocess.run(self.command(*words, options=options), check=False, timeout=60,
                             capture_output=True)
        return run.returncode == 0

    @contextlib.contextmanager
    def window(self, command, title, patience_s=60, **environment):
        """Starts the command, waits for the window with the title, and ends it afterwards."""
        with subprocess.Popen(command, env={**os.environ, **environment}) as process:
            try:
                frame = wait_for(lambda: frame_of(title) or process.poll() is not None,
                                 f'a window named “{title}”', patience_s)
                assert frame is not True, f'the program ended with {process.returncode}'
                yield frame
            finally:
                subprocess.run(['flatpak', 'kill', self.checkout.app], check=False,
                               capture_output=True)
                process.wait(60)

    def location(self):
        return pathlib.Path(subprocess.run(
            ['flatpak', 'info', '--show-location', self.checkout.app], check=True,
            stdout=subprocess.PIPE, text=True).stdout.strip()) / 'files'


def frame_of(title):
    """The window with the title, of whatever application: the bus tells no process of a sandbox."""
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        application = desktop.getChildAtIndex(index)
        frame = find(application, 'frame', title) if application is not None else None
        if frame is not None and entity_rows(frame):
            return frame
    return None


def entity_rows(frame):
    found = next((node for node in walk(frame)
                  if node.getRoleName() == 'list' and node.childCount > 3), None)
    return [found.getChildAtIndex(index).name for index in range(found.childCount)] if found else []


def expected_entities(cli, path):
    reading = subprocess.run([cli, 'annotate', '--format=json', path], check=True,
                             stdout=subprocess.PIPE, text=True)
    return [entity['name'] for entity in json.loads(reading.stdout)['entities']]


def raise_loopback():
    """A new network has its loopback down; the struct is the head of ifreq in netdevice(7)."""
    set_flags, up = 0x8914, 0x1
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, set_flags, struct.pack('16sh14x', b'lo', up))


def try_no_way_out():
    """Whatever is built here is built without a network."""
    assert [name for _, name in socket.if_nameindex()] == ['lo']


def try_run(flatpak):
    """The one command of the README, where there is no network and nothing is installed."""
    log = WORLD / 'run.log'
    command = ['sh', '-c', 'sh "$0" 2>"$1"', flatpak.checkout.root / 'flatpak' / 'run', log]
    try:
        with flatpak.window(command, flatpak.title, BUILD_PATIENCE_S) as frame:
            shown = entity_rows(frame)
    except Exception:
        print(log.read_text(errors='replace')[-4000:], file=sys.stderr)
        raise
    seen = [name for name in expected_entities(flatpak.cli, flatpak.article)
            if any(row.startswith(name) for row in shown)]
    assert len(seen) >= 10, (seen, shown)  # those further below are not drawn yet
    assert 'stand-in' in log.read_text(), 'it does not say on what it is built'


def try_permissions(flatpak):
    said = subprocess.run(['flatpak', 'info', '--show-permissions', flatpak.checkout.app], check=True,
                          stdout=subprocess.PIPE, text=True).stdout
    lines = [line for line in said.splitlines() if line and line != '[Context]']
    granted = {key: set(filter(None, values.split(';')))
               for key, values in (line.split('=') for line in lines)}
    assert granted == PERMISSIONS, granted


def try_network(flatpak):
    with socket.create_server(('127.0.0.1', 0)) as server:
        call = ('bash', '-c', f'exec 3<>/dev/tcp/127.0.0.1/{server.getsockname()[1]}')
        assert subprocess.run(call, check=False).returncode == 0, 'control: nothing listens'
        assert flatpak.succeeds(*call, options=['--share=network']), 'control: denied though granted'
        assert not flatpak.succeeds(*call), 'the network can be reached'


def try_home(flatpak):
    secret = flatpak.home / 'secret.txt'
    secret.write_text('not for the sandbox', encoding='utf-8')
    assert flatpak.succeeds('cat', secret, options=['--filesystem=home']), 'control: denied though granted'
    assert not flatpak.succeeds('cat', secret), 'the home folder can be read'
    assert not flatpak.succeeds('cat', flatpak.article), 'the checkout can be read'


def pick_file(path):
    """Types the path into the dialog of the portal, which is a program outside the sandbox."""
    def xdotool(*words):
        return subprocess.run(['xdotool', *words], check=False, stdout=subprocess.PIPE, text=True).stdout

    dialog = wait_for(lambda: xdotool('search', '--onlyvisible', '--name', 'Open an Article').split(),
                      'the dialog of the portal')[-1]
    xdotool('windowfocus', '--sync', dialog)
    xdotool('type', '--delay', '30', str(path))
    subprocess.run(['xdotool', 'key', 'Return'], check=True)


def open_by_portal(frame, path, title):
    """Tries again where the dialog did not listen yet: it is another program, on a busy machine."""
    for patience_s in (20, 30, 60, 120):
        assert find(frame, 'push button', 'Open').queryAction().doAction(0)
        pick_file(path)
        try:
            wait_for(lambda: frame.name == title, f'the window named “{title}”', patience_s)
            return
        except AssertionError as error:
            never = error
            subprocess.run(['xdotool', 'key', 'Escape'], check=False)
    raise never


def forget(flatpak):
    """What was read last would be opened again by the next start."""
    shutil.rmtree(flatpak.home / '.var' / 'app' / flatpak.checkout.app / 'config', ignore_errors=True)


def try_portal(flatpak):
    path = flatpak.home / 'picked.txt'
    path.write_text(PICKED, encoding='utf-8')
    assert not flatpak.succeeds('cat', path), 'control: it can be read without the portal'
    with flatpak.window(flatpak.command(), flatpak.title) as frame:
        open_by_portal(frame, path, PICKED.splitlines()[0])
        names = expected_entities(flatpak.cli, path)
        assert 'Japan' in names and 'Vietnam' in names, names
        for name in names:
            wait_for(lambda name=name: any(row.startswith(name) for row in entity_rows(frame)),
                     f'{name} among the entities')
    forget(flatpak)


def try_pdf(flatpak):
    """The reader of PDF documents is a program of its own, and its tables are found there too."""
    title, _, *lines = PICKED.splitlines()
    path = flatpak.home / 'picked.pdf'
    path.write_bytes(make_pdf(title, lines, JAPANESE))
    with flatpak.window(flatpak.command(), flatpak.title) as frame:
        open_by_portal(frame, path, title)
        shown = wait_for(lambda: find(frame, 'text', 'Article').queryText().getText(0, -1),
                         'the text of the document')
        for words in (*lines, JAPANESE):
            assert words in shown, (words, shown)
    forget(flatpak)


def try_manifest(flatpak):
    """What the manifest builds where it can reach the sources, which is not here."""
    said = subprocess.run(['flatpak-builder', '--show-manifest',
                           flatpak.checkout.ask('echo "$manifest"')], check=True,
                          stdout=subprocess.PIPE, text=True).stdout
    modules = json.loads(said)['modules']
    assert [module['name'] for module in modules] == ['poppler', 'dateline'], modules
    poppler = modules[0]
    for source in (*poppler['sources'], *poppler['modules'][0]['sources']):
        assert source['url'].startswith('https://') and re.fullmatch('[0-9a-f]{64}', source['sha256'])


def names_of(frame):
    return {node.name for node in walk(frame) if node.name}


def plain(message):
    return message.replace('_', '')


def try_language(flatpak, tag, english):
    """What the English window names by a message has the words of the language in the other."""
    path = flatpak.location() / 'share' / 'locale' / tag / 'LC_MESSAGES' / 'dateline.mo'
    with path.open('rb') as file:
        catalog = {plain(message): plain(words) for message, words in
                   gettext.GNUTranslations(file)._catalog.items()  # pylint: disable=protected-access
                   if isinstance(message, str) and message}
    expected = {catalog[name] for name in english if name in catalog and catalog[name] != name}
    assert len(expected) >= 8, expected
    locale = TERRITORIES.get(tag, f'{tag}_{tag.upper()}') + '.UTF-8'
    with flatpak.window(flatpak.command(), flatpak.title, LC_ALL=locale, LANG=locale) as frame:
        wait_for(lambda: len(expected & names_of(frame)) >= 8, f'some of {expected}')
        missing = expected - names_of(frame)
        assert not missing, f'not in the window: {missing}'


# Where the language's own territory is not named as the language is.
TERRITORIES = {'ar': 'ar_EG', 'ja': 'ja_JP', 'ko': 'ko_KR', 'pt_BR': 'pt_BR', 'uk': 'uk_UA',
               'vi': 'vi_VN', 'zh_CN': 'zh_CN', 'zh_TW': 'zh_TW'}


def annotates(flatpak):
    """Whether the command line in the sandbox finds what the text names."""
    run = subprocess.run(flatpak.command('dateline-cli', 'annotate', '--jsonl'), check=True,
                         input=json.dumps({'id': 'a', 'text': PICKED}), stdout=subprocess.PIPE,
                         text=True)
    return any(entity['name'] == 'Vietnam' for entity in json.loads(run.stdout)['entities'])


@contextlib.contextmanager
def another_installation(flatpak, name):
    """Another reader, who has the runtime and nothing else."""
    own = os.environ['FLATPAK_USER_DIR']
    os.environ['FLATPAK_USER_DIR'] = str(WORLD / name)
    try:
        flatpak.checkout.ask('add_stand_in; install_runtime dateline-stand-in')
        yield
    finally:
        os.environ['FLATPAK_USER_DIR'] = own


def try_sharing(flatpak):
    """What --bundle and --repository make, installed by the words of the README."""
    bundle, repository = WORLD / 'dateline.flatpak', WORLD / 'repository'
    flatpak.checkout.ask(f'sh "$top/flatpak/run" --bundle={bundle} --repository={repository}')
    with another_installation(flatpak, 'of-bundle'):
        subprocess.run(['flatpak', 'install', '--user', '-y', bundle], check=True, stdout=sys.stderr)
        assert annotates(flatpak), 'of the bundle'
    with another_installation(flatpak, 'of-repository'), serve(repository) as address:
        subprocess.run(['flatpak', 'remote-add', '--user', '--no-gpg-verify', 'dateline', address],
                       check=True)
        subprocess.run(['flatpak', 'install', '--user', '-y', 'dateline', flatpak.checkout.app],
                       check=True, stdout=sys.stderr)
        assert annotates(flatpak), 'of the repository'


@contextlib.contextmanager
def serve(folder):
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=folder)
    with http.server.ThreadingHTTPServer(('127.0.0.1', 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f'http://127.0.0.1:{server.server_port}/'
        server.shutdown()


def main(root, cli):
    cases = Cases()
    checkout = Checkout(root)
    raise_loopback()
    cases.run('/flatpak/no-way-out', try_no_way_out)
    if cases.run('/flatpak/stand-in', checkout.require_stand_in):
        flatpak = Flatpak(checkout, cli)
        if cases.run('/flatpak/run-builds-offline-installs-and-starts', try_run, flatpak):
            for name, function in (('permissions', try_permissions), ('network-is-denied', try_network),
                                   ('home-is-denied', try_home), ('file-through-portal', try_portal),
                                   ('pdf-through-portal', try_pdf), ('manifest', try_manifest)):
                cases.run('/flatpak/' + name, function, flatpak)
            with flatpak.window(flatpak.command(), flatpak.title, LC_ALL='en_US.UTF-8') as frame:
                english = names_of(frame)
            for tag in (checkout.root / 'po' / 'LINGUAS').read_text('utf-8').split():
                cases.run(f'/flatpak/language/{tag}', try_language, flatpak, tag, english)
            cases.run('/flatpak/bundle-and-repository', try_sharing, flatpak)
    cases.finish()


if __name__ == '__main__':
    main(*sys.argv[1:])
