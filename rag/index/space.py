"""What a new version takes on the disk, told before it is written and when the disk is full all the same."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rag.errors import DiskFull, Reason
from rag.folders import FULL
from rag.wording.words import N_

_VECTORS_WRITTEN = 2  # as they come, and in the store
_TEXTS_WRITTEN = 3  # times a document's bytes: in itself, in its passages, in their words
_BYTES_A_TOKEN = 5  # of a document as stored, in its passages
_SPARE = 10_000_000  # bytes left for others on the same disk
_REMEDY = Reason(
    N_("Make room there (`rag index prune --keep 1` deletes older versions), or put the index elsewhere with RAG_INDEX")
)


def needed_for(documents: int, texts: int, passage_tokens: int, dimension: int, kept: int) -> int:
    """About how many bytes a version takes while it is built.

    Of so many new documents with so many bytes of texts, as stored, and `kept` bytes of the version before.
    """
    passages = max(documents, texts // (_BYTES_A_TOKEN * passage_tokens))
    return _TEXTS_WRITTEN * texts + _VECTORS_WRITTEN * (4 * dimension * passages + kept)


def require_space(folder: Path, needed: int) -> None:
    """Raises DiskFull, before anything is written, when the version cannot fit."""
    free = shutil.disk_usage(folder).free
    if free < needed + _SPARE:
        raise _full(folder, free, needed)


@contextmanager
def telling_of_full_disks(folder: Path, needed: int | None = None) -> Iterator[None]:
    """Makes of a write that fails for want of space a DiskFull; what was published stays as it was."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise _full(folder, shutil.disk_usage(folder).free, needed) from error


def _full(folder: Path, free: int, needed: int | None) -> DiskFull:
    facts: dict[str, object] = {"folder": folder.resolve(), "free": _megabytes(free), "remedy": _REMEDY}
    if needed is None:
        return DiskFull(
            N_("the disk of %(folder)s is full: %(free)s are free; nothing was changed. %(remedy)s"), **facts
        )
    return DiskFull(
        N_(
            "the disk of %(folder)s is full: the new version needs about %(wanted)s, and %(free)s are free; nothing "
            "was changed. %(remedy)s"
        ),
        wanted=_megabytes(needed + _SPARE),
        **facts,
    )


def _megabytes(count: int) -> str:
    return f"{max(count, 0) / 1_000_000:,.0f} MB"
