"""Figures that text recognition may have misread: told with what is quoted, for a person to look at the picture."""

import re
from collections.abc import Iterator, Sequence

from rag.documents.blocks import RawCell
from rag.documents.loaders.pdf.grid import is_of_figures
from rag.documents.tables import is_figure

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


def misfits(rows: Sequence[Sequence[RawCell]]) -> Iterator[str]:
    """Cells that are no figures in columns of figures, below the first figure of the column; rows without spans."""
    width = len(rows[0]) if rows else 0
    if any(len(row) != width or any(cell.columns > 1 or cell.rows > 1 for cell in row) for row in rows):
        return
    for column in ([row[at].text for row in rows] for at in range(width)):
        if is_of_figures(column):
            first = next(at for at, text in enumerate(column) if is_figure(text))
            yield from (text for text in column[first:] if text.strip(" -–—") and not is_figure(text))
