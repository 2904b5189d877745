"""A version opened for reading: vectors, words, passages, documents and the filters over them."""

import fcntl
import os
from collections.abc import Callable, Iterator
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from rag.errors import IndexCorrupt, IndexMissing
from rag.folders import array_of, open_regular
from rag.index.lexical import LexicalIndex
from rag.index.postings import Postings
from rag.index.stores.base import Rows, VectorStore
from rag.index.stores.formats import format_of
from rag.index.term_columns import stored_postings
from rag.index.versions.columns import UNDATED, Origin, StoredColumns, day_of, days
from rag.index.versions.lines import Records
from rag.index.versions.listing import Listing
from rag.index.versions.manifest import MANIFEST, CheckedFiles, check_sizes, read_manifest
from rag.index.versions.readings import Readings
from rag.index.versions.readings import load as load_readings
from rag.index.versions.records import decode_document, decode_passage, decode_title
from rag.types import Document, DocumentFacts, Filters, Passage
from rag.wording.words import N_

T = TypeVar("T")

WHOLE_UP_TO = 1_000_000_000  # bytes: reading them takes a second


class OpenVersion:
    """Immutable; safe to share between threads; keeps its folder from being pruned until it is garbage collected."""

    def __init__(self, folder: Path, whole: bool | None = None) -> None:
        """Opens a version folder; what is read of it is compared with the manifest, or a checksum, when it is read.

        `whole`: now, all of it; None means that of all but large ones. Otherwise whatever is asked for later may raise
        IndexCorrupt. Raises IndexMissing, IndexCorrupt, StoreUnavailable.
        """
        self._hold = _Hold(folder)
        self.manifest = read_manifest(folder)
        self.name = folder.name
        self._folder = folder
        self.whole = self.manifest.size <= WHOLE_UP_TO if whole is None else whole
        check_sizes(folder, self.manifest)  # cheap, and first: nothing large is read of what is cut short
        self._files = CheckedFiles(folder, self.manifest)
        if self.whole:
            self._load()
            self.compare()

    def compare(self) -> None:
        """Compares every file that was not read yet with the manifest. Raises IndexCorrupt."""
        self._files.compare()

    def _load(self) -> None:
        for part in (self.store, self.lexical, self.passages, self.documents, self._positions):
            len(part)
        for name in ("hashes", "origins", "passages", "published", "publishers", "publisher", "bands"):
            self._read(partial(getattr, self.columns, name))

    @cached_property
    def store(self) -> VectorStore:
        """Row i is the vector of passage i."""
        return self._read(lambda: format_of(self.manifest.store).open(self._folder, self._files.read))

    @cached_property
    def lexical(self) -> LexicalIndex:
        """Row i is passage i."""
        return self._read(lambda: LexicalIndex.open(self._folder / "lexical", self._files.read, self.whole))

    @property
    def postings(self) -> Postings | None:
        """Which passages hold which terms; None where another release made the terms. Read anew each time."""
        return self._read(lambda: stored_postings(self._folder / "lexical", self._files.read))

    @cached_property
    def columns(self) -> StoredColumns:
        """What is known of the documents."""
        return StoredColumns(self._folder / "columns", self._files.read)

    @cached_property
    def passages(self) -> Records[Passage]:
        """Decoded on access."""
        return self._read(lambda: self._records("passage", decode_passage))

    @cached_property
    def documents(self) -> Records[Document]:
        """Decoded on access."""
        return self._read(lambda: self._records("document", decode_document))

    @cached_property
    def readings(self) -> Readings:
        """What was read to make it; none in versions of earlier releases."""
        if "readings/files.json" not in self.manifest.files:
            return Readings()
        columns, folder = self.columns, self._folder / "readings"
        return self._read(lambda: load_readings(folder, columns.ids, columns.hashes, self._files.read))

    @cached_property
    def _positions(self) -> dict[str, int]:
        return self._read(lambda: {document_id: i for i, document_id in enumerate(self.columns.ids)})

    def _read(self, part: Callable[[], T]) -> T:
        try:
            return part()
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexCorrupt(
                N_("%(folder)s cannot be opened (%(reason)s): run `rag index verify`"),
                folder=self._folder,
                reason=error,
            ) from error

    def _records(self, what: str, decode: Callable[[bytes], T]) -> Records[T]:
        path, columns = self._folder / f"{what}s.jsonl", self._folder / "columns"
        offsets = array_of(self._files.read(columns / f"{what}_offsets.npy"))
        sums = columns / f"{what}_sums.npy"
        if self._files.holds(sums):
            return Records(path, offsets, decode, array_of(self._files.read(sums)))
        return Records(path, offsets, decode, sha256=self._files.sha256(path))  # a version of an earlier release

    def document(self, document_id: str) -> Document | None:
        """The stored document, or None."""
        position = self._positions.get(document_id)
        return None if position is None else self.documents[position]

    def decoding_once(self) -> Callable[[str], Document]:
        """Documents by their ids; what is asked for several times is decoded once, and held as long as this is.

        It raises IndexMissing for an id that is not in the version.
        """

        @cache
        def document_of(document_id: str) -> Document:
            document = self.document(document_id)
            if document is None:
                raise IndexMissing(
                    N_("document %(document_id)s is not in index version %(name)s"),
                    document_id=document_id,
                    name=self.name,
                )
            return document

        return document_of

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
        return tuple(self.passages[row] for row in self.rows_of(document_id))

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
        return self.documents.line(position), tuple(self.passages.line(row) for row in self.rows_of(document_id))

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
            line = self.passages.line(first) if first < end else self.documents.line(position)
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


class _Hold:
    """A shared lock on a version's manifest; released when the last reference goes, or the process dies."""

    def __init__(self, folder: Path) -> None:
        try:
            self._descriptor = open_regular(folder / MANIFEST)
        except OSError as error:
            raise IndexMissing(N_("there is no index version %(folder)s"), folder=folder) from error
        fcntl.flock(self._descriptor, fcntl.LOCK_SH)
        if os.fstat(self._descriptor).st_nlink == 0 or not (folder / MANIFEST).exists():
            raise IndexMissing(N_("the index version %(folder)s was just removed"), folder=folder)

    def __del__(self) -> None:
        if hasattr(self, "_descriptor"):
            os.close(self._descriptor)


def documents_of(folder: Path) -> dict[str, Origin]:
    """Ids and origins in a version that may be damaged; empty when that cannot be told surely."""
    try:
        columns = StoredColumns(folder / "columns", CheckedFiles(folder, read_manifest(folder)).read)
        return dict(zip(columns.ids, columns.origins, strict=True))
    except (IndexCorrupt, ValueError, KeyError, TypeError):
        return {}
