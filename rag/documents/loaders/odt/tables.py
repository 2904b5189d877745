"""Tables of an OpenDocument text: each cell once, where it begins."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from rag.documents.cleaning import RawTable
from rag.documents.loaders.odt.names import TABLE, number_of
from rag.documents.loaders.office.looks import LookedCell, LookedRow, table_of_looks

_WRAPPERS = frozenset(TABLE + name for name in ("table-rows", "table-row-group", "table-header-rows"))
_CELLS = frozenset((TABLE + "table-cell", TABLE + "covered-table-cell"))
_MAX_SPAN = 200

_MAX_REPEATED = 50  # times a filled row or cell is said again, as the file asks for


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell says, and how it looks."""

    text: str
    bold: bool = False
    shaded: bool = False


Read = Callable[[Any], CellText]


def rows_of(table: Any) -> list[Any]:
    """The rows that a reader sees."""
    return [row for row, _ in _rows(table, False)]


def cells_of(row: Any) -> list[Any]:
    return [cell for cell in row if cell.tag == TABLE + "table-cell"]


def is_layout(table: Any) -> bool:
    """Whether a table is a frame around one cell, or sets columns of several paragraphs side by side."""
    rows = rows_of(table)
    if len(rows) != 1:
        return False
    cells = cells_of(rows[0])
    return len(cells) == 1 or any(sum(1 for part in cell if len(part) or part.text) > 1 for cell in cells)


def read_table(table: Any, read: Read) -> RawTable:
    """The table, each cell read once by `read`."""
    rows = []
    for element, marked in _rows(table, False):
        row = LookedRow(_cells(element, read), marked)
        said = any(cell.text for cell in row.cells)
        rows += [row] * min(number_of(element, TABLE + "number-rows-repeated", 1), _MAX_REPEATED if said else 1)
    return table_of_looks(rows)


def _rows(parent: Any, marked: bool) -> Iterator[tuple[Any, bool]]:
    for child in parent:
        if child.tag == TABLE + "table-row":
            if child.get(TABLE + "visibility", "visible") == "visible":
                yield child, marked
        elif child.tag in _WRAPPERS:
            yield from _rows(child, marked or child.tag == TABLE + "table-header-rows")


def _cells(row: Any, read: Read) -> list[LookedCell]:
    cells: list[LookedCell] = []
    column = 0
    for element in row:
        if element.tag not in _CELLS:
            continue
        repeated = number_of(element, TABLE + "number-columns-repeated", 1)
        if element.tag == TABLE + "covered-table-cell":
            column += repeated
            continue
        said = read(element)
        columns, rows = (
            min(number_of(element, TABLE + name, 1), _MAX_SPAN)
            for name in ("number-columns-spanned", "number-rows-spanned")
        )
        for _ in range(min(repeated, _MAX_REPEATED)):
            cells.append(LookedCell(said.text, column, columns, rows, said.bold, said.shaded))
            column += 1
    return cells
