"""A version opened for reading: vectors, words, passages, documents and the filters over them."""

import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from rag.errors import IndexCorrupt, IndexMissing
from rag.folders import array_of
from rag.index.lexical import LexicalIndex
from rag.index.stores.base import Rows, VectorStore
from rag.index.stores.formats import format_of
from rag.index.versions.listing import Listing
from rag.index.versions.manifest import MANIFEST, CheckedFiles, Manifest, check_sizes, read_manifest
from rag.index.versions.records import (
    UNDATED,
    Columns,
    Origin,
    Records,
    day_of,
    days,
    decode_document,
    decode_passage,
    decode_title,
)
from rag.types import Document, DocumentFacts, Filters, Passage

T = TypeVar("T")


class OpenVersion:
    """Immutable; safe to share between threads; keeps its folder from being pruned until it is garbage collected."""

    name: str
    manifest: Manifest
    store: VectorStore
    lexical: LexicalIndex
    passages: Sequence[Passage]  # decoded on access
    documents: Sequence[Document]  # decoded on access

    def __init__(self, folder: Path) -> None:
        """Opens a version folder and compares what it reads with the manifest.

        Raises IndexMissing, IndexCorrupt, StoreUnavailable.
        """
        self._hold = _Hold(folder)
        self.manifest = read_manifest(folder)
        self.name = folder.name
        check_sizes(folder, self.manifest)  # cheap, and first: nothing large is read of what is cut short
        files = CheckedFiles(folder, self.manifest)
        try:
            self.store = format_of(self.manifest.store).open(folder, files.read)
            self.lexical = LexicalIndex.open(folder / "lexical", files.read)
            self.columns = Columns.load(folder / "columns", files.read)
            self.passages = self._passages = _records(folder, "passage", decode_passage, files)
            self.documents = self._documents = _records(folder, "document", decode_document, files)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexCorrupt(f"{folder} cannot be opened ({error}): run `rag index verify`") from error
        self._positions = {document_id: i for i, document_id in enumerate(self.columns.ids)}

    def document(self, document_id: str) -> Document | None:
        """The stored document, or None."""
        position = self._positions.get(document_id)
        return None if position is None else self._documents[position]

    def document_ids(self) -> tuple[str, ...]:
        """Ids of all documents, in stored order."""
        return self.columns.ids

    def position(self, document_id: str) -> int | None:
        """Which document in stored order this is, or None."""
        return self._positions.get(document_id)

    def rows_of(self, document_id: str) -> range:
        """Rows of a document's passages; empty when there is no such document."""
        position = self._positions.get(document_id)
        if position is None:
            return range(0)
        return range(int(self.columns.passages[position]), int(self.columns.passages[position + 1]))

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """All passages of a document, in order."""
        return tuple(self._passages[row] for row in self.rows_of(document_id))

    def origin_of(self, document_id: str) -> Origin | None:
        """Where the document was read, or None."""
        position = self._positions.get(document_id)
        return None if position is None else self.columns.origins[position]

    def rows_matching(self, filters: Filters) -> Rows | None:
        """Rows of the passages whose document fits, ascending; None when nothing is filtered.

        Publishers are compared without regard to case. A date restriction leaves out documents without a date.
        """
        fitting = self._documents_matching(filters)
        if fitting is None:
            return None
        return np.flatnonzero(np.repeat(fitting, self._passage_counts)).astype(np.int64)

    def lines(self, document_id: str) -> tuple[bytes, tuple[bytes, ...]]:
        """Document and passages as stored, for copying into the next version."""
        position = self._positions[document_id]
        return self._documents.line(position), tuple(self._passages.line(row) for row in self.rows_of(document_id))

    @cached_property
    def listing(self) -> Listing:
        """All documents without their texts; made when first asked for, then kept."""
        return Listing(list(self._facts()))

    def _facts(self) -> Iterator[DocumentFacts]:
        columns = self.columns
        publishers = dict(enumerate(columns.publishers))
        known = zip(columns.ids, columns.publisher.tolist(), columns.published.tolist(), strict=True)
        rows = columns.passages.tolist()
        for position, (document_id, publisher, published) in enumerate(known):
            # The first passage is short; a document has none only when it has hardly any text.
            first, end = rows[position : position + 2]
            line = self._passages.line(first) if first < end else self._documents.line(position)
            title, language = decode_title(line)
            yield DocumentFacts(document_id, title, publishers.get(publisher), day_of(published), language)

    @cached_property
    def _passage_counts(self) -> npt.NDArray[np.int64]:
        return np.diff(self.columns.passages)

    def _documents_matching(self, filters: Filters) -> npt.NDArray[np.bool_] | None:
        columns = self.columns
        masks = []
        if filters.publisher is not None:
            wanted = filters.publisher.casefold()
            codes = [i for i, publisher in enumerate(columns.publishers) if publisher.casefold() == wanted]
            masks.append(np.isin(columns.publisher, codes))
        if filters.published_from is not None:
            masks.append(columns.published >= days(filters.published_from))
        if filters.published_to is not None:
            masks.append((columns.published <= days(filters.published_to)) & (columns.published != UNDATED))
        return np.logical_and.reduce(masks) if masks else None


def _records(folder: Path, what: str, decode: Callable[[bytes], T], files: CheckedFiles) -> Records[T]:
    path = folder / f"{what}s.jsonl"
    offsets = array_of(files.read(folder / "columns" / f"{what}_offsets.npy"))
    return Records(path, offsets, decode, files.sha256(path))


class _Hold:
    """A shared lock on a version's manifest; released when the last reference goes, or the process dies."""

    def __init__(self, folder: Path) -> None:
        try:
            self._descriptor = os.open(folder / MANIFEST, os.O_RDONLY)
        except OSError as error:
            raise IndexMissing(f"there is no index version {folder}") from error
        fcntl.flock(self._descriptor, fcntl.LOCK_SH)
        if os.fstat(self._descriptor).st_nlink == 0 or not (folder / MANIFEST).exists():
            raise IndexMissing(f"the index version {folder} was just removed")

    def __del__(self) -> None:
        if hasattr(self, "_descriptor"):
            os.close(self._descriptor)


def documents_of(folder: Path) -> dict[str, Origin]:
    """Ids and origins in a version that may be damaged; empty when that cannot be told surely."""
    try:
        columns = Columns.load(folder / "columns", CheckedFiles(folder, read_manifest(folder)).read)
    except (IndexCorrupt, ValueError, TypeError):
        return {}
    return dict(zip(columns.ids, columns.origins, strict=True))
