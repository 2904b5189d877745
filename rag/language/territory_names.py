"""What countries, provinces, regencies and cities are called, in Indonesian and English.

Countries come from Unicode CLDR (through babel), provinces from ISO 3166-2 (through pycountry), regencies and cities
from `regencies.tsv`, which names its source.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pycountry
from babel import Locale

# ISO 3166 code, then names that the sources do not have: spellings of the Indonesian press for countries, short and
# English ones for provinces, the plain English name last.
_MORE_NAMES = """
HK: hongkong, hong kong
KR: korea, korsel, korea selatan, south korea
KP: korut
US: amerika, america, usa
GB: inggris, england, britain
CN: tiongkok, cina, china
SA: arab saudi, saudi
NL: belanda
JP: jepang, japan
AE: uea
TW: taiwan
MO: makau, macau
BN: brunei
TR: turki
ID-SU: sumatra utara, sumut, north sumatra
ID-SB: sumatra barat, sumbar, west sumatra
ID-KR: kepri, riau islands
ID-SS: sumatra selatan, sumsel, south sumatra
ID-BB: bangka belitung, babel, bangka belitung islands
ID-JK: dki jakarta, jakarta
ID-JB: jabar, west java
ID-JT: jateng, central java
ID-YO: daerah istimewa yogyakarta, jogja, diy, yogyakarta
ID-JI: jatim, east java
ID-NB: ntb, west nusa tenggara
ID-NT: ntt, east nusa tenggara
ID-KB: kalbar, west kalimantan
ID-KT: kalteng, central kalimantan
ID-KS: kalsel, south kalimantan
ID-KI: kaltim, east kalimantan
ID-KU: kaltara, north kalimantan
ID-SA: sulut, north sulawesi
ID-ST: sulteng, central sulawesi
ID-SN: sulsel, south sulawesi
ID-SG: sultra, southeast sulawesi
ID-SR: sulbar, west sulawesi
ID-MU: malut, north maluku
ID-PB: west papua
ID-PS: south papua
ID-PT: central papua
ID-PE: papua pegunungan, highland papua
ID-PD: southwest papua
"""
_REGENCY = ("kabupaten ", "kab. ", "kab ", "regency of ")
_CITY = ("kota ", "city of ")
_COUNTRY = re.compile(r"[A-Z]{2}")
# Behind a name in Indonesian, before it in English: "Lampung Timur", "East Lampung"; the longest first.
_DIRECTIONS = {
    "barat daya": "southwest",
    "barat laut": "northwest",
    "timur laut": "northeast",
    "tenggara": "southeast",
    "selatan": "south",
    "tengah": "central",
    "utara": "north",
    "timur": "east",
    "barat": "west",
}
_ISLANDS = "kepulauan "


@dataclass(frozen=True, slots=True)
class Regency:
    """A regency ("kabupaten") or city ("kota"); `province` is its ISO 3166-2 code."""

    code: str
    province: str
    kind: str
    name: str

    @property
    def written(self) -> tuple[str, ...]:
        """In lower case, in Indonesian and, where that is another name, in English."""
        plain = self.name.lower()
        if plain.startswith(_ISLANDS):
            return plain, f"{plain.removeprefix(_ISLANDS)} islands"
        for behind, before in _DIRECTIONS.items():
            if plain.endswith(f" {behind}"):
                return plain, f"{before} {plain.removesuffix(f' {behind}')}"
        return (plain,)


@cache
def territory_names() -> dict[str, str]:
    """ISO 3166 codes of countries and provinces by their names in lower case."""
    names: dict[str, str] = {}
    for language in ("id", "en"):
        for code, name in Locale(language).territories.items():
            if _COUNTRY.fullmatch(code):
                names[name.lower()] = code
    names |= {name.lower(): code for code, name in _provinces().items()}
    return names | {name: code for code, group in _more_names().items() for name in group}


def english_name(territory: str) -> str | None:
    """The English name of a country or province given in either language, or None."""
    return _english().get(territory.lower())


def regencies() -> Iterator[Regency]:
    """All 514, in the order of their codes."""
    for line in (files(__package__) / "regencies.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield Regency(*line.split("\t"))


@cache
def _more_names() -> dict[str, list[str]]:
    lines = (line.split(": ") for line in _MORE_NAMES.split("\n") if line)
    return {code: names.split(", ") for code, names in lines}


@cache
def _provinces() -> dict[str, str]:
    """The names of the 38 provinces by code; "Jawa" and the like are no provinces but geographical units."""
    found = pycountry.subdivisions.get(country_code="ID") or ()  # type: ignore[no-untyped-call]
    return {each.code: each.name for each in found if each.type != "Geographical unit"}


@cache
def _english() -> dict[str, str]:
    english = dict(Locale("en").territories) | {"HK": "Hong Kong", "MO": "Macao", "MM": "Myanmar"} | _provinces()
    english |= {code: group[-1].title() for code, group in _more_names().items() if code.startswith("ID-")}
    return {name: english[code] for name, code in territory_names().items() if code in english}
