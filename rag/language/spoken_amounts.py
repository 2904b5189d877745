"""Amounts as people say them: a clock of twelve hours, "2 x 24 jam", quarters, and those that one word implies."""

import re
from collections.abc import Iterator

from rag.language.numerals import SMALL
from rag.language.patterns import any_of

Amount = tuple[int, int, str, str]  # start, end, value as `Quantity` has it, unit

_HOURS = {word: value for word, value in SMALL.items() if 1 <= value <= 12}
_HOUR = rf"\d{{1,2}}|{any_of(_HOURS)}"
_ENGLISH = re.compile(
    rf"(?<![\w.,:])(?:(?P<part>half|(?:a )?quarter) (?P<way>past|to) )?(?P<hour>{_HOUR})(?:[.:](?P<minutes>[0-5]\d))?"
    r"(?: o['’]clock)?\s*"
    r"(?:in the (?P<of_day>morning|afternoon|evening)|at (?P<night>night)|(?P<meridiem>[ap])\.?\s?m\b\.?)",
    re.IGNORECASE,
)
_INDONESIAN = re.compile(
    rf"(?<=kul |jam )(?P<to_half>setengah )?(?P<hour>{_HOUR})(?:[.:](?P<minutes>[0-5]\d))?"
    r" (?P<of_day>pagi|siang|sore|petang|malam)\b",
    re.IGNORECASE,
)
# From which hour of the twelve on a part of the day is past noon, and up to which.
_PAST_NOON = {
    **dict.fromkeys(("morning", "pagi", "a"), range(0)),
    **dict.fromkeys(("afternoon", "siang"), range(1, 7)),
    **dict.fromkeys(("evening", "sore", "petang"), range(1, 12)),
    **dict.fromkeys(("night", "malam"), range(6, 12)),
    "p": range(1, 12),
}
_TIMES_24 = re.compile(r"(?<![\w.,])(\d{1,2})\s*[x×]\s*24\s*(?:jam|hours)\b", re.IGNORECASE)
_QUARTERS = re.compile(
    r"\b(?:(?P<three>three[- ]quarters|tiga perempat)|(?P<two>half|setengah)|(?P<one>a quarter|seperempat))"
    r"(?P<hour> (?:of an hour|an hour|jam)\b)?",
    re.IGNORECASE,
)
_IMPLIED = re.compile(
    r"\b(?:se(?P<one>jam|hari|minggu|pekan|bulan|tahun|abad|dekade)|"
    r"an? (?P<a>hour|day|week|month|year|decade|century)|"
    r"(?P<half>half|setengah|separuh|separo)|(?P<quarter>a quarter|seperempat))\b",
    re.IGNORECASE,
)
_UNITS = {
    **{"jam": "hour", "hari": "day", "minggu": "week", "pekan": "week", "bulan": "month", "tahun": "year"},
    **{"abad": "century", "dekade": "decade"},
}


def spoken_amounts(text: str) -> Iterator[Amount]:
    """Times of day by a clock of twelve hours, hours told as so many times 24, quarters and half hours."""
    for match in _ENGLISH.finditer(text):
        yield (match.start(), match.end(), _time(match, _english_minutes(match)), "")
    for match in _INDONESIAN.finditer(text):
        yield (match.start(), match.end(), _time(match, -30 if match["to_half"] else 0), "")
    for match in _TIMES_24.finditer(text):
        yield (match.start(), match.end(), str(24 * int(match[1])), "hour")
    for match in _QUARTERS.finditer(text):
        quarters = 3 if match["three"] else 2 if match["two"] else 1
        if match["hour"]:
            yield (match.start(), match.end(), str(15 * quarters), "minute")
        elif quarters == 3:
            yield (match.start(), match.end(), "75", "%")


def implied_amounts(text: str) -> Iterator[Amount]:
    """What a word implies that is no number: "seminggu" and "a week" one week, "half" 50 %, "seperempat" 25 %.

    Nobody who repeats the sentence needs to repeat them, so they count for a source alone.
    """
    for match in _IMPLIED.finditer(text):
        if match["half"] or match["quarter"]:
            yield (match.start(), match.end(), "50" if match["half"] else "25", "%")
        else:
            unit = _UNITS.get((match["one"] or "").lower()) or match["a"].lower()
            yield (match.start(), match.end(), "1", unit)


def _english_minutes(match: re.Match[str]) -> int:
    part = 30 if (match["part"] or "").lower() == "half" else 15 if match["part"] else 0
    return -part if (match["way"] or "").lower() == "to" else part


def _time(match: re.Match[str], minutes: int) -> str:
    """ "13.30", "20": as a quantity of a clock of 24 hours is written."""
    said = match.groupdict()
    hour = _HOURS.get(said["hour"].lower()) or int(said["hour"])
    of_day = next(part for name in ("of_day", "night", "meridiem") if (part := said.get(name))).lower()
    if hour in _PAST_NOON[of_day]:
        hour += 12
    elif hour == 12 and of_day in ("a", "night", "malam"):
        hour = 0
    total = 60 * hour + int(said["minutes"] or 0) + minutes
    return f"{total // 60}.{total % 60:02}" if total % 60 else str(total // 60)
