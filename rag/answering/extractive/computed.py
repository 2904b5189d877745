"""What a question wants compared, and a value made of the cells of a table."""

from dataclasses import dataclass

from rag.language.computations import Computation
from rag.language.directions import Direction
from rag.language.periods import Period
from rag.types import Cell


@dataclass(frozen=True, slots=True)
class Unsure:
    """What a table cannot tell for sure though it has it: a cell is empty, or what is asked has several rows."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A value made of cells, openly: `cells` are its terms in order, `rows` the rows they stand in."""

    how: Computation
    value: str
    cells: tuple[Cell, ...]
    rows: tuple[int, ...]
    column: int
    names: str = ""  # "row" or "column" where what names that is the answer, and the value only why
    is_moment: bool = False  # the earliest or the latest
    called: int | None = None  # the column whose words name the row, where the question says which


@dataclass(frozen=True, slots=True)
class Compared:
    """What the largest or the smallest is of, where that is no plain figure of a column."""

    change: Direction | None = None  # how much something changed that way
    in_share: bool = False  # in per cent
    period: Period | None = None  # which of the months' columns
    growth: Direction | None = None  # a difference, from an earlier column to a later one
    moment: bool = False  # the earliest or the latest
    around: frozenset[str] = frozenset()  # index terms of title, headings and caption
