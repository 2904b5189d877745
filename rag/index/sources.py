"""From the paths a person gives to the files that are read, each with the id its document will have."""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rag.errors import Reason
from rag.index.versions import OpenVersion, Origin
from rag.types import Document
from rag.wording.words import N_

_NOT_REGULAR = N_("not a regular file")
NOT_WHAT_IT_WAS = N_(
    "the file in the library is not the one that was added any more, so nothing is taken from it: add the same file "
    "again, which mends it, or restore a backup"
)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read; `document_id` is its path relative to the folder given, or its name if it was given itself.

    `sha256`: of the bytes that it must have, where that is known.
    """

    path: Path
    document_id: str
    origin: Origin
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A path that is not read, and why; `failed` when the person must do something about it."""

    path: Path
    origin: Origin
    reason: Reason
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What an ingest is given, and which of the documents indexed before it stands for.

    Those are what was read below `roots`, and the documents with one of `ids`, wherever they were read: what of them
    is not among `sources` goes. `revise` may change a document that was read; `settled` says that a file needs no
    reading, because what a version holds of it is what reading it would give.
    """

    sources: tuple[SourceFile | PassedOver, ...]
    roots: frozenset[Path]
    ids: frozenset[str] = frozenset()
    revise: Callable[[SourceFile, Document], Document] | None = None
    settled: Callable[[OpenVersion, SourceFile], bool] | None = None
    may_empty: bool = False  # else a run that would leave no document changes nothing


def given_paths(paths: Iterable[Path]) -> Given:
    """Files and folders as a person names them."""
    paths = list(paths)
    return Given(tuple(find_sources(paths)), frozenset(Path(root_of(path)) for path in paths))


def find_sources(paths: Iterable[Path]) -> Iterator[SourceFile | PassedOver]:
    """The files of each path, in the order given, folders in the order of their names; no file twice."""
    seen: set[Path] = set()
    for path in paths:
        for found in _below(path):
            if isinstance(found, PassedOver) or found.path not in seen:
                yield found
            seen.add(found.path)


def root_of(path: Path) -> str:
    """How a path given by a person is remembered: absolute, links resolved."""
    return os.path.realpath(path)  # which, unlike Path.resolve, leaves a link to itself as it is


def _below(path: Path) -> Iterator[SourceFile | PassedOver]:
    root = Path(root_of(path))
    try:
        kind = root.stat().st_mode
    except OSError as error:
        yield PassedOver(path, Origin(str(root)), _why_not(error), failed=True)
        return
    if stat.S_ISDIR(kind):
        yield from _walk(root)
    elif stat.S_ISREG(kind):
        yield SourceFile(root, _id(path.name), Origin(str(root)))
    else:
        yield PassedOver(path, Origin(str(root)), Reason(_NOT_REGULAR), failed=True)


def _why_not(error: OSError) -> Reason:
    if error.errno == errno.ELOOP:
        return Reason(N_("a link that leads to itself"))
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Reason(N_("there is no such file or folder: check the path"))
    return Reason(N_("it cannot be read (%(error)s): check its permissions"), {"error": error.strerror})


def _walk(root: Path) -> Iterator[SourceFile | PassedOver]:
    """Folders may lie deeper in each other than Python lets functions call themselves."""
    entered = [_entries(root, root)]
    while entered:
        found = next(entered[-1], None)
        if found is None:
            entered.pop()
        elif isinstance(found, Path):
            entered.append(_entries(found, root))
        else:
            yield found


def _entries(folder: Path, root: Path) -> Iterator[SourceFile | PassedOver | Path]:
    """What lies in a folder, in the order of names; a folder in it as its path."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        message = N_("the folder cannot be read (%(error)s): check its permissions")
        yield _over(folder, root, Reason(message, {"error": error.strerror}), failed=True)
        return
    for entry in entries:
        path = Path(entry.path)
        try:
            reason = _reason_to_pass_over(entry, root)
            is_folder = entry.is_dir()
        except OSError as error:
            gone = error.errno in (errno.ELOOP, errno.ENOENT)  # a link to itself, or to nowhere
            yield _over(path, root, _why_not(error), failed=not gone)
            continue
        if reason is not None:
            yield _over(path, root, reason)
        elif is_folder:
            yield path
        else:
            file = path.relative_to(root).as_posix()
            yield SourceFile(path, _id(file), Origin(str(root), file))


def _reason_to_pass_over(entry: "os.DirEntry[str]", root: Path) -> Reason | None:
    """Raises OSError when it cannot be told."""
    if entry.name.startswith("."):
        return Reason(N_("hidden"))
    if entry.name.startswith("~$"):
        return Reason(N_("a lock file of an open office document"))
    if entry.is_symlink() and (entry.is_dir() or not Path(os.path.realpath(entry.path)).is_relative_to(root)):
        return Reason(N_("a link to a folder, or out of the folder given"))
    if not entry.is_dir() and not stat.S_ISREG(entry.stat().st_mode):
        return Reason(_NOT_REGULAR)
    return None


def _over(path: Path, root: Path, reason: Reason, *, failed: bool = False) -> PassedOver:
    file = path.relative_to(root).as_posix()
    return PassedOver(path, Origin(str(root), "" if file == "." else file), reason, failed)


def _id(name: str) -> str:
    """File names may hold bytes that are no UTF-8; ids must travel through JSON and URLs."""
    return os.fsencode(name).decode("utf-8", "replace")
