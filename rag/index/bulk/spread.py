"""Puts what a cluster has read, split and embedded in the place of doing it here."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from rag.documents.apart import Job, Limits
from rag.documents.chunking import embedding_text, split
from rag.documents.loaders.tracing import Traced
from rag.index.bulk.parts import Part, Parts
from rag.index.bulk.stages import Embedded, Group, groups
from rag.models.encoders.base import Encoder, Progress, Vectors
from rag.types import Document, Passage

_PARTS_HELD = 8  # in memory; documents are asked for in about the order in which they were embedded


@dataclass(frozen=True, slots=True)
class Done:
    """How far a cluster is; of `passages`, `earlier` were embedded in a run that was broken off."""

    files: int
    of_files: int
    passages: int
    earlier: int


class Cluster(Protocol):
    """Where groups of files are read, split and embedded; the results come in the order of the groups."""

    def embedded(self, work: Sequence[Group]) -> Iterator[Embedded]: ...


class Spread:
    """Reads, splits and embeds by a cluster; what that did not do, such as another id for a known text, is done here.

    As an encoder it is the one it is given, with vectors of passages taken from the parts.
    """

    def __init__(
        self,
        cluster: Cluster,
        parts: Parts,
        encoder: Encoder,
        chunking: Mapping[str, int],
        tell: Callable[[Done], None],
    ) -> None:
        self._cluster, self._parts, self._encoder, self._tell = cluster, parts, encoder, tell
        self._limit = chunking["passage_tokens"]
        self.name, self.dimension = encoder.name, encoder.dimension
        self.fingerprint, self.prompts = encoder.fingerprint, encoder.prompts
        self.encode_queries, self.count_tokens = encoder.encode_queries, encoder.count_tokens
        self._places: dict[tuple[str, str], tuple[str, int]] = {}
        self._rows: dict[bytes, tuple[str, int]] = {}
        self._held: OrderedDict[str, Part] = OrderedDict()

    @contextmanager
    def tracing(self, jobs: Sequence[Job], limits: Limits) -> Iterator[Iterator[Iterator[Traced]]]:
        """As `rag.documents.apart.tracing`."""
        results = self._cluster.embedded(tuple(groups(jobs, limits))) if jobs else iter(())
        items = self._items(results, len(jobs))
        yield _by_file(items, len(jobs))

    def split(self, document: Document) -> tuple[Passage, ...]:
        """As `rag.documents.chunking.split`."""
        key, number = self._places.get((document.id, document.content_hash), ("", 0))
        part = self._part(key) if key else None
        if part is None:
            return split(document, self.count_tokens, self._limit)
        row = sum(map(len, part.documents[:number]))
        for at, passage in enumerate(part.documents[number], start=row):
            self._rows[_digest(embedding_text(passage))] = (key, at)
        return part.documents[number]

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """As `Encoder.encode_passages`."""
        vectors = np.empty((len(texts), self.dimension), np.float32)
        missing = []
        for number, text in enumerate(texts):
            key, row = self._rows.get(_digest(text), ("", 0))
            part = self._part(key) if key else None
            if part is None:
                missing.append(number)
            else:
                vectors[number] = part.vectors[row]
        if missing:
            vectors[missing] = self._encoder.encode_passages([texts[number] for number in missing])
        if progress is not None:
            progress(len(texts))
        return vectors

    def _items(self, results: Iterator[Embedded], files: int) -> Iterator[tuple[int, Traced]]:
        passages = earlier = 0
        for result in results:
            documents = result.bundle.documents
            for number, document in enumerate(documents):
                self._places[document.id, document.content_hash] = (result.key, number)
            passages += result.passages
            earlier += result.passages - result.fresh
            yield from result.bundle.items
            self._tell(Done(result.bundle.items[-1][0] + 1, files, passages, earlier))

    def _part(self, key: str) -> Part | None:
        """None when the disk lost it meanwhile."""
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key]
        part = self._parts.read(key)
        if part is not None:
            self._held[key] = part
            if len(self._held) > _PARTS_HELD:
                self._held.popitem(last=False)
        return part


def _by_file(items: Iterator[tuple[int, Traced]], files: int) -> Iterator[Iterator[Traced]]:
    """The items of each file; those of one are taken before the next is asked for."""
    waiting: list[tuple[int, Traced]] = []

    def of(position: int) -> Iterator[Traced]:
        while True:
            found = waiting.pop() if waiting else next(items, None)
            if found is None:
                return
            if found[0] != position:
                waiting.append(found)
                return
            yield found[1]

    return map(of, range(files))


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
