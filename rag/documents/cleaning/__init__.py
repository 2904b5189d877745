"""From a raw page to a Document: the story and nothing around it, with title, publisher and date."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import astuple, replace

from rag.documents.blocks import PAGE_BREAK, Block, RawCell, RawPage, RawTable, tidy, tidy_blocks
from rag.documents.captions import with_captions
from rag.documents.cleaning.headings import implied_headings, names_all
from rag.documents.cleaning.metadata import derived_title
from rag.documents.cleaning.story import Story, is_same, story_of
from rag.documents.composing import compose
from rag.documents.divisions import with_divisions
from rag.documents.parts import with_parts
from rag.documents.signatures import with_signatures
from rag.documents.tables import with_text
from rag.language.detection import detect
from rag.types import Block as StoredBlock
from rag.types import BlockKind, Document, Notice, NoticeKind

__all__ = ["PAGE_BREAK", "Block", "RawCell", "RawPage", "RawTable", "clean", "content_hash", "tidy"]

_LANGUAGE_CHARS = 4000


def clean(page: RawPage, document_id: str, source: str | None = None) -> Document:
    """The document that a page holds; its text may be empty when the page is nothing but furniture."""
    parts = with_parts(with_signatures(tidy_blocks(page.blocks)))
    blocks = with_divisions(tuple(map(with_text, with_captions(parts))))
    found = Story(blocks, page.title, page.publisher, page.published)
    if page.web:
        found = story_of(found, guess_headings=page.lines_are_headings)
    elif found.title and len(blocks) > 1 and blocks[0].level and is_same(blocks[0].text, found.title):
        turned = PAGE_BREAK * blocks[0].text.count(PAGE_BREAK)
        found = replace(found, blocks=(replace(blocks[1], text=turned + blocks[1].text), *blocks[2:]))
    put_back = (Notice(NoticeKind.PUT_BACK, count=found.put_back),) if found.put_back else ()
    composed = compose(implied_headings(found.blocks), page.paged)
    document = Document(
        id=document_id,
        title=_line(found.title or "") or _name_of(found.blocks, composed.text),
        text=composed.text,
        publisher=found.publisher,
        published=found.published,
        url=page.url,
        language=page.language or detect(composed.text[:_LANGUAGE_CHARS]),
        based_on=page.based_on,
        headings=composed.headings,
        page_starts=composed.page_starts,
        source=source,
        unread_pages=page.unread_pages,
        blocks=composed.blocks,
        left_out=(*page.left_out, *found.left_out, *composed.left_out),
        notices=(*page.notices, *put_back),
    )
    return replace(document, content_hash=content_hash(document))


def _name_of(blocks: Sequence[Block], text: str) -> str:
    """What a page without a title is called: by the heading above all of it, else by its first sentence."""
    if names_all(blocks):
        return _line(blocks[0].text)
    return derived_title(next(filter(None, map(_prose, blocks)), "") or _names_beside(blocks) or text)


def _names_beside(blocks: Sequence[Block]) -> str:
    """The headings of a text that begins with one of several beside each other: it is about all of these."""
    first = blocks[0].level if blocks and blocks[0].is_heading else 0
    beside = (block for block in blocks if first and block.is_heading and block.level == first)
    return ", ".join(dict.fromkeys(_line(block.text.replace(PAGE_BREAK, " ")) for block in beside))


def _line(text: str) -> str:
    return tidy(text).replace("\n", " ").rstrip(" :")


def content_hash(document: Document) -> str:
    """SHA-256 (hex) of all but id, source and unread pages: equal hashes are the same document twice."""
    content = [
        document.title,
        document.text,
        document.publisher,
        document.published and document.published.isoformat(),
        document.url,
        document.language,
        document.based_on,
        [(heading.start, heading.end, heading.level) for heading in document.headings],
        document.page_starts,
        list(map(_structure, document.blocks)),
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def _prose(block: Block) -> str:
    """The text of a paragraph; "" for headings, items, tables, what stands aside and what only announces the next."""
    plain = block.kind in (None, BlockKind.PARAGRAPH) and not block.is_heading and not block.item
    plain = plain and not block.text.rstrip().endswith(":")
    return block.text if plain and block.table is None else ""


def _structure(block: StoredBlock) -> list[object]:
    table = block.table
    told: list[object] = [block.kind, block.start, block.end, block.level, block.marker, block.aside]
    told += map(astuple, block.doubtful)
    if table is None:
        return told
    cells = [(cell.start, cell.end, cell.column, cell.rows, cell.columns) for row in table.rows for cell in row]
    return [*told, table.caption, table.columns, table.keys, table.pairs, table.unit, cells]
