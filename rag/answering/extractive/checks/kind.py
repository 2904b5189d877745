"""Whether a span is of the kind asked for at all: no "berapa" without a number."""

from rag.answering.extractive.candidates import Candidate
from rag.language.question_kinds import fits
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection


class Kind:
    """Objects to a span of another kind."""

    name = "kind"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        if query.kind is None or fits(candidate.said(span), query.kind):
            return None
        return Objection(self.name, (query.kind.value,))
