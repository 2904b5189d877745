"""Rows of tables as lines that carry their headers, so that a row can be read and quoted on its own."""

import re
from collections.abc import Iterator, Sequence

from rag.documents.cleaning import Block

_VALUE = re.compile(r"(?!(?:19|20)\d\d$)(?:Rp|IDR|US\$|[$€])?\s*\d.*", re.IGNORECASE)  # a year may head a column


def rows_as_blocks(rows: Sequence[Sequence[str]], pairs: bool = False) -> Iterator[Block]:
    """ "Header: value; Header: value" for each row below the first; with `pairs` each row is "name: value" itself."""
    cleaned = [[" ".join(cell.split()) for cell in row] for row in rows]
    cleaned = [row for row in cleaned if any(row)]
    names: Sequence[str] = []
    if len(cleaned) > 1 and not pairs:
        pairs = not _names_columns(cleaned[0])
        names, cleaned = ([], cleaned) if pairs else (cleaned[0], cleaned[1:])
    for row in cleaned:
        text = ": ".join(bare for cell in row if (bare := cell.strip(" :"))) if pairs else _line(names, row)
        yield Block(text, item=True)


def _names_columns(row: Sequence[str]) -> bool:
    """Whether a first row is a header: several cells, none of which is a colon, a figure or the label of the next."""
    return sum(map(bool, row)) > 1 and not any(cell.endswith(":") or _VALUE.fullmatch(cell) for cell in row)


def _line(names: Sequence[str], row: Sequence[str]) -> str:
    parts = (_cell(names, column, cell) for column, cell in enumerate(row) if cell)
    return "; ".join(dict.fromkeys(parts))  # a cell that spans columns is said once


def _cell(names: Sequence[str], column: int, cell: str) -> str:
    name = names[column].rstrip(":") if column < len(names) else ""
    return f"{name}: {cell}" if name and name != cell else cell
