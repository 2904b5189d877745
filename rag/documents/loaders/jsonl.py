"""JSON Lines: one document a line, {"id", "title", "text"} and optionally publisher, date, url, language, heading."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml.html import defs

from rag.documents.cleaning import Block, RawPage, clean, tidy
from rag.documents.loaders.fields import as_language, date_of, first_string
from rag.documents.loaders.html import fragment
from rag.documents.loaders.reading import decode
from rag.documents.loaders.tracing import Known, Line, digest_of
from rag.errors import UnreadableDocument
from rag.types import Document, LeftOut
from rag.wording.words import N_

_EXAMPLE = '{"id": ..., "title": ..., "text": ...}'
_HELD = 4096  # lines told of at once that were read before
_IDS = ("id", "_id", "passage_id", "docid", "doc_id")
_TEXTS = ("text", "contents", "body")
_TAG = re.compile(r"</?([a-z]+[1-6]?)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31}\d{0,2});", re.IGNORECASE)
_BREAKING = defs.block_tags | {"br"}


def parse(data: bytes, path: Path) -> Iterator[Document | UnreadableDocument]:
    """A document for each good line and an error that names the line for each bad one."""
    for number, line in enumerate(_lines(decode(data, path)), start=1):
        if line.strip():
            yield _guarded(line, f"{path}:{number}")


def parse_unknown(data: bytes, path: Path, known: frozenset[bytes]) -> Iterator[Line | Known]:
    """As `parse`, each with its line; lines with a digest among `known` are not looked into."""
    held: list[tuple[int, bytes]] = []
    for number, line in enumerate(_lines(decode(data, path)), start=1):
        if not line.strip():
            continue
        digest = digest_of(line)
        if digest in known:
            held.append((number, digest))
        if held and (digest not in known or len(held) == _HELD):
            yield Known(tuple(held))
            held.clear()
        if digest not in known:
            yield Line(digest, number, _guarded(line, f"{path}:{number}"))
    if held:
        yield Known(tuple(held))


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _guarded(line: str, where: str) -> Document | UnreadableDocument:
    try:
        return _parse_line(line, where)
    except UnreadableDocument as error:
        return error
    except Exception as error:
        # What chokes on one line must not take the lines below it along.
        return UnreadableDocument(where, N_("this line could not be read (%(error)s)"), error=type(error).__name__)


def _parse_line(line: str, where: str) -> Document | UnreadableDocument:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return UnreadableDocument(where, N_("this line is not valid JSON; each line must be one whole JSON object"))
    if not isinstance(fields, dict):
        return UnreadableDocument(where, N_("this line is not a JSON object like %(example)s"), example=_EXAMPLE)
    document_id, text = first_string(fields, *_IDS), _text(fields)
    if document_id is None:
        return UnreadableDocument(where, N_("this line has no “id”; give each document its own"))
    if text is not None:
        document = _document(fields, document_id, text, where)
        if document.text:
            return document
    return UnreadableDocument(where, N_("this line has no “text”; put the document's text in it or drop the line"))


def _document(fields: Mapping[str, Any], document_id: str, text: str, where: str) -> Document:
    heading = first_string(fields, "heading", "section")
    blocks, left_out = _read(text, Path(where))
    if heading and blocks:
        blocks = (Block(heading, level=2), *blocks)
    published, notices = date_of(fields, "published", "date")
    page = RawPage(
        blocks,
        title=first_string(fields, "title"),
        publisher=first_string(fields, "publisher"),
        published=published,
        url=first_string(fields, "url"),
        language=as_language(first_string(fields, "language", "lang")),
        left_out=left_out,
        notices=notices,
    )
    return clean(page, document_id, where)


def _read(text: str, where: Path) -> tuple[tuple[Block, ...], tuple[LeftOut, ...]]:
    """Blocks of a text that may hold HTML; one without tags is a single block."""
    tags = {tag for name in _TAG.findall(text) if (tag := name.lower()) in defs.tags}
    if not tags:
        plain = tidy(_ENTITY.sub(lambda entity: html.unescape(entity[0]), text))
        return ((Block(plain),) if plain else ()), ()
    # Where no tag breaks lines, those of the text are meant.
    return fragment(f"<div>{text if tags & _BREAKING else text.replace(chr(10), '<br>')}</div>", where)


def _text(fields: Mapping[str, Any]) -> str | None:
    return next((fields[name] for name in _TEXTS if isinstance(fields.get(name), str)), None)
