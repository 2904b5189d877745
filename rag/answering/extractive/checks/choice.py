"""A span of a sentence is neither yes nor no."""

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import facts_of
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection


class OneOfTwo:
    """Objects to short answers to "is it", and to "this or that" unless one is named and the other is not."""

    name = "choice"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        if query.choice.yes_or_no:
            return Objection(self.name)
        if query.choice.either is None:
            return None
        one, other = query.choice.either
        said = facts_of(candidate.said(span)).stems
        return None if bool(one & said) != bool(other & said) else Objection(self.name)
