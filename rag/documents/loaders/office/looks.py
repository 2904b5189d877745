"""Which rows of a table a file marks as its header by how they look; the same for Word and for spreadsheets."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from rag.documents.cleaning import RawCell, RawTable


class Look(StrEnum):
    """How a row can stand out."""

    BOLD = "bold"
    SHADED = "shaded"


@dataclass(slots=True)
class LookedCell:
    """A cell where it begins; its 0-based column, what it spans, and how it looks."""

    text: str
    column: int
    columns: int = 1
    rows: int = 1
    bold: bool = False
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class LookedRow:
    """A row; `marked` where the file repeats it at the top of each page, or says otherwise that it is a header."""

    cells: list[LookedCell]
    marked: bool = False

    def looks(self, how: Look) -> bool:
        """Whether all that it holds is bold, or all its cells are shaded."""
        cells = [cell for cell in self.cells if cell.text or how is Look.SHADED]
        return bool(cells) and all(cell.bold if how is Look.BOLD else cell.shaded for cell in cells)


def table_of_looks(rows: Sequence[LookedRow], styled: bool = False, titled: bool = False) -> RawTable:
    """The table; `styled` and `titled`: its style sets off the first row, the first column."""
    headers = header_rows(rows, styled)
    titled = titled or _is_bold_column(rows)
    return RawTable(tuple(tuple(_raw(cell, titled) for cell in row.cells) for row in rows), header_rows=headers or None)


def header_rows(rows: Sequence[LookedRow], styled: bool) -> int:
    """How many rows at the top the file marks: as repeated, by the table's style, as bold or shaded; 0: none."""
    count = sum(1 for _ in takewhile(lambda row: row.marked, rows))
    if count == len(rows):
        count = 0
    if not count and len(rows) > 1:
        marks = (how for how in Look if rows[0].looks(how) and not all(row.looks(how) for row in rows))
        count = 1 if styled or next(marks, None) else 0
    while 0 < count < len(rows) - 1 and goes_below(rows, count):
        count += 1
    return count


def goes_below(rows: Sequence[LookedRow], count: int) -> bool:
    """Whether the row below the first `count` belongs to their header: a cell reaches into it, or it names parts."""
    if any(index + cell.rows > count for index in range(count) for cell in rows[index].cells):
        return True
    width = sum(cell.columns for cell in rows[0].cells)
    parted = [cell for cell in rows[count - 1].cells if 1 < cell.columns < width]
    covered = {column for cell in parted for column in range(cell.column, cell.column + cell.columns)}
    aside = [cell for cell in rows[count].cells if cell.column not in covered]
    nothing_aside = bool(aside) and not any(cell.text for cell in aside)
    return bool(parted) and (nothing_aside or any(rows[count].looks(how) for how in Look))


def _raw(cell: LookedCell, titled: bool) -> RawCell:
    return RawCell(cell.text, cell.columns, cell.rows, titled and cell.column == 0 and bool(cell.text))


def _is_bold_column(rows: Sequence[LookedRow]) -> bool:
    """Whether the first column is bold and nothing else is."""
    first = [cell.bold for row in rows for cell in row.cells if cell.text and cell.column == 0]
    if len(first) < 2 or not all(first):
        return False
    return not any(cell.bold for row in rows for cell in row.cells if cell.text and cell.column)
