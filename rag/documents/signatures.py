"""Where two people sign side by side, each column tells of one of them: no office is the label of the other.

"Kepala Desa" and "Ketua Panitia", below them who holds the office: files and pages set that as a table of two columns,
which looks like labels and their values. A place with its date stands above, or the numbers of both people below.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.documents.blocks import Block, RawTable
from rag.language.dates import find_dates
from rag.language.titles import mentions_in

_NEAR = 2  # rows above the offices, among which the place and date stand
_LAST = 10  # rows of a table, of which signatures are the end
_PLACE_WORDS = 4
_NUMBER = re.compile(r"\d(?:[ .]?\d){7,}")  # of a person: the shortest has eight figures


def with_signatures(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks in which those who sign side by side are told one after the other, each in a paragraph."""
    before = ("", *(block.text for block in blocks))
    return tuple(one for block, above in zip(blocks, before, strict=False) for one in _told(block, above))


def _told(block: Block, above: str) -> Iterator[Block]:
    table = block.table
    rows = _in_two_columns(table) if table is not None else []
    begun = _signed_from(rows, above)
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


def _signed_from(rows: Sequence[tuple[str, str]], above: str) -> int | None:
    """The first row of signatures: one row names an office on either side. `above`: the text before the table."""
    last = range(max(0, len(rows) - _LAST), len(rows))
    offices = [at for at in last if all(map(mentions_in, rows[at]))]
    below = rows[offices[0] + 1 :] if offices else ()
    if not offices or any(mentions_in(text) for row in below for text in row):  # a committee has an office in each row
        return None
    near = range(max(0, offices[0] - _NEAR), offices[0])
    dated = next((at for at in near if any(map(_is_place_and_date, rows[at]))), None)
    if dated is not None:
        return dated
    numbered = any(all(map(_NUMBER.search, row)) for row in below)
    return 0 if offices[0] <= 1 and below and (numbered or _is_place_and_date(above)) else None


def _is_place_and_date(text: str) -> bool:
    days = find_dates(text)
    place = text[: days[0].start].rstrip() if days else ""
    named = place.endswith(",") and len(place.split()) <= _PLACE_WORDS and place[:1].isupper()
    return named and days[0].end == len(text.rstrip(" ."))
