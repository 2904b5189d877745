"""The words that a reader of a file sees, found without the program that is measured."""

import email
import email.policy
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import openpyxl
import pptx
import pypdfium2
from lxml import etree, html

_UNSEEN = "script style template head noscript".split()
_RAISED = "sup sub".split()  # part of the word that they stand in
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = frozenset({f"{_W}p", f"{_W}br", f"{_W}tab", f"{_W}tc"})
_TAG = re.compile(r"<style.*?</style>|<[^<>]*>", re.DOTALL)
_HEAD = re.compile(r"\A(\+\+\+|---)\n.*?\n\1\n", re.DOTALL)  # what a Markdown file says of itself


def visible_text(name: str, data: bytes) -> str:
    """All of it, in no particular order; "" for a kind of file of which nothing is known here."""
    find = _FINDERS.get(name.rpartition(".")[2])
    return find(data) if find else ""


def _page(data: bytes) -> str:
    root = html.fromstring(data)
    for one in [*root.iter(*_UNSEEN)]:
        one.drop_tree()
    for one in [*root.iter(*_RAISED)]:
        one.drop_tag()
    return "\n".join(root.itertext())


def _word(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [one for one in file.namelist() if re.fullmatch(r"word/(document|footnotes|endnotes)\.xml", one)]
        return "\n".join("".join(_runs(etree.fromstring(file.read(one)))) for one in parts)


def _runs(root: Any) -> Iterator[str]:
    for one in root.iter():
        if any(above.tag == _FALLBACK for above in one.iterancestors()):
            continue
        if one.tag == f"{_W}t":
            yield one.text or ""
        elif one.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif one.tag in _BREAKS:
            yield "\n"


def _printed(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    return re.sub(r"[-\x02]\s*\n|\ufffe", "", text)  # a word broken where a line ends


def _workbook(data: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
    return "\n".join(cell.value for cell in cells if isinstance(cell.value, str))


def _slides(data: bytes) -> str:
    found = []
    for slide in pptx.Presentation(io.BytesIO(data)).slides:
        for shape in slide.shapes:
            found += [shape.text_frame.text] if shape.has_text_frame else []
            found += [cell.text for row in shape.table.rows for cell in row.cells] if shape.has_table else []
        found += [slide.notes_slide.notes_text_frame.text] if slide.has_notes_slide else []
    return "\n".join(found)


def _opendocument(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return "\n".join(etree.fromstring(file.read("content.xml")).itertext())


def _values(data: bytes) -> str:
    return re.sub('[,;|\t"]', " ", data.decode())


def _letter(data: bytes) -> str:
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("html", "plain"))
    if body is None:
        return ""
    text = body.get_content()
    return _page(text.encode()) if body.get_content_subtype() == "html" else text


def _collection(data: bytes) -> str:
    lines = (json.loads(line) for line in data.decode().splitlines() if line.strip())
    return "\n".join(_page(f"<div>{line.get('text') or '-'}</div>".encode()) for line in lines)


def _marked(data: bytes) -> str:
    return unescape(_TAG.sub(" ", _HEAD.sub("", data.decode())))


_FINDERS: dict[str, Callable[[bytes], str]] = {
    "html": _page,
    "docx": _word,
    "pdf": _printed,
    "xlsx": _workbook,
    "pptx": _slides,
    "odt": _opendocument,
    "csv": _values,
    "eml": _letter,
    "jsonl": _collection,
    "md": _marked,
    "txt": bytes.decode,
}
