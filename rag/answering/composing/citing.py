"""Citations that cannot lie: a quote must stand in its document, character for character."""

import re
from collections.abc import Sequence

from rag.answering.composing.places import place_of
from rag.errors import QuoteMismatch
from rag.language.detection import detect
from rag.types import Block, Cell, Citation, Document, Excerpt, Span, Table


def cite(number: int, span: Span, document: Document, meant: tuple[int, int] | None = None) -> Citation:
    """The citation of `span`. Raises QuoteMismatch unless `span.text` is exactly `document.text[start:end]`.

    `meant`: offsets into the document of the words that answer, if the quote has rows of a table.
    """
    if span.document_id != document.id or document.text[span.start : span.end] != span.text or not span.text:
        raise QuoteMismatch(f"{span.document_id}: the text at {span.start}-{span.end} is not the quote")
    seen = [block for block in _within(span, document) if block.confidence is not None]
    return Citation(
        number=number,
        document_id=document.id,
        title=document.title,
        quote=span.text,
        start=span.start,
        end=span.end,
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        page=document.page_at(span.start),
        based_on=document.based_on,
        language=detect(span.text),
        table=excerpt(span, document, meant),
        confidence=min((block.confidence for block in seen if block.confidence is not None), default=None),
        doubtful=tuple(word for word in _doubtful(seen) if _holds_word(span.text, word)),
        place=place_of(span, document),
    )


def _doubtful(seen: Sequence[Block]) -> list[str]:
    return list(dict.fromkeys(doubt.word for block in seen for doubt in block.doubtful))


def _holds_word(text: str, word: str) -> bool:
    """Whether a word stands in a text as it is, not as part of a longer figure."""
    return re.search(rf"(?<![\w.,]){re.escape(word)}(?!\w)", text) is not None


def _within(span: Span, document: Document) -> list[Block]:
    """The blocks that a quote stands in."""
    return [block for block in document.blocks if block.start < span.end and span.start < block.end]


def excerpt(span: Span, document: Document, meant: tuple[int, int] | None = None) -> Excerpt | None:
    """The rows of a table that a quote consists of; None when it holds anything else."""
    tables = (block.table for block in document.blocks if block.table is not None)
    table = next((one for one in tables if one.start <= span.start and span.end <= one.end), None)
    if table is None:
        return None
    rows = [row for row in table.rows if row and span.start <= row[0].start and row[-1].end <= span.end]
    if not rows:
        return None
    return Excerpt(
        caption=table.caption,
        columns=table.columns if any(table.columns) else (),
        rows=tuple(_in_columns(document, table, row) for row in rows),
        keys=table.keys,
        meant=next(
            ((number, cell.column) for number, row in enumerate(rows) for cell in row if meant and _holds(cell, meant)),
            None,
        ),
    )


def _in_columns(document: Document, table: Table, row: tuple[Cell, ...]) -> tuple[str, ...]:
    """The words of each column; those of a cell that spans several stand in the first."""
    words = {cell.column: document.text[cell.start : cell.end] for cell in row}
    return tuple(words.get(column, "") for column in range(max(len(table.columns), *(c + 1 for c in words))))


def _holds(cell: Cell, meant: tuple[int, int]) -> bool:
    return cell.start < meant[1] and meant[0] < cell.end
