"""What is said of one range of amounts is not said of another: 0,5% of "1 sampai 30 menit" is none of 75 minutes."""

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.clause_brackets import ranged_in
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection


class OtherRange:
    """Objects to what is said of a range that does not hold the amount of the question; not to the range itself."""

    name = "other_range"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        if candidate.table is not None:
            return None
        passage = candidate.hit.passage
        ranged = ranged_in(query, passage)
        over = ranged.over(span.start, span.end) if ranged is not None else ()
        if ranged is None or all(one.holds(ranged.amount) for one in over):
            return None
        if any(one.start < span.end and span.start < one.end for clause in over for one in clause.brackets):
            return None
        return Objection(self.name, (query.text[ranged.amount.start : ranged.amount.end],))
