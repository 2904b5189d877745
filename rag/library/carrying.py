"""A library into a backup and out of it, and the copying of SQLite files that both need."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from rag.folders import files_below, sha256_of, sync_tree
from rag.library.catalogue import FILE, reading


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
        shutil.copyfile(path, waiting)
        waiting.replace(place)
    if library.exists():
        sync_tree(library)
    put_database(fresh / FILE, library / FILE)


def copy_database(source: Path, target: Path) -> None:
    """A consistent copy of an SQLite file that others may be writing to."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(source, timeout=30)) as one, closing(sqlite3.connect(target, timeout=30)) as other:
        one.backup(other)


def put_database(fresh: Path, file: Path) -> None:
    """Through SQLite, so that whoever has the file open sees it whole; what was there is kept beside it."""
    if file.exists():
        copy_database(file, _kept_beside(file))
    copy_database(fresh, file)


def _kept_beside(file: Path) -> Path:
    """A name that nothing has yet, for another restore may be a moment ago, or the clock set back."""
    first = file.with_name(f"{file.name}.before-restore-{datetime.now(UTC):%Y%m%dT%H%M%S}")
    others = (first.with_name(f"{first.name}-{number}") for number in count(2))
    return next(path for path in chain([first], others) if not path.exists())
