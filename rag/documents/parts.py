"""A form in parts: "B. SUMUR" between labels and their values begins another part, with labels that the first may have.

Each becomes a table of its own with that line above it as its caption.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rag.documents.blocks import Block, RawCell, RawTable

_MARK = re.compile(r"\(?(?:[A-Z]|[IVX]{1,5}|\d{1,2})[.)]\s+(?=\w)")
_SHORTEST = 4  # letters of a line in capitals that may head a part: "NIK" is a label


def with_parts(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks in which forms of labels and values are divided at the lines that head their parts."""
    return tuple(part for block in blocks for part in _parts_of(block))


def _parts_of(block: Block) -> Iterator[Block]:
    raw = block.table
    heads = _heads(raw) if raw is not None else []
    if raw is None or not heads:
        yield block
        return
    if heads[0] > 0:
        yield replace(block, table=_slice(raw, 0, heads[0], raw.caption))
    for head, end in pairwise([*heads, len(raw.rows)]):
        yield replace(block, table=_slice(raw, head + 1, end, _texts(raw.rows[head])[0]), doubtful=())


def _heads(raw: RawTable) -> list[int]:
    """Positions of the rows that head parts: a line with a mark, or in capitals, beside which nothing stands.

    None where a label has such a mark or is in capitals, too: then it is one whose value is missing.
    """
    rows = [_texts(row) for row in raw.rows]
    plain = all(cell.rows == 1 and not cell.header for row in raw.rows for cell in row)
    if raw.header_rows or not plain or max((_width(row) for row in raw.rows), default=0) > 3:
        return []
    labels = [row[0] for row in rows if len(row) > 1]
    if len(labels) < 2 or any(len(row) > 2 for row in rows):
        return []
    heads = [at for at, row in enumerate(rows) if len(row) == 1 and _may_head(row[0], labels)]
    ends = [*heads, len(rows)]
    return heads if all(beyond - at > 1 for at, beyond in pairwise(ends)) else []


def _may_head(line: str, labels: Sequence[str]) -> bool:
    if _MARK.match(line):
        return not any(_MARK.match(label) for label in labels)
    letters = [letter for letter in line if letter.isalpha()]
    capital = len(letters) >= _SHORTEST and line == line.upper() and not line.rstrip().endswith(":")
    return capital and not any(label == label.upper() for label in labels)


def _texts(row: Sequence[RawCell]) -> list[str]:
    """The words of its cells but colons."""
    return [cell.text for cell in row if cell.text.strip(" :")]


def _width(row: Sequence[RawCell]) -> int:
    return sum(cell.columns for cell in row)


def _slice(raw: RawTable, first: int, beyond: int, caption: str) -> RawTable:
    pages = tuple(max(0, page - first) for page in raw.pages if first - bool(first) <= page < beyond)
    return replace(raw, rows=raw.rows[first:beyond], caption=caption, pages=pages)
