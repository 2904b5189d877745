"""What a sentence says of one thing is not said of another of which a sentence in the same words stands beside it.

"Beruang madu berjumlah 5 ekor dan diberi makan pukul 10.00" tells nothing of tapirs where the document has "Tapir
berjumlah 3 ekor dan diberi makan pukul 16.00": such sentences are bound as the rows of a table are.
"""

from collections.abc import Sequence

from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.scoring import Scored
from rag.questions.understanding import Query

_IN_COMMON = 3  # stems, figures aside, that sentences of one frame share at least
_SHARE = 0.6  # and of the shorter one's stems


def of_named_subjects(query: Query, scored: Sequence[Scored]) -> tuple[Scored, ...]:
    """Without sentences that lack a word of the question which one in the same words, in the same document, has."""
    alone = [one for one in scored if one.candidate.table is None]
    return tuple(one for one in scored if one.span is None or not _is_of_another(query, one, alone))


def _is_of_another(query: Query, one: Scored, others: Sequence[Scored]) -> bool:
    passage = one.candidate.hit.passage
    if one.candidate.table is not None or query.language is not passage.language:
        return False
    own = _frame(one.candidate.text)
    told = facts_of(f"{passage.title} {' '.join(passage.headings)}").terms | facts_of(one.candidate.text).terms
    lacking = [group for group in query.topic if not group & told]
    said = [group for group in query.topic if group & facts_of(one.candidate.text).terms]
    return len(own) >= _IN_COMMON and any(
        any(group & terms for group in lacking)
        and all(group & terms for group in said)
        and _is_like(own, _frame(other.candidate.text))
        for other in (others if lacking else ())
        if other.candidate.span.document_id == one.candidate.span.document_id
        for terms in [facts_of(other.candidate.text).terms]
    )


def _frame(text: str) -> frozenset[str]:
    return frozenset(stem for stem in facts_of(text).stems if stem.isalpha())


def _is_like(own: frozenset[str], other: frozenset[str]) -> bool:
    common = len(own & other)
    return common >= _IN_COMMON and common >= _SHARE * min(len(own), len(other)) and bool(own - other)
