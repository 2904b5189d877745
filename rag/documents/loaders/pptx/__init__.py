"""Presentations (.pptx): slides as pages, their titles as headings, tables, charts and notes."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pptx.package import Package

from rag.documents.cleaning import PAGE_BREAK, Block, RawPage
from rag.documents.loaders.office.alternatives import unfold_shapes
from rag.documents.loaders.office.archive import MAX_TREE, damaged, open_archive
from rag.documents.loaders.pptx.shapes import blocks_of
from rag.documents.loaders.pptx.texts import Seen, text_of
from rag.errors import UnreadableDocument
from rag.types import BlockKind, Notice, NoticeKind, Omission
from rag.wording.words import N_

_WHAT = N_("presentation")
_FIRST_LEVEL, _LEVEL = 1, 2
_MIN_LETTERS = 8


def parse(data: bytes, path: Path) -> RawPage:
    """Blocks with page breaks. Raises UnreadableDocument for what is damaged, locked, a bomb or only pictures."""
    open_archive(data, path, _WHAT, "ppt/", MAX_TREE).close()
    seen = Seen()
    unread: list[int] = []
    blocks: list[Block] = []
    try:
        presentation = Package.open(io.BytesIO(data)).main_document_part.presentation
        for number, slide in enumerate(presentation.slides, start=1):
            unfold_shapes(slide._element)
            held = list(_slide(slide, number, seen))
            if _is_unread(held):
                unread.append(number)
            blocks += [Block(PAGE_BREAK)] if number > 1 else []
            blocks += held
        title = " ".join((presentation.core_properties.title or "").split())
    except Exception as error:  # python-pptx raises whatever zipfile, lxml or its own lookups do
        raise damaged(path, _WHAT) from error
    if unread and not any(block.table or _letters([block]) for block in blocks if block.kind is not BlockKind.IMAGE):
        raise UnreadableDocument(
            str(path), N_("its slides are pictures without text; run text recognition (OCR) on it and add the result")
        )
    return RawPage(
        _with_first_heading(blocks),
        title=_title(blocks, title),
        paged=True,
        unread_pages=tuple(unread),
        left_out=tuple(seen.left_out),
        notices=tuple(seen.notices),
    )


def _with_first_heading(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """What a first slide with a table is called names that table, beside others, and not only the show."""
    turn = next((at for at, block in enumerate(blocks) if block.text == PAGE_BREAK), len(blocks))
    has_table = any(block.table is not None for block in blocks[:turn])
    if not has_table or not blocks[0].is_heading or not any(block.is_heading for block in blocks[turn:]):
        return tuple(blocks)
    return (blocks[0], replace(blocks[0], level=_LEVEL), *blocks[1:])


def _slide(slide: Any, number: int, seen: Seen) -> Iterator[Block]:
    if slide._element.get("show") in ("0", "false"):
        seen.leave(" ".join(filter(None, (text_of(shape) for shape in slide.shapes))), Omission.HIDDEN, number)
        seen.notices[Notice(NoticeKind.HIDDEN_SLIDE, (number,))] = None
        return
    title = slide.shapes.title
    words = " ".join(text_of(title).split()) if title is not None else ""
    if words:
        yield Block(words, _FIRST_LEVEL if number == 1 else _LEVEL, kind=BlockKind.HEADING)
    rest = [shape for shape in slide.shapes if title is None or shape.shape_id != title.shape_id]
    yield from blocks_of(rest, slide.part, number, seen)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        for line in slide.notes_slide.notes_text_frame.text.splitlines():
            if line.strip():
                yield Block(line, kind=BlockKind.NOTE)


def _is_unread(blocks: Sequence[Block]) -> bool:
    """Whether a slide is a picture and no words."""
    words = [block for block in blocks if block.kind is not BlockKind.IMAGE]
    return len(words) < len(blocks) and _letters(words) < _MIN_LETTERS and not any(block.table for block in words)


def _letters(blocks: Sequence[Block]) -> int:
    return sum(character.isalpha() for block in blocks for character in block.text)


def _title(blocks: Sequence[Block], property_title: str) -> str | None:
    if blocks and blocks[0].is_heading:
        return blocks[0].text
    generic = property_title.lower() in {"", "powerpoint presentation", "presentasi powerpoint", "presentation"}
    return None if generic else property_title
