"""What runs in the workers of a cluster: reading files, splitting documents, embedding passages."""

import hashlib
import json
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rag.documents.apart import Job, Limits, tracing
from rag.documents.chunking import embedding_text, split
from rag.documents.loaders.tracing import Line, Traced
from rag.documents.rules import reading_rules
from rag.errors import ClusterFailed
from rag.index.bulk.parts import Parts
from rag.models.encoders.base import Encoder
from rag.types import Document
from rag.wording.words import N_

_GROUP_FILES, _GROUP_BYTES = 256, 16_000_000  # at most, so that starting the processes that read pays
_BORDERS = 128  # one path in so many begins a group
_BUNDLE_CHARS = 100_000  # of text embedded at a time and kept as one part: some 20 s of one core
_BUNDLE_ITEMS = 2000
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Files read by one task; `first` is the position of the first among all."""

    first: int
    jobs: tuple[Job, ...]
    limits: Limits


@dataclass(frozen=True, slots=True)
class Bundle:
    """What was read, in order: each item with the position of its file."""

    items: tuple[tuple[int, Traced], ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """Those that were read whole."""
        return tuple(document for _, item in self.items if (document := document_of(item)) is not None)


@dataclass(frozen=True, slots=True)
class Embedded:
    """A bundle whose passages are kept as the part `key`; `fresh`: how many were embedded for it now."""

    bundle: Bundle
    key: str
    passages: int
    fresh: int


def document_of(item: Traced) -> Document | None:
    """The document that was read, of a line or of a file."""
    held = item.item if isinstance(item, Line) else item
    return held if isinstance(held, Document) else None


def groups(jobs: Sequence[Job], limits: Limits) -> Iterator[Group]:
    """The files in order. Borders depend on paths, so that a file more or less leaves most groups as they were."""
    first, size = 0, 0
    for position, job in enumerate(jobs):
        full = position - first >= _GROUP_FILES or size >= _GROUP_BYTES
        if position > first and (full or _is_border(job.path)):
            yield Group(first, tuple(jobs[first:position]), limits)
            first, size = position, 0
        size += _size_of(job.path)
    if jobs:
        yield Group(first, tuple(jobs[first:]), limits)


def bundles(group: Group) -> Iterator[Bundle]:
    """What reading the files of a group gives, cut where there is enough to embed."""
    held: list[tuple[int, Traced]] = []
    chars = 0
    with tracing(group.jobs, group.limits) as files:
        for position, items in enumerate(files, start=group.first):
            for item in items:
                held.append((position, item))
                document = document_of(item)
                chars += len(document.text) if document is not None else 0
                if chars >= _BUNDLE_CHARS or len(held) >= _BUNDLE_ITEMS:
                    yield Bundle(tuple(held))
                    held, chars = [], 0
    if held:
        yield Bundle(tuple(held))


@dataclass(frozen=True, slots=True)
class Making:
    """What a worker makes its embedder with; it travels to other machines."""

    encoder: Callable[[], Encoder]
    folder: Path  # of the parts
    chunking: Mapping[str, int]
    recognise: bool = False
    run: str = field(default_factory=lambda: uuid.uuid4().hex)


class Embedder:
    """Splits documents and embeds their passages, with a model of its own, unless that was done before.

    One stage, not two: splitting counts tokens, so that both need the model.
    """

    def __init__(self, made: Making) -> None:
        self._encoder, self._parts, self._run = made.encoder(), Parts(made.folder), made.run
        self._chunking = dict(made.chunking)
        self._rules = [self._encoder.fingerprint, self._chunking, reading_rules(made.recognise)]

    def __call__(self, bundle: Bundle) -> Embedded:
        """Raises ClusterFailed when the worker ended at this bundle again and again."""
        documents = bundle.documents
        key = self._key(documents)
        held = self._parts.read(key)
        if held is not None:
            return Embedded(bundle, key, len(held.vectors), 0)
        if self._parts.tried(self._run, key) > _TRIES:
            raise ClusterFailed(
                N_(
                    "%(tries)s workers ended while they embedded what lies from %(first)s to %(last)s: they may need "
                    "more memory; else leave those documents out"
                ),
                tries=_TRIES,
                first=documents[0].id,
                last=documents[-1].id,
            )
        limit = self._chunking["passage_tokens"]
        passages = [split(document, self._encoder.count_tokens, limit) for document in documents]
        texts = [embedding_text(passage) for each in passages for passage in each]
        self._parts.write(key, passages, self._encoder.encode_passages(texts))
        return Embedded(bundle, key, len(texts), len(texts))

    def _key(self, documents: Iterable[Document]) -> str:
        """Of everything that decides what the part holds."""
        named = json.dumps([self._rules, [[each.id, each.content_hash] for each in documents]])
        return hashlib.blake2b(named.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _is_border(path: Path) -> bool:
    digest = hashlib.blake2b(str(path).encode("utf-8", "surrogateescape"), digest_size=4).digest()
    return int.from_bytes(digest, "big") % _BORDERS == 0


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
