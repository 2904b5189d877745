"""Cells that say no more than "as above": "sda", "idem", a lone ditto mark.

Such a row cannot be read or quoted on its own: it gets the words meant, as it gets those of a cell laid out over rows,
and keeps what stands there behind them: "Kios Karya (sda)".
"""

import re
from collections.abc import Sequence

_AS_ABOVE = re.compile(
    r"s\.? ?d\.? ?a\.?|idem|ditto|sama dengan (?:yang )?di ?atas|(?:same )?as above|[\"\u201c\u201d\u3003]|''|-\"-",
    re.IGNORECASE,
)


def says_as_above(text: str) -> bool:
    """Whether a cell holds nothing of its own."""
    return _AS_ABOVE.fullmatch(text.strip()) is not None


def spelled_out(rows: Sequence[Sequence[tuple[int, str]]]) -> tuple[tuple[str, ...], ...]:
    """The words of each cell, given with its column; one that says "as above" goes behind those of the row above.

    Where the cell above is empty or there is none, nobody knows what is meant, and the words stand alone.
    """
    above: dict[int, str] = {}
    spelled: list[tuple[str, ...]] = []
    for row in rows:
        spelled.append(tuple(_meant(text, above.get(column, "")) for column, text in row))
        above |= {column: text.strip() for column, text in row if not (says_as_above(text) and above.get(column))}
    return tuple(spelled)


def _meant(text: str, above: str) -> str:
    return f"{above} ({text.strip()})" if above and says_as_above(text) else text
