"""What became of every file of an ingest."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Protocol

from rag.errors import Reason
from rag.types import Language, Notice
from rag.wording.files import notice_text
from rag.wording.words import words_of


class Phase(StrEnum):
    """The long parts of an ingest, in order; the units are files, documents and passages."""

    WAITING = "waiting"  # for another ingest of the same index
    READING = "reading"
    SPLITTING = "splitting"
    EMBEDDING = "embedding"
    PUBLISHING = "publishing"


class Progress(Protocol):
    """Told of progress; called often, from the thread that ingests."""

    def __call__(self, phase: Phase, done: int, total: int) -> None: ...


class Status(StrEnum):
    """What became of a file or document."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REMOVED = "removed"  # its file is gone from a folder that was given again
    DUPLICATE = "duplicate"  # the same text and metadata is indexed under another id
    SKIPPED = "skipped"  # not meant to be read
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileResult:
    """One file, or one document of a file that holds several."""

    source: str  # path as a person would find it
    status: Status
    document_id: str | None = None
    reason: Reason | None = None  # why it failed or was skipped and what to do; which document it duplicates
    near_duplicates: tuple[str, ...] = ()  # ids of documents that say almost the same
    warnings: tuple[Notice, ...] = ()  # what of it could not be read, and what to do


@dataclass(frozen=True, slots=True)
class IngestReport:
    """The whole ingest; `version` is the one published now, or the one that stays; None when there is none."""

    results: tuple[FileResult, ...]
    version: str | None
    published: bool
    documents: int
    passages: int
    embedded: int
    seconds: float
    damaged: tuple[str, ...] = ()  # versions that were not built on, the published one first
    base: str | None = None  # the version that was built on; None when all is new

    @property
    def counts(self) -> Mapping[Status, int]:
        """How many results there are of each status; 0 for those that did not occur."""
        found = Counter(result.status for result in self.results)
        return {status: found[status] for status in Status}

    @property
    def exit_status(self) -> int:
        """0: every file is indexed; 1: none of those given is; 3: some are, others failed. (2 means wrong usage.)"""
        failed = self.counts[Status.FAILED]
        if self.version is None or (failed and not self._indexed):
            return 1
        return 3 if failed else 0

    @property
    def _indexed(self) -> int:
        good = (Status.ADDED, Status.UPDATED, Status.UNCHANGED, Status.DUPLICATE)
        return sum(self.counts[status] for status in good)

    def to_json(self) -> dict[str, Any]:
        """Plain values; the keys are stable."""
        return {
            "version": self.version,
            "published": self.published,
            "documents": self.documents,
            "passages": self.passages,
            "embedded": self.embedded,
            "seconds": round(self.seconds, 3),
            "damaged": list(self.damaged),
            "base": self.base,
            "exit_status": self.exit_status,
            "counts": {status.value: count for status, count in self.counts.items()},
            "files": [_to_json(result) for result in self.results],
        }


def _to_json(result: FileResult) -> dict[str, Any]:
    told = tuple(notice_text(each, words_of(Language.ENGLISH)) for each in result.warnings)
    reason = None if result.reason is None else str(result.reason)
    return {**asdict(result), "reason": reason, "warnings": told}
