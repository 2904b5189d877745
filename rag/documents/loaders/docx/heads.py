"""Headers and footers: kept apart, but for the labels and values that letters put into their header."""

from collections.abc import Iterator
from dataclasses import replace

from rag.documents.cleaning import RawTable
from rag.documents.loaders.docx.body import Reader
from rag.documents.loaders.docx.names import R, W
from rag.documents.loaders.docx.package import Package
from rag.documents.loaders.office.archive import read_part
from rag.documents.loaders.office.pieces import Piece
from rag.types import BlockKind


def read_heads(package: Package, reader: Reader) -> Iterator[Piece]:
    """The headers of all sections, each text once."""
    for piece in _read(package, reader, "header"):
        yield piece if piece.is_pair or _holds_pairs(piece.block.table) else _apart(piece)


def read_feet(package: Package, reader: Reader) -> Iterator[Piece]:
    """The footers of all sections, each text once."""
    yield from map(_apart, _read(package, reader, "footer"))


def _read(package: Package, reader: Reader, kind: str) -> Iterator[Piece]:
    names = {
        package.relations[reference.get(R + "id")].target: None
        for section in getattr(package.body, "iter", lambda _: ())(W + "sectPr")
        for reference in section.iterfind(f"{W}{kind}Reference")
        if reference.get(R + "id") in package.relations
    }
    said: set[str] = set()
    for name in names:
        root = read_part(package.archive, name)
        for piece in reader.pieces(() if root is None else root):
            text = _text(piece)
            if text not in said:
                said.add(text)
                yield piece


def _apart(piece: Piece) -> Piece:
    return Piece(replace(piece.block, text=_text(piece), level=0, kind=BlockKind.RUNNING_HEAD, table=None))


def _text(piece: Piece) -> str:
    table = piece.block.table
    if table is None:
        return piece.block.text
    return " ".join(cell.text for row in table.rows for cell in row if cell.text)


def _holds_pairs(table: RawTable | None) -> bool:
    """Whether every row is a label and its value, with a colon between them, as in the head of a letter."""
    rows = [[cell.text.strip() for cell in row if cell.text.strip()] for row in table.rows] if table else []
    return bool(rows) and all(
        (len(row) == 3 and row[1] == ":") or (len(row) == 2 and (row[0] + row[1][:1]).count(":")) for row in rows
    )
