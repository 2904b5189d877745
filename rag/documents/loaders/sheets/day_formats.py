"""Days and times as a number format shows them."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from babel.dates import get_day_names, get_month_names

from rag.types import Language

Day = date | time | timedelta

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]|_.|\*.'
    r"|(?P<half>AM/PM|A/P)|(?P<field>y+|m+|d+|h+|s+|\.0+)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_LONG_DATE = re.compile(r"\[\$-F800\]", re.IGNORECASE)
_ENGLISH = re.compile(r"\[\$-(?:[0-9A-F]*)(?:409|809)\]", re.IGNORECASE)
_INDONESIAN = re.compile(r"\[\$-(?:[0-9A-F]*)(?:421)\]", re.IGNORECASE)
# What Excel stores for "the short date of this computer"; computers here write the day first.
_OF_THE_COMPUTER = {"mm-dd-yy": "dd/mm/yyyy", "m/d/yy h:mm": "dd/mm/yyyy hh:mm", "General": "dd/mm/yyyy"}
_SECONDS = {"h": 3600, "m": 60, "s": 1}


def show_day(value: Day, code: str, language: Language) -> str:
    """The text a reader sees for a day, a time of day or a length of time."""
    if _LONG_DATE.match(code):
        code = "d mmmm yyyy"
    code = _code_for(value, _OF_THE_COMPUTER.get(code, code).partition(";")[0])
    if _ENGLISH.match(code):
        language = Language.ENGLISH
    elif _INDONESIAN.match(code):
        language = Language.INDONESIAN
    tokens = [(match.lastgroup or "", match[0]) for match in _TOKEN.finditer(code)]
    halves = any(kind == "half" for kind, _ in tokens)
    shown = (_shown(tokens, index, value, language, halves) for index in range(len(tokens)))
    return "".join(shown).strip()


def _code_for(value: Day, code: str) -> str:
    """A format for what the value is, where the one given shows something else."""
    letters = re.sub(r'"[^"]*"|\[\$[^\]]*\]', "", code).lower()
    if isinstance(value, time | timedelta) and not re.search("[hs]", letters):
        return "[h]:mm" if isinstance(value, timedelta) else "hh:mm"
    if isinstance(value, date) and not re.search("[ymdhs]", letters):
        return "dd/mm/yyyy"
    return code


def _shown(tokens: Sequence[tuple[str, str]], index: int, value: Day, language: Language, halves: bool) -> str:
    kind, text = tokens[index]
    if kind == "quoted":
        return text[1:-1]
    if kind == "escaped":
        return text[1:]
    if kind == "other":
        return text
    if kind == "elapsed":
        return _elapsed(text.strip("[]").lower(), value)
    if kind == "half":
        return "AM" if _clock(value)[0] < 12 else "PM"
    if kind == "field":
        is_minutes = text[0] in "mM" and _beside_time(tokens, index)
        return _field("min" if is_minutes else text.lower(), len(text), value, language, halves)
    return ""


def _beside_time(tokens: Sequence[tuple[str, str]], index: int) -> bool:
    """Whether an "m" means minutes: after hours or before seconds."""
    fields = [(i, text[0].lower()) for i, (kind, text) in enumerate(tokens) if kind == "field"]
    fields += [(i, text[1].lower()) for i, (kind, text) in enumerate(tokens) if kind == "elapsed"]
    ordered = sorted(fields)
    at = [i for i, _ in ordered].index(index)
    before = ordered[at - 1][1] if at else ""
    after = ordered[at + 1][1] if at + 1 < len(ordered) else ""
    return before == "h" or after == "s"


def _field(field: str, length: int, value: Day, language: Language, halves: bool) -> str:
    hours, minutes, seconds = _clock(value)
    if field == "min":
        return f"{minutes:0{min(length, 2)}d}"
    if field[0] == "h":
        return f"{(hours - 1) % 12 + 1 if halves else hours:0{min(length, 2)}d}"
    if field[0] == "s":
        return f"{seconds:0{min(length, 2)}d}"
    if field[0] == "." or not isinstance(value, date):
        return ""
    return _of_day(field, length, value, language)


def _of_day(field: str, length: int, day: date, language: Language) -> str:
    if field[0] == "y":
        return f"{day.year:04d}" if length > 2 else f"{day.year % 100:02d}"
    number = day.month if field[0] == "m" else day.day
    if length < 3:
        return f"{number:0{length}d}"
    return _name(field[0], length > 3, day, language)


def _name(unit: str, whole: bool, day: date, language: Language) -> str:
    """The name of a month or a day of the week."""
    if unit == "m":
        return str(get_month_names("wide" if whole else "abbreviated", locale=language.value)[day.month])
    return str(get_day_names("wide" if whole else "abbreviated", locale=language.value)[day.weekday()])


def _clock(value: Day) -> tuple[int, int, int]:
    if isinstance(value, timedelta):
        seconds = int(value.total_seconds())
        return seconds // 3600, seconds // 60 % 60, seconds % 60
    return (value.hour, value.minute, value.second) if isinstance(value, datetime | time) else (0, 0, 0)


def _elapsed(unit: str, value: Day) -> str:
    hours, minutes, seconds = _clock(value)
    total = hours * 3600 + minutes * 60 + seconds
    return f"{total // _SECONDS[unit[0]]:0{len(unit)}d}"
