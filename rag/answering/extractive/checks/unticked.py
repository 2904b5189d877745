"""What stands behind an empty box of a form is not what the form says."""

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.ticks import is_unticked
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection


class Unticked:
    """Objects to a span behind an empty box where other boxes of the passage are ticked: "☒ Ya ☐ Tidak"."""

    name = "unticked"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        start, _ = candidate.local(span)
        unticked = is_unticked(candidate.text, start, candidate.hit.passage.text)
        return Objection(self.name, (candidate.said(span),)) if unticked else None
