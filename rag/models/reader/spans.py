"""From start and end logits to spans of the passage: search, growth to whole words and units, choice."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from rag.language.calendar_names import any_month
from rag.language.numerals import MAGNITUDES
from rag.language.patterns import any_of
from rag.language.units import ANY_TIME, COUNTERS, MEASURES, MONEY, SHARE, TIME
from rag.models.reader.reading import ReadSpan

_LONGEST = 48  # tokens of an answer
_STARTS = 12  # best starts tried
_MOST = 5

Floats = npt.NDArray[np.float32]


def search(logits: Floats, offsets: Sequence[tuple[int, int]], sentence_ends: Sequence[int] = ()) -> list[ReadSpan]:
    """The best spans of one window, best first; none goes on beyond the sentence it starts in.

    `logits` is (tokens, 2), starts and ends; position 0 stands for "no answer". `offsets` point into the
    passage, (-1, -1) outside it; `sentence_ends` are the ordered offsets at which its sentences end, none for one long
    sentence.
    """
    inside = np.array([start >= 0 for start, _ in offsets])
    if not inside.any():
        return []
    starts = np.where(inside, logits[: len(offsets), 0], -np.inf)
    ends = np.where(inside, logits[: len(offsets), 1], -np.inf)
    none = float(logits[0, 0] + logits[0, 1])
    found = []
    for first in np.argsort(-starts)[:_STARTS]:
        if np.isfinite(starts[first]):
            beyond = _beyond(offsets, int(first), sentence_ends)
            last = int(first) + int(np.argmax(ends[first:beyond]))
            score = float(starts[first] + ends[last]) - none
            found.append(ReadSpan(offsets[first][0], offsets[last][1], score))
    return sorted(found, key=lambda span: -span.score)


def _beyond(offsets: Sequence[tuple[int, int]], first: int, sentence_ends: Sequence[int]) -> int:
    """The token after the last one that a span starting at token `first` may end with."""
    sentence = bisect_right(sentence_ends, offsets[first][0])
    end = sentence_ends[sentence] if sentence < len(sentence_ends) else None
    beyond = first + 1
    while beyond < min(first + _LONGEST, len(offsets)) and (end is None or offsets[beyond][0] < end):
        beyond += 1
    return beyond


def distinct(spans: Sequence[ReadSpan]) -> tuple[ReadSpan, ...]:
    """The best spans that do not overlap, best first."""
    kept: list[ReadSpan] = []
    for span in sorted(spans, key=lambda one: -one.score):
        if span.start < span.end and all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return tuple(kept[:_MOST])


# The zones of the clock and households stand in capitals.
_UNIT_WORDS = any_of(
    ({*SHARE, *TIME, *MEASURES, *MONEY, *MAGNITUDES, *COUNTERS} - {"%"}) | {"KK", "WIB", "WITA", "WIT"}
)
_UNIT = re.compile(rf"[ \xa0]?(?:%|°C|km²|km2|m²|m2|{_UNIT_WORDS}\b)")
_CURRENCY = re.compile(r"(?:Rp\.?|US\$|USD|\$|€)[  ]?$")
_ITS_YEAR = re.compile(r"[  ](?:tahun[  ])?(?:19|20)\d\d(?!\d)")
_SPELLED = re.compile(rf" \([^()]{{2,40}}\)(?= (?:{ANY_TIME}|orang|persen))")
_CLOSERS = {"(": ")", "“": "”", '"': '"', "[": "]"}


@cache
def _month_at_end() -> re.Pattern[str]:
    return re.compile(rf"\b{any_month()}$", re.IGNORECASE)


def grown(text: str, span: ReadSpan) -> ReadSpan:
    """The span widened to whole words, to the unit of a number, its currency and the year of a month.

    Loose punctuation and brackets without their other half are trimmed.
    """
    start, end = _trimmed(text, span.start, span.end)
    if start >= end:
        return span
    start, end = _whole_words(text, start, end)
    start, end = _trimmed(text, start, end)
    start, end = _trimmed(text, *_without_lone_brackets(text, start, end))
    end = _with_year(text, start, _with_units(text, start, end))
    if text[start].isdigit() and (currency := _CURRENCY.search(text[:start])):
        start = currency.start()
    return ReadSpan(start, _closed(text, start, end), span.score)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;:.)]”’"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;:([“‘" or _full_stop(text, start, end)):
        end -= 1
    return start, end


def _full_stop(text: str, start: int, end: int) -> bool:
    """Whether the last character ends a sentence and not an abbreviation such as "M.Si." or "Tbk."."""
    if text[end - 1] not in ".!?":
        return False
    word = text[start : end - 1].split()[-1] if text[start : end - 1].split() else ""
    return "." not in word and word not in {"Tbk", "Jr", "Sr", "Inc", "Ltd", "Co", "dll", "dkk"}


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    # "4.584" and "12,5": a separator between digits belongs to the number.
    while start > 1 and text[start].isdigit() and text[start - 1] in ".," and text[start - 2].isdigit():
        start -= 1
        while start > 0 and text[start - 1].isdigit():
            start -= 1
    while end + 1 < len(text) and text[end - 1].isdigit() and text[end] in ".," and text[end + 1].isdigit():
        end += 1
        while end < len(text) and text[end].isdigit():
            end += 1
    return start, end


def _with_units(text: str, start: int, end: int) -> int:
    if not text[end - 1].isdigit() or not any(character.isdigit() for character in text[start:end]):
        return end
    if _is_year(text[start:end]):
        return end
    if spelled := _SPELLED.match(text, end):
        end = spelled.end()
    for _ in range(2):  # "1,5 juta ton" has two
        if unit := _UNIT.match(text, end):
            end = unit.end()
    return end


def _with_year(text: str, start: int, end: int) -> int:
    year = _ITS_YEAR.match(text, end) if _month_at_end().search(text[start:end]) else None
    return year.end() if year and not _UNIT.match(text, year.end()) else end  # "Mei 2000 orang" counts people


def _without_lone_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Without a last ")" that nothing opens, and without a first "(" that nothing closes, in the span or behind it."""
    if end - start > 1 and text[end - 1] == ")" and "(" not in text[start:end]:
        end -= 1
    if end - start > 1 and text[start] == "(" and ")" not in text[start : end + 1]:
        start += 1
    return start, end


def _is_year(span: str) -> bool:
    return re.search(r"(?:^|\s)(?:1[5-9]|20)\d\d$", span) is not None


def _closed(text: str, start: int, end: int) -> int:
    for opener, closer in _CLOSERS.items():
        inside = text[start:end]
        if opener in inside and closer not in inside[inside.index(opener) + 1 :] and text[end : end + 1] == closer:
            return end + 1
    return end
