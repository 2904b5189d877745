"""Word documents (.docx): what a reader sees of them, in reading order."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from lxml import etree

from rag.documents.cleaning import Block, RawPage
from rag.documents.loaders.docx.body import Reader
from rag.documents.loaders.docx.heads import read_feet, read_heads
from rag.documents.loaders.docx.package import Package, open_package
from rag.documents.loaders.office.archive import damaged
from rag.documents.loaders.office.pieces import Piece, arranged
from rag.errors import UnreadableDocument
from rag.types import BlockKind

_GENERIC = re.compile(r"(?:microsoft )?word[\W_].*|untitled|document\d*|dokumen\d*", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:perihal|hal|subject)\s*:\s*(.+)", re.IGNORECASE)
_OPENING = 12  # blocks among which the subject of a letter is sought
_TITLE_WORDS = 40
_MIN_LETTERS = 8


def parse(data: bytes, path: Path) -> RawPage:
    """Blocks of a document. Raises UnreadableDocument when it is encrypted, broken, a bomb or nothing but pictures."""
    try:
        package = open_package(data, path)
        reader = Reader(package)
        pieces = [*read_heads(package, reader), *reader.pieces(package.body), *read_feet(package, reader)]
    except (zipfile.BadZipFile, etree.XMLSyntaxError, EOFError) as error:
        raise damaged(path, "Word document") from error
    blocks = arranged(pieces)
    letters = sum(character.isalpha() for block in blocks for character in block.text)
    if reader.has_images and letters < _MIN_LETTERS and not any(block.table for block in blocks):
        raise UnreadableDocument(
            str(path), "it holds pictures without text; run text recognition (OCR) on them and add the result"
        )
    return RawPage(
        blocks, title=_title(package, pieces), left_out=tuple(reader.left_out), notices=tuple(reader.notices)
    )


def _title(package: Package, pieces: Sequence[Piece]) -> str | None:
    """The first heading, what the file calls itself, the subject of a letter, or the bold lines it opens with."""
    opening = [piece for piece in pieces if piece.block.kind is not BlockKind.RUNNING_HEAD][:_OPENING]
    if opening and opening[0].block.is_heading and opening[0].block.level == 1:
        return opening[0].block.text
    if package.title and not _GENERIC.fullmatch(package.title):
        return package.title
    subjects = (_SUBJECT.fullmatch(line) for piece in opening for line in _lines(piece.block))
    return next((found[1] for found in subjects if found), None) or _bold_opening(opening)


def _lines(block: Block) -> Iterator[str]:
    if block.table is None:
        yield block.text
        return
    for row in block.table.rows:
        yield ": ".join(text for cell in row if (text := cell.text.strip(" :\n")))


def _bold_opening(opening: Sequence[Piece]) -> str | None:
    lines = [each.block.text for each in takewhile(lambda piece: piece.centred and piece.bold, opening)]
    title = " ".join(lines)
    return title if 0 < len(title.split()) <= _TITLE_WORDS else None
