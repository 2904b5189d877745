"""Where in a law a quote stands: its article, the paragraph and the point of it, and what changed it."""

import re
from collections.abc import Sequence

from rag.documents.amendments import introduces
from rag.types import Block, BlockKind, Document, Place, Span

_ARTICLE = re.compile(r"(?:pasal|article)\s*[\divxlc]", re.IGNORECASE)
_APART = frozenset({BlockKind.RUNNING_HEAD, BlockKind.NOTE, BlockKind.IMAGE})


def place_of(span: Span, document: Document) -> Place | None:
    """The place of a quote as far as all of it stands there; None outside of the articles of a law."""
    within = [
        at
        for at, block in enumerate(document.blocks)
        if block.start < span.end and span.start < block.end and block.kind not in _APART
    ]
    if not within:
        return None
    first, last = within[0], within[-1]
    path = _common(_headings(document, first), _headings(document, last))
    articles = [at for at in path if _ARTICLE.match(document.blocks[at].marker)]
    if not articles:
        return None
    marks = tuple(document.blocks[at].marker for at in _common(_items(document, first), _items(document, last)))
    article, amends = articles[-1], [at for at in path if introduces(_said(document, at))]
    if not amends or amends[-1] > article:
        return Place((document.blocks[article].marker, *marks))
    changing = [at for at in articles if at < amends[-1]]
    by = (*(document.blocks[at].marker for at in changing[-1:]), *filter(None, [document.blocks[amends[-1]].marker]))
    return Place((document.blocks[article].marker, *marks), by)


def _headings(document: Document, at: int) -> tuple[int, ...]:
    block = document.blocks[at]
    return (*block.path, at) if block.kind is BlockKind.HEADING else block.path


def _items(document: Document, at: int) -> tuple[int, ...]:
    """The items that a block stands in, the outermost first, itself the last if it is one."""
    chain: list[int] = []
    path, level = document.blocks[at].path, _depth(document.blocks[at])
    for position in range(at, -1, -1):
        block = document.blocks[position]
        if block.path != path or block.kind is BlockKind.HEADING or level == 0:
            break
        if _depth(block) == level:
            chain.append(position)
            level -= 1
    return tuple(chain[::-1])


def _depth(block: Block) -> int:
    return block.level if block.kind is BlockKind.ITEM and block.marker else 0


def _common(one: Sequence[int], other: Sequence[int]) -> tuple[int, ...]:
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return tuple(one[:shared])


def _said(document: Document, at: int) -> str:
    return document.text[document.blocks[at].start : document.blocks[at].end]
