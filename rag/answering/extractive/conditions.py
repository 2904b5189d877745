"""Rows that have what a question says in one of their columns: "barang apa saja yang rusak berat?".

A column in which few values come again and again is a condition; the rows are told that have the one the question says
whole. A question that says anything else than the table does, or denies, is left to others.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from rag.answering.base import DocumentOf
from rag.answering.extractive.crossed import Crossed, Grid, answers, asks_why_or_how, is_of_no_row, says_all
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.found_tables import tables_in, texts_over
from rag.answering.extractive.table_binding import cell_at
from rag.documents.table_heads import is_figure
from rag.language.stems import stem
from rag.questions.understanding import Query
from rag.types import Document, Hit, Table

_FEWEST_ROWS = 3
_MOST_ROWS = 20  # that are told
_MOST_WORDS = 4  # of a condition


def on_condition(query: Query, hits: Sequence[Hit], document_of: DocumentOf) -> Crossed | None:
    """The rows that the first table tells which knows all a question says."""
    if is_of_no_row(query) or asks_why_or_how(query):
        return None
    found = (_told(query, document, table) for document, table in tables_in(query, hits, document_of))
    return next((one for one in found if one is not None), None)


def _told(query: Query, document: Document, table: Table) -> Crossed | None:
    if table.pairs or len(table.rows) < _FEWEST_ROWS:
        return None
    grid = Grid(document, table, ())
    said = frozenset(map(stem, query.words)).union(*query.topic)
    called = [facts_of(table.columns[at]).terms for at in range(table.keys)]
    if not any(name and name & said for name in called) or any(
        key and key <= said for key in map(grid.key, range(len(table.rows)))
    ):
        return None
    meant = [
        (column, value)
        for column in range(table.keys, len(table.columns))
        for value in _conditions(grid, column)
        if facts_of(value).terms <= said
    ]
    meant = [one for one in meant if not any(facts_of(one[1]).terms < facts_of(other).terms for _, other in meant)]
    if len(meant) != 1:
        return None
    (column, value), heads = meant[0], facts_of(" ".join((*texts_over(document, table), *table.columns))).terms
    if not says_all(query, heads | facts_of(value).terms):
        return None
    rows = [row for row in range(len(table.rows)) if _value(grid, row, column) == value]
    names = list(map(grid.name, rows))
    if not 0 < len(rows) <= _MOST_ROWS or not answers(query, names, table.columns[: table.keys]):
        return None
    return Crossed(document, tuple(map(grid.line, rows)), names[0] if len(rows) == 1 else "")


def _conditions(grid: Grid, column: int) -> Iterator[str]:
    """The values of a column where every row has one and most come again."""
    values = [_value(grid, row, column) for row in range(len(grid.table.rows))]
    counted = Counter(values)
    if all(values) and 1 < len(counted) <= len(values) / 2 and not any(map(is_figure, counted)):
        yield from (one for one in counted if len(one.split()) <= _MOST_WORDS and facts_of(one).terms)


def _value(grid: Grid, row: int, column: int) -> str:
    cell = cell_at(grid.table, row, column)
    return grid.words_of(cell).strip().casefold() if cell is not None else ""
