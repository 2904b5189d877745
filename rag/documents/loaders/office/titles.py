"""What a text document is called."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from rag.documents.cleaning import Block
from rag.documents.divisions import division_of
from rag.documents.loaders.office.pieces import Piece
from rag.types import BlockKind

_GENERIC = re.compile(r"(?:microsoft )?word[\W_].*|untitled|document\d*|dokumen\d*", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:perihal|hal|subject)\s*:\s*(.+)", re.IGNORECASE)
_OPENING = 12  # blocks among which the subject of a letter is sought
_TITLE_WORDS = 40


def title_of(pieces: Sequence[Piece], property_title: str) -> str | None:
    """The first heading, what the file calls itself, the subject of a letter, or the bold lines it opens with."""
    opening = [piece for piece in pieces if piece.block.kind is not BlockKind.RUNNING_HEAD][:_OPENING]
    first = opening[0].block if opening else None
    if first is not None and first.is_heading and first.level == 1 and division_of(first.text) is None:
        return first.text
    if property_title and not _GENERIC.fullmatch(property_title):
        return property_title
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
