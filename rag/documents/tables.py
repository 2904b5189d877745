"""From the cells of a file to a table whose rows can be read and quoted on their own.

Names of columns are what the file marks as such, not what the shape suggests; where it marks nothing and the cells do
not tell, columns have no name: no name is better than a wrong one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rag.documents.blocks import Block, RawCell, RawTable
from rag.documents.row_groups import Group, Plain, groups_in
from rag.types import BlockKind

_FIGURE = re.compile(
    r"[-–+±]?\s*(?:Rp\.?|IDR|US\$|RM|[$€])?\s*[-–]?\(?\d[\d.,]*\)?\s*"
    r"(?:%|\*+|persen|ribu|juta|miliar|triliun)?|[-–]",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-/–]\s*(?:19|20)?\d\d)?\*?")
_UNIT = re.compile(
    r"\(?\b(?:dalam|in|satuan|unit)\b\s*:?\s*([^().;]{1,40})\)?"
    r"|\(\s*((?:(?:ribu|juta|miliar|triliun|thousand|million|billion)\b ?)?"
    r"(?:%|persen|orang|jiwa|ha|hektare?|ton|kg|kuintal|unit|ekor|batang|rp|rupiah|kwh|km2?|m[23²³]?|liter|dollars?)?)\s*\)",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"(?:no\.?|nomor|#|num(?:ber)?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell at the place it takes among the rows of its table."""

    cell: RawCell
    row: int
    column: int


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
    rows = _placed(_without_colons(raw.rows))
    width = max((one.column + one.cell.columns for row in rows for one in row), default=0)
    caption, above = _caption(raw, rows, width)
    heads = _header_rows(raw, rows, above, width)
    columns = _names(rows[above : above + heads], width)
    body = _Body(tuple(_covering(rows, above + heads)), tuple(range(above + heads, len(rows))))
    body = body.only([at for at, row in enumerate(body.rows) if not _is_header_again(row, columns)])
    pairs = heads == 0 and width == 2
    keys = 1 if pairs else _keys(columns, _texts_by_column(body.rows, width))
    groups = groups_in([[_plain(one) for one in row] for row in body.rows], width)
    if groups:
        heading = {group.first - 1 for group in groups}
        body = _with_groups(body, groups).only([at for at in range(len(body.rows)) if at not in heading])
        columns, keys = ("", *columns), keys + 1
    return LaidTable(caption, columns, body.rows, keys, pairs, unit_of(caption), body.numbers)


@dataclass(frozen=True, slots=True)
class _Body:
    """The rows below the header, and the position of each among the rows of the file."""

    rows: tuple[tuple[Placed, ...], ...]
    numbers: tuple[int, ...]

    def only(self, kept: Sequence[int]) -> "_Body":
        return _Body(tuple(self.rows[at] for at in kept), tuple(self.numbers[at] for at in kept))


def _is_header_again(row: Sequence[Placed], columns: Sequence[str]) -> bool:
    """Whether a row of the body names all columns again, as a table over several pages does."""
    return len(row) == len(columns) > 1 and all(
        one.cell.text and one.cell.text.rstrip(" :") == name for one, name in zip(row, columns, strict=True)
    )


def _plain(one: Placed) -> Plain:
    return Plain(one.cell.text, one.column, one.cell.columns)


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


def unit_of(text: str) -> str:
    """The unit that a caption or a name of a column gives its figures: "juta rupiah", "%"; "" without one."""
    found = _UNIT.search(text)
    return " ".join((found[1] or found[2] or "").split()) if found else ""


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure and nothing else."""
    return bool(text) and _FIGURE.fullmatch(text.strip()) is not None


def is_year(text: str) -> bool:
    """Whether a cell holds a year, or two such as "2024/2025", and nothing else."""
    return _YEAR.fullmatch(text.strip()) is not None


def _without_colons(rows: Sequence[Sequence[RawCell]]) -> Sequence[Sequence[RawCell]]:
    """Rows without the columns that only hold colons or nothing, as forms have them: "Nomor", ":", "123"."""
    if len({len(row) for row in rows}) != 1 or any(cell.columns > 1 or cell.rows > 1 for row in rows for cell in row):
        return rows
    kept = [column for column in range(len(rows[0])) if any(row[column].text.strip(" :") for row in rows)]
    return [tuple(row[column] for column in kept) for row in rows]


def _placed(rows: Sequence[Sequence[RawCell]]) -> list[list[Placed]]:
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


def _caption(raw: RawTable, rows: Sequence[Sequence[Placed]], width: int) -> tuple[str, int]:
    """The caption, and how many rows it takes: a first row that is one text over all columns is one."""
    words = [one for one in rows[0] if one.cell.text] if rows else []
    spanning = len(words) == 1 and width > 1 and len(rows) > 1 and words[0].cell.columns == width
    if not spanning:
        return raw.caption, 0
    return raw.caption or words[0].cell.text, 1


def _header_rows(raw: RawTable, rows: Sequence[Sequence[Placed]], above: int, width: int) -> int:
    """How many rows below the caption name columns."""
    below = rows[above:]
    if raw.header_rows is not None:
        return min(max(0, raw.header_rows - above), len(below) - 1)
    marked = 0
    while marked < len(below) - 1 and below[marked] and all(one.cell.header for one in below[marked]):
        marked += 1
    if marked:
        return max(marked, *(one.row - above + one.cell.rows for row in below[:marked] for one in row)) if width else 0
    return _spanning(below, width) or (1 if width > 2 and _contrasts(below, width) else 0)


def _spanning(rows: Sequence[Sequence[Placed]], width: int) -> int:
    """How many unmarked rows a header has whose cells over some columns stand beside cells over some rows."""
    top = rows[0] if rows else ()
    reach = max((one.cell.rows for one in top), default=1)
    wide = any(1 < one.cell.columns < width for one in top)
    if not wide or not 1 < reach < len(rows):
        return 0
    heads = [one.cell.text for row in rows[:reach] for one in row]
    columns = _texts_by_column(rows[reach:], width)
    below = [cells for cells in columns[1:] if cells]
    named = not any(is_figure(text) and not is_year(text) for text in heads)
    return reach if named and any(all(map(is_figure, cells)) for cells in below) else 0


def _contrasts(rows: Sequence[Sequence[Placed]], width: int) -> bool:
    """Whether an unmarked first row has words (or years) where every row below has figures."""
    if len(rows) < 2 or len(rows[0]) != width or not all(one.cell.text for one in rows[0]):
        return False
    head = [one.cell.text for one in rows[0]]
    if any(is_figure(text) and not _YEAR.fullmatch(text) for text in head):
        return False
    columns = _texts_by_column(rows[1:], width)
    return any(len(cells) == len(rows) - 1 and all(map(is_figure, cells)) for cells in columns[1:])


def _texts_by_column(rows: Iterable[Sequence[Placed]], width: int) -> list[list[str]]:
    """The texts of the cells that begin in each column, from top to bottom."""
    columns: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for one in row:
            columns[one.column].append(one.cell.text)
    return columns


def _names(heads: Sequence[Sequence[Placed]], width: int) -> tuple[str, ...]:
    """The texts above each column from top to bottom, each once: "Jumlah Peserta 2025"."""
    over: list[list[str]] = [[] for _ in range(width)]
    for row in heads:
        for one in row:
            for column in range(one.column, one.column + one.cell.columns):
                over[column].append(one.cell.text.rstrip(" :"))
    return tuple(" ".join(dict.fromkeys(text for text in texts if text)) for texts in over)


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
    return figures if figures > first else min(first + 1, max(1, width))


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
