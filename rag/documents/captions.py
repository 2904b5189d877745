"""What is written right above a table, its name or the unit of its figures, is its caption.

So is the line above each of several tables with the same columns, or the same labels: it alone tells their rows apart.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.documents.blocks import PAGE_BREAK, Block
from rag.documents.figure_units import unit_of
from rag.documents.tables import LaidTable, laid
from rag.types import BlockKind

_NUMBERED = re.compile(r"(?:tabel|table|daftar)\s+\d[\d.]*[a-z]?\b", re.IGNORECASE)
# "Bibit yang ditebar, dalam ribu ekor."
_AT_END = re.compile(r"[,(]\s*(?:dalam|in|satuan)\s+[^\d().;,]{2,40}\)?\s*[.:]?$", re.IGNORECASE)
_WORDS, _UNIT_WORDS, _LINE_WORDS, _SHORT_WORDS = 40, 6, 20, 10
_FEWEST = 2  # tables that a line may tell apart


def with_captions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks in which a table without a caption takes the paragraphs above it that name it, or tell it from others."""
    done: list[Block] = []
    told_apart = _told_apart(blocks)
    for at, block in enumerate(blocks):
        if block.table is not None and not block.table.caption:
            above = _caption_above(done) or (done[-1:] if at in told_apart else ())
            del done[len(done) - len(above) :]
            caption = " ".join(each.text for each in above)
            block = replace(block, table=replace(block.table, caption=caption)) if caption else block
        done.append(block)
    return tuple(done)


def _told_apart(blocks: Sequence[Block]) -> frozenset[int]:
    """Positions of the tables that only the lines above them tell from others with the same columns or labels."""
    tables = [(at, laid(block.table)) for at, block in enumerate(blocks) if block.table is not None]
    if len(tables) < _FEWEST:
        return frozenset()
    lines = {at: above for at, table in tables if (above := table.caption or _line_above(blocks, at))}
    return frozenset(
        at
        for at, table in tables
        if at in lines and not table.caption
        if any(
            other != at and other in lines and lines[other] != lines[at] and _are_alike(table, rival)
            for other, rival in tables
        )
    )


def _line_above(blocks: Sequence[Block], at: int) -> str:
    """The line right above a table that may tell it from others: it has a colon, or is short and no sentence."""
    above = blocks[at - 1] if at else None
    if above is None or above.table is not None or above.is_heading or PAGE_BREAK in above.text:
        return ""
    if above.kind not in (None, BlockKind.PARAGRAPH, BlockKind.ITEM):
        return ""
    text = above.text.strip()
    return text if may_name(text) else ""


def may_name(text: str) -> bool:
    """Whether one line may name what stands below it: it is short and no sentence, or it has a colon at its end."""
    words = len(text.split())
    short = words <= _SHORT_WORDS and text[-1:] not in ".;,?!"
    return "\n" not in text and (short or (text.endswith(":") and words <= _LINE_WORDS))


def _are_alike(one: LaidTable, other: LaidTable) -> bool:
    """Whether two tables have the same columns, or are labels and values with a label in common."""
    if one.pairs and other.pairs:
        return bool(_labels(one) & _labels(other))
    return any(one.columns) and one.columns == other.columns


def _labels(table: LaidTable) -> frozenset[str]:
    return frozenset(row[0].cell.text.strip(" :").casefold() for row in table.rows if row)


def _caption_above(blocks: Sequence[Block]) -> Sequence[Block]:
    """The last one or two blocks: "Tabel 3. Sewa kios", "(dalam ribu rupiah)"."""
    last = blocks[-1:]
    if last and _is_plain(last[0]) and _is_unit(last[0].text):
        named = blocks[-2:-1]
        return blocks[-2:] if named and _is_plain(named[0]) and _is_name(named[0].text) else last
    return last if last and _is_plain(last[0]) and _is_name(last[0].text) else ()


def _is_plain(block: Block) -> bool:
    plain = block.kind in (None, BlockKind.PARAGRAPH) and not block.level and not block.item and block.table is None
    return plain and PAGE_BREAK not in block.text


def _is_name(text: str) -> bool:
    return _NUMBERED.match(text) is not None and len(text.split()) <= _WORDS


def _is_unit(text: str) -> bool:
    words = len(text.split())
    return bool(unit_of(text)) and (words <= _UNIT_WORDS or (words <= _LINE_WORDS and _AT_END.search(text) is not None))
