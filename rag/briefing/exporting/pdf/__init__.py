"""A sheet as a PDF: A4, footnotes at the foot of the page that refers to them, page numbers, an outline."""

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from rag.briefing.exporting.pdf.pages import FOOT, MARGIN, SIZE, Page, paged
from rag.briefing.exporting.pdf.pieces import pieces_of
from rag.briefing.exporting.pdf.text import REGULAR, register_fonts
from rag.briefing.writing.sheet import Sheet

_NUMBER_AT = 30.0  # points above the edge


def pdf(sheet: Sheet) -> bytes:
    """The same bytes for the same sheet."""
    register_fonts()
    pages = paged(pieces_of(sheet), sheet.notes)
    written = BytesIO()
    canvas = Canvas(written, pagesize=SIZE, invariant=1, lang=sheet.language)
    canvas.setTitle(sheet.title)
    canvas.setAuthor("Tanya Lampung")
    for number, page in enumerate(pages, start=1):
        _draw(canvas, page)
        canvas.setFont(REGULAR, 8)
        canvas.drawCentredString(SIZE[0] / 2, _NUMBER_AT, f"{sheet.page} {number} / {len(pages)}")
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def _draw(canvas: Canvas, page: Page) -> None:
    for placed in page.placed:
        if placed.outline:
            canvas.bookmarkPage(placed.outline)
            canvas.addOutlineEntry(placed.outline, placed.outline)
        placed.flowable.drawOn(canvas, MARGIN, placed.bottom)
    if page.notes:
        top = FOOT + sum(note.height for note in page.notes)
        canvas.line(MARGIN, top + 3, MARGIN + 120, top + 3)
        for note in sorted(page.notes, key=lambda one: one.number):
            top -= note.height
            note.flowable.drawOn(canvas, MARGIN, top)
