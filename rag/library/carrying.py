"""A library into a backup and out of it, and the copying of SQLite files that both need."""

import errno
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from rag.errors import BadInput
from rag.folders import files_below, sha256_of, sync_tree
from rag.library.catalogue import FILE, reading
from rag.wording.words import N_


def taken_along(library: Path, folder: Path) -> tuple[dict[str, tuple[Path, str]], tuple[str, ...]]:
    """Copies the catalogue into `folder`; path and SHA-256 of each original, and ids of documents that lost theirs.

    The catalogue comes first, for an original that it names is never changed or removed.
    """
    if not (library / FILE).exists():
        return {}, ()
    copy_database(library / FILE, folder / FILE)
    with reading(folder) as copied:
        entries = tuple(copied.entries())
    paths = {entry.original: library / entry.original.file for entry in entries}
    whole = {each for each, path in paths.items() if path.is_file() and sha256_of(path) == each.sha256}
    members = {each.file: (paths[each], each.sha256) for each in whole}
    return members, tuple(entry.id for entry in entries if entry.original not in whole)


def put_library(fresh: Path, library: Path) -> None:
    """Originals first, then the catalogue that names them; the library may be on another disk."""
    for path in files_below(fresh / "originals"):
        place = library / path.relative_to(fresh)
        waiting = place.with_name(f".restoring-{place.name}")
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(path, waiting)
            waiting.replace(place)
        except OSError:
            waiting.unlink(missing_ok=True)
            raise
    if library.exists():
        sync_tree(library)
    put_database(fresh / FILE, library / FILE)


def copy_database(source: Path, target: Path) -> None:
    """A consistent copy of an SQLite file that others may be writing to; all of it, or nothing of it in `target`.

    Raises OSError (ENOSPC) when there is no room for it, BadInput when SQLite cannot read the one or write the other.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = not target.exists()
    try:
        with closing(sqlite3.connect(source, timeout=30)) as one, closing(sqlite3.connect(target, timeout=30)) as other:
            one.backup(other)
    except sqlite3.Error as error:
        if fresh:
            target.unlink(missing_ok=True)
        full = {sqlite3.SQLITE_FULL: target, sqlite3.SQLITE_IOERR_SHMSIZE: source}.get(error.sqlite_errorcode)
        if full:  # the second when there is no room for the file by which readers of a log agree
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(full)) from error
        raise BadInput(
            N_("%(source)s cannot be copied to %(target)s (%(reason)s): both must be files that may be written"),
            source=source,
            target=target,
            reason=error,
        ) from error


def put_database(fresh: Path, file: Path) -> None:
    """Through SQLite, so that whoever has the file open sees it whole; what was there is kept beside it."""
    kept = _kept_beside(file) if file.exists() else None
    if kept:
        copy_database(file, kept)
    try:
        copy_database(fresh, file)
    except (OSError, BadInput):
        if kept:  # what was there still is
            kept.unlink(missing_ok=True)
        raise


def _kept_beside(file: Path) -> Path:
    """A name that nothing has yet, for another restore may be a moment ago, or the clock set back."""
    first = file.with_name(f"{file.name}.before-restore-{datetime.now(UTC):%Y%m%dT%H%M%S}")
    others = (first.with_name(f"{first.name}-{number}") for number in count(2))
    return next(path for path in chain([first], others) if not path.exists())
