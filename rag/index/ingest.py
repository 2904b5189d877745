"""Reads sources into a new version of the index.

What is given is added or updated; what was read earlier from other paths stays; what has vanished below a path that is
given again goes. A file that cannot be read leaves its last good document searchable and the others go on.
"""

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from rag.documents.apart import Limits, tracing
from rag.documents.chunking import split
from rag.errors import IndexCorrupt, IndexMissing
from rag.index.base import Base, base_of, lost_documents
from rag.index.draft import Place, Plan
from rag.index.plan import Tracing, make_plan
from rag.index.report import IngestReport, Phase, Progress
from rag.index.sources import Given, given_paths
from rag.index.space import needed_for, require_space, telling_of_full_disks
from rag.index.spool import Spool
from rag.index.versions import Addition, Kept, OpenVersion, build_version, building, is_busy
from rag.index.versions.opening import WHOLE_UP_TO
from rag.index.versions.records import decode_document
from rag.models.encoders.base import Encoder
from rag.settings import Settings
from rag.types import Document, Passage
from rag.wording.words import N_

_SLOWER = 10  # times longer may a file take whose pages are recognised
_VALUES = 200_000  # made until the interpreter looks for circles among them
_CHUNKING_RULES = 3  # raise when rag.documents.chunking splits differently, so that stored documents are split anew


@dataclass(frozen=True, slots=True)
class Means:
    """By what files are read and, unless it is done here with the encoder, documents are split; and what comes last."""

    trace: Tracing = tracing
    split: Callable[[Document], tuple[Passage, ...]] | None = None
    published: Callable[[], None] | None = None  # called while nobody else may build yet


def ingest(
    paths: Sequence[Path],
    index: Path,
    encoder: Encoder,
    settings: Settings,
    progress: Progress | None = None,
    wait_s: float = 0.0,
) -> IngestReport:
    """Publishes a version in the folder `index`, if anything changed. Waits `wait_s` for another ingest to end.

    Raises IndexBusy, IndexCorrupt, DiskFull.
    """
    return ingest_given(given_paths(paths), index, encoder, settings, progress, wait_s)


def ingest_given(
    given: Given,
    index: Path,
    encoder: Encoder,
    settings: Settings,
    progress: Progress | None = None,
    wait_s: float = 0.0,
    means: Means = Means(),
) -> IngestReport:
    """As `ingest`, for files that were found by other means."""
    begun = time.perf_counter()
    tell = progress or _ignore
    if wait_s and is_busy(index):
        tell(Phase.WAITING, 0, 1)
    with building(index, wait_s), telling_of_full_disks(index), Spool(index) as spool, _collecting_rarely():
        base, plan = _planned(given, index, settings, tell, means.trace, spool)
        previous = base.version
        run = _Run(index, encoder, settings, previous, tell, means, spool)
        version, embedded = run.publish(plan)
        lost = tuple(lost_documents(index, base, version))
        if means.published is not None:
            means.published()
    return IngestReport(
        results=(*plan.results, *lost),
        version=version.name if version else None,
        published=version is not None and (previous is None or version.name != previous.name),
        documents=version.manifest.documents if version else 0,
        passages=version.manifest.passages if version else 0,
        embedded=embedded,
        seconds=time.perf_counter() - begun,
        damaged=base.damaged,
        base=previous.name if previous else None,
    )


def _planned(
    given: Given, index: Path, settings: Settings, tell: Progress, trace: Tracing, spool: Spool
) -> tuple[Base, Plan]:
    """What is built on and what is built; of a large index that stays as it is only what is needed is read."""
    damaged: tuple[str, ...] = ()
    while True:
        base = base_of(index, damaged, WHOLE_UP_TO)
        plan = make_plan(given, base.version, limits_of(settings), tell, spool, trace)
        if base.damaged:
            plan = replace(plan, changes=True)
        if base.version is None or not plan.changes:
            return base, plan
        try:
            base.version.compare()
        except IndexCorrupt:
            damaged = (*damaged, base.version.name)
        else:
            return base, plan


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Hundreds of thousands of values are made that last; to look for circles among them at the usual pace finds none
    and takes a twentieth of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(_VALUES, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def chunking_of(settings: Settings) -> dict[str, int]:
    """What decides, beside the encoder, how documents are split."""
    return {"passage_tokens": settings.passage_tokens, "rules": _CHUNKING_RULES}


def limits_of(settings: Settings) -> Limits:
    """What reading one file may take; recognising a page takes some seconds, a page of text some milliseconds."""
    seconds = settings.parse_seconds * (_SLOWER if settings.ocr else 1)
    return Limits(settings.max_file_mb * 1_000_000, seconds, settings.parse_mb, settings.ocr)


class _Run:
    """One build: where, with what, and from which version on."""

    def __init__(
        self,
        index: Path,
        encoder: Encoder,
        settings: Settings,
        previous: OpenVersion | None,
        tell: Progress,
        means: Means,
        spool: Spool,
    ) -> None:
        self._index, self._encoder, self._previous, self._tell, self._means = index, encoder, previous, tell, means
        self._spool, self._added = spool, 0
        self._store, self._chunking = settings.store, chunking_of(settings)

    def publish(self, plan: Plan) -> tuple[OpenVersion | None, int]:
        """The version that is current afterwards and how many passages were embedded."""
        reusable = self._previous_fits()
        empties = plan.changes and not plan.documents
        if not (plan.documents or empties) or (reusable and not plan.changes and self._stays()):
            return self._previous, 0
        needed = self._needed(plan, reusable)
        require_space(self._index, needed)
        with telling_of_full_disks(self._index, needed):
            name = build_version(
                self._index,
                self._entries(plan, reusable),
                self._encoder,
                self._chunking,
                previous=self._previous,
                progress=partial(self._tell, Phase.EMBEDDING),
                store=self._store,
                readings=plan.readings,
            )
        self._tell(Phase.PUBLISHING, 1, 1)
        return OpenVersion(self._index / name, whole=False), self._added

    def _needed(self, plan: Plan, reusable: bool) -> int:
        """Bytes; documents that are split anew are about as large as they were."""
        added = sum(place.spooled is not None or not reusable for place in plan.documents)
        texts, kept = self._spool.size, 0
        if self._previous is not None and added < len(plan.documents):
            kept = self._previous.manifest.size
        elif self._previous is not None and not reusable:
            texts += self._previous.documents.size(range(len(self._previous.documents)))
        return needed_for(added, texts, self._chunking["passage_tokens"], self._encoder.dimension, kept)

    def _previous_fits(self) -> bool:
        if self._previous is None:
            return False
        manifest = self._previous.manifest
        return manifest.fingerprint == self._encoder.fingerprint and manifest.chunking == self._chunking

    def _stays(self) -> bool:
        """Whether the vectors are already where new versions keep them; else they move there, not embedded again."""
        return self._previous is not None and self._previous.manifest.store == self._store

    def _entries(self, plan: Plan, reusable: bool) -> Iterator[Kept | Addition]:
        """Kept documents first, as they stand in the version before, so that they are copied in long runs."""
        kept = [place for place in plan.documents if place.spooled is None]
        fresh = [place for place in plan.documents if place.spooled is not None]
        if reusable:
            kept.sort(key=lambda place: self._previous_position(place.document_id))
            yield from (Kept(place.document_id, place.origin, place.bands) for place in kept)
        else:
            fresh = [*kept, *fresh]
        for done, place in enumerate(fresh, start=1):
            yield self._addition(place)
            self._tell(Phase.SPLITTING, done, len(fresh))

    def _addition(self, place: Place) -> Addition:
        line = None if place.spooled is None else self._spool.line(place.spooled)
        document = self._stored(place.document_id) if line is None else decode_document(line)
        passages = self._split(document)
        self._added += len(passages)
        return Addition(document, passages, place.origin, place.bands, line)

    def _previous_position(self, document_id: str) -> int:
        position = self._previous.position(document_id) if self._previous is not None else None
        return -1 if position is None else position

    def _stored(self, document_id: str) -> Document:
        """Another model or other chunking needs no source file: the text of every document is in the index."""
        document = self._previous.document(document_id) if self._previous else None
        if document is None:
            raise IndexMissing(
                N_("%(document_id)s was to be kept, and the published version does not hold it"),
                document_id=document_id,
            )
        return document

    def _split(self, document: Document) -> tuple[Passage, ...]:
        if self._means.split is not None:
            return self._means.split(document)
        return split(document, self._encoder.count_tokens, self._chunking["passage_tokens"])


def _ignore(phase: Phase, done: int, total: int) -> None:
    pass
