"""Pieces onto pages, each with the notes it refers to at the foot of its own page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable

from rag.briefing.exporting.pdf.pieces import WIDTH, Piece, note_paragraph
from rag.briefing.writing.sheet import Note

SIZE = A4
MARGIN = (A4[0] - WIDTH) / 2
_TOP, FOOT = A4[1] - 60, 52.0  # points from the lower edge, where text begins and notes end
_ABOVE_NOTES = 10.0
_FIRST_LINES = 45.0  # of a paragraph that goes on overleaf


@dataclass(frozen=True, slots=True)
class Placed:
    """`bottom` is in points from the lower edge of the page."""

    flowable: Flowable
    bottom: float
    outline: str = ""


@dataclass(frozen=True, slots=True)
class PlacedNote:
    number: int
    flowable: Flowable
    height: float


@dataclass(slots=True)
class Page:
    """Filled from the top, its notes from the foot."""

    placed: list[Placed] = field(default_factory=list)
    notes: list[PlacedNote] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)
    left_from: float = _TOP

    def floor(self, more: Sequence[PlacedNote] = ()) -> float:
        """Where the notes begin, once `more` of them are there."""
        height = sum(note.height for note in (*self.notes, *more))
        return FOOT + height + (_ABOVE_NOTES if height else 0.0)


_Notes = Mapping[int, PlacedNote]


def paged(pieces: Iterable[Piece], notes: Sequence[Note]) -> list[Page]:
    """At least one page."""
    by_number = {note.number: _measured(note) for note in notes}
    pages, kept = [Page()], list[Piece]()
    for piece in pieces:
        if piece.keeps:
            kept.append(piece)
            continue
        if not _fits(pages[-1], (*kept, piece), by_number) and pages[-1].placed:
            pages.append(_opened(piece if not kept else kept[0]))
        for one in kept:
            _put(pages[-1], one, by_number)
        kept.clear()
        _place(pages, piece, by_number)
    for one in kept:
        _put(pages[-1], one, by_number)
    return pages


def _fits(page: Page, group: Sequence[Piece], notes: _Notes) -> bool:
    """Whether all of a group can begin on a page: of its last piece the first lines are enough if it may break."""
    *before, last = group
    heights = sum(piece.space + _height(piece.flowable) for piece in before)
    needed = _height(last.flowable)
    if last.breaks:
        needed = min(needed, _FIRST_LINES)
    fresh = [notes[number] for piece in group for number in _fresh(page, piece)]
    return heights + last.space + needed <= page.left_from - page.floor(fresh)


def _place(pages: list[Page], piece: Piece, notes: _Notes) -> None:
    """On the last page, and on further ones what of it does not fit there."""
    page = pages[-1]
    space = piece.space if page.placed else 0.0
    room = page.left_from - space - page.floor([notes[number] for number in _fresh(page, piece)])
    parts = [piece.flowable] if _height(piece.flowable) <= room else piece.flowable.split(WIDTH, room)
    if len(parts) < 2:
        _put(page, piece, notes)
        return
    _put(page, replace(piece, flowable=parts[0]), notes)
    pages.append(Page())
    for rest in parts[1:]:
        _place(pages, replace(piece, flowable=rest, outline="", space=0.0), notes)


def _fresh(page: Page, piece: Piece) -> list[int]:
    return [number for number in dict.fromkeys(piece.notes) if number not in page.numbers]


def _opened(piece: Piece) -> Page:
    """A new page, with the head of the table that goes on there."""
    page = Page()
    if piece.above is not None:
        _put(page, Piece(piece.above), {})
    return page


def _put(page: Page, piece: Piece, notes: _Notes) -> None:
    fresh = _fresh(page, piece)
    page.notes += [notes[number] for number in fresh]
    page.numbers.update(fresh)
    page.left_from -= (piece.space if page.placed else 0.0) + _height(piece.flowable)
    page.placed.append(Placed(piece.flowable, page.left_from, piece.outline))


def _height(flowable: Flowable) -> float:
    return float(flowable.wrap(WIDTH, SIZE[1])[1])


def _measured(note: Note) -> PlacedNote:
    paragraph = note_paragraph(note)
    return PlacedNote(note.number, paragraph, _height(paragraph) + 1)
