"""Files to documents: one loader per format, chosen by suffix and content."""

from collections.abc import Callable, Iterator
from pathlib import Path

from rag.documents.cleaning import RawPage, clean
from rag.documents.loaders import docx, eml, html, jsonl, markdown, odt, pdf, plain, pptx
from rag.documents.loaders.kinds import ADVICE, LOCKED, kind_of
from rag.documents.loaders.reading import read_bytes
from rag.documents.loaders.sheets import delimited, xlsx
from rag.errors import UnreadableDocument, UnsupportedFormat
from rag.types import Document

_Parser = Callable[[bytes, Path], RawPage]

_PARSERS: dict[str, _Parser] = {
    ".txt": plain.parse,
    ".text": plain.parse,
    ".md": markdown.parse,
    ".markdown": markdown.parse,
    ".html": html.parse,
    ".htm": html.parse,
    ".xhtml": html.parse,
    ".pdf": pdf.parse,
    ".docx": docx.parse,
    ".docm": docx.parse,
    ".dotx": docx.parse,
    ".xlsx": xlsx.parse,
    ".xlsm": xlsx.parse,
    ".eml": eml.parse,
    ".mht": eml.parse_page,
    ".mhtml": eml.parse_page,
    ".odt": odt.parse,
    ".ott": odt.parse,
    ".pptx": pptx.parse,
    ".pptm": pptx.parse,
    ".ppsx": pptx.parse,
    ".csv": delimited.parse,
    ".tsv": delimited.parse,
}
_MESSAGE = ".eml"
_MAX_DEPTH = 3  # of messages attached to messages
_LINE_SUFFIXES = frozenset({".jsonl", ".ndjson"})
supported_suffixes = frozenset(_PARSERS) | _LINE_SUFFIXES


def load(path: Path, document_id: str, max_bytes: int) -> Iterator[Document | UnreadableDocument]:
    """One document a file, one a line of JSON Lines (under its own id), one for each file attached to a message.

    What cannot be read comes as an error.
    """
    suffix = path.suffix.lower()
    if suffix not in supported_suffixes and suffix not in ADVICE:
        known = ", ".join(sorted(supported_suffixes))
        yield UnsupportedFormat(
            str(path), f"files of type '{suffix or path.name}' are not read; save it as one of {known}"
        )
        return
    try:
        data = read_bytes(path, max_bytes)
    except UnreadableDocument as error:
        yield error
        return
    yield from _read(data, path, document_id, depth=0)


def _read(data: bytes, path: Path, document_id: str, depth: int) -> Iterator[Document | UnreadableDocument]:
    """The documents in `data`; `depth`: in how many messages it was attached."""
    try:
        kind = kind_of(path.suffix.lower(), data)
        yield from _documents(kind, data, path, document_id)
        for each in eml.attachments(data) if kind == _MESSAGE and depth < _MAX_DEPTH else ():
            if kind_of(Path(each.name).suffix.lower(), each.data) in supported_suffixes:
                yield from _read(each.data, path / each.name, f"{document_id}/{each.name}", depth + 1)
    except UnreadableDocument as error:
        yield error
    except Exception as error:
        # A library choking on one stranger's file must not stop the others.
        failure = UnreadableDocument(
            str(path), f"it could not be read ({type(error).__name__}); open and save it again"
        )
        failure.__cause__ = error
        yield failure


def _documents(kind: str, data: bytes, path: Path, document_id: str) -> Iterator[Document | UnreadableDocument]:
    if kind == LOCKED:
        yield UnreadableDocument(str(path), ADVICE[kind])
    elif kind not in supported_suffixes:
        yield UnsupportedFormat(str(path), ADVICE.get(kind, f"files of type '{kind}' are not read"))
    elif kind in _LINE_SUFFIXES:
        yield from jsonl.parse(data, path)
    else:
        yield _load_one(_PARSERS[kind], data, path, document_id)


def _load_one(parse: _Parser, data: bytes, path: Path, document_id: str) -> Document | UnreadableDocument:
    document = clean(parse(data, path), document_id, str(path))
    if not document.text:
        return UnreadableDocument(str(path), "no text is left in it once menus and links are gone; check the file")
    return document
