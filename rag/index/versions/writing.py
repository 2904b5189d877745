"""Writes the documents of a version one after the other: runs of kept ones as they are, new ones as they come."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from rag.documents.chunking import embedding_text
from rag.documents.duplicates import BANDS
from rag.index.stores.base import Rows, Vectors
from rag.index.versions.columns import Columns, Origin, days
from rag.index.versions.lines import RecordWriter
from rag.index.versions.opening import OpenVersion
from rag.index.versions.records import decode_passage, encode_document, encode_passage
from rag.types import Document, Passage

_SLAB = 2048  # passages embedded at a time, over document borders, so that batches of like length fill up
_RUN_BYTES = 16_000_000  # of kept documents copied at once

Embed = Callable[[Sequence[str], Callable[[int], None]], Vectors]


@dataclass(frozen=True, slots=True)
class Kept:
    """A document taken over from the version before, passages, vectors and all."""

    document_id: str
    origin: Origin
    bands: npt.NDArray[np.uint32] | None = None  # instead of those it has


@dataclass(frozen=True, slots=True)
class Addition:
    """A new or changed document; its passages are embedded."""

    document: Document
    passages: tuple[Passage, ...]
    origin: Origin
    bands: npt.NDArray[np.uint32] | None = None  # for finding what is like it (`rag.documents.duplicates`)
    line: bytes | None = None  # the document as it is stored, where that is known


class Writer:
    """Takes documents one by one; memory holds a piece of a run of kept ones, and the vectors wait on the disk."""

    def __init__(self, folder: Path, dimension: int, previous: OpenVersion | None) -> None:
        self._folder, self._dimension, self._previous = folder, dimension, previous
        self._files = ExitStack()
        self._ids: list[str] = []
        self._hashes: list[str] = []
        self._origins: list[Origin] = []
        self._published = array("i")
        self._publishers: list[str | None] = []
        self._sizes = array("q")  # passages of each document
        self._bands: list[npt.NDArray[np.uint32]] = []
        self._other_bands: dict[int, npt.NDArray[np.uint32]] = {}
        self._run = range(0)  # positions of kept documents that wait
        self._is_in_order = True
        self._carried: list[Rows] = []  # rows of the version before, in the order of the new ones

    def __enter__(self) -> Self:
        self._passages = RecordWriter(self._files.enter_context((self._folder / "passages.jsonl").open("w+b")))
        self._documents = RecordWriter(self._files.enter_context((self._folder / "documents.jsonl").open("wb")))
        self._vectors = self._files.enter_context(self._raw.open("wb"))
        return self

    def __exit__(self, *_: object) -> None:
        self._files.close()

    @property
    def _raw(self) -> Path:
        return self._folder / "vectors.f32"

    def keep(self, kept: Kept) -> None:
        """Takes a document over from the version before."""
        if self._previous is None:
            raise ValueError(f"{kept.document_id} cannot be kept: there is no previous version")
        position = self._previous.position(kept.document_id)
        if position is None:
            raise ValueError(f"{kept.document_id} cannot be kept: the previous version does not hold it")
        if position != self._run.stop:
            self.flush()
            self._run = range(position, position)
        self._run = range(self._run.start, position + 1)
        if kept.bands is not None:
            self._other_bands[len(self._origins)] = kept.bands
        self._origins.append(kept.origin)

    def flush(self) -> None:
        """Writes what waits."""
        run, self._run = self._run, range(0)
        if self._previous is not None:
            for part in self._previous.documents.pieces(run, _RUN_BYTES):
                self._copy(self._previous, slice(part.start, part.stop))

    def _copy(self, previous: OpenVersion, part: slice) -> None:
        columns = previous.columns
        bounds = columns.passages[part.start : part.stop + 1]
        rows = np.arange(bounds[0], bounds[-1], dtype=np.int64)
        if self._carried and len(rows):
            self._is_in_order &= bool(rows[0] > self._carried[-1][-1])
        if len(rows):
            self._carried.append(rows)
        self._documents.add_run(previous.documents.run(part.start, part.stop))
        self._passages.add_run(previous.passages.run(int(bounds[0]), int(bounds[-1])))
        for first in range(0, len(rows), _SLAB):  # small enough for the memory of one to serve the next
            vectors = previous.store.vectors(rows[first : first + _SLAB])
            self._vectors.write(np.ascontiguousarray(vectors, np.float32).data)
        self._ids.extend(columns.ids[part])
        self._hashes.extend(columns.hashes[part])
        self._published.extend(columns.published[part].tolist())
        self._publishers.extend(
            columns.publishers[code] if code >= 0 else None for code in columns.publisher[part].tolist()
        )
        self._sizes.extend(np.diff(bounds).tolist())
        self._bands.append(columns.bands[part])

    def finish(self) -> "Written":
        """Writes what can only be written when everything is known, but the vectors."""
        self.flush()
        self._files.close()
        columns = self._columns()
        folder = self._folder / "columns"
        folder.mkdir()
        columns.save(folder)
        for name, lines in (("passage", self._passages), ("document", self._documents)):
            np.save(folder / f"{name}_offsets.npy", lines.offsets())
            np.save(folder / f"{name}_sums.npy", lines.sums())
        return Written(columns, self._carried_rows(), RawVectors(self._raw, self._dimension))

    def _carried_rows(self) -> Rows | None:
        if not self._is_in_order or self._previous is None:
            return None
        return np.concatenate([np.empty(0, np.int64), *self._carried])

    def _columns(self) -> Columns:
        names = sorted({publisher for publisher in self._publishers if publisher is not None})
        codes: dict[str | None, int] = {None: -1, **{publisher: code for code, publisher in enumerate(names)}}
        firsts = np.cumsum(np.asarray(self._sizes, np.int64), dtype=np.int64)
        bands = np.concatenate([np.zeros((0, BANDS), np.uint32), *self._bands])
        for position, each in self._other_bands.items():
            bands[position] = each
        return Columns(
            ids=tuple(self._ids),
            hashes=tuple(self._hashes),
            origins=tuple(self._origins),
            passages=np.concatenate([np.zeros(1, np.int64), firsts]),
            published=np.asarray(self._published, dtype=np.int32),
            publishers=tuple(names),
            publisher=np.asarray([codes[publisher] for publisher in self._publishers], dtype=np.int32),
            bands=bands,
        )


class EmbeddingWriter(Writer):
    """Takes new documents, too; their passages are embedded from the disk, a slab at a time."""

    def __init__(
        self,
        folder: Path,
        dimension: int,
        previous: OpenVersion | None,
        embed: Embed,
        progress: Callable[[int, int], None],
    ) -> None:
        super().__init__(folder, dimension, previous)
        self._embed, self._progress = embed, progress
        self._waiting = range(0)  # rows of passages that are written and not embedded
        self._embedded = 0

    def keep(self, kept: Kept) -> None:
        """See `Writer.keep`."""
        self.embed()  # rows stay in the order of the passages
        self._is_in_order &= not self._embedded
        super().keep(kept)

    def append(self, addition: Addition) -> None:
        """Takes a new or changed document."""
        self.flush()
        document = addition.document
        self._documents.add(encode_document(document) if addition.line is None else addition.line)
        self._ids.append(document.id)
        self._hashes.append(document.content_hash)
        self._origins.append(addition.origin)
        self._published.append(days(document.published))
        self._publishers.append(document.publisher)
        self._sizes.append(len(addition.passages))
        unseen = np.zeros(BANDS, np.uint32)
        self._bands.append((unseen if addition.bands is None else addition.bands).reshape(1, BANDS))
        first = len(self._passages)
        for passage in addition.passages:
            self._passages.add(encode_passage(passage))
        self._waiting = range(self._waiting.start if self._waiting else first, len(self._passages))

    def embed(self) -> None:
        """Embeds what waits."""
        before, total = self._embedded, self._embedded + len(self._waiting)
        for first in self._waiting[::_SLAB]:
            rows = range(first, min(first + _SLAB, self._waiting.stop))
            texts = [embedding_text(decode_passage(self._passages.line(row))) for row in rows]
            vectors = self._embed(texts, partial(self._tell, before + first - self._waiting.start, total))
            self._vectors.write(np.ascontiguousarray(vectors, dtype=np.float32).tobytes())
        self._embedded, self._waiting = total, range(0)

    def _tell(self, before: int, total: int, done: int) -> None:
        self._progress(before + done, total)

    def finish(self) -> "Written":
        """See `Writer.finish`."""
        self.flush()
        self.embed()
        return super().finish()


class RawVectors:
    """Vectors as they came, in slabs; may be gone through several times."""

    def __init__(self, path: Path, dimension: int) -> None:
        self._path, self._dimension = path, dimension

    def __iter__(self) -> Iterator[Vectors]:
        with self._path.open("rb") as file:
            while batch := file.read(4 * self._dimension * _SLAB):
                yield np.frombuffer(batch, np.float32).reshape(-1, self._dimension)

    def remove(self) -> None:
        """When they are in a store."""
        self._path.unlink()


@dataclass(frozen=True, slots=True)
class Written:
    """What is on the disk when all documents are.

    `carried`: rows of the version before, ascending, that the first rows of this one are; None when they are not so.
    """

    columns: Columns
    carried: Rows | None
    vectors: RawVectors
