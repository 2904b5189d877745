"""What was read of a file: its structure, and what was left out and why; nothing is indexed."""

from collections.abc import Iterator
from pathlib import Path

from rag.documents.loaders import load
from rag.errors import UnreadableDocument
from rag.index.sources import PassedOver, find_sources
from rag.types import Block, BlockKind, Document, Language, Table
from rag.wording.files import notice_text, notices_of, omission_text
from rag.wording.words import words_of

_SHOWN = 72  # characters of a block


def explained(paths: list[Path], max_bytes: int, recognise: bool) -> Iterator[str]:
    """Lines about each file, of a folder about all in it. A file that cannot be read has one, with the reason.

    `recognise`: pages that are pictures are read by text recognition.
    """
    for source in find_sources(paths):
        if isinstance(source, PassedOver):
            if source.failed:
                yield f"{source.path}: {source.reason}"
            continue
        for found in load(source.path, source.document_id, max_bytes, recognise):
            if isinstance(found, UnreadableDocument):
                yield str(found)
            else:
                yield from _of_document(found)


def _of_document(document: Document) -> Iterator[str]:
    yield f"{document.source or document.id}: {document.title}"
    for block in document.blocks:
        yield f"  {_place(block)}{block.kind.value}{_level(block)}: {_said(document, block)}"
    words = words_of(Language.ENGLISH)
    for notice in notices_of(document):
        yield f"  notice: {notice_text(notice, words)}"
    for left in document.left_out:
        page = f"page {left.page}, " if left.page else ""
        yield f"  left out ({page}{omission_text(left.reason, words)}): {_short(left.text)}"


def _place(block: Block) -> str:
    page = f"page {block.page}, " if block.page else ""
    if block.confidence is None:
        return page
    return f"{page}recognised ({block.confidence:.2f}), " if block.confidence else f"{page}recognised by others, "


def _level(block: Block) -> str:
    return f" {block.level}" if block.kind is BlockKind.HEADING else ""


def _said(document: Document, block: Block) -> str:
    if block.table is not None:
        return _table(block.table)
    return _short(block.aside or document.text[block.start : block.end])


def _table(table: Table) -> str:
    names = " | ".join(name or "-" for name in table.columns)
    parts = (table.caption, "labels and values" if table.pairs else names, f"{len(table.rows)} rows", table.unit)
    return "; ".join(part for part in parts if part)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
