"""Headers and footers of pages: kept apart, but for the labels and values that letters put into their header."""

from dataclasses import replace

from rag.documents.cleaning import RawTable
from rag.documents.loaders.office.pieces import Piece
from rag.types import BlockKind


def apart(piece: Piece) -> Piece:
    """A piece of a header or footer, which is no part of the text."""
    return Piece(replace(piece.block, text=text_of(piece), level=0, kind=BlockKind.RUNNING_HEAD, table=None))


def text_of(piece: Piece) -> str:
    table = piece.block.table
    if table is None:
        return piece.block.text
    return " ".join(cell.text for row in table.rows for cell in row if cell.text)


def is_letter_head(piece: Piece) -> bool:
    """Whether a piece holds labels and values, as the head of a letter does: "Nomor: 420/17"."""
    return piece.is_pair or _holds_pairs(piece.block.table)


def _holds_pairs(table: RawTable | None) -> bool:
    """Whether every row is a label and its value, with a colon between them, as in the head of a letter."""
    rows = [[cell.text.strip() for cell in row if cell.text.strip()] for row in table.rows] if table else []
    return bool(rows) and all(
        (len(row) == 3 and row[1] == ":") or (len(row) == 2 and (row[0] + row[1][:1]).count(":")) for row in rows
    )
