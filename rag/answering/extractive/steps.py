"""Steps in their order: the whole list, or the whole run of sentences, that the best sentence is one of.

A passage may hold half of it, so that it is looked up in the document.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.scoring import Scored
from rag.documents.blocks import ASIDE
from rag.language.sequences import StepsAsked, told_in_order
from rag.language.text import is_list_item, sentence_spans
from rag.types import Block, BlockKind, Document, Span

MOST_STEPS = 30
_FIRST = ("1", "a")
_BESIDE = ASIDE | {BlockKind.NOTE}  # may stand between two items, at the end of a page


def steps_of(asked: StepsAsked, best: Scored, document: Document) -> tuple[Scored, ...]:
    """Each step as a sentence of its own, in order; a table as one; () where the best is none of several."""
    if best.candidate.of_law or best.candidate.is_row:
        return ()
    if best.candidate.table is not None:
        found = whole_table(document, best.candidate.span)
    else:
        found = whole_list(document, best.candidate.span, asked is StepsAsked.WAY)
        found = found or whole_run(document, best.candidate.span)
        found = found if len(found) > 1 else ()
    steps = (_candidate(best.candidate, document, *span) for span in found[:MOST_STEPS])
    return tuple(replace(best, candidate=one, span=None) for one in steps)


def in_order_first(scored: Sequence[Scored]) -> tuple[Scored, ...]:
    """Before all else the lists and runs of the document that the best sentence stands in: it alone tells one step."""
    if not scored:
        return ()
    best = scored[0].candidate.span.document_id
    first = [one for one in scored if one.candidate.span.document_id == best and _is_in_order(one.candidate)]
    return (*first, *(one for one in scored if one not in first))


def _is_in_order(candidate: Candidate) -> bool:
    if candidate.table is not None:
        return not candidate.is_row
    sentences = [candidate.text[start:end] for start, end in sentence_spans(candidate.text)]
    return sum(map(is_list_item, sentences)) > 1 or bool(told_in_order(sentences))


def whole_table(document: Document, span: Span) -> tuple[tuple[int, int], ...]:
    """The table that a quote has rows of, unless it is a long one."""
    tables = (block.table for block in document.blocks if block.table is not None)
    held = (one for one in tables if one.start < span.end and span.start < one.end)
    return tuple((one.start, one.end) for one in held if len(one.rows) <= MOST_STEPS)[:1]


def whole_list(document: Document, span: Span, numbered: bool = False) -> tuple[tuple[int, int], ...]:
    """The items of the list that a quote has items of, each with all that is listed below it.

    `numbered`: of one whose items are counted, alone.
    """
    for items in _lists(document.blocks):
        if numbered and _kind_of(items[0]) == "-":
            continue
        if items[0].start < span.end and span.start < items[-1].end:
            return tuple(_outermost(items))
    return ()


def whole_run(document: Document, span: Span) -> tuple[tuple[int, int], ...]:
    """The sentences of a paragraph that tell step after step, where the quote is among them."""
    for block in document.blocks:
        if block.kind is BlockKind.PARAGRAPH and block.start < span.end and span.start < block.end:
            for run in _runs(document, block):
                if run[0][0] < span.end and span.start < run[-1][1]:
                    return run
    return ()


def _runs(document: Document, block: Block) -> Iterator[tuple[tuple[int, int], ...]]:
    spans = sentence_spans(document.text[block.start : block.end])
    sentences = [(block.start + start, block.start + end) for start, end in spans]
    for begin, beyond in told_in_order([document.text[start:end] for start, end in sentences]):
        yield tuple(sentences[begin:beyond])


def _candidate(one: Candidate, document: Document, start: int, end: int) -> Candidate:
    return replace(one, span=Span(document.id, start, end, document.text[start:end]))


def _lists(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Items that follow each other below the same headings; a list that begins again is another one."""
    items: list[Block] = []
    for block in blocks:
        if block.kind in _BESIDE:
            continue
        if items and (block.kind is not BlockKind.ITEM or block.path != items[0].path or _begins_again(items, block)):
            yield items
            items = []
        if block.kind is BlockKind.ITEM:
            items.append(block)
    if items:
        yield items


def _begins_again(items: Sequence[Block], block: Block) -> bool:
    """Whether an item is another first one, and not below one of `items`.

    "i" is the ninth letter where the list did not begin with it.
    """
    first, mark = (_bare(one).lower() for one in (items[0], block))
    alike = _kind_of(block) == _kind_of(items[0]) != "-" and block.level <= items[0].level
    return alike and (mark in _FIRST or mark == first == "i")


def _outermost(items: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where each item begins and what is listed below it ends."""
    kind = _kind_of(items[0])
    begins = [at for at, item in enumerate(items) if _kind_of(item) == kind and item.level <= items[0].level]
    for at, beyond in zip(begins, [*begins[1:], len(items)], strict=True):
        yield items[at].start, items[beyond - 1].end


def _kind_of(item: Block) -> str:
    """ "1", "a", "(1)" or "-": items that are marked alike stand side by side."""
    marker, bare = item.marker.strip(), _bare(item)
    if bare.isdigit():
        return "(1)" if marker.startswith("(") else "1"
    return ("(a)" if marker.startswith("(") else "a") if bare.isalpha() else "-"


def _bare(item: Block) -> str:
    return item.marker.strip("(.) ")
