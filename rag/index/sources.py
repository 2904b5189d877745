"""From the paths a person gives to the files that are read, each with the id its document will have."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rag.index.versions import Origin


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read; `document_id` is its path relative to the folder given, or its name if it was given itself."""

    path: Path
    document_id: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A path that is not read, and why; `failed` when the person must do something about it."""

    path: Path
    origin: Origin
    reason: str
    failed: bool = False


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
    return str(path.resolve())


def _below(path: Path) -> Iterator[SourceFile | PassedOver]:
    root = path.resolve()
    if root.is_dir():
        yield from _walk(root, root)
    elif root.is_file():
        yield SourceFile(root, _id(path.name), Origin(str(root)))
    else:
        yield PassedOver(path, Origin(str(root)), "there is no such file or folder: check the path", failed=True)


def _walk(folder: Path, root: Path) -> Iterator[SourceFile | PassedOver]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _over(folder, root, f"the folder cannot be read ({error.strerror}): check its permissions", failed=True)
        return
    for entry in entries:
        path = Path(entry.path)
        reason = _reason_to_pass_over(path, root)
        if reason is not None:
            yield _over(path, root, reason)
        elif path.is_dir():
            yield from _walk(path, root)
        else:
            file = path.relative_to(root).as_posix()
            yield SourceFile(path, _id(file), Origin(str(root), file))


def _reason_to_pass_over(path: Path, root: Path) -> str | None:
    if path.name.startswith("."):
        return "hidden"
    if path.name.startswith("~$"):
        return "a lock file of an open office document"
    if path.is_symlink() and (path.is_dir() or not path.resolve().is_relative_to(root)):
        return "a link to a folder, or out of the folder given"
    if not path.is_dir() and not path.is_file():
        return "not a regular file"
    return None


def _over(path: Path, root: Path, reason: str, *, failed: bool = False) -> PassedOver:
    file = path.relative_to(root).as_posix()
    return PassedOver(path, Origin(str(root), "" if file == "." else file), reason, failed)


def _id(name: str) -> str:
    """File names may hold bytes that are no UTF-8; ids must travel through JSON and URLs."""
    return os.fsencode(name).decode("utf-8", "replace")
