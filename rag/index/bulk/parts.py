"""What workers have finished, on a disk that all of them share: passages of some documents, and their vectors."""

import shutil
import uuid
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np

from rag.folders import sync
from rag.index.versions.records import decode_passage, encode_passage
from rag.models.encoders.base import Vectors
from rag.types import Passage


@dataclass(frozen=True, slots=True)
class Part:
    """Passages document by document; row i of the vectors belongs to passage i of all of them."""

    documents: tuple[tuple[Passage, ...], ...]
    vectors: Vectors

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Of all documents, in the order of the rows."""
        return tuple(passage for document in self.documents for passage in document)


class Parts:
    """A folder of parts, each under a key that says all that its content depends on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: str) -> Part | None:
        """None when there is none, or not a whole one: the checksums of the archive tell."""
        try:
            with np.load(self._path(key), allow_pickle=False) as held:
                lines = held["lines"].tobytes().split(b"\n") if len(held["vectors"]) else []
                ends = accumulate(held["counts"].tolist(), initial=0)
                passages = [decode_passage(line) for line in lines]
                return Part(tuple(tuple(passages[start:end]) for start, end in pairwise(ends)), held["vectors"])
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return None

    def write(self, key: str, documents: Sequence[Sequence[Passage]], vectors: Vectors) -> None:
        """Whole or not at all; two workers may write the same."""
        lines = b"\n".join(encode_passage(passage) for document in documents for passage in document)
        counts = np.asarray([len(document) for document in documents], np.int64)
        packed = BytesIO()
        np.savez(packed, vectors=vectors, lines=np.frombuffer(lines, np.uint8), counts=counts)
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{uuid.uuid4().hex}")
        try:
            fresh.write_bytes(packed.getbuffer())
            sync(fresh)
            fresh.replace(path)
        finally:
            fresh.unlink(missing_ok=True)

    def tried(self, run: str, key: str) -> int:
        """How often this part was begun in this run, this time included; a worker that dies writes nothing else."""
        path = self._folder / f"tries-{run}" / key
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            file.write(b".")
        return path.stat().st_size

    def remove(self) -> None:
        """All of them: what they held is published."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.npz"
