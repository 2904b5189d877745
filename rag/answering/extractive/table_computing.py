"""Values made of the cells of a table: the largest, a total, a difference, how many rows."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from rag.answering.extractive.computed import Compared, Computed, Unsure
from rag.answering.extractive.group_rows import column_called, has_several, rows_of_group, rows_of_words
from rag.answering.extractive.notation import currency_of, figure_of, notation_of, written
from rag.answering.extractive.row_words import TextOf
from rag.answering.extractive.table_binding import Asked, Binding, bind, cell_at, is_total, key_shares
from rag.answering.extractive.table_changes import growth_of, most_changed
from rag.language.computations import Computation
from rag.language.dates import find_dates
from rag.language.periods import periods_in
from rag.types import Cell, Language, Table

ValueOf = Callable[[str], Decimal | None]
_HOUR = re.compile(r"(?:pukul |jam )?([01]?\d|2[0-4])[.:]([0-5]\d)(?: ?WIB)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Figures:
    """The cells of one column, or of one row in several columns, that write a number."""

    cells: dict[int, tuple[Cell, Decimal]]
    text_of: TextOf
    notation: Language

    def written(self, figure: Decimal) -> str:
        """In the notation of the cells, with the currency that all of them have."""
        return currency_of(self.text_of(cell) for cell, _ in self.cells.values()) + written(figure, self.notation)


_PLAIN, _FEWEST = Compared(), 2


def compute(
    how: Computation,
    asked: Asked,
    table: Table,
    text_of: TextOf,
    usual: Language = Language.INDONESIAN,
    compared: Compared = _PLAIN,
) -> Computed | Unsure | None:
    """The value asked for, from one column of figures, or from one row; None where these are not sure.

    Unsure where no other way of telling it from this table would be surer.

    Of rows that the question names in full only these count, of a row that it names only the columns it names, of
    groups of rows those of the one it names. `usual`: whose notation figures are in where they do not tell.
    """
    notation = notation_of((text_of(cell) for row in table.rows for cell in row), usual)
    if how is Computation.COUNT:
        rows = tuple(row for row in range(len(table.rows)) if not is_total(table, row, text_of))
        return Computed(how, str(len(rows)), (), rows, 0)
    binding, shares = bind(asked, table, text_of), key_shares(asked, table, text_of)
    if how in (Computation.MOST, Computation.LEAST) and compared.period is not None:
        over = periods_in(table.columns, compared.period)
        if over:
            row = _row_meant(binding, table, text_of)
            return _most_of_row(how, row, over, table, text_of, notation) or (None if row is None else Unsure())
    within = rows_of_group(asked, table, text_of)
    named = [row for row, share in enumerate(shares) if share == 1 and not is_total(table, row, text_of)]
    if asked.as_run and len(named) > 1:
        named = [row for row in range(named[0], named[-1] + 1) if not is_total(table, row, text_of)]
    if how is Computation.DIFFERENCE and compared.growth is not None:
        return growth_of(compared, asked, named, table, text_of, notation)
    if how in (Computation.TOTAL, Computation.DIFFERENCE) and len(named) == 1:
        return _within(
            how, named[0], binding.columns, _Figures(_of_row(table, named[0], text_of, notation), text_of, notation)
        )
    if how in (Computation.MOST, Computation.LEAST) and compared.change is not None:
        members = [row for row in within if not is_total(table, row, text_of)]
        meant = rows_of_words(asked, compared.around, members, within, table, text_of)
        return most_changed(how, compared, asked, table, meant, text_of, notation)
    value_of = moment_of if compared.moment else partial(figure_of, language=notation)
    column = None if binding.is_missing else _column_of_figures(binding, table, text_of, value_of)
    if column is None:
        return None
    every = {row: (cell, figure) for row, cell, figure in _figures(table, column, text_of, value_of)}
    found = {row: one for row, one in every.items() if row in within}
    figures = _Figures(found, text_of, notation)
    plain = {row: one for row, one in found.items() if not is_total(table, row, text_of)}
    match how:
        case Computation.MOST | Computation.LEAST:
            called = column_called(asked, table)
            meant = rows_of_words(asked, compared.around, tuple(plain), within, table, text_of)
            plain = {row: plain[row] for row in meant}
            if len(plain) < _FEWEST or (called is not None and has_several(tuple(plain), called, table, text_of)):
                return Unsure()
            largest = _extreme(how, plain, column)
            return replace(largest, names="row", called=called, is_moment=compared.moment) if largest else None
        case Computation.TOTAL if named:
            return _sum_of(named, plain, column, figures)
        case Computation.TOTAL:
            return _total(figures, plain, column, len(within))
        case Computation.DIFFERENCE:
            return _difference([row for row in plain if row in named], plain, column, figures)


def _row_meant(binding: Binding, table: Table, text_of: TextOf) -> int | None:
    """The row that is named, else the one that sums up the others, else the only one."""
    if binding.rows:
        return binding.rows[0] if len(binding.rows) == 1 else None
    totals = [row for row in range(len(table.rows)) if is_total(table, row, text_of)]
    return totals[0] if len(totals) == 1 else 0 if len(table.rows) == 1 else None


def _most_of_row(
    how: Computation, row: int | None, columns: Sequence[int], table: Table, text_of: TextOf, notation: Language
) -> Computed | None:
    """None where one of the columns has no figure in the row."""
    figures = {} if row is None else _of_row(table, row, text_of, notation)
    if row is None or not all(column in figures for column in columns):
        return None
    largest = _extreme(how, {column: figures[column] for column in columns}, 0)
    return replace(largest, rows=(row,), column=largest.rows[0], names="column") if largest else None


def _of_row(table: Table, row: int, text_of: TextOf, notation: Language) -> dict[int, tuple[Cell, Decimal]]:
    """By column."""
    cells = ((cell.column, cell, figure_of(text_of(cell), notation)) for cell in table.rows[row])
    return {column: (cell, figure) for column, cell, figure in cells if figure is not None}


def _within(how: Computation, row: int, columns: Sequence[int], figures: _Figures) -> Computed | None:
    """Of two columns or more of one row."""
    terms = [figures.cells[column] for column in columns if column in figures.cells]
    if len(terms) < 2 or len(terms) < len(columns) or (how is Computation.DIFFERENCE and len(terms) > 2):
        return None
    if how is Computation.TOTAL:
        value = sum((figure for _, figure in terms), Decimal(0))
    else:
        terms.sort(key=lambda one: -one[1])
        value = terms[0][1] - terms[1][1]
    return Computed(how, figures.written(value), tuple(cell for cell, _ in terms), (row,), columns[0])


def _column_of_figures(binding: Binding, table: Table, text_of: TextOf, value_of: ValueOf) -> int | None:
    candidates = binding.columns or range(table.keys, len(table.columns))
    least = len(table.rows) / 2
    figures = {one: {row: figure for row, _, figure in _figures(table, one, text_of, value_of)} for one in candidates}
    filled = {one: by_row for one, by_row in figures.items() if len(by_row) > least}
    if len(filled) > 1 and not binding.columns:
        return _adding_up(filled)
    return next(iter(filled)) if len(filled) == 1 else None


def _adding_up(figures: Mapping[int, Mapping[int, Decimal]]) -> int | None:
    """The last column, where it gives in every row what the two or more before it come to: "Urea, NPK, Jumlah"."""
    *parts, last = sorted(figures)
    adds_up = len(parts) >= _FEWEST and all(
        figure == sum((figures[part].get(row, Decimal(0)) for part in parts), Decimal(0))
        for row, figure in figures[last].items()
    )
    return last if adds_up else None


def _figures(table: Table, column: int, text_of: TextOf, value_of: ValueOf) -> Iterable[tuple[int, Cell, Decimal]]:
    for row in range(len(table.rows)):
        cell = cell_at(table, row, column)
        figure = value_of(text_of(cell)) if cell is not None else None
        if cell is not None and figure is not None:
            yield row, cell, figure


def moment_of(text: str) -> Decimal | None:
    """An hour as minutes, a date as the number of its day; None for all else."""
    hour = _HOUR.fullmatch(text.strip())
    if hour:
        return Decimal(60 * int(hour[1]) + int(hour[2]))
    days = find_dates(text)
    day = days[0].first if len(days) == 1 and days[0].first == days[0].last else None
    return Decimal(day.toordinal()) if day is not None else None


def _extreme(how: Computation, figures: dict[int, tuple[Cell, Decimal]], column: int) -> Computed | None:
    """None when two rows share the first place or only one row has a figure."""
    if len(figures) < 2:
        return None
    order = sorted(figures, key=lambda row: figures[row][1], reverse=how is Computation.MOST)
    first, second = order[:2]
    if figures[first][1] == figures[second][1]:
        return None
    return Computed(how, "", (figures[first][0],), (first,), column)


def _total(figures: _Figures, plain: dict[int, tuple[Cell, Decimal]], column: int, rows: int) -> Computed | None:
    """The row that sums up, where there is one; else the sum, if every row has a figure."""
    given = [row for row in figures.cells if row not in plain]
    if given:
        cell, _ = figures.cells[given[-1]]
        return Computed(Computation.TOTAL, "", (cell,), (given[-1],), column)
    return _sum_of(tuple(plain), plain, column, figures) if len(plain) >= max(2, rows) else None


def _sum_of(
    rows: Sequence[int], plain: dict[int, tuple[Cell, Decimal]], column: int, figures: _Figures
) -> Computed | None:
    """None where a row has no figure."""
    if any(row not in plain for row in rows):
        return None
    whole = sum((plain[row][1] for row in rows), Decimal(0))
    return Computed(
        Computation.TOTAL, figures.written(whole), tuple(plain[row][0] for row in rows), tuple(rows), column
    )


def _difference(
    rows: Sequence[int], plain: dict[int, tuple[Cell, Decimal]], column: int, figures: _Figures
) -> Computed | None:
    if len(rows) != 2:
        return None
    larger, smaller = sorted(rows, key=lambda row: -plain[row][1])
    value = plain[larger][1] - plain[smaller][1]
    cells = (plain[larger][0], plain[smaller][0])
    return Computed(Computation.DIFFERENCE, figures.written(value), cells, (larger, smaller), column)
