"""Pages for tests: a body between a menu and a foot, read as a document."""

from pathlib import Path

from rag.documents.cleaning import clean
from rag.documents.loaders import html
from rag.types import BlockKind, Document


def document(body: str, head: str = "") -> Document:
    page = (
        f"<html><head><title>Pasar Desa | Dinas Contoh</title>{head}</head><body><nav><a href='/'>Beranda</a></nav>"
        f"<main><h1>Pasar Desa</h1>{body}</main><footer>Hak cipta Dinas Contoh</footer></body></html>"
    )
    return clean(html.parse(page.encode(), Path("halaman.html")), "d")


def text(body: str) -> list[str]:
    return [line for line in document(body).text.split("\n") if line]


def headings(body: str) -> list[str]:
    read = document(body)
    return [read.text[block.start : block.end] for block in read.blocks if block.kind is BlockKind.HEADING]


def levels(body: str) -> list[tuple[str, int]]:
    """Each heading with its level."""
    read = document(body)
    heads = (block for block in read.blocks if block.kind is BlockKind.HEADING)
    return [(read.text[block.start : block.end], block.level) for block in heads]
