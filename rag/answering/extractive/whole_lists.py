"""Where a list is asked for and one of its items was found, the others belong to the answer, wherever they stand.

So they do where several were found for a question of no kind of its own ("apa syarat ..."): two of three conditions
mislead whoever brings what they name.
"""

from collections.abc import Sequence
from dataclasses import replace

from rag.answering.base import DocumentOf
from rag.answering.extractive.scoring import Scored
from rag.answering.extractive.steps import MOST_STEPS, whole_list
from rag.language.text import sentence_spans
from rag.questions.understanding import Query
from rag.types import Document, Span

_MOST_UNASKED = 12  # items of a list that is shown whole though nobody said that all were wanted


def with_whole_list(chosen: Sequence[Scored], document_of: DocumentOf, first: bool) -> tuple[Scored, ...]:
    """The quotes with what the best one lacks of its list; `first`: the best stays first, as what answers in short."""
    best, *others = chosen
    whole = whole_of(best, document_of(best.candidate.span.document_id))
    shown = (best, *(one for one in whole if one is not best)) if first else whole
    return (*shown, *(one for one in others if not any(is_within(one, other) for other in shown)))


def tells_a_list(query: Query, chosen: Sequence[Scored], document_of: DocumentOf) -> bool:
    """Whether several quotes are each an item of one list, the best's, and anything may be the answer.

    Numbered paragraphs, of several sentences each, are no such list.
    """
    best = chosen[0].candidate
    if query.kind is not None or best.table is not None or best.of_law:
        return False
    document = document_of(best.span.document_id)
    items = whole_list(document, best.span)
    if len(items) > _MOST_UNASKED or any(len(sentence_spans(document.text[slice(*item)])) > 1 for item in items):
        return False
    spans = [one.candidate.span for one in chosen if one.candidate.span.document_id == best.span.document_id]
    quoted = [item for item in items if any(item[0] <= span.start and span.end <= item[1] for span in spans)]
    return len(quoted) > 1


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
