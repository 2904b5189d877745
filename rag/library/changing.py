"""What people do to documents: add, edit, replace, withdraw, restore, remove; each change whole or not at all."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rag.errors import ChangedMeanwhile, LibraryProblem, UnreadableDocument
from rag.library.catalogue import Catalogue, changing, now, reading
from rag.library.looking import look
from rag.library.originals import id_for, keep
from rag.library.records import Change, Entry, Event, Field, Found, Original, State
from rag.library.saying import checked, today_here
from rag.settings import Settings
from rag.wording.words import N_

_LIVING = (State.DRAFT, State.PUBLISHED)
_SEVERAL = frozenset({".jsonl", ".ndjson"})
_INHERITED = (Field.PUBLISHER, Field.KIND, Field.TAGS)
_NOT_REPLACED = N_("“%(title)s” cannot be replaced: it is withdrawn, superseded or removed; restore it first")
_NOT_EDITED = N_("“%(title)s” cannot be edited: it is superseded or removed; restore it first")
_NOT_WITHDRAWN = N_("“%(title)s” is withdrawn, superseded or removed already")
_NOT_REMOVED = N_("“%(title)s” is removed already")
_NOT_RESTORED = N_("“%(title)s” is in use, so there is nothing to restore")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody gives, with what they say of it."""

    name: str
    pieces: Iterable[bytes]
    said: Mapping[Field, str]


def add(folder: Path, upload: Upload, who: str, settings: Settings) -> Entry:
    """A new draft. Raises UnreadableDocument for a file that gives no document, LibraryProblem for one that is here."""
    return _take(folder, upload, who, settings, None)


def replace_with(
    folder: Path, document_id: str, upload: Upload, who: str, settings: Settings, expected: int | None = None
) -> Entry:
    """A draft that supersedes a document when it is published; it takes over publisher, kind and tags.

    `expected`: the revision of that document that was looked at. Raises as `add`, and ChangedMeanwhile.
    """
    with reading(folder) as catalogue:
        before = known(catalogue, document_id, expected)
    _require(before, _LIVING, _NOT_REPLACED)
    inherited = {field: before.said[field] for field in _INHERITED if field in before.said}
    return _take(folder, replace(upload, said={**inherited, **upload.said}), who, settings, before)


def _take(folder: Path, upload: Upload, who: str, settings: Settings, before: Entry | None) -> Entry:
    said = checked(upload.said, today_here())
    kept = keep(folder, upload.name, upload.pieces, settings.max_file_mb * 1_000_000)
    try:
        if kept.original.suffix in _SEVERAL:
            raise UnreadableDocument(upload.name, N_("it holds many documents: read it with `rag ingest` instead"))
        found = look(folder, upload.name, kept.original, settings)
        with changing(folder) as catalogue:
            entry = _draft(catalogue, upload.name, kept.original, found, said, who)
            if before is not None:
                entry = replace(entry, supersedes=before.id)
                reason = f"{before.name} -> {entry.name}"
                current = known(catalogue, before.id, before.revision)
                catalogue.put(_touched(current, who), Event(now(), who, Change.REPLACED, before.id, reason))
            catalogue.put(entry, Event(entry.added_at, who, Change.ADDED, entry.id, "", _plain(said)))
            return entry
    except Exception:
        _forget(folder, kept.original, kept.fresh)
        raise


def _draft(
    catalogue: Catalogue, name: str, original: Original, found: Found, said: Mapping[Field, str], who: str
) -> Entry:
    for twin in catalogue.of_original(original.sha256):
        known = N_("%(name)s: the same file is in the library already, as “%(twin)s”")
        resting = N_("%(name)s: the same file is in the library as “%(twin)s”, which is not in use: restore that one")
        raise LibraryProblem(known if twin.state in _LIVING else resting, name=name, twin=twin.id)
    document_id = id_for(name, lambda wanted: catalogue.entry(wanted) is not None)
    moment = now()
    return Entry(document_id, name, original, State.DRAFT, found, dict(said), who, moment, who, moment)


def _forget(folder: Path, original: Original, fresh: bool) -> None:
    """Removes a file that gave no document, unless somebody has added it meanwhile."""
    if fresh:
        with changing(folder) as catalogue:
            if not catalogue.of_original(original.sha256):
                (folder / original.file).unlink(missing_ok=True)


def edit(
    folder: Path, document_id: str, fields: Mapping[Field, str | None], who: str, expected: int | None = None
) -> Entry:
    """Says something of a document instead of its file; None takes back what was said, "" says there is none.

    `expected`: the revision that was looked at. Raises LibraryProblem, ChangedMeanwhile.
    """
    given = checked({field: value for field, value in fields.items() if value is not None}, today_here())

    def change(entry: Entry) -> Entry:
        _require(
            entry,
            (*_LIVING, State.WITHDRAWN),
            _NOT_EDITED,
        )
        kept = {field: value for field, value in entry.said.items() if field not in fields}
        return replace(entry, said={**kept, **given})

    told = {**{field.value: "" for field in fields}, **_plain(given)}
    return _change(folder, document_id, change, Event(now(), who, Change.EDITED, document_id, "", told), expected)


def withdraw(folder: Path, document_id: str, who: str, reason: str, expected: int | None = None) -> Entry:
    """Takes a document out of the public index at the next publishing. Raises as `edit`."""

    def change(entry: Entry) -> Entry:
        _require(entry, _LIVING, _NOT_WITHDRAWN)
        return replace(entry, state=State.WITHDRAWN)

    told = Event(now(), who, Change.WITHDRAWN, document_id, told_reason(reason))
    return _change(folder, document_id, change, told, expected)


def remove(folder: Path, document_id: str, who: str, reason: str = "", expected: int | None = None) -> Entry:
    """As `withdraw`, and it is no longer listed; its original is kept, and it can be restored."""

    def change(entry: Entry) -> Entry:
        _require(entry, (*_LIVING, State.WITHDRAWN, State.SUPERSEDED), _NOT_REMOVED)
        return replace(entry, state=State.REMOVED)

    told = Event(now(), who, Change.REMOVED, document_id, " ".join(reason.split()))
    return _change(folder, document_id, change, told, expected)


def restore(folder: Path, document_id: str, who: str, expected: int | None = None) -> Entry:
    """Undoes `withdraw`, `remove`, or that a newer edition took its place."""

    def change(entry: Entry) -> Entry:
        _require(
            entry,
            (State.WITHDRAWN, State.REMOVED, State.SUPERSEDED),
            _NOT_RESTORED,
        )
        state = State.PUBLISHED if entry.ever_published else State.DRAFT
        return replace(entry, state=state, superseded_by=None)

    return _change(folder, document_id, change, Event(now(), who, Change.RESTORED, document_id), expected)


def _change(
    folder: Path, document_id: str, change: Callable[[Entry], Entry], event: Event, expected: int | None
) -> Entry:
    with changing(folder) as catalogue:
        entry = _touched(change(known(catalogue, document_id, expected)), event.who)
        catalogue.put(entry, event)
        return entry


def known(catalogue: Catalogue, document_id: str, expected: int | None = None) -> Entry:
    """The document, at the revision expected. Raises LibraryProblem, ChangedMeanwhile."""
    entry = catalogue.entry(document_id)
    if entry is None:
        raise LibraryProblem(N_("there is no document “%(id)s” in the library"), id=document_id)
    if expected not in (None, entry.revision):
        raise ChangedMeanwhile(
            N_(
                "“%(title)s” was changed by %(who)s at %(at)s after you had opened it; nothing was overwritten: look "
                "at it again, then repeat your change"
            ),
            title=entry.title,
            who=entry.changed_by,
            at=entry.changed_at,
        )
    return entry


def _touched(entry: Entry, who: str) -> Entry:
    return replace(entry, revision=entry.revision + 1, changed_by=who, changed_at=now())


def _require(entry: Entry, states: tuple[State, ...], otherwise: str) -> None:
    if entry.state not in states:
        raise LibraryProblem(otherwise, title=entry.title)


def told_reason(reason: str) -> str:
    """The reason on one line. Raises LibraryProblem when there is none."""
    told = " ".join(reason.split())
    if not told:
        raise LibraryProblem(N_("give a reason: it is kept"))
    return told


def _plain(said: Mapping[Field, str]) -> dict[str, str]:
    return {field.value: value for field, value in said.items()}
