"""What is written right above a table, its name or the unit of its figures, is its caption."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.documents.blocks import PAGE_BREAK, Block
from rag.documents.figure_units import unit_of
from rag.types import BlockKind

_NUMBERED = re.compile(r"(?:tabel|table|daftar)\s+\d[\d.]*[a-z]?\b", re.IGNORECASE)
# "Bibit yang ditebar, dalam ribu ekor."
_AT_END = re.compile(r"[,(]\s*(?:dalam|in|satuan)\s+[^\d().;,]{2,40}\)?\s*[.:]?$", re.IGNORECASE)
_WORDS, _UNIT_WORDS, _LINE_WORDS = 40, 6, 20


def with_captions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Blocks in which a table without a caption takes the paragraphs above it that name it."""
    done: list[Block] = []
    for block in blocks:
        if block.table is not None and not block.table.caption:
            above = _caption_above(done)
            del done[len(done) - len(above) :]
            caption = " ".join(each.text for each in above)
            block = replace(block, table=replace(block.table, caption=caption)) if caption else block
        done.append(block)
    return tuple(done)


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
