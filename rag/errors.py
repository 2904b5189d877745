"""Errors a caller may want to tell apart; every message names the thing and says what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is not done, and what to do; begins in small letters, without a full stop.

    `message` is a msgid of the catalogues with %(names)s, `values` what fills it in; a Reason among them is put into
    words too.
    """

    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """In English."""
        return self.message % self.values if self.values else self.message


class RagError(Exception):
    """Base of all errors this package raises on purpose.

    `message` is a msgid of the catalogues with %(names)s, and `values` what fills it in; or it is whole, in English.
    """

    def __init__(self, message: str, **values: object) -> None:
        self.reason = Reason(message, values)
        super().__init__(str(self.reason))


class MissingExtra(RagError):
    """An optional dependency is needed and not installed."""

    def __init__(self, extra: str) -> None:
        install = f".venv/bin/pip install -e '.[{extra}]'"
        super().__init__(
            "this needs the optional part '%(extra)s'; in the program's folder: %(install)s",
            extra=extra,
            install=install,
        )


class UnreadableDocument(RagError):
    """A file could not become a document; `path` names it and `reason` says what to do."""

    def __init__(self, path: str, reason: str | Reason, **values: object) -> None:
        """`reason`: whole, or the message of one that `values` fill in."""
        self.path = path
        why = Reason(reason, values) if isinstance(reason, str) else reason
        super().__init__(f"{path}: {why}")
        self.reason = why

    def __reduce__(self) -> tuple[type["UnreadableDocument"], tuple[str, Reason]]:
        """So that it can come from another process."""
        return type(self), (self.path, self.reason)


class UnsupportedFormat(UnreadableDocument):
    """No loader reads this kind of file."""


class IndexMissing(RagError):
    """There is no published index version where one was expected."""


class IndexCorrupt(RagError):
    """A version folder does not match its manifest."""


class IndexMismatch(RagError):
    """The index was built with another embedding model than the one in use."""


class IndexBusy(RagError):
    """Another build holds the lock of this index folder."""


class StoreUnavailable(RagError):
    """The server that holds the vectors does not answer, or refuses."""


class ClusterFailed(RagError):
    """The machines that read and embed cannot be reached, or could not come to an end."""


class DiskFull(RagError):
    """There is not the room on the disk that a new version needs."""


class BlankText(RagError):
    """Nothing but white space where text was needed."""


class QuoteMismatch(RagError):
    """A quote does not stand in its document, character for character."""


class ModelUnavailable(RagError):
    """The embedding or chat model cannot be loaded or reached."""


class Left(RagError):
    """Nobody waits any more for what is being worked on."""


class BadInput(RagError):
    """A request or batch line does not fit its documented form."""


class LibraryProblem(RagError):
    """The library, or a document of it, cannot be used or changed as wanted."""


class ChangedMeanwhile(LibraryProblem):
    """Somebody else changed the document since it was looked at; nothing was overwritten."""
