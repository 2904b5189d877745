"""A cell stands in the column that the question names, not in the one beside it."""

import re

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.counted_steps import one_step
from rag.answering.extractive.narrowing import bound, strays
from rag.answering.extractive.table_binding import Binding, cell_at, is_total
from rag.language.calendar_names import any_month
from rag.language.computations import Computation
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection, Table

_WHEN = re.compile(rf"(?:{any_month()}|\d{{4}}|[\s,./*–-])+", re.IGNORECASE)
_NOTHING = re.compile(r"[-–—.…*\s]*|n/?a|nihil", re.IGNORECASE)


class TableColumn:
    """Objects to a value where the question names another column, one that is not there, or one that is empty."""

    name = "table_column"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        table = candidate.table
        if table is None or candidate.row is None:
            return None
        if query.step is not None and one_step(query, candidate):
            return None
        if _NOTHING.fullmatch(candidate.said(span)):
            return Objection(self.name, (candidate.said(span),))
        binding = bound(query, candidate, table)
        if _tells_nothing(table, binding) and (unknown := strays(query, candidate)):
            return Objection(self.name, unknown)
        if _is_of_many(query, candidate, table, candidate.row, binding):
            return Objection(self.name, (Computation.TOTAL.value,))
        asked = query.kind is not None or binding.column_is_named
        if binding.is_one_cell and binding.rows == (candidate.row,) and asked:
            cell = cell_at(table, candidate.row, binding.columns[0])
            if cell is None or _NOTHING.fullmatch(candidate.words_of(cell)):
                return Objection(self.name, (table.columns[binding.columns[0]],))
        values = _columns(candidate, table, candidate.row, span) & set(binding.open)
        if not binding.column_is_named or not values or values & set(binding.columns):
            return None
        return Objection(self.name, tuple(table.columns[column] for column in sorted(values)))


def _is_of_many(query: Query, candidate: Candidate, table: Table, row: int, binding: Binding) -> bool:
    """Whether a total is asked for that one row cannot tell: neither it nor a column is named for sure."""
    if query.computation is not Computation.TOTAL or table.pairs or len(table.rows) < 2:
        return False
    return not (binding.column_is_named or binding.row_is_named or is_total(table, row, candidate.words_of))


def _tells_nothing(table: Table, binding: Binding) -> bool:
    """Whether no column is meant, or one that is called by a year or a month: what it holds stands elsewhere."""
    if len(binding.columns) != 1:
        return len(binding.open) > 1
    return not table.pairs and _WHEN.fullmatch(table.columns[binding.columns[0]].strip()) is not None


class OneOfColumns:
    """Objects to one cell where the question does not tell the column, means several rows, or asks for a sum."""

    name = "one_of_columns"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        table = candidate.table
        if table is None or candidate.row is None or is_total(table, candidate.row, candidate.words_of):
            return None
        if query.computation in (Computation.TOTAL, Computation.DIFFERENCE):
            return Objection(self.name, (query.computation.value,))
        binding = bound(query, candidate, table)
        if len(binding.rows) > 1:
            return Objection(self.name, tuple(candidate.words_of(table.rows[row][0]) for row in binding.rows))
        told = len(binding.columns) == 1 and binding.columns[0] in _columns(candidate, table, candidate.row, span)
        alike = binding.columns if len(binding.columns) > 1 else binding.open
        return None if told else Objection(self.name, tuple(table.columns[column] for column in alike))


def _columns(candidate: Candidate, table: Table, row: int, span: ReadSpan) -> set[int]:
    """Those in which the words of a span stand."""
    begin = candidate.hit.passage.start
    cells = (c for c in table.rows[row] if c.start - begin < span.end and span.start < c.end - begin)
    return {column for cell in cells for column in range(cell.column, cell.column + cell.columns)}
