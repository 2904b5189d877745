"""What a loader hands over: blocks of text in reading order and whatever the file itself says about them."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rag.types import Heading, Language

PAGE_BREAK = "\f"  # inside a block: what follows stands on the next page

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc\ufffe\uffff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_BLANKS = re.compile(r"[^\S\n\f]+")
_BREAKS = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table row."""

    text: str
    level: int = 0  # 1..6 for headings
    item: bool = False  # a list item or table row: stands close to its neighbours


@dataclass(frozen=True, slots=True)
class RawPage:
    """Blocks as read, before cleaning; None where the file is silent."""

    blocks: tuple[Block, ...]
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: Language | None = None
    based_on: tuple[str, ...] = ()
    web: bool = False  # may hold the furniture of a web page
    lines_are_headings: bool = False  # plain text: short lines of their own may be headings
    paged: bool = False
    unread_pages: tuple[int, ...] = ()  # 1-based; pictures without text


def tidy(text: str) -> str:
    """NFC without controls, invisible characters and runs of blanks; line and page breaks stay."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))
    text = _CONTROL.sub(" ", _INVISIBLE.sub("", text.replace("\u2029", "\n\n").replace("\x85", "\n")))
    lines = (_BLANKS.sub(" ", line).strip(" ") for line in text.split("\n"))
    return _BREAKS.sub("\n\n", "\n".join(lines)).strip(" \n")


def tidy_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Blocks with tidy text; blank ones go, their page breaks move to the next block."""
    kept: list[Block] = []
    pending = ""
    for block in blocks:
        text = pending + tidy(block.text)
        if text.strip(" \n\f"):
            kept.append(replace(block, text=text))
            pending = ""
        else:
            pending = PAGE_BREAK * text.count(PAGE_BREAK)
    return tuple(kept)


def compose(blocks: Sequence[Block], paged: bool) -> tuple[str, tuple[Heading, ...], tuple[int, ...]]:
    """Text, headings and page starts, all offsets into that text."""
    parts: list[str] = []
    headings: list[Heading] = []
    page_starts = [0] if paged else []
    offset = 0
    for number, block in enumerate(blocks):
        if number:
            parts.append("\n" if block.item and blocks[number - 1].item else "\n\n")
            offset += len(parts[-1])
        start = offset
        for part_number, part in enumerate(re.split(r" ?\f", block.text)):
            if part_number:
                offset = _close(parts, offset)
                page_starts.append(offset)
                part = part.lstrip(" ")
            parts.append(part)
            offset += len(part)
        if block.level:
            headings.append(Heading(start, offset, block.level))
    return "".join(parts), tuple(headings), tuple(page_starts)


def _close(parts: list[str], offset: int) -> int:
    """Ends a page within a block with one blank; none at the very start of the block."""
    if parts and parts[-1] and not parts[-1].endswith(("\n", " ")):
        parts.append(" ")
        return offset + 1
    return offset
