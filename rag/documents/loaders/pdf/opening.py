"""A PDF file page by page: what stands on each, and whether it can be read at all."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import pypdfium2

from rag.documents.loaders.paragraphs import Line
from rag.documents.loaders.pdf.covered import without_covered
from rag.documents.loaders.pdf.doubtful import is_doubtful, with_misfits
from rag.documents.loaders.pdf.forms import filled_in
from rag.documents.loaders.pdf.page import Page, arranged
from rag.documents.loaders.pdf.rules import drawn_on
from rag.documents.loaders.pdf.unreadable import is_garbled, is_layer, is_pictured, picture_share
from rag.documents.loaders.pdf.words import Word, characters, words_of
from rag.errors import UnreadableDocument
from rag.types import Doubt
from rag.wording.words import N_

_UNTOLD = 0.0  # how sure whoever recognised a page was
_MIN_LETTERS = 8  # a page of text has at the very least


class Unread(StrEnum):
    """Why nothing, or little, is known of a page."""

    PICTURE = "picture"
    GARBLED = "garbled"


_PAGE_TREE, _PAGE, _PACKED = (re.compile(rb"/Type\s*/" + name) for name in (rb"Pages\b", rb"Page\b", rb"ObjStm\b"))
_NO_PAGES = N_("the PDF has no pages; save it again from the program it was written with")


@dataclass(frozen=True, slots=True)
class Read:
    """A page and what hinders reading it; `pictured`: it is a picture with few lines on it."""

    page: Page
    unread: Unread | None = None
    pictured: bool = False
    recognised: bool = False  # its text was recognised in its picture


def read_pages(data: bytes, path: Path) -> list[Read]:
    """All pages. Raises UnreadableDocument when the file is encrypted or damaged."""
    try:
        document = pypdfium2.PdfDocument(data)
        document.init_forms()
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(str(path), _reason(error, data)) from error
    if not len(document):
        raise UnreadableDocument(str(path), _NO_PAGES)
    try:
        return [_read(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        message = N_("a page of the PDF is damaged; open and save it again")
        raise UnreadableDocument(str(path), message) from error
    finally:
        document.close()


def _reason(error: pypdfium2.PdfiumError, data: bytes) -> str:
    if "password" in str(error).lower() or "security" in str(error).lower():
        return N_("the PDF is protected by a password; save an open copy")
    # PDFium does not open a file without pages, and gives whatever reason it gave for the file before.
    written_out = _PAGE_TREE.search(data) and not _PACKED.search(data)
    return _NO_PAGES if written_out and not _PAGE.search(data) else N_("the PDF is damaged; open and save it again")


def _read(document: Any, number: int) -> Read:
    page = document[number]
    try:
        shown = page.get_textpage()
        text = shown.raw  # the bare handle: finding it anew for every letter takes a third of the time
        letters = characters(text)
        if is_garbled(letters):
            return Read(Page(()), Unread.GARBLED)
        words, covered = without_covered(page, text, words_of(text, letters))
        layer = is_layer(page)
        if layer:
            words = [as_recognised(word, number + 1) for word in words]
        if document.formenv is not None:
            words += filled_in(page, document.formenv)
        shown.close()
        found = replace(arranged(words, drawn_on(page)), covered=" ".join(covered))
        found = with_misfits(found, words, number + 1) if layer else found
        heights = [(item.bottom, item.bottom + item.height) for item in found.items]
        # A page left blank on purpose holds no picture.
        blank = letters_of(found) < _MIN_LETTERS
        unread = Unread.PICTURE if blank and picture_share(page) > 0 else None
        return Read(found, unread, pictured=is_pictured(page, heights), recognised=layer and unread is None)
    finally:
        page.close()


def as_recognised(word: Word, page: int) -> Word:
    """A word of a layer, whose figures are in doubt where their shape says so; `page` is 1-based."""
    part = word.fragment
    doubts = (Doubt(part.text, page, part.bottom, part.top),) if is_doubtful(part.text, confidence=1.0) else ()
    return replace(word, fragment=replace(part, confidence=_UNTOLD, doubtful=doubts))


def letters_of(page: Page) -> int:
    """How many letters the lines and tables of a page hold."""
    texts = (
        [item.text] if isinstance(item, Line) else [cell.text for row in item.rows for cell in row]
        for item in page.items
    )
    return sum(sum(map(str.isalpha, text)) for each in texts for text in each)
