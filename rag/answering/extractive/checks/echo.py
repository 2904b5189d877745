"""Nobody asks who or where in order to hear what he said himself, nor anything in order to hear "as above"."""

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import facts_of
from rag.documents.dittos import says_as_above
from rag.language.question_kinds import AnswerType
from rag.language.stems import carries_topic, stem
from rag.language.text import is_before_names
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection

_ASKED = (AnswerType.PERSON, AnswerType.PLACE)  # a number may well be that of the question, with its unit


class Echo:
    """Objects to a person or place that says no more than the question, in either language, and to "sda"."""

    name = "echo"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        if says_as_above(candidate.said(span)):
            return Objection(self.name, (candidate.said(span),))
        if query.kind not in _ASKED or query.where.offered or query.choice.either is not None:
            return None
        said = candidate.said(span)
        asked = query.words.union(*query.topic)
        # "RSUP Prof. Dr. I.G.N.G Ngoerah" is the hospital that is asked about, and nobody who works there.
        told = (word for word in facts_of(said).words if carries_topic(word) and not is_before_names(word))
        new = any(word not in asked and stem(word) not in asked for word in told)
        return None if new else Objection(self.name, (said,))
