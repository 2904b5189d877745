"""Tables to take away, as CSV and XLSX; no cell of them is computed by a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Literal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from starlette.responses import Response

Cell = str | int | float | None
TableKind = Literal["csv", "xlsx"]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONGEST = 32_000  # characters of a cell of XLSX


def table_response(kind: TableKind, name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Response:
    """The table as a file called by `name`."""
    content, media = (csv_of(head, rows), "text/csv; charset=utf-8") if kind == "csv" else (xlsx_of(head, rows), _XLSX)
    return Response(content, media_type=media, headers={"Content-Disposition": f'attachment; filename="{name}.{kind}"'})


def csv_of(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with the mark that spreadsheets want; what they would compute begins with an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    for row in rows:
        writer.writerow([f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in row])
    return text.getvalue().encode("utf-8-sig")


def xlsx_of(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet; every text is a cell of text, whatever it begins with."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (head, *rows):
        sheet.append([_cell(sheet, value) for value in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _cell(sheet: object, value: Cell) -> object:
    if not isinstance(value, str):
        return value
    # Control characters cannot be written in XML.
    plain = "".join(character for character in value[:_LONGEST] if character.isprintable() or character in "\n\t")
    cell = WriteOnlyCell(sheet, plain)
    cell.data_type = "s"
    cell.quotePrefix = plain.startswith(_FORMULA)
    return cell
