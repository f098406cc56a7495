# SPDX-License-Identifier: GPL-3.0-or-later
"""countries.xml: the territories of ISO 3166-1 and Kosovo, with their names in 14 languages."""

import re

from .forms import Names, fold, is_of_language, is_too_short, write_entity, write_file
from .inflection import ADJECTIVES, cases
from .sources import LANGUAGES

# “A (B)”: B is a remark that tells two territories apart, not a second name; A alone would be ambiguous.
REMARKS = "CC CD CG MF SX VG VI UM HK MO IR TZ NL BQ".split()

# Mistakes of the sources, and forms that mean something else as well; “Congo” is in countries-extra.xml.
WRONG = {
    ("vi", "KG", "Ka-dắc-xtan"), ("vi", "IL", "Do Thái"), ("vi", "TD", "Sát"), ("vi", "SC", "Xây sen"),
    ("vi", "CF", "Trung Phi"), ("vi", "MY", "Mã Lai"), ("en", "US", "The States"), ("ko", "WF", "왈리스"),
    ("vi", "CG", "Congo"), ("vi", "CG", "Công-gô"), ("en", "CG", "Congo"), ("de", "CG", "Kongo"), ("fr", "CG", "Congo"),
    ("es", "CG", "Congo"), ("it", "CG", "Congo"), ("pt", "CG", "Congo"), ("id", "CG", "Kongo"), ("ru", "CG", "Конго"),
    ("uk", "CG", "Конго"), ("ko", "CG", "콩고"), ("ja", "CG", "コンゴ"), ("zh", "CG", "刚果"), ("ar", "CG", "الكونغو"),
}

# The name to show where the sources begin with another one.
PREFERRED = {"FK": "Falkland Islands", "HK": "Hong Kong|香港", "KR": "한국", "UA": "Ukraine", "PS": "Palestine|巴勒斯坦", "CI": "科特迪瓦"}

# Names that are a common word as well; each has a caution in false-friends.xml, or never stands alone.
CONTEXT = {
    "en": "Chad Jordan Georgia Guernsey Jersey Monaco Niue Man", "vi": "Jordan Chad Georgia Jersey Anh",
    "ko": "가나 건지 수단 오만 말리 차드 인도 호주 조지아 이란 저지 괌", "ja": "タイ マリ チャド ジョージア ニウエ",
    "ru": "Того Чад", "uk": "Того", "ar": "مالي", "fr": "Jersey Maurice Man", "it": "Riunione Man Jersey Niue",
}

ADJECTIVE_FIXES = {
    ("fr", "KP"): "nord-coréen", ("fr", "KR"): "sud-coréen", ("fr", "ZA"): "sud-africain", ("fr", "SL"): "sierra-léonais",
    ("fr", "LK"): "sri-lankais", ("fr", "CV"): "cap-verdien", ("fr", "LR"): "libérien", ("fr", "EC"): "équatorien",
    ("de", "AE"): "emiratisch", ("de", "PS"): "palästinensisch", ("de", "NZ"): "neuseeländisch",
    ("de", "PG"): "papua-neuguineisch", ("de", "NE"): "nigrisch", ("de", "NG"): "nigerianisch",
    ("de", "DO"): "dominikanisch", ("es", "LK"): "esrilanqués", ("es", "SL"): "sierraleonés", ("es", "BA"): "bosnio",
    ("es", "IR"): "iraní", ("es", "IQ"): "iraquí", ("es", "KW"): "kuwaití", ("es", "QA"): "catarí", ("es", "SD"): "sudanés",
    ("es", "TW"): "taiwanés", ("es", "ZA"): "sudafricano", ("es", "KR"): "surcoreano", ("es", "ML"): "maliense",
    ("es", "GH"): "ghanés", ("es", "PK"): "pakistaní", ("es", "NE"): "nigerino", ("es", "AZ"): "azerbaiyano",
    ("es", "SS"): "sursudanés", ("es", "MN"): "mongol", ("it", "KP"): "nordcoreano", ("it", "KR"): "sudcoreano",
    ("it", "AE"): "emiratino", ("it", "AR"): "argentino", ("it", "BD"): "bangladese", ("it", "BH"): "bahreinita",
    ("it", "HR"): "croato", ("it", "KW"): "kuwaitiano", ("it", "QA"): "qatariota", ("it", "PS"): "palestinese",
    ("it", "KZ"): "kazako", ("it", "KG"): "kirghiso", ("it", "MD"): "moldavo", ("it", "MR"): "mauritano",
    ("it", "NG"): "nigeriano", ("it", "NE"): "nigerino", ("it", "RW"): "ruandese", ("it", "SG"): "singaporiano",
    ("it", "TD"): "ciadiano", ("it", "TJ"): "tagico", ("it", "UZ"): "uzbeco", ("it", "TM"): "turkmeno",
    ("it", "LK"): "srilankese", ("it", "BA"): "bosniaco", ("it", "BB"): "barbadiano", ("it", "ME"): "montenegrino",
    ("it", "CY"): "cipriota", ("it", "MY"): "malese", ("it", "AF"): "afghano", ("it", "AZ"): "azero", ("it", "ZW"): "zimbabwiano",
    ("it", "UY"): "uruguaiano", ("it", "MT"): "maltese", ("it", "SA"): "saudita", ("it", "MW"): "malawiano",
    ("it", "LY"): "libico", ("fr", "PS"): "palestinien", ("fr", "BA"): "bosnien", ("de", "GB"): "britisch",
}

# Adjectives shared by two states, or that are first of all another word.
ADJECTIVE_DROPS = {(l, c) for l in ("en", "fr", "de", "es", "it") for c in ("CG", "CD", "DM", "GQ", "GW", "VC", "KN", "TT")} | {
    ("it", c) for c in "AD AG BN BW CR CV DJ FJ GD GN GT HN KI KM LC LI LS NR PA PG PW SB SC SL SM SR SS ST SZ TV VA VU".split()} | {
    ("es", c) for c in "AG BB BN LC SM ST MC".split()} | {("fr", c) for c in "LS AF".split()}


def split(code, form):
    """The names that one entry of a source holds."""
    form = re.sub(r"\s+", " ", form).strip()
    both = re.fullmatch(r"(.+?) ?[(（](.+?)[)）]", form)
    if both and code not in REMARKS:
        return [both[1], both[2]]
    if re.search(r"[(（,、،،]| [-–—] ", form) and code != "PG":
        return []
    return [form.replace(" — ", "-")]


def sources_of(sources, language):
    """(code, form) of every source."""
    for locale in sources.cldr("cldr-localenames-full", "territories.json", language):
        for key, form in sorted(locale["localeDisplayNames"]["territories"].items()):
            if re.fullmatch("[A-Z]{2}(-alt-(short|variant))?", key):
                yield key[:2], form
    for code, forms in sorted(sources.json("i18n-iso-countries", f"langs/{language}.json")["countries"].items()):
        for form in [forms] if isinstance(forms, str) else forms:
            yield code, form
    for key, form in sorted(sources.geonames(language).items()):
        if isinstance(key, str) and re.fullmatch("[A-Z]{2}", key):
            yield key, form


def collect(sources, codes):
    """(language, folded form) → {code: form}"""
    table = {}
    for language in LANGUAGES:
        for code, entry in sources_of(sources, language):
            for form in split(code, entry) if code in codes else []:
                if (language, code, form) in WRONG or is_too_short(form) or not is_of_language(form, language):
                    continue
                table.setdefault((language, fold(form)), {}).setdefault(code, form)
    return table


def adjective(sources, language, code, names):
    """The adjective of a country, as in “the Korean government”; None if the source has none worth listing."""
    if (language, code) in ADJECTIVE_DROPS:
        return None
    form = ADJECTIVE_FIXES.get((language, code)) or sources.json("i18n-nationality", f"langs/{language}.json")["nationalities"].get(code, "")
    form = form.strip() if language == "en" else form.strip().lower()
    if not form or re.search("[(,]| - | or | ou | o | und ", form) or (" " in form and language != "en"):
        return None
    if language == "de" and not form.endswith(("isch", "deutsch")):
        return None
    return None if (language, fold(form)) in names or form.endswith("ans") else form


def area_codes(sources):
    """Code of two letters → of three."""
    rows = {row[0]: row[1] for row in sources.json("i18n-iso-countries", "codes.json")}
    return {**rows, "XK": "XKX"}


def capital_points(sources):
    """Code → point of the capital, else of the largest town."""
    towns = sorted(sources.cities(), key=lambda town: (town["code"] == "PPLC", town["population"]))
    return {town["country"]: (town["lat"], town["lon"]) for town in towns}


# Uninhabited, or without a town in the source.
POINTS = {"AQ": (-80, 0), "BV": (-54.42, 3.36), "HM": (-53.08, 73.5), "UM": (19.28, 166.65), "TK": (-9.2, -171.85),
          "IO": (-7.33, 72.42), "TF": (-49.25, 69.17), "GS": (-54.43, -36.6), "FR": (46.7, 2.5), "NO": (61.4, 9.2)}


def generate(sources, folder, members):
    """Write countries.xml.  `members`: the codes of the states whose adjectives are taken."""
    codes = area_codes(sources)
    table = collect(sources, codes)
    wikidata, labels, capitals = sources.wikidata(), sources.label_points(), capital_points(sources)
    body = []
    for code in sorted(codes):
        names = Names(PREFERRED.get(code, ""))
        for (language, folded), forms in table.items():
            if list(forms) != [code]:
                continue
            flags = "context" if forms[code] in CONTEXT.get(language, "").split() else ""
            names.add(language, forms[code], flags)
            for form in cases(language, forms[code]):
                if (language, fold(form)) not in table:
                    names.add(language, form, flags)
        for language in ("en", "de", "fr", "es", "it"):
            base = adjective(sources, language, code, table) if code in members else None
            for form in ADJECTIVES.get(language, lambda word: [word])(base) if base else []:
                names.add(language, form, kind="demonym")
        lat, lon = POINTS.get(code) or labels.get(codes[code]) or capitals[code]
        write_entity(body, {"id": code, "kind": "country", "role": "country", "countries": code,
                            "wikidata": wikidata.get(code), "lat": round(lat, 2), "lon": round(lon, 2)}, names)
    write_file(folder / "countries.xml", "Made by `generate`: change the generator, not this file.", body)
    return table
