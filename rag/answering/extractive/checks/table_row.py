"""A row of a table is the one that the question names, not its neighbour."""

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.table_binding import bind
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Reason


class TableRow:
    """Objects to a row where the question names another row of the table, or none of several."""

    name = "table_row"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Reason | None:
        return Reason(self.name, (candidate.text,)) if is_other_row(query, candidate) else None


def is_other_row(query: Query, candidate: Candidate) -> bool:
    """Whether it is a row beside the one that the question names, or one of several when it names none."""
    table = candidate.table
    if table is None or candidate.row is None or len(table.rows) < 2 or query.wants_list:
        return False
    rows = bind(query.topic, table, candidate.words_of).rows
    return candidate.row not in rows and not (table.pairs and not rows)
