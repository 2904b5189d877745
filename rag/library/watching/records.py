"""What is known of a watched source, of what was found in it, and of a run."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rag.errors import Reason
from rag.library.records import Field


class Kind(StrEnum):
    """What a source is; a list may be RSS, Atom or a sitemap, as its content says."""

    FOLDER = "folder"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Source:
    """A place that is watched; moments are ISO 8601, UTC."""

    id: int
    kind: Kind
    place: str  # a path, or an address
    minutes: int  # between two runs
    said: Mapping[Field, str]  # of every document that comes from it
    paused: bool
    added_by: str
    added_at: str
    due_at: str


@dataclass(frozen=True, slots=True)
class Item:
    """One document of a source; `stamp` changes when it does, where the source tells that."""

    place: str
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found at an item's place; `document_id` is None where it gave no document."""

    place: str
    stamp: str = ""
    etag: str = ""
    modified: str = ""
    sha256: str = ""
    document_id: str | None = None
    at: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong with a place."""

    place: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Run:
    """What came of looking at a source once; `waiting` items are for the next time."""

    at: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    waiting: int = 0
    troubles: tuple[Trouble, ...] = ()
