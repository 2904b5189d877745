"""How much the rows of a table changed: by a column that says so, or from one column to a later one.

"Perubahan (%)" and "Selisih" say it with a sign, "Kenaikan" and "Penurunan" one way; "2024" and "2025", "Semula" and
"Menjadi" are the two sides of a change.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rag.answering.extractive.column_names import called_terms
from rag.answering.extractive.computed import Compared, Computed
from rag.answering.extractive.group_rows import column_called
from rag.answering.extractive.notation import currency_of, signed_figure_of, written
from rag.answering.extractive.row_words import TextOf
from rag.answering.extractive.table_binding import Asked, cell_at
from rag.language.computations import Computation
from rag.language.directions import Direction, directions_in
from rag.types import Cell, Language, Table

_SIGNED = re.compile(
    r"\W*(?:perubahan|change|selisih|difference|naik\s*/\s*turun|\+\s*/\s*[-−–]|growth)\b.*", re.IGNORECASE
)
_ONE_WAY = re.compile(
    r"\W*(?:kenaikan|peningkatan|pertumbuhan|penurunan|pengurangan|increase|decrease|reduction)\b.*", re.IGNORECASE
)
_OLD = re.compile(
    r"\b(?:semula|sebelum\w*|awal|murni|lama|original|approved|initial|before|old|previous)\b", re.IGNORECASE
)
_NEW = re.compile(
    r"\b(?:menjadi|sesudah|setelah|perubahan|akhir|baru|revised|amended|after|final|new|now)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHARE = re.compile(r"%|\b(?:persen|persentase|per ?cent|percentage)\b", re.IGNORECASE)
_ENOUGH = 0.5  # share of the rows that must have a figure


@dataclass(frozen=True, slots=True)
class Changed:
    """By how much a row changed the way that is asked for, and the cells that say it: the later one first."""

    by: Decimal
    cells: tuple[Cell, ...]


def changes(
    way: Direction,
    asked: Asked,
    in_share: bool,
    table: Table,
    rows: Sequence[int],
    text_of: TextOf,
    notation: Language,
    told: bool = True,
) -> tuple[Mapping[int, Changed], int] | None:
    """For each row that has one its change, and the column of the later figure; None where the columns are not sure.

    `in_share`: whether the question asks for a change in per cent. `told`: whether a column that says changes counts.
    """
    column = _column_of_changes(table, in_share) if told else None
    if column is not None:
        ways = directions_in(table.columns[column])
        sign = 1 if ways == {way} or (not ways and way is Direction.UP) else -1
        found = {
            row: Changed(sign * figure, (cell,))
            for row in rows
            if (cell := cell_at(table, row, column)) is not None
            and (figure := signed_figure_of(text_of(cell), notation)) is not None
        }
        return (found, column) if _are_enough(found, rows) else None
    sides = None if in_share else sides_of(table, asked)
    if sides is None:
        return None
    old, new = sides
    sign = 1 if way is Direction.UP else -1
    found = {
        row: Changed(sign * (later[1] - earlier[1]), (later[0], earlier[0]))
        for row in rows
        if (later := _figure(table, row, new, text_of, notation)) is not None
        and (earlier := _figure(table, row, old, text_of, notation)) is not None
    }
    return (found, new) if _are_enough(found, rows) else None


def _are_enough(found: Mapping[int, Changed], rows: Sequence[int]) -> bool:
    return len(found) > _ENOUGH * len(rows)


def _figure(table: Table, row: int, column: int, text_of: TextOf, notation: Language) -> tuple[Cell, Decimal] | None:
    cell = cell_at(table, row, column)
    figure = signed_figure_of(text_of(cell), notation) if cell is not None else None
    return None if cell is None or figure is None else (cell, figure)


def _column_of_changes(table: Table, in_share: bool) -> int | None:
    """The only one that says changes, in per cent only where that is asked for."""
    found = [
        at
        for at in range(table.keys, len(table.columns))
        if _SIGNED.fullmatch(table.columns[at]) or _ONE_WAY.fullmatch(table.columns[at])
    ]
    if in_share:
        found = [at for at in found if _SHARE.search(table.columns[at])]
    if len(found) > 1:
        plain = [at for at in found if not _SHARE.search(table.columns[at])]
        found = plain if not in_share else found
    return found[0] if len(found) == 1 else None


def sides_of(table: Table, asked: Asked) -> tuple[int, int] | None:
    """The columns of how it was and of how it became: of two years, or called "semula" and "menjadi"."""
    pairs = [*_of_years(table, asked), *_of_states(table)]
    said = frozenset().union(*asked.topic)
    named = [pair for pair in pairs if said & (_base(table, pair[1]) & _base(table, pair[0]))]
    best = named or pairs
    return best[0] if len(best) == 1 else None


def _base(table: Table, column: int) -> frozenset[str]:
    name = table.columns[column]
    return called_terms(_NEW.sub(" ", _OLD.sub(" ", _YEAR.sub(" ", name))))


def _of_years(table: Table, asked: Asked) -> Iterator[tuple[int, int]]:
    """Columns called alike but for the year; of more than two years those that the question names."""
    by_base: dict[str, dict[str, int]] = {}
    for at in range(table.keys, len(table.columns)):
        years = _YEAR.findall(table.columns[at])
        if len(years) == 1:
            by_base.setdefault(" ".join(_YEAR.sub(" ", table.columns[at]).lower().split()), {})[years[0]] = at
    for columns in by_base.values():
        years = sorted(columns)
        if len(years) > 2 or any(year in asked.marks for year in years):
            years = [year for year in years if year in asked.marks]
        if len(years) == 2:
            yield columns[years[0]], columns[years[1]]


def _of_states(table: Table) -> Iterator[tuple[int, int]]:
    names = range(table.keys, len(table.columns))
    plain = [at for at in names if not _SIGNED.fullmatch(table.columns[at])]
    old = [at for at in plain if _OLD.search(table.columns[at])]
    new = [at for at in plain if _NEW.search(table.columns[at]) and at not in old]
    if len(old) == len(new) == 1:
        yield old[0], new[0]


def most_changed(
    how: Computation,
    compared: Compared,
    asked: Asked,
    table: Table,
    rows: Sequence[int],
    text_of: TextOf,
    notation: Language,
) -> Computed | None:
    """Of the rows that changed the way that is asked for; None where two changed alike."""
    way = compared.change
    told = changes(way, asked, compared.in_share, table, rows, text_of, notation) if way is not None else None
    if told is None:
        return None
    changed, column = told
    moved = {row: (one.cells[0], one.by) for row, one in changed.items() if one.by > 0}
    order = sorted(moved, key=lambda row: moved[row][1], reverse=how is Computation.MOST)
    if not order or (len(order) > 1 and moved[order[0]][1] == moved[order[1]][1]):
        return None
    first, cells = order[0], changed[order[0]].cells
    called = column_called(asked, table)
    if len(cells) == 1:
        # The fall that is largest is the smallest figure of the column, unless the column counts falls.
        figure = signed_figure_of(text_of(cells[0]), notation) or Decimal(0)
        least = (how is Computation.LEAST) != (figure < 0)
        return Computed(
            Computation.LEAST if least else Computation.MOST, "", cells, (first,), column, "row", called=called
        )
    by = moved[first][1] if way is Direction.UP else -moved[first][1]
    return Computed(Computation.DIFFERENCE, written(by, notation), cells, (first,), column, "row", called=called)


def growth_of(
    compared: Compared, asked: Asked, named: Sequence[int], table: Table, text_of: TextOf, notation: Language
) -> Computed | None:
    """From one column to a later one of the row named; None where it went the other way, or per cent are asked for."""
    way = compared.growth
    told = changes(way, asked, False, table, named, text_of, notation, told=False) if way and len(named) == 1 else None
    if told is None or compared.in_share or named[0] not in told[0] or told[0][named[0]].by <= 0:
        return None
    changed, column = told
    one, cells = changed[named[0]], changed[named[0]].cells
    cells = cells if way is Direction.UP else cells[::-1]
    value = currency_of(map(text_of, cells)) + written(one.by, notation)
    return Computed(Computation.DIFFERENCE, value, cells, (named[0],), column)
