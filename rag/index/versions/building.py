"""Writes one index version aside and publishes it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

import numpy as np

from rag.documents.chunking import embedding_text
from rag.errors import RagError
from rag.folders import aside
from rag.index import lexical
from rag.index.stores.base import StoreFormat, Vectors
from rag.index.stores.formats import forget, format_of
from rag.index.versions.columns import Columns, Origin, days
from rag.index.versions.lines import Records, RecordWriter
from rag.index.versions.manifest import Manifest, list_files, write_manifest
from rag.index.versions.opening import OpenVersion
from rag.index.versions.publishing import BUILDING, next_name, publish
from rag.index.versions.readings import Readings
from rag.index.versions.readings import save as save_readings
from rag.index.versions.records import decode_passage, encode_document, encode_passage
from rag.models.encoders.base import Encoder
from rag.types import Document, Passage

_SLAB = 2048  # passages embedded at a time, over document borders, so that batches of like length fill up


@dataclass(frozen=True, slots=True)
class Kept:
    """A document taken over from the version before, passages, vectors and all."""

    document_id: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Addition:
    """A new or changed document; its passages are embedded."""

    document: Document
    passages: tuple[Passage, ...]
    origin: Origin


def build_version(
    folder: Path,
    entries: Iterable[Kept | Addition],
    encoder: Encoder,
    chunking: Mapping[str, int],
    *,
    previous: OpenVersion | None = None,
    progress: Callable[[int], None] | None = None,
    store: str = "faiss",
    readings: Readings | None = None,
) -> str:
    """Builds and publishes a version of the index in `folder`, whose lock the caller holds; returns its name.

    `previous` is where `Kept` documents come from. `progress` is told how many passages were embedded so far.
    `readings`: what was read to come to these entries.
    Nothing is published when an exception ends the build.
    """
    moment = datetime.now(UTC)
    name = next_name(folder, moment)
    with aside(folder, BUILDING) as fresh, _given_up(fresh):
        with _Writer(fresh, encoder, previous, progress or (lambda _: None)) as writer:
            for entry in entries:
                writer.add(entry)
            columns, passages = writer.finish(format_of(store))
        save_readings(readings or Readings(), columns.ids, columns.hashes, fresh / "readings")
        lexical.build(_lexical_texts(fresh), fresh / "lexical")
        manifest = Manifest(
            name=name,
            created_at=moment.isoformat(timespec="seconds"),
            model=encoder.name,
            fingerprint=encoder.fingerprint,
            dimension=encoder.dimension,
            prompts=dict(encoder.prompts),
            chunking=dict(chunking),
            store=store,
            documents=len(columns.ids),
            passages=passages,
            files=list_files(fresh),
        )
        write_manifest(manifest, fresh)
        publish(fresh, folder, name)
    return name


@contextmanager
def _given_up(fresh: Path) -> Iterator[None]:
    """Removes what a store keeps outside the folder when the build does not come to its end."""
    try:
        yield
    except BaseException:
        with suppress(RagError):  # the build's own failure is what must be told
            forget(fresh)
        raise


class _Writer:
    """Takes entries one by one; memory holds one slab of passages, and the vectors wait on the disk."""

    def __init__(
        self, folder: Path, encoder: Encoder, previous: OpenVersion | None, progress: Callable[[int], None]
    ) -> None:
        self._folder, self._encoder, self._previous, self._progress = folder, encoder, previous, progress
        self._files = ExitStack()
        self._about: list[tuple[str, str, Origin, int, str | None]] = []
        self._firsts = [0]
        self._waiting: list[Passage] = []
        self._embedded = 0

    def __enter__(self) -> Self:
        self._passages = RecordWriter(self._files.enter_context((self._folder / "passages.jsonl").open("wb")))
        self._documents = RecordWriter(self._files.enter_context((self._folder / "documents.jsonl").open("wb")))
        self._vectors = self._files.enter_context(self._raw.open("wb"))
        return self

    def __exit__(self, *_: object) -> None:
        self._files.close()

    @property
    def _raw(self) -> Path:
        return self._folder / "vectors.f32"

    def add(self, entry: Kept | Addition) -> None:
        if isinstance(entry, Kept):
            self._copy(entry)
        else:
            self._append(entry)

    def finish(self, store: StoreFormat) -> tuple[Columns, int]:
        """Writes what can only be written when everything is known."""
        self._embed()
        self._files.close()
        columns = self._columns()
        (self._folder / "columns").mkdir()
        columns.save(self._folder / "columns")
        for name, lines in (("passage", self._passages), ("document", self._documents)):
            np.save(self._folder / "columns" / f"{name}_offsets.npy", lines.offsets())
            np.save(self._folder / "columns" / f"{name}_sums.npy", lines.sums())
        store.build(self._stored_vectors(), self._encoder.dimension, self._folder)
        self._raw.unlink()
        return columns, self._firsts[-1]

    def _copy(self, kept: Kept) -> None:
        if self._previous is None:
            raise ValueError(f"{kept.document_id} cannot be kept: there is no previous version")
        self._embed()  # rows stay in the order of the passages
        position = self._previous.position(kept.document_id)
        if position is None:
            raise ValueError(f"{kept.document_id} cannot be kept: the previous version does not hold it")
        rows = self._previous.rows_of(kept.document_id)
        document_line, passage_lines = self._previous.lines(kept.document_id)
        self._vectors.write(self._previous.store.vectors(np.arange(rows.start, rows.stop, dtype=np.int64)).tobytes())
        for line in passage_lines:
            self._passages.add(line)
        self._documents.add(document_line)
        columns = self._previous.columns
        code = int(columns.publisher[position])
        publisher = columns.publishers[code] if code >= 0 else None
        about = (kept.document_id, columns.hashes[position], kept.origin, int(columns.published[position]), publisher)
        self._note(about, len(rows))

    def _append(self, addition: Addition) -> None:
        document = addition.document
        self._documents.add(encode_document(document))
        about = (document.id, document.content_hash, addition.origin, days(document.published), document.publisher)
        self._note(about, len(addition.passages))
        self._waiting.extend(addition.passages)
        if len(self._waiting) >= _SLAB:
            self._embed()

    def _note(self, about: tuple[str, str, Origin, int, str | None], passages: int) -> None:
        self._about.append(about)
        self._firsts.append(self._firsts[-1] + passages)

    def _embed(self) -> None:
        if not self._waiting:
            return
        before = self._embedded
        texts = [embedding_text(passage) for passage in self._waiting]
        vectors = self._encoder.encode_passages(texts, lambda done: self._progress(before + done))
        self._vectors.write(np.ascontiguousarray(vectors, dtype=np.float32).tobytes())
        for passage in self._waiting:
            self._passages.add(encode_passage(passage))
        self._embedded += len(self._waiting)
        self._waiting.clear()

    def _columns(self) -> Columns:
        ids, hashes, origins, published, publishers = zip(*self._about, strict=True) if self._about else ((),) * 5
        names = sorted({publisher for publisher in publishers if publisher is not None})
        codes = {publisher: code for code, publisher in enumerate(names)}
        return Columns(
            ids=tuple(ids),
            hashes=tuple(hashes),
            origins=tuple(origins),
            passages=np.asarray(self._firsts, dtype=np.int64),
            published=np.asarray(published, dtype=np.int32),
            publishers=tuple(names),
            publisher=np.asarray([codes.get(publisher, -1) for publisher in publishers], dtype=np.int32),
        )

    def _stored_vectors(self) -> Iterator[Vectors]:
        size = self._encoder.dimension * _SLAB
        with self._raw.open("rb") as file:
            while batch := file.read(4 * size):
                yield np.frombuffer(batch, np.float32).reshape(-1, self._encoder.dimension)


def _lexical_texts(folder: Path) -> Iterator[str]:
    offsets = np.load(folder / "columns" / "passage_offsets.npy")
    for passage in Records(folder / "passages.jsonl", offsets, decode_passage):
        yield embedding_text(passage)
