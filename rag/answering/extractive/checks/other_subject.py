"""What a sentence says of one thing is not said of another of which the sentence beside it says the same."""

from functools import lru_cache

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import facts_of
from rag.language.text import sentence_spans
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection

_IN_COMMON = 3  # stems, figures aside, that sentences of one frame share at least
_SHARE = 0.6  # and of the shorter one's stems
_PASSAGES = 1024  # whose sentences are remembered


class OtherSubject:
    """Objects to a sentence where its passage has one in the same words that names more of what is asked about.

    "Beruang berjumlah 5 ekor dan diberi makan pukul 10.00" tells nothing of tapirs where "Tapir berjumlah 3 ekor dan
    diberi makan pukul 16.00" stands beside it.
    """

    name = "other_subject"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        passage = candidate.hit.passage
        if candidate.table is not None or query.language is not passage.language:
            return None
        around = facts_of(f"{passage.title} {' '.join(passage.headings)}").terms | facts_of(candidate.text).terms
        lacking = [group for group in query.topic if not group & around]
        own = _frame(candidate.text)
        if not lacking or len(own) < _IN_COMMON:
            return None
        for other in _sentences(passage.text):
            terms = facts_of(other).terms
            named = [group for group in lacking if group & terms]
            if named and all(group & terms for group in query.topic if group & own) and _is_like(own, _frame(other)):
                return Objection(self.name, tuple(min(group) for group in named))
        return None


def _frame(text: str) -> frozenset[str]:
    return frozenset(stem for stem in facts_of(text).stems if stem.isalpha())


def _is_like(own: frozenset[str], other: frozenset[str]) -> bool:
    common = len(own & other)
    return common >= _IN_COMMON and common >= _SHARE * min(len(own), len(other)) and bool(own - other)


@lru_cache(_PASSAGES)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in sentence_spans(text))
