"""Of one thing several measures and sides: how long it is, how wide, when it leaves and when it arrives.

A closed list. What tells one of them tells none of the others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rag.language.function_words import HOW_MANY_ID
from rag.language.patterns import any_of
from rag.language.units import MEASURES

_MANY = any_of(HOW_MANY_ID)
_UNIT = any_of(MEASURES)
# Of a size each is said by Indonesian nouns, what stands before a figure, and English adjectives and nouns.
_SIZES = {
    "length": ("panjang", "sepanjang", "long|length"),
    "width": ("lebar", "selebar", "wide|width"),
    "height": ("tinggi|ketinggian", "setinggi", "high|tall|height"),
    "depth": ("kedalaman|dalamnya", "sedalam|kedalaman", "deep|depth"),
    "thickness": ("tebal|ketebalan", "setebal", "thick|thickness"),
    "area": ("luas", "seluas", "area"),
    "weight": ("berat|bobot", "seberat", "heavy|weight"),
    "diameter": ("diameter", "berdiameter", "diameter"),
}
_SIDES = {
    "way": {
        "leaves": r"berangkat|keberangkatan|depart(?:s|ure)?|leaves?",
        "arrives": r"tiba|kedatangan|arriv(?:es?|al)",
    },
    "trade": {
        "buys": r"(?:harga|kurs) beli|pembelian|buying",
        "sells": r"(?:harga|kurs) jual|penjualan|selling",
    },
    "rest": {"gross": "kotor|bruto|gross", "net": "bersih|neto|netto|net"},
    "limit": {"least": "minimal|minimum", "most": "maksimal|maksimum|maximum"},
    "whence": {
        "home": r"nusantara|(?:wisatawan|turis|pendaki) (?:domestik|lokal)|domestic (?:tourists?|visitors?)",
        "abroad": r"mancanegara|(?:wisatawan|turis|pendaki) asing|foreign (?:tourists?|visitors?)",
    },
    "course": {
        "begins": r"mulai|dimulai|bermula|buka|dibuka|starts?|begins?|opens?",
        "ends": r"selesai|berakhir|tutup|ditutup|ends?|closes?",
    },
}
_RANGE = re.compile(r"\b(?:sampai|hingga|sd|s/d|s\.d|until|till|to)\b|[-–]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Aspect:
    """One of those that exclude each other, of a `group` of them."""

    group: str
    name: str


def aspect_asked(question: str) -> Aspect | None:
    """The only one that a question asks for; a "slab tebal" is not asked how thick it is."""
    sizes = {Aspect("size", name) for name, pattern in _size_questions() if pattern.search(question)}
    sides = {one for one in _said(question) if one.group != "size"}
    found = sizes or sides
    alone = [one for one in found if sum(one.group == other.group for other in found) == 1]
    return alone[0] if len(found) == len(alone) == 1 else None


def tells_other(asked: Aspect, text: str, is_name: bool = False) -> bool:
    """Whether a text tells another aspect of the group than the one asked for, and does not say that one.

    `is_name`: of a column or label, which says of all its figures what they are; else a size stands beside its figure.
    """
    said = {one for one in _said(text) if one.group == asked.group}
    if asked in said:
        return False
    told = said if is_name or asked.group != "size" else {one for one in said if _figures_of()[one].search(text)}
    if not told:
        return False
    return asked.group != "course" or not _RANGE.search(text)


@lru_cache(1)
def _size_questions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, _size_question(nouns, english)) for name, (nouns, _, english) in _SIZES.items())


def _size_question(nouns: str, english: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{_MANY} (?:{_UNIT} )?(?:{nouns})(?:nya)?\b|^(?:{nouns})(?:nya)? (?:[\w-]+ ){{0,6}}{_MANY}\b"
        rf"|\b(?:{nouns})nya (?:\w+ )?{_MANY}\b|\bhow (?:{english})\b|\bwhat (?:is|was|are) the (?:{english}) of\b",
        re.IGNORECASE,
    )


@lru_cache(1)
def _figures_of() -> dict[Aspect, re.Pattern[str]]:
    """How each size is told of a figure: "lebarnya 3 meter", "selebar 3 meter", "3 metres wide"; no "Tebing Tinggi"."""
    return {
        Aspect("size", name): re.compile(
            rf"\b(?:{nouns})(?:nya)?(?: [^\W\d]+){{0,3}} \d|\b(?:{before})\b[^.]{{0,30}}?\d"
            rf"|\d [^\W\d]+ (?:{english})\b|\b(?:{english}) (?:of|is|was) ",
            re.IGNORECASE,
        )
        for name, (nouns, before, english) in _SIZES.items()
    }


@lru_cache(1)
def _patterns() -> tuple[tuple[Aspect, re.Pattern[str]], ...]:
    sizes = {name: f"(?:{nouns})(?:nya)?|{before}|{english}" for name, (nouns, before, english) in _SIZES.items()}
    groups = {"size": sizes, **_SIDES}
    return tuple(
        (Aspect(group, name), re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
        for group, names in groups.items()
        for name, words in names.items()
    )


def _said(text: str) -> Iterator[Aspect]:
    """Each that a text says."""
    return (aspect for aspect, pattern in _patterns() if pattern.search(text))
