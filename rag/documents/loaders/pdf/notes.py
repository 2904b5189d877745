"""Notes at the foot of a page."""

import re
from collections.abc import Sequence
from statistics import median

from rag.documents.blocks import Block
from rag.documents.loaders.paragraphs import Line
from rag.documents.loaders.pdf.captions import Item
from rag.documents.loaders.plain import join_lines
from rag.types import BlockKind

_NOTE = re.compile(r"(?P<mark>(?:\d{1,2}|\*{1,3}|[a-z])\)?)\s+\S")
_SMALL = 0.87  # of the usual height of a line


def parted(items: Sequence[Item]) -> tuple[list[Item], list[Block]]:
    """The items of a page without the notes at its foot, and those notes."""
    lines = [item for item in items if isinstance(item, Line)]
    marks = {mark for item in items for mark in item.marks.replace(",", " ").split()}
    usual = median(line.height for line in lines) if lines else 0.0
    start = len(items)
    while start > 0 and isinstance(line := items[start - 1], Line) and _may_belong(line, usual, marks):
        start -= 1
    while start < len(items) and not _begins(items[start], marks):
        start += 1
    notes = [item for item in items[start:] if isinstance(item, Line)]
    return list(items[:start]), _blocks(notes, marks) if start else []


def _may_belong(line: Line, usual: float, marks: set[str]) -> bool:
    return line.height < _SMALL * usual or _mark_of(line.text) in marks


def _begins(item: Item, marks: set[str]) -> bool:
    return isinstance(item, Line) and bool(_mark_of(item.text)) and (not marks or _mark_of(item.text) in marks)


def _mark_of(text: str) -> str:
    found = _NOTE.match(text)
    return found["mark"] if found else ""


def _blocks(lines: Sequence[Line], marks: set[str]) -> list[Block]:
    groups: list[list[str]] = []
    for line in lines:
        if not groups or _begins(line, marks):
            groups.append([line.text])
        else:
            groups[-1].append(line.text)
    return [Block(join_lines(group), kind=BlockKind.NOTE, marker=_mark_of(group[0])) for group in groups]
