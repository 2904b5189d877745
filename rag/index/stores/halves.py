"""Rows in half precision in a file, each with a checksum: read when they are asked for, and never given when damaged.

Half precision rather than 8 bits: reading a row and storing it again is exact, so that vectors copied from version to
version do not drift.
"""

import os
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from rag.errors import IndexCorrupt
from rag.folders import Read, array_of
from rag.index.stores.base import Rows, Vectors
from rag.wording.words import N_

_ROWS, _SUMS = "vectors.half", "vectors.sums.npy"


def write(batches: Iterable[Vectors], folder: Path) -> Iterator[Vectors]:
    """Writes all rows; each batch is given on as it will be read."""
    sums = array("I")
    with (folder / _ROWS).open("wb") as file:
        for batch in batches:
            halves = np.ascontiguousarray(batch, np.float16)
            file.write(halves.data)
            sums.extend(crc32(row.data) for row in halves)
            yield halves.astype(np.float32)
    np.save(folder / _SUMS, np.asarray(sums, np.uint32))


class HalfRows:
    """Safe to use from several threads."""

    def __init__(self, folder: Path, dimension: int, read: Read) -> None:
        """`read` compares what it reads of the checksums. Raises IndexCorrupt, OSError, ValueError."""
        self._path, self._dimension = folder / _ROWS, dimension
        self._sums: npt.NDArray[np.uint32] = array_of(read(folder / _SUMS))
        self._descriptor = os.open(self._path, os.O_RDONLY)

    def __del__(self) -> None:
        if hasattr(self, "_descriptor"):
            os.close(self._descriptor)

    def __len__(self) -> int:
        return len(self._sums)

    def of(self, rows: Rows) -> Vectors:
        """(len(rows), dimension), f32. Raises IndexCorrupt when one is no longer what was stored."""
        size = 2 * self._dimension
        data = b"".join(os.pread(self._descriptor, count * size, first * size) for first, count in _runs(rows))
        if len(data) != len(rows) * size:
            raise self._damaged()
        halves = np.frombuffer(data, np.float16).reshape(len(rows), self._dimension)
        if not np.array_equal(np.fromiter((crc32(row.data) for row in halves), np.uint32, len(rows)), self._sums[rows]):
            raise self._damaged()
        return halves.astype(np.float32)

    def _damaged(self) -> IndexCorrupt:
        return IndexCorrupt(N_("%(path)s is damaged: what it holds is not what was stored"), path=self._path)


def _runs(rows: Rows) -> Iterator[tuple[int, int]]:
    """First and number of rows that stand beside each other."""
    if len(rows) == 0:
        return
    breaks = np.flatnonzero(np.diff(rows) != 1) + 1
    bounds: list[Any] = [0, *breaks.tolist(), len(rows)]
    firsts = rows[np.asarray(bounds[:-1])].tolist()
    for at, first in enumerate(firsts):
        yield first, bounds[at + 1] - bounds[at]
