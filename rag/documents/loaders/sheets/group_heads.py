"""Names over groups of columns that a sheet writes once, above the first of each group, and merges nothing.

"Kecamatan, Nila, , Lele, " above ", 2023, 2024, 2023, 2024": the same names come again below each of the heads.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rag.documents.loaders.office.looks import LookedCell, LookedRow

_FEWEST = 2  # groups, and columns of each
_LEAST_ROWS = 3  # two of names and one of values


def with_spread_heads(rows: Sequence[LookedRow]) -> Sequence[LookedRow]:
    """The rows, each such name over all columns of its group; unchanged where the first two are not of that shape."""
    if len(rows) < _LEAST_ROWS:
        return rows
    above, below = rows[0].cells, rows[1].cells
    groups = _groups(above, below)
    if len(groups) < _FEWEST:
        return rows
    wide = [replace(above[first], columns=end - first) for first, end in groups]
    return [replace(rows[0], cells=[*above[: groups[0][0]], *wide]), *rows[1:]]


def _groups(above: Sequence[LookedCell], below: Sequence[LookedCell]) -> list[tuple[int, int]]:
    """Where each group begins and ends, the first right of the columns that are named above alone; none if in doubt."""
    if len(above) != len(below) or any(cell.columns > 1 or cell.rows > 1 for cell in (*above, *below)):
        return []
    start = next((at for at, cell in enumerate(below) if cell.text), len(below))
    keys_are_named = start == 1 and bool(above[0].text)  # below two such columns a group's first row was taken for all
    heads = [at for at, cell in enumerate(above) if cell.text and at >= start]
    if not keys_are_named or not heads or heads[0] != start or not all(cell.text for cell in below[start:]):
        return []
    groups = list(pairwise([*heads, len(above)]))
    names = {tuple(cell.text for cell in below[first:end]) for first, end in groups}
    return groups if len(names) == 1 and len(next(iter(names))) >= _FEWEST else []
