"""What a question calls by a number or a letter behind its kind: "Paket A", "golongan III", "Pekon Harapan 4".

Where a document has the kind with other marks and never with the one asked about, it has no such thing.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rag.language.calendar_names import any_month
from rag.language.counted_things import NO_KIND
from rag.language.numerals import MAGNITUDES
from rag.language.patterns import any_of
from rag.language.stems import carries_topic
from rag.language.units import COUNTED, MEASURES, MONEY, SHARE, TIME
from rag.types import Language

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_MARK = r"(?:\d{1,3}|[IVX]{1,5}|[A-Z])(?![\w]|[.,:/-]\d)"
_UNITS = any_of([*COUNTED, *MEASURES, *MONEY, *SHARE, *TIME, *MAGNITUDES])
_CALLED = re.compile(rf"\b(?P<kind>[^\W\d_]{{3,}}) (?P<mark>{_MARK})(?!\s*(?:(?:{_UNITS}|{any_month()})\b|%))")
_RUN = re.compile(r"\s*(?:[-–/,&]|s/d|s\.d|sampai|hingga|dan|atau|to|and|or|through)\s*", re.IGNORECASE)
_REMEMBERED = 4096  # questions, and kinds that they name


@dataclass(frozen=True, slots=True)
class Designation:
    """A kind and the mark, in lower case, by which one of it is called."""

    kind: str
    mark: str

    @property
    def text(self) -> str:
        return f"{self.kind} {self.mark.upper()}"


@lru_cache(_REMEMBERED)
def designations_in(question: str, language: Language) -> tuple[Designation, ...]:
    """Those of a question that is not written in capitals throughout."""
    if question == question.upper():
        return ()
    called = (match for match in _CALLED.finditer(question) if not _is_pronoun(match, language))
    found = ((match["kind"].casefold(), match["mark"].casefold()) for match in called)
    return tuple(Designation(kind, mark) for kind, mark in found if carries_topic(kind) and kind not in NO_KIND)


def _is_pronoun(match: re.Match[str], language: Language) -> bool:
    """Whether the mark is that of "the form I filled in"."""
    said_on = match.string[match.end() : match.end() + 2].strip()
    return language is Language.ENGLISH and match["mark"] == "I" and said_on.isalpha()


def lacks(text: str, wanted: Designation) -> bool:
    """Whether a text has the kind with other marks only, none of them the end of a run such as "1 sampai 5"."""
    same, others = _same(wanted.mark), False
    for match in _called_so(wanted.kind).finditer(text):
        if match["mark"].casefold() in same or _RUN.match(text, match.end()):
            return False
        others = True
    return others


@lru_cache(_REMEMBERED)
def _called_so(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{re.escape(kind)})\s+(?P<mark>{_MARK})")


def _same(mark: str) -> frozenset[str]:
    """The mark as a Roman and as an Arabic number."""
    if mark in _ROMAN:
        return frozenset({mark, str(_ROMAN.index(mark) + 1)})
    if mark.isdigit() and 0 < int(mark) <= len(_ROMAN):
        return frozenset({mark, _ROMAN[int(mark) - 1]})
    return frozenset({mark})
