"""Printed lines of a table put together to its rows: a cell may take several lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from rag.documents.blocks import RawCell
from rag.documents.loaders.pdf.fragments import Fragment, merged
from rag.documents.loaders.pdf.spans import Cell, Span, covered
from rag.documents.loaders.plain import join_lines
from rag.documents.table_heads import is_figure

_CENTRED = 8.0  # points that a cell may be off the middle of what it spans
_CLOSE = 0.8  # of the usual step from row to row: so close are the lines of one cell


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of words and the cells that they make."""

    row: list[Fragment]
    cells: tuple[Cell, ...]
    top: float
    bottom: float

    @property
    def left(self) -> float:
        return self.row[0].left

    @property
    def right(self) -> float:
        return max(word.right for word in self.row)


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell, its text, and the columns it stands in."""

    cell: Cell
    text: str
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a table: what stands in each column, wrapped lines joined."""

    placed: tuple[Placed, ...]
    texts: tuple[str, ...]  # one a column, "" where nothing stands; of spanning cells at the first
    bold: bool

    def cells(self, width: int) -> tuple[RawCell, ...]:
        """A cell for each column; one that spans several once."""
        made: list[RawCell] = []
        column = 0
        while column < width:
            spans = max((len(each.columns) for each in self.placed if each.columns[0] == column), default=1)
            made.append(RawCell(self.texts[column], columns=spans))
            column += spans
        return tuple(made)


def records_of(lines: Sequence[Printed], columns: Sequence[Span]) -> list[Record]:
    """Rows from top to bottom."""
    placed = [_placed(line, columns) for line in lines]
    groups: list[list[int]] = []
    step = _usual_step(lines, placed, len(columns))
    for position in range(len(lines)):
        if groups and _continues(lines, placed, position, step, len(columns)):
            groups[-1].append(position)
        else:
            groups.append([position])
    return [_record([placed[position] for position in group], lines, group, len(columns)) for group in groups]


def _placed(line: Printed, columns: Sequence[Span]) -> tuple[Placed, ...]:
    found: list[Placed] = []
    for cell in line.cells:
        over = covered(columns, cell) or [min(range(len(columns)), key=lambda at: abs(columns[at].left - cell.left))]
        if found and over[0] <= found[-1].columns[-1]:
            words = found[-1].cell.words + cell.words
            last = found.pop()
            places = tuple(range(last.columns[0], max(last.columns[-1], over[-1]) + 1))
            found.append(Placed(Cell(words), merged(words).text, places))
        else:
            found.append(Placed(cell, merged(cell.words).text, tuple(range(over[0], over[-1] + 1))))
    return tuple(found)


def _usual_step(lines: Sequence[Printed], placed: Sequence[Sequence[Placed]], width: int) -> float:
    """The distance from one full line to the next; 0 where there is but one.

    Where full lines follow each other that is the distance of rows; others have wrapped cells or names of groups
    between them.
    """
    fullest = min(max(map(len, placed)), width)
    full = [at for at, cells in enumerate(placed) if len(cells) >= fullest]
    near = [pair for pair in pairwise(full) if pair[1] == pair[0] + 1]
    steps = [lines[above].bottom - lines[below].bottom for above, below in near or pairwise(full)]
    return median(steps) if steps else 0.0


def _continues(
    lines: Sequence[Printed], placed: Sequence[Sequence[Placed]], position: int, step: float, width: int
) -> bool:
    """Whether a line goes on with cells of the line above: it fills fewer columns, has no figure, stands close."""
    here, above = placed[position], placed[position - 1]
    if len(here) >= width or any(is_figure(each.text) for each in here if each.columns[0] > 0):
        return False
    drop = lines[position - 1].bottom - lines[position].bottom
    filled = {column for each in above for column in each.columns}
    starts = {each.columns[0] for each in here}
    if not starts <= filled:
        return False
    if step and drop < _CLOSE * step:
        return True
    return 0 not in starts and drop < 1.7 * (lines[position].top - lines[position].bottom)


def _record(parts: Sequence[Sequence[Placed]], lines: Sequence[Printed], group: Sequence[int], width: int) -> Record:
    written: list[list[str]] = [[] for _ in range(width)]
    for part in parts:
        for each in part:
            written[each.columns[0]].append(each.text)
    texts = tuple(join_lines(found) if found else "" for found in written)
    words = [word for position in group for word in lines[position].row]
    return Record(tuple(parts[0]), texts, all(word.bold for word in words))


def widened(record: Record, columns: Sequence[Span], lowest: Record) -> Record:
    """A row of an upper level of a header: a cell that stands over the middle of several columns spans them.

    Where the names below recur, "2024, 2025, 2024, 2025", each cell spans one round of them.
    """
    placed = list(record.placed)
    rounds = _rounds(lowest.texts)
    if len(rounds) == len(placed) and all(set(each.columns) & set(r) for each, r in zip(placed, rounds, strict=True)):
        placed = [replace(each, columns=tuple(one)) for each, one in zip(placed, rounds, strict=True)]
        return _with_cells(record, placed)
    for position, each in enumerate(placed):
        others = {column for other in placed if other is not each for column in other.columns}
        placed[position] = replace(each, columns=_below(each, columns, others))
    return _with_cells(record, placed)


def _rounds(names: Sequence[str]) -> list[range]:
    """The columns of each round in which names recur; none where they do not."""
    first = next((at for at, name in enumerate(names) if names.count(name) > 1 and name), len(names))
    length = next((at for at in range(1, len(names) - first) if names[first + at] == names[first]), 0)
    count = (len(names) - first) // length if length > 1 else 0
    recurs = tuple(names[first:]) == tuple(names[first : first + length]) * count
    return [range(first + n * length, first + (n + 1) * length) for n in range(count)] if recurs else []


def _with_cells(record: Record, placed: Sequence[Placed]) -> Record:
    texts = [""] * len(record.texts)
    for each in placed:
        texts[each.columns[0]] = " ".join(filter(None, (texts[each.columns[0]], each.text)))
    return replace(record, placed=tuple(placed), texts=tuple(texts))


def _below(each: Placed, columns: Sequence[Span], others: set[int]) -> tuple[int, ...]:
    first, last = each.columns[0], each.columns[-1]
    if len(each.columns) == 1 and _is_aligned(each.cell, columns[first]):
        return each.columns
    ranges = [
        range(start, end + 1)
        for start in range(first + 1)
        for end in range(last, len(columns))
        if others.isdisjoint(range(start, end + 1))
    ]
    best = min(ranges, key=lambda each_range: _off(each.cell, columns, each_range), default=range(first, last + 1))
    return tuple(best) if _off(each.cell, columns, best) < _CENTRED else each.columns


def _is_aligned(cell: Cell, column: Span) -> bool:
    middle = abs(cell.centre - (column.left + column.right) / 2)
    return min(abs(cell.left - column.left), abs(cell.right - column.right), middle) < _CENTRED / 2


def _off(cell: Cell, columns: Sequence[Span], places: range) -> float:
    return abs(cell.centre - (columns[places[0]].left + columns[places[-1]].right) / 2)
