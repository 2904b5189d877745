"""Rows that are called by a range: of "1 sampai 30 menit" and "31 sampai 60 menit" the second is meant by "45 menit".

The ranges stand in one column, with their unit or below it ("Berat (kg)": "1-5"), or their bounds in two columns beside
each other ("Dari", "Sampai").
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.row_words import TextOf, row_stems
from rag.documents.figure_units import unit_of
from rag.language.brackets import Amount, Bracket, bracket_of, brackets_in, unit_and_scale
from rag.types import Cell, Table

_FEWEST = 2  # rows with a range
_MONEY_FROM = 1_000  # a smaller amount without a unit is none of money
_OVER = re.compile(r"lebih dari|di ?atas|more than|over|above|>", re.IGNORECASE)
_FIRST = re.compile(
    rf"(?:.*[^\w])?(?:dari|mulai|from|min|minimum|minimal|batas bawah|lower|{_OVER.pattern})\W*", re.IGNORECASE
)
_LAST = re.compile(
    r"(?:.*[^\w])?(?:sampai(?: dengan)?|s\.?d\.?|hingga|to|up to|ma[kx]s?|maximum|maksimal|batas atas|upper)\W*",
    re.IGNORECASE,
)
_OPEN = re.compile(r"[-–—~∞.…\s]*|(?:dan )?seterusnya|tak terbatas|tak terhingga|and above|no limit", re.IGNORECASE)

Ranges = Mapping[int, Bracket]


@dataclass(frozen=True, slots=True)
class Located:
    """Rows into whose range an amount of the question falls; none where it lies beyond all, or in several.

    `columns`: where the ranges stand; `terms`: of the words by which the question says the amount, which name no more.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    terms: frozenset[str]
    amount: Amount
    text: str = ""  # of the range of these rows, with the unit of its column


def located(
    text: str,
    amounts: Sequence[Amount],
    spoken: frozenset[str],
    topic: Sequence[frozenset[str]],
    table: Table,
    text_of: TextOf,
) -> Located | None:
    """None where no column, or more than one, can hold the ranges that an amount of the question `text` is meant by.

    `spoken`: stems of all words of the question, `topic` those that its topic may stand for. An amount without a unit
    counts only for a column that is named. Of several rows with the same range those are meant that are named best.
    """
    said = spoken.union(*topic)
    found = [
        (amount, columns, ranges)
        for columns, ranges in _range_columns(table, text_of)
        for amount in amounts
        if any(fits_unit(amount, one, bool(_called(table, columns) & said)) for one in ranges.values())
    ]
    named = [one for one in found if _called(table, one[1]) & said]
    found = named if len(named) == 1 else found
    if len(found) != 1:
        return None
    amount, columns, ranges = found[0]
    rows = tuple(row for row, one in ranges.items() if one.takes(amount))
    if len({(one.low, one.high) for row, one in ranges.items() if row in rows}) > 1:
        rows = ()  # "50-100" and "100-150" of 100
    hits = {row: sum(bool(group & row_stems(table, row, text_of)) for group in topic) for row in rows}
    rows = tuple(row for row in rows if hits[row] == max(hits.values()))
    written = _written(table, rows[0], columns, text_of) if rows else ""
    return Located(rows, columns, facts_of(text[amount.start : amount.end]).terms, amount, written)


def _written(table: Table, row: int, columns: Sequence[int], text_of: TextOf) -> str:
    """The range as a question may say it: "1-5 kg" of a cell "1-5" below "Berat (kg)"."""
    told = " – ".join(text_of(cell) for cell in table.rows[row] if cell.column in columns)
    unit = unit_of(table.columns[columns[-1]])
    return told if not unit or any(map(str.isalpha, told)) else f"{told} {unit}"


def fits_unit(amount: Amount, bracket: Bracket, named: bool = False) -> bool:
    """Whether an amount is of the kind that a range is of; `named`: whether the question says what the range is of."""
    if {amount.unit, bracket.unit} == {"second", "month"}:
        return True
    if amount.unit == bracket.unit:
        return bool(amount.unit) or named or bracket.noun in amount.nouns
    if not amount.unit:
        return bracket.unit == "idr" and amount.value >= _MONEY_FROM
    return not bracket.unit and named


def _called(table: Table, columns: Sequence[int]) -> frozenset[str]:
    return frozenset().union(*(facts_of(table.columns[column]).terms for column in columns))


def _range_columns(table: Table, text_of: TextOf) -> Iterator[tuple[tuple[int, ...], Ranges]]:
    """Columns of which at least half of the rows, and two, say a range, one of them no mere amount."""
    cells = [{cell.column: cell for cell in row} for row in table.rows]
    pairs = [
        (first, last)
        for first, last in pairwise(range(len(table.columns)))
        if _FIRST.fullmatch(table.columns[first]) and _LAST.fullmatch(table.columns[last])
    ]
    for first, last in pairs:
        bounds = {row: _between(table, own.get(first), own.get(last), first, text_of) for row, own in enumerate(cells)}
        if ranges := _enough(bounds, len(cells)):
            yield (first, last), ranges
    for column in range(len(table.columns)):
        if not any(column in pair for pair in pairs):
            unit, times = unit_and_scale(table.columns[column])
            told = {row: _range_in(text_of(own[column])) for row, own in enumerate(cells) if column in own}
            if ranges := _enough({row: _with_unit(one, unit, times) for row, one in told.items()}, len(cells)):
                yield (column,), ranges


def range_of(name: str) -> Bracket | None:
    """The range by which a column is called, with the unit that its name gives: "Lama sewa (jam) 4-6"."""
    one = _range_in(name)
    return _with_unit(one, *unit_and_scale(name))


def _enough(found: Mapping[int, Bracket | None], rows: int) -> Ranges:
    ranges = {row: one for row, one in found.items() if one is not None}
    is_one = len(ranges) >= _FEWEST and 2 * len(ranges) >= rows and not all(one.is_exact for one in ranges.values())
    return ranges if is_one else {}


@lru_cache(1024)
def _range_in(text: str) -> Bracket | None:
    """ "31 sampai 60 menit", also where words stand beside it: "Terlambat 31 sampai 60 menit"."""
    whole = bracket_of(text)
    if whole is not None:
        return whole
    inside = brackets_in(text)
    return inside[0] if len(inside) == 1 else None


def _with_unit(one: Bracket | None, unit: str, times: Decimal) -> Bracket | None:
    if one is None or one.unit or not unit:
        return one
    return one.measured_in(unit, times)


def _between(table: Table, first: Cell | None, last: Cell | None, column: int, text_of: TextOf) -> Bracket | None:
    """From a lower bound in one cell to an upper one in the next; either may be open."""
    texts = [text_of(cell).strip() if cell else "" for cell in (first, last)]
    low, high = (None if _OPEN.fullmatch(text) else bracket_of(text) for text in texts)
    readable = all(one is not None or _OPEN.fullmatch(text) for one, text in zip((low, high), texts, strict=True))
    if not readable or (low is None and high is None):
        return None
    lower, upper = low.low if low else None, (high.high if high.high is not None else high.low) if high else None
    unit = next((one.unit for one in (high, low) if one is not None and one.unit), "")
    over = _OVER.search(table.columns[column]) is not None or (low is not None and low.over)
    made = Bracket(0, 0, lower, upper, over, high is not None and high.under, unit)
    return _with_unit(made, *unit_and_scale(table.columns[column]))
