# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold between the tables."""

import re
import sys
import xml.etree.ElementTree as ElementTree

from .forms import fold
from .sources import LANGUAGES

KINDS = "country demonym place organisation person event document date money quantity term".split()
ROLES = ("country bloc capital city region government ministry agency council parliament court party police military bank "
         "university company embassy office body committee media team people").split()
FLAGS = "abbr exact context lower metonym".split()
RULES = "exact middle context longest never".split()
PLACES_OF_CUE = "before after sentence article list".split()


def read(folder):
    """(file name, root) of every table."""
    return [(path.name, ElementTree.parse(path).getroot()) for path in sorted(folder.glob("*.xml"))]


def read_members(folder, bloc):
    return {member.get("country") for _, root in read(folder) for entity in root.iter("entity")
            if entity.get("id") == bloc for member in entity.iter("member") if not member.get("until")}


def read_cautioned(folder):
    """(language, folded form) of every caution."""
    return frozenset((language, fold(caution.get("form"))) for _, root in read(folder) for caution in root.iter("caution")
                     for language in caution.get("lang").split())


class Check:
    def __init__(self, folder):
        self.tables = read(folder)
        self.problems = []
        self.remarks = []
        self.defined = {}
        self.forms = {}
        self.elements = {}

    def problem(self, name, text):
        self.problems.append(f"{name}: {text}")

    def entities(self):
        for name, root in self.tables:
            for entity in root.iter("entity"):
                yield name, entity

    def check_entities(self):
        for name, entity in self.entities():
            identity = entity.get("id")
            if entity.get("kind") is None:
                continue
            if identity in self.defined:
                self.problem(name, f"id “{identity}” is given twice")
            self.defined[identity] = entity
            if entity.get("kind") not in KINDS:
                self.problem(name, f"{identity}: no kind “{entity.get('kind')}”")
            if entity.get("role", "country") not in ROLES:
                self.problem(name, f"{identity}: no role “{entity.get('role')}”")
            if not re.fullmatch("[A-Z][A-Z0-9]{1,15}|[a-z0-9]+(-[a-z0-9]+)*", identity):
                self.problem(name, f"id “{identity}” is not written as ids are")

    def check_names(self):
        for name, entity in self.entities():
            identity = entity.get("id")
            if identity not in self.defined:
                self.problem(name, f"{identity} has names, but no file says what it is")
            for element in entity.iter("name"):
                form = element.text or ""
                if form != " ".join(form.split()) or not form:
                    self.problem(name, f"{identity}: space in “{form}”")
                for flag in element.get("flags", "").split():
                    if flag not in FLAGS:
                        self.problem(name, f"{identity}: no flag “{flag}”")
                for language in element.get("lang", "").split() or [""]:
                    if language not in LANGUAGES + ["*"]:
                        self.problem(name, f"{identity}: no language “{language}”")
                    self.forms.setdefault((language, fold(form)), {}).setdefault(identity, element)
                    self.elements.setdefault((identity, fold(form), language), []).append(element)

    def check_collisions(self):
        """A form of two entities needs the flag context or a caution for one of them at least."""
        cautioned = {(c.get("entity"), fold(c.get("form"))) for _, root in self.tables for c in root.iter("caution")}
        for (language, form), entities in sorted(self.forms.items()):
            plain = [identity for identity, element in entities.items()
                     if "context" not in element.get("flags", "").split() and (identity, form) not in cautioned]
            if len(plain) < 2:
                continue
            kinds = [self.defined[i].get("kind") if i in self.defined else "" for i in plain]
            text = f"{language} “{form}” names {', '.join(sorted(plain))}"
            (self.problems if kinds.count("country") > 1 else self.remarks).append(text)

    def check_members(self):
        for name, entity in self.entities():
            countries = [entity.get("countries", "").split(), [m.get("country") for m in entity.iter("member")]]
            for code in countries[0] + countries[1]:
                kind = self.defined[code].get("kind") if code in self.defined else None
                if kind != "country" and not (code in countries[0] and self.defined.get(code) is not None):
                    self.problem(name, f"{entity.get('id')}: “{code}” is no country")
            seen = [(m.get("country"), m.get("from")) for m in entity.iter("member")]
            if len(seen) != len(set(seen)):
                self.problem(name, f"{entity.get('id')}: a member is given twice")

    def check_cautions(self):
        for name, root in self.tables:
            for caution in root.iter("caution"):
                language, form, identity = caution.get("lang"), caution.get("form"), caution.get("entity")
                named = {i for l in (*language.split(), "*") for i in self.forms.get((l, fold(form)), {})}
                if identity not in named:
                    self.problem(name, f"caution: {language} “{form}” is no name of {identity}")
                elif any(element.get("lang") != language for element in self.elements.get((identity, fold(form), language), [])):
                    self.problem(name, f"caution: {language} “{form}” of {identity} has its name in common with other languages")
                if caution.get("rule") not in RULES:
                    self.problem(name, f"caution “{form}”: no rule “{caution.get('rule')}”")
                for cue in caution:
                    if cue.get("where") not in PLACES_OF_CUE and cue.get("is") not in ("capital", "first"):
                        self.problem(name, f"caution “{form}”: no place “{cue.get('where')}”")
                    if bool(cue.text) == (cue.get("is") is not None or cue.get("where") == "list"):
                        self.problem(name, f"caution “{form}”: a cue needs either words or a property")


def check(folder):
    """Print what is wrong; 0 if nothing is."""
    run = Check(folder)
    run.check_entities()
    run.check_names()
    run.check_collisions()
    run.check_members()
    run.check_cautions()
    for remark in run.remarks:
        print(f"remark: {remark}")
    for problem in run.problems:
        print(f"problem: {problem}", file=sys.stderr)
    print(f"{len(run.defined)} entities, {len(run.forms)} names in a language, {len(run.problems)} problems")
    return 1 if run.problems else 0
