# SPDX-License-Identifier: GPL-3.0-or-later
"""What both programs here share: the words of flatpak/setup.sh, and the cases they print."""

import os
import pathlib
import subprocess

WORLD = pathlib.Path(os.environ['WORLD'])


class Checkout:
    """The checkout that is tried, through the functions that flatpak/run itself calls."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.app = self.ask('echo "$app"')
        self.branch = self.ask('echo "$(flatpak --default-arch)/$runtime_version"')
        self.stand_in = pathlib.Path(self.ask('stand_in'))

    def ask(self, words):
        """Runs the words of a shell script that has read setup.sh; returns what they print."""
        script = 'set -eu; . "$top/src/setup.sh"; . "$top/flatpak/setup.sh"; ' + words
        return subprocess.run(['sh', '-c', script], env={**os.environ, 'top': str(self.root)},
                              check=True, stdout=subprocess.PIPE, text=True).stdout.strip()

    def require_stand_in(self):
        if not self.stand_in.is_dir():
            raise AssertionError(f'there is no stand-in for the runtime in {self.stand_in}: '
                                 'run “sh tests/run”, or “sh flatpak/stand-in/make” as root')


class Cases:
    """Prints TAP; the plan comes last, for some of the cases come from another program."""

    def __init__(self):
        self.number = 0

    def say(self, good, name, trouble=''):
        self.number += 1
        print(f'{"ok" if good else "not ok"} {self.number} {name}')
        for line in [] if good else str(trouble).splitlines():
            print(f'# {line}')
        print(end='', flush=True)
        return good

    def run(self, name, function, *arguments):
        """Returns whether the function raised nothing."""
        try:
            function(*arguments)
        except Exception as error:  # pylint: disable=broad-except
            return self.say(False, name, f'{type(error).__name__}: {error}')
        return self.say(True, name)

    def finish(self):
        print(f'1..{self.number}', flush=True)
