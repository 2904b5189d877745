"""Groups of rows: which one a question names, and which column calls the rows themselves."""

from collections.abc import Sequence

from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.row_words import TextOf, group_of, row_stems
from rag.answering.extractive.table_binding import Asked, cell_at
from rag.types import Table


def rows_of_group(asked: Asked, table: Table, text_of: TextOf) -> tuple[int, ...]:
    """The rows of the group of rows that the question names, the narrowest; all of them where it names none."""
    over = {cell.column for row in range(len(table.rows)) for cell in group_of(table, row)}
    over |= {cell.column for cells in table.rows for cell in cells if cell.rows > 1 and cell.column < table.keys}
    meant = tuple(range(len(table.rows)))
    for column in sorted(over):
        called = {
            row: facts_of(text_of(cell)).terms
            for row, cells in enumerate(table.rows)
            for cell in (*group_of(table, row), *cells)
            if cell.column == column
        }
        groups = {name for name in called.values() if name}
        apart = {name: name - frozenset.intersection(*groups) for name in groups} if len(groups) > 1 else {}
        hits = {name: sum(bool(group & own) for group in asked.topic) for name, own in apart.items()}
        best = [name for name in hits if hits[name] and hits[name] == max(hits.values())]
        if len(best) == 1:
            meant = tuple(row for row in meant if called.get(row) == best[0])
    return meant


def rows_of_words(
    asked: Asked, around: frozenset[str], rows: Sequence[int], within: Sequence[int], table: Table, text_of: TextOf
) -> tuple[int, ...]:
    """Those of `rows` with each word of the question that only some rows `within` a group say, and no name above them.

    Of "Pemeriksaan air apa yang paling mahal?" those that say "air"; none where a row without figures does.
    """
    told = around.union(*(facts_of(name).terms for name in table.columns))
    said = {row: row_stems(table, row, text_of) for row in within}
    words = [group for group in asked.topic if not group & told and not any(term.isdigit() for term in group)]
    some = [group for group in words if any(group & own for own in said.values())]
    return tuple(row for row in rows if all(group & said[row] for group in some))


def has_several(rows: Sequence[int], column: int, table: Table, text_of: TextOf) -> bool:
    """Whether what a column calls has several of the rows: a district above its villages."""
    names = [cell_at(table, row, column) for row in rows]
    called = [text_of(cell) for cell in names if cell is not None and cell.rows == 1]
    return len(called) < len(rows) or len(set(called)) < len(called)


def column_called(asked: Asked, table: Table) -> int | None:
    """The column of keys whose name the question says: "Desa mana ...?"."""
    said = frozenset().union(*asked.topic)
    found = [at for at in range(table.keys) if (name := facts_of(table.columns[at]).terms) and name <= said]
    return found[-1] if found else None
