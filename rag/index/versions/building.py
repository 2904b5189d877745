"""Writes one index version aside and publishes it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from rag.documents.chunking import embedding_text
from rag.errors import RagError
from rag.folders import aside
from rag.index import lexical
from rag.index.stores.base import Rows
from rag.index.stores.formats import forget, format_of
from rag.index.versions.lines import Records
from rag.index.versions.manifest import Manifest, list_files, write_manifest
from rag.index.versions.opening import OpenVersion
from rag.index.versions.publishing import BUILDING, next_name, publish
from rag.index.versions.readings import Readings
from rag.index.versions.readings import save as save_readings
from rag.index.versions.records import decode_passage
from rag.index.versions.writing import Addition, EmbeddingWriter, Kept, Writer, Written
from rag.models.encoders.base import Encoder, Model


def build_version(
    folder: Path,
    entries: Iterable[Kept | Addition],
    encoder: Encoder,
    chunking: Mapping[str, int],
    *,
    previous: OpenVersion | None = None,
    progress: Callable[[int, int], None] | None = None,
    store: str = "faiss",
    readings: Readings | None = None,
) -> str:
    """Builds and publishes a version of the index in `folder`, whose lock the caller holds; returns its name.

    `previous` is where `Kept` documents come from. `progress` is told how many passages were embedded so far,
    and of how many.
    `readings`: what was read to come to these entries. Nothing is published when an exception ends the build.
    """

    def write(fresh: Path) -> Written:
        told = progress or (lambda *_: None)
        with EmbeddingWriter(fresh, encoder.dimension, previous, encoder.encode_passages, told) as writer:
            for entry in entries:
                if isinstance(entry, Kept):
                    writer.keep(entry)
                else:
                    writer.append(entry)
            return writer.finish()

    model = Model(encoder.name, encoder.fingerprint, encoder.dimension, dict(encoder.prompts))
    return _publish(folder, write, _Made(model, dict(chunking), store, readings or Readings()), previous)


def keep_version(folder: Path, kept: Iterable[Kept], previous: OpenVersion) -> str:
    """As `build_version`, of nothing but documents of the version before: no model is needed."""

    def write(fresh: Path) -> Written:
        with Writer(fresh, previous.manifest.dimension, previous) as writer:
            for each in kept:
                writer.keep(each)
            return writer.finish()

    about = previous.manifest
    model = Model(about.model, about.fingerprint, about.dimension, about.prompts)
    return _publish(folder, write, _Made(model, about.chunking, about.store, previous.readings), previous)


@dataclass(frozen=True, slots=True)
class _Made:
    """How a version is made."""

    model: Model
    chunking: Mapping[str, int]
    store: str
    readings: Readings


def _publish(folder: Path, write: Callable[[Path], Written], made: _Made, previous: OpenVersion | None) -> str:
    moment = datetime.now(UTC)
    name = next_name(folder, moment)
    with aside(folder, BUILDING) as fresh, _given_up(fresh):
        written = write(fresh)
        columns = written.columns
        save_readings(made.readings, columns.ids, columns.hashes, fresh / "readings")
        format_of(made.store).build(written.vectors, made.model.dimension, fresh)
        written.vectors.remove()
        _write_words(fresh, written.carried, previous)
        manifest = Manifest(
            name=name,
            created_at=moment.isoformat(timespec="seconds"),
            model=made.model.name,
            fingerprint=made.model.fingerprint,
            dimension=made.model.dimension,
            prompts=made.model.prompts,
            chunking=made.chunking,
            store=made.store,
            documents=len(columns.ids),
            passages=int(columns.passages[-1]),
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


def _write_words(fresh: Path, carried: Rows | None, previous: OpenVersion | None) -> None:
    """Words of kept passages are taken over, where what makes terms of words is the same."""
    before = previous.postings if previous is not None and carried is not None and len(carried) else None
    if before is None or carried is None:
        lexical.build(_texts(fresh), fresh / "lexical")
    else:
        lexical.extend(before, carried, _texts(fresh, len(carried)), fresh / "lexical")


def _texts(folder: Path, first: int = 0) -> Iterator[str]:
    offsets, sums = (np.load(folder / "columns" / f"passage_{name}.npy") for name in ("offsets", "sums"))
    passages = Records(folder / "passages.jsonl", offsets, decode_passage, sums)
    return (embedding_text(passages[row]) for row in range(first, len(passages)))
