"""One figure is half of what "ke Singapura dan Jepang" asks for."""

from rag.answering.extractive.candidates import Candidate
from rag.language.question_kinds import AnswerType
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Reason

_FIGURES = frozenset({AnswerType.NUMBER, AnswerType.PERCENTAGE, AnswerType.MONEY})


class FigureForEach:
    """Objects to a short answer where a figure is wanted of each of several places."""

    name = "several_places"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Reason | None:
        if not query.several_places or query.kind not in _FIGURES:
            return None
        return Reason(self.name, tuple(place.text for place in query.places))
