"""One text from the blocks of a page, with everything that is known of its stretches as offsets into it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rag.documents.blocks import ASIDE, PAGE_BREAK, Block
from rag.documents.divisions import marker_of
from rag.documents.tables import Line, laid, line_of
from rag.types import Block as StoredBlock
from rag.types import BlockKind, Cell, Heading, LeftOut, Omission, Table

_TURNS = re.compile(rf" ?{PAGE_BREAK}")


@dataclass(frozen=True, slots=True)
class Composed:
    """What becomes of the blocks: offsets point into `text`."""

    text: str
    headings: tuple[Heading, ...]
    page_starts: tuple[int, ...]
    blocks: tuple[StoredBlock, ...]
    left_out: tuple[LeftOut, ...] = ()  # of tables


def compose(blocks: Sequence[Block], paged: bool) -> Composed:
    """Items stand on lines of their own, other blocks a line apart; a page may turn within a block."""
    written = _Written([0] if paged else [])
    before: Block | None = None
    for block in blocks:
        if block.kind in ASIDE:
            written.note_aside(block)
            continue
        if before is not None:
            written.add("\n" if _is_close(block) and _is_close(before) else "\n\n")
        before = block
        written.add_table(block) if block.table is not None else written.add_block(block)
    return written.composed()


@dataclass(slots=True)
class _Written:
    """Text as far as it is written; nothing outside this module sees it grow."""

    page_starts: list[int]
    parts: list[str] = field(default_factory=list)
    size: int = 0
    blocks: list[StoredBlock] = field(default_factory=list)
    above: list[int] = field(default_factory=list)  # positions of the headings that are open
    left_out: list[LeftOut] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.size += len(text)

    def add_block(self, block: Block) -> None:
        start = self.size
        for number, part in enumerate(_TURNS.split(block.text)):
            if number:
                self._turn_page()
                part = part.lstrip(" ")
            self.add(part)
        kind = _kind(block)
        marker = block.marker or (marker_of(block.text.lstrip(PAGE_BREAK)) if kind is BlockKind.ITEM else "")
        stored = StoredBlock(kind, start, self.size, block.level, marker)
        self._record(replace(stored, confidence=block.confidence, doubtful=block.doubtful), block.closes)

    def add_table(self, block: Block) -> None:
        raw = block.table
        if raw is None:
            raise TypeError("the block holds no table")
        table, start = laid(raw), self.size
        for _ in range(raw.pages.count(0)):
            self._turn_page()
        if table.caption:
            self.add(table.caption)
        rows: list[tuple[Cell, ...]] = []
        above = 0  # a page that begins with a row that is left out begins with the next one
        for number, placed in zip(table.numbers, table.rows, strict=True):
            turned = any(above < page <= number for page in raw.pages)
            cells = self._row(line_of(table, placed), len(rows), turned)
            above, rows = number, [*rows, cells] if cells else rows
        page = self._page_at(rows[0][0].start if rows else start)
        if table.numbering:
            self.left_out.append(LeftOut(table.numbering, Omission.COLUMN_NUMBERS, page))
        stored = Table(
            start, self.size, table.caption, table.columns, tuple(rows), table.keys, table.pairs, table.unit, page
        )
        held = StoredBlock(BlockKind.TABLE, start, self.size, table=stored)
        self._record(replace(held, confidence=block.confidence, doubtful=block.doubtful))

    def note_aside(self, block: Block) -> None:
        kind = block.kind or BlockKind.IMAGE
        self.blocks.append(StoredBlock(kind, self.size, self.size, page=self._page_at(self.size), aside=block.text))

    def composed(self) -> Composed:
        headings = tuple(
            Heading(each.start, each.end, each.level) for each in self.blocks if each.kind is BlockKind.HEADING
        )
        return Composed(
            "".join(self.parts), headings, tuple(self.page_starts), tuple(self.blocks), tuple(self.left_out)
        )

    def _row(self, line: Line, row: int, turned: bool) -> tuple[Cell, ...]:
        if line.cells and self.parts and not self.parts[-1].endswith("\n"):
            self.add("\n")
        if turned:
            self.page_starts.append(self.size)
        begin = self.size
        self.add(line.text)
        return tuple(
            Cell(begin + start, begin + end, row, one.column, one.cell.rows, one.cell.columns)
            for start, end, one in line.cells
        )

    def _page_at(self, offset: int) -> int | None:
        return bisect_right(self.page_starts, offset) or None

    def _turn_page(self) -> None:
        """Ends a page within a block with one blank; none at the very start of the block."""
        if self.parts and self.parts[-1] and not self.parts[-1].endswith(("\n", " ")):
            self.add(" ")
        self.page_starts.append(self.size)

    def _record(self, block: StoredBlock, closes: int = 0) -> None:
        closes = block.level if block.kind is BlockKind.HEADING else closes
        if closes:
            self.above = [at for at in self.above if self.blocks[at].level < closes]
        self.blocks.append(replace(block, path=tuple(self.above), page=self._page_at(block.start)))
        if block.kind is BlockKind.HEADING:
            self.above.append(len(self.blocks) - 1)


def _is_close(block: Block) -> bool:
    """Whether it stands on the line below its neighbour of the same sort."""
    return block.item or block.kind in (BlockKind.ITEM, BlockKind.TABLE)


def _kind(block: Block) -> BlockKind:
    if block.kind is not None:
        return block.kind
    if block.level:
        return BlockKind.HEADING
    return BlockKind.ITEM if block.item else BlockKind.PARAGRAPH
