"""Columns of a table without lines: stretches of the page's width in which the cells of its rows stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.documents.loaders.pdf.fragments import Fragment

_OVERLAP = 0.3  # share of the narrower of two that both may have in common and still be apart


@dataclass(frozen=True, slots=True)
class Cell:
    """Words that stand together on one line of a table."""

    words: tuple[Fragment, ...]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch that a column takes."""

    left: float
    right: float


def columns_of(lines: Sequence[Sequence[Cell]]) -> list[Span]:
    """Columns from left to right. Narrow cells found them; a cell over two of them spans both and founds none."""
    columns: list[Span] = []
    for cell in sorted((cell for line in lines for cell in line), key=lambda each: each.right - each.left):
        over = covered(columns, cell)
        if not over:
            columns.append(Span(cell.left, cell.right))
            columns.sort(key=lambda each: each.left)
        elif len(over) == 1:
            old = columns[over[0]]
            columns[over[0]] = Span(min(old.left, cell.left), max(old.right, cell.right))
    return _under_their_heads(columns, lines)


def _under_their_heads(columns: Sequence[Span], lines: Sequence[Sequence[Cell]]) -> list[Span]:
    """Columns in which a name set to the left and figures set to the right beside it are one."""
    filled: list[list[int]] = [[] for _ in columns]
    for number, line in enumerate(lines):
        for cell in line:
            for position in covered(columns, cell):
                filled[position].append(number)
    made: list[Span] = []
    last: list[int] = []
    for column, rows in zip(columns, filled, strict=True):
        if made and rows and last and _is_head_of(last, rows):
            made[-1] = Span(made[-1].left, column.right)
            last = last + rows
        else:
            made.append(column)
            last = rows
    return made


def _is_head_of(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether one of two columns beside each other is filled in a single row, above all rows of the other."""
    head, body = sorted((sorted(set(one)), sorted(set(other))), key=len)
    return len(head) == 1 and len(body) > 1 and head[0] < body[0]


def covered(columns: Sequence[Span], cell: Cell) -> list[int]:
    """Positions of the columns that a cell stands in."""
    shared = [
        (min(column.right, cell.right) - max(column.left, cell.left), position)
        for position, column in enumerate(columns)
    ]
    found = [
        position
        for common, position in shared
        if common > _OVERLAP * min(columns[position].right - columns[position].left, cell.right - cell.left)
    ]
    return found or [position for common, position in shared if common > 0][:1]


def edges_of(columns: Sequence[Span]) -> tuple[float, ...]:
    """The x between and around columns."""
    between = [(one.right + other.left) / 2 for one, other in pairwise(columns)]
    return (columns[0].left, *between, columns[-1].right)
