"""The files of a library, each kept once under the hash of its bytes."""

import hashlib
import os
import re
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rag.documents.loaders.kinds import kind_of
from rag.documents.loaders.reading import EMPTY, NOT_OPENED
from rag.errors import LibraryProblem, UnreadableDocument
from rag.folders import sha256_of, sync_tree
from rag.library.records import Original
from rag.wording.words import N_

_INCOMING = ".incoming-"
_LONGEST, _LONGEST_SUFFIX = 150, 10  # bytes of an id without its suffix, so that every address takes it
_STALE_S = 86_400
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\?#%&]+")
_PIECE = 1 << 20
_SUFFIX = re.compile(r"\.[a-z0-9_]{1,9}")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in the library; `fresh` when it was not there before."""

    original: Original
    fresh: bool


def keep(folder: Path, name: str, pieces: Iterable[bytes], max_bytes: int) -> Kept:
    """Stores the bytes in the library `folder`; a kill leaves a hidden file that `sweep` removes.

    Raises UnreadableDocument when there are none, or more than `max_bytes`, LibraryProblem when they cannot be stored.
    """
    try:
        return _kept(folder, name, pieces, max_bytes)
    except OSError as error:
        raise LibraryProblem(
            N_("%(name)s: cannot be stored in the library (%(reason)s); nothing was changed"),
            name=name,
            reason=error.strerror or error,
        ) from error


def _kept(folder: Path, name: str, pieces: Iterable[bytes], max_bytes: int) -> Kept:
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, path = tempfile.mkstemp(prefix=_INCOMING, dir=folder)
    waiting = Path(path)
    try:
        with os.fdopen(descriptor, "wb") as file:
            sha256, size = _copied(name, pieces, file.write, max_bytes)
            file.flush()
            os.fsync(file.fileno())
        suffix = kind_of(suffix_of(name), waiting.read_bytes())
        original = Original(sha256, suffix, size)
        return Kept(original, _move(waiting, folder / original.file, sha256))
    finally:
        waiting.unlink(missing_ok=True)


def suffix_of(name: str) -> str:
    """With the dot, in small letters; "" for what no kind of file has, and a path may not hold."""
    suffix = Path(name).suffix.lower()
    return suffix if _SUFFIX.fullmatch(suffix) else ""


def _copied(name: str, pieces: Iterable[bytes], write: Callable[[bytes], object], max_bytes: int) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for piece in pieces:
        size += len(piece)
        if size > max_bytes:
            message = N_("the file is larger than the limit of %(limit)s MB; split it, or raise RAG_MAX_FILE_MB")
            raise UnreadableDocument(name, message, limit=round(max_bytes / 1e6, 1))
        digest.update(piece)
        write(piece)
    if not size:
        raise UnreadableDocument(name, EMPTY)
    return digest.hexdigest(), size


def _move(waiting: Path, place: Path, sha256: str) -> bool:
    """Whether it was not there before; one that is there and was damaged is mended."""
    there = place.exists()
    if not there or not _is_whole(place, sha256):
        place.parent.mkdir(parents=True, exist_ok=True)
        waiting.chmod(0o644)
        waiting.replace(place)
        sync_tree(place.parent)
    return not there


def _is_whole(place: Path, sha256: str) -> bool:
    try:
        return sha256_of(place) == sha256
    except OSError:
        return False


def pieces_of(path: Path) -> Iterator[bytes]:
    """The bytes of a file. Raises UnreadableDocument when it cannot be opened."""
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece
    except OSError as error:
        raise UnreadableDocument(str(path), NOT_OPENED, error=error.strerror) from error


def sweep(folder: Path) -> None:
    """Removes what killed uploads left; none that lives takes a day."""
    for path in folder.glob(f"{_INCOMING}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _STALE_S:
                path.unlink()


def id_for(name: str, is_taken: Callable[[str], bool]) -> str:
    """An id that is not taken, from the name of a file or its path in a folder."""
    plain = unicodedata.normalize("NFC", _UNSAFE.sub(" ", name.encode("utf-8", "replace").decode("utf-8")))
    parts = (" ".join(part.split()).lstrip(".~$ ") for part in plain.split("/"))
    whole = "/".join(filter(None, parts)) or "document"
    suffix = Path(whole).suffix[:_LONGEST_SUFFIX]
    stem = _shortened(whole.removesuffix(suffix))
    number, wanted = 1, f"{stem}{suffix}"
    while is_taken(wanted):
        number += 1
        wanted = f"{stem}-{number}{suffix}"
    return wanted


def _shortened(stem: str) -> str:
    return stem.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore").rstrip()
