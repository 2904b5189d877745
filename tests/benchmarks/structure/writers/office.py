"""Sheets, slides, OpenDocument texts and letters."""

import io
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from typing import Any

import docx
import pptx
from openpyxl import Workbook
from pptx.util import Inches

_ODT = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style", "manifest"))


def workbook(fill: Callable[[Any], object]) -> bytes:
    """`fill` gets the book with one empty sheet."""
    book, buffer = Workbook(), io.BytesIO()
    fill(book)
    book.save(buffer)
    return buffer.getvalue()


def slides(fill: Callable[[Any], object]) -> bytes:
    """`fill` gets the empty show."""
    show, buffer = pptx.Presentation(), io.BytesIO()
    fill(show)
    show.save(buffer)
    return buffer.getvalue()


def slide(show: Any, title: str, *points: str, notes: str = "") -> Any:
    """A slide with a title and points below it."""
    made = show.slides.add_slide(show.slide_layouts[1])
    made.shapes.title.text = title
    made.placeholders[1].text = "\n".join(points)
    if notes:
        made.notes_slide.notes_text_frame.text = notes
    return made


def slide_table(show: Any, title: str, rows: Sequence[Sequence[str]]) -> None:
    """A slide with a title and a table below it."""
    made = show.slides.add_slide(show.slide_layouts[5])
    made.shapes.title.text = title
    size = Inches(1), Inches(2), Inches(8), Inches(3)
    table = made.shapes.add_table(len(rows), len(rows[0]), *size).table
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text


def odt(body: str) -> bytes:
    """`body`: what stands in `office:text`."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    kept = f'{head}<office:document-content {_NAMES} office:version="1.2"><office:body><office:text>{body}'
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    listed = entry.format("/", _ODT) + entry.format("content.xml", "text/xml")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("mimetype", _ODT)
        file.writestr("content.xml", f"{kept}</office:text></office:body></office:document-content>")
        file.writestr("META-INF/manifest.xml", f"{head}<manifest:manifest {_NAMES}>{listed}</manifest:manifest>")
    return buffer.getvalue()


def odt_table(*rows: str) -> str:
    """Rows of "a | b | c"."""
    columns = rows[0].count("|") + 1
    inside = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{one.strip()}</text:p></table:table-cell>" for one in row.split("|"))
        + "</table:table-row>"
        for row in rows
    )
    column = f'<table:table-column table:number-columns-repeated="{columns}"/>'
    return f'<table:table table:name="Tabel1">{column}{inside}</table:table>'


def letter(subject: str, sender: str, date: str, text: str, *, html: str = "") -> bytes:
    """A message; `date` as in RFC 5322."""
    message = EmailMessage()
    message["Subject"], message["From"], message["To"], message["Date"] = subject, sender, "warga@example.org", date
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def docx_of(fill: Callable[[Any], object]) -> bytes:
    """`fill` gets the empty document of python-docx, as a program that makes reports writes it."""
    made, buffer = docx.Document(), io.BytesIO()
    fill(made)
    made.save(buffer)
    return buffer.getvalue()


def docx_table(document: Any, rows: Sequence[Sequence[str]], merges: Sequence[tuple[int, int, int, int]] = ()) -> Any:
    """`merges`: row and column of the first and of the last cell that become one."""
    table = document.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text:
                table.cell(number, column).text = text
    for top, left, bottom, right in merges:
        table.cell(top, left).merge(table.cell(bottom, right))
    return table
