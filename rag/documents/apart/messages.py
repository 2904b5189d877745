"""What passes between the program and the processes that read files for it."""

from dataclasses import dataclass
from pathlib import Path

_SECONDS_A_MEGABYTE = 6


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read, and the id its document will have; `known`: digests of lines that need no reading.

    With `known`, even an empty one, it is told where each document came from.
    """

    path: Path
    document_id: str
    known: frozenset[bytes] | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take: bytes on the disk, seconds from one document to the next, megabytes of memory."""

    max_bytes: int = 100_000_000
    seconds: int = 120
    megabytes: int = 2000
    recognise: bool = False  # text recognition for pages that are pictures

    def seconds_for(self, path: Path) -> int:
        """More for a large file: prose is read at about a megabyte a second, and the machine may have other work."""
        try:
            return self.seconds + _SECONDS_A_MEGABYTE * (path.stat().st_size // 1_000_000)
        except OSError:
            return self.seconds


@dataclass(frozen=True, slots=True)
class Ended:
    """The last message about a file; `status` as `os.waitstatus_to_exitcode` gives it: negative for a signal."""

    status: int
