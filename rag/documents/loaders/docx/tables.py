"""Tables of a Word document: each cell once, where it begins, and which rows the file marks as their header."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from rag.documents.cleaning import RawCell, RawTable
from rag.documents.loaders.docx.names import W, number_of, switch_of, value_of
from rag.documents.loaders.docx.styles import Style

_MAX_COLUMNS = 200
_WRAPPERS = tuple(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_NO_FILL = frozenset({None, "auto", "FFFFFF", "ffffff"})


@dataclass(frozen=True, slots=True)
class CellText:
    """What a cell says, and whether all of it is bold."""

    text: str
    bold: bool = False


@dataclass(slots=True)
class _Cell:
    text: str
    column: int
    columns: int
    rows: int = 1
    bold: bool = False
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    cells: list[_Cell]
    marked: bool  # repeated at the top of each page

    def looks(self, how: str) -> bool:
        """Whether all that it holds is bold, or all its cells are shaded."""
        cells = [cell for cell in self.cells if cell.text or how == "shaded"]
        return bool(cells) and all(getattr(cell, how) for cell in cells)


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
    open_cells: dict[int, _Cell] = {}
    for element, row in zip(rows_of(table), rows, strict=True):
        _join_merged(element, row, open_cells)
    headers = _header_rows(rows, _is_on(table, "firstRow") and style.first_row)
    titled = (_is_on(table, "firstColumn") and style.first_column) or _is_bold_column(rows)
    return RawTable(tuple(tuple(_raw(cell, titled) for cell in row.cells) for row in rows), header_rows=headers or None)


def _row(element: Any, read: Callable[[Any], CellText]) -> _Row:
    properties = element.find(W + "trPr")
    column = _count(properties, "gridBefore", 0)
    cells = [_Cell("", 0, column)] if column else []
    for cell in cells_of(element):
        held = cell.find(W + "tcPr")
        columns = _count(held, "gridSpan", 1)
        # Word hides what the lower cells of a merged one still hold.
        said = CellText("") if _goes_on(cell) else read(cell)
        cells.append(_Cell(said.text, column, columns, bold=said.bold, shaded=_fill(held) not in _NO_FILL))
        column += columns
    after = _count(properties, "gridAfter", 0)
    if after:
        cells.append(_Cell("", column, after))
    return _Row(cells, switch_of(properties, "tblHeader") or False)


def _join_merged(element: Any, row: _Row, open_cells: dict[int, _Cell]) -> None:
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


def _header_rows(rows: Sequence[_Row], styled: bool) -> int:
    """How many rows at the top the file marks: as repeated, by the style of the table, as bold or shaded."""
    count = sum(1 for _ in takewhile(lambda row: row.marked, rows))
    if count == len(rows):
        count = 0
    if not count and len(rows) > 1:
        marks = (how for how in ("bold", "shaded") if rows[0].looks(how) and not all(row.looks(how) for row in rows))
        count = 1 if styled or next(marks, None) else 0
    while 0 < count < len(rows) - 1 and _goes_below(rows, count):
        count += 1
    return count


def _goes_below(rows: Sequence[_Row], count: int) -> bool:
    """Whether the row below the first `count` belongs to their header: a cell reaches into it, or names its cells."""
    if any(index + cell.rows > count for index in range(count) for cell in rows[index].cells):
        return True
    width = sum(cell.columns for cell in rows[0].cells)
    parted = any(1 < cell.columns < width for cell in rows[count - 1].cells)
    return parted and any(rows[count].looks(how) for how in ("bold", "shaded"))


def _raw(cell: _Cell, titled: bool) -> RawCell:
    return RawCell(cell.text, cell.columns, cell.rows, titled and cell.column == 0 and bool(cell.text))


def _is_bold_column(rows: Sequence[_Row]) -> bool:
    """Whether the first column is bold and nothing else is."""
    cells = [cell for row in rows for cell in row.cells if cell.text]
    first = [cell.bold for cell in cells if cell.column == 0]
    return len(first) > 1 and all(first) and not any(cell.bold for cell in cells if cell.column)


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
