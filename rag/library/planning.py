"""Which documents the next version is to hold, and how that differs from the one in use."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from rag.index.sources import Given, SourceFile
from rag.index.versions import OpenVersion, Origin
from rag.library.catalogue import Catalogue
from rag.library.looking import revised
from rag.library.records import Entry, Field, State
from rag.types import Document


class Effect(StrEnum):
    """What publishing does to a document of the public index."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One document that publishing adds, changes or removes."""

    document_id: str
    title: str
    effect: Effect
    fields: tuple[Field, ...] = ()  # that change
    file: bool = False  # its file is another one


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the public index is to hold of the library.

    `known`: the ids of documents that are the library's, also where the index holds one that was read elsewhere.
    """

    entries: tuple[Entry, ...]
    known: frozenset[str]


def wanted(catalogue: Catalogue, drafts: Collection[str] | None = None) -> Wanted:
    """Everything published, and the drafts with these ids, or all; what one of these supersedes goes."""
    entries = tuple(catalogue.entries())
    chosen = [e for e in entries if e.state is State.DRAFT and (drafts is None or e.id in drafts)]
    superseded = {entry.supersedes for entry in chosen}
    staying = (e for e in entries if e.state is State.PUBLISHED and e.id not in superseded)
    found = (*staying, *chosen)
    return Wanted(found, frozenset(e.id for e in (*found, *(e for e in entries if e.ever_published))))


def given(folder: Path, what: Wanted, *, reread: bool = False) -> Given:
    """The same for an ingest; only files that the version before does not hold as they are wanted are read."""
    root = folder.resolve()
    by_id = {entry.id: entry for entry in what.entries}
    sources = tuple(SourceFile(root / e.original.file, e.id, _origin(root, e), e.original.sha256) for e in what.entries)

    def revise(source: SourceFile, document: Document) -> Document:
        return revised(document, by_id[source.document_id])

    def settled(version: OpenVersion, source: SourceFile) -> bool:
        return not reread and _difference(version, root, by_id[source.document_id]) is None

    return Given(sources, frozenset({root}), what.known, revise, settled, may_empty=True)


def differences(folder: Path, what: Wanted, version: OpenVersion | None) -> Iterator[Difference]:
    """What publishing would add, change and remove."""
    root = folder.resolve()
    for entry in what.entries:
        found = _difference(version, root, entry)
        if found is not None:
            yield found
    if version is not None:
        yield from _removed(version, root, what)


def _removed(version: OpenVersion, root: Path, what: Wanted) -> Iterator[Difference]:
    staying = {entry.id for entry in what.entries}
    files = {entry.original.file for entry in what.entries}
    for document_id, origin in zip(version.columns.ids, version.columns.origins, strict=True):
        ours = origin.root == str(root)
        attached = ours and origin.file in files  # read within a file that stays
        if document_id not in staying and not attached and (ours or document_id in what.known):
            document = version.document(document_id)
            yield Difference(document_id, document.title if document else document_id, Effect.REMOVED)


def _difference(version: OpenVersion | None, root: Path, entry: Entry) -> Difference | None:
    document = version.document(entry.id) if version else None
    if version is None or document is None:
        return Difference(entry.id, entry.title, Effect.ADDED)
    fields = tuple(_changed(document, entry))
    file = version.origin_of(entry.id) != _origin(root, entry)
    return Difference(entry.id, entry.title, Effect.CHANGED, fields, file) if fields or file else None


def _changed(document: Document, entry: Entry) -> Iterable[Field]:
    held: tuple[tuple[Field, str | date | None, str | date | None], ...] = (
        (Field.TITLE, document.title, entry.title),
        (Field.PUBLISHER, document.publisher, entry.publisher),
        (Field.PUBLISHED, document.published, entry.published),
        (Field.URL, document.url, entry.url),
    )
    return (field for field, before, after in held if before != after)


def _origin(root: Path, entry: Entry) -> Origin:
    return Origin(str(root), entry.original.file)
