"""What something became does not say what it was before."""

from rag.answering.extractive.candidates import Candidate
from rag.language.changes import Side, is_new, side_asked
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection


class OldValue:
    """Objects to the new value where the old one is asked for: "turun 20 persen menjadi Rp8.000"."""

    name = "old_value"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        if side_asked(query.text) is not Side.OLD:
            return None
        start, _ = candidate.local(span)
        return Objection(self.name) if is_new(candidate.text[:start]) else None
