"""Parts of .npy files of one dimension, read and written piece by piece."""

import os
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


class ArrayFile:
    """Gives slices as an array does; shorter than asked for where the file is."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDONLY)
        with os.fdopen(os.dup(self._descriptor), "rb") as file:
            np.lib.format.read_magic(file)
            self._kind = np.lib.format.read_array_header_1_0(file)[2]
            self._first = file.tell()

    def __del__(self) -> None:
        if hasattr(self, "_descriptor"):
            os.close(self._descriptor)

    def __getitem__(self, part: slice) -> Array:
        size = self._kind.itemsize
        data = os.pread(self._descriptor, (part.stop - part.start) * size, self._first + part.start * size)
        return np.frombuffer(data[: len(data) // size * size], self._kind)


class ArrayWriter:
    """Appends to an array that is whole when the block ends."""

    def __init__(self, path: Path, kind: type[np.generic]) -> None:
        self._file, self._kind, self._length = path.open("wb"), np.dtype(kind), 0
        self._write_header()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._file:
            self._file.seek(0)
            self._write_header()

    def write(self, values: Array) -> None:
        self._file.write(np.ascontiguousarray(values, self._kind).data)
        self._length += len(values)

    def _write_header(self) -> None:
        # NumPy leaves room in it for the length to grow.
        about = {"descr": np.lib.format.dtype_to_descr(self._kind), "fortran_order": False, "shape": (self._length,)}
        np.lib.format.write_array_header_1_0(self._file, about)
