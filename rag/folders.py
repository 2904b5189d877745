"""Folders that appear whole or not at all, and the hashes that prove it."""

import errno
import fcntl
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Read = Callable[[Path], bytes]  # all bytes of a file, perhaps checked
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})  # errors of a disk that has no room left


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, hex. Raises OSError as `open_regular`."""
    with os.fdopen(open_regular(path), "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def open_regular(path: Path) -> int:
    """A descriptor to read the file by. Raises OSError for a pipe or a device, which could keep its reader for ever."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    return descriptor


def read_regular(path: Path, most: int = -1) -> bytes:
    """The bytes of a file, at most so many where a number is given. Raises OSError as `open_regular`."""
    with os.fdopen(open_regular(path), "rb") as file:
        return file.read(most)


def array_of(data: bytes) -> npt.NDArray[Any]:
    """The array that the bytes of a .npy file hold. Raises ValueError."""
    found: npt.NDArray[Any] = np.load(BytesIO(data), allow_pickle=False)
    return found


def files_below(folder: Path) -> list[Path]:
    """Every file below `folder`, in a fixed order."""
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


@contextmanager
def aside(parent: Path, prefix: str, sweep: bool = False) -> Iterator[Path]:
    """A fresh folder in `parent` to build in; whatever is left of it at the end is removed.

    `sweep`: first what processes that were killed have left under the same prefix, which no one else may use.
    """
    parent.mkdir(parents=True, exist_ok=True)
    if sweep:
        for left in parent.glob(f"{prefix}*"):
            with _sole(left) as free:
                if free:
                    shutil.rmtree(left, ignore_errors=True)
    with _claimed(parent, prefix) as folder:
        # mkdtemp makes it private; what is published may be read by whoever may read its parent.
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _claimed(parent: Path, prefix: str) -> Iterator[Path]:
    """A new folder that is ours while the block lasts: whoever sweeps may have taken the first one for left."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        with _sole(folder) as ours:
            if ours and folder.exists():
                yield folder
                return


@contextmanager
def _sole(folder: Path) -> Iterator[bool]:
    """Whether nobody else holds the folder; then it is held, until the block or the process ends, however that dies."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:  # gone meanwhile, or no folder
        yield False
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        held = True
    except OSError:
        held = False
    try:
        yield held
    finally:
        os.close(descriptor)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Waits for the exclusive lock on the file `path`; the kernel ends it with the process, however that dies."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def sync_tree(folder: Path) -> None:
    """Forces every file and folder below `folder`, and itself, to the disk."""
    for path in folder.rglob("*"):
        sync(path)
    sync(folder)


def replace_file(path: Path, content: str) -> None:
    """Writes `content` to `path` so that a reader, or a crash, sees the old or the new whole."""
    fresh = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        fresh.write_text(content, "utf-8")
        sync(fresh)
        fresh.replace(path)
    except OSError:  # there was no room: half a file would take what is left of it
        fresh.unlink(missing_ok=True)
        raise
    sync(path.parent)


def sync(path: Path) -> None:
    """Forces a file or folder to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
