"""Ranges of an amount, and what a question says that falls into one: "31 sampai 60 menit", "lebih dari Rp50 juta".

A range is told by its bounds, whichever words or signs they are written with; an amount falls into it where both are of
one kind of unit: "1 jam" lies in "31 sampai 60 menit", "2 hektare" in "lebih dari 10.000 m2".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from rag.language.numerals import MAGNITUDES, SMALL, TENS
from rag.language.patterns import any_of
from rag.language.quantities import find_quantities, plain_number
from rag.language.stems import carries_topic, stem
from rag.language.units import CONVERTED, COUNTERS, CURRENCY_MARKS, MEASURES, MONEY, SHARE, TIME

_SIZES = {
    word: unit
    for unit, listing in {
        "m²": "m2|m²|meter persegi|meter2|square metre|square metres|square meter|square meters|sqm",
        "km²": "km2|km²|kilometer persegi|square kilometres|square kilometers",
        "m³": "m3|m³|meter kubik|kubik|cubic metre|cubic metres|cubic meter|cubic meters",
        "kg": "kilo",
        "kwh": "kwh",
        "orang": "orang|jiwa|people|persons|person|pax",
        "unit": "unit|units",
    }.items()
    for word in listing.split("|")
}
_UNITS = {**TIME, **SHARE, **MEASURES, **MONEY, **{word: word for word in COUNTERS}, **_SIZES}
_SMALLEST = {**CONVERTED, "ha": ("m²", Decimal(10_000)), "km²": ("m²", Decimal(1_000_000))}
_WORDS = {**SMALL, **TENS}
_MARK = any_of(CURRENCY_MARKS)
_UNIT = rf"(?:{any_of(_UNITS)})(?![^\W_])"
_MORE = (
    r"lebih(?: (?:besar|berat|tinggi|luas|lama|tua))? dari(?:pada)?|di ?atas|melebihi|more than|over|above|older than|"
    r"longer than|exceeding|>(?!=)"
)
_LESS = (
    r"(?<!tidak )kurang dari|di ?bawah|belum (?:ber)?(?:umur|usia)|belum mencapai|less than|fewer than|under|below|"
    r"younger than|<(?!=)"
)
_FROM = (
    r"mulai(?: dari)?|minimal|minimum|paling sedikit|paling kurang|sekurang-kurangnya|tidak kurang dari|at least|≥|>="
)
_OUT_OF = r"(?<!lebih )(?<!kurang )dari|from"  # "20 dari 30 orang" is no range
_UP_TO = (
    r"sampai(?: dengan)?|hingga|s\.? ?d\.?|s/d|maksimal|maksimum|maks\.?|paling banyak|paling lama|paling tinggi|"
    r"tidak lebih dari|tidak melebihi|up to|at most|no more than|not (?:more than|over|exceeding|above)|≤|<="
)
_JOINT = r"sampai(?: dengan)?|hingga|s\.? ?d\.?|s/d|to|up to|through|[-–—]"
_AND = r",?\s*(?:and|dan|but|tetapi|namun)"


def _number(name: str) -> str:
    return (
        rf"(?:(?P<{name}_currency>{_MARK})\.?\s*)?(?P<{name}>\d+(?:[.,]\d+)*|(?:{any_of(_WORDS)})\b)(?:,-)?"
        rf"(?:\s*(?P<{name}_scale>{any_of(MAGNITUDES)})\b)?(?:\s*\([^()\d]*\))?(?:[\s-]*(?P<{name}_unit>{_UNIT}))?"
    )


_LOW, _HIGH = _number("low"), _number("high")
_OF = r"(?:\s+(?P<noun>[^\W\d_]{3,}))?"  # "20 pekerja atau lebih"
_AT_MOST = rf"(?:(?P<less>{_LESS})|(?:{_UP_TO}))"
_FORMS = tuple(
    re.compile(rf"(?<![\w.,/:])(?:{form})(?!\w|[:/.,]\d)", re.IGNORECASE)
    for form in (
        rf"(?:(?:(?P<over>{_MORE})|(?:{_FROM}|{_OUT_OF}))\s*)?{_LOW}\s*(?:{_JOINT})\s*(?:{_AT_MOST}\s*)?{_HIGH}",
        rf"(?:antara|between)\s+{_LOW}\s+(?:dan|and)\s+{_HIGH}",
        rf"(?:(?P<over>{_MORE})|(?:{_FROM}))\s*{_LOW}{_AND}\s+{_AT_MOST}\s*{_HIGH}",
        rf"{_LOW}{_OF}\s*(?:ke atas|atau lebih|(?:or|and) (?:more|over|older|above|up)|\+)",
        rf"{_HIGH}{_OF}\s*(?:ke bawah|atau kurang|(?:or|and) (?:less|fewer|under|younger|below))",
        rf"(?:(?P<over>{_MORE})|(?:{_FROM}))\s*{_LOW}",
        rf"{_AT_MOST}\s*{_HIGH}",
    )
)
_ALONE = re.compile(_LOW, re.IGNORECASE)
_LIMIT = re.compile(r"paling|maks|minim|sekurang|at (?:least|most)|(?:tidak|not?) (?:lebih|kurang|more)", re.IGNORECASE)
_POWER = re.compile(r"\s*(?:(?P<square>persegi|square|²)|(?P<cube>kubik|cubic|³))", re.IGNORECASE)
_COUNTED = re.compile(rf"\s+(?P<unit>{_UNIT})", re.IGNORECASE)
_AGED = re.compile(r"\b(?:ber)?(?:umur(?:nya)?|usia(?:nya)?|aged?)\s+$", re.IGNORECASE)
_BACK = 12  # characters before a number in which its being an age is said
_NOUN = re.compile(r"\s+(?P<noun>[^\W\d_]{3,})")
_DAY, _MONTHS, _MONTH = Decimal(86_400), (28, 31), 30  # seconds; days
_TEXTS = 256  # whose ranges are remembered: whole documents may be among them


@dataclass(frozen=True, slots=True)
class Amount:
    """What a question says of something, in the smallest unit of its kind: 75 minutes are 4500 "second".

    `unit` is "" where none is said. `start` and `end` are offsets into the question.
    """

    value: Decimal
    unit: str
    start: int
    end: int
    nouns: frozenset[str] = frozenset()  # stems of what is counted, where that is no unit: "pekerja"


@dataclass(frozen=True, slots=True)
class Bracket:
    """A range of amounts at `text[start:end]`, its bounds in the smallest unit of their kind; None where it is open."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    over: bool = False  # the lower bound lies outside
    under: bool = False  # the upper one does
    unit: str = ""
    is_limit: bool = False  # "paling lama 14 hari": as what must be is written
    noun: str = ""  # stem of what is counted, where that is no unit

    @property
    def is_exact(self) -> bool:
        """Whether it is one amount."""
        return self.low is not None and self.low == self.high

    def holds(self, value: Decimal) -> bool:
        """Whether an amount of its unit lies in it."""
        above = self.low is None or value > self.low or (value == self.low and not self.over)
        return above and (self.high is None or value < self.high or (value == self.high and not self.under))

    def takes(self, amount: Amount) -> bool:
        """Whether an amount lies in it; of days in a range of months only where any month would do."""
        if {amount.unit, self.unit} != {"second", "month"}:
            return self.holds(amount.value)
        days = (_DAY * length for length in _MONTHS)
        return all(self.holds(amount.value * day if self.unit == "second" else amount.value / day) for day in days)

    def measured_in(self, unit: str, times: Decimal) -> "Bracket":
        """The same with a unit and a scale that stand elsewhere, above a column."""
        low = None if self.low is None else self.low * times
        return replace(self, low=low, high=None if self.high is None else self.high * times, unit=unit)


@lru_cache(_TEXTS)
def brackets_in(text: str) -> tuple[Bracket, ...]:
    """The ranges of a text in order, none over another."""
    taken: list[Bracket] = []
    for form in _FORMS:
        for match in form.finditer(text):
            found = _bracket(match)
            if found is not None and not any(one.start < found.end and found.start < one.end for one in taken):
                taken.append(found)
    return tuple(sorted(taken, key=lambda one: one.start))


def bracket_of(text: str) -> Bracket | None:
    """The range that a text is and nothing else; a bare amount is one from itself to itself."""
    text = text.strip(" .;:*()")
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if found is not None:
        return _bracket(found)
    alone = _ALONE.fullmatch(text)
    exact = _bracket(alone) if alone else None
    return replace(exact, high=exact.low) if exact else None


@lru_cache(_TEXTS)
def amounts_in(text: str) -> tuple[Amount, ...]:
    """The amounts that a text says as they are, without bounds: "75 menit", "umur 12", "100 meter persegi"."""
    found = []
    for one in find_quantities(text):
        number, unit, end = _decimal(one.value), one.unit, one.end
        if number is None or one.qualifier or unit == "no" or _names(text, one.start, end, unit):
            continue
        power = _POWER.match(text, end) if unit in ("m", "km") else None
        if power is not None:
            unit, end = f"{unit}{'²' if power['square'] else '³'}", power.end()
        elif not unit and (counted := _COUNTED.match(text, end)):
            unit, end = _UNITS[counted["unit"].lower()], counted.end()
        elif not unit and _AGED.search(text, max(0, one.start - _BACK), one.start):
            unit = "year"
        smallest, times = _SMALLEST.get(unit, (unit, Decimal(1)))
        nouns = frozenset(filter(None, [_noun_behind(text, end)])) if not unit else frozenset()
        found.append(Amount(number * times, smallest, one.start, end, nouns))
    bounded = brackets_in(text)
    plain = [one for one in found if not any(b.start < one.end and one.start < b.end for b in bounded)]
    return tuple(_joined(text, sorted(plain, key=lambda one: one.start)))


def _joined(text: str, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """ "1 jam 20 menit" is one amount; "setengah jam" right behind another number is none."""
    before: Amount | None = None
    for one in amounts:
        if (
            before is not None
            and before.unit == one.unit != ""
            and text[before.end : one.start].strip() in ("", "dan", "and")
        ):
            before = replace(before, value=before.value + one.value, end=one.end)
            continue
        if before is not None:
            yield before
        last = text[: one.start].lower().split()[-1:]
        before = None if last and last[0] in _WORDS else one
    if before is not None:
        yield before


def unit_and_scale(text: str) -> tuple[str, Decimal]:
    """The unit that the name of a column gives, and what its figures are times to be in the smallest of its kind."""
    words = (
        word.removesuffix("an") if word.endswith("an") else word.removesuffix("s") for word in _LETTERS.findall(text)
    )
    scale = Decimal(10) ** sum(MAGNITUDES.get(word.lower(), 0) for word in words)
    found = _MEASURED.search(text)
    unit, times = _measure(found["unit"], found["mark"]) if found else ("", Decimal(1))
    return unit, scale * times


_LETTERS = re.compile(r"[^\W\d_]+")
_MEASURED = re.compile(rf"(?<![^\W_])(?:(?P<unit>{_UNIT})|(?P<mark>{_MARK})(?![^\W_]))", re.IGNORECASE)


def _noun_behind(text: str, end: int) -> str:
    """The stem of the word right behind a number, if it may be what is counted; "" without one."""
    found = _NOUN.match(text, end)
    return stem(found["noun"].lower()) if found and carries_topic(found["noun"].lower()) else ""


def _names(text: str, start: int, end: int, unit: str) -> bool:
    """Whether a number is a name, a year or an article: "2025", "satu keluarga", "one"."""
    digits = text[start:end].strip().lower()
    if digits.split()[:1] in (["satu"], ["one"]) and not any(map(str.isdigit, digits)):
        return True
    return not unit and digits.isdecimal() and len(digits) == 4 and digits[:2] in ("19", "20")


def _bracket(match: re.Match[str]) -> Bracket | None:
    said = match.groupdict()
    bounds = {side: _bound(said, side) for side in ("high", "low") if said.get(side)}
    values = {side: value for side, (value, _) in bounds.items() if value is not None}
    if len(values) < len(bounds):
        return None
    units = {side: unit for side, (_, unit) in bounds.items()}
    unit = next(iter(units.values()))
    if set(units.values()) == {"second", "month"}:  # "1 hari - 1 bulan"
        values = {side: one / (_DAY * _MONTH) if units[side] == "second" else one for side, one in values.items()}
        unit = "month"
    low, high = values.get("low"), values.get("high")
    if low is not None and high is not None and low >= high:
        return None
    limit = _LIMIT.match(match[0]) is not None
    over, under = bool(said.get("over")), bool(said.get("less"))
    noun = stem((said.get("noun") or "").lower()) or _noun_behind(match.string, match.end()) if not unit else ""
    return Bracket(match.start(), match.end(), low, high, over, under, unit, limit, noun)


def _bound(said: Mapping[str, str | None], side: str) -> tuple[Decimal | None, str]:
    """A bound in the smallest unit of its kind; it may leave scale and unit to the other one: "50-250 juta"."""
    other = "high" if side == "low" else "low"
    own_unit, own_mark, scale = said[f"{side}_unit"], said[f"{side}_currency"], said[f"{side}_scale"]
    if side == "low" and not scale and not own_unit:
        scale = said.get("high_scale")
    unit, times = _measure(
        own_unit or (None if own_mark else said.get(f"{other}_unit")), own_mark or said.get(f"{other}_currency")
    )
    digits = (said[side] or "").lower()
    number = Decimal(_WORDS[digits]) if digits in _WORDS else _decimal(plain_number(digits))
    power = MAGNITUDES[scale.lower()] if scale else 0
    return (None if number is None else number * 10**power * times), unit


def _measure(word: str | None, currency: str | None) -> tuple[str, Decimal]:
    unit = _UNITS[word.lower()] if word else CURRENCY_MARKS[currency.lower()] if currency else ""
    return _SMALLEST.get(unit, (unit, Decimal(1)))


def _decimal(value: str) -> Decimal | None:
    try:
        return Decimal(value)
    except InvalidOperation:
        return None
