# SPDX-License-Identifier: GPL-3.0-or-later
"""towns.xml: first-level regions, and the towns below a million.

All their names carry `context`: src/analysis/places/place-chooser.c takes them only where the article itself speaks for them.
"""

import re
import unicodedata
import xml.etree.ElementTree as ElementTree

from .forms import Names, fold, is_of_language, is_too_short, write_entity, write_file
from .places import CITY_STATES, letters_of
from .sources import LANGUAGES

LARGE = 100_000
SMALL = 20_000

# In whose papers the smaller towns of a country stand.
READERS = {
    "en": "US GB CA AU NZ IE ZA IN", "de": "DE AT CH LI", "fr": "FR BE CH CA", "es": "ES MX AR CO CL PE", "it": "IT CH",
    "pt": "PT BR", "ru": "RU BY", "uk": "UA", "vi": "VN", "id": "ID", "ko": "KR KP", "ja": "JP", "zh": "CN TW",
}
LATIN = "vi en de fr es it pt id".split()

# Countries whose towns share their names so often that the region must tell them apart.
WITH_REGION = "US CA AU".split()

# Regions that the hand-written tables tell apart from a city.
RENAMED = {("US", "New York"): "new-york-state"}

# What English adds to the name of a region, or to that of a town.
KINDS_OF_REGION = (" (Province|Region|Oblast|District|Prefecture|Governorate|Department|County|State|Voivodeship|Krai|Parish|"
                   "Municipality|Canton|Emirate|Division)$|^(Province|State|Region|Department|Municipality|Canton) of ")


def slug(name):
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", ascii_name.lower().replace("'", "")).strip("-")


def read_listed(folder):
    """(language, folded form, country) of every name that the other tables have, and all their ids."""
    roots = [ElementTree.parse(path).getroot() for path in sorted(folder.glob("*.xml")) if path.name != "towns.xml"]
    countries = {entity.get("id"): entity.get("countries", "") for root in roots for entity in root.iter("entity") if entity.get("kind")}
    forms = set()
    for entity in (entity for root in roots for entity in root.iter("entity")):
        for name in entity.iter("name"):
            languages = LANGUAGES if name.get("lang") == "*" else name.get("lang").split()
            forms |= {(language, fold(name.text), countries[entity.get("id")]) for language in languages}
    return forms, set(countries)


def add(names, language, form, country, listed):
    form = letters_of(language, unicodedata.normalize("NFC", form.split("(")[0].strip()))
    if (is_of_language(form, language) and not is_too_short(form) and not form[0].islower() and
            (language, fold(form), country) not in listed):
        names.add(language, form, "context")


def region_names(sources, code, listed):
    names = Names()
    for language in LANGUAGES:
        form = sources.geonames(language).get(code, "")
        if language == "en":
            form = re.sub(KINDS_OF_REGION, "", form)
        add(names, language, form, code[:2], listed)
    return names


def regions(sources, listed, ids, countries):
    for code, form in sorted(sources.geonames("en").items()):
        if not re.fullmatch(r"[A-Z]{2}\.\w+", code) or code[:2] not in countries:
            continue
        name = f"{slug(re.sub(KINDS_OF_REGION, '', form))}-{code[:2].lower()}"
        names = region_names(sources, code, listed)
        if names.languages and name not in ids and ("en", fold(re.sub(KINDS_OF_REGION, "", form)), code[:2]) not in listed:
            ids.add(name)
            yield {"id": name, "kind": "place", "role": "region", "countries": code[:2]}, names


def town_names(sources, town, listed):
    names = Names()
    large = town["population"] >= LARGE
    for language in LANGUAGES:
        if not large and town["country"] not in READERS.get(language, "").split():
            continue
        forms = {sources.geonames(language).get(town["id"], "")}
        if language == "en" or language in LATIN and town["country"] in READERS[language].split():
            forms.add(town["name"])
        for form in sorted(forms - {""}):
            add(names, language, form, town["country"], listed)
    return names


def is_town(town):
    return (town["class"] == "P" and town["code"] not in ("PPLC", "PPLX", "PPLH", "PPLQ") and
            town["country"] not in CITY_STATES and SMALL <= town["population"] < 1_000_000)


def towns(sources, listed, ids, countries):
    zones = sources.zones()
    for town in sorted(filter(is_town, sources.cities()), key=lambda t: (-t["population"], int(t["id"]))):
        country = town["country"]
        if country not in countries:
            continue
        names = town_names(sources, town, listed)
        if not names.languages:
            continue
        region = sources.geonames("en").get(f"{country}.{town['region']}", "")
        name = "-".join(filter(None, (slug(town["ascii"]), RENAMED.get((country, region), slug(region)) if country in WITH_REGION else "", country.lower())))
        if name in ids:
            name += "-" + town["id"]
        ids.add(name)
        yield {"id": name, "kind": "place", "role": "city", "countries": country, "lat": round(town["lat"], 2),
               "lon": round(town["lon"], 2), "zone": zones.get(town["id"]), "geonames": town["id"]}, names


def generate(sources, folder, countries):
    """`countries`: the codes of countries.xml"""
    listed, ids = read_listed(folder)
    body = []
    for attributes, names in regions(sources, listed, ids, countries):
        write_entity(body, attributes, names)
    for attributes, names in towns(sources, listed, ids, countries):
        write_entity(body, attributes, names)
    write_file(folder / "towns.xml", "Made by `generate`: change the generator, not this file.", body)
