"""What one term means is not what another one means."""

from functools import lru_cache

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import facts_of
from rag.language.definitions import term_asked, term_explained
from rag.language.text import sentence_spans
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection

_REMEMBERED = 1024  # passages


class OtherTerm:
    """Objects to a sentence that explains "etika" where "etika komunikasi" is asked for and explained beside it."""

    name = "other_term"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        asked = term_asked(query.text)
        told = term_explained(candidate.text) if asked and "\n" not in candidate.text else None
        if asked is None or told is None:
            return None
        wanted = facts_of(asked).terms
        if facts_of(told).terms == wanted or wanted not in _explained_in(candidate.hit.passage.text):
            return None
        return Objection(self.name, (told,))


@lru_cache(_REMEMBERED)
def _explained_in(passage: str) -> frozenset[frozenset[str]]:
    """The index terms of each term that a passage explains."""
    sentences = (passage[start:end] for start, end in sentence_spans(passage))
    return frozenset(facts_of(term).terms for one in sentences if (term := term_explained(one)))
