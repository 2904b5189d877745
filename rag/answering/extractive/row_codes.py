"""Numbers, codes and years by which the rows of a table are told apart, and the rows that a code stands below."""

import re
from collections.abc import Callable, Iterator

from rag.answering.extractive.facts import facts_of
from rag.types import Cell, Table

TextOf = Callable[[Cell], str]

_CODES = frozenset("kode id code no nomor".split())
_CODE = re.compile(r"\d+(?:\.\d+)+")


def code_columns(table: Table, said: frozenset[str]) -> frozenset[int]:
    """The leading columns that number the rows or give them codes, where the question does not ask for these."""
    named = ((at, facts_of(table.columns[at])) for at in range(min(table.keys, len(table.columns))))
    return frozenset(at for at, name in named if name.words & _CODES and not name.terms <= said)


def texts_above(table: Table, row: int, text_of: TextOf) -> Iterator[str]:
    """The keys of the rows that a row belongs to by its code: "5.1.02" heads "5.1.02.01"."""
    code = _code_of(table, row, text_of)
    for at in range(len(table.rows)) if code else ():
        above = _code_of(table, at, text_of)
        if above and code.startswith(f"{above}."):
            yield from (text_of(cell) for cell in table.rows[at] if cell.column < table.keys)


def _code_of(table: Table, row: int, text_of: TextOf) -> str:
    first = next((text_of(cell).strip(" .") for cell in table.rows[row] if cell.column == 0), "")
    return first if _CODE.fullmatch(first) else ""
