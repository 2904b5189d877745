"""Tables of a Word document: each cell once, where it begins, and which rows the file marks as their header."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from rag.documents.cleaning import RawTable
from rag.documents.loaders.docx.names import W, number_of, switch_of, value_of
from rag.documents.loaders.docx.styles import Style
from rag.documents.loaders.office.looks import LookedCell, LookedRow, table_of_looks

_MAX_COLUMNS = 200
_WRAPPERS = tuple(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_NO_FILL = frozenset({None, "auto", "FFFFFF", "ffffff"})


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell says, and whether all of it is bold."""

    text: str
    bold: bool = False


def rows_of(table: Any) -> list[Any]:
    """The rows that a reader sees."""
    return [row for row in _unwrapped(table, W + "tr") if not _is_gone(row)]


def cells_of(row: Any) -> list[Any]:
    return list(_unwrapped(row, W + "tc"))


def is_layout(table: Any) -> bool:
    """Whether a table only places text: a frame around one cell, or columns of several paragraphs side by side."""
    rows = rows_of(table)
    if len(rows) != 1:
        return False
    cells = cells_of(rows[0])
    return len(cells) == 1 or any(_paragraphs(cell) > 1 for cell in cells)


def is_inner_table(table: Any) -> bool:
    """Whether a table within a cell is one of its own, with rows and columns."""
    rows = rows_of(table)
    return len(rows) > 1 and any(len(cells_of(row)) > 1 for row in rows)


def read_table(table: Any, style: Style, read: Callable[[Any], CellText]) -> RawTable:
    """The table, with each cell read once by `read`, in reading order."""
    rows = [_row(row, read) for row in rows_of(table)]
    open_cells: dict[int, LookedCell] = {}
    for element, row in zip(rows_of(table), rows, strict=True):
        _join_merged(element, row, open_cells)
    titled = _is_on(table, "firstColumn") and style.first_column
    return table_of_looks(rows, styled=_is_on(table, "firstRow") and style.first_row, titled=titled)


def _row(element: Any, read: Callable[[Any], CellText]) -> LookedRow:
    properties = element.find(W + "trPr")
    column = _count(properties, "gridBefore", 0)
    cells = [LookedCell("", 0, column)] if column else []
    for cell in cells_of(element):
        held = cell.find(W + "tcPr")
        columns = _count(held, "gridSpan", 1)
        # Word hides what the lower cells of a merged one still hold.
        said = CellText("") if _goes_on(cell) else read(cell)
        cells.append(LookedCell(said.text, column, columns, bold=said.bold, shaded=_fill(held) not in _NO_FILL))
        column += columns
    after = _count(properties, "gridAfter", 0)
    if after:
        cells.append(LookedCell("", column, after))
    return LookedRow(cells, switch_of(properties, "tblHeader") or False)


def _join_merged(element: Any, row: LookedRow, open_cells: dict[int, LookedCell]) -> None:
    """Takes the cells that go on from above out of the row; `open_cells`: the last cell begun in each column."""
    before = 1 if row.cells and _count(element.find(W + "trPr"), "gridBefore", 0) else 0
    own = cells_of(element)
    kept = row.cells[:before] + row.cells[before + len(own) :]
    for source, cell in zip(own, row.cells[before:], strict=False):
        origin = open_cells.get(cell.column)
        if _goes_on(source) and origin is not None and origin.columns == cell.columns:
            origin.rows += 1
            continue
        kept.append(cell)
        if value_of(source.find(W + "tcPr"), "vMerge") == "restart":
            open_cells[cell.column] = cell
        else:
            open_cells.pop(cell.column, None)
    row.cells[:] = sorted(kept, key=lambda cell: cell.column)


def _is_on(table: Any, part: str) -> bool:
    """Whether the special look of a part of the table is switched on."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return False
    if look.get(W + part) is not None:
        return look.get(W + part) in {"1", "true", "on"}
    try:
        bits = int(look.get(W + "val", "0")[:8], 16)
    except ValueError:
        return False
    return bool(bits & {"firstRow": 0x20, "firstColumn": 0x80}[part])


def _unwrapped(parent: Any, tag: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child, tag)


def _is_gone(row: Any) -> bool:
    properties = row.find(W + "trPr")
    return properties is not None and bool(switch_of(properties, "hidden") or properties.find(W + "del") is not None)


def _goes_on(cell: Any) -> bool:
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(W + "val", "continue") == "continue"


def _fill(properties: Any | None) -> str | None:
    shading = None if properties is None else properties.find(W + "shd")
    return None if shading is None else shading.get(W + "fill")


def _count(properties: Any | None, name: str, default: int) -> int:
    return min(max(number_of(properties, name, default) or default, default), _MAX_COLUMNS)


def _paragraphs(cell: Any) -> int:
    return sum(any(text.text for text in paragraph.iter(W + "t")) for paragraph in cell.iterfind(W + "p"))
