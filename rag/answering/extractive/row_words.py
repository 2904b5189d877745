"""The words by which a row of a table is called, those of the group included that it goes on with."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from rag.answering.extractive.facts import facts_of
from rag.types import Cell, Table

TextOf = Callable[[Cell], str]

_NUMBER = re.compile(r"\(?\d+(?:\.\d+)*[.)]?")


def row_stems(table: Table, row: int, text_of: TextOf) -> frozenset[str]:
    """Of all cells and of the group; of the label alone where a row is a label and its value."""
    if table.pairs:
        return key_stems(table, row, text_of)
    return stems(map(text_of, (*table.rows[row], *group_of(table, row))))


def key_stems(table: Table, row: int, text_of: TextOf) -> frozenset[str]:
    """Of the cells that name the row itself."""
    keys = [text_of(cell) for cell in table.rows[row] if cell.column < table.keys]
    called = [text for text in keys if not _NUMBER.fullmatch(text)]  # "5.1.02" before "Sewa panggung"
    return stems(called or keys)


def has_whole_key(
    table: Table, row: int, text_of: TextOf, said: frozenset[str], topic: Sequence[frozenset[str]]
) -> bool:
    """Whether all of one of the cells that name a row is `said`, with a word that carries the topic of a question."""
    keys = (facts_of(text_of(cell)).terms for cell in table.rows[row] if cell.column < table.keys)
    return any(key <= said and any(group & key for group in topic) for key in keys)


def is_given(
    cell: frozenset[str], name: frozenset[str], calling: Sequence[frozenset[str]], said: frozenset[str]
) -> bool:
    """Whether a cell says a word by which its row is meant, and which is not merely what its column is called."""
    own = cell - name
    return any(group & own for group in calling) or (bool(own) and own <= said)


def stems(texts: Iterable[str]) -> frozenset[str]:
    """Index terms of all the texts."""
    return frozenset().union(*(facts_of(text).terms for text in texts))


def group_of(table: Table, row: int) -> Iterator[Cell]:
    """What stands above empty cells before the last that names a row: sheets say a district once, above its villages.

    The last of those that name it must have words: a row that sums up has none there and is of no group.
    """
    filled = {at for cell in table.rows[row] for at in range(cell.column, cell.column + cell.columns)}
    if table.keys < 2 or table.keys - 1 not in filled:
        return
    for column in range(table.keys - 1):
        above = (cell for at in range(row - 1, -1, -1) for cell in table.rows[at] if cell.column == column)
        cell = None if column in filled else next(above, None)
        if cell is not None and cell.columns == 1:
            yield cell


def hits_apart(wanted: Sequence[frozenset[str]], stems: Sequence[frozenset[str]]) -> list[int]:
    """For each of several sets of stems, how many of the wanted words it has that not all of them have."""
    apart = told_apart(wanted, stems)
    return [sum(bool(group & own) for group in apart) for own in stems]


def told_apart(wanted: Sequence[frozenset[str]], stems: Sequence[frozenset[str]]) -> Sequence[frozenset[str]]:
    """The wanted words that not all of several sets of stems have."""
    return [group for group in wanted if not all(group & own for own in stems)] if len(stems) > 1 else wanted


def most_hit(hits: Sequence[int]) -> tuple[int, ...]:
    """Positions of the highest of the numbers, unless that is 0."""
    most = max(hits, default=0)
    return tuple(position for position, hit in enumerate(hits) if hit == most) if most else ()
