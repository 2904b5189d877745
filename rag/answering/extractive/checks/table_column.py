"""A cell stands in the column that the question names, not in the one beside it."""

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.narrowing import bound
from rag.answering.extractive.table_binding import is_total
from rag.language.computations import Computation
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection, Table


class TableColumn:
    """Objects to a value where the question names another column of the table."""

    name = "table_column"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        table = candidate.table
        if table is None or candidate.row is None:
            return None
        binding = bound(query, candidate, table)
        values = _columns(candidate, table, candidate.row, span) & set(binding.open)
        if not binding.column_is_named or not values or values & set(binding.columns):
            return None
        return Objection(self.name, tuple(table.columns[column] for column in sorted(values)))


class OneOfColumns:
    """Objects to one cell of a row where the question does not tell the column, or where a sum was asked for."""

    name = "one_of_columns"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        table = candidate.table
        if table is None or candidate.row is None or is_total(table, candidate.row, candidate.words_of):
            return None
        if query.computation in (Computation.TOTAL, Computation.DIFFERENCE):
            return Objection(self.name, (query.computation.value,))
        binding = bound(query, candidate, table)
        told = len(binding.columns) == 1 and binding.columns[0] in _columns(candidate, table, candidate.row, span)
        alike = binding.columns if len(binding.columns) > 1 else binding.open
        return None if told else Objection(self.name, tuple(table.columns[column] for column in alike))


def _columns(candidate: Candidate, table: Table, row: int, span: ReadSpan) -> set[int]:
    """Those in which the words of a span stand."""
    begin = candidate.hit.passage.start
    cells = (c for c in table.rows[row] if c.start - begin < span.end and span.start < c.end - begin)
    return {column for cell in cells for column in range(cell.column, cell.column + cell.columns)}
