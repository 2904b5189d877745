"""The figures that a text states: amounts with what they count, no dates, times, numbers of laws or telephones."""

import re

from rag.documents.figure_units import unit_of
from rag.documents.table_heads import is_figure, is_year
from rag.language.dates import find_dates
from rag.language.patterns import any_of
from rag.language.quantities import Quantity, find_quantities
from rag.language.units import COUNTED
from rag.types import Cell, Document, Table

_BEHIND = re.compile(rf"\s+{any_of(COUNTED)}\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(?:pukul|jam|at|from|to|sampai|until|telepon|nomor|whatsapp|pasal|ayat|kelas|lantai)\s*$", re.IGNORECASE
)
_TIME_COLUMN = re.compile(r"\b(?:pukul|jam|waktu|time|start|no\.?|nomor(?: urut)?|tanggal|date)\b", re.IGNORECASE)
_LOOKED_BACK = 12  # characters
_COUNTABLE = 100  # from which a bare number is an amount


def figures_in(text: str) -> tuple[str, ...]:
    """Verbatim, in order, each with its unit and the word behind it that says what is counted."""
    dated = [(mention.start, mention.end) for mention in find_dates(text)]
    found = sorted(find_quantities(text), key=lambda one: one.start)
    kept = (one for one in found if not any(one.start < end and start < one.end for start, end in dated))
    return tuple(dict.fromkeys(_worded(text, one) for one in kept if _is_amount(text, one)))


def figure_columns(document: Document, table: Table) -> tuple[int, ...]:
    """The columns behind those that name a row whose cells are mostly figures."""
    columns: dict[int, list[str]] = {}
    for row in table.rows:
        for cell in row:
            if cell.column >= table.keys:
                columns.setdefault(cell.column, []).append(document.text[cell.start : cell.end])
    return tuple(
        column
        for column, cells in sorted(columns.items())
        if 2 * sum(map(_is_stated, cells)) > len(cells) and not _TIME_COLUMN.search(name_of(table, column))
    )


def name_of(table: Table, column: int) -> str:
    """The name of a column, "" where it has none."""
    return table.columns[column] if column < len(table.columns) else ""


def unit_over(table: Table, cell: Cell) -> str:
    """The unit of a figure: its column says it before the caption does."""
    return unit_of(name_of(table, cell.column)) or table.unit


def _is_stated(cell: str) -> bool:
    return not is_year(cell) and (is_figure(cell) or bool(figures_in(cell)))


def _is_amount(text: str, quantity: Quantity) -> bool:
    said = text[quantity.start : quantity.end]
    if quantity.unit == "no" or not any(character.isdigit() for character in said) or ":" in said:
        return False
    if _CLOCK.search(text, max(0, quantity.start - _LOOKED_BACK), quantity.start) and not quantity.unit:
        return False
    if quantity.unit or _BEHIND.match(text, quantity.end):
        return True
    if "/" in (text[max(0, quantity.start - 1) : quantity.start], text[quantity.end : quantity.end + 1]):
        return False  # of a letter: 470/13287/Dukcapil
    if is_year(said) or said.startswith("0") or not re.fullmatch(r"\d+(?:\.\d+)?", quantity.value):
        return False
    return float(quantity.value) >= _COUNTABLE


def _worded(text: str, quantity: Quantity) -> str:
    behind = _BEHIND.match(text, quantity.end)
    return text[quantity.start : behind.end() if behind else quantity.end]
