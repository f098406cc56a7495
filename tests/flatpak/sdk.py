#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checkout inside the Sdk's tree: sdk.py ROOT DATELINE-CLI

Builds it there with GTK, libadwaita and libxml2 of the runtime, held at the floor, and runs its
whole test suite; builds it once more without a bound, where a deprecated call is an error.  Run
by tests/flatpak/world.
"""

import json
import os
import pathlib
import shlex
import subprocess
import sys

from flatpak import WORLD, Cases, Checkout
sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
from count import cases as cases_of, count  # noqa: E402

STRICT = '-Dc_args=-Werror=deprecated-declarations'
# What each build must refuse, as the last line of a source of the window.
NEWER = 'void refused (GtkListView *list) { gtk_list_view_scroll_to (list, 0, 0, NULL); }'
DEPRECATED = 'void refused (GtkWidget *widget) { gtk_widget_show (widget); }'


class Sdk:
    """The tree of the Sdk as a root of its own, with the checkout in /src, read-only."""

    def __init__(self, checkout):
        self.tree = WORLD / 'sdk'
        self.root = checkout.root
        subprocess.run(['ostree', 'checkout', '-U', f'--repo={checkout.stand_in}',
                        f'runtime/org.gnome.Sdk/{checkout.branch}', self.tree], check=True)

    def run(self, folder, *command, **options):
        """Runs the command in /build, which is the folder."""
        build = WORLD / folder
        build.mkdir(exist_ok=True)
        usr = self.tree / 'files'
        links = [word for name in ('bin', 'sbin', 'lib', 'lib64')
                 for word in ('--symlink', f'usr/{name}', f'/{name}')]
        return subprocess.run([
            'bwrap', '--unshare-all', '--die-with-parent', '--clearenv',
            '--ro-bind', usr, '/usr', '--ro-bind', usr / 'etc', '/etc', *links,
            '--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp', '--dir', '/var/tmp', '--dir', '/home',
            '--ro-bind', self.root, '/src', '--bind', build, '/build', '--chdir', '/build',
            '--setenv', 'PATH', '/usr/bin', '--setenv', 'LANG', 'C.UTF-8', '--setenv', 'HOME', '/home',
            *command], check=False, stdin=options.pop('stdin', subprocess.DEVNULL), text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)

    def must(self, folder, *command):
        run = self.run(folder, *command)
        if run.returncode != 0:
            raise AssertionError('\n'.join(run.stdout.splitlines()[-60:]))

    def build(self, folder, *options):
        self.must(folder, 'meson', 'setup', STRICT, *options,
                  '/build', '/src')
        self.must(folder, 'ninja', 'all', 'meson-test-prereq')

    def refuses(self, folder, words):
        """Whether the build of the folder refuses the words at the end of one of its sources."""
        commands = json.loads((WORLD / folder / 'compile_commands.json').read_text('utf-8'))
        command = next(one for one in commands if one['file'].endswith('src/ui/window.c'))
        arguments = shlex.split(command['command'])
        arguments[arguments.index('-c'):] = ['-fsyntax-only', '-x', 'c', '-']
        source = f'#include "{command["file"]}"\n{words}\n'
        (WORLD / folder / 'refused.c').write_text(source, encoding='utf-8')
        arguments[-1] = '/build/refused.c'
        said = self.run(folder, *arguments)
        return said.returncode != 0 and 'deprecated' in said.stdout


def try_bounded(sdk):
    sdk.build('bounded', '-Dui=enabled')
    assert sdk.refuses('bounded', NEWER), 'an API newer than the floor is let through'


def try_audit(sdk):
    sdk.build('audit', '-Dui=enabled', '-Daudit=true', '--buildtype=plain')
    assert sdk.refuses('audit', DEPRECATED), 'a deprecated call is let through'
    assert not sdk.refuses('audit', NEWER), 'the audit holds the window at the floor'


def try_tests(sdk, cases):
    """Tells every case of the inner suite as one of this program."""
    run = sdk.run('bounded', 'meson', 'test', '--no-rebuild', '--timeout-multiplier', '4')
    log = WORLD / 'bounded' / 'meson-logs' / 'testlog.json'
    if not log.exists():
        cases.say(False, '/flatpak/sdk/suite', run.stdout)
        return
    for line in log.read_text('utf-8').splitlines():
        program = json.loads(line)
        passed, failed = count(program)
        names = [name for good, name in cases_of(program) if good] or [program['name']] * passed
        for name in names:
            cases.say(True, f'/flatpak/sdk/{program["name"]}: {name}')
        for name in failed:
            said = program.get('stdout', '') + program.get('stderr', '')
            cases.say(False, f'/flatpak/sdk/{name}', '\n'.join(said.splitlines()[-40:]))


def main(root, _cli):
    cases = Cases()
    checkout = Checkout(root)
    if cases.run('/flatpak/sdk/stand-in', checkout.require_stand_in):
        sdk = Sdk(checkout)
        if cases.run('/flatpak/sdk/bounded-at-the-floor', try_bounded, sdk):
            try_tests(sdk, cases)
        cases.run('/flatpak/sdk/audit', try_audit, sdk)
    cases.finish()


if __name__ == '__main__':
    main(*sys.argv[1:])
