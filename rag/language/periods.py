"""Months, years, days, quarters: which of them a question asks for, and what names one."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from rag.language.calendar_names import any_month, any_weekday


class Period(StrEnum):
    """What columns beside each other may be of."""

    MONTH = "month"
    YEAR = "year"
    DAY = "day"
    QUARTER = "quarter"
    SEMESTER = "semester"
    WEEK = "week"


_CALLED = {
    Period.MONTH: "bulan|month",
    Period.YEAR: "tahun|year",
    Period.DAY: "hari|day",
    Period.QUARTER: "triwulan|kuartal|quarter",
    Period.SEMESTER: "semester",
    Period.WEEK: "minggu|pekan|week",
}


def period_asked(question: str) -> Period | None:
    """ "bulan apa", "in which month": the only one that is asked for."""
    found = [one for one, pattern in _asked().items() if pattern.search(question)]
    return found[0] if len(found) == 1 else None


def periods_in(names: Sequence[str], period: Period) -> tuple[int, ...]:
    """Positions of the names that are each of another month, or day; none where what they say besides differs."""
    pattern = _names()[period]
    found = [
        (at, match, pattern.sub(" ", name).lower().split())
        for at, name in enumerate(names)
        if (match := pattern.search(name))
    ]
    named = {match[0].lower() for _, match, _ in found}
    alike = all(rest == found[0][2] for _, _, rest in found)
    return tuple(at for at, _, _ in found) if len(named) == len(found) > 1 and alike else ()


@cache
def _asked() -> dict[Period, re.Pattern[str]]:
    return {
        one: re.compile(
            rf"\b(?:(?:{words})\s+(?:apa|mana|berapa|ke\s?berapa)|(?:which|what)\s+(?:{words}))\b", re.IGNORECASE
        )
        for one, words in _CALLED.items()
    }


@cache
def _names() -> dict[Period, re.Pattern[str]]:
    numbered = r"(?:\s*(?:ke-?)?\s*(?:[ivx]{1,4}|\d{1,2}))"
    return {
        Period.MONTH: re.compile(rf"\b{any_month()}\b\.?", re.IGNORECASE),
        Period.YEAR: re.compile(r"\b(?:19|20)\d\d\b"),
        Period.DAY: re.compile(rf"\b{any_weekday()}\b", re.IGNORECASE),
        Period.QUARTER: re.compile(rf"\b(?:triwulan|tw|q|kuartal|quarter){numbered}\b", re.IGNORECASE),
        Period.SEMESTER: re.compile(rf"\b(?:semester|smt){numbered}\b", re.IGNORECASE),
        Period.WEEK: re.compile(rf"\b(?:minggu|pekan|week){numbered}\b", re.IGNORECASE),
    }
