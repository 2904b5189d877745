"""Which cell of a table a question means: its row by what names the row, its column by the column's name.

A word that every row (or every column) has tells nothing, the others decide; where two rows or columns are named
equally well, neither is meant for sure.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from rag.answering.extractive.facts import facts_of
from rag.language.computations import Computation
from rag.language.stems import terms
from rag.types import Cell, Table

Wanted = Sequence[frozenset[str]]  # for each word of a question that carries its topic, the stems it may stand for
TextOf = Callable[[Cell], str]

_TOTALS = frozenset(terms("jumlah total keseluruhan seluruhnya"))


@dataclass(frozen=True, slots=True)
class Binding:
    """Positions of the rows and columns that a question means; none where it names none of them apart."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    column_is_named: bool = False  # by a word of the question, not merely for being the only one with values
    row_is_named: bool = False  # by all words of its key

    @property
    def is_one_cell(self) -> bool:
        return len(self.rows) == 1 and len(self.columns) == 1

    @property
    def is_sure(self) -> bool:
        """Whether row and column are both named in so many words."""
        return self.is_one_cell and self.column_is_named and self.row_is_named


@dataclass(frozen=True, slots=True)
class Computed:
    """A value made of cells, openly: `cells` are its terms in order, `rows` the rows they stand in."""

    how: Computation
    value: str
    cells: tuple[Cell, ...]
    rows: tuple[int, ...]
    column: int


def bind(wanted: Wanted, table: Table, text_of: TextOf, numbers: frozenset[str] = frozenset()) -> Binding:
    """The rows and columns that the words of a question name best; of equals those called by one of its `numbers`."""
    rows = _named_rows(wanted, table, text_of, numbers)
    values = range(table.keys, len(table.columns))
    named = _best(_hits_apart(wanted, [facts_of(table.columns[column]).terms for column in values]))
    columns = tuple(values[position] for position in named) or tuple(values if len(values) == 1 else ())
    called = _called(wanted, table, columns or tuple(values), numbers)
    columns = called or columns
    shares = _key_shares(wanted, table, text_of, numbers)
    return Binding(rows, columns, bool(named or called), len(rows) == 1 and shares[rows[0]] == 1)


def _called(wanted: Wanted, table: Table, columns: Sequence[int], numbers: frozenset[str]) -> tuple[int, ...]:
    """Columns whose names hold a word of the question and one of its numbers: "Lantai 2"."""
    names = {column: facts_of(table.columns[column]).terms for column in columns}
    return tuple(c for c, name in names.items() if name & numbers and any(group & name for group in wanted))


def cell_at(table: Table, row: int, column: int) -> Cell | None:
    """The cell that covers a place of the body."""
    return next((c for c in table.rows[row] if c.column <= column < c.column + c.columns), None)


def compute(how: Computation, wanted: Wanted, table: Table, text_of: TextOf) -> Computed | None:
    """The value asked for, from one column of figures; None where column, rows or figures are not sure."""
    if how is Computation.COUNT:
        rows = tuple(row for row in range(len(table.rows)) if not is_total(table, row, text_of))
        return Computed(how, str(len(rows)), (), rows, 0)
    column = _column_of_figures(bind(wanted, table, text_of), table, text_of)
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
            shares = _key_shares(wanted, table, text_of)
            return _difference([row for row in plain if shares[row] == 1], plain, column)


def is_total(table: Table, row: int, text_of: TextOf) -> bool:
    """Whether a row sums up the others: its key says so."""
    keys = [cell for cell in table.rows[row] if cell.column < table.keys]
    stems = _stems(map(text_of, keys))
    return bool(stems) and bool(stems & _TOTALS) and len(stems) <= 3


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


def _named_rows(
    wanted: Wanted, table: Table, text_of: TextOf, numbers: frozenset[str] = frozenset()
) -> tuple[int, ...]:
    """Rows with most of the words that not every row has; of equals, those whose key is said most fully."""
    cells = [_row_stems(table, row, text_of) for row in range(len(table.rows))]
    best = _best(_hits_apart(wanted, cells))
    shares = _key_shares(wanted, table, text_of, numbers)
    if best:
        fullest = max(shares[row] for row in best)
        return tuple(row for row in best if shares[row] == fullest)
    # "Magister" stands in the row "Magister Luar Negeri" too, but only one row is said whole.
    fullest = max(shares, default=0.0)
    return (shares.index(fullest),) if fullest and shares.count(fullest) == 1 else ()


def _row_stems(table: Table, row: int, text_of: TextOf) -> frozenset[str]:
    """Of all cells; of the label alone where a row is a label and its value."""
    if table.pairs:
        return _key_stems(table, row, text_of)
    return _stems(map(text_of, table.rows[row]))


def _key_shares(wanted: Wanted, table: Table, text_of: TextOf, numbers: frozenset[str] = frozenset()) -> list[float]:
    """For each row, the share, 0..1, of its key that the question says."""
    said = numbers.union(*wanted)
    keys = [_key_stems(table, row, text_of) for row in range(len(table.rows))]
    return [len(key & said) / len(key) if key else 0.0 for key in keys]


def _key_stems(table: Table, row: int, text_of: TextOf) -> frozenset[str]:
    keys = (cell for cell in table.rows[row] if cell.column < table.keys)
    return _stems(map(text_of, keys))


def _hits_apart(wanted: Wanted, stems: Sequence[frozenset[str]]) -> list[int]:
    """For each of several sets of stems, how many of the wanted words it has that not all of them have."""
    apart = [group for group in wanted if not all(group & own for own in stems)] if len(stems) > 1 else list(wanted)
    return [sum(bool(group & own) for group in apart) for own in stems]


def _best(hits: Sequence[int]) -> tuple[int, ...]:
    most = max(hits, default=0)
    return tuple(position for position, hit in enumerate(hits) if hit == most) if most else ()


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(facts_of(text).terms for text in texts))


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
