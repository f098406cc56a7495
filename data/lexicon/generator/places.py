# SPDX-License-Identifier: GPL-3.0-or-later
"""places.xml: the capitals, and the cities of a million and more."""

import re
import unicodedata

from .forms import Names, fold, is_of_language, is_too_short, write_entity, write_file
from .inflection import cases
from .sources import LANGUAGES

MILLION = 1_000_000

# The town is the territory.
CITY_STATES = "HK MO SG VA GI MC".split()

# What a language adds to the name of a town.
AFFIXES = {
    "vi": "^(Thành phố|Thủ đô|Quận|Huyện|Thị xã|Thị trấn) ", "ko": "(특별자치시|특별시|광역시|직할시| 시)$",
    "ja": "(特別市|直轄市|(?<=東京)都|(?<!^..)市|(?<=..)市)$", "zh": "(特别市|特別市|(?<=..)市)$",
    "en": " city$|, D\\.C\\.$| D\\.C\\.$", "id": "^Kota ", "uk": "^місто ",
}

# Written otherwise by the source than by the news; or first of all another thing.
DROPPED = {
    ("pt", "Victoria"), ("fr", "Saint Domingue"), ("en", "Abu Dhabi Island and Internal Islands City"), ("vi", "Viêng Quý"),
    ("en", "Yaren District"), ("ru", "Гитеге"), ("vi", "Priština"), ("es", "Ciudad de Malabo"), ("pt", "Saint George.s"),
    ("es", "Fongafale (atolón de Funafuti)"), ("de", "Nuuk (Godthåb)"), ("it", "Nuuk (Godthåb)"), ("vi", "Jaunde"),
    ("fr", "Panamá"), ("ar", "جورج توغن"), ("id", "Aljir"), ("id", "Athena"), ("zh", "自由"), ("zh", "聖地牙哥"),
}

# Common words and given names (see SOURCES.md): accepted only with a cue beside them.
CONTEXT = {
    "en": "Male Malé Victoria Santiago Hamilton Douglas Kingston Georgetown Stanley Plymouth Wellington Sucre Nassau Sofia "
          "Jamestown Phoenix Dallas Austin Adelaide Perth Lima Paris Surat Xi'an Wuxi Valencia Mosul Malang Lagos "
          "Medan Bandung Medina Salvador Bern Nice Ulsan Bursa Leon León Perm Cali Tunis Ufa Fes Multan",
    "vi": "Male Malé Victoria Trường_Sa Tây_Ninh Thái_Nguyên Santiago Hamilton Douglas Kingston Stanley Sofia Lima Cali Austin Paris Lagos Leon Bern Medan",
    "ko": "파리 다카 나사우 로마 빈 방기 주바 수바 도하 바쿠 말레 부산 대전 광주 사나 리가 리마 칼리 우파 페스 수라트 린이 우시",
    "ja": "マレ ローマ リマ リガ スバ ドーハ ウファ カリ レオン マラガ",
    "zh": "新港 自由市 瓦利 三亚 长春 太原 大同 东方 金边",
    "de": "Male Riga Essen Perm Victoria Lima Halle", "fr": "Nice Vienne Victoria Male Paris Lima Tours Perm",
    "es": "Male Lima León Victoria Santiago Barranquilla Sucre Panamá Guatemala Medina Perm",
    "pt": "Male Lima Victoria Salvador Santiago Fortaleza Recife Natal Belém Praia Perm Fez Campinas",
    "it": "Male Malé Lima Roma Victoria Sofia Riga Medina", "id": "Male Medan Malang Batam Palu Padang Lima",
    "ru": "Мале Рим Пермь Прая", "uk": "Мале Рим", "ar": "فاس مسقط مالي",
}


def letters_of(language, form):
    return re.sub(AFFIXES[language], "", form) if language in AFFIXES else form


def exemplar_cities(sources):
    """(language, time zone) → name of the town the zone is called after."""
    table = {}

    def walk(language, prefix, node):
        if "exemplarCity" in node:
            table[language, prefix] = node["exemplarCity"]
        for key, value in node.items():
            if isinstance(value, dict):
                walk(language, f"{prefix}/{key}" if prefix else key, value)
    for language in LANGUAGES:
        for locale in sources.cldr("cldr-dates-full", "timeZoneNames.json", language):
            walk(language, "", locale["dates"]["timeZoneNames"]["zone"])
    return table


def names_of(sources, town, exemplars, countries, sovereign):
    names = Names()
    small = town["code"] == "PPLC" and town["country"] not in sovereign and town["population"] < 100_000
    metonym = "metonym" if town["code"] == "PPLC" and town["country"] in sovereign else ""
    for language in LANGUAGES:
        forms = [sources.geonames(language).get(town["id"], "")]
        if town["zone"].rsplit("/", 1)[-1].replace("_", " ") == town["ascii"]:
            forms.append(exemplars.get((language, town["zone"]), ""))
        if language == "en":
            forms += [town["name"], town["ascii"]]
        if language == "vi" and not any(forms):
            forms = [sources.geonames("en").get(town["id"], ""), town["name"]]
        forms = [f for f in forms if f and not {(language, f), ("en", f)} & DROPPED and is_of_language(f, language)]
        forms = [unicodedata.normalize("NFC", f.split("(")[0].strip()) for f in forms]
        for form in sorted({s for f in forms for s in (letters_of(language, f), f)} - {f for l, f in DROPPED if l == language}, key=forms_order(forms)):
            if is_too_short(form) and language not in ("zh", "ja") or (language, fold(form)) in countries:
                continue
            context = "context" if small or form.replace(" ", "_") in CONTEXT.get(language, "").split() or len(form) < 2 else ""
            flags = " ".join(flag for flag in (context, metonym) if flag)
            names.add(language, form, flags)
            for other in cases(language, form, city=True):
                if (language, fold(other)) not in countries:
                    names.add(language, other, flags)
    return names


def forms_order(forms):
    return lambda form: (form not in forms, form)


def slug(town):
    name = town["name"].split(" - ")[0] if town["code"] == "PPLC" else town["ascii"]
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", ascii_name.lower().replace("'", "").replace("’", "")).strip("-")


def selected(sources):
    """Capitals first: they get the plain id."""
    towns = [t for t in sources.cities() if t["class"] == "P" and t["country"] not in CITY_STATES and
             (t["code"] == "PPLC" or (t["population"] >= MILLION and t["code"] not in ("PPLX", "PPLH", "PPLQ")))]
    return sorted(towns, key=lambda t: (t["code"] != "PPLC", -t["population"], int(t["id"])))


def generate(sources, folder, countries, sovereign):
    exemplars = exemplar_cities(sources)
    zones = sources.zones()
    entries, taken = {}, set()
    for town in selected(sources):
        names = names_of(sources, town, exemplars, countries, sovereign)
        if not names.languages:
            continue
        name = next(n for n in (slug(town), f"{slug(town)}-{town['country'].lower()}", f"{slug(town)}-{town['id']}") if n not in taken)
        taken.add(name)
        role = "capital" if town["code"] == "PPLC" else "city"
        entries[name] = ({"id": name, "kind": "place", "role": role, "countries": town["country"],
                          "lat": round(town["lat"], 2), "lon": round(town["lon"], 2), "zone": zones.get(town["id"]),
                          "geonames": town["id"]}, names)
    body = []
    for name in sorted(entries):
        write_entity(body, *entries[name])
    write_file(folder / "places.xml", "Made by `generate`: change the generator, not this file.", body)
