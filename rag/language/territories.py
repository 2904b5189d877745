"""Countries, provinces, regencies and cities that a text names, in either language.

A dictionary by first word finds them: an alternation of a thousand names is slow.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rag.language.detection import detect
from rag.language.function_words import ANY_JOINT
from rag.language.territory_names import Regency, regencies, territory_names
from rag.types import Language

_REGENCY = ("kabupaten ", "kab. ", "kab ", "regency of ")
_CITY = ("kota ", "city of ")
# Words, breeds and given names that are places only where the text says so: "di Batu", "Kabupaten Malang", "DIY".
_DOUBTFUL = frozenset(
    """agam alor babel bangli banjar batang batu belu bima bone bungo buru chad demak diy ende georgia guernsey jersey
    jordan karo kaur kendal ketapang kudus kuningan lahat landak lebak lingga malaka malang medan metro muna padang palu
    pati poso puncak sampang serang siak sigi solok subang tegal toba tual""".split()
)
# Of these, the ones that are the words rather than the places in a question without capitals.
_ORDINARY = frozenset("batang batu puncak".split())
_CUE = re.compile(
    r"(?:\b(?:di|ke|dari|se|negara|pulau|provinsi|prov\.?|kabupaten|kab\.?|kota|bupati|wali ?kota|gubernur|"
    r"in|to|from|at|regent of|mayor of|governor of))[ -]?$",
    re.IGNORECASE,
)
_LONGER = re.compile(r" [A-Z][a-z]")
_TOWARDS = re.compile(r"\b(?:(?:yang|yg) )?(ke|di|dari|to|in|from) $", re.IGNORECASE)
_BETWEEN_PLACES = re.compile(rf"(?:,|,? {ANY_JOINT})? ?")
_TOKEN = re.compile(r"\w+")
# What IGNORECASE takes for i, s and k, and lower() leaves alone or makes two characters of.
_FOLDED = str.maketrans("ıİſ\u212a", "iisk")


@dataclass(frozen=True, slots=True)
class Place:
    """A named place: offsets into the text, the codes it may have, and those of the provinces it lies in.

    Countries have ISO 3166-1 codes, provinces ISO 3166-2, regencies and cities those of the Ministry of Home Affairs:
    "Malang" alone is "35.07" (the regency) or "35.73" (the city).
    """

    start: int
    end: int
    codes: frozenset[str]
    within: frozenset[str] = frozenset()

    @property
    def is_territory(self) -> bool:
        """Whether it is a country or a province."""
        return not self.within


@dataclass(frozen=True, slots=True)
class _Name:
    """`cued`: counts only with a capital, or a word before it that places have; in a text without capitals anyhow."""

    text: str
    codes: frozenset[str]
    within: frozenset[str] = frozenset()
    cued: bool = False


@lru_cache(4096)
def places_in(text: str, *, asked: bool = False) -> tuple[Place, ...]:
    """Every place that `text` names, the longest name first where several begin at one word.

    `asked`: it is a question. Whoever asks one without capitals means the place by "malang", not the bad luck.
    """
    folded = text.translate(_FOLDED).lower()
    return tuple(_found(text, folded if len(folded) == len(text) else _lowered(text), asked))


def territories_in(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the names of countries and provinces in `text`, in either language."""
    return tuple((place.start, place.end) for place in places_in(text) if place.is_territory)


def territory_codes(text: str) -> frozenset[str]:
    """ISO 3166 codes of the countries and provinces that `text` names, or that a regency it names lies in."""
    return frozenset(code for place in places_in(text) for code in (place.within or place.codes))


def place_codes(text: str) -> frozenset[str]:
    """Codes of all places that `text` names, with the provinces they lie in."""
    return frozenset(code for place in places_in(text) for code in place.codes | place.within)


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


def _lowered(text: str) -> str:
    """Lower case, character by character, of the same length."""
    return "".join(low if len(low := each.translate(_FOLDED).lower()) == 1 else each for each in text)


def _found(text: str, folded: str, asked: bool) -> Iterator[Place]:
    beyond = 0
    for token in _TOKEN.finditer(folded):
        if token.start() < beyond:
            continue
        at, begun = token.start(), _by_first_word().get(token[0], ())
        name = next((one for one in begun if _stands(one, text, folded, at, asked)), None)
        if name is not None:
            beyond = at + len(name.text)
            yield Place(at, beyond, name.codes, name.within)


def _stands(name: _Name, text: str, folded: str, start: int, asked: bool) -> bool:
    end = start + len(name.text)
    if not folded.startswith(name.text, start) or _is_word(folded[end : end + 1]):
        return False
    if name.cued and _LONGER.match(text, end):
        return False  # "Batu Layar" is another place than Batu
    if name.cued and _CUE.search(text[max(0, start - 12) : start]) is None:
        if name.text in _DOUBTFUL and asked and text.islower():
            return name.text not in _ORDINARY and detect(text) is Language.INDONESIAN
        if name.text in _DOUBTFUL:
            return text[start:end].isupper() and not (name.text == "diy" and detect(text) is Language.ENGLISH)
        return text[start].isupper() or text.islower()
    return True


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@cache
def _by_first_word() -> Mapping[str, tuple[_Name, ...]]:
    """Names by their first word, longest first."""
    index: defaultdict[str, list[_Name]] = defaultdict(list)
    for name in (*_territories(), *_regencies()):
        first = _TOKEN.match(name.text)
        if first is not None:
            index[first[0]].append(name)
    return {first: tuple(sorted(names, key=lambda name: -len(name.text))) for first, names in index.items()}


def _territories() -> Iterator[_Name]:
    for name, code in territory_names().items():
        yield _Name(name, frozenset([code]), cued=name in _DOUBTFUL)


def _regencies() -> Iterator[_Name]:
    """Each with its kind; without it where no province has the name, with the codes of all that share it."""
    bare: defaultdict[str, list[Regency]] = defaultdict(list)
    for regency in regencies():
        within = frozenset([regency.province])
        prefixes, ending = (_REGENCY, " regency") if regency.kind == "kabupaten" else (_CITY, " city")
        for plain in regency.written:
            bare[plain].append(regency)
            for written in (*(f"{prefix}{plain}" for prefix in prefixes), f"{plain}{ending}"):
                yield _Name(written, frozenset([regency.code]), within)
    for plain, each in bare.items():
        if plain not in territory_names():
            codes, within = frozenset(one.code for one in each), frozenset(one.province for one in each)
            yield _Name(plain, codes, within, cued=" " not in plain)
