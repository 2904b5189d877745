"""From a raw page to a Document: the story and nothing around it, with title, publisher and date."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from rag.documents.blocks import PAGE_BREAK, Block, RawCell, RawPage, RawTable, tidy, tidy_blocks
from rag.documents.cleaning.furniture import is_prose, may_be_link, strip, without_marks
from rag.documents.cleaning.metadata import (
    copyright_holder,
    derived_title,
    find_dateline,
    is_title,
    labelled_date,
    publication_date,
)
from rag.documents.composing import compose
from rag.documents.divisions import with_divisions
from rag.documents.tables import with_text
from rag.language.detection import detect
from rag.language.text import is_list_item, words
from rag.types import Block as StoredBlock
from rag.types import Document, LeftOut

__all__ = ["PAGE_BREAK", "Block", "RawCell", "RawPage", "RawTable", "clean", "content_hash", "tidy"]

_LANGUAGE_CHARS = 4000
_TEASER_WORDS = 6
_HEADING_WORDS = 12
_HEADING_CHARS = 90


@dataclass(frozen=True, slots=True)
class _Found:
    title: str | None
    publisher: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class _Story:
    blocks: tuple[Block, ...]
    found: _Found
    left_out: tuple[LeftOut, ...]


class Reason(StrEnum):
    """Why a line of a web page is no part of its story."""

    AROUND = "a link, button or notice around the story"
    ABOVE = "the title, a date or a teaser of the page"


def clean(page: RawPage, document_id: str, source: str | None = None) -> Document:
    """The document that a page holds; its text may be empty when the page is nothing but furniture."""
    blocks = with_divisions(tuple(map(with_text, tidy_blocks(page.blocks))))
    found, left_out = _Found(page.title, page.publisher, page.published), page.left_out
    if page.web:
        story = _clean_web(blocks, found, page.lines_are_headings)
        blocks, found, left_out = story.blocks, story.found, (*left_out, *story.left_out)
    elif found.title and len(blocks) > 1 and blocks[0].level and _same(blocks[0].text, found.title):
        turned = PAGE_BREAK * blocks[0].text.count(PAGE_BREAK)
        blocks = (replace(blocks[1], text=turned + blocks[1].text), *blocks[2:])
    composed = compose(blocks, page.paged)
    document = Document(
        id=document_id,
        title=tidy(found.title or "").replace("\n", " ")
        or derived_title(next((block.text for block in blocks if not block.level), composed.text)),
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
        left_out=left_out,
        notices=page.notices,
    )
    return replace(document, content_hash=content_hash(document))


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


def _structure(block: StoredBlock) -> list[object]:
    table = block.table
    told: list[object] = [block.kind, block.start, block.end, block.level, block.marker, block.aside]
    if table is None:
        return told
    cells = [(cell.start, cell.end, cell.column, cell.rows, cell.columns) for row in table.rows for cell in row]
    return [*told, table.caption, table.columns, table.keys, table.pairs, table.unit, cells]


def _clean_web(blocks: tuple[Block, ...], found: _Found, guess: bool) -> _Story:
    blocks, opening = _read_opening(blocks)
    keep = strip([block.text for block in blocks], [_may_be_link(block, guess) for block in blocks])
    around = list(keep)
    lines = [block.text for block in blocks]
    head = next((i for i, line in enumerate(lines) if is_prose(line) and keep[i]), len(lines))
    title_at = _title_line(blocks, keep, head, found.title)
    title = found.title or (lines[title_at] if title_at is not None else None)
    dates = [day for line in lines[:head] if (day := publication_date(line))]
    _drop_head(lines, keep, head, title)
    keep = [kept or block.table is not None for kept, block in zip(keep, blocks, strict=True)]  # no table is furniture
    story = [_unmarked(block) for block, kept in zip(blocks, keep, strict=True) if kept]
    story, publisher = _read_dateline([block for block in story if block.text])
    holders = (copyright_holder(line) for line in reversed(lines))
    read = _Found(
        title,
        found.publisher or publisher or next((name for name in holders if name), None),
        found.published or opening or next(iter(dates), None),
    )
    left_out = tuple(
        LeftOut(line, Reason.ABOVE if of_story else Reason.AROUND)
        for line, kept, of_story in zip(lines, keep, around, strict=True)
        if not kept
    )
    return _Story(_mark_headings(story) if guess else tuple(story), read, left_out)


def _may_be_link(block: Block, guess: bool) -> bool:
    """Where a page tells its links, only those are; elsewhere the words must do."""
    return block.table is None and may_be_link(block.text) and (guess or block.linked)


def _unmarked(block: Block) -> Block:
    return block if block.table is not None else replace(block, text=without_marks(block.text))


def _read_opening(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], date | None]:
    """Takes a date that stands before the first word of the page."""
    labelled = labelled_date(blocks[0].text) if blocks else None
    if labelled is None:
        return blocks, None
    rest = blocks[0].text[labelled[1] :].strip()
    opening = (replace(blocks[0], text=rest),) if rest else ()
    return opening + blocks[1:], labelled[0]


def _title_line(blocks: Sequence[Block], keep: list[bool], head: int, title: str | None) -> int | None:
    """The first line left before the story, when it reads like a title."""
    if title is not None:
        return None
    for index, block in enumerate(blocks[: head if head < len(blocks) else 1]):
        if keep[index] and publication_date(block.text) is None:
            named = not block.item and block.level <= 1 and is_title(block.text)
            return index if named and len(blocks) > 1 else None
    return None


def _drop_head(lines: Sequence[str], keep: list[bool], head: int, title: str | None) -> None:
    """Title, dates and teasers go from the head of a page, the repeated title from everywhere."""
    story = [" ".join(words(line)) for line in lines[head:]]
    for index, line in enumerate(lines):
        if title is not None and _same(line, title):
            keep[index] = False
        elif index < head:
            said = " ".join(words(line))
            teaser = len(said.split()) >= _TEASER_WORDS and any(said in later for later in story)
            keep[index] = keep[index] and not teaser and publication_date(line) is None


def _read_dateline(story: list[Block]) -> tuple[list[Block], str | None]:
    for index, block in enumerate(story):
        dateline = find_dateline(block.text)
        if dateline is not None:
            story[index] = replace(block, text=block.text[dateline.end :])
            return story, dateline.publisher
        if is_prose(block.text):
            break
    return story, None


def _mark_headings(story: Sequence[Block]) -> tuple[Block, ...]:
    """Short lines without a full stop that introduce prose are headings of level 2."""
    return tuple(
        replace(block, level=2) if not block.level and _is_heading(block.text, after.text) else block
        for block, after in pairwise([*story, Block("")])
    )


def _is_heading(line: str, following: str) -> bool:
    short = len(line.split()) <= _HEADING_WORDS and len(line) <= _HEADING_CHARS
    plain = line[:1].isupper() and line[-1:] not in '.:;,…"”' and not is_list_item(line)
    return short and plain and is_prose(following) and re.search(r"[a-zA-Z]{3}", line) is not None


def _same(line: str, title: str) -> bool:
    return words(line) == words(title)
