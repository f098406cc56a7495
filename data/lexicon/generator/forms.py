# SPDX-License-Identifier: GPL-3.0-or-later
"""Forms of a name: folded for comparing, cleaned for listing; and their XML."""

import re
import unicodedata
from xml.sax.saxutils import escape, quoteattr

from .sources import LANGUAGES

SCRIPTS = {"ko": "HANGUL", "ja": "CJK KATAKANA HIRAGANA", "zh": "CJK", "ru": "CYRILLIC", "uk": "CYRILLIC", "ar": "ARABIC"}
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n'


def fold(form):
    """Equal for forms which the reader would take for the same."""
    form = unicodedata.normalize("NFKC", form).casefold()
    form = re.sub("[’ʼ‘`´]", "'", form)
    return re.sub("[\u2010-\u2015−]", "-", form)


def is_of_language(form, language):
    """Whether the form is in the script that the language is written in."""
    scripts = SCRIPTS.get(language)
    letter = next((c for c in form if c.isalpha()), "")
    if not letter:
        return False
    name = unicodedata.name(letter)
    if scripts is None:
        return name.startswith("LATIN")
    return any(name.startswith(s) for s in scripts.split())


def is_abbreviation(form):
    letters = [c for c in form if c.isalpha()]
    return 2 <= len(letters) <= 5 and " " not in form and all(c.isupper() for c in letters)


def is_too_short(form):
    """Single ideographs and syllables, and Latin abbreviations of two letters: these are listed by hand."""
    letters = [c for c in form if c.isalpha()]
    return len(letters) < 2 or (len(letters) == 2 and all(ord(c) < 0x0500 for c in letters))


class Names:
    """The names of one entity: form, flags and kind → the languages that have it.

    A form that a caution in some language is about stands alone in that language: `cautioned` has (language, folded form).
    """

    cautioned = frozenset()

    def __init__(self, preferred=""):
        self.languages = {}
        self.preferred = preferred.split("|")

    def add(self, language, form, flags="", kind=""):
        form = unicodedata.normalize("NFC", " ".join(form.split()))
        if is_abbreviation(form):
            flags = " ".join(sorted({"abbr", "exact", *flags.split()}))
        same = next((f for f, k, g in self.languages if fold(f) == fold(form) and k == kind and g == flags), form)
        self.languages.setdefault((same, kind, flags), set()).add(language)

    def write(self, out):
        def order(item):
            (form, kind, flags), languages = item
            return (kind, form not in self.preferred, min(LANGUAGES.index(l) for l in languages))
        for (form, kind, flags), languages in sorted(self.languages.items(), key=order):
            more = (f" kind={quoteattr(kind)}" if kind else "") + (f" flags={quoteattr(flags)}" if flags else "")
            alone = [l for l in LANGUAGES if l in languages and (l, fold(form)) in self.cautioned]
            together = " ".join(l for l in LANGUAGES if l in languages and l not in alone)
            for lang in ([together] if together else []) + alone:
                out.append(f'    <name lang="{lang}"{more}>{escape(form)}</name>')


def write_entity(out, attributes, names):
    text = "".join(f" {key}={quoteattr(str(value))}" for key, value in attributes.items() if value not in ("", None))
    out.append(f"  <entity{text}>")
    names.write(out)
    out.append("  </entity>")


def write_file(path, comment, body):
    path.write_text(HEAD + f"<!-- {comment} -->\n<lexicon>\n" + "\n".join(body) + "\n</lexicon>\n", encoding="utf-8")
