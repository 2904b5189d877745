"""Pages filled in like one form, a village a page: the same labels one below the other, with values of their own."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from rag.documents.blocks import Block, RawCell, RawTable
from rag.documents.loaders.paragraphs import Line
from rag.documents.table_heads import is_figure
from rag.language.text import is_list_item
from rag.types import BlockKind

Piece = Line | Block

_FEWEST = 3  # labels
_LABEL_WORDS, _NAME_WORDS = 8, 12
_EVEN = 1.5  # times the usual step that a value may stand below its label
_LEVEL = 3  # of the heading that names such a page
_LABELLED = re.compile(r"(?P<label>[^\W\d][^:;.!?]{1,60}?)\s*:\s*(?P<value>\S.*)")


@dataclass(frozen=True, slots=True)
class _Pair:
    """A label and its value, which stands behind a colon on the same line or alone on the next."""

    label: str
    value: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Pairs one below the other, the first of them at a position among the pieces of a page."""

    first: int
    pairs: tuple[_Pair, ...] = ()

    @property
    def beyond(self) -> int:
        return self.first + sum(len(pair.lines) for pair in self.pairs)


def with_profiles(pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """Pages on which labels that stand on others too are a table of labels and values, below what names the page."""
    seen = Counter(said for page in pages for said in {said for piece in page for said in _said(piece)})
    runs = [_longest(page, seen) for page in pages]
    labels = Counter(pair.label for run in runs for pair in run.pairs)
    shared = [sum(labels[pair.label] > 1 for pair in run.pairs) >= _FEWEST for run in runs]
    return [
        _with_profile(page, run, seen) if is_one else list(page)
        for page, run, is_one in zip(pages, runs, shared, strict=True)
    ]


def _said(piece: Piece) -> tuple[str, ...]:
    """The text of a line, and what stands before its colon."""
    if not isinstance(piece, Line):
        return ()
    labelled = _LABELLED.fullmatch(piece.text)
    return (piece.text, labelled["label"]) if labelled else (piece.text,)


def _longest(page: Sequence[Piece], seen: Counter[str]) -> _Run:
    once = Counter(said for piece in page for said in _said(piece))
    labels = {said for said, count in once.items() if count == 1 and seen[said] > 1 and _may_be_label(said)}
    best = _Run(0)
    at = 0
    while labels and at < len(page):
        run = _run_at(page, at, labels)
        best = max(best, run, key=lambda each: len(each.pairs))
        at = max(at + 1, run.beyond - 1)
    own = sum(seen[pair.value] <= 1 or is_figure(pair.value) for pair in best.pairs)
    return best if len(best.pairs) >= _FEWEST and 2 * own > len(best.pairs) else _Run(0)


def _run_at(page: Sequence[Piece], first: int, labels: set[str]) -> _Run:
    run = _Run(first)
    usual = _usual_step(page)
    while (pair := _pair_at(page, run.beyond, labels, usual)) is not None:
        run = _Run(first, (*run.pairs, pair))
    return run


def _usual_step(page: Sequence[Piece]) -> float:
    lines = [piece for piece in page if isinstance(piece, Line)]
    return median([above.bottom - below.bottom for above, below in pairwise(lines)] or [0.0])


def _pair_at(page: Sequence[Piece], at: int, labels: set[str], usual: float) -> _Pair | None:
    line, below = [*page[at : at + 2], None, None][:2]
    if not isinstance(line, Line):
        return None
    labelled = _LABELLED.fullmatch(line.text)
    if labelled and labelled["label"] in labels:
        return _Pair(labelled["label"], labelled["value"], (line,))
    if not isinstance(below, Line) or line.text not in labels:
        return None
    near = 0 < line.bottom - below.bottom <= _EVEN * usual
    return _Pair(line.text.rstrip(" :"), below.text, (line, below)) if near else None


def _may_be_label(text: str) -> bool:
    short = len(text.split()) <= _LABEL_WORDS and text[-1:] not in ".;,?!"
    return short and text[:1].isalpha() and not is_figure(text) and not is_list_item(text)


def _with_profile(page: Sequence[Piece], run: _Run, seen: Counter[str]) -> list[Piece]:
    above = page[run.first - 1] if run.first else None
    names = isinstance(above, Line) and seen[above.text] == 1 and len(above.text.split()) <= _NAME_WORDS
    heading = [Block(above.text, _LEVEL)] if names and isinstance(above, Line) else []
    told = next((pair.value for pair in run.pairs if not is_figure(pair.value)), "")
    return [*page[: run.first - len(heading)], *heading, _table(run, "" if heading else told), *page[run.beyond :]]


def _table(run: _Run, caption: str) -> Block:
    rows = tuple((RawCell(pair.label), RawCell(pair.value)) for pair in run.pairs)
    lines = [line for pair in run.pairs for line in pair.lines]
    known = [line.confidence for line in lines if line.confidence is not None]
    return Block(
        "",
        item=True,
        kind=BlockKind.TABLE,
        table=RawTable(rows, caption),
        confidence=min(known, default=None),
        doubtful=tuple(doubt for line in lines for doubt in line.doubtful),
    )
