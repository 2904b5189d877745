"""What a question counts to in a row of things: "pekan keempat", "minggu ke-4", "the second quarter".

A document that has the pekan kedua and the pekan ketiga, and nowhere the fourth, tells nothing of that: designations
that are said in words. Weeks and quarters are called several ways.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rag.language.calendar_names import any_month
from rag.language.patterns import any_of
from rag.language.sequences import ORDINALS
from rag.language.stems import carries_topic
from rag.language.text import words
from rag.language.units import COUNTED, MEASURES, MONEY, TIME

_ROMAN = {numeral: number for number, numeral in enumerate("I II III IV V VI VII VIII IX X".split(), start=1)}
_UNITS = any_of({*COUNTED, *MEASURES, *MONEY, *TIME, "malam"})
_SPOKEN = rf"(?:{any_of(ORDINALS)}|ke-? ?\d{{1,2}})"
_BEHIND = re.compile(rf"\b(?P<kind>[^\W\d_]{{3,}})(?:nya)? (?:yang )?(?P<number>{_SPOKEN})\b", re.IGNORECASE)
# "Ketiga desa" are all three of them.
_ENGLISH = any_of("first second third fourth fifth sixth seventh eighth ninth tenth".split())
_BEFORE = re.compile(rf"\b(?P<number>{_ENGLISH}) (?P<kind>[^\W\d_]{{3,}})\b", re.IGNORECASE)
_ALIKE = tuple(
    frozenset(names.split())
    for names in ("minggu pekan week", "triwulan kuartal quarter tw", "bulan month", "hari day")
)
# On the same line: what begins the next one is an item.
_RUN = re.compile(r" *(?:[-–/,&]|(?:s/d|s\.d|sampai|hingga|dan|atau|to|and|or|through)\b) *", re.IGNORECASE)
_NO_KIND = frozenset("kali untuk dari pada yang pasal ayat anak pihak time times".split())
_FEWEST_BEFORE_FIRST = 2  # others, as what comes before a second is seldom called the first
_REMEMBERED = 4096  # kinds of things


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A kind of thing and which of them is meant, from 1, as `text` says it; `said`: the word for the number alone."""

    kind: str
    number: int
    text: str
    said: str


def ordinals_in(question: str) -> tuple[Ordinal, ...]:
    """Those that a question, in standard spelling, counts to."""
    found = (match for pattern in (_BEHIND, _BEFORE) for match in pattern.finditer(question))
    named = (
        (match["kind"].casefold(), _number(match["number"]), match[0], match["number"].casefold()) for match in found
    )
    return tuple(
        Ordinal(kind, number, text, said)
        for kind, number, text, said in named
        if number and kind not in _NO_KIND and (carries_topic(kind) or _alike(kind) != {kind})
    )


def lacks_ordinal(text: str, wanted: Ordinal) -> bool:
    """Whether a text counts things of the kind, and never to that one, nor in a run such as "1 sampai 5"."""
    others: set[int] = set()
    for match in _counted(wanted.kind).finditer(text):
        number = _number(match["behind"] or match["before"] or match.groupdict().get("short"))
        if number == wanted.number or (match["behind"] and _RUN.match(text, match.end())):
            return False
        others.add(number)
    return len(others) >= (_FEWEST_BEFORE_FIRST if wanted.number == 1 else 1)


def written_in(text: str, wanted: Ordinal) -> tuple[frozenset[str], frozenset[str]]:
    """The words in lower case by which a text names that one: those for the kind, and those for the number."""
    kinds, numbers = set[str](), set[str]()
    for match in _counted(wanted.kind).finditer(text):
        said = match["behind"] or match["before"] or match[0]
        if _number(said.removeprefix("Q")) == wanted.number:
            numbers.update(words(said))
            kinds.update(words(match[0] if said == match[0] else match[0].replace(said, " ")))
    return frozenset(kinds), frozenset(numbers)


@lru_cache(_REMEMBERED)
def _counted(kind: str) -> re.Pattern[str]:
    kinds = any_of(_alike(kind))
    behind = rf"(?i:{_SPOKEN})\b|[IVX]{{1,4}}(?!\w)|\d{{1,2}}(?![\w.,:/-]*\d|(?i:,? (?:{any_month()}|{_UNITS})\b))"
    pattern = rf"\b(?i:{kinds})\s+(?P<behind>{behind})|\b(?P<before>(?i:{_ENGLISH}))\s+(?i:{kinds})\b"
    return re.compile(rf"{pattern}|\bQ(?P<short>[1-4])\b" if "quarter" in _alike(kind) else pattern)


def _alike(kind: str) -> frozenset[str]:
    return next((names for names in _ALIKE if kind in names), frozenset({kind}))


def _number(said: str | None) -> int:
    """0 for what counts to nothing."""
    bare = (said or "").strip()
    if bare in _ROMAN:
        return _ROMAN[bare]
    digits = "".join(filter(str.isdigit, bare))
    return int(digits) if digits else ORDINALS.get(bare.casefold(), 0)
