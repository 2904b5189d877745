""" "Gubernur Rahmat menyatakan ..." says whose governor he is to readers of the whole page only."""

from rag.answering.extractive.candidates import Candidate, titled
from rag.language.offices import of_other_provinces
from rag.language.question_kinds import AnswerType
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Reason


class OtherProvince:
    """Objects to holders of an office of one province in passages that name only others."""

    name = "other_province"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Reason | None:
        if query.kind is not AnswerType.PERSON or query.office is None:
            return None
        if not of_other_provinces(titled(candidate.hit.passage), query.office.places):
            return None
        return Reason(self.name, (query.office.name,))
