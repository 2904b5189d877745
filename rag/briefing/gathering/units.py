"""What can be quoted of a document: sentences, lists with the line that introduces them, forms, tables.

A sentence that leans on the one before it, or limits it, is quoted together with it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rag.language.norms import excepts, leans_back, limits, refers_back
from rag.language.text import sentence_spans, words
from rag.types import Block, BlockKind, Document, Span, Table

_FEWEST_WORDS = 3
_LONGEST = 90  # words of sentences quoted together
_SHORT_ITEM = 14  # words; lists of longer items are quoted item by item
_LABELLED = re.compile(r"(?:[-–•*]\s*)?[^\s:.][^:.\n]{0,40}?\s*:\s+\S")  # "Tempat : Balai Desa"
_ENDS = frozenset(".:;!?)”\"'’…")
_STYLE = re.compile(r"[a-z]+|\d+|[^\w\s]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a document that can be quoted by itself; `headings` stand above it, outermost first."""

    document: Document
    start: int
    end: int
    headings: tuple[str, ...] = ()
    table: Table | None = None
    listed: bool = False  # a list, a form or a table: no prose

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]

    @property
    def span(self) -> Span:
        return Span(self.document.id, self.start, self.end, self.text)

    @property
    def place(self) -> tuple[str, int, int]:
        return self.document.id, self.start, self.end

    @property
    def above(self) -> tuple[str, ...]:
        """The title and the headings, without those that say it again."""
        return tuple(dict.fromkeys((self.document.title, *self.headings)))


def units_of(document: Document) -> tuple[Unit, ...]:
    """In the order of the text, without overlap; questions and scraps are left out."""
    found: list[Unit] = []
    for run in _runs(document):
        for unit in _of_run(document, run):
            _add(found, unit)
    return tuple(unit for unit in found if unit.table or _says_something(unit.text))


def _runs(document: Document) -> Iterator[list[Block]]:
    """Blocks under one path of headings that belong together: the items of a list, the lines of a form, one other."""
    run: list[Block] = []
    for block in document.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TABLE):
            continue
        if run and not _goes_on(document, run, block):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _goes_on(document: Document, run: Sequence[Block], block: Block) -> bool:
    last, text = run[-1], document.text
    if last.path != block.path or BlockKind.TABLE in (last.kind, block.kind):
        return False
    if block.kind is BlockKind.ITEM:
        return last.kind is BlockKind.ITEM or text[last.start : last.end].endswith(":")
    return all(
        _LABELLED.match(text[one.start : one.end]) and "\n" not in text[one.start : one.end] for one in (last, block)
    )


def _of_run(document: Document, run: Sequence[Block]) -> Iterator[Unit]:
    headings = tuple(_words_at(document, document.blocks[position]) for position in run[0].path)
    whole = Unit(document, run[0].start, run[-1].end, headings, listed=True)
    if run[0].kind is BlockKind.TABLE:
        yield from _of_table(document, run[0], headings)
    elif len(run) == 1:
        yield from _sentences(replace(whole, listed=False)) if _is_told(document, run[0]) else ()
    elif run[0].kind is BlockKind.PARAGRAPH and run[1].kind is BlockKind.ITEM:
        yield from _introduced(whole, run)
    elif all(len(words(document.text[one.start : one.end])) <= _SHORT_ITEM for one in run):
        yield whole
    else:
        yield from _items(whole, run)


def _of_table(document: Document, block: Block, headings: tuple[str, ...]) -> Iterator[Unit]:
    if block.table is not None and block.table.rows:
        first, last = block.table.rows[0][0].start, block.table.rows[-1][-1].end
        end = document.text.find("\n", last)
        start = document.text.rfind("\n", 0, first) + 1
        yield Unit(document, start, len(document.text) if end < 0 else end, headings, block.table, listed=True)


def _introduced(whole: Unit, run: Sequence[Block]) -> Iterator[Unit]:
    """The sentences of the paragraph, the last of them with the list."""
    *before, last = _spans(whole.document, run[0])
    for start, end in before:
        yield replace(whole, start=start, end=end, listed=False)
    yield replace(whole, start=last[0])


def _items(whole: Unit, run: Sequence[Block]) -> Iterator[Unit]:
    """Each item by its sentences; one that ends in a colon with those of another kind or depth that follow."""
    row = 0
    while row < len(run):
        beyond = row + 1
        if _words_at(whole.document, run[row]).endswith(":"):
            while beyond < len(run) and _style(run[beyond]) != _style(run[row]):
                beyond += 1
        item = replace(whole, start=run[row].start, end=run[beyond - 1].end)
        yield from [item] if beyond > row + 1 else _sentences(replace(item, listed=False))
        row = beyond


def _is_told(document: Document, block: Block) -> bool:
    """Whether it is no line of a letterhead or below a letter: those end in no full stop."""
    text = _words_at(document, block)
    return block.kind is BlockKind.ITEM or text[-1:] in _ENDS or _LABELLED.match(text) is not None


def _style(block: Block) -> tuple[int, str]:
    """Depth and kind of a marker: "(2)" is "(0)", "b." is "a."."""
    kinds = ("0" if part.isdigit() else "a" if part.isalpha() else part for part in _STYLE.findall(block.marker))
    return block.level, "".join(kinds)


def _sentences(unit: Unit) -> Iterator[Unit]:
    for start, end in sentence_spans(unit.text):
        yield replace(unit, start=unit.start + start, end=unit.start + end)


def _spans(document: Document, block: Block) -> list[tuple[int, int]]:
    text = document.text[block.start : block.end]
    return [(block.start + start, block.start + end) for start, end in sentence_spans(text)]


def _add(found: list[Unit], unit: Unit) -> None:
    """Joined with the sentence before it where it cannot stand alone, or that one cannot stand without it."""
    last = found[-1] if found else None
    if last is None or last.table or unit.table or unit.listed or last.headings != unit.headings:
        found.append(unit)
        return
    joined = replace(last, end=unit.end)
    same_paragraph = "\n" not in unit.document.text[last.end : unit.start]
    leans = leans_back(unit.text) or (same_paragraph and (limits(unit.text) or excepts(unit.text)))
    if leans and (same_paragraph or refers_back(unit.text)) and len(words(joined.text)) <= _LONGEST:
        found[-1] = joined
    else:
        found.append(unit)


def _words_at(document: Document, block: Block) -> str:
    return " ".join(document.text[block.start : block.end].split())


def _says_something(text: str) -> bool:
    return not text.endswith("?") and len(words(text)) >= _FEWEST_WORDS
