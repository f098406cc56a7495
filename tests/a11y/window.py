#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a screen reader meets it: window.py DATELINE DATELINE-CLI ARTICLE.xml

Starts the real program on the article that ships and asks the accessibility bus alone; what must
be there comes from the article's file and from the command line.  Needs the system's Python, for
pyatspi, and a session bus of its own (src/virtual-display).

On GTK 4.8 some calls of the Text interface never answer (addSelection, scrollSubstringTo,
getOffsetAtPoint), and widgets that are shown lack the state SHOWING; neither is used here.
"""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

import gi
gi.require_version('Atspi', '2.0')
import pyatspi  # noqa: E402

PATIENCE_S = 30
CONTROLS = {'push button', 'toggle button', 'check box', 'radio button', 'entry', 'text', 'slider',
            'list item', 'combo box', 'image', 'page tab'}
BUTTONS = ('push button', 'toggle button')  # GTK 4.8 calls both the former
# Half past ten in Tokyo is half past one in the afternoon by UTC.
TIMED = '''Talks in Tokyo

Ministers of Japan and Portugal met in Tokyo on March 14, 2023 at 10:30 p.m. local time.
'''
TIME_ZONES = ('As the Article Tells', 'In Your Time Zone', 'In UTC')
MAP_OPTIONS = ('By Part Played', 'By Number of Mentions', 'Countries as a List')
CLASS_NAME = re.compile(r'^(Gtk|Adw|Dl)[A-Z]\w*$')
WARNING = re.compile(r'(\S*?)-?(?:WARNING|CRITICAL|ERROR) \*\*: (?:[\d:.]+: )?(.*)')
# Said once a program when a popover opens, by the X11 backend of GTK 4.24 on a display without a
# compositor, of a frame of its own.  No caller can help it.
TWICE_SUBMITTED = ('Gdk', 'gdk_frame_timings_submitted() called on submitted frame.')


def wait_for(condition, what, patience_s=PATIENCE_S):
    """Waits for a condition, never for a time; the bus may fail while widgets come and go."""
    end = time.monotonic() + patience_s
    trouble = None
    while time.monotonic() < end:
        try:
            value = condition()
            if value:
                return value
        except Exception as error:  # pylint: disable=broad-except
            trouble = error
        time.sleep(0.05)
    raise AssertionError(f'never came: {what} ({trouble})')


def walk(node):
    yield node
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield from walk(child)


def find(root, role, name=None):
    for node in walk(root):
        if node.getRoleName() == role and name in (None, node.name):
            return node
    return None


def rows_of(node):
    return [node.getChildAtIndex(index) for index in range(node.childCount)]


def has_state(node, state):
    return node.getState().contains(state)


def actions_of(node):
    try:
        return node.queryAction().nActions
    except NotImplementedError:
        return 0


def find_item(frame, menu, items, name):
    """By its place where GTK 4.24 names no item: the label that it refers to is not on the bus."""
    root = find(frame, 'menu', menu) or frame  # GTK 4.8 gives a menu no name
    found = [node for node in walk(root) if node.getRoleName() == 'menu item']
    if len(found) == len(items) and not any(item.name for item in found):
        return found[items.index(name)]
    return next((item for item in found if item.name == name), None)


def choose(frame, menu, items, name):
    """Presses the button of the menu that has these items, and then the item."""
    button = next(node for node in walk(frame) if node.name == menu
                  and node.getRoleName() in BUTTONS and actions_of(node))
    if find_item(frame, menu, items, name) is None:
        assert button.queryAction().doAction(0)
    item = wait_for(lambda: find_item(frame, menu, items, name), f'“{name}”')
    assert item.queryAction().doAction(0)


def application_of(process):
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        application = desktop.getChildAtIndex(index)
        if application is not None and application.get_process_id() == process.pid:
            return application
    return None


class Window:
    """What the tests look at: the program's window, and what should be in it."""

    def __init__(self, program, cli, article, said):
        root = xml.etree.ElementTree.parse(article).getroot()
        self.title = root.findtext('{*}head/{*}title')
        self.paragraphs = [''.join(paragraph.itertext()) for paragraph in root.find('{*}body')]
        reading = subprocess.run([cli, 'annotate', '--format=json', article], check=True,
                                 capture_output=True, text=True)
        self.reading = json.loads(reading.stdout)
        self.program = program
        self.said = said
        self.process = self.start(article)
        self.application = wait_for(lambda: application_of(self.process), 'the program on the bus')
        self.frame = wait_for(lambda: find(self.application, 'frame', self.title),
                              f'a window named “{self.title}”')
        # The rows are the last to be filled.
        wait_for(lambda: self.rows('Entities') and self.rows('Events'), 'entities and events')

    def start(self, file):
        return subprocess.Popen([self.program, '--size=1200x3900', file], stderr=self.said,
                                env={**os.environ, 'G_DEBUG': 'fatal-criticals'})

    def rows(self, name):
        found = find(self.frame, 'list', name)
        return rows_of(found) if found else []

    def row_of(self, name):
        return next(row for row in self.rows('Entities') if row.name.startswith(name))

    def map(self):
        return find(self.frame, 'image', 'Map of the countries in the article')

    def text(self):
        return wait_for(lambda: find(self.frame, 'text', 'Article'), 'the article').queryText()

    def choose_map_option(self, name):
        choose(self.frame, 'Map Options', MAP_OPTIONS, name)


def test_article_reads_as_written(window):
    shown = window.text().getText(0, -1)
    paragraphs = [line for line in shown.split('\n') if line.strip()]
    assert paragraphs[-len(window.paragraphs):] == window.paragraphs, shown


def test_controls_have_names(window):
    nameless = [f'{node.getRoleName()} “{node.name}”' for node in walk(window.frame)
                if node.getRoleName() in CONTROLS and has_state(node, pyatspi.STATE_FOCUSABLE)
                and (not node.name.strip() or CLASS_NAME.match(node.name))]
    assert not nameless, nameless


def test_entities_read_with_counts(window):
    names = [row.name for row in window.rows('Entities')]
    for entity in window.reading['entities']:
        count = len(entity['mentions'])
        assert any(name.startswith(entity['name'])
                   and re.search(rf'\b{count}\b', name[len(entity['name']):])
                   for name in names), (entity['name'], count, names)


def test_map_names_countries(window):
    description = window.map().description
    for country in ('South Korea', 'United States', 'Germany', 'France', 'Japan', 'Russia', 'China',
                    'North Korea'):
        assert country in description, (country, description)


def test_map_options(window):
    """The menu's items say what they do and which of them holds; choosing another is heard."""
    window.choose_map_option('By Number of Mentions')
    wait_for(lambda: any(re.search(r'\bmention', node.name) and node.getRoleName() == 'label'
                         for node in walk(window.frame)), 'a legend of numbers')
    window.choose_map_option('By Part Played')
    wait_for(lambda: find(window.frame, 'label', 'Acts or takes part'), 'a legend of parts')


def test_map_has_a_twin(window):
    """As a list the map names the same countries, each with its part, and the places in them; a
    row is a choice."""
    places = {entity['name'] for entity in window.reading['entities'] if entity['kind'] == 'place'}
    described = window.map().description
    window.choose_map_option('Countries as a List')
    rows = [row for row in wait_for(lambda: window.rows('Countries in the article'), 'the list')
            if row.getRoleName() == 'list item']
    assert len(rows) >= len(window.reading['countries']) > 0, [row.name for row in rows]
    for row in rows:
        name, part = row.name.split(' · ')[:2]
        assert name in places or (name in described and part in described), (row.name, described)
    assert places <= {row.name.split(' · ')[0] for row in rows}, [row.name for row in rows]
    row = next(row for row in rows if row.name.startswith('Russia'))
    countries = find(window.frame, 'list', 'Countries in the article')
    assert countries.querySelection().selectChild(row.getIndexInParent())
    text = window.text()
    wait_for(lambda: text.getText(text.caretOffset, text.caretOffset + 3) == 'Nga',
             'the article at Russia')
    window.choose_map_option('Countries as a List')
    wait_for(lambda: 'Selected: Russia' in window.map().description, 'the map, at Russia')


def test_events_read_as_sentences(window):
    names = [row.name for row in window.rows('Events')]
    assert len(names) >= len(window.reading['events']) > 0, names
    for event in window.reading['events']:
        assert any(event['what'] in name and ': ' in name for name in names), (event, names)


def test_button_can_be_pressed(window):
    button = next(node for node in walk(window.frame)
                  if node.getRoleName() in BUTTONS and node.name == 'Entities')
    pressed = has_state(button, pyatspi.STATE_PRESSED)
    assert button.queryAction().doAction(0)
    wait_for(lambda: has_state(button, pyatspi.STATE_PRESSED) != pressed, 'the sidebar folded')
    assert button.queryAction().doAction(0)
    wait_for(lambda: has_state(button, pyatspi.STATE_PRESSED) == pressed, 'the sidebar back')


def test_selection_is_followed(window):
    """A country chosen among the entities is named by the map, and the article goes to it."""
    names = find(window.frame, 'list', 'Entities')
    for name, country in (('Nga', 'Russia'), ('Hàn Quốc', 'South Korea')):
        row = wait_for(lambda name=name: window.row_of(name), name)
        assert names.querySelection().selectChild(row.getIndexInParent())
        wait_for(lambda country=country: re.search(rf'Selected: {country}\b',
                                                   window.map().description),
                 f'{country} selected on the map')
        text = window.text()
        wait_for(lambda text=text, name=name: text.getText(text.caretOffset, text.caretOffset
                                                           + len(name)) == name,
                 f'the article at {name}')


def test_event_leads_to_its_sentence(window):
    """An event chosen among the rows is told by the axis, and the article goes to its sentence."""
    axis = next(node for node in walk(window.frame)
                if node.getRoleName() == 'image' and node.name.startswith('Timeline with'))
    event = [event for event in window.reading['events'] if event.get('sentence')][-1]
    row = next(row for row in window.rows('Events') if event['what'] in row.name)
    text = window.text()
    start = text.getText(0, -1).index(event['sentence']['text'])
    assert find(window.frame, 'list', 'Events').querySelection().selectChild(
        row.getIndexInParent())
    wait_for(lambda: event['what'] in axis.description, 'the event told by the axis')
    wait_for(lambda: start <= text.caretOffset <= start + len(event['sentence']['text']),
             'the article at the sentence of the event')


def test_times_by_another_clock(window):
    """The menu beside the timeline turns the hours that are told into those of another zone."""
    with tempfile.NamedTemporaryFile('w', suffix='.txt') as file:
        file.write(TIMED)
        file.flush()
        window.start(file.name).wait(PATIENCE_S)  # the program that runs opens it
        frame = wait_for(lambda: find(window.application, 'frame', 'Talks in Tokyo'), 'its window')
        told = wait_for(lambda: [row.name for row in rows_of(find(frame, 'list', 'Events'))],
                        'the events as told')
        assert not any('UTC' in name for name in told), told
        choose(frame, 'Time Zone', TIME_ZONES, 'In UTC')
        wait_for(lambda: any('UTC' in row.name and re.search(r'\b(1|13):30\b', row.name)
                             for row in rows_of(find(frame, 'list', 'Events'))), 'the hour in UTC')


def assert_no_warnings(said):
    """Warnings cannot be fatal to the program while one of them is to be passed over."""
    said.seek(0)
    warnings = [warning for warning in WARNING.findall(said.read()) if warning != TWICE_SUBMITTED]
    assert not warnings, warnings


def report(case, function, *arguments):
    try:
        function(*arguments)
        print(f'ok {case}', flush=True)
    except Exception as error:  # pylint: disable=broad-except
        print(f'not ok {case}\n# {type(error).__name__}: {error}', flush=True)


def run_tests(tests, program, cli, article, said):
    window = Window(program, cli, article, said)
    print('ok 1 /a11y/window-has-its-name', flush=True)
    try:
        for number, (name, test) in enumerate(tests, 2):
            report(f'{number} /a11y/{name[5:].replace("_", "-")}', test, window)
    finally:
        window.process.send_signal(signal.SIGTERM)
        window.process.wait(PATIENCE_S)
    report(f'{len(tests) + 2} /a11y/nothing-is-warned-of', assert_no_warnings, said)


def main(program, cli, article):
    os.environ.pop('GTK_A11Y', None)
    os.environ.pop('NO_AT_BRIDGE', None)
    tests = [(name, test) for name, test in globals().items() if name.startswith('test_')]
    print(f'1..{len(tests) + 2}', flush=True)
    with tempfile.TemporaryFile('w+', encoding='utf-8') as said:
        try:
            run_tests(tests, program, cli, article, said)
        finally:
            said.seek(0)
            print(said.read(), end='', file=sys.stderr)


if __name__ == '__main__':
    main(*sys.argv[1:])
