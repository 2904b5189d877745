"""A row of a table is the one that the question names, not its neighbour."""

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.narrowing import bound
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection


class TableRow:
    """Objects to a row where the question names another row of the table, or none of several."""

    name = "table_row"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        table = candidate.table
        if table is None or candidate.row is None or len(table.rows) < 2 or query.wants_list:
            return None
        if candidate.row in bound(query, candidate, table).rows:
            return None
        return Objection(self.name, (candidate.text,))
