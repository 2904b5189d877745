"""JSON Lines: one document a line, {"id", "title", "text"} and optionally publisher, date, url, language, heading."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rag.documents.cleaning import Block, RawPage, clean, tidy
from rag.documents.loaders.fields import as_date, as_language, first_string
from rag.documents.loaders.reading import decode
from rag.errors import UnreadableDocument
from rag.types import Document

_IDS = ("id", "_id", "passage_id", "docid", "doc_id")
_TEXTS = ("text", "contents", "body")


def parse(data: bytes, path: Path) -> Iterator[Document | UnreadableDocument]:
    """A document for each good line and an error that names the line for each bad one."""
    for number, line in enumerate(decode(data, path).split("\n"), start=1):
        if line.strip():
            yield _guarded(line, f"{path}:{number}")


def _guarded(line: str, where: str) -> Document | UnreadableDocument:
    try:
        return _parse_line(line, where)
    except Exception as error:
        # What chokes on one line must not take the lines below it along.
        return UnreadableDocument(where, f"this line could not be read ({type(error).__name__})")


def _parse_line(line: str, where: str) -> Document | UnreadableDocument:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return UnreadableDocument(where, "this line is not valid JSON; each line must be one whole JSON object")
    if not isinstance(fields, dict):
        return UnreadableDocument(where, 'this line is not a JSON object like {"id": ..., "title": ..., "text": ...}')
    document_id, text = first_string(fields, *_IDS), _text(fields)
    if document_id is None:
        return UnreadableDocument(where, 'this line has no "id"; give each document its own')
    if text is None or not tidy(text):
        return UnreadableDocument(where, 'this line has no "text"; put the document\'s text in it or drop the line')
    return _document(fields, document_id, text, where)


def _document(fields: Mapping[str, Any], document_id: str, text: str, where: str) -> Document:
    heading = first_string(fields, "heading", "section")
    blocks = [Block(tidy(text))]
    if heading:
        blocks.insert(0, Block(heading, level=2))
    page = RawPage(
        tuple(blocks),
        title=first_string(fields, "title"),
        publisher=first_string(fields, "publisher"),
        published=as_date(fields.get("published") or fields.get("date")),
        url=first_string(fields, "url"),
        language=as_language(first_string(fields, "language", "lang")),
    )
    return clean(page, document_id, where)


def _text(fields: Mapping[str, Any]) -> str | None:
    return next((fields[name] for name in _TEXTS if isinstance(fields.get(name), str)), None)
