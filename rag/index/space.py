"""What a new version takes on the disk, told before it is written and when the disk is full all the same."""

import errno
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rag.errors import DiskFull
from rag.index.versions import Addition, Kept, OpenVersion

_VECTORS_WRITTEN = 2  # as they come, and in the store
_TEXTS_WRITTEN = 6  # times a text's bytes: in its document and its passages, escaped, its blocks, its words
_SPARE = 10_000_000  # bytes left for others on the same disk
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def needed_for(entries: Sequence[Kept | Addition], dimension: int, previous: OpenVersion | None) -> int:
    """About how many bytes a version of these entries takes while it is built."""
    added = [entry for entry in entries if isinstance(entry, Addition)]
    texts = sum(len(entry.document.text) for entry in added)
    vectors = sum(len(entry.passages) for entry in added) * dimension * 4
    kept = previous.manifest.size if previous and len(added) < len(entries) else 0
    return _TEXTS_WRITTEN * texts + _VECTORS_WRITTEN * (vectors + kept)


def require_space(folder: Path, needed: int) -> None:
    """Raises DiskFull, before anything is written, when the version cannot fit."""
    free = shutil.disk_usage(folder).free
    if free < needed + _SPARE:
        raise DiskFull(_told(folder, free, needed))


@contextmanager
def telling_of_full_disks(folder: Path, needed: int | None = None) -> Iterator[None]:
    """Makes of a write that fails for want of space a DiskFull; what was published stays as it was."""
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise DiskFull(_told(folder, shutil.disk_usage(folder).free, needed)) from error


def _told(folder: Path, free: int, needed: int | None) -> str:
    wanted = f"the new version needs about {_megabytes(needed + _SPARE)}, and " if needed is not None else ""
    return (
        f"the disk of {folder.resolve()} is full: {wanted}{_megabytes(free)} are free; nothing was changed. Make room "
        f"there (`rag index prune --keep 1` deletes older versions), or put the index elsewhere with RAG_INDEX"
    )


def _megabytes(count: int) -> str:
    return f"{max(count, 0) / 1_000_000:,.0f} MB"
