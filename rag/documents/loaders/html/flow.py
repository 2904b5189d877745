"""From the elements of a page to blocks: headings, paragraphs, lists with the markers that a browser shows, tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from rag.documents.cleaning import Block, tidy
from rag.documents.loaders.html.grids import grid_of, pairs_of, table_of
from rag.documents.loaders.html.inline import are_apart, inline_text, is_inline, squeeze
from rag.documents.loaders.html.lists import LISTS, markers_of
from rag.documents.loaders.html.panels import opens_answer, panels_around
from rag.documents.loaders.plain import blocks as lines_as_blocks
from rag.documents.table_heads import is_figure
from rag.types import BlockKind

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_GRIDS = {"table": table_of, "dl": pairs_of}
_BOLD = frozenset(("b", "strong"))
_DEEPEST = 6
_HEADING_WORDS = 30


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the page the flow is."""

    depth: int = 0  # of lists within lists
    below: int = 1  # level of the last heading above


def blocks_of(element: Any) -> Iterator[Block]:
    """Blocks of an element in reading order."""
    below = 1
    for block in _flow(element, _Place()):
        # An answer opened by a button stands below the heading of its part, wherever that is in the tree.
        if block.is_heading and block.level > _DEEPEST:
            block = replace(block, level=min(_DEEPEST, below + block.level - _DEEPEST))
        elif block.is_heading:
            below = block.level
        yield block


def _flow(element: Any, place: _Place) -> Iterator[Block]:
    grid = grid_of(element)
    if grid:
        yield from grid
        return
    loose: list[Any] = [element.text or ""]
    images: list[Block] = []
    for child in element:
        if not isinstance(child.tag, str):
            loose.append(child.tail or "")
            continue
        if child.tag == "br":
            loose.append("\n")
        elif child.tag == "img":
            images += _image(child)
        elif _is_inline(child) and not opens_answer(child):
            loose.append(child)
        else:
            yield from _flush(loose)
            yield from _block(child, place)
        loose.append(child.tail or "")
    yield from _flush(loose)
    yield from images


def _is_inline(element: Any) -> bool:
    """Inline by its tag, and nothing in it that is not."""
    within = (each.tag for each in element.iterdescendants("*"))
    return is_inline(element.tag) and all(is_inline(tag) or tag in ("br", "img") for tag in within)


def _block(element: Any, place: _Place) -> Iterator[Block]:
    heading = _heading(element)
    if heading is not None:
        yield heading
    elif element.tag in LISTS:
        yield from _list(element, place)
    elif element.tag in _GRIDS and (grid := _GRIDS[element.tag](element)) is not None:
        yield grid
    elif element.tag == "pre":
        yield Block(element.text_content())
    elif element.tag not in {"button", "input", "label", "legend"}:
        yield from _paragraph(element, place)


def _image(element: Any) -> list[Block]:
    alt = " ".join(element.get("alt", "").split())
    return [Block(alt, kind=BlockKind.IMAGE)] if alt else []


def _heading(element: Any) -> Block | None:
    level = _HEADINGS.get(element.tag)
    if level is None and element.get("role") == "heading":
        level = int(element.get("aria-level", "2")) if element.get("aria-level", "2") in "123456" else 2
    if level is None and (element.tag == "dt" or opens_answer(element)):
        level = _DEEPEST + 1 + panels_around(element)
    if level is None:
        return None
    text = inline_text(element).strip()
    if is_figure(text) or len(text.split()) > _HEADING_WORDS:  # a tile, or a paragraph set large
        return Block(text)
    return Block(text, level)


def _list(element: Any, place: _Place) -> Iterator[Block]:
    inner = replace(place, depth=place.depth + 1)
    loose: list[Any] = [element.text or ""]
    for child, marker in markers_of(element):
        if child.tag == "li":
            yield from _flush(loose)
            yield from _item(child, marker, inner)
        elif isinstance(child.tag, str) and _is_inline(child):
            loose.append(child)
        elif isinstance(child.tag, str):
            yield from _flush(loose)
            yield from _block(child, inner)
        loose.append(child.tail or "")
    yield from _flush(loose)


def _item(element: Any, marker: str, place: _Place) -> Iterator[Block]:
    for position, block in enumerate(_flow(element, place)):
        yield _as_item(block, marker if position == 0 else "", place.depth)


def _as_item(block: Block, marker: str, depth: int) -> Block:
    if block.table is not None or block.is_heading or block.kind not in (None, BlockKind.PARAGRAPH):
        return block if not marker or block.table is not None else replace(block, text=f"{marker} {block.text}")
    text = f"{marker} {block.text}" if marker else block.text
    return replace(block, text=text, kind=BlockKind.ITEM, item=True, level=depth, marker=marker)


def _paragraph(element: Any, place: _Place) -> Iterator[Block]:
    found = list(_flow(element, place))
    if len(found) == 1 and found[0].kind is None and not found[0].level:
        found = [replace(found[0], emphasised=_all_in(element, _BOLD), linked=_all_in(element, frozenset({"a"})))]
    yield from found


def _all_in(element: Any, tags: frozenset[str]) -> bool:
    """Whether every word of an element stands within one of these tags."""
    if not element.text_content().strip():
        return False
    return not any(text.strip() for text in _texts_outside(element, tags))


def _texts_outside(element: Any, tags: frozenset[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in tags:
            yield from _texts_outside(child, tags)
        yield child.tail or ""


def _flush(loose: list[Any]) -> Iterator[Block]:
    text = "".join(squeeze(part) if isinstance(part, str) and part != "\n" else _shown(part) for part in _parted(loose))
    linked = all(not part.strip() if isinstance(part, str) else _is_link(part) for part in loose)
    bold = all(not part.strip() if isinstance(part, str) else part.tag in _BOLD for part in loose)
    loose.clear()
    for block in lines_as_blocks(tidy(text)):
        yield replace(block, linked=linked, emphasised=bold)


def _parted(loose: Sequence[Any]) -> Iterator[Any]:
    """The texts and elements of a line, a blank between elements that only a style sets apart."""
    said = [part for part in loose if not isinstance(part, str) or part]
    for before, part in pairwise([None, *said]):
        if before is not None and not isinstance(before, str) and not isinstance(part, str) and are_apart(before, part):
            yield " "
        yield part


def _is_link(element: Any) -> bool:
    return element.tag == "a" or not element.text_content().strip() or _all_in(element, frozenset({"a"}))


def _shown(part: Any) -> str:
    return part if isinstance(part, str) else inline_text(part, breaks=True)
