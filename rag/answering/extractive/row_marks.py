"""Letters and Roman numerals by which rows are called, and those that no row has: no bus C of the routes A and B."""

import re

from rag.answering.extractive.row_words import TextOf
from rag.types import Table

_MARK = re.compile(r"[A-Z]|[IVX]{1,5}")
_BEFORE = re.compile(r"\(?(?:[A-Z]|[IVX]{1,5}|[a-z]|\d{1,2})[.)]?\s+(?=[^\W\d]{2})")
_FEWEST = 2  # different marks in a column from which rows are called by them


def absent_mark(table: Table, marks: frozenset[str], around: frozenset[str], text_of: TextOf) -> str:
    """The one letter of a question, where rows are called by letters, that no cell, column or heading has; else "".

    `marks` and `around`: in lower case.
    """
    letters = [mark for mark in sorted(marks) if not mark.isdigit()]
    if (
        len(letters) != 1
        or letters[0] in around
        or not any(_are_marked(table, at, text_of) for at in range(table.keys))
    ):
        return ""
    told = {word for row in table.rows for cell in row for word in re.findall(r"\w+", text_of(cell).lower())}
    told |= {word for name in table.columns for word in re.findall(r"\w+", name.lower())}
    return "" if letters[0] in told else letters[0].upper()


def without_mark(text: str) -> str:
    """A name without what it is counted by: "RAWAT JALAN" of "A RAWAT JALAN"."""
    return _BEFORE.sub("", text, count=1) if _BEFORE.match(text) else text


def _are_marked(table: Table, column: int, text_of: TextOf) -> bool:
    """Whether all that stands in a column that names rows are letters, of which there are several."""
    told = {text_of(cell).strip() for row in table.rows for cell in row if cell.column == column} - {""}
    return len(told) >= _FEWEST and all(_MARK.fullmatch(one) for one in told)
