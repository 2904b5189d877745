"""Files of lines that are read one by one, when they are asked for."""

import hashlib
import os
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import IO, Generic, TypeVar, overload
from zlib import crc32

import numpy as np
import numpy.typing as npt

from rag.errors import IndexCorrupt
from rag.wording.words import N_

T = TypeVar("T")


class RecordWriter:
    """Appends lines of JSON to a file and remembers where each begins and its checksum."""

    def __init__(self, file: IO[bytes]) -> None:
        """`file` is empty, and may be read, too, where lines are asked for."""
        self._file = file
        self._offsets, self._sums = array("q", [0]), array("I")
        self._flushed = True

    def __len__(self) -> int:
        return len(self._sums)

    @property
    def size(self) -> int:
        """Bytes of all lines."""
        return self._offsets[-1]

    def add(self, line: bytes) -> None:
        """`line` is JSON without a line break."""
        whole = line + b"\n"
        self._file.write(whole)
        self._flushed = False
        self._offsets.append(self._offsets[-1] + len(whole))
        self._sums.append(crc32(whole))

    def add_run(self, run: "Run") -> None:
        """Lines of another file as they are."""
        self._file.write(run.data)
        self._flushed = False
        first = self._offsets.pop()
        self._offsets.extend(accumulate(run.lengths, initial=first))
        self._sums.extend(run.sums)

    def line(self, number: int) -> bytes:
        """One of them, without its line break. Raises IndexCorrupt when it is no longer what it was."""
        if not self._flushed:
            self._file.flush()
            self._flushed = True
        first, end = self._offsets[number], self._offsets[number + 1]
        whole = os.pread(self._file.fileno(), end - first, first)
        if crc32(whole) != self._sums[number]:
            raise IndexCorrupt(N_("what the disk gives back of a build is not what was written: look at the disk"))
        return whole[:-1]

    def offsets(self) -> npt.NDArray[np.int64]:
        """Where line i begins; one more than there are lines."""
        return np.asarray(self._offsets, np.int64)

    def sums(self) -> npt.NDArray[np.uint32]:
        """CRC-32 of each line with its line break."""
        return np.asarray(self._sums, np.uint32)


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that stand beside each other, as stored: their bytes, and the length and checksum of each."""

    data: bytes
    lengths: "array[int]"
    sums: "array[int]"


class Records(Sequence[T], Generic[T]):
    """A read-only sequence over such a file; the file may be unlinked while it is held.

    Lines are read when they are asked for, not mapped: a file that is cut short under a map ends the process. Each is
    compared with its checksum, so that what the disk has changed is never given.
    """

    def __init__(
        self,
        path: Path,
        offsets: npt.NDArray[np.int64],
        decode: Callable[[bytes], T],
        sums: npt.NDArray[np.uint32] | None = None,
        sha256: str | None = None,
    ) -> None:
        """`sums`: of the lines, as `RecordWriter.sums`.

        Without them they are made now, from the whole file, which must have `sha256` (hex) if that is known. Raises
        IndexCorrupt.
        """
        self._path, self._offsets, self._decode = path, offsets, decode
        self._descriptor = os.open(path, os.O_RDONLY)
        if sums is None:
            digest, sums = _summed(self._descriptor)
            if sha256 not in (None, digest):
                raise self._damaged()
        self._sums = sums
        if len(sums) != len(self):
            raise self._damaged()

    def __del__(self) -> None:
        if hasattr(self, "_descriptor"):
            os.close(self._descriptor)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        return self._decode(self.line(range(len(self))[index]))

    def __iter__(self) -> Iterator[T]:
        return (self[i] for i in range(len(self)))

    def line(self, row: int) -> bytes:
        """The JSON of one record, as stored. Raises IndexCorrupt when it is no longer what it was."""
        start, end = self._offsets[row : row + 2].tolist()
        data = self._bytes(start, end - start)
        if crc32(data) != self._sums[row]:
            raise self._damaged()
        return data[:-1]

    def run(self, first: int, end: int) -> Run:
        """The lines from `first` up to `end`, as stored. Raises IndexCorrupt when one is no longer what it was."""
        bounds = self._offsets[first : end + 1]
        start, size = int(bounds[0]), int(bounds[-1] - bounds[0])
        data = self._bytes(start, size)
        view, places = memoryview(data), (bounds - start).tolist()
        sums = array("I", (crc32(view[a:b]) for a, b in pairwise(places)))
        if not np.array_equal(np.asarray(sums, np.uint32), self._sums[first:end]):
            raise self._damaged()
        return Run(data, array("q", (b - a for a, b in pairwise(places))), sums)

    def pieces(self, rows: range, most: int) -> Iterator[range]:
        """`rows` in parts of at most `most` bytes; a line that is longer is one of its own."""
        first = rows.start
        while first < rows.stop:
            ends = self._offsets[first + 1 : rows.stop + 1]
            end = first + max(1, int(np.searchsorted(ends, self._offsets[first] + most, "right")))
            yield range(first, end)
            first = end

    def size(self, rows: range) -> int:
        """Bytes of the lines of `rows`, which stand beside each other."""
        return int(self._offsets[rows.stop] - self._offsets[rows.start])

    def _bytes(self, start: int, size: int) -> bytes:
        try:
            data = os.pread(self._descriptor, size, start)
        except OSError as error:
            raise self._damaged() from error
        if len(data) != size:
            raise self._damaged()
        return data

    def _damaged(self) -> IndexCorrupt:
        return IndexCorrupt(N_("%(path)s is damaged: what it holds is not what was stored"), path=self._path)


def _summed(descriptor: int) -> tuple[str, npt.NDArray[np.uint32]]:
    """SHA-256 of a file, hex, and the checksum of each of its lines, from one reading."""
    digest, sums = hashlib.sha256(), array("I")
    with os.fdopen(os.dup(descriptor), "rb") as file:
        for line in file:
            digest.update(line)
            sums.append(crc32(line))
    return digest.hexdigest(), np.asarray(sums, np.uint32)
