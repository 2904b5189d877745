"""Values made of the cells of a table: the largest, a total, a difference, how many rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from rag.answering.extractive.table_binding import Asked, Binding, TextOf, bind, cell_at, is_total, key_shares
from rag.language.computations import Computation
from rag.types import Cell, Table


@dataclass(frozen=True, slots=True)
class Computed:
    """A value made of cells, openly: `cells` are its terms in order, `rows` the rows they stand in."""

    how: Computation
    value: str
    cells: tuple[Cell, ...]
    rows: tuple[int, ...]
    column: int


def compute(how: Computation, asked: Asked, table: Table, text_of: TextOf) -> Computed | None:
    """The value asked for, from one column of figures; None where column, rows or figures are not sure."""
    if how is Computation.COUNT:
        rows = tuple(row for row in range(len(table.rows)) if not is_total(table, row, text_of))
        return Computed(how, str(len(rows)), (), rows, 0)
    column = _column_of_figures(bind(asked, table, text_of), table, text_of)
    if column is None:
        return None
    figures = {row: (cell, figure) for row, cell, figure in _figures(table, column, text_of)}
    plain = {row: one for row, one in figures.items() if not is_total(table, row, text_of)}
    match how:
        case Computation.MOST | Computation.LEAST:
            return _extreme(how, plain, column)
        case Computation.TOTAL:
            return _total(figures, plain, column, len(table.rows))
        case Computation.DIFFERENCE:
            shares = key_shares(asked, table, text_of)
            return _difference([row for row in plain if shares[row] == 1], plain, column)


def figure_of(text: str) -> Decimal | None:
    """The number a cell writes, in the Indonesian notation ("1.250,5", "Rp7.500", "35,1 %"); None for anything else."""
    bare = text.strip().lower().removeprefix("rp").strip(" .%*")
    digits = bare.removesuffix("persen").strip()
    if not digits or not all(character in "0123456789.,-" for character in digits):
        return None
    whole, _, decimals = digits.partition(",")
    if "." in whole and any(len(part) != 3 for part in whole.split(".")[1:]):
        return None  # neither thousands nor a number in this notation: "1.25"
    try:
        return Decimal(f"{whole.replace('.', '')}.{decimals or 0}")
    except InvalidOperation:
        return None


def _column_of_figures(binding: Binding, table: Table, text_of: TextOf) -> int | None:
    candidates = binding.columns or range(table.keys, len(table.columns))
    filled = [column for column in candidates if len(list(_figures(table, column, text_of))) > len(table.rows) / 2]
    return filled[0] if len(filled) == 1 else None


def _figures(table: Table, column: int, text_of: TextOf) -> Iterable[tuple[int, Cell, Decimal]]:
    for row in range(len(table.rows)):
        cell = cell_at(table, row, column)
        figure = figure_of(text_of(cell)) if cell is not None else None
        if cell is not None and figure is not None:
            yield row, cell, figure


def _extreme(how: Computation, figures: dict[int, tuple[Cell, Decimal]], column: int) -> Computed | None:
    """None when two rows share the first place or only one row has a figure."""
    if len(figures) < 2:
        return None
    order = sorted(figures, key=lambda row: figures[row][1], reverse=how is Computation.MOST)
    first, second = order[:2]
    if figures[first][1] == figures[second][1]:
        return None
    return Computed(how, "", (figures[first][0],), (first,), column)


def _total(
    figures: dict[int, tuple[Cell, Decimal]], plain: dict[int, tuple[Cell, Decimal]], column: int, rows: int
) -> Computed | None:
    """The row that sums up, where there is one; else the sum, if every row has a figure."""
    given = [row for row in figures if row not in plain]
    if given:
        cell, _ = figures[given[-1]]
        return Computed(Computation.TOTAL, "", (cell,), (given[-1],), column)
    if len(plain) < max(2, rows):
        return None
    whole = sum((figure for _, figure in plain.values()), Decimal(0))
    return Computed(Computation.TOTAL, written(whole), tuple(cell for cell, _ in plain.values()), tuple(plain), column)


def _difference(rows: Sequence[int], plain: dict[int, tuple[Cell, Decimal]], column: int) -> Computed | None:
    if len(rows) != 2:
        return None
    larger, smaller = sorted(rows, key=lambda row: -plain[row][1])
    value = plain[larger][1] - plain[smaller][1]
    cells = (plain[larger][0], plain[smaller][0])
    return Computed(Computation.DIFFERENCE, written(value), cells, (larger, smaller), column)


def written(figure: Decimal) -> str:
    """A number in the Indonesian notation: "1.250,5"."""
    plain = f"{figure.normalize():,f}" if figure % 1 else f"{figure:,.0f}"
    return plain.replace(",", "\0").replace(".", ",").replace("\0", ".")
