"""What months and days of the week are called in Indonesian and English: from Unicode CLDR, with what it lacks."""

import re
from collections.abc import Mapping
from functools import cache

from babel.dates import get_day_names, get_month_names

from rag.language.patterns import any_of
from rag.types import Language

_MORE_MONTHS = {
    2: "pebruari peb",
    3: "mrt",
    8: "ags agt agust",
    9: "sept",
    11: "nopember nop",
}
_LONGEST_SHORT = 4  # "sept"
_MORE_DAYS = frozenset({"jum'at", "jum’at", "jum`at", "jum´at", "senen", "ahad"})
MARKET_DAYS = frozenset("legi pahing pon wage kliwon".split())
"""The five days of the Javanese week, said behind the others."""
HOURS = re.compile(
    r"(?:pukul |jam )?\d{1,2}[.:]\d{2}(?:\s*(?:[-–]|s\.?d\.?|sampai)\s*\d{1,2}[.:]\d{2})?(?: WIB)?", re.IGNORECASE
)
"""An hour, or from one to another, as the rows of a timetable are called."""


@cache
def month_numbers() -> Mapping[str, int]:
    """The numbers of months, from 1, by their names in lower case, whole and short, in either language."""
    listed = {
        name.lower(): number
        for language in Language
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language.value).items()
    }
    return listed | {name: number for number, names in _MORE_MONTHS.items() for name in names.split()}


@cache
def short_months() -> frozenset[str]:
    """The names of months that are cut short, in lower case."""
    whole = {name.lower() for language in Language for name in get_month_names("wide", locale=language.value).values()}
    return frozenset(name for name in month_numbers() if len(name) <= _LONGEST_SHORT and name not in whole)


@cache
def weekdays(language: Language) -> tuple[str, ...]:
    """The seven names in lower case, Monday first."""
    names = get_day_names("wide", locale=language.value)
    return tuple(names[day].lower() for day in range(7))


@cache
def weekday_numbers() -> Mapping[str, int]:
    """The numbers of the days of the week, Monday's is 0, by their names in lower case; of English ones plurals too."""
    listed = {name: day for language in Language for day, name in enumerate(weekdays(language))}
    plural = {f"{name}s": day for day, name in enumerate(weekdays(Language.ENGLISH))}
    more = {name: {"senen": 0, "ahad": 6}.get(name, 4) for name in _MORE_DAYS}
    return {**listed, **plural, **more}


@cache
def any_month() -> str:
    """A group that matches the name of a month, in a pattern that ignores case."""
    return any_of(month_numbers())


@cache
def any_weekday() -> str:
    """A group that matches the whole name of a day of the week, in a pattern that ignores case."""
    return any_of({*_MORE_DAYS, *(name for language in Language for name in weekdays(language))})


@cache
def any_short_weekday() -> str:
    """A group that matches "Mon"; the short Indonesian names are ordinary words, too."""
    return any_of(name.lower() for name in get_day_names("abbreviated", locale=Language.ENGLISH.value).values())


@cache
def day_or_month() -> re.Pattern[str]:
    """The name of a day of the week or of a month."""
    return re.compile(rf"(?:{any_weekday()}|{any_month()})", re.IGNORECASE)
