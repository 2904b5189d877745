"""What the question leaves out is no answer: "Selain gubernur, siapa yang hadir?"."""

from dataclasses import dataclass

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import facts_of
from rag.language.offices import holds_office, is_named
from rag.models.reader import ReadSpan
from rag.questions.exclusions import Exclusion
from rag.questions.understanding import Query
from rag.types import Objection


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Objects to what is, or holds the office of, what the question leaves out.

    A list that begins with it goes on with those asked for, so it is left alone unless `lists_too`.
    """

    lists_too: bool = False
    name: str = "exclusion"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        if not query.exclusions or (not self.lists_too and "\n" in candidate.text.strip()):
            return None
        said, local = candidate.said(span), candidate.local(span)
        if not any(_is(one, said, candidate.text, *local) for one in query.exclusions):
            return None
        return Objection(self.name, (said,))


def _is(excluded: Exclusion, said: str, text: str, start: int, end: int) -> bool:
    if excluded.office and is_named(said) and holds_office(excluded.office, text, start, end):
        return True
    return facts_of(said).words <= excluded.words
