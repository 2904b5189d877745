"""Decides, from what is on the disk now and what is indexed, which documents the next version holds."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from rag.documents.apart import Job, Limits, reading
from rag.documents.duplicates import near_duplicates
from rag.errors import Reason, UnreadableDocument, UnsupportedFormat
from rag.index.report import FileResult, Phase, Progress, Status
from rag.index.sources import Given, PassedOver, SourceFile
from rag.index.versions import OpenVersion, Origin
from rag.types import Document, Notice
from rag.wording.files import notices_of
from rag.wording.words import N_

_COMPARED = 20_000  # documents whose likeness is looked at in one run: about 30 s and 100 MB

_TAKEN_ID = N_("its id '%(id)s' belongs to %(path)s: rename one of them, or give the folder above both")
_NOTHING_LEFT = N_(
    "no document would be left, so nothing was changed: give a folder with documents, or delete the index"
)
_STAYS = N_("%(reason)s (what was read from it earlier stays searchable)")


@dataclass(frozen=True, slots=True)
class Place:
    """A document of the next version; without `document` it is taken over from the one before."""

    document_id: str
    origin: Origin
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The documents of the next version, what became of every file, and whether anything differs from the last one."""

    documents: tuple[Place, ...]
    results: tuple[FileResult, ...]
    changes: bool


def make_plan(given: Given, previous: OpenVersion | None, limits: Limits, tell: Progress) -> Plan:
    """Reads every source that must be read; no file's failure ends it."""
    draft = _Draft(previous, given)
    settled = [_is_settled(given, previous, each) for each in given.sources]
    to_read = zip(given.sources, settled, strict=True)
    jobs = [Job(each.path, each.document_id) for each, held in to_read if isinstance(each, SourceFile) and not held]
    with reading(jobs, limits) as files:
        for done, (source, held) in enumerate(zip(given.sources, settled, strict=True), start=1):
            if isinstance(source, PassedOver):
                draft.pass_over(source)
            elif held:
                draft.keep(source)
            else:
                for item in next(files):
                    draft.take(source, item)
            tell(Phase.READING, done, len(given.sources))
    return _note_likeness(draft.finish(), previous)


def _is_settled(given: Given, previous: OpenVersion | None, source: SourceFile | PassedOver) -> bool:
    if given.settled is None or previous is None or isinstance(source, PassedOver):
        return False
    return given.settled(previous, source)


def _note_likeness(plan: Plan, previous: OpenVersion | None) -> Plan:
    """Notes at every new document which others say almost the same; of large indexes, only some are compared."""
    fresh = {place.document_id: place.document.text for place in plan.documents if place.document is not None}
    if not fresh:
        return plan
    texts = dict(islice(fresh.items(), _COMPARED))
    for place in plan.documents:
        if len(texts) >= _COMPARED:
            break
        stored = previous.document(place.document_id) if previous and place.document is None else None
        if stored is not None:
            texts[stored.id] = stored.text
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for pair in near_duplicates(texts):
        alike[pair.first].append(pair.second)
        alike[pair.second].append(pair.first)
    return replace(plan, results=tuple(_with_likeness(result, alike, fresh) for result in plan.results))


def _with_likeness(result: FileResult, alike: Mapping[str, list[str]], fresh: Mapping[str, str]) -> FileResult:
    document_id = result.document_id
    if document_id is None or document_id not in fresh or result.status not in (Status.ADDED, Status.UPDATED):
        return result
    return replace(result, near_duplicates=tuple(alike.get(document_id, ())))


class _Draft:
    """Collects documents one by one; the first of several with the same id or the same content wins."""

    def __init__(self, previous: OpenVersion | None, given: Given) -> None:
        self._given = given
        self._results: list[FileResult] = []
        self._taken: dict[str, Place] = {}
        self._ids_by_hash: dict[str, str] = {}
        self._unread: set[Origin] = set()
        self._changes = False
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

    def take(self, source: SourceFile, item: Document | UnreadableDocument) -> None:
        """Notes one document, or failure, of a file."""
        if isinstance(item, UnreadableDocument):
            self._fail(source, item)
            return
        if self._given.revise is not None:
            item = self._given.revise(source, item)
        name = item.source or str(source.path)
        twin = self._twin(item)
        rival = self._rival(item, source.origin)
        if twin is not None:
            same = Reason(N_("the same as %(twin)s, which is indexed"), {"twin": twin})
            self._note(name, Status.DUPLICATE, item.id, same)
        elif rival is not None:
            self._note(name, Status.FAILED, item.id, Reason(_TAKEN_ID, {"id": item.id, "path": rival.path}))
        else:
            self._accept(name, item, source.origin)

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

    def _accept(self, name: str, document: Document, origin: Origin) -> None:
        self._ids_by_hash[document.content_hash] = document.id
        content, before = self._indexed.get(document.id, (None, origin))
        if content == document.content_hash:
            # A document stays with the path it was first read from while there is one. Whether that still holds the
            # document is not looked at: one moved between two collections goes when the first is read again alone.
            origin = before if _is_there(before.path) and document.id not in self._given.ids else origin
            self._changes |= origin != before
            self._taken[document.id] = Place(document.id, origin)
            self._note(name, Status.UNCHANGED, document.id, warnings=notices_of(document))
            return
        self._changes = True
        self._taken[document.id] = Place(document.id, origin, document)
        status = Status.ADDED if content is None else Status.UPDATED
        self._note(name, status, document.id, warnings=notices_of(document))

    def _twin(self, document: Document) -> str | None:
        """Another document of the next version with the same content, or this very one, seen before in this run."""
        found = self._ids_by_hash.get(document.content_hash)
        if found is not None:
            return found
        staying = self._staying.get(document.content_hash)
        return staying if staying != document.id else None

    def _rival(self, document: Document, origin: Origin) -> Origin | None:
        """Where another document with this id was read that has a right to it."""
        if document.id in self._taken:
            return self._taken[document.id].origin
        if document.id not in self._indexed:
            return None
        content, before = self._indexed[document.id]
        if content == document.content_hash or before.path == origin.path or self._is_given(document.id, before):
            return None
        return before if _is_there(before.path) else None

    def _fail(self, source: SourceFile, error: UnreadableDocument) -> None:
        if isinstance(error, UnsupportedFormat) and source.origin.file:
            self._note(str(source.path), Status.SKIPPED, reason=error.reason)
            return
        self._unread.add(source.origin)
        kept = source.origin in self._read_from
        reason = Reason(_STAYS, {"reason": error.reason}) if kept else error.reason
        self._note(error.path, Status.FAILED, reason=reason)

    def _is_given(self, document_id: str, origin: Origin) -> bool:
        below = (origin.path, *origin.path.parents)
        return document_id in self._given.ids or not self._given.roots.isdisjoint(below)

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
