"""The protocols every vector store fulfils; `tests/contracts` holds each of them to it.

A store belongs to one index version: built once, then only read. Rows are numbered from 0 in the order they were given,
and row i belongs to passage i of the version. A store that lives in a server keeps in its folder what it needs to find
its rows again.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from rag.folders import Read

Vectors = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]


class VectorStore(Protocol):
    """Unit vectors that can be searched by inner product; safe to use from several threads."""

    def __len__(self) -> int:
        """How many rows there are."""
        ...

    def search(self, vector: Vectors, limit: int, rows: Rows | None = None) -> tuple[Rows, Scores]:
        """The nearest rows, best first, and their cosines; at most `limit`, fewer when fewer exist.

        `vector` has shape (dimension,). `rows`, when given, are the only rows that may be found.
        """
        ...

    def vectors(self, rows: Rows) -> Vectors:
        """The stored vectors of `rows`, shape (len(rows), dimension)."""
        ...


class StoreFormat(Protocol):
    """How a store is written into a version folder, opened from it, and given up with it."""

    name: str  # stands in the manifest

    def build(self, batches: Iterable[Vectors], dimension: int, folder: Path) -> None:
        """Writes a store of all rows of all batches; `folder` exists. Raises StoreUnavailable.

        `batches` may be gone through several times.
        """
        ...

    def open(self, folder: Path, read: Read = Path.read_bytes) -> VectorStore:
        """Opens what `build` wrote, read with `read`. Raises IndexCorrupt, StoreUnavailable.

        Rows may be read when they are needed, and then searching raises IndexCorrupt when they are damaged.
        """
        ...

    def forget(self, folder: Path) -> None:
        """Removes what `build` put elsewhere, also of a build that was killed; the folder goes next.

        Nothing happens where it is gone already. Raises StoreUnavailable.
        """
        ...
