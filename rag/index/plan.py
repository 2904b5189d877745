"""Decides, from what is on the disk now and what is indexed, which documents the next version holds."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from rag.documents.apart import Job, Limits, tracing
from rag.documents.loaders.tracing import Bytes, Known, Line, Traced
from rag.documents.rules import reading_rules
from rag.errors import UnreadableDocument
from rag.index.draft import Draft, Plan
from rag.index.likeness import note_likeness
from rag.index.report import Phase, Progress
from rag.index.sources import NOT_WHAT_IT_WAS, Given, PassedOver, SourceFile
from rag.index.spool import Spool
from rag.index.versions import OpenVersion, Origin
from rag.index.versions.readings import Reading, Readings, Unit
from rag.types import Document
from rag.wording.files import notices_of

_Source = SourceFile | PassedOver
Tracing = Callable[[Sequence[Job], Limits], AbstractContextManager[Iterator[Iterator[Traced]]]]


def make_plan(
    given: Given, previous: OpenVersion | None, limits: Limits, tell: Progress, spool: Spool, trace: Tracing = tracing
) -> Plan:
    """Reads every source that must be read, by `trace`; no file's failure ends it. New documents are in `spool`."""
    planning = _Planning(given, previous, limits, spool, trace)
    planning.read(tell)
    planning.read_missed()
    return note_likeness(planning.finish(), previous, spool)


class _Planning:
    """Reads files, or takes what they held from the version before when their bytes are still the same."""

    def __init__(
        self, given: Given, previous: OpenVersion | None, limits: Limits, spool: Spool, trace: Tracing
    ) -> None:
        self._given, self._previous, self._limits, self._trace = given, previous, limits, trace
        self._draft = Draft(previous, given, spool)
        before = previous.readings if previous is not None else Readings()
        self._before = before if given.revise is not None else before.by(reading_rules(limits.recognise))
        self._is_stale = previous is not None and self._before is not before
        self._read: dict[Origin, Reading] = {}
        self._missed: defaultdict[SourceFile, list[Unit]] = defaultdict(list)
        self._known: dict[SourceFile, Mapping[bytes, Unit]] = {}  # lines of files that are being read

    def read(self, tell: Progress) -> None:
        """Notes every source in order."""
        steps = [(source, self._is_settled(source), self._same(source)) for source in self._given.sources]
        jobs = [
            Job(source.path, source.document_id, frozenset(self._lines(source)))
            for source, settled, same in steps
            if isinstance(source, SourceFile) and not settled and same is None
        ]
        tell(Phase.READING, 0, len(steps))  # one large file may take minutes
        with self._trace(jobs, self._limits) as files:
            for done, (source, settled, same) in enumerate(steps, start=1):
                if isinstance(source, PassedOver):
                    self._draft.pass_over(source)
                elif settled:
                    self._draft.keep(source)
                elif same is not None:
                    self._recall(source, same.units)
                else:
                    self._take(source, next(files))
                tell(Phase.READING, done, len(steps))

    def read_missed(self) -> None:
        """Files that did not change and are read all the same: what they hold was indexed under another id."""
        jobs = []
        for source, units in self._missed.items():
            known = self._lines(source).keys() - {unit.digest for unit in units}
            jobs.append(Job(source.path, source.document_id, frozenset(known)))
        with self._trace(jobs, self._limits) as files:
            for (source, units), items in zip(self._missed.items(), files, strict=True):
                wanted = {(unit.document_id, unit.content_hash) for unit in units}
                for unit, document in _documents(items):
                    if (unit.document_id, unit.content_hash) in wanted:
                        self._draft.take(source, unit, document)

    def finish(self) -> Plan:
        """The plan; a version that does not say how files were read is replaced by one that does."""
        plan = self._draft.finish()
        readings = replace(self._before, files={**self._before.files, **self._read})
        return replace(plan, readings=readings, changes=plan.changes or (self._is_stale and bool(plan.documents)))

    def _is_settled(self, source: _Source) -> bool:
        if self._given.settled is None or self._previous is None or isinstance(source, PassedOver):
            return False
        return self._given.settled(self._previous, source)

    def _same(self, source: _Source) -> Reading | None:
        """What was read of a file before, when its bytes are the same."""
        held = self._before.files.get(source.origin) if self._given.revise is None else None
        if held is None or not held.sha256 or isinstance(source, PassedOver):
            return None
        return held if _sha256_of(source, self._limits.max_bytes) == held.sha256 else None

    def _lines(self, source: SourceFile) -> Mapping[bytes, Unit]:
        """Kept until the file has been read."""
        if source not in self._known:
            self._known[source] = self._lines_of(source)
        return self._known[source]

    def _lines_of(self, source: SourceFile) -> Mapping[bytes, Unit]:
        held = self._before.files.get(source.origin) if self._given.revise is None else None
        return {unit.digest: unit for unit in held.units if unit.digest} if held is not None else {}

    def _recall(self, source: SourceFile, units: Iterable[Unit]) -> None:
        for unit in units:
            if not self._draft.take(source, unit):
                self._missed[source].append(unit)

    def _take(self, source: SourceFile, items: Iterator[Traced]) -> None:
        before = self._known.pop(source, None) or self._lines_of(source)
        sha256, whole = "", True
        units: list[Unit] = []
        for item in items:
            if isinstance(item, Bytes):
                sha256 = item.sha256
                if source.sha256 not in (None, sha256):
                    self._draft.fail(source, UnreadableDocument(str(source.path), NOT_WHAT_IT_WAS))
                    sum(1 for _ in items)  # the next file comes after what is left of this one
                    return
            elif isinstance(item, Known):
                found = [_at(before[digest], number) for number, digest in item.lines]
                self._recall(source, found)
                units.extend(found)
            else:
                unit = self._take_one(source, item)
                whole = whole and unit is not None
                units.extend((unit,) if unit is not None else ())
        if self._given.revise is None:
            self._read[source.origin] = Reading(sha256 if whole else "", tuple(units))

    def _take_one(self, source: SourceFile, item: Line | Document | UnreadableDocument) -> Unit | None:
        held = item.item if isinstance(item, Line) else item
        if isinstance(held, UnreadableDocument):
            self._draft.fail(source, held)
            return None
        document = self._given.revise(source, held) if self._given.revise is not None else held
        unit = _unit(document, item if isinstance(item, Line) else None)
        self._draft.take(source, unit, document)
        return unit


def _at(unit: Unit, number: int) -> Unit:
    """Of the line it is now."""
    return unit if unit.number == number else replace(unit, number=number)


def _documents(items: Iterable[Traced]) -> Iterator[tuple[Unit, Document]]:
    for item in items:
        held = item.item if isinstance(item, Line) else item
        if isinstance(held, Document):
            yield _unit(held, item if isinstance(item, Line) else None), held


def _unit(document: Document, line: Line | None) -> Unit:
    digest, number = (line.digest, line.number) if line else (b"", 0)
    source = "" if number else document.source or ""
    return Unit(document.id, document.content_hash, digest, number, source, notices_of(document))


def _sha256_of(source: SourceFile, max_bytes: int) -> str | None:
    """None for a file that cannot be read, or may not; reading it says why."""
    try:
        if source.path.stat().st_size > max_bytes:
            return None
        with source.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
