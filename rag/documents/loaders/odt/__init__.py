"""OpenDocument texts (.odt), as LibreOffice writes them."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from rag.documents.cleaning import RawPage
from rag.documents.loaders.kinds import ADVICE, LOCKED
from rag.documents.loaders.odt.body import Reader
from rag.documents.loaders.odt.names import OFFICE, STYLE
from rag.documents.loaders.odt.styles import read_styles
from rag.documents.loaders.office.archive import MAX_TREE, damaged, open_archive, read_part
from rag.documents.loaders.office.heads import apart, is_letter_head, text_of
from rag.documents.loaders.office.pieces import Piece, arranged
from rag.documents.loaders.office.titles import title_of
from rag.errors import UnreadableDocument
from rag.wording.words import N_

_WHAT = N_("OpenDocument text")
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MIN_LETTERS = 8


def parse(data: bytes, path: Path) -> RawPage:
    """Blocks of a document. Raises UnreadableDocument when it is encrypted, broken, a bomb or nothing but pictures."""
    archive = open_archive(data, path, _WHAT, "content.xml", MAX_TREE)
    if b"encryption-data" in _manifest(archive):
        raise UnreadableDocument(str(path), ADVICE[LOCKED])
    try:
        roots = [root for name in ("styles.xml", "content.xml") if (root := read_part(archive, name)) is not None]
        reader = Reader(archive, read_styles(roots))
        body = roots[-1].find(f"{OFFICE}body/{OFFICE}text")
        pieces = [*_heads(roots[0], reader), *reader.pieces(() if body is None else body), *_feet(roots[0], reader)]
        title = _property_title(archive)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, EOFError) as error:
        raise damaged(path, _WHAT) from error
    blocks = arranged(pieces)
    letters = sum(character.isalpha() for block in blocks for character in block.text)
    if reader.has_images and letters < _MIN_LETTERS and not any(block.table for block in blocks):
        raise UnreadableDocument(
            str(path), N_("it holds pictures without text; run text recognition (OCR) on them and add the result")
        )
    return RawPage(
        blocks, title=title_of(pieces, title), left_out=tuple(reader.left_out), notices=tuple(reader.notices)
    )


def _manifest(archive: zipfile.ZipFile) -> bytes:
    return archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in archive.namelist() else b""


def _heads(styles: Any, reader: Reader) -> Iterator[Piece]:
    for piece in _edges(styles, reader, ("header-first", "header", "header-left")):
        yield piece if is_letter_head(piece) else apart(piece)


def _feet(styles: Any, reader: Reader) -> Iterator[Piece]:
    yield from map(apart, _edges(styles, reader, ("footer-first", "footer", "footer-left")))


def _edges(styles: Any, reader: Reader, names: tuple[str, ...]) -> Iterator[Piece]:
    """Headers or footers of all kinds of pages, each text once."""
    said: set[str] = set()
    for page in styles.iter(STYLE + "master-page"):
        for element in (each for name in names for each in page.iterfind(STYLE + name)):
            for piece in reader.pieces(element):
                text = text_of(piece)
                if text not in said:
                    said.add(text)
                    yield piece


def _property_title(archive: zipfile.ZipFile) -> str:
    root = read_part(archive, "meta.xml")
    return "" if root is None else " ".join((root.findtext(f".//{_TITLE}") or "").split())
