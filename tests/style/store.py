#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What software centres ask of an application: store.py ROOT DESKTOP-ENTRY METAINFO

The rules of Flathub's linter and of its quality guidelines that can be told from the files; the
tools of AppStream and of the desktop check the rest.
"""

import pathlib
import re
import struct
import sys
import xml.etree.ElementTree

LANG = '{http://www.w3.org/XML/1998/namespace}lang'
MAX_NAME, MAX_SUMMARY, MAX_CAPTION, MIN_PARAGRAPH, MAX_ITEMS = 15, 35, 100, 80, 10
MAX_PICTURE = (1000, 700)
PICTURES = (3, 6)


class App:
    def __init__(self, root, desktop, metainfo):
        self.root = pathlib.Path(root)
        self.desktop = pathlib.Path(desktop)
        self.entry = self.desktop.read_text(encoding='utf-8')
        self.path = pathlib.Path(metainfo)
        self.component = xml.etree.ElementTree.parse(metainfo).getroot()

    def text(self, path):
        """The English words of the first element there."""
        return next(' '.join(node.text.split()) for node in self.component.findall(path)
                    if node.get(LANG) is None)


def test_names(app):
    app_id = app.text('id')
    assert app.path.name == f'{app_id}.metainfo.xml'
    assert app.desktop.name == f'{app_id}.desktop' == app.text('launchable')
    assert 3 <= len(app_id.split('.')) <= 5 and not app_id.endswith(('.desktop', '.app', '.linux'))
    assert app.component.find('developer').get('id') == app_id.rpartition('.')[0]
    assert re.search(rf'^Icon={re.escape(app_id)}$', app.entry, re.MULTILINE)
    assert len(app.text('name')) <= MAX_NAME


def test_words(app):
    summary = app.text('summary')
    assert len(summary) <= MAX_SUMMARY and not summary.endswith('.'), summary
    assert app.text('name') not in summary and not re.match(r'(A|An|The) ', summary), summary
    assert len(app.text('description/p')) >= MIN_PARAGRAPH
    captions = [' '.join(node.text.split()) for node in app.component.iter('caption')
                if node.get(LANG) is None]
    assert captions
    assert not [text for text in captions if len(text) > MAX_CAPTION or text.endswith('.')], captions


def size_of(png):
    data = png.read_bytes()
    assert data.startswith(b'\x89PNG\r\n\x1a\n'), png
    return struct.unpack('>II', data[16:24])


def test_pictures(app):
    shots = app.component.findall('screenshots/screenshot')
    assert PICTURES[0] <= len(shots) <= PICTURES[1]
    assert [shot.get('type') for shot in shots] == ['default'] + [None] * (len(shots) - 1)
    version = app.component.find('releases/release').get('version')
    for image in app.component.findall('screenshots/screenshot/image'):
        assert re.match(rf'https://.*/v{re.escape(version)}/data/screenshots/', image.text), image.text
        width, height = size_of(app.root / 'data' / 'screenshots' / image.text.rpartition('/')[2])
        assert width <= MAX_PICTURE[0] and height <= MAX_PICTURE[1], (image.text, width, height)


def test_fitness(app):
    requires, supports = app.component.find('requires'), app.component.find('supports')
    assert requires.findtext('internet') == 'offline-only'
    assert requires.find('display_length') is not None and requires.find('control') is None
    assert {'keyboard', 'pointing'} <= {node.text for node in supports.findall('control')}
    assert app.component.find('content_rating').get('type') == 'oars-1.1'
    colours = app.component.findall('branding/color')
    assert [node.get('scheme_preference') for node in colours] == ['light', 'dark']


def test_releases(app):
    dates = [node.get('date') for node in app.component.findall('releases/release')]
    assert dates == sorted(dates, reverse=True) and dates
    for release in app.component.findall('releases/release'):
        items = release.findall('description/ul/li')
        assert items and len(items) <= MAX_ITEMS, release.get('version')


def test_media_types(app):
    """The entry offers what the metainfo says, and no more."""
    listed = re.search(r'^MimeType=(.*);$', app.entry, re.MULTILINE)[1].split(';')
    assert listed == [node.text for node in app.component.findall('provides/mediatype')]


def test_icons(app):
    """Drawn on the grid, and recognised: loaders look for the element in the first 256 bytes."""
    for name, size in (('dateline.svg', '128'), ('dateline-symbolic.svg', '16')):
        path = app.root / 'data' / 'icons' / name
        assert b'<svg' in path.read_bytes()[:256], name
        svg = xml.etree.ElementTree.parse(path).getroot()
        assert svg.get('width') == svg.get('height') == size, name
        assert svg.get('viewBox') == f'0 0 {size} {size}', name


def main(*arguments):
    app = App(*arguments)
    tests = [(name, test) for name, test in globals().items() if name.startswith('test_')]
    print(f'1..{len(tests)}', flush=True)
    for number, (name, test) in enumerate(tests, 1):
        title = '/style/store/' + name.removeprefix('test_').replace('_', '-')
        try:
            test(app)
            print(f'ok {number} {title}')
        except (AssertionError, AttributeError, OSError, TypeError) as error:
            print(f'not ok {number} {title}\n# {error!r}')


if __name__ == '__main__':
    main(*sys.argv[1:])
