"""FAISS: exact search up to a size, then clustered (docs/decisions/vector-store.md has the figures)."""

import errno
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from rag.errors import IndexCorrupt
from rag.folders import Read
from rag.index.stores import clusters
from rag.index.stores.base import Rows, Scores, Vectors
from rag.index.stores.clusters import Clusters

_FILE = "vectors.faiss"
EXACT_UP_TO = 200_000
_PROBED_SHARE = 1 / 32
# Up to here, comparing every allowed row is as fast as a filtered search and misses none.
_COMPARE_UP_TO = 20_000


class FaissStore:
    """A FAISS index over one version's vectors, in memory: a file cut short under a map ends the process."""

    def __init__(self, index: Any, held: object = None, clusters: Clusters | None = None) -> None:
        """`held`: the memory that the index looks into; `clusters`: what reads its rows when they are needed."""
        self._index, self._held, self._clusters = index, held, clusters

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def search(self, vector: Vectors, limit: int, rows: Rows | None = None) -> tuple[Rows, Scores]:
        """See `VectorStore.search`."""
        limit = min(limit, len(self) if rows is None else len(rows))
        if limit <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        if rows is not None and len(rows) <= _COMPARE_UP_TO:
            return self._compare(vector, limit, rows)
        query = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
        scores, found = self._nearest(query, limit, self._parameters(rows))
        # FAISS pads with -1 when it found fewer rows than asked for.
        real = found[0] >= 0
        return found[0][real].astype(np.int64), scores[0][real]

    def _nearest(self, query: Vectors, limit: int, parameters: Any) -> tuple[Any, Any]:
        if self._clusters is not None:
            # FAISS looks for the nearest clusters once more: search_preassigned takes no selector in Python.
            probed = self._index.quantizer.search(query, parameters.nprobe)[1][0]
            self._clusters.hold(probed[probed >= 0])
        found: tuple[Any, Any] = self._index.search(query, limit, params=parameters)
        return found

    def vectors(self, rows: Rows) -> Vectors:
        """See `VectorStore.vectors`."""
        if len(rows) == 0:
            return np.empty((0, self._index.d), np.float32)
        if self._clusters is not None:
            self._clusters.hold_rows(np.asarray(rows, np.int64))
        found: Vectors = self._index.reconstruct_batch(np.ascontiguousarray(rows, dtype=np.int64))
        return found

    def _compare(self, vector: Vectors, limit: int, rows: Rows) -> tuple[Rows, Scores]:
        scores = self.vectors(rows) @ np.asarray(vector, dtype=np.float32)
        best = np.argsort(-scores, kind="stable")[:limit]
        return np.asarray(rows, dtype=np.int64)[best], scores[best]

    def _parameters(self, rows: Rows | None) -> Any:
        selector = None if rows is None else _selector(rows, len(self))
        # FAISS's type stubs do not know the keywords its Python layer adds.
        if isinstance(self._index, faiss.IndexIVF):
            probes = _probes(self._index.nlist, 1.0 if rows is None else len(rows) / len(self))
            return faiss.SearchParametersIVF(sel=selector, nprobe=probes)  # type: ignore[call-arg]
        return faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]


class FaissFormat:
    """`vectors.faiss`, and for many rows `vectors.codes` with what says where each row is."""

    name = "faiss"

    def __init__(self, exact_up_to: int = EXACT_UP_TO) -> None:
        """Above `exact_up_to` rows search is approximate."""
        self._exact_up_to = exact_up_to

    def build(self, batches: Iterable[Vectors], dimension: int, folder: Path) -> None:
        """See `StoreFormat.build`."""
        count = sum(map(len, batches))
        try:
            if count <= self._exact_up_to:
                faiss.write_index(_flat(batches, dimension), str(folder / _FILE))
            else:
                clusters.write(clusters.train(batches, count, dimension), batches, folder)
        except RuntimeError as error:  # FAISS has no error of its own for a disk that is full
            free = shutil.disk_usage(folder).free
            raise OSError(errno.ENOSPC if free < count * dimension * 4 else errno.EIO, str(error)) from error

    def open(self, folder: Path, read: Read = Path.read_bytes, whole: bool = True) -> FaissStore:
        """See `StoreFormat.open`."""
        path = folder / _FILE
        try:
            data = np.frombuffer(read(path), np.uint8)
            # Looks into `data` instead of copying it.
            reader = faiss.ZeroCopyIOReader(faiss.swig_ptr(data), data.nbytes)  # type: ignore[attr-defined]
            index = faiss.read_index(reader)
            held = _clusters_of(index, folder, read, whole)
        except (OSError, RuntimeError, ValueError) as error:
            raise IndexCorrupt(f"{path} is not a readable FAISS index: build the index again") from error
        return FaissStore(index, data, held)

    def forget(self, folder: Path) -> None:
        """See `StoreFormat.forget`: nothing is kept elsewhere."""


def _flat(batches: Iterable[Vectors], dimension: int) -> Any:
    flat = faiss.IndexFlatIP(dimension)
    for batch in batches:
        flat.add(np.ascontiguousarray(batch, dtype=np.float32))
    return flat


def _clusters_of(index: Any, folder: Path, read: Read, whole: bool) -> Clusters | None:
    """None for an exact index, and for one of an earlier release, which held all rows in one file."""
    if not isinstance(index, faiss.IndexIVF):
        return None
    if index.ntotal:
        index.make_direct_map()
        return None
    held = Clusters(index, folder, read)
    if whole:
        held.hold_all()
    return held


def _probes(clusters: int, allowed: float) -> int:
    """The fewer rows are allowed, the more clusters must be looked into to find as many."""
    return min(clusters, max(8, int(clusters * _PROBED_SHARE / allowed)))


def _selector(rows: Rows, count: int) -> Any:
    allowed = np.zeros(count, dtype=bool)
    allowed[rows] = True
    return faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))  # type: ignore[call-arg, arg-type]
