"""What a document begins with, and what its sections begin with."""

from collections.abc import Iterator
from dataclasses import dataclass

from rag.answering.extractive.candidates import quotable_spans
from rag.types import Block, BlockKind, Document, Span

_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_HEAD = 2000  # characters in which a document without blocks begins
_ENDS = (".", "!", "”", '"', ".)")


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence that something begins with; `heading` of the section, None where the document has none there."""

    span: Span
    heading: str | None = None


def lead_of(document: Document) -> Span:
    """Its first sentence; of a document without sentences the first line, whatever that is."""
    first = next(_leads(document), None)
    return first.span if first else _first_line(document)


def leads_of(document: Document, most: int) -> tuple[Lead, ...]:
    """At most `most` sentences: the first of the document, then first ones of sections, spread over all of it."""
    leads = list(_leads(document)) or [Lead(_first_line(document))]
    if len(leads) <= most:
        return tuple(leads)
    steps = most - 1
    return tuple(leads[round(step * (len(leads) - 1) / steps)] for step in range(most))


def _leads(document: Document) -> Iterator[Lead]:
    """The first whole sentence of every section; of a text without headings, of every paragraph."""
    told = [block for block in document.blocks if block.kind in _TOLD]
    if not told:
        yield from map(Lead, _sentences(document, 0, min(len(document.text), _HEAD)))
        return
    sectioned = len({block.path for block in told}) > 1
    begun: set[object] = set()
    for block in told:
        section: object = block.path if sectioned else block.start
        first = next(_sentences(document, block.start, block.end), None) if section not in begun else None
        if first is not None:
            begun.add(section)
            yield Lead(first, _heading(document, block) if sectioned else None)


def _heading(document: Document, block: Block) -> str | None:
    """Of the section that a block stands in, unless that is the whole document."""
    headings = [document.blocks[position] for position in block.path]
    words = document.text[headings[-1].start : headings[-1].end].strip() if headings else ""
    return words if words and words != document.title else None


def _sentences(document: Document, start: int, end: int) -> Iterator[Span]:
    """Whole ones: a caption, or a line before a list, says nothing by itself."""
    for begin, beyond in quotable_spans(document.text[start:end]):
        if document.text[start + begin : start + beyond].endswith(_ENDS):
            yield _span(document, start + begin, start + beyond)


def _first_line(document: Document) -> Span:
    start = len(document.text) - len(document.text.lstrip())
    end = document.text.find("\n", start)
    return _span(document, start, len(document.text.rstrip()) if end < 0 else end)


def _span(document: Document, start: int, end: int) -> Span:
    return Span(document.id, start, end, document.text[start:end])
