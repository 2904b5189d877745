"""What the library knows of a document, of a change and of a publication."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from rag.types import Language, Notice

# Kinds of files that are told apart by their names alone.
_FAMILIES = {".docm": ".docx", ".dotx": ".docx", ".xlsm": ".xlsx", ".pptm": ".pptx", ".ppsx": ".pptx", ".ott": ".odt"}


class State(StrEnum):
    """Where a document stands; what the public sees follows at the next publishing."""

    DRAFT = "draft"  # never published
    PUBLISHED = "published"
    SUPERSEDED = "superseded"  # by a newer edition
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"  # not even listed, unless one asks for it; its original is kept


class Change(StrEnum):
    """What people do to documents."""

    ADDED = "added"
    EDITED = "edited"
    REPLACED = "replaced"  # a newer edition was added
    PUBLISHED = "published"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    REMOVED = "removed"


class Field(StrEnum):
    """What people may say of a document; all but the last two come from the file unless they do."""

    TITLE = "title"
    PUBLISHER = "publisher"
    PUBLISHED = "published"  # ISO 8601
    URL = "url"
    KIND = "kind"  # regulation, news, minutes ...
    TAGS = "tags"  # separated by commas


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was added."""

    sha256: str  # hex
    suffix: str  # that its content deserves, with the dot
    size: int  # bytes

    @property
    def file(self) -> str:
        """Its path below the library's folder."""
        return f"originals/{self.sha256[:2]}/{self.sha256}{self.suffix}"


@dataclass(frozen=True, slots=True)
class Found:
    """What was read in the file itself."""

    title: str
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: Language = Language.INDONESIAN
    notices: tuple[Notice, ...] = ()
    characters: int = 0  # of its text


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the library; `revision` grows with every change of it."""

    id: str  # the one it has in the index
    name: str  # of the file, as it was added
    original: Original
    state: State
    found: Found
    said: Mapping[Field, str]  # what people say instead of the file; "" says that there is none
    added_by: str
    added_at: str  # ISO 8601, UTC, as all moments here
    changed_by: str
    changed_at: str
    revision: int = 1
    supersedes: str | None = None  # the document of which this is a newer edition
    superseded_by: str | None = None
    ever_published: bool = False

    @property
    def misnamed(self) -> bool:
        """Whether the file is of another kind than its name says."""
        suffix = Path(self.name).suffix.lower()
        return _FAMILIES.get(suffix, suffix) != self.original.suffix

    @property
    def problems(self) -> int:
        """How many things of it need a look."""
        return len(self.found.notices) + self.misnamed

    @property
    def title(self) -> str:
        return self.said.get(Field.TITLE) or self.found.title

    @property
    def publisher(self) -> str | None:
        return self.said.get(Field.PUBLISHER, self.found.publisher) or None

    @property
    def published(self) -> date | None:
        said = self.said.get(Field.PUBLISHED)
        return self.found.published if said is None else date.fromisoformat(said) if said else None

    @property
    def url(self) -> str | None:
        return self.said.get(Field.URL, self.found.url) or None

    @property
    def kind(self) -> str:
        return self.said.get(Field.KIND, "")

    @property
    def tags(self) -> tuple[str, ...]:
        return tuple(filter(None, map(str.strip, self.said.get(Field.TAGS, "").split(","))))


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that was done to a document."""

    at: str
    who: str
    change: Change
    document_id: str
    reason: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)  # what was said anew


@dataclass(frozen=True, slots=True)
class Publication:
    """A version of the index that was made current: by publishing, or by going back to it."""

    at: str
    who: str
    version: str
    before: str | None  # the version that was current until then
    reason: str = ""
    rollback: bool = False
    added: int = 0
    changed: int = 0
    removed: int = 0
