"""Lines above lists that have the same labels: "Rapat pertama" and "Rapat kedua", each with its day, hour and place.

No heading, and yet they alone tell whose "Pukul: 09.00" it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.documents.captions import may_name
from rag.types import Block, BlockKind, Document

_LABEL = re.compile(r"(?:[-*•]\s+)?([^\W\d][^:;.!?\n]{1,40}?)\s*:\s*\S")
_FEWEST = 2  # labels that two lists have in common, and items of one


@dataclass(frozen=True, slots=True)
class Lead:
    """A line and the list below it; `blocks`: positions of the line and past the last item."""

    name: str
    path: tuple[int, ...]
    blocks: tuple[int, int]
    labels: frozenset[str]


def leads_in(document: Document) -> tuple[Lead, ...]:
    """Those of lists below the same heading that have labels in common with another one's."""
    found = list(_leads(document))
    return tuple(
        one
        for one in found
        if any(
            other is not one and other.path == one.path and len(other.labels & one.labels) >= _FEWEST for other in found
        )
    )


def _leads(document: Document) -> Iterator[Lead]:
    for at, block in enumerate(document.blocks):
        text = document.text[block.start : block.end].strip()
        if block.kind is not BlockKind.PARAGRAPH or _LABEL.match(text) or not may_name(text):
            continue
        beyond, labels = at + 1, set[str]()
        while beyond < len(document.blocks) and (told := _told(document, document.blocks[beyond], block.path)):
            labels.add(told)
            beyond += 1
        if len(labels) >= _FEWEST:
            yield Lead(text, block.path, (at, beyond), frozenset(labels))


def _told(document: Document, block: Block, path: tuple[int, ...]) -> str:
    """The label of an item, or of a line with its value; "" for what belongs to no such list."""
    labelled = block.kind in (BlockKind.ITEM, BlockKind.PARAGRAPH) and block.path == path
    match = _LABEL.match(document.text[block.start : block.end]) if labelled else None
    return match[1].casefold() if match else ""
