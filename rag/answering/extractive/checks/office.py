"""The holder of an office is named beside that office: the attaché of trade is not the one of labour."""

from rag.answering.extractive.candidates import Candidate
from rag.language.offices import holds_office, is_named, offices_beside
from rag.language.question_kinds import AnswerType
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection


class OfficeHeld:
    """Objects to a person who stands beside another office, or, where holders are always called by it, beside none."""

    name = "office"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        if query.kind is not AnswerType.PERSON or query.office is None:
            return None
        start, end = candidate.local(span)
        if not query.office.sole and not offices_beside(candidate.text, start, end):
            return None
        passage = candidate.hit.passage
        publishers = f"{passage.publisher or ''}\n{passage.title}"
        held = is_named(candidate.said(span)) and holds_office(query.office, candidate.text, start, end, publishers)
        return None if held else Objection(self.name, (query.office.name,))
