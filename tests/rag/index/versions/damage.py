"""Damage as a disk, a person or a copy over live files does it."""

import os
from pathlib import Path


def flip(path: Path, old: bytes, new: bytes) -> None:
    """Other bytes of the same length in place, and the times of the file as they were: a disk that forgets."""
    before = path.stat()
    content = path.read_bytes()
    assert len(old) == len(new)
    assert old in content
    with path.open("r+b") as file:
        file.write(content.replace(old, new))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def cut(path: Path) -> None:
    """Half of the file in place: who holds it open, or mapped, holds the shorter file."""
    os.truncate(path, path.stat().st_size // 2)
