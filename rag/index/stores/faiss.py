"""FAISS: exact search up to a size, then clustered (docs/decisions/vector-store.md has the figures)."""

import errno
import math
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from rag.errors import IndexCorrupt
from rag.folders import Read
from rag.index.stores.base import Rows, Scores, Vectors

_FILE = "vectors.faiss"
EXACT_UP_TO = 200_000
_TRAINING_ROWS_PER_CLUSTER, _LEAST_ROWS_PER_CLUSTER = 64, 40
_PROBED_SHARE = 1 / 32
# Up to here, comparing every allowed row is as fast as a filtered search and misses none.
_COMPARE_UP_TO = 20_000


class FaissStore:
    """A FAISS index over one version's vectors, in memory: a file cut short under a map ends the process."""

    def __init__(self, index: Any, held: object = None) -> None:
        """`held`: the memory that the index looks into."""
        self._index, self._held = index, held

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
        scores, found = self._index.search(query, limit, params=self._parameters(rows))
        # FAISS pads with -1 when it found fewer rows than asked for.
        real = found[0] >= 0
        return found[0][real].astype(np.int64), scores[0][real]

    def vectors(self, rows: Rows) -> Vectors:
        """See `VectorStore.vectors`."""
        if len(rows) == 0:
            return np.empty((0, self._index.d), np.float32)
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
    """One file, `vectors.faiss`."""

    name = "faiss"

    def __init__(self, exact_up_to: int = EXACT_UP_TO) -> None:
        """Above `exact_up_to` rows search is approximate."""
        self._exact_up_to = exact_up_to

    def build(self, batches: Iterable[Vectors], dimension: int, folder: Path) -> None:
        """See `StoreFormat.build`."""
        flat = faiss.IndexFlatIP(dimension)
        for batch in batches:
            flat.add(np.ascontiguousarray(batch, dtype=np.float32))
        index = flat if flat.ntotal <= self._exact_up_to else _clustered(flat)
        try:
            faiss.write_index(index, str(folder / _FILE))
        except RuntimeError as error:  # FAISS has no error of its own for a disk that is full
            free = shutil.disk_usage(folder).free
            raise OSError(errno.ENOSPC if free < index.ntotal * dimension * 4 else errno.EIO, str(error)) from error

    def open(self, folder: Path, read: Read = Path.read_bytes) -> FaissStore:
        """See `StoreFormat.open`."""
        path = folder / _FILE
        try:
            data = np.frombuffer(read(path), np.uint8)
            # Looks into `data` instead of copying it.
            reader = faiss.ZeroCopyIOReader(faiss.swig_ptr(data), data.nbytes)  # type: ignore[attr-defined]
            index = faiss.read_index(reader)
        except (OSError, RuntimeError) as error:
            raise IndexCorrupt(f"{path} is not a readable FAISS index: build the index again") from error
        if isinstance(index, faiss.IndexIVF):
            index.make_direct_map()
        return FaissStore(index, data)

    def forget(self, folder: Path) -> None:
        """See `StoreFormat.forget`: nothing is kept elsewhere."""


def _clustered(flat: Any) -> Any:
    """Half-precision rows in about 4 * sqrt(n) clusters.

    Half precision rather than 8 bits: reading a row and storing it again is exact, so that vectors copied from version
    to version do not drift.
    """
    clusters = max(1, min(int(4 * math.sqrt(flat.ntotal)), flat.ntotal // _LEAST_ROWS_PER_CLUSTER))
    index: Any = faiss.index_factory(flat.d, f"IVF{clusters},SQfp16", faiss.METRIC_INNER_PRODUCT)
    index.by_residual = False  # halves of differences to a centre would change with the centres
    rows = faiss.rev_swig_ptr(flat.get_xb(), flat.ntotal * flat.d).reshape(flat.ntotal, flat.d)
    sample = np.random.default_rng(0).permutation(flat.ntotal)[: clusters * _TRAINING_ROWS_PER_CLUSTER]
    index.train(np.ascontiguousarray(rows[np.sort(sample)]))
    for start in range(0, flat.ntotal, 65_536):
        index.add(rows[start : start + 65_536])
    return index


def _probes(clusters: int, allowed: float) -> int:
    """The fewer rows are allowed, the more clusters must be looked into to find as many."""
    return min(clusters, max(8, int(clusters * _PROBED_SHARE / allowed)))


def _selector(rows: Rows, count: int) -> Any:
    allowed = np.zeros(count, dtype=bool)
    allowed[rows] = True
    return faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))  # type: ignore[call-arg, arg-type]
