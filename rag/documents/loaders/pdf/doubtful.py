"""Figures that text recognition may have misread: told with what is quoted, for a person to look at the picture."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.documents.blocks import RawCell
from rag.documents.loaders.paragraphs import Line
from rag.documents.loaders.pdf.captions import Item
from rag.documents.loaders.pdf.fragments import Fragment
from rag.documents.loaders.pdf.grid import is_of_figures
from rag.documents.loaders.pdf.page import Page
from rag.documents.loaders.pdf.words import Word
from rag.documents.table_heads import is_figure
from rag.types import Doubt

SURE = 0.8  # confidence below which a word with a figure in it must be looked at
_ENDS = ".,;:()\"'“”"
_LIKE_FIGURES = re.compile(r"[\dOoQIlL|SsBZzg]{2,}")  # "SLL" is what 577 may be read as
# A colon where thousands are parted, letters among figures, a letter for the first or last of them.
_MISSHAPEN = re.compile(r"(?<!\d)(?:[02-9]|\d{2,}):\d{3}|\d[OoIlSsBZ]\d|(?<![^\W\d_])[OIlSBZ]\d{2}|\d{2}[OoIl|S](?!\w)")


def is_doubtful(word: str, confidence: float) -> bool:
    """Whether a word as recognised has a figure that may be another; `confidence` 0..1."""
    bare = word.strip(_ENDS)
    figures = any(map(str.isdecimal, bare))
    if figures and _MISSHAPEN.search(bare) is not None:
        return True
    return confidence < SURE and (figures or _LIKE_FIGURES.fullmatch(bare) is not None)


def with_misfits(page: Page, words: Sequence[Word], number: int) -> Page:
    """The page with the misfits of its recognised tables, where they stand on it; `number` of the page, 1-based."""
    fragments = [word.fragment for word in words]
    return replace(page, items=tuple(_doubted(item, fragments, number) for item in page.items))


def _doubted(item: Item, fragments: Sequence[Fragment], number: int) -> Item:
    if isinstance(item, Line) or item.confidence is None:
        return item
    known = {doubt.word for doubt in item.doubtful}
    odd = [text for text in dict.fromkeys(misfits(item.rows)) if text not in known]
    within = [each for each in fragments if item.bottom <= each.middle <= item.top]
    placed = ((text, next((each for each in within if each.text in text.split()), None)) for text in odd)
    found = (Doubt(text, number, each.bottom, each.top) for text, each in placed if each is not None)
    return replace(item, doubtful=(*item.doubtful, *found))


def misfits(rows: Sequence[Sequence[RawCell]]) -> Iterator[str]:
    """Cells that are no figures in columns of figures, below the first figure of the column; rows without spans."""
    width = len(rows[0]) if rows else 0
    if any(len(row) != width or any(cell.columns > 1 or cell.rows > 1 for cell in row) for row in rows):
        return
    for column in ([row[at].text for row in rows] for at in range(width)):
        if is_of_figures(column):
            first = next(at for at, text in enumerate(column) if is_figure(text))
            yield from (text for text in column[first:] if text.strip(" -–—") and not is_figure(text))
