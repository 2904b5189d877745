"""Rows of a table that head those below them: "Luar provinsi" over all columns, above a row for each rank.

Such a row becomes a cell of its own column in front, which reaches down over the rows it heads, as a browser lays out
a cell over several rows: each of them then says what it belongs to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_FEWEST = 2  # headings that are needed where they do not span the columns but leave them empty
_MARK = re.compile(r"\(?(?:[A-Z]|[IVX]{1,5}|[a-z]|\d{1,2})[.)]?")
_TOTAL = re.compile(r"(?:grand\s+)?(?:total|jumlah)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Plain:
    """What counts of a cell here: its words, its column, and how many columns it spans."""

    text: str
    column: int
    columns: int


@dataclass(frozen=True, slots=True)
class Group:
    """Rows from `first` to before `beyond` of a body, and the words of the row above them."""

    text: str
    first: int
    beyond: int


def groups_in(rows: Sequence[Sequence[Plain]], width: int) -> tuple[Group, ...]:
    """The groups of a body, none where its rows are not surely headed by others.

    Empty cells may as well be values that are missing: where rows stand above the first heading or all are counted
    through; beside one column alone, unless the groups have rows that are called the same.
    """
    if width < 2:
        return ()
    heads = [_heading(row, width) for row in rows]
    at = [number for number, text in enumerate(heads) if text]
    spanning = all(_words(rows[number])[0].columns == width for number in at)
    if not at or (len(at) < _FEWEST and not spanning) or at[-1] == len(rows) - 1:
        return ()
    if any(later == earlier + 1 for earlier, later in pairwise(at)):
        return ()
    if not spanning and (not all(map(_sums, rows[: at[0]])) or _are_numbered(rows)):
        return ()  # cells are empty because nobody knows what they should hold
    full = [row for row, text in zip(rows, heads, strict=True) if not text and len(_words(row)) > 1]
    if len(full) + len(at) < len(rows) - 1 or len(full) < len(at):
        return ()
    ends = [*at[1:], _end_of_last(rows, at)]
    groups = tuple(Group(heads[first], first + 1, end) for first, end in zip(at, ends, strict=True))
    return groups if width > 2 or _are_alike(rows, groups) else ()


def _are_numbered(rows: Sequence[Sequence[Plain]]) -> bool:
    """Whether all rows are counted through, those that would head others too."""
    first = [_words(row)[0].text.strip("(.) ") if _words(row) else "" for row in rows if not _sums(row)]
    return first == [str(number) for number in range(1, len(first) + 1)]


def _are_alike(rows: Sequence[Sequence[Plain]], groups: Sequence[Group]) -> bool:
    """Whether rows of two groups are called the same."""
    called = [{_words(row)[0].text for row in rows[one.first : one.beyond] if _words(row)} for one in groups]
    return any(one & other for one, other in pairwise(called))


def _heading(row: Sequence[Plain], width: int) -> str:
    """The words of a row that has no others: one text over all columns, or beside nothing but empty cells."""
    words = _words(row)
    if len(words) == 1 and (words[0].columns == width or (words[0].column == 0 and _may_head(words[0].text))):
        return words[0].text
    marked = len(words) == 2 and [one.column for one in words] == [0, 1] and _MARK.fullmatch(words[0].text) is not None
    return f"{words[0].text} {words[1].text}" if marked and width > 2 and _may_head(words[1].text) else ""


def _may_head(text: str) -> bool:
    return any(map(str.isalpha, text)) and not _TOTAL.match(text)


def _end_of_last(rows: Sequence[Sequence[Plain]], at: Sequence[int]) -> int:
    """A last row that sums up belongs to no group, unless every group ends in one."""
    others = [rows[number - 1] for number in at[1:]]
    sums = _sums(rows[-1]) and at[-1] < len(rows) - 2 and not any(map(_sums, others))
    return len(rows) - 1 if sums else len(rows)


def _sums(row: Sequence[Plain]) -> bool:
    words = _words(row)
    return bool(words) and _TOTAL.match(words[0].text) is not None


def _words(row: Sequence[Plain]) -> list[Plain]:
    return [one for one in row if one.text]
