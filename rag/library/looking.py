"""What a file says, read in a process of its own, and how it will be found."""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from rag.documents.apart import Job, reading
from rag.documents.chunking import CountTokens, split
from rag.documents.cleaning import content_hash
from rag.errors import LibraryProblem, UnreadableDocument
from rag.folders import sha256_of
from rag.index.ingest import limits_of
from rag.index.sources import NOT_WHAT_IT_WAS
from rag.library.records import Entry, Field, Found, Original
from rag.settings import Settings
from rag.types import Document, Passage
from rag.wording.files import notices_of
from rag.wording.words import N_


@dataclass(frozen=True, slots=True)
class Preview:
    """A document as it will be published; `attached` are those read from files within it."""

    document: Document
    passages: tuple[Passage, ...]
    attached: tuple[Document, ...] = ()


def look(folder: Path, name: str, original: Original, settings: Settings) -> Found:
    """What is read in a file of the library. Raises UnreadableDocument, naming it as people know it."""
    first, *_ = _documents(folder, name, name, original, settings)
    return Found(
        title=first.title,
        publisher=first.publisher,
        published=first.published,
        url=first.url,
        language=first.language,
        notices=notices_of(first),
        characters=len(first.text),
    )


def preview(folder: Path, entry: Entry, settings: Settings, count_tokens: CountTokens) -> Preview:
    """The cleaned text and the passages of a document, with what people say of it. Raises UnreadableDocument."""
    found = _documents(folder, entry.id, entry.name, entry.original, settings)
    first, *others = (revised(document, entry) for document in found)
    return Preview(first, split(first, count_tokens, settings.passage_tokens), tuple(others))


def revised(document: Document, entry: Entry) -> Document:
    """The document with what people say of it; one read within it keeps its own title and address."""
    said: dict[str, object] = {"publisher": entry.publisher, "published": entry.published}
    if document.id == entry.id:
        said |= {"title": entry.title, "url": entry.url}
    said = {name: value for name, value in said.items() if Field(name) in entry.said}
    if not said:
        return document
    changed = replace(document, **said)  # type: ignore[arg-type]  # each value is of the type of its field
    return replace(changed, content_hash=content_hash(changed))


def original_path(folder: Path, original: Original) -> Path:
    """Where the file is. Raises LibraryProblem when it is gone, or has other bytes than those that were added."""
    path = folder / original.file
    if not path.is_file():
        raise LibraryProblem(
            N_("%(path)s is gone: put it back from a backup, or replace the document with the file"), path=path
        )
    try:
        found = path.stat()
        whole = _sha256(path, found.st_ino, found.st_size, found.st_mtime_ns) == original.sha256
    except OSError:
        whole = False
    if not whole:
        raise LibraryProblem(NOT_WHAT_IT_WAS)
    return path


@lru_cache(maxsize=4096)
def _sha256(path: Path, *_stamp: int) -> str:
    """Of a file that is not read again while it looks untouched."""
    return sha256_of(path)


def _documents(folder: Path, document_id: str, name: str, original: Original, settings: Settings) -> list[Document]:
    """At least one. Raises UnreadableDocument with the first thing that is wrong."""
    job = Job(original_path(folder, original), document_id)
    with reading([job], limits_of(settings)) as files:
        items = [item for file in files for item in file]
    documents: list[Document] = []
    for item in items:
        if isinstance(item, UnreadableDocument):
            raise UnreadableDocument(name, item.reason)
        documents.append(item)
    if not documents:
        raise UnreadableDocument(name, N_("nothing could be read in it; check the file"))
    return documents
