"""Names of countries (Unicode CLDR, through babel) and of Indonesian provinces, in Indonesian and English."""

import re
from functools import cache

from babel import Locale

# ISO 3166 code, then names that CLDR does not have: spellings of the Indonesian press for countries, and the
# provinces of Indonesia in both languages, the plain English name last.
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
ID-AC: aceh
ID-SU: sumatera utara, sumatra utara, sumut, north sumatra
ID-SB: sumatera barat, sumbar, west sumatra
ID-RI: riau
ID-KR: kepulauan riau, kepri, riau islands
ID-JA: jambi
ID-SS: sumatera selatan, sumsel, south sumatra
ID-BB: bangka belitung, babel, bangka belitung islands
ID-BE: bengkulu
ID-LA: lampung
ID-JK: jakarta, dki jakarta
ID-JB: jawa barat, jabar, west java
ID-BT: banten
ID-JT: jawa tengah, jateng, central java
ID-YO: yogyakarta, jogja, diy
ID-JI: jawa timur, jatim, east java
ID-BA: bali
ID-NB: nusa tenggara barat, ntb, west nusa tenggara
ID-NT: nusa tenggara timur, ntt, east nusa tenggara
ID-KB: kalimantan barat, kalbar, west kalimantan
ID-KT: kalimantan tengah, kalteng, central kalimantan
ID-KS: kalimantan selatan, kalsel, south kalimantan
ID-KI: kalimantan timur, kaltim, east kalimantan
ID-KU: kalimantan utara, kaltara, north kalimantan
ID-SA: sulawesi utara, sulut, north sulawesi
ID-ST: sulawesi tengah, sulteng, central sulawesi
ID-SN: sulawesi selatan, sulsel, south sulawesi
ID-SG: sulawesi tenggara, sultra, southeast sulawesi
ID-GO: gorontalo
ID-SR: sulawesi barat, sulbar, west sulawesi
ID-MA: maluku
ID-MU: maluku utara, malut, north maluku
ID-PA: papua
ID-PB: papua barat, west papua
ID-PS: papua selatan, south papua
ID-PT: papua tengah, central papua
ID-PE: papua pegunungan, highland papua
ID-PD: papua barat daya, southwest papua
"""
_TOWARDS = re.compile(r"\b(?:(?:yang|yg) )?(ke|di|dari|to|in|from) $", re.IGNORECASE)
_BETWEEN_PLACES = re.compile(r"(?:,|,? (?:dan|atau|and|or))? ?")
_COUNTRY = re.compile(r"[A-Z]{2}")
# What IGNORECASE takes for i, s and k, and lower() leaves alone or makes two characters of.
_FOLDED = str.maketrans("ıİſ\u212a", "iisk")


@cache
def _more_names() -> dict[str, list[str]]:
    lines = (line.split(": ") for line in _MORE_NAMES.split("\n") if line)
    return {code: names.split(", ") for code, names in lines}


@cache
def _codes() -> dict[str, str]:
    names: dict[str, str] = {}
    for language in ("id", "en"):
        for code, name in Locale(language).territories.items():
            if _COUNTRY.fullmatch(code):
                names[name.lower()] = code
    return names | {name: code for code, group in _more_names().items() for name in group}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_codes(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def territories_in(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the names of countries and provinces in `text`, in either language."""
    return tuple(match.span() for match in _pattern().finditer(text))


def territory_codes(text: str) -> frozenset[str]:
    """ISO 3166 codes of the countries and provinces that `text` names, in either language."""
    return frozenset(_codes()[match.group().translate(_FOLDED).lower()] for match in _pattern().finditer(text))


@cache
def _english() -> dict[str, str]:
    english = dict(Locale("en").territories) | {"HK": "Hong Kong", "MO": "Macao", "MM": "Myanmar"}
    english |= {code: group[-1].title() for code, group in _more_names().items() if code.startswith("ID-")}
    return {name: english[code] for name, code in _codes().items() if code in english}


def english_name(territory: str) -> str | None:
    """The English name of a country or province given in either language, or None."""
    return _english().get(territory.lower())


def without_rival_places(asked: str, earlier: str) -> str:
    """The `earlier` question without "ke Jepang dan Korea" when `asked` says "ke Singapura"."""
    roles = {role for role, _, _ in _placed(asked)}
    for role, start, end in reversed(_placed(earlier)):
        if role in roles:
            earlier = f"{earlier[:start].rstrip()} {earlier[end:].lstrip()}"
    return " ".join(earlier.split())


def _placed(text: str) -> list[tuple[str, int, int]]:
    """The preposition, and where it begins and the places behind it end."""
    found: list[tuple[str, int, int]] = []
    for start, end in territories_in(text):
        if found and _BETWEEN_PLACES.fullmatch(text[found[-1][2] : start]):
            found[-1] = (*found[-1][:2], end)
        elif role := _TOWARDS.search(text[:start][-12:]):
            found.append((role[1].lower(), start - len(role[0]), end))
    return found
