"""Which of them has none: "desa mana yang tidak punya puskesmas?" of a table that says yes and no.

Only where no is written ("-", "tidak"): an empty cell may be one that nobody has filled in. A question that names
several columns or rows, or says anything else than the table does, is left to others.
"""

import re
from collections.abc import Iterator, Sequence

from rag.answering.base import DocumentOf
from rag.answering.extractive.crossed import Crossed, Grid, answers, asks_of_figures, asks_why_or_how, says_all
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.found_tables import tables_in, texts_over
from rag.answering.extractive.table_binding import cell_at
from rag.language.stems import stem, terms
from rag.questions.understanding import Query
from rag.types import Document, Hit, Table

_NOTE = r"(?: ?(?:\*+\)?|[a-z\d]\)))?"  # "v *)"
_YES = re.compile(rf"(?:[√✓✔✅☑vV●]|ya|ada|yes){_NOTE}", re.IGNORECASE)
_NO = re.compile(rf"(?:[-–—]|tidak(?: ada)?|no|nihil){_NOTE}", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:tidak|belum|tanpa|not|no|without|lacks?)\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:kecuali|selain|bukan|except|other than|tidak hanya|not only)\b", re.IGNORECASE)
_HAVING = frozenset(terms("punya mempunyai memiliki memerlukan butuh perlu ada have has need require"))
_FEWEST = 2  # columns, or rows, that say yes and no
_MOST_ROWS = 20  # that are told

Stems = frozenset[str]


def lacking(query: Query, hits: Sequence[Hit], document_of: DocumentOf) -> Crossed | None:
    """The rows, or columns, to which the first table says no that knows all a question says."""
    once = len(_DENIES.findall(query.text)) == 1 and not _BUT.search(query.text)
    if not once or asks_of_figures(query) or asks_why_or_how(query):
        return None
    for document, table in tables_in(query, hits, document_of):
        if not table.pairs and (found := _rows(query, document, table) or _columns(query, document, table)):
            return found
    return None


def _rows(query: Query, document: Document, table: Table) -> Crossed | None:
    """The rows with a no in the one column that is named, of the group that is."""
    every = range(len(table.rows))
    columns = [at for at in range(table.keys, len(table.columns)) if _says_both(document, table, every, [at])]
    columns += [at for at in range(1, table.keys) if _says_both(document, table, every, [at])]
    grid, said = Grid(document, table, tuple(columns)), _said(query)
    named = [at for at in columns if (name := facts_of(table.columns[at]).terms) and name <= said]
    if len(columns) < _FEWEST or len(named) != 1 or _DENIES.search(table.columns[named[0]]):
        return None
    keys = range(min(table.keys, *columns))
    groups = {text for row in every for at in keys if (text := _group(grid, row, at)) and facts_of(text).terms <= said}
    names = {row: " ".join(_own(grid, row, keys)) for row in every}
    if len(groups) > 1 or any((own := facts_of(name).terms) and own <= said for name in names.values()):
        return None
    around = facts_of(" ".join((*texts_over(document, table), *table.columns, *groups))).terms
    if not says_all(query, around | _HAVING):
        return None
    within = [row for row in every if not groups or any(_group(grid, row, at) in groups for at in keys)]
    told = [row for row in within if _NO.fullmatch(_words(grid, row, named[0]))]
    called = [names[row] for row in told]
    if not 0 < len(told) <= _MOST_ROWS or not answers(query, called, [table.columns[at] for at in keys]):
        return None
    return Crossed(document, tuple(map(grid.line, told)), called[0] if len(told) == 1 else "")


def _columns(query: Query, document: Document, table: Table) -> Crossed | None:
    """The columns with a no in the one row that is named."""
    columns, said = range(table.keys, len(table.columns)), _said(query)
    grid = Grid(document, table, tuple(columns))
    named = [row for row in range(len(table.rows)) if (key := grid.key(row)) and key <= said]
    if len(columns) < _FEWEST or len(named) != 1 or _DENIES.search(grid.name(named[0])):
        return None
    if any((name := facts_of(table.columns[at]).terms) and name <= said for at in columns):
        return None
    around = facts_of(" ".join((*texts_over(document, table), *table.columns[: table.keys], grid.name(named[0])))).terms
    if not _says_both(document, table, named, columns) or not says_all(query, around | _HAVING):
        return None
    told = [table.columns[at] for at in columns if _NO.fullmatch(_words(grid, named[0], at))]
    if not all(told) or not answers(query, told, table.columns[: table.keys]):
        return None
    return Crossed(document, (grid.line(named[0]),), told[0] if len(told) == 1 else "")


def _said(query: Query) -> Stems:
    return frozenset(map(stem, query.words)).union(*query.topic)


def _says_both(document: Document, table: Table, rows: Sequence[int], columns: Sequence[int]) -> bool:
    """Whether each of some cells says yes or no, and both are said."""
    grid = Grid(document, table, ())
    words = [_words(grid, row, column) for row in rows for column in columns]
    yes, no = ([bool(says.fullmatch(one)) for one in words] for says in (_YES, _NO))
    return any(yes) and any(no) and all(a or b for a, b in zip(yes, no, strict=True))


def _words(grid: Grid, row: int, column: int) -> str:
    cell = cell_at(grid.table, row, column)
    return grid.words_of(cell).strip() if cell is not None else ""


def _group(grid: Grid, row: int, column: int) -> str:
    """What several rows are called together."""
    cell = cell_at(grid.table, row, column)
    return grid.words_of(cell).strip() if cell is not None and cell.rows > 1 else ""


def _own(grid: Grid, row: int, keys: Sequence[int]) -> Iterator[str]:
    """What the row alone is called."""
    for column in keys:
        text = _words(grid, row, column)
        if text and not _group(grid, row, column) and not text.rstrip(".").isdecimal():
            yield text
