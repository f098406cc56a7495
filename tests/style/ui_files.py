#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Do the installed libraries have what the .ui files name?  ui_files.py UI LAYOUT FOLDER…

The compiler never sees a .ui file.  A class or property that is missing is found when the window
opens, and one that is deprecated never.  UI is the folder of the interface, LAYOUT the one of its
layout-* that this build takes; the FOLDERs hold the GIR files that describe the libraries.  One
TAP case a file.
"""

import pathlib
import sys
import xml.etree.ElementTree

GI = '{http://www.gtk.org/introspection/core/1.0}'
C = '{http://www.gtk.org/introspection/c/1.0}'
GLIB = '{http://www.gtk.org/introspection/glib/1.0}'
LIBRARIES = ('GObject-2.0', 'Gio-2.0', 'Gtk-4.0', 'Adw-1')
OURS = 'Dl'


class Type:
    """A class or interface: what of it is deprecated, since when, and what it inherits."""

    def __init__(self, namespace, element):
        def whole(name):
            return name if '.' in name else f'{namespace}.{name}'

        self.deprecated = deprecation(element)
        self.properties = {one.get('name'): deprecation(one)
                           for one in element.iter(GI + 'property')}
        self.above = [whole(one.get('name')) for one in element.findall(GI + 'implements')]
        if element.get('parent'):
            self.above.append(whole(element.get('parent')))


def deprecation(element):
    return element.get('deprecated-version', 'an unknown version') if element.get('deprecated') \
        else None


def read_libraries(folders):
    """Returns the types of the libraries by their name in GIR, and that name by the one in C."""
    types, names = {}, {}
    for library in LIBRARIES:
        path = next(path for folder in folders
                    if (path := pathlib.Path(folder, library + '.gir')).exists())
        namespace = xml.etree.ElementTree.parse(path).getroot().find(GI + 'namespace')
        for element in [*namespace.iter(GI + 'class'), *namespace.iter(GI + 'interface')]:
            name = f'{namespace.get("name")}.{element.get("name")}'
            types[name] = Type(namespace.get('name'), element)
            names[element.get(GLIB + 'type-name') or element.get(C + 'type')] = name
    return types, names


class Judge:
    """Says what is wrong with a .ui file by the libraries."""

    def __init__(self, folders):
        self.types, self.names = read_libraries(folders)

    def property_deprecation(self, name, word):
        """Raises KeyError where neither the type nor what it inherits has the property."""
        type_ = self.types[name]
        if word in type_.properties:
            return type_.properties[word]
        for above in type_.above:
            try:
                return self.property_deprecation(above, word)
            except KeyError:
                continue
        raise KeyError(word)

    def class_faults(self, name):
        if name not in self.names:
            yield f'there is no {name}'
        elif self.types[self.names[name]].deprecated:
            yield f'{name} is deprecated since {self.types[self.names[name]].deprecated}'

    def property_faults(self, name, element):
        for one in [*element.findall('property'), *element.findall('binding')]:
            word = one.get('name').replace('_', '-')
            try:
                since = self.property_deprecation(self.names[name], word)
            except KeyError:
                yield f'{name} has no property “{word}”'
                continue
            if since:
                yield f'“{word}” of {name} is deprecated since {since}'

    def faults(self, path):
        for element in xml.etree.ElementTree.parse(path).getroot().iter():
            name = element.get('parent' if element.tag == 'template' else 'class')
            if element.tag not in ('object', 'template') or name.startswith(OURS):
                continue
            yield from self.class_faults(name)
            if name in self.names and element.tag == 'object':
                yield from self.property_faults(name, element)


def chosen_files(folder, layout):
    return [path for path in sorted(pathlib.Path(folder).rglob('*.ui'))
            if not path.parent.name.startswith('layout-') or path.parent.name == layout]


def main(folder, layout, *gir_folders):
    judge, files = Judge(gir_folders), chosen_files(folder, layout)
    print(f'1..{len(files)}', flush=True)
    for number, path in enumerate(files, 1):
        faults = list(judge.faults(path))
        print(f'{"not ok" if faults else "ok"} {number} /style/ui-files/{path.name}')
        for fault in faults:
            print(f'# {fault}', flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:])
