"""Where a list is asked for and one of its items was found, the others belong to the answer, wherever they stand."""

from collections.abc import Sequence
from dataclasses import replace

from rag.answering.base import DocumentOf
from rag.answering.extractive.scoring import Scored
from rag.answering.extractive.steps import MOST_STEPS, whole_list
from rag.types import Document, Span


def with_whole_list(chosen: Sequence[Scored], document_of: DocumentOf, first: bool) -> tuple[Scored, ...]:
    """The quotes with what the best one lacks of its list; `first`: the best stays first, as what answers in short."""
    best, *others = chosen
    whole = whole_of(best, document_of(best.candidate.span.document_id))
    shown = (best, *(one for one in whole if one is not best)) if first else whole
    return (*shown, *(one for one in others if not any(is_within(one, other) for other in shown)))


def whole_of(best: Scored, document: Document) -> tuple[Scored, ...]:
    """The quote among the items it lacks of its list, in their order, each a quote of its own."""
    one = best.candidate
    if one.table is not None or one.of_law:
        return (best,)
    items = whole_list(document, one.span)[:MOST_STEPS]
    lacking = [(start, end) for start, end in items if not (start < one.span.end and one.span.start < end)]
    added = (replace(one, span=Span(document.id, *span, document.text[slice(*span)])) for span in lacking)
    every = (best, *(replace(best, candidate=candidate, span=None) for candidate in added))
    return tuple(sorted(every, key=lambda scored: scored.candidate.span.start))


def is_within(one: Scored, other: Scored) -> bool:
    """Whether the first is part of the second."""
    inner, outer = one.candidate.span, other.candidate.span
    return outer.document_id == inner.document_id and outer.start <= inner.start and inner.end <= outer.end
