"""Headings that a file does not mark as such."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rag.documents.blocks import PAGE_BREAK, Block
from rag.documents.cleaning.furniture import is_prose
from rag.documents.divisions import division_of, marker_of
from rag.language.text import is_list_item
from rag.types import BlockKind

_WORDS = 12
_CHARS = 90
_DEEPEST = 6
_END = Block("", kind=BlockKind.NOTE)


def implied_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Short paragraphs all in bold above other text are headings, one level below the heading that the file marks."""
    found: list[Block] = []
    marked = 1
    for block, after in pairwise([*blocks, _END]):
        if block.is_heading:
            marked = block.level
        found.append(replace(block, level=min(_DEEPEST, marked + 1)) if _is_bold_heading(block, after) else block)
    return tuple(found)


def names_all(blocks: Sequence[Block]) -> bool:
    """Whether blocks begin with a heading that is no section beside others: it stands above another one, or above all.

    A page that begins so is called by it, whatever its level. What ends with a colon announces what comes next only.
    """
    opening, *others = blocks or (_END,)
    if (
        opening.text.rstrip().endswith(":")
        or not opening.is_heading
        or is_list_item(opening.text)
        or division_of(opening.text) is not None
    ):
        return False
    beside = any(other.is_heading and other.level <= opening.level for other in others)
    return bool(others) and (others[0].is_heading or not beside)


def short_lines_as_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """In plain text, short lines without a full stop that introduce prose are headings of level 2."""
    return tuple(
        replace(block, level=2) if not block.level and _introduces(block.text, after.text) else block
        for block, after in pairwise([*blocks, Block("")])
    )


def _is_bold_heading(block: Block, after: Block) -> bool:
    plain = block.kind in (None, BlockKind.PARAGRAPH) and not block.level and not block.item and block.table is None
    if not plain or not block.emphasised or after.emphasised or after.is_heading or after is _END:
        return False
    text = block.text.strip(PAGE_BREAK + " ")
    return _is_short(text) and text[-1:] not in ".;," and _holds_a_word(text) and not marker_of(text).startswith("-")


def _introduces(line: str, following: str) -> bool:
    plain = line[:1].isupper() and line[-1:] not in '.:;,…"”' and not is_list_item(line)
    return _is_short(line) and plain and is_prose(following) and _holds_a_word(line)


def _is_short(line: str) -> bool:
    return len(line.split()) <= _WORDS and len(line) <= _CHARS


def _holds_a_word(line: str) -> bool:
    return re.search(r"[a-zA-Z]{3}", line) is not None
