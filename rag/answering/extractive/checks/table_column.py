"""A cell stands in the column that the question names, not in the one beside it."""

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.table_binding import bind, is_total
from rag.language.computations import Computation
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Reason


class TableColumn:
    """Objects to a value where the question names another column of the table."""

    name = "table_column"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Reason | None:
        table = candidate.table
        if table is None or candidate.row is None:
            return None
        binding = bind(query.topic, table, candidate.words_of, query.numbers)
        begin = candidate.hit.passage.start
        cells = [c for c in table.rows[candidate.row] if c.start - begin < span.end and span.start < c.end - begin]
        values = {column for c in cells for column in range(c.column, c.column + c.columns) if column >= table.keys}
        if not binding.column_is_named or not values or values & set(binding.columns):
            return None
        return Reason(self.name, tuple(table.columns[column] for column in sorted(values)))


class OneOfColumns:
    """Objects to one cell of a row where several columns are named alike, or where a sum was asked for."""

    name = "one_of_columns"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Reason | None:
        table = candidate.table
        if table is None or candidate.row is None or is_total(table, candidate.row, candidate.words_of):
            return None
        if query.computation in (Computation.TOTAL, Computation.DIFFERENCE):
            return Reason(self.name, (query.computation.value,))
        binding = bind(query.topic, table, candidate.words_of, query.numbers)
        alike = binding.columns if binding.column_is_named and len(binding.columns) > 1 else ()
        return Reason(self.name, tuple(table.columns[column] for column in alike)) if alike else None
