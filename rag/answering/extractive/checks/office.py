"""The holder of an office is named beside that office: the attaché of trade is not the one of labour."""

from rag.answering.extractive.candidates import Candidate
from rag.language.offices import holds_office, is_named
from rag.language.question_kinds import AnswerType
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Reason


class OfficeHeld:
    """Objects to a person who does not stand beside the office asked for."""

    name = "office"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Reason | None:
        if query.kind is not AnswerType.PERSON or query.office is None:
            return None
        held = is_named(candidate.said(span)) and holds_office(query.office, candidate.text, *candidate.local(span))
        return None if held else Reason(self.name, (query.office.name,))
