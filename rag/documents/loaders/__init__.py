"""Files to documents: one loader per format, chosen by suffix and content."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

from rag.documents.cleaning import Block, RawPage, clean
from rag.documents.loaders.kinds import ADVICE, LOCKED, kind_of
from rag.documents.loaders.reading import read_bytes
from rag.documents.loaders.tracing import Bytes, Traced
from rag.errors import UnreadableDocument, UnsupportedFormat
from rag.types import Document
from rag.wording.words import N_

_Parser = Callable[[bytes, Path], RawPage]

# Module and function; each is imported when a file of its kind is read: together they take half a second.
_PARSERS = {
    ".txt": "plain:parse",
    ".text": "plain:parse",
    ".md": "markdown:parse",
    ".markdown": "markdown:parse",
    ".html": "html:parse",
    ".htm": "html:parse",
    ".xhtml": "html:parse",
    ".pdf": "pdf:parse",
    ".docx": "docx:parse",
    ".docm": "docx:parse",
    ".dotx": "docx:parse",
    ".xlsx": "sheets.xlsx:parse",
    ".xlsm": "sheets.xlsx:parse",
    ".eml": "eml:parse",
    ".mht": "eml:parse_page",
    ".mhtml": "eml:parse_page",
    ".odt": "odt:parse",
    ".ott": "odt:parse",
    ".pptx": "pptx:parse",
    ".pptm": "pptx:parse",
    ".ppsx": "pptx:parse",
    ".csv": "sheets.delimited:parse",
    ".tsv": "sheets.delimited:parse",
}
_MESSAGE = ".eml"
_PICTURES = ".pdf"  # the kind whose pages may be pictures of text
_MAX_DEPTH = 3  # of messages attached to messages
_LINE_SUFFIXES = frozenset({".jsonl", ".ndjson"})
supported_suffixes = frozenset(_PARSERS) | _LINE_SUFFIXES


def load(
    path: Path, document_id: str, max_bytes: int, recognise: bool = False
) -> Iterator[Document | UnreadableDocument]:
    """One document a file, one a line of JSON Lines (under its own id), one for each file attached to a message.

    What cannot be read comes as an error. `recognise`: pages that are pictures are read by text recognition.
    """
    for item in load_traced(path, document_id, max_bytes, recognise, known=None):
        if isinstance(item, Document | UnreadableDocument):
            yield item


def load_traced(
    path: Path, document_id: str, max_bytes: int, recognise: bool, known: frozenset[bytes] | None
) -> Iterator[Traced]:
    """As `load`, with where each document came from; lines with a digest among `known` are only named.

    Without `known`, nothing but documents and errors.
    """
    suffix = path.suffix.lower()
    if suffix not in supported_suffixes and suffix not in ADVICE:
        others = ", ".join(sorted(supported_suffixes))
        yield UnsupportedFormat(
            str(path),
            N_("files of type '%(kind)s' are not read; save it as one of %(known)s"),
            kind=suffix or path.name,
            known=others,
        )
        return
    try:
        data = read_bytes(path, max_bytes)
    except UnreadableDocument as error:
        yield error
        return
    if known is not None:
        yield Bytes(hashlib.sha256(data).hexdigest())
    yield from _read(data, path, document_id, recognise, known)


def _read(
    data: bytes, path: Path, document_id: str, recognise: bool, known: frozenset[bytes] | None, depth: int = 0
) -> Iterator[Traced]:
    """The documents in `data`; `depth`: in how many messages it was attached."""
    try:
        kind = kind_of(path.suffix.lower(), data)
        yield from _documents(kind, data, path, document_id, recognise, known)
        for each in _attachments(data) if kind == _MESSAGE and depth < _MAX_DEPTH else ():
            if kind_of(Path(each.name).suffix.lower(), each.data) in supported_suffixes:
                inside = path / each.name, f"{document_id}/{each.name}"
                # Lines of an attachment have no numbers of their own in the file: it is read whole.
                yield from _read(each.data, *inside, recognise, None, depth + 1)
    except UnreadableDocument as error:
        yield error
    except MemoryError:
        yield UnreadableDocument(
            str(path), N_("reading it needs more memory than one file may take; split it, or raise RAG_PARSE_MB")
        )
    except RecursionError:
        yield UnreadableDocument(
            str(path), N_("its parts lie too deep within each other; take out the innermost and save that by itself")
        )
    except Exception as error:
        # A library choking on one stranger's file must not stop the others.
        failure = UnreadableDocument(
            str(path), N_("it could not be read (%(error)s); open and save it again"), error=type(error).__name__
        )
        failure.__cause__ = error
        yield failure


def _documents(
    kind: str, data: bytes, path: Path, document_id: str, recognise: bool, known: frozenset[bytes] | None
) -> Iterator[Traced]:
    if kind == LOCKED:
        yield UnreadableDocument(str(path), ADVICE[kind])
    elif kind not in supported_suffixes:
        yield UnsupportedFormat(str(path), ADVICE.get(kind, N_("files of type '%(kind)s' are not read")), kind=kind)
    elif kind in _LINE_SUFFIXES:
        lines = import_module(f"{__name__}.jsonl")
        yield from lines.parse(data, path) if known is None else lines.parse_unknown(data, path, known)
    else:
        yield _load_one(_parser(kind, recognise), data, path, document_id)


def ready(suffix: str) -> None:
    """Imports what reads files with this suffix, and cleans a page, so that processes copied from this one need not.

    Patterns of dates are made when a date is first looked for: two thirds of the time that a small page takes.
    """
    if suffix.lower() in _PARSERS:
        _parser(suffix.lower())
    _clean_a_page()


@cache
def _clean_a_page() -> None:
    blocks = ("Kantor Desa", "Senin, 3 Maret 2025", "Kantor desa buka setiap hari kerja mulai pukul delapan pagi.")
    clean(RawPage(tuple(map(Block, blocks)), web=True), "")


def _parser(kind: str, recognise: bool = False) -> _Parser:
    module, function = _PARSERS[kind].split(":")
    parser: Callable[..., RawPage] = getattr(import_module(f"{__name__}.{module}"), function)
    return partial(parser, recognise=True) if recognise and kind == _PICTURES else parser


def _attachments(data: bytes) -> Sequence[Any]:
    found: Sequence[Any] = import_module(f"{__name__}.eml").attachments(data)
    return found


def _load_one(parse: _Parser, data: bytes, path: Path, document_id: str) -> Document | UnreadableDocument:
    document = clean(parse(data, path), document_id, str(path))
    if not document.text:
        return UnreadableDocument(str(path), N_("no text is left in it once menus and links are gone; check the file"))
    return document
