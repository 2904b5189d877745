"""What stands on the pages of a PDF, piece by piece: paragraphs, and tables row by row so that they may break."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table

from rag.briefing.exporting.pdf.text import BOLD, REGULAR, linked, marked_up, plain, raised
from rag.briefing.exporting.widths import shares
from rag.briefing.writing.sheet import Grid, Heading, Line, Note, Sheet

WIDTH = 453.5  # points between the margins
_LINE = ParagraphStyle("line", fontName=REGULAR, fontSize=10, leading=14, leftIndent=12, bulletIndent=0)
_PLAIN = ParagraphStyle("plain", parent=_LINE, leftIndent=0)
_CELL = ParagraphStyle("cell", fontName=REGULAR, fontSize=8.5, leading=11.5)
_HEAD = ParagraphStyle("head", parent=_CELL, fontName=BOLD)
_CAPTION = ParagraphStyle("caption", fontName=BOLD, fontSize=9, leading=12)
_TITLE = ParagraphStyle("title", fontName=BOLD, fontSize=18, leading=23)
_FACT = ParagraphStyle("fact", fontName=REGULAR, fontSize=8.5, leading=12, textColor=HexColor("#555555"))
_HEADING = ParagraphStyle("heading", fontName=BOLD, fontSize=12.5, leading=17)
_NOTE = ParagraphStyle("note", fontName=REGULAR, fontSize=7.5, leading=10)
_RULES = HexColor("#999999")


@dataclass(frozen=True, slots=True)
class Piece:
    """`above` is drawn again at the head of a page that the piece opens; `outline` names it in the reader's list."""

    flowable: Flowable
    notes: tuple[int, ...] = ()
    space: float = 3.0  # points above it
    keeps: bool = False  # on the page of what follows
    breaks: bool = False  # may go on overleaf; a row only where a page is too short for it
    above: Flowable | None = None
    outline: str = ""


def pieces_of(sheet: Sheet) -> Iterator[Piece]:
    yield Piece(Paragraph(plain(sheet.title), _TITLE))
    for fact in sheet.facts:
        yield Piece(Paragraph(plain(fact), _FACT))
    for block in sheet.blocks:
        if isinstance(block, Heading):
            yield Piece(Paragraph(plain(block.text), _HEADING), space=12, keeps=True, outline=block.text)
        elif isinstance(block, Line):
            yield Piece(_line(block), block.notes, space=4, breaks=True)
        else:
            yield from _of_grid(block)


def note_paragraph(note: Note) -> Flowable:
    link = f" {linked(note.link)}" if note.link else ""
    return Paragraph(f"{raised(note.number)} {plain(note.text)}{link}", _NOTE)


def _line(line: Line) -> Flowable:
    if line.item:
        return Paragraph(marked_up(line), _LINE, bulletText="•")
    return Paragraph(marked_up(line), _PLAIN)


def _of_grid(grid: Grid) -> Iterator[Piece]:
    if grid.caption is not None:
        yield Piece(Paragraph(marked_up(grid.caption), _CAPTION), grid.caption.notes, space=8, keeps=True)
    widths = [WIDTH * share for share in shares(grid)]
    head = _row([Paragraph(plain(name), _HEAD) for name in grid.columns], widths) if grid.columns else None
    if head is not None:
        yield Piece(head, space=4, keeps=True)
    for row in grid.rows:
        cells = [Paragraph(marked_up(line), _CELL) for line in row]
        notes = tuple(number for line in row for number in line.notes)
        yield Piece(_row(cells, widths), notes, space=0, above=head)


def _row(cells: Sequence[Flowable], widths: Sequence[float]) -> Flowable:
    style = [
        ("GRID", (0, 0), (-1, -1), 0.4, _RULES),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
    ]
    return Table([list(cells)], colWidths=list(widths), style=style, splitInRow=1)
