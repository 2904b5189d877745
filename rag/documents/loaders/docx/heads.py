"""Headers and footers: kept apart, but for the labels and values that letters put into their header."""

from collections.abc import Iterator

from rag.documents.loaders.docx.body import Reader
from rag.documents.loaders.docx.names import R, W
from rag.documents.loaders.docx.package import Package
from rag.documents.loaders.office.archive import read_part
from rag.documents.loaders.office.heads import apart, is_letter_head, text_of
from rag.documents.loaders.office.pieces import Piece


def read_heads(package: Package, reader: Reader) -> Iterator[Piece]:
    """The headers of all sections, each text once."""
    for piece in _read(package, reader, "header"):
        yield piece if is_letter_head(piece) else apart(piece)


def read_feet(package: Package, reader: Reader) -> Iterator[Piece]:
    """The footers of all sections, each text once."""
    yield from map(apart, _read(package, reader, "footer"))


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
            text = text_of(piece)
            if text not in said:
                said.add(text)
                yield piece
