"""From the cells of a file to a table whose rows can be read and quoted on their own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.documents.blocks import Block, RawCell, RawTable
from rag.documents.dittos import spelled_out
from rag.documents.figure_units import unit_of
from rag.documents.row_groups import Group, Plain, groups_in
from rag.documents.table_heads import (
    Placed,
    caption_of,
    header_of,
    is_figure,
    is_header_again,
    texts_by_column,
)
from rag.types import BlockKind

_NUMBERING = re.compile(
    r"(?:no\.?|nomor|#|num(?:ber)?|kode(?: rekening| akun)?|code|(?:kode|id)_\w+|\w+_(?:id|code))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class LaidTable:
    """Names and keys found; `rows` are the body, each with every cell that covers it, from left to right."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Placed, ...], ...]
    keys: int
    pairs: bool
    unit: str
    numbers: tuple[int, ...]  # position of each body row among the rows of the file
    numbering: str  # the row that numbers the columns, which is no row of the body; "" where there is none


@dataclass(frozen=True, slots=True)
class Line:
    """The text of a row, and where in it the words of each cell stand."""

    text: str
    cells: tuple[tuple[int, int, Placed], ...]


def table_of(rows: Sequence[Sequence[str]], header_rows: int | None = None, caption: str = "") -> Block:
    """A block for a grid of texts. `header_rows`: how many rows the file marks as header; None if it marks none."""
    cells = tuple(tuple(RawCell(text) for text in row) for row in rows)
    return Block("", item=True, kind=BlockKind.TABLE, table=RawTable(cells, caption, header_rows))


def laid(raw: RawTable) -> LaidTable:
    """The table with its names, keys and unit."""
    rows = placed(_without_colons(raw.rows))
    width = max((one.column + one.cell.columns for row in rows for one in row), default=0)
    caption, above = caption_of(raw, rows, width)
    header = header_of(raw, rows, above, width)
    first, columns = above + header.rows, header.columns
    body = _Body(tuple(_covering(rows, first)), tuple(range(first, len(rows))))
    body = body.only([at for at, row in enumerate(body.rows) if not is_header_again(row, header)])
    body = replace(body, rows=_spelled_out(body.rows))
    pairs = header.rows == 0 and width == 2
    keys = 1 if pairs else _keys(columns, texts_by_column(body.rows, width))
    groups = groups_in([[_plain(one) for one in row] for row in body.rows], width)
    if groups:
        heading = {group.first - 1 for group in groups}
        body = _with_groups(body, groups).only([at for at in range(len(body.rows)) if at not in heading])
        columns, keys = ("", *columns), keys + 1
    numbering = " ".join(header.numbering)
    return LaidTable(caption, columns, body.rows, keys, pairs, unit_of(caption), body.numbers, numbering)


@dataclass(frozen=True, slots=True)
class _Body:
    """The rows below the header, and the position of each among the rows of the file."""

    rows: tuple[tuple[Placed, ...], ...]
    numbers: tuple[int, ...]

    def only(self, kept: Sequence[int]) -> "_Body":
        return _Body(tuple(self.rows[at] for at in kept), tuple(self.numbers[at] for at in kept))


def _plain(one: Placed) -> Plain:
    return Plain(one.cell.text, one.column, one.cell.columns)


def _spelled_out(rows: Sequence[Sequence[Placed]]) -> tuple[tuple[Placed, ...], ...]:
    words = spelled_out([[(one.column, one.cell.text) for one in row] for row in rows])
    return tuple(
        tuple(replace(one, cell=replace(one.cell, text=text)) for one, text in zip(row, line, strict=True))
        for row, line in zip(rows, words, strict=True)
    )


def _with_groups(body: _Body, groups: Sequence[Group]) -> _Body:
    """The rows one column further to the right, with the cell of their group in front."""
    heads = {
        at: Placed(RawCell(group.text, rows=group.beyond - group.first), body.numbers[group.first], 0)
        for group in groups
        for at in range(group.first, group.beyond)
    }
    rows = (
        (*([heads[at]] if at in heads else []), *(replace(one, column=one.column + 1) for one in row))
        for at, row in enumerate(body.rows)
    )
    return replace(body, rows=tuple(rows))


def line_of(table: LaidTable, row: Sequence[Placed]) -> Line:
    """ "Name: cell; Name: cell", "label: value" for pairs, bare cells where columns have no names."""
    text, cells = "", list[tuple[int, int, Placed]]()
    for one in row:
        words = one.cell.text.strip(" :") if table.pairs else one.cell.text
        if not words:
            continue
        text += (": " if table.pairs else "; ") if text else ""
        name = "" if table.pairs else _name_over(table, one)
        text += f"{name}: " if name and name != words else ""
        cells.append((len(text), len(text) + len(words), one))
        text += words
    return Line(text, tuple(cells))


def _without_colons(rows: Sequence[Sequence[RawCell]]) -> Sequence[Sequence[RawCell]]:
    """Rows without the columns that only hold colons or nothing, as forms have them: "Nomor", ":", "123"."""
    if len({len(row) for row in rows}) != 1 or any(cell.columns > 1 or cell.rows > 1 for row in rows for cell in row):
        return rows
    kept = [column for column in range(len(rows[0])) if any(row[column].text.strip(" :") for row in rows)]
    return [tuple(row[column] for column in kept) for row in rows]


def placed(rows: Sequence[Sequence[RawCell]]) -> list[list[Placed]]:
    """Every cell at the first free place of its row, as a browser lays a table out."""
    placed: list[list[Placed]] = []
    taken: dict[int, int] = {}  # column -> rows still covered from above
    for number, row in enumerate(rows):
        line: list[Placed] = []
        now, column = dict(taken), 0
        for cell in row:
            while now.get(column):
                column += 1
            line.append(Placed(cell, number, column))
            for covered in range(column, column + cell.columns):
                taken[covered] = cell.rows
            column += cell.columns
        placed.append(line)
        taken = {covered: left - 1 for covered, left in taken.items() if left > 1}
    return placed


def _covering(rows: Sequence[Sequence[Placed]], first: int) -> Iterator[tuple[Placed, ...]]:
    """The cells of each row from `first` on, those that reach down into it included."""
    reaching: list[Placed] = []
    for number, row in enumerate(rows):
        reaching = [one for one in reaching if one.row + one.cell.rows > number]
        if number >= first:
            yield tuple(sorted((*reaching, *row), key=lambda one: one.column))
        reaching += [one for one in row if one.cell.rows > 1]


def _name_over(table: LaidTable, one: Placed) -> str:
    """The names of all columns that a cell spans; a text over the whole width is no cell of any."""
    if one.cell.columns == len(table.columns) > 1:
        return ""
    names = table.columns[one.column : one.column + one.cell.columns]
    return ", ".join(dict.fromkeys(name for name in names if name))


def _keys(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> int:
    """Leading columns that name a row: a running number and the words behind it."""
    width = len(columns)
    numbered = bool(columns) and _NUMBERING.fullmatch(columns[0]) is not None
    first = 1 if width > 1 and (numbered or _counts_up(cells[0])) else 0
    figures = next((column for column in range(first, width) if cells[column] and _mostly_figures(cells[column])), 0)
    if figures > first:
        return figures
    keys = min(first + 1, max(1, width))
    while keys < width - 1 and columns[keys] and columns[keys] == columns[keys - 1]:
        keys += 1  # one name over a group and what belongs to it
    return keys


def _mostly_figures(cells: Sequence[str]) -> bool:
    return 2 * sum(map(is_figure, cells)) > len(cells)


def _counts_up(cells: Sequence[str]) -> bool:
    numbers = [cell.rstrip(".") for cell in cells if cell]
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def lines_of(raw: RawTable) -> Iterator[str]:
    """The caption and the rows as they stand in a document's text."""
    table = laid(raw)
    yield from [table.caption] if table.caption else []
    for row in table.rows:
        yield line_of(table, row).text


def with_text(block: Block) -> Block:
    """A table block whose `text` is what will stand in the document."""
    return block if block.table is None else replace(block, text="\n".join(lines_of(block.table)))
