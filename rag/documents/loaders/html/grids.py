"""Tables, definition lists, and tiles of a label and a figure."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from rag.documents.blocks import numbered
from rag.documents.cleaning import Block, RawCell, RawTable
from rag.documents.loaders.html.inline import inline_text
from rag.documents.table_heads import counts_things, is_figure
from rag.types import BlockKind

_MAX_SPAN = 50
_MAX_ROWS = 5000
_LABEL_WORDS = 8
_VALUE_WORDS = 40
_TILES = frozenset(("div", "section", "article", "li", "a", "span", "p"))
_TOLD_APART = frozenset(("span", "strong", "b", "em", "i", "small", "label", "data", "time", "bdi", "output"))
_QUANTITY = re.compile(r"(?:rp\.?\s*)?[\d.,+±-]+\s*(?:%|\+|[\w²³/]{1,9})?", re.IGNORECASE)


def table_of(element: Any) -> Block | None:
    """A table with its spans, header cells and caption; None where it only lays the page out."""
    rows = _rows_of(element)
    heads = _head_rows(rows)
    cells = [tuple(_cell(cell, at < heads) for cell in row.iterchildren("td", "th")) for at, row in enumerate(rows)]
    if max(map(len, cells), default=0) < 2 or _lays_out(element):
        return None
    caption = element.find("caption")
    first = 1 if len(rows) > 1 and _is_bold(rows[0]) and not any(map(_is_bold, rows[1:])) else 0
    if first:
        cells[0] = tuple(RawCell(cell.text, cell.columns, cell.rows, header=True) for cell in cells[0])
    return _as_block(cells, "" if caption is None else inline_text(caption))


def pairs_of(element: Any) -> Block | None:
    """A definition list of short definitions as a table of labels and values; None for questions and answers."""
    rows = list(_definitions(element))
    if sum(len(label.split()) + len(value.split()) for label, value in rows) < len(element.text_content().split()):
        return None  # it holds more than terms and definitions
    told = [value for _, value in rows]
    short = all(len(value.split()) <= _VALUE_WORDS for value in told)
    if not rows or not short or any(label.rstrip().endswith("?") or not label for label, _ in rows):
        return None
    return _as_block([(RawCell(label), RawCell(value)) for label, value in rows])


def grid_of(element: Any) -> list[Block]:
    """Neighbours of one kind that each hold a label and a figure, as a table; none for anything else.

    Figures that count on from 1 before words are the numbers of steps, and make a list.
    """
    children = list(element)
    if len(children) < 2 or (element.text or "").strip() or any((child.tail or "").strip() for child in children):
        return []
    alike = {(child.tag, child.get("class")) for child in children}
    if len(alike) != 1 or children[0].tag not in _TILES:
        return []
    found = [_tile(child) for child in children]
    tiles = [tile for tile in found if tile is not None]
    if len(tiles) != len(children):
        tiles = _of_one_make(children)
    elif not counts_things([value for _, value in tiles]) and all(map(_begins_with_figure, children)):
        return [numbered(value, label) for label, value in tiles]
    return [_as_block([(RawCell(label), RawCell(value)) for label, value in tiles])] if tiles else []


def _begins_with_figure(tile: Any) -> bool:
    return is_figure(next(_pieces(tile), ""))


def _of_one_make(children: Sequence[Any]) -> list[tuple[str, str]]:
    """Label and value of neighbours that all hold the same two elements, told apart by their tags: a label first."""
    # Where a blank parts them they are read well as they stand.
    makes = {() if any(part.tail for part in child) else tuple(part.tag for part in child) for child in children}
    make = next(iter(makes)) if len(makes) == 1 else ()
    if len(make) != 2 or make[0] == make[1] or not _TOLD_APART.issuperset(make):
        return []
    found = [tuple(_pieces(child)) for child in children]
    short = all(len(pieces) == 2 and all(len(one.split()) <= _LABEL_WORDS for one in pieces) for pieces in found)
    if not short or all(_is_quantity(pieces[0]) for pieces in found):
        return []
    return [(pieces[0].rstrip(" :"), pieces[1]) for pieces in found]


def _tile(element: Any) -> tuple[str, str] | None:
    """Label and figure of a tile that holds two texts, each in an element of its own."""
    pieces = _with_unit(list(_pieces(element)))
    if len(pieces) != 2 or any(len(piece.split()) > _LABEL_WORDS for piece in pieces):
        return None
    first, second = pieces
    if first.endswith(":") and not second.endswith(":"):
        return first.rstrip(" :"), second
    figures = [_is_quantity(piece) for piece in pieces]
    if figures == [True, False]:
        return second, first
    return (first, second) if figures == [False, True] else None


def _with_unit(pieces: list[str]) -> list[str]:
    """ "412", "orang", "Peserta" are the figure with its unit, and the label."""
    if len(pieces) == 3:
        for at in (0, 1):
            unit = pieces[at + 1]
            if is_figure(pieces[at]) and len(unit.split()) == 1 and (unit.islower() or not unit.isalpha()):
                return [*pieces[:at], f"{pieces[at]} {unit}", *pieces[at + 2 :]]
    return pieces


def _pieces(element: Any) -> Iterator[str]:
    """The texts of the innermost elements; a text beside elements makes three, so that it is no tile."""
    if len(element) == 0:
        yield from [" ".join(element.text.split())] if (element.text or "").strip() else []
        return
    for text in (element.text, *(child.tail for child in element)):
        if (text or "").strip():
            yield from ("", "", "")
    for child in element:
        if isinstance(child.tag, str):
            yield from _pieces(child)


def _is_quantity(text: str) -> bool:
    return is_figure(text) or (_QUANTITY.fullmatch(text) is not None and any(map(str.isdigit, text)))


def _as_block(cells: Sequence[tuple[RawCell, ...]], caption: str = "") -> Block:
    return Block("", item=True, kind=BlockKind.TABLE, table=RawTable(tuple(cells), caption))


def _lays_out(element: Any) -> bool:
    if element.get("role") in ("presentation", "none") or element.find(".//table") is not None:
        return True
    said = sum(len(cell.text_content().split()) for cell in element.iter("td", "th", "caption"))
    if said < len(element.text_content().split()):  # it holds more than cells
        return True
    return next(element.iter("h1", "h2", "h3", "article", "section"), None) is not None


def _rows_of(table: Any) -> list[Any]:
    """The rows in the order in which a browser shows them: the head first and the foot last, wherever they stand."""
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    head = next((row.getparent() for row in rows if row.getparent().tag == "thead"), None)
    return sorted(rows, key=lambda row: 0 if row.getparent() is head else 2 if row.getparent().tag == "tfoot" else 1)


def _head_rows(rows: Sequence[Any]) -> int:
    """How many rows the head has: what a page shows as one, and of a head without a body its names only."""
    head = rows[0].getparent() if rows and rows[0].getparent().tag == "thead" else None
    count = sum(row.getparent() is head for row in rows) if head is not None else 0
    if not count or any(row.getparent().tag not in ("thead", "tfoot") for row in rows):
        return count
    kinds = [{cell.tag for cell in row.iterchildren("td", "th")} for row in rows[:count]]
    named = next((at for at, kind in enumerate(kinds) if kind != {"th"}), count)
    spans = [(_span(cell, "rowspan"), _span(cell, "colspan")) for cell in rows[0].iterchildren("td", "th")]
    reach = max((max(down, 2 if across > 1 else 1) for down, across in spans), default=1)
    return min(count, max(named if named < count else 1, reach))


def _cell(cell: Any, head: bool) -> RawCell:
    head = head or (cell.tag == "th" and cell.getparent().getparent().tag != "thead")
    rows = min(_MAX_ROWS, _span(cell, "rowspan"))
    return RawCell(inline_text(cell), _span(cell, "colspan"), rows, head)


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    # Python refuses to read a number of thousands of digits.
    return min(_MAX_SPAN, max(1, int(value[:4]))) if value.isdecimal() else 1


def _is_bold(row: Any) -> bool:
    """Whether every cell of a row that says something says it in bold."""
    cells = [cell for cell in row.iterchildren("td", "th") if cell.text_content().strip()]
    return bool(cells) and all(_bold_words(cell) == len(cell.text_content().split()) for cell in cells)


def _bold_words(cell: Any) -> int:
    outer = (bold for bold in cell.iter("b", "strong") if next(bold.iterancestors("b", "strong"), None) is None)
    return sum(len(bold.text_content().split()) for bold in outer)


def _definitions(element: Any) -> Iterator[tuple[str, str]]:
    label, values = "", list[str]()
    for child in element.iter("dt", "dd"):
        text = " ".join(inline_text(child).split())
        if child.tag == "dd":
            values.append(text)
            continue
        if values:
            yield label, "; ".join(values)
        label, values = text.rstrip(" :"), []
    if values:
        yield label, "; ".join(values)
