"""Laws that change other laws: the new wording of an article stands below the point that introduces it.

"3. Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:" is the heading of the Pasal 7 that follows, which so is
no article of the changing law; a point such as "4. Pasal 9 dihapus." ends it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from rag.documents.blocks import Block
from rag.types import BlockKind

_CHANGES = re.compile(
    r"\b(?:diubah|dihapus|disisipkan|ditambah(?:kan)?|dicabut|diganti|berbunyi|amended|repealed|inserted|added|deleted"
    r"|revoked|replaced|substituted)\b",
    re.IGNORECASE,
)
_OF_LAWS = re.compile(
    r"\b(?:ketentuan|judul|pasal|bab|bagian|lampiran|penjelasan|articles?|chapter|section|annex|heading)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?:pasal|article)\s+[ivxlc]+|(?:penjelasan|lampiran|annex)\b.*", re.IGNORECASE)
_SIGNED = re.compile(r"(?:ditetapkan|disahkan|diundangkan|done|adopted) (?:di|at|in)\b", re.IGNORECASE)
_APART = frozenset({BlockKind.RUNNING_HEAD, BlockKind.NOTE, BlockKind.IMAGE})


@dataclass(frozen=True, slots=True)
class _Point:
    """Where new wording is being quoted: the level of the heading that changes, and how its points are marked."""

    outer: int
    numbered: bool


def introduces(text: str) -> bool:
    """Whether a line says that the wording of articles is changed to what follows."""
    line = text.rstrip()
    return line.endswith(":") and _CHANGES.search(line) is not None and _OF_LAWS.search(line) is not None


def with_amendments(blocks: Sequence[Block], marker_of: Callable[[str], str]) -> Iterator[Block]:
    """Blocks in which new wording hangs below the point that introduces it; levels below it are deeper."""
    outer, point = 0, None
    for block, after in zip(blocks, _following(blocks), strict=True):
        marker = block.marker or marker_of(block.text.lstrip("\f"))
        if _quotes(block, after):
            point = _Point(outer, bool(marker))
            yield replace(block, level=outer + 1, kind=None, item=False, marker=marker)
        elif block.is_heading:
            point = None if point and _ENDS.fullmatch(block.text.strip(" \f")) else point
            outer = outer if point else block.level
            yield replace(block, level=block.level + outer) if point else block
        elif point and _is_next(block, marker, point):
            yield replace(block, closes=point.outer + 1)
            point = None
        else:
            yield block


def _following(blocks: Sequence[Block]) -> list[Block | None]:
    """For each block the next one that is part of the text."""
    following: list[Block | None] = []
    after: Block | None = None
    for block in reversed(blocks):
        following.append(after)
        after = after if block.kind in _APART else block
    return following[::-1]


def _quotes(block: Block, after: Block | None) -> bool:
    """Whether a block introduces the division that follows it."""
    heads = after is not None and after.is_heading
    return heads and block.table is None and not block.is_heading and introduces(block.text)


def _is_next(block: Block, marker: str, point: _Point) -> bool:
    """Whether a block is the next change, or what stands at the end of the law, and not part of the new wording."""
    if block.table is not None or block.kind in _APART:
        return False
    text = block.text.strip(" \f")
    if _SIGNED.match(text):
        return True
    changes = _CHANGES.search(text) is not None and _OF_LAWS.search(text) is not None
    return changes and bool(marker) and point.numbered
