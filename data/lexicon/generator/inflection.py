# SPDX-License-Identifier: GPL-3.0-or-later
"""Inflected forms of names and adjectives, by rule.  A form the rules do not know is left as it is."""

import re

RUSSIAN_STEMS = {"Египет": "Египт", "Киев": "Киев"}
UKRAINIAN_STEMS = {"Єгипет": "Єгипт", "Київ": "Києв"}
ITALIAN_PLURAL_CI = ("austriaco", "libico", "greco")


def is_one_word(form):
    return re.fullmatch(r"[\w’'ʼ]+", form) is not None and form[:1].isupper() and not form.isupper() and len(form) > 3


def with_endings(stem, endings):
    return [stem + ending for ending in endings.split()]


def russian_cases(form):
    if not is_one_word(form):
        return []
    if form.endswith("ия"):
        return with_endings(form[:-1], "и ю ей")
    if re.search("[аеоуэ]я$", form):
        return with_endings(form[:-1], "и е ю ей")
    if form.endswith("а") and form[-2] not in "аеиоуыэюя":
        return with_endings(form[:-1], ("и" if form[-2] in "гкхжшчщ" else "ы") + " е у ой")
    if form.endswith(("й", "ь")) and not form.endswith("ий"):
        return with_endings(form[:-1], "я ю ем е")
    if form[-1] in "бвгджзклмнпрстфхцчшщ":
        return with_endings(RUSSIAN_STEMS.get(form, form), "а у ом е")
    return []


def ukrainian_cases(form, genitive="у"):
    if not is_one_word(form):
        return []
    if form.endswith("ія"):
        return with_endings(form[:-1], "ї ю єю")
    if re.search("[аеоує]я$", form):
        return with_endings(form[:-1], "ї ю єю")
    if form.endswith("а") and form[-2] not in "аеиіїоуєюя":
        softened = {"г": "з", "к": "ц", "х": "с"}.get(form[-2], form[-2])
        return with_endings(form[:-1], "и у ою") + [form[:-2] + softened + "і"]
    if form.endswith("й"):
        return with_endings(form[:-1], "ю єм ї" + (" я" if genitive == "а" else ""))
    if form.endswith("ь"):
        return with_endings(form[:-1], "ю ем і" + (" я" if genitive == "а" else ""))
    if form[-1] in "бвгґджзклмнпрстфхцчшщ":
        return with_endings(UKRAINIAN_STEMS.get(form, form), f"у ом і{' а' if genitive == 'а' else ''}")
    return []


def german_genitive(form):
    return [form + "s"] if is_one_word(form) and form[-1] not in "sßxz" else []


def arabic_prefixed(form):
    """With the preposition that swallows the article; the matcher splits off the other prefixes."""
    return ["لل" + form[2:]] if form.startswith("ال") else []


def cases(language, form, city=False):
    """The other cases of a proper name."""
    if language == "ru":
        return russian_cases(form)
    if language == "uk":
        return ukrainian_cases(form, "а" if city else "у")
    if language == "ar":
        return arabic_prefixed(form)
    return german_genitive(form) if language == "de" else []


def german_adjective(form):
    return [form] + with_endings(form, "e er en es em")


def french_adjective(form):
    irregular = {"grec": "grecque", "turc": "turque", "letton": "lettone", "slovaque": "slovaque"}
    if form in irregular:
        feminine = irregular[form]
    elif form.endswith("en"):
        feminine = form + "ne"
    elif form.endswith(("e", "é")):
        feminine = form
    else:
        feminine = form + "e"
    return [form, feminine, form if form[-1] in "sx" else form + "s", feminine + "s"]


def spanish_adjective(form):
    for ending, stem in (("és", "es"), ("án", "an"), ("ín", "in"), ("ón", "on"), ("ol", "ol")):
        if form.endswith(ending):
            root = form[: -len(ending)] + stem
            return [form, root + "a", root + "es", root + "as"]
    if form.endswith("o"):
        return with_endings(form[:-1], "o a os as")
    if form.endswith(("í", "ú")):
        return [form, form + "es", form + "s"]
    return [form, form + "s"]


def italian_adjective(form):
    if form.endswith("co"):
        return [form, form[:-1] + "a", form[:-2] + ("ci" if form in ITALIAN_PLURAL_CI else "chi"), form[:-2] + "che"]
    if form.endswith("o"):
        return with_endings(form[:-1], "o a i e")
    if form.endswith("ga"):
        return [form, form[:-2] + "gi", form[:-2] + "ghe"]
    if form.endswith("a"):
        return with_endings(form[:-1], "a i e")
    return with_endings(form[:-1], "e i") if form.endswith("e") else [form]


ADJECTIVES = {"de": german_adjective, "fr": french_adjective, "es": spanish_adjective, "it": italian_adjective}
