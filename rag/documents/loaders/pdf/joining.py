"""Tables that go on over pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.documents.blocks import RawCell
from rag.documents.loaders.pdf.captions import Item
from rag.documents.loaders.pdf.grid import Grid
from rag.documents.loaders.plain import join
from rag.documents.tables import placed

_SHIFT = 30.0  # points that columns may be off from page to page
_MOST_HEADS = 4  # rows


@dataclass(frozen=True, slots=True)
class Leaf:
    """The items of a page; `begun`: its first lines are in a table that stands on the page before."""

    items: tuple[Item, ...]
    begun: bool = False


def joined(pages: Sequence[Sequence[Item]]) -> list[Leaf]:
    """Pages in which each table stands whole, on the page where it begins."""
    leaves: list[Leaf] = []
    owner = 0
    for number, page in enumerate(pages):
        before = leaves[owner].items[-1] if leaves and leaves[owner].items else None
        first = page[0] if page else None
        if isinstance(before, Grid) and isinstance(first, Grid) and _goes_on(before, first):
            leaves[owner] = replace(leaves[owner], items=(*leaves[owner].items[:-1], _continued(before, first)))
            leaves.append(Leaf(tuple(page[1:]), begun=True))
            owner = owner if len(page) == 1 else number
        else:
            leaves.append(Leaf(tuple(page)))
            owner = number
    return leaves


def _goes_on(before: Grid, first: Grid) -> bool:
    if first.caption and first.caption != before.caption and "lanjut" not in first.caption.lower():
        return False
    if len(before.edges) != len(first.edges):
        return False
    if _repeated(before, first):
        return True
    near = all(abs(one - other) <= _SHIFT for one, other in zip(before.edges, first.edges, strict=True))
    return near and not first.header_rows


def _repeated(before: Grid, first: Grid) -> int:
    """How many leading rows of both are the same: the header, printed again."""
    count = 0
    for one, other in zip(before.rows[:_MOST_HEADS], first.rows[:_MOST_HEADS], strict=False):
        if [cell.text for cell in one] != [cell.text for cell in other]:
            break
        count += 1
    return min(count, len(before.rows) - 1, len(first.rows) - 1)


def _continued(before: Grid, first: Grid) -> Grid:
    again = _repeated(before, first)
    rows = first.rows[again:]
    kept = before.rows
    turn = len(kept)
    if rows and _is_rest(kept[-1], rows[0]):
        kept = (*kept[:-1], tuple(map(_with_rest, kept[-1], rows[0])))
        rows = rows[1:]
    if rows and rows[0] == first.rows[again]:
        rows = (_gone_on(kept, rows), *rows[1:])
    known = [each for each in (before.confidence, first.confidence) if each is not None]
    return replace(
        before,
        rows=(*kept, *rows),
        header_rows=max(before.header_rows or 0, again) or None,
        pages=(*before.pages, turn),
        marks=" ".join(filter(None, (before.marks, first.marks))),
        confidence=min(known, default=None),
        doubtful=(*before.doubtful, *first.doubtful),
    )


def _gone_on(kept: Sequence[Sequence[RawCell]], rows: Sequence[Sequence[RawCell]]) -> tuple[RawCell, ...]:
    """The first of some rows with the words of cells over several rows that go on from the page before.

    Such a cell says its words once, on whichever page its middle is: at the head of the other it is empty.
    """
    above = {
        one.column: one.cell.text
        for row in placed(kept)
        for one in row
        if one.cell.rows > 1 and one.row + one.cell.rows >= len(kept)
    }
    return tuple(
        replace(one.cell, text=above.get(one.column, "")) if one.cell.rows > 1 and not one.cell.text else one.cell
        for one in placed(rows[:1])[0]
    )


def _is_rest(last: Sequence[RawCell], row: Sequence[RawCell]) -> bool:
    """Whether a row is the rest of one that was broken between two pages."""
    if len(last) != len(row) or row[0].text or any(cell.columns > 1 or cell.rows > 1 for cell in (*last, *row)):
        return False
    return any(cell.text[:1].islower() for cell in row)


def _with_rest(cell: RawCell, rest: RawCell) -> RawCell:
    return (
        replace(cell, text=join(cell.text, rest.text))
        if cell.text and rest.text
        else replace(cell, text=cell.text or rest.text)
    )
