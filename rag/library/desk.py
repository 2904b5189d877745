"""What pages need of the library: one publishing at a time in a thread of its own, told as it goes."""

import logging
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from rag.errors import IndexCorrupt, IndexMissing, RagError
from rag.index.report import FileResult, Phase
from rag.index.versions import LiveIndex, OpenVersion, list_versions
from rag.library.catalogue import now, reading
from rag.library.looking import Preview, preview
from rag.library.planning import Difference, differences, wanted
from rag.library.publishing import Candidate, candidate, publish_candidate, roll_back
from rag.library.records import Entry, Publication
from rag.models.encoders.base import Encoder
from rag.settings import Settings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Compared:
    """What a candidate does to gold questions: ids of those answered better, and worse, of so many."""

    questions: int
    better: tuple[str, ...]
    worse: tuple[str, ...]


Compare = Callable[[Candidate, Callable[[int, int], None]], Compared]


class Task(StrEnum):
    """What is done with a candidate."""

    PUBLISH = "publish"
    TRY = "try"  # against the gold questions; it is not published


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody asked for; `drafts` are the ids of those to be published."""

    task: Task
    who: str
    drafts: frozenset[str]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the latest order stands; `phase` is None while gold questions are asked."""

    order: Order
    running: bool = True
    phase: Phase | None = None
    done: int = 0
    total: int = 0
    at: str = ""  # when it ended
    publication: Publication | None = None
    failures: tuple[FileResult, ...] = ()
    compared: Compared | None = None
    problem: Exception | None = None


class Desk:
    """A library and the index that is published from it. Safe for several threads."""

    def __init__(
        self, settings: Settings, live: LiveIndex, encoder: Callable[[], Encoder], compare: Compare | None = None
    ) -> None:
        self._settings, self._live, self._encoder, self._compare = settings, live, encoder, compare
        self._lock = threading.Lock()
        self._standing: Standing | None = None

    @property
    def folder(self) -> Path:
        return self._settings.library

    @property
    def settings(self) -> Settings:
        return self._settings

    @property
    def standing(self) -> Standing | None:
        """Of the latest order since the program began; None before the first."""
        return self._standing

    def version(self) -> OpenVersion | None:
        """What is public now; None before the first publishing, and while it cannot be read."""
        try:
            return self._live.current()
        except (IndexMissing, IndexCorrupt):
            return None

    def versions(self) -> tuple[str, ...]:
        """Names of those there are, newest first."""
        return tuple(each.name for each in list_versions(self._settings.index))

    def changes(self, drafts: Collection[str] | None = None) -> tuple[Difference, ...]:
        """What publishing these drafts, or all, would change."""
        with reading(self.folder) as catalogue:
            what = wanted(catalogue, drafts)
        return tuple(differences(self.folder, what, self.version()))

    def preview(self, entry: Entry) -> Preview:
        """The document as it would be published. Raises UnreadableDocument, LibraryProblem."""
        return preview(self.folder, entry, self._settings, self._encoder().count_tokens)

    def roll_back(self, name: str, who: str, reason: str) -> Publication:
        """See `rag.library.publishing.roll_back`."""
        return roll_back(self.folder, self._settings.index, name, who, reason)

    def start(self, order: Order) -> threading.Thread | None:
        """The thread that works, or None when one works already."""
        with self._lock:
            if self._standing is not None and self._standing.running:
                return None
            self._standing = Standing(order)
        # Not waited for when the server is told to stop: killed at any moment, the index is the old or the new one.
        thread = threading.Thread(target=self._work, args=(order,), daemon=True)
        thread.start()
        return thread

    def _work(self, order: Order) -> None:
        standing = Standing(order)
        try:
            standing = self._done(order, standing)
        except (RagError, OSError) as error:
            standing = replace(standing, problem=error)
        except Exception as error:
            log.exception("publishing ended unexpectedly")
            standing = replace(standing, problem=error)
        self._standing = replace(standing, running=False, at=now())

    def _done(self, order: Order, standing: Standing) -> Standing:
        settings = self._settings
        with candidate(
            self.folder, settings.index, self._encoder(), settings, order.drafts, progress=self._advance
        ) as made:
            standing = replace(standing, failures=made.failures)
            if order.task is Task.PUBLISH:
                return replace(standing, publication=publish_candidate(made, order.who, order.reason))
            return replace(standing, compared=self._compare(made, self._asked) if self._compare else None)

    def _advance(self, phase: Phase, done: int, total: int) -> None:
        if self._standing is not None:
            self._standing = replace(self._standing, phase=phase, done=done, total=total)

    def _asked(self, done: int, total: int) -> None:
        if self._standing is not None:
            self._standing = replace(self._standing, phase=None, done=done, total=total)
