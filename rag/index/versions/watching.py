"""Compares the bytes of a version with their hashes, slowly, so that what the disk forgets is noticed."""

import hashlib
import threading
import time
from collections.abc import Callable
from pathlib import Path

from rag.errors import IndexCorrupt
from rag.index.versions.manifest import read_manifest

_CHUNK = 1 << 20


def check_slowly(
    version: Path, share: float, stopped: threading.Event, clock: Callable[[], float] = time.thread_time
) -> str | None:
    """The first file of a version that is not what was stored, or what else is wrong; None when it is whole.

    Takes `share` (0..1) of one core: after each megabyte it pauses in proportion. None, too, when it was `stopped`.
    """
    try:
        manifest = read_manifest(version)
    except IndexCorrupt as error:
        return str(error)
    for name, wanted in manifest.files.items():
        found = _hash_slowly(version / name, share, stopped, clock)
        if stopped.is_set():
            return None
        if found != (wanted.size, wanted.sha256):
            return str(version / name)
    return None


def _hash_slowly(
    path: Path, share: float, stopped: threading.Event, clock: Callable[[], float]
) -> tuple[int, str] | None:
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb", buffering=0) as file:
            begun = clock()
            while (data := file.read(_CHUNK)) and not stopped.is_set():
                digest.update(data)
                size += len(data)
                now = clock()
                stopped.wait((now - begun) * (1 - share) / share)
                begun = now
    except OSError:
        return None
    return size, digest.hexdigest()
