"""Makes the public index what the library says, or what it was before; one at a time, and whole or not at all."""

import fcntl
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from rag.errors import IndexMissing, LibraryProblem
from rag.folders import aside
from rag.index.base import base_of
from rag.index.ingest import ingest_given
from rag.index.report import FileResult, IngestReport, Progress, Status
from rag.index.versions import building, current_name, list_versions
from rag.index.versions import rollback as roll_back_index
from rag.index.versions.manifest import MANIFEST
from rag.index.versions.opening import OpenVersion
from rag.index.versions.publishing import publish
from rag.library.catalogue import Catalogue, changing, now, reading
from rag.library.changing import told_reason
from rag.library.originals import sweep
from rag.library.planning import Difference, Effect, differences, given, wanted
from rag.library.records import Change, Event, Publication, State
from rag.library.staging import link, make_current
from rag.models.encoders.base import Encoder
from rag.settings import Settings
from rag.wording.words import N_

_LOCK = ".publishing"
_CANDIDATE = ".candidate-"
_BAD = (Status.FAILED, Status.DUPLICATE, Status.SKIPPED)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A version that nobody sees yet, in an index folder of its own."""

    library: Path
    index: Path  # the public one
    staged: Path  # an index folder whose current version it is
    before: str | None  # the public version that it was made from
    report: IngestReport
    differences: tuple[Difference, ...]

    @property
    def failures(self) -> tuple[FileResult, ...]:
        """Documents of the library that could not be taken into it."""
        return tuple(result for result in self.report.results if result.status in _BAD)


@contextmanager
def candidate(
    library: Path,
    index: Path,
    encoder: Encoder,
    settings: Settings,
    drafts: Collection[str] | None = None,
    *,
    reread: bool = False,
    progress: Progress | None = None,
) -> Iterator[Candidate]:
    """Builds what publishing would make; it is gone at the end of the block unless `publish_candidate` took it.

    `drafts`: the ids of those to be published, or all. `reread`: read all files again, also those that have not
    changed. Raises LibraryProblem, IndexBusy, IndexCorrupt.
    """
    with _alone(library):
        recover(library, index)
        _clear(library, index)
        with reading(library) as catalogue:
            what = wanted(catalogue, drafts)
        with aside(index, _CANDIDATE) as staged:
            version = base_of(index).version
            if version is not None:
                _stage(index, version, staged)
            changes = tuple(differences(library, what, version))
            report = ingest_given(given(library, what, reread=reread), staged, encoder, settings, progress)
            yield Candidate(library, index, staged, _current(index), report, changes)


def publish_candidate(made: Candidate, who: str, reason: str = "") -> Publication:
    """Makes the candidate the public version, and its drafts published. Raises LibraryProblem, IndexBusy."""
    name = made.report.version
    if name is None:
        raise LibraryProblem(N_("there is nothing to publish: the library holds no document"))
    counted = {effect: sum(each.effect is effect for each in made.differences) for effect in Effect}
    told = Publication(now(), who, name, made.before, " ".join(reason.split()), False, *counted.values())
    with changing(made.library) as catalogue:
        catalogue.announce(name, asdict(told))
    if made.report.published:
        with building(made.index):
            if _current(made.index) != made.before:
                raise LibraryProblem(N_("the index was changed by someone else meanwhile: publish again"))
            publish(made.staged / name, made.index, name)
    _finish(made.library, made.index, told)
    return told


def roll_back(library: Path, index: Path, name: str | None, who: str, reason: str) -> Publication:
    """Makes an older version public again, by default the one before; drafts and edits stay as they are.

    Raises LibraryProblem without a reason, and what `rag.index.versions.rollback` raises.
    """
    why = told_reason(reason)
    with _alone(library):
        recover(library, index)
        before = _current(index)
        told = Publication(now(), who, name or "", before, why, rollback=True)
        if name:
            with changing(library) as catalogue:
                catalogue.announce(name, asdict(told))
        told = replace(told, version=roll_back_index(index, name))
        _finish(library, index, told)
        return told


def recover(library: Path, index: Path) -> None:
    """Brings the catalogue up to the index when a process died between the two."""
    with reading(library) as catalogue:
        found = catalogue.announced()
    if found is None:
        return
    name, content = found
    if _current(index) == name:
        _finish(library, index, Publication(**content))
        return
    with changing(library) as catalogue:
        catalogue.call_off()


def _finish(library: Path, index: Path, told: Publication) -> None:
    """One transaction: what is in the version is published, what it supersedes is superseded."""
    version = None if told.rollback else OpenVersion(index / told.version)
    with changing(library) as catalogue:
        if version is not None:
            _mark_published(catalogue, library, version, told)
        catalogue.note_publication(told)
        catalogue.call_off()


def _mark_published(catalogue: Catalogue, library: Path, version: OpenVersion, told: Publication) -> None:
    """Whoever edited or withdrew a document meanwhile is not undone: only drafts become published."""
    root = str(library.resolve())
    for entry in list(catalogue.entries([State.DRAFT])):
        origin = version.origin_of(entry.id)
        if origin is None or (origin.root, origin.file) != (root, entry.original.file):
            continue
        event = Event(told.at, told.who, Change.PUBLISHED, entry.id, told.reason)
        catalogue.put(replace(entry, state=State.PUBLISHED, ever_published=True), event)
        before = catalogue.entry(entry.supersedes) if entry.supersedes else None
        if before is not None and before.state in (State.PUBLISHED, State.DRAFT):
            event = Event(told.at, told.who, Change.SUPERSEDED, before.id, entry.id)
            catalogue.put(replace(before, state=State.SUPERSEDED, superseded_by=entry.id), event)


@contextmanager
def _alone(library: Path) -> Iterator[None]:
    library.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(library / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LibraryProblem(N_("somebody else is publishing: wait until that is done")) from error
        yield
    finally:
        os.close(descriptor)


def _stage(index: Path, version: OpenVersion, staged: Path) -> None:
    """An index folder with the same version; its files are the same files, not copies, where the disk can do that."""
    shutil.copytree(index / version.name, staged / version.name, copy_function=link)
    newest = list_versions(index)[0].name
    if newest != version.name:  # so that the name of the candidate sorts behind it
        (staged / newest).mkdir()
        link(str(index / newest / MANIFEST), str(staged / newest / MANIFEST))
    make_current(version.name, staged, index)


def _clear(library: Path, index: Path) -> None:
    """Removes what killed uploads and candidates left."""
    sweep(library)
    for path in index.glob(f"{_CANDIDATE}*"):
        with suppress(OSError):
            shutil.rmtree(path)


def _current(index: Path) -> str | None:
    try:
        return current_name(index)
    except IndexMissing:
        return None
