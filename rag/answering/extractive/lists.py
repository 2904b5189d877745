"""Lists within lists: what stands below an item belongs to it, and answers for no other item."""

from collections.abc import Sequence

from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.scoring import Scored
from rag.questions.understanding import Query


def of_named_lists(query: Query, scored: Sequence[Scored]) -> tuple[Scored, ...]:
    """Without lists beside which another list of the document says all that they say of the question, and more.

    Of the items that have a list of their own only the one counts that the question names apart from the others.
    """
    lists = [one for one in scored if "\n" in one.candidate.text and one.candidate.table is None]
    said = {id(one): _said(query, _with_headings(one)) for one in lists}
    parts = {id(one): [other for other in lists if _is_within(other, one)] for one in lists}
    left_out = {
        id(one)
        for one in lists
        for rival in lists
        if _is_of_same(one, rival) and rival not in parts[id(one)] and not _is_within(one, rival)
        if said[id(one)] < said[id(rival)]
    }
    for whole in lists:
        named = _named(query, parts[id(whole)])
        if named is not None:
            left_out |= {id(whole), *(id(part) for part in parts[id(whole)] if part is not named)}
            left_out -= {id(named)}
    return tuple(one for one in scored if id(one) not in left_out)


def _named(query: Query, parts: Sequence[Scored]) -> Scored | None:
    """The part whose first line says most of the words that not all of them say; None if several do."""
    heads = [_said(query, part.candidate.text.partition("\n")[0]) for part in parts]
    if len(heads) < 2:
        return None
    common = frozenset.intersection(*heads)
    hits = [len(head - common) for head in heads]
    most = max(hits)
    return parts[hits.index(most)] if most and hits.count(most) == 1 else None


def _is_of_same(one: Scored, other: Scored) -> bool:
    return one.candidate.span.document_id == other.candidate.span.document_id


def _is_within(one: Scored, other: Scored) -> bool:
    inner, outer = one.candidate.span, other.candidate.span
    return one is not other and _is_of_same(one, other) and outer.start <= inner.start and inner.end <= outer.end


def _with_headings(one: Scored) -> str:
    """A list says what the headings above it say: "Prestasi: Juara 1" below "Kebun Gizi Mawar" is of that garden."""
    return "\n".join((*one.candidate.hit.passage.headings, one.candidate.text))


def _said(query: Query, text: str) -> frozenset[int]:
    terms = facts_of(text).terms
    return frozenset(position for position, group in enumerate(query.topic) if group & terms)
