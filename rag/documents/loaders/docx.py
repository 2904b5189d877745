"""Word documents (.docx): paragraphs, headings by style, lists and tables in reading order."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table
from lxml import etree

from rag.documents.cleaning import Block, RawPage
from rag.documents.tables import table_of
from rag.errors import UnreadableDocument

_HEADING_STYLE = re.compile(r"(?:heading|judul|tajuk)\s*(\d)", re.IGNORECASE)
_MAX_EXPANSION = 200  # times its packed size; real documents stay far below
_MAX_UNPACKED = 512 * 1024 * 1024  # bytes
_MAX_PARSED = 64 * 1024 * 1024  # bytes of XML: as a tree they take ten times the memory; a long book has 10 MB
_ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an OLE container: Word's encryption, or the old .doc


def parse(data: bytes, path: Path) -> RawPage:
    """Blocks of a document. Raises UnreadableDocument when it is encrypted, broken or a bomb."""
    if data.startswith(_ENCRYPTED):
        raise UnreadableDocument(
            str(path), "it is protected by a password or in the old .doc format; save it as an open .docx"
        )
    _check_archive(data, path)
    try:
        document = docx.Document(io.BytesIO(data))
        _unwrap(document.element.body)
        names = {style.style_id: style.name or "" for style in document.styles}
        blocks = tuple(_blocks(document, names))
        title = (document.core_properties.title or "").strip()
    except (OpcError, KeyError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError, AttributeError) as error:
        raise UnreadableDocument(str(path), "the Word document is damaged; open and save it again") from error
    return RawPage(blocks, title=_title(blocks, title))


def _check_archive(data: bytes, path: Path) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableDocument(str(path), "the Word document is damaged; open and save it again") from error
    if "word/document.xml" not in sizes:
        raise UnreadableDocument(str(path), "it is no Word document inside; save it as .docx")
    unpacked = sum(sizes.values())
    parsed = sum(size for name, size in sizes.items() if name.lower().endswith((".xml", ".rels")))
    if parsed > _MAX_PARSED or unpacked > min(_MAX_UNPACKED, max(_MAX_EXPANSION * len(data), 1 << 24)):
        raise UnreadableDocument(str(path), "it unpacks to a size no real document has; it was not opened")


def _unwrap(body: Any) -> None:
    """Takes content out of content controls, tags and tracked changes, in which python-docx does not look."""
    for wrapper in reversed(body.xpath(".//w:sdt | .//w:ins | .//w:moveTo | .//w:smartTag | .//w:customXml")):
        held = wrapper.find(qn("w:sdtContent")) if wrapper.tag == qn("w:sdt") else wrapper
        for child in () if held is None else tuple(held):
            wrapper.addprevious(child)
        wrapper.getparent().remove(wrapper)


def _blocks(document: Any, names: Mapping[str, str]) -> Iterator[Block]:
    for content in document.iter_inner_content():
        if isinstance(content, Table):
            yield table_of([_cells(row) for row in content.rows])
        else:
            yield from _paragraph(content, names)


def _paragraph(paragraph: Any, names: Mapping[str, str]) -> Iterator[Block]:
    text = paragraph.text.strip()
    style = names.get(paragraph._p.style or "", "")  # paragraph.style searches all styles anew: 2 ms
    heading = _HEADING_STYLE.match(style)
    if not text:
        return
    if heading or style.lower() in {"title", "judul"}:
        yield Block(" ".join(text.split()), min(6, int(heading[1])) if heading else 1)
    elif _is_listed(paragraph, style):
        yield Block("- " + " ".join(text.split()), item=True)
    else:
        yield from (Block(line) for line in text.split("\n"))


def _is_listed(paragraph: Any, style: str) -> bool:
    properties = paragraph._p.pPr
    return style.lower().startswith(("list", "daftar")) or (properties is not None and properties.numPr is not None)


def _cells(row: Any) -> list[str]:
    return ["\n".join(_cell_texts(cell)) for cell in row.cells]


def _cell_texts(cell: Any) -> Iterator[str]:
    for content in cell.iter_inner_content():
        if isinstance(content, Table):
            yield from (" ".join(_cells(row)) for row in content.rows)
        else:
            yield content.text


def _title(blocks: tuple[Block, ...], property_title: str) -> str | None:
    if blocks and blocks[0].level == 1:
        return blocks[0].text
    generic = re.fullmatch(r"(?:microsoft )?word[\W_].*|untitled|document\d*|dokumen\d*", property_title, re.IGNORECASE)
    return None if generic or not property_title else property_title
