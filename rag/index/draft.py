"""Collects, document by document, what the next version of an index holds."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rag.errors import Reason, UnreadableDocument, UnsupportedFormat
from rag.index.report import FileResult, Status
from rag.index.sources import Given, PassedOver, SourceFile
from rag.index.spool import Spool
from rag.index.versions import OpenVersion, Origin
from rag.index.versions.readings import Readings, Unit
from rag.types import Document, Notice
from rag.wording.words import N_

_TAKEN_ID = N_("its id '%(id)s' belongs to %(path)s: rename one of them, or give the folder above both")
_NOTHING_LEFT = N_(
    "no document would be left, so nothing was changed: give a folder with documents, or delete the index"
)
_STAYS = N_("%(reason)s (what was read from it earlier stays searchable)")


@dataclass(frozen=True, slots=True)
class Place:
    """A document of the next version; without `spooled`, its number in the spool, it is taken over from before."""

    document_id: str
    origin: Origin
    spooled: int | None = None
    bands: npt.NDArray[np.uint32] | None = None  # `rag.documents.duplicates`; None leaves those there are


@dataclass(frozen=True, slots=True)
class Plan:
    """The documents of the next version, what became of every file, and whether anything differs from the last one."""

    documents: tuple[Place, ...]
    results: tuple[FileResult, ...]
    changes: bool
    readings: Readings = field(default_factory=Readings)


class Draft:
    """Collects documents one by one; the first of several with the same id or the same content wins."""

    def __init__(self, previous: OpenVersion | None, given: Given, spool: Spool) -> None:
        self._given, self._spool = given, spool
        self._results: list[FileResult] = []
        self._taken: dict[str, Place] = {}
        self._ids_by_hash: dict[str, str] = {}
        self._unread: set[Origin] = set()
        self._changes = False
        self._below: dict[Origin, bool] = {}
        self._there: dict[Origin, bool] = {}
        self._indexed: dict[str, tuple[str, Origin]] = {}
        if previous is not None:
            columns = previous.columns
            facts = zip(columns.ids, columns.hashes, columns.origins, strict=True)
            self._indexed = {document_id: (content, origin) for document_id, content, origin in facts}
        self._read_from: defaultdict[Origin, list[str]] = defaultdict(list)
        for document_id, (_, origin) in self._indexed.items():
            self._read_from[origin].append(document_id)
        self._staying = {content: i for i, (content, origin) in self._indexed.items() if not self._is_given(i, origin)}

    def pass_over(self, path: PassedOver) -> None:
        """Notes a path that is not read."""
        if path.failed:
            self._unread.add(path.origin)
        self._note(str(path.path), Status.FAILED if path.failed else Status.SKIPPED, reason=path.reason)

    def fail(self, source: SourceFile, error: UnreadableDocument) -> None:
        """Notes what could not be read of a file."""
        if isinstance(error, UnsupportedFormat) and source.origin.file:
            self._note(str(source.path), Status.SKIPPED, reason=error.reason)
            return
        self._unread.add(source.origin)
        kept = source.origin in self._read_from
        reason = Reason(_STAYS, {"reason": error.reason}) if kept else error.reason
        self._note(error.path, Status.FAILED, reason=reason)

    def take(self, source: SourceFile, unit: Unit, document: Document | None = None) -> bool:
        """Notes a document of a file; False when it is needed and is not given, and nothing was noted."""
        name, content = unit.told_as(source.path), unit.content_hash
        twin = self._twin(unit)
        rival = self._rival(unit, source.origin)
        if twin is not None:
            same = Reason(N_("the same as %(twin)s, which is indexed"), {"twin": twin})
            self._note(name, Status.DUPLICATE, unit.document_id, same)
        elif rival is not None:
            taken = Reason(_TAKEN_ID, {"id": unit.document_id, "path": rival.path})
            self._note(name, Status.FAILED, unit.document_id, taken)
        elif self._indexed.get(unit.document_id, ("",))[0] == content:
            self._stay(name, unit, source.origin)
        elif document is None:
            return False
        else:
            self._accept(name, unit, document, source.origin)
        return True

    def keep(self, source: SourceFile) -> None:
        """Notes a file of which everything that is indexed stays as it is."""
        for document_id in self._read_from[source.origin]:
            if document_id not in self._taken:
                self._ids_by_hash[self._indexed[document_id][0]] = document_id
                self._taken[document_id] = Place(document_id, source.origin)
                self._note(str(source.path), Status.UNCHANGED, document_id)

    def finish(self) -> Plan:
        """The plan, with what was indexed before and is not given, or could not be read, kept."""
        removed = []
        for document_id, (_, origin) in self._indexed.items():
            if document_id in self._taken:
                continue
            if not self._is_given(document_id, origin) or self._is_unread(origin):
                self._taken[document_id] = Place(document_id, origin)
            else:
                removed.append((str(origin.path), document_id))
        if removed and not self._taken and not self._given.may_empty:
            # An emptied folder is more often a drive that is not mounted than a wish.
            return self._refuse_to_empty(removed[0][0])
        for source, document_id in removed:
            self._note(source, Status.REMOVED, document_id)
        return Plan(tuple(self._taken.values()), tuple(self._results), self._changes or bool(removed))

    def _refuse_to_empty(self, source: str) -> Plan:
        self._note(source, Status.FAILED, reason=Reason(_NOTHING_LEFT))
        return Plan((), tuple(self._results), changes=False)

    def _stay(self, name: str, unit: Unit, origin: Origin) -> None:
        """A document stays with the path it was first read from while there is one.

        Whether that still holds the document is not looked at: one moved between two collections goes when the first
        is read again alone.
        """
        before = self._indexed[unit.document_id][1]
        if before is not origin and before != origin:
            if unit.document_id not in self._given.ids and self._is_there(before):
                origin = before
            else:
                self._changes = True
        self._ids_by_hash[unit.content_hash] = unit.document_id
        self._taken[unit.document_id] = Place(unit.document_id, origin)
        self._note(name, Status.UNCHANGED, unit.document_id, warnings=unit.notices)

    def _accept(self, name: str, unit: Unit, document: Document, origin: Origin) -> None:
        self._changes = True
        status = Status.UPDATED if unit.document_id in self._indexed else Status.ADDED
        self._ids_by_hash[unit.content_hash] = unit.document_id
        self._taken[unit.document_id] = Place(unit.document_id, origin, self._spool.add(document))
        self._note(name, status, unit.document_id, warnings=unit.notices)

    def _twin(self, unit: Unit) -> str | None:
        """Another document of the next version with the same content, or this very one, seen before in this run."""
        found = self._ids_by_hash.get(unit.content_hash)
        if found is not None:
            return found
        staying = self._staying.get(unit.content_hash)
        return staying if staying != unit.document_id else None

    def _rival(self, unit: Unit, origin: Origin) -> Origin | None:
        """Where another document with this id was read that has a right to it."""
        if unit.document_id in self._taken:
            return self._taken[unit.document_id].origin
        if unit.document_id not in self._indexed:
            return None
        content, before = self._indexed[unit.document_id]
        if content == unit.content_hash or before.path == origin.path or self._is_given(unit.document_id, before):
            return None
        return before if self._is_there(before) else None

    def _is_given(self, document_id: str, origin: Origin) -> bool:
        if document_id in self._given.ids:
            return True
        # Many documents are of one file, and taking paths apart is slow.
        if origin not in self._below:
            self._below[origin] = not self._given.roots.isdisjoint((origin.path, *origin.path.parents))
        return self._below[origin]

    def _is_there(self, origin: Origin) -> bool:
        if origin not in self._there:
            self._there[origin] = _is_there(origin.path)
        return self._there[origin]

    def _is_unread(self, origin: Origin) -> bool:
        return any(_covers(unread, origin) for unread in self._unread)

    def _note(
        self,
        source: str,
        status: Status,
        document_id: str | None = None,
        reason: Reason | None = None,
        warnings: tuple[Notice, ...] = (),
    ) -> None:
        self._results.append(FileResult(source, status, document_id, reason, warnings=warnings))


def _is_there(path: Path) -> bool:
    """Also when it is in a folder that we may not look into."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _covers(unread: Origin, origin: Origin) -> bool:
    """Whether a path that could not be read is the origin or a folder above it."""
    return unread.path == origin.path or unread.path in origin.path.parents
