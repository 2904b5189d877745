"""A difference between two tables of a document that say the same of two years: a sheet for 2024 and one for 2025."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from rag.answering.extractive.computed import Computed
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.found_tables import texts_over
from rag.answering.extractive.notation import figure_of, notation_of, written
from rag.answering.extractive.row_words import TextOf
from rag.answering.extractive.table_binding import Asked, bind, cell_at
from rag.language.computations import Computation
from rag.types import Document, Table

_SIDES = 2


def of_years(document: Document, tables: Sequence[Table], years: Sequence[str]) -> tuple[Table, Table] | None:
    """The only two tables with the same columns of which one is headed by the first year, one by the other."""
    if len(years) != _SIDES:
        return None
    named = {table.start: years_over(document, table) & set(years) for table in tables}
    pairs = [
        (one, other)
        for one, other in combinations(tables, 2)
        if one.columns == other.columns and any(one.columns)
        if len(named[one.start]) == len(named[other.start]) == 1 and named[one.start] != named[other.start]
    ]
    return pairs[0] if len(pairs) == 1 else None


def years_over(document: Document, table: Table) -> frozenset[str]:
    """Of its nearest heading and its caption; the title may have the year of the first of several sheets."""
    _, *heads = texts_over(document, table)
    return frozenset().union(*(facts_of(text).years for text in heads[-_SIDES:]))


def difference(asked: Asked, tables: tuple[Table, Table], text_of: TextOf, document: Document) -> Computed | None:
    """The larger less the smaller figure of the row and the column that the question names in both tables."""
    found = []
    for table in tables:
        years = years_over(document, table)
        plain = replace(
            asked, topic=[group for group in asked.topic if not group & asked.marks], marks=asked.marks - years
        )
        binding = bind(plain, table, text_of)
        cell = cell_at(table, binding.rows[0], binding.columns[0]) if binding.is_sure else None
        notation = notation_of((text_of(one) for row in table.rows for one in row), document.language)
        figure = figure_of(text_of(cell), notation) if cell is not None else None
        if cell is None or figure is None:
            return None
        found.append((figure, cell, binding, notation))
    found.sort(key=lambda one: -one[0])
    (larger, first, binding, notation), (smaller, second, *_) = found
    value = written(larger - smaller, notation)
    return Computed(Computation.DIFFERENCE, value, (first, second), binding.rows, binding.columns[0])
