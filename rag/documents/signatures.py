"""Where two people sign side by side, each column tells of one of them: no office is the label of the other.

"Mengetahui" and "Kalianda, 5 Mei 2025", below them "Kepala Desa" and "Ketua Panitia", below these who holds the office:
files and pages set that as a table of two columns, which looks like labels and their values.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from rag.documents.blocks import Block, RawTable
from rag.language.dates import find_dates
from rag.language.titles import mentions_in

_NEAR = 3  # rows from the place and date on, among which the offices stand
_LAST = 10  # rows of a table, of which signatures are the end
_PLACE_WORDS = 4


def with_signatures(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks in which those who sign side by side are told one after the other, each in a paragraph."""
    return tuple(one for block in blocks for one in _told(block))


def _told(block: Block) -> Iterator[Block]:
    table = block.table
    rows = _in_two_columns(table) if table is not None else []
    last = range(max(0, len(rows) - _LAST), len(rows))
    begun = next((at for at in last if _is_signed(rows[at : at + _NEAR])), None)
    if table is None or begun is None:
        yield block
        return
    if begun:
        yield replace(block, table=replace(table, rows=table.rows[:begun]))
    for column in (0, 1):
        yield Block(" ".join(row[column] for row in rows[begun:] if row[column]))


def _in_two_columns(table: RawTable) -> list[tuple[str, str]]:
    """The texts of a table without names of columns, pages and spans that has words in two columns; else []."""
    cells = [cell for row in table.rows for cell in row]
    plain = not table.header_rows and not table.pages and all(cell.columns == cell.rows == 1 for cell in cells)
    width = len(table.rows[0]) if table.rows else 0
    if not plain or any(len(row) != width for row in table.rows):
        return []
    filled = [column for column in range(width) if any(row[column].text for row in table.rows)]
    return [(row[filled[0]].text, row[filled[1]].text) for row in table.rows] if len(filled) == 2 else []


def _is_signed(rows: Sequence[tuple[str, str]]) -> bool:
    """Whether a place with a date stands at the head of rows of which one names an office on either side."""
    if not any(map(_is_place_and_date, rows[0])):
        return False
    return any(all(map(mentions_in, row)) for row in islice(rows, 1, None))


def _is_place_and_date(text: str) -> bool:
    days = find_dates(text)
    place = text[: days[0].start].rstrip() if days else ""
    named = place.endswith(",") and len(place.split()) <= _PLACE_WORDS and place[:1].isupper()
    return named and days[0].end == len(text.rstrip(" ."))
