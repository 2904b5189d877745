"""Which rows of a table name its columns, and what they are called.

Names of columns are what the file marks as such, not what the shape suggests; where it marks nothing and the cells do
not tell, columns have no name: no name is better than a wrong one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rag.documents.blocks import RawCell, RawTable
from rag.language.calendar_names import HOURS, day_or_month
from rag.language.dates import find_dates

_FIGURE = re.compile(
    r"[-–+±]?\s*(?:Rp\.?|IDR|US\$|RM|[$€])?\s*[-–]?\(?\d[\d.,]*\)?\s*"
    r"(?:%|\*+|persen|ribu|juta|miliar|triliun)?|[-–]",
    re.IGNORECASE,
)
_MEASURED = re.compile(rf"(?:{_FIGURE.pattern})(?: [^\W\d]+[²³]?){{0,2}}", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-/–]\s*(?:19|20)?\d\d)?\*?")
_NUMBERED = re.compile(r"\(?(\d{1,2})\)?\.?(?:\s*=.*)?")
_COUNTED = 3  # columns that are numbered at least
_MANY = 5  # columns from which a row that counts up is no row of figures

Rows = Sequence[Sequence["Placed"]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell at the place it takes among the rows of its table."""

    cell: RawCell
    row: int
    column: int


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure and nothing else."""
    return bool(text) and _FIGURE.fullmatch(text.strip()) is not None


def is_measured(text: str) -> bool:
    """Whether a text is a figure and at most two words of what it counts: "4,2 hari"; a dash alone is none."""
    return any(map(str.isdigit, text)) and _MEASURED.fullmatch(text.strip()) is not None


def is_year(text: str) -> bool:
    """Whether a cell holds a year, or two such as "2024/2025", and nothing else."""
    return _YEAR.fullmatch(text.strip()) is not None


def counts_things(figures: Sequence[str]) -> bool:
    """Whether figures beside words are not merely their numbers: "1", "2", "3" count steps, not what they stand above.

    The figures in their order.
    """
    return [figure.strip(" .").lstrip("0") for figure in figures] != [str(at + 1) for at in range(len(figures))]


def caption_of(raw: RawTable, rows: Sequence[Sequence[Placed]], width: int) -> tuple[str, int]:
    """The caption, and how many rows it takes: a first row that is one text over all columns is one."""
    words = [one for one in rows[0] if one.cell.text] if rows else []
    spanning = len(words) == 1 and width > 1 and len(rows) > 1 and words[0].cell.columns == width
    if not spanning:
        return raw.caption, 0
    return raw.caption or words[0].cell.text, 1


def _header_rows(raw: RawTable, rows: Sequence[Sequence[Placed]], above: int, width: int) -> int:
    """How many rows below the caption name columns."""
    below = rows[above:]
    if raw.header_rows is not None:
        return min(max(0, raw.header_rows - above), len(below) - 1)
    marked = 0
    while marked < len(below) - 1 and below[marked] and all(one.cell.header for one in below[marked]):
        if marked and _heads_a_group(below[marked], width):
            break
        marked += 1
    if marked:
        return max(marked, *(one.row - above + one.cell.rows for row in below[:marked] for one in row)) if width else 0
    return _spanning(below, width) or (1 if width > 2 and (_contrasts(below, width) or _names_days(below)) else 0)


@dataclass(frozen=True, slots=True)
class Header:
    """How many rows it takes below the caption, what the columns are called, and the row that numbers them, if any."""

    rows: int
    columns: tuple[str, ...]
    numbering: tuple[str, ...] = ()


def header_of(raw: RawTable, rows: Rows, above: int, width: int) -> Header:
    """The header of a table whose caption takes `above` rows."""
    below = rows[above:]
    count = _header_rows(raw, rows, above, width)
    if not count and _words_only(below[:1]) and _numbers_columns(below, 1):
        count = 1
    if count > 1 and _counts_up(below[count - 1]):
        return Header(count, _names_over(below[: count - 1], width), _texts(below[count - 1]))
    if count and _numbers_columns(below, count):
        return Header(count + 1, _names_over(below[:count], width), _texts(below[count]))
    if not count and (again := _said_again(below, width)):
        return Header(0, again)
    return Header(count, _names_over(below[:count], width))


def _numbers_columns(rows: Rows, at: int) -> bool:
    """Whether a row gives columns their numbers: "1, 2, 3" above names, or so many that it is no row of figures."""
    if at >= len(rows) - 1 or not _counts_up(rows[at]):
        return False
    others = [row for row in rows[at + 1 :] if _texts(row) != _texts(rows[at])]
    width = max((one.column + 1 for row in (rows[at], *others) for one in row), default=0)
    below = texts_by_column(others, width)
    words = any(cells and not any(map(is_figure, cells)) for cells in below[1:])
    return words or len(rows[at]) >= _MANY


def _counts_up(row: Sequence[Placed]) -> bool:
    """Whether the cells of a row are 1, 2, 3 and so on from the first column on: "(3)", "6 = 3 x 5".

    Beside a name that reaches down to them they are names themselves: "Kelas 1", "Kelas 2".
    """
    if row and row[0].column:
        return False
    found = [_NUMBERED.fullmatch(one.cell.text.strip()) for one in row]
    counted = [int(match[1]) for match in found if match is not None]
    return len(counted) == len(row) >= _COUNTED and counted == list(range(1, len(row) + 1))


def _said_again(rows: Rows, width: int) -> tuple[str, ...]:
    """The names that stand more than once above columns of figures, as where a table goes on over pages."""
    full = [row for row in rows if len(row) == width > 2 and all(one.cell.text for one in row) and _words_only([row])]
    said, times = max(Counter(map(_texts, full)).items(), key=lambda one: one[1], default=((), 0))
    others = texts_by_column((row for row in rows if _texts(row) != said), width)
    figures = any(cells and 2 * sum(map(is_figure, cells)) > len(cells) for cells in others)
    return tuple(text.rstrip(" :") for text in said) if times > 1 and figures else ()


def _words_only(rows: Rows) -> bool:
    return bool(rows) and not any(is_figure(one.cell.text) for row in rows for one in row)


def _texts(row: Sequence[Placed]) -> tuple[str, ...]:
    return tuple(one.cell.text for one in row)


def is_header_again(row: Sequence[Placed], header: Header) -> bool:
    """Whether a row of the body names or numbers all columns again, as a table over several pages does."""
    if header.numbering and _texts(row) == header.numbering:
        return True
    return len(row) == len(header.columns) > 1 and all(
        one.cell.text and one.cell.text.rstrip(" :").casefold() == name.casefold()
        for one, name in zip(row, header.columns, strict=True)
    )


def _names_over(heads: Sequence[Sequence[Placed]], width: int) -> tuple[str, ...]:
    """The texts above each column from top to bottom, each once: "Jumlah Peserta 2025"."""
    over: list[list[str]] = [[] for _ in range(width)]
    for row in heads:
        for one in row:
            for column in range(one.column, one.column + one.cell.columns):
                over[column].append(one.cell.text.rstrip(" :"))
    return tuple(" ".join(dict.fromkeys(text for text in texts if text)) for texts in over)


def texts_by_column(rows: Iterable[Sequence[Placed]], width: int) -> list[list[str]]:
    """The texts of the cells that begin in each column, from top to bottom."""
    columns: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for one in row:
            columns[one.column].append(one.cell.text)
    return columns


def _spanning(rows: Sequence[Sequence[Placed]], width: int) -> int:
    """How many unmarked rows a header has whose cells over some columns stand beside cells over some rows."""
    top = rows[0] if rows else ()
    reach = max((one.cell.rows for one in top), default=1)
    wide = any(1 < one.cell.columns < width for one in top)
    if not wide or not 1 < reach < len(rows):
        return 0
    heads = [one.cell.text for row in rows[:reach] for one in row]
    columns = texts_by_column(rows[reach:], width)
    below = [cells for cells in columns[1:] if cells]
    named = not any(is_figure(text) and not is_year(text) for text in heads)
    counted = _is_counted(texts_by_column(rows[reach:], width)[0])
    return reach if named and (counted or any(all(map(is_figure, cells)) for cells in below)) else 0


def _is_counted(cells: Sequence[str]) -> bool:
    """Whether the first cells of rows count these through: below the header, and so none of them is of it."""
    numbers = [cell.strip(" .") for cell in cells]
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _heads_a_group(row: Sequence[Placed], width: int) -> bool:
    """Whether a row is one text over all columns: below names of columns it heads rows, however it is marked."""
    return len(row) == 1 < width and row[0].cell.columns == width


def _contrasts(rows: Sequence[Sequence[Placed]], width: int) -> bool:
    """Whether an unmarked first row has words (or years) where every row below has figures, or dates and hours."""
    if len(rows) < 2 or len(rows[0]) != width or not all(one.cell.text for one in rows[0]):
        return False
    head = [one.cell.text for one in rows[0]]
    if any(is_figure(text) and not _YEAR.fullmatch(text) for text in head):
        return False
    columns = texts_by_column(rows[1:], width)
    full = [(head[at], cells) for at, cells in enumerate(columns) if at and len(cells) == len(rows) - 1]
    if any(all(map(is_figure, cells)) for _, cells in full):
        return True
    return len(rows) > _COUNTED and any(not _has_digit(name) and all(map(_is_dated, cells)) for name, cells in full)


def _names_days(rows: Rows) -> bool:
    """Whether an unmarked first row names days, months or hours behind its first cell, and none below stands there."""
    head = [one.cell.text.strip() for one in rows[0][1:]]
    below = {one.cell.text.strip() for row in rows[1:] for one in row[1:]}
    return len(head) >= _COUNTED and any(
        all(map(kind.fullmatch, head)) and not any(map(kind.fullmatch, below)) for kind in (day_or_month(), HOURS)
    )


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_dated(text: str) -> bool:
    """Whether a cell holds a figure, a date or an hour and little else."""
    return is_figure(text) or bool(find_dates(text)) or HOURS.fullmatch(text.strip()) is not None
