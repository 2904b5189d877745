"""Locking, publishing, listing, verifying, rolling back and pruning the versions of an index folder."""

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rag.errors import IndexBusy, IndexCorrupt, IndexMissing, MissingExtra, StoreUnavailable
from rag.folders import open_regular, read_regular, replace_file, sync_tree
from rag.index.stores.formats import forget
from rag.index.versions.manifest import MANIFEST, Manifest, check_hashes, read_manifest
from rag.wording.words import N_

CURRENT = "CURRENT"
BUILDING, _REMOVING = ".building-", ".removing-"
_PAUSE_S = 0.2
_LONGEST_NAME = 255  # bytes, of a folder
_NAME = "%Y%m%dT%H%M%S-%f"
_LEFTOVERS = (BUILDING, _REMOVING, f".{CURRENT}-")


@dataclass(frozen=True, slots=True)
class VersionInfo:
    """One version of an index folder; `manifest` is None when it cannot be read."""

    name: str
    current: bool
    manifest: Manifest | None
    in_use: bool = False  # some process, perhaps this one, holds it open


@contextmanager
def building(folder: Path, wait_s: float = 0.0) -> Iterator[None]:
    """Exclusive right to change an index folder; sweeps what killed builds left. Raises IndexBusy after `wait_s`.

    The lock is the kernel's: it ends with the process, however that dies.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    until = time.monotonic() + wait_s
    try:
        while not _try_lock(descriptor):
            if time.monotonic() >= until:
                raise IndexBusy(
                    N_("another process is building in %(folder)s: wait for it to end, then try again"), folder=folder
                )
            time.sleep(_PAUSE_S)
        _sweep(folder)
        yield
    finally:
        os.close(descriptor)


def is_busy(folder: Path) -> bool:
    """Whether some process is building in an index folder right now."""
    try:
        with os.fdopen(open_regular(folder / ".lock"), "rb") as file:
            return not _try_lock(file.fileno())
    except OSError:
        return False


def publish(fresh: Path, folder: Path, name: str) -> Path:
    """Makes the finished folder `fresh` the current version. Raises IndexCorrupt when it does not match its manifest.

    Killed before the last step, the old version stays current; after it, the new one is whole on the disk.
    """
    check_hashes(fresh, read_manifest(fresh))
    sync_tree(fresh)
    version = folder / name
    fresh.rename(version)
    replace_file(folder / CURRENT, f"{name}\n")
    return version


def current_name(folder: Path) -> str:
    """Name of the published version. Raises IndexMissing."""
    try:
        name = read_regular(folder / CURRENT, _LONGEST_NAME).decode("utf-8", "replace").strip()
    except OSError as error:
        raise IndexMissing(
            N_("there is no index in %(folder)s: make one with `rag ingest PATH`"), folder=folder
        ) from error
    if not _is_name(name):
        raise IndexMissing(N_("%(folder)s names no version: run `rag index rollback`"), folder=folder / CURRENT)
    return name


def list_versions(folder: Path) -> tuple[VersionInfo, ...]:
    """All versions, newest first."""
    current = _current_or_none(folder)
    return tuple(
        VersionInfo(path.name, path.name == current, _manifest_or_none(path), _in_use(path))
        for path in reversed(_version_folders(folder))
    )


def verify(folder: Path, name: str | None = None) -> Manifest:
    """Compares every byte of a version (the current one) with its manifest. Raises IndexMissing, IndexCorrupt."""
    version = folder / (name or current_name(folder))
    if (name and not _is_name(name)) or not version.is_dir():
        raise IndexMissing(N_("there is no index version %(version)s"), version=version)
    manifest = read_manifest(version)
    check_hashes(version, manifest)
    return manifest


def rollback(folder: Path, name: str | None = None) -> str:
    """Makes `name` current again, or the newest whole version older than the current one; returns its name.

    Raises IndexMissing, IndexCorrupt, IndexBusy.
    """
    with building(folder):
        target = name or _older(folder)
        if name:
            verify(folder, name)
        replace_file(folder / CURRENT, f"{target}\n")
        return target


def prune(folder: Path, keep: int = 3) -> tuple[str, ...]:
    """Removes all but the newest `keep` versions, the current one and those in use; returns the names removed.

    Raises ValueError, IndexMissing, IndexBusy, and IndexCorrupt when the current one is damaged.
    """
    if keep < 1:
        raise ValueError("keep at least one version")
    with building(folder):
        current = current_name(folder)
        verify(folder)  # else the last whole version might go
        candidates = _version_folders(folder)[:-keep]
        return tuple(path.name for path in candidates if path.name != current and _remove_unless_held(path))


def _older(folder: Path) -> str:
    current = _current_or_none(folder)
    for path in reversed(_version_folders(folder)):
        if (current is None or path.name < current) and _is_whole(path):
            return path.name
    raise IndexMissing(N_("%(folder)s holds no older whole version to go back to"), folder=folder)


def fallbacks(folder: Path, name: str | None) -> tuple[str, ...]:
    """Versions that may stand in for `name` when it is damaged, the best first.

    Older ones come first, the newest of them before the others; what is newer was rolled back from.
    """
    names = [path.name for path in reversed(_version_folders(folder)) if path.name != name]
    older = [each for each in names if name is None or each < name]
    return (*older, *(each for each in names if each not in older))


def next_name(folder: Path, moment: datetime) -> str:
    """A name that sorts behind all there are, also when the clock was set back."""
    name = moment.strftime(_NAME)
    newest = max((path.name for path in _version_folders(folder) if _moment(path.name)), default=None)
    if newest is None or newest < name or not (latest := _moment(newest)):
        return name
    return (latest + timedelta(microseconds=1)).strftime(_NAME)


def _moment(name: str) -> datetime | None:
    try:
        return datetime.strptime(name, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def _is_whole(version: Path) -> bool:
    try:
        check_hashes(version, read_manifest(version))
    except IndexCorrupt:
        return False
    return True


def _is_name(name: str) -> bool:
    """Whether it can be that of a version: no path, and not hidden as unfinished builds are."""
    return name.isprintable() and bool(name) and Path(name).name == name and not name.startswith(".")


def _version_folders(folder: Path) -> list[Path]:
    """Oldest first; names are moments in UTC, so that they sort by age."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".") and (path / MANIFEST).is_file())


def _current_or_none(folder: Path) -> str | None:
    try:
        return current_name(folder)
    except IndexMissing:
        return None


def _manifest_or_none(version: Path) -> Manifest | None:
    try:
        return read_manifest(version)
    except Exception:
        return None


def _in_use(version: Path) -> bool:
    try:
        with (version / MANIFEST).open("rb") as manifest:
            return not _try_lock(manifest.fileno())
    except OSError:  # gone meanwhile, or not ours to open
        return False


def _remove_unless_held(version: Path) -> bool:
    """Readers hold a shared lock on the manifest. Renamed first: a half-removed folder must not look like a version."""
    try:
        with (version / MANIFEST).open("rb") as manifest:
            if not _try_lock(manifest.fileno()):
                return False
            hidden = version.with_name(f"{_REMOVING}{version.name}")
            version.rename(hidden)
    except OSError:  # not ours to open, or to move
        return False
    _remove(hidden)
    return True


def _sweep(folder: Path) -> None:
    for path in folder.iterdir():
        if path.name.startswith(_LEFTOVERS):
            _remove(path) if path.is_dir() else path.unlink()


def _remove(hidden: Path) -> None:
    """Leaves it to the next sweep while the server that holds its vectors does not answer."""
    with suppress(StoreUnavailable, MissingExtra):
        forget(hidden)
        shutil.rmtree(hidden)


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
