"""Rows of tables as lines that carry their headers, so that a row can be read and quoted on its own."""

from collections.abc import Iterator, Sequence

from rag.cleaning import Block


def rows_as_blocks(rows: Sequence[Sequence[str]], pairs: bool = False) -> Iterator[Block]:
    """ "Header: value; Header: value" for each row below the first; with `pairs` each row is "name: value" itself."""
    cleaned = [[" ".join(cell.split()) for cell in row] for row in rows]
    cleaned = [row for row in cleaned if any(row)]
    names: Sequence[str] = []
    if len(cleaned) > 1 and not pairs:
        names, cleaned = cleaned[0], cleaned[1:]
    for row in cleaned:
        yield Block(": ".join(filter(None, row)) if pairs else _line(names, row), item=True)


def _line(names: Sequence[str], row: Sequence[str]) -> str:
    parts = (_cell(names, column, cell) for column, cell in enumerate(row) if cell)
    return "; ".join(dict.fromkeys(parts))  # a cell that spans columns is said once


def _cell(names: Sequence[str], column: int, cell: str) -> str:
    name = names[column].rstrip(":") if column < len(names) else ""
    return f"{name}: {cell}" if name and name != cell else cell
