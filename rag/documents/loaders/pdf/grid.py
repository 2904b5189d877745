"""A table found on a page, and the texts of its cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from rag.documents.blocks import RawCell
from rag.documents.loaders.pdf.fragments import Fragment, merged, rows
from rag.documents.loaders.plain import join_lines
from rag.documents.table_heads import is_figure, is_year
from rag.types import Doubt


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells and where on the page they stand; `edges` are the x between and around the columns."""

    rows: tuple[tuple[RawCell, ...], ...]
    edges: tuple[float, ...]
    bottom: float
    top: float
    header_rows: int | None = None
    caption: str = ""
    pages: tuple[int, ...] = ()  # positions of rows that begin a page
    marks: str = ""  # raised marks of notes that stood in it
    confidence: float | None = None  # 0..1, of text recognised in a picture
    doubtful: tuple[Doubt, ...] = ()

    @property
    def left(self) -> float:
        return self.edges[0]

    @property
    def right(self) -> float:
        return self.edges[-1]

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def text_of(fragments: Sequence[Fragment]) -> str:
    """The words of a cell, wrapped lines joined."""
    lines = [merged(row).text for row in rows(fragments)]
    return join_lines(lines) if lines else ""


def confidence_of(fragments: Sequence[Fragment]) -> float | None:
    """How sure recognition is of words on average; None for text that was not recognised."""
    known = [each.confidence for each in fragments if each.confidence is not None]
    return fmean(known) if known else None


def doubtful_of(fragments: Sequence[Fragment]) -> tuple[Doubt, ...]:
    """The words with figures of which recognition is not sure."""
    return tuple(word for each in fragments for word in each.doubtful)


def marks_of(fragments: Sequence[Fragment]) -> str:
    """The raised marks that stand among the words of a cell."""
    return " ".join(marks for row in rows(fragments) if (marks := merged(row).marks))


def heads(texts: Sequence[Sequence[str]]) -> int:
    """How many leading rows hold words, or years, over columns of figures; 0 where no column is figures.

    `texts`: the rows, a text for each column, "" where nothing stands.
    """
    width = max(map(len, texts), default=0)
    figures = [column for column in range(1, width) if is_of_figures([row[column] for row in texts])]
    if not figures:
        return 0
    count = 0
    while count < len(texts) - 1 and not _is_of_amounts(texts, count, figures):
        count += 1
    while count > 1 and not any(texts[count - 1][at] for at in figures):
        count -= 1  # the name of a group of rows
    only_years = all(is_year(row[at]) for row in texts[count:] for at in figures if row[at])
    return 0 if only_years and any(map(is_year, texts[0])) else count


def _is_of_amounts(texts: Sequence[Sequence[str]], row: int, figures: Sequence[int]) -> bool:
    """Whether a row has figures that name no column, or everywhere the same words in their place ("belum didata").

    Below names of all its columns years are amounts too.
    """
    filled = [at for at in figures if texts[row][at]]
    said = {texts[row][at] for at in filled}
    told = [at for at in filled if is_figure(texts[row][at])]
    named = filled and texts[row][0] and all(any(above[at] for above in texts[:row]) for at in (0, *filled))
    if named and (told or (len(said) == 1 < len(filled))):
        return True
    return any(not is_year(texts[row][at]) for at in told)


def is_of_figures(column: Sequence[str]) -> bool:
    """Whether most of what stands in a column is figures."""
    filled = [text for text in column if text]
    return len(filled) > 1 and sum(map(is_figure, filled)) > 0.5 * len(filled)
