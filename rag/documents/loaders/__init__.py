"""Files to documents: one loader per format, chosen by suffix and content."""

from collections.abc import Callable, Iterator
from pathlib import Path

from rag.documents.cleaning import RawPage, clean
from rag.documents.loaders import docx, html, jsonl, markdown, pdf, plain, pptx
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
    ".pptx": pptx.parse,
    ".pptm": pptx.parse,
    ".ppsx": pptx.parse,
    ".csv": delimited.parse,
    ".tsv": delimited.parse,
}
_LINE_SUFFIXES = frozenset({".jsonl", ".ndjson"})
supported_suffixes = frozenset(_PARSERS) | _LINE_SUFFIXES


def load(path: Path, document_id: str, max_bytes: int) -> Iterator[Document | UnreadableDocument]:
    """One document a file, one a line of JSON Lines (under its own id); what cannot be read comes as an error."""
    suffix = path.suffix.lower()
    if suffix not in supported_suffixes and suffix not in ADVICE:
        known = ", ".join(sorted(supported_suffixes))
        yield UnsupportedFormat(
            str(path), f"files of type '{suffix or path.name}' are not read; save it as one of {known}"
        )
        return
    try:
        data = read_bytes(path, max_bytes)
        kind = kind_of(suffix, data)
        if kind == LOCKED:
            yield UnreadableDocument(str(path), ADVICE[kind])
        elif kind not in supported_suffixes:
            yield UnsupportedFormat(str(path), ADVICE.get(kind, f"files of type '{kind}' are not read"))
        elif kind in _LINE_SUFFIXES:
            yield from jsonl.parse(data, path)
        else:
            yield _load_one(_PARSERS[kind], data, path, document_id)
    except UnreadableDocument as error:
        yield error
    except Exception as error:
        # A library choking on one stranger's file must not stop the others.
        failure = UnreadableDocument(
            str(path), f"it could not be read ({type(error).__name__}); open and save it again"
        )
        failure.__cause__ = error
        yield failure


def _load_one(parse: _Parser, data: bytes, path: Path, document_id: str) -> Document | UnreadableDocument:
    document = clean(parse(data, path), document_id, str(path))
    if not document.text:
        return UnreadableDocument(str(path), "no text is left in it once menus and links are gone; check the file")
    return document
