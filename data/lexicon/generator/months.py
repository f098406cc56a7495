# SPDX-License-Identifier: GPL-3.0-or-later
"""calendar.xml: the names of months and weekdays."""

from xml.sax.saxutils import escape

from .forms import fold, write_file
from .sources import LANGUAGES

DAYS = "mon tue wed thu fri sat sun".split()
MONTHS = [str(number) for number in range(1, 13)]
CAPITALISED = ("en", "de")


def words(sources, language, what, keys):
    """(value, form), in the order of the calendar; no digits, no form of one or two letters."""
    seen = set()
    for locale in sources.cldr("cldr-dates-full", "ca-gregorian.json", language):
        table = locale["dates"]["calendars"]["gregorian"][what]
        for value, key in enumerate(keys, 1):
            for width in ("wide", "abbreviated"):
                for context in ("format", "stand-alone"):
                    form = table[context][width][key].rstrip(".")
                    short = len(form) < (2 if language in ("zh", "ja", "ko") else 3)
                    if not short and not any(c.isdigit() for c in form) and (value, fold(form)) not in seen:
                        seen.add((value, fold(form)))
                        yield value, form


def generate(sources, folder):
    body = []
    for language in LANGUAGES:
        for name, what, keys in (("month", "months", MONTHS), ("weekday", "days", DAYS)):
            rows = sorted(words(sources, language, what, keys), key=lambda row: row[0])
            if rows:
                case = ' case="capital"' if language in CAPITALISED else ""
                body.append(f'  <words lang="{language}" class="{name}"{case}>')
                body += [f'    <w value="{value}">{escape(form)}</w>' for value, form in rows]
                body.append("  </words>")
    write_file(folder / "calendar.xml", "Made by `generate`: change the generator, not this file.", body)
