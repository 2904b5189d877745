"""Word documents (.docx): what a reader sees of them, in reading order."""

import zipfile
from pathlib import Path

from lxml import etree

from rag.documents.cleaning import RawPage
from rag.documents.loaders.docx.body import Reader
from rag.documents.loaders.docx.heads import read_feet, read_heads
from rag.documents.loaders.docx.package import WHAT, open_package
from rag.documents.loaders.office.archive import damaged
from rag.documents.loaders.office.pieces import arranged
from rag.documents.loaders.office.titles import title_of
from rag.errors import UnreadableDocument
from rag.wording.words import N_

_MIN_LETTERS = 8


def parse(data: bytes, path: Path) -> RawPage:
    """Blocks of a document. Raises UnreadableDocument when it is encrypted, broken, a bomb or nothing but pictures."""
    try:
        package = open_package(data, path)
        reader = Reader(package)
        pieces = [*read_heads(package, reader), *reader.pieces(package.body), *read_feet(package, reader)]
    except (zipfile.BadZipFile, etree.XMLSyntaxError, EOFError) as error:
        raise damaged(path, WHAT) from error
    blocks = arranged(pieces)
    letters = sum(character.isalpha() for block in blocks for character in block.text)
    if reader.has_images and letters < _MIN_LETTERS and not any(block.table for block in blocks):
        raise UnreadableDocument(
            str(path), N_("it holds pictures without text; run text recognition (OCR) on them and add the result")
        )
    return RawPage(
        blocks, title=title_of(pieces, package.title), left_out=tuple(reader.left_out), notices=tuple(reader.notices)
    )
