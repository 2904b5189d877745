"""Documents of the library as rows of a table."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from rag.library.records import Entry, Field, Found, Original, State
from rag.types import Language, Notice, NoticeKind

COLUMNS = (
    "id, name, sha256, suffix, size, state, found, said, added_by, added_at, changed_by, changed_at, revision, "
    "supersedes, superseded_by, ever_published"
)


def values_of(entry: Entry) -> list[str | int | None]:
    """The values of `COLUMNS`."""
    original = entry.original
    about: list[str | int | None] = [
        entry.id,
        entry.name,
        original.sha256,
        original.suffix,
        original.size,
        entry.state.value,
    ]
    said = [_packed(entry.found), json.dumps(dict(entry.said))]
    who = [entry.added_by, entry.added_at, entry.changed_by, entry.changed_at]
    return [*about, *said, *who, entry.revision, entry.supersedes, entry.superseded_by, int(entry.ever_published)]


def searched(entry: Entry) -> str:
    """What is looked in when somebody looks for documents."""
    day = entry.published.isoformat() if entry.published else ""
    told = (entry.id, entry.name, entry.title, entry.publisher, day, entry.kind, *entry.tags, entry.changed_by)
    return " ".join(filter(None, told)).casefold()


def _packed(found: Found) -> str:
    day = found.published.isoformat() if found.published else None
    return json.dumps({**asdict(found), "published": day})


def entry_of(row: Sequence[Any]) -> Entry:
    """A document from the values of `COLUMNS`."""
    document_id, name, sha256, suffix, size, state, found, said, *rest = row
    added_by, added_at, changed_by, changed_at, revision, supersedes, superseded_by, ever = rest
    return Entry(
        id=document_id,
        name=name,
        original=Original(sha256, suffix, size),
        state=State(state),
        found=_found(json.loads(found)),
        said={Field(key): value for key, value in json.loads(said).items()},
        added_by=added_by,
        added_at=added_at,
        changed_by=changed_by,
        changed_at=changed_at,
        revision=revision,
        supersedes=supersedes,
        superseded_by=superseded_by,
        ever_published=bool(ever),
    )


def _found(fields: dict[str, Any]) -> Found:
    notices = tuple(
        Notice(**{**each, "kind": NoticeKind(each["kind"]), "pages": tuple(each["pages"])})
        for each in fields["notices"]
    )
    day = fields["published"]
    typed = {
        "published": date.fromisoformat(day) if day else None,
        "language": Language(fields["language"]),
        "notices": notices,
    }
    return Found(**{**fields, **typed})
