"""What tests of PDF files read them with."""

from collections.abc import Sequence
from pathlib import Path

from rag.documents.loaders import pdf
from rag.documents.tables import lines_of
from tests.rag.documents.loaders.pages import Filled, Placed, Words, pdf_of

Page = Sequence[Placed | Words | Filled]


def raw(pages: Sequence[Page], **made: object):
    return pdf.parse(pdf_of(pages, **made), Path("berkas.pdf"))  # type: ignore[arg-type]


def told(pages: Sequence[Page], **made: object) -> list[str]:
    """Paragraphs and rows in order, without what stands apart."""
    said: list[str] = []
    for block in raw(pages, **made).blocks:
        if block.table is not None:
            said += lines_of(block.table)
        elif block.kind is None:
            said.append(block.text)
    return said


def tables(pages: Sequence[Page], **made: object) -> list[list[str]]:
    return [list(lines_of(block.table)) for block in raw(pages, **made).blocks if block.table is not None]
