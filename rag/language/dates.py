"""Dates in Indonesian and English prose; days, months and years, each as the range of days it covers."""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from rag.language.calendar_names import MARKET_DAYS, any_month, any_short_weekday, any_weekday, month_numbers
from rag.language.patterns import any_of
from rag.language.units import COUNTED, MEASURES, MONEY, SHARE


@dataclass(frozen=True, slots=True)
class DateMention:
    """`text[start:end]` names the days from `first` to `last`, both included."""

    start: int
    end: int
    first: date
    last: date


_TWO_DIGITS = re.compile(r"\d\d")
_PIVOT = 69  # as in POSIX, "17/08/98" is of 1998 and "31/12/27" of 2027
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?![\d/]|[.,]\d)"
_DAY = r"(?<![\d.,/:-])(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_COUNTED = rf"(?!\s*(?:{any_of({*COUNTED, *MEASURES, *MONEY, *SHARE} - {'%'})}\b|%))"
_WRITTEN_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")
_REGULATION = re.compile(r"(?:\bno(?:mor)?\b\.?|\bnumber)\s*[\w/.-]+\s*(?:tahun|thn\.?|of)?\s*$", re.IGNORECASE)

# A clock that shows universal time; Jakarta is seven hours ahead.
_UTC_CLOCK = re.compile(r"[T\s](?P<hour>[0-2]?\d):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?\s*(?:Z|UTC|GMT|[+-]00:?00)(?![\w:])")
_AHEAD = 7

# None where the form does not hold what it looks like, so that a shorter one may.
_Reader = Callable[[re.Match[str]], tuple[date, date] | None]


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Mentions in order of `start`, without overlap; the year in the number of a regulation is none."""
    if not _TWO_DIGITS.search(text):  # without a year there is none, and most questions have none
        return ()
    return tuple(sorted(_mentions(text), key=lambda mention: mention.start))


def parse_date(text: str) -> date | None:
    """The first day that `text` names in full; None when it names only months, years or nothing."""
    return next((mention.first for mention in find_dates(text) if mention.first == mention.last), None)


def years_in(text: str) -> tuple[str, ...]:
    """Years as written, each once; the year of a regulation's number counts like any other."""
    return tuple(dict.fromkeys(_WRITTEN_YEAR.findall(text)))


def published_day(text: str) -> date | None:
    """The day in Jakarta of a time of publication; a time without a zone, or with another than UTC, is local."""
    day, clock = parse_date(text), _UTC_CLOCK.search(text)
    late = clock is not None and int(clock["hour"]) + _AHEAD >= 24
    return day + timedelta(days=1) if day is not None and late else day


def _mentions(text: str) -> Iterator[DateMention]:
    taken = bytearray(len(text))
    for pattern, read in _forms():
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            try:
                found = read(match)
            except ValueError:  # "31 Februari 2025" names no day, and no month either
                taken[start:end] = b"\1" * (end - start)
                continue
            if found is None:
                continue
            taken[start:end] = b"\1" * (end - start)
            if found[0] <= found[1]:
                yield DateMention(start, end, *found)


def _days(match: re.Match[str]) -> tuple[date, date]:
    year, month = int(match["year"]), _number(match["month"])
    return date(year, month, int(match["day"])), date(year, month, int(match["until"] or match["day"]))


def _across_months(match: re.Match[str]) -> tuple[date, date]:
    """The year stands behind the last day; "28 Desember - 3 Januari 2024" begins in the year before."""
    year, month, day = int(match["year"]), _number(match["from_month"]), int(match["from_day"])
    first, last = date(year, month, day), date(year, _number(match["month"]), int(match["day"]))
    return (first if first <= last else date(year - 1, month, day)), last


def _month_first(match: re.Match[str]) -> tuple[date, date]:
    """ "May 3, 2024", "May 3-5, 2024", "May 31 - June 2, 2024"."""
    if match["month"]:
        return _across_months(match)
    year, month, day = int(match["year"]), _number(match["from_month"]), int(match["from_day"])
    return date(year, month, day), date(year, month, int(match["until"] or day))


def _listed(match: re.Match[str]) -> tuple[date, date] | None:
    """ "3, 4 dan 5 Mei 2024": days that follow each other are a stretch of days; others are not."""
    days = [int(day) for day in re.findall(r"\d+", match["from_days"])] + [int(match["day"])]
    if days != list(range(days[0], days[0] + len(days))):
        return None
    year, month = int(match["year"]), _number(match["month"])
    return date(year, month, days[0]), date(year, month, days[-1])


def _numeric(match: re.Match[str]) -> tuple[date, date]:
    day, month, year = int(match["day"]), int(match["month"]), int(match["year"])
    if month > 12 >= day:  # "6/18/2025" can only be month first
        day, month = month, day
    if year < 100:
        year += 2000 if year < _PIVOT else 1900
    exact = date(year, month, day)
    return exact, exact


def _month(match: re.Match[str]) -> tuple[date, date]:
    """ "Mei 2024", "Januari - Maret 2024", "November - Februari 2024"."""
    year, first = int(match["year"]), _number(match["from_month"])
    last = _number(match["month"]) if match["month"] else first
    return date(year - (first > last), first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _number(month: str) -> int:
    return month_numbers()[month.lower()]


def _year(match: re.Match[str]) -> tuple[date, date]:
    if _REGULATION.search(match.string, max(0, match.start() - 40), match.start()):
        raise ValueError("part of a regulation's name")
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31)


def _years(match: re.Match[str]) -> tuple[date, date]:
    return date(int(match["from_year"]), 1, 1), date(int(match["year"]), 12, 31)


def _form(pattern: str, read: _Reader) -> tuple[re.Pattern[str], _Reader]:
    return re.compile(pattern, re.IGNORECASE), read


_TO = r"\s*(?:[-–—]|s\.?\s?/?d\.?|(?:sampai|hingga)(?:\s+dengan)?|to|until|through)\s*"
_ORDINAL = r"(?:st|nd|rd|th)?"
_FROM_DAY = _DAY.replace("<day>", "<from_day>")


@cache
def _forms() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    """Longer forms first: what one form took, a later one does not see."""
    month = rf"(?P<month>(?a:{any_month()}))\b\.?"
    from_month = month.replace("<month>", "<from_month>")
    weekday = (
        rf"(?:\b(?:{any_weekday()}|{any_short_weekday()})(?:\s+{any_of(MARKET_DAYS)}\b)?"
        r"\s*,?\s*(?:tanggal\s+|tgl\.?\s*)?\(?)?"
    )
    day, from_day, until = (rf"(?P<{name}>[0-3]?\d){_ORDINAL}" for name in ("day", "from_day", "until"))
    year, of_year = rf",?\s+{_YEAR}", rf",?[\s-]+(?:tahun\s+)?{_YEAR}"
    return (
        _form(rf"{weekday}{_FROM_DAY}\s+{from_month}{_TO}{weekday}{day}\s+{month}{year}", _across_months),
        _form(
            rf"(?<![\d.,/:-])(?P<from_days>\d\d?(?:,\s?\d\d?){{0,6}}),?\s(?:dan|and|&)\s+{day}\s+{month}{year}", _listed
        ),
        _form(rf"{weekday}{_DAY}(?:{_TO}{until})?[\s-]+(?:of\s+|bulan\s+)?{month}{of_year}", _days),
        _form(rf"{weekday}\b{from_month}\s+{from_day}(?:{_TO}(?:{month}\s+{day}|{until}))?{year}", _month_first),
        *_IN_DIGITS,
        _form(rf"\b{from_month}(?:{_TO}{month})?,?\s+(?:tahun\s+|of\s+)?{_YEAR}", _month),
        _form(rf"(?<![\w/.,:-])(?P<from_year>(?:1[89]|20)\d\d){_TO}{_YEAR}(?!-?\w)", _years),
        _form(rf"\b(?:tahun|thn|th\.?|year)\s+(?:anggaran\s+|ajaran\s+)?{_YEAR}{_COUNTED}", _year),
        _form(rf"(?<![\w/.,:-]){_YEAR}(?!-?\w){_COUNTED}", _year),
    )


_IN_DIGITS = (
    _form(r"(?<![\d/.-])(?P<year>(?:1[89]|20)\d\d)([-/.])(?P<month>\d\d)\2(?P<day>\d\d)(?![\d-])", _numeric),
    _form(r"(?<![\d/.,-])(?P<day>[0-3]?\d)([-/.])(?P<month>[0-3]?\d)\2(?P<year>(?:1[89]|20)\d\d)(?![\d/])", _numeric),
    _form(r"(?<![\d/.,-])(?P<day>[0-3]?\d)/(?P<month>[0-3]?\d)/(?P<year>\d\d)(?![\d/])", _numeric),
)
