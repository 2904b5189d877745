"""Columns that are called by ranges: of "0-10 m3", "11-20 m3" and "> 20 m3" the second is meant by 15 cubic metres.

The unit stands in the name of the column, also above the ranges ("Lama sewa (jam)"), or the question says what they
are of.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.answering.extractive.column_names import called_terms
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.row_brackets import fits_unit, range_of
from rag.language.brackets import Amount, Bracket
from rag.types import Table

_FEWEST = 2  # columns with a range
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Across:
    """Columns into whose range an amount of the question falls; none where it lies beyond all, or in several.

    `every`: all columns with such a range; `terms`: of the words by which the question says the amount; `text`: the
    range as the column has it.
    """

    columns: tuple[int, ...]
    every: tuple[int, ...]
    terms: frozenset[str]
    amount: Amount
    text: str = ""


def across(
    text: str, amounts: Sequence[Amount], spoken: frozenset[str], topic: Sequence[frozenset[str]], table: Table
) -> Across | None:
    """None where fewer than two columns are called by ranges that an amount of the question `text` may be of, or where
    two amounts may.

    `spoken`: stems of all words of the question, `topic` those that its topic may stand for. Of several columns with
    the same range those are meant that are named best.
    """
    ranges = {} if table.pairs else _ranges(table)
    if len(ranges) < _FEWEST:
        return None
    said = spoken.union(*topic)
    names = {column: called_terms(table.columns[column]) for column in ranges}
    over = frozenset.intersection(*names.values()) | facts_of(table.caption).terms
    fitting = [
        (amount, own)
        for amount in amounts
        if len(own := {at: one for at, one in ranges.items() if fits_unit(amount, one, bool(over & said))}) >= _FEWEST
    ]
    if len(fitting) != 1:
        return None
    amount, own = fitting[0]
    held = [column for column, one in own.items() if one.takes(amount)]
    if len({(own[column].low, own[column].high) for column in held}) > 1:
        held = []  # "50-100" and "100-150" of 100
    hits = {column: sum(bool(group & names[column]) for group in topic) for column in held}
    meant = tuple(column for column in held if hits[column] == max(hits.values()))
    terms = facts_of(text[amount.start : amount.end]).terms
    return Across(meant, tuple(own), terms, amount, table.columns[meant[0]] if meant else "")


def _ranges(table: Table) -> dict[int, Bracket]:
    """By column; a span of years is none, nor are columns that each say one amount."""
    told = {column: range_of(table.columns[column]) for column in range(table.keys, len(table.columns))}
    found = {column: one for column, one in told.items() if one is not None and not _is_of_years(one)}
    return {} if all(one.is_exact for one in found.values()) else found


def _is_of_years(one: Bracket) -> bool:
    bounds = [bound for bound in (one.low, one.high) if bound is not None]
    return not one.unit and all(bound in _YEARS for bound in bounds)
