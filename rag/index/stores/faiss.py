"""FAISS: exact search up to a size, then one bit a number and the likeliest rows compared exactly.

docs/decisions/vector-store.md has the figures.
"""

import errno
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from rag.errors import IndexCorrupt
from rag.folders import Read
from rag.index.stores import halves
from rag.index.stores.base import Rows, Scores, Vectors
from rag.index.stores.halves import HalfRows
from rag.wording.words import N_

_FILE = "vectors.faiss"
EXACT_UP_TO = 200_000
# Up to here, comparing every allowed row is as fast as a filtered search and misses none.
_COMPARE_UP_TO = 20_000
_BITS = "RaBitQfs"  # Gao & Long 2024: the sign of each number, rows side by side for the processor's tables
_SAMPLE = 65_536  # rows whose mean signs are taken from
_LEAST_CANDIDATES, _CANDIDATES_FOR_ONE = 500, 10  # compared exactly, for a search and for each row that is asked for
_COMPARE_SIGNS_UP_TO = 5_000  # allowed rows, up to which reading all of them takes less than looking for the likeliest
_MORE = 8  # times as many of the likeliest, where those before held too few that are allowed
_COMPARED_AT_ONCE = 65_536
_PROBED_SHARE = 1 / 32  # of clusters, of which releases before made large indexes


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
            return _best(rows, self.vectors(rows) @ np.asarray(vector, np.float32), limit)
        query = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
        scores, found = self._index.search(query, limit, params=self._parameters(rows))
        # FAISS pads with -1 when it found fewer rows than asked for.
        real = found[0] >= 0
        return found[0][real].astype(np.int64), scores[0][real]

    def vectors(self, rows: Rows) -> Vectors:
        """See `VectorStore.vectors`."""
        if len(rows) == 0:
            return np.empty((0, self._index.d), np.float32)
        found: Vectors
        if len(rows) > 1 and bool((np.diff(rows) == 1).all()):  # one copy, where single rows take ten times as long
            found = self._index.reconstruct_n(int(rows[0]), len(rows))
        else:
            found = self._index.reconstruct_batch(np.ascontiguousarray(rows, dtype=np.int64))
        return found

    def _parameters(self, rows: Rows | None) -> Any:
        selector = None if rows is None else _selector(rows, len(self))
        # FAISS's type stubs do not know the keywords its Python layer adds.
        if isinstance(self._index, faiss.IndexIVF):
            probes = _probes(self._index.nlist, 1.0 if rows is None else len(rows) / len(self))
            return faiss.SearchParametersIVF(sel=selector, nprobe=probes)  # type: ignore[call-arg]
        return faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]


class SignStore:
    """Signs of all rows in memory find candidates; their rows are read from the disk and compared."""

    def __init__(self, signs: Any, rows: HalfRows) -> None:
        self._signs, self._rows = signs, rows

    def __len__(self) -> int:
        return int(self._signs.ntotal)

    def search(self, vector: Vectors, limit: int, rows: Rows | None = None) -> tuple[Rows, Scores]:
        """See `VectorStore.search`."""
        limit = min(limit, len(self) if rows is None else len(rows))
        if limit <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        query = np.asarray(vector, np.float32)
        wanted = max(_LEAST_CANDIDATES, _CANDIDATES_FOR_ONE * limit)
        found = self._likeliest(query, wanted) if rows is None else self._allowed(query, wanted, rows)
        found = np.sort(found)  # rows that stand beside each other are read at once
        return _best(found, self._scores(found, query), limit)

    def vectors(self, rows: Rows) -> Vectors:
        """See `VectorStore.vectors`."""
        return self._rows.of(np.asarray(rows, np.int64))

    def _likeliest(self, query: Vectors, count: int) -> Rows:
        """Rows whose signs are most like the query's, best first."""
        found: Rows = self._signs.search(query.reshape(1, -1), min(count, len(self)))[1][0]
        return found[found >= 0]

    def _allowed(self, query: Vectors, wanted: int, rows: Rows) -> Rows:
        """The likeliest of `rows`, or all of them where they are few.

        FAISS filters no signs. The likeliest of all hold enough of them where likeness has nothing to do with the
        filter; otherwise more and more are looked at.
        """
        allowed = np.zeros(len(self), np.bool_)
        allowed[rows] = True
        most, held = max(wanted, _COMPARE_SIGNS_UP_TO), int(np.count_nonzero(allowed))
        if held <= most:
            return np.flatnonzero(allowed)
        count = 2 * wanted * len(self) // held
        while True:
            found = self._likeliest(query, count)
            found = found[allowed[found]]
            if len(found) >= wanted or count >= len(self):
                return found[:most]
            if held <= most * _MORE:
                return np.flatnonzero(allowed)
            count *= _MORE

    def _scores(self, rows: Rows, query: Vectors) -> Scores:
        starts = range(0, len(rows), _COMPARED_AT_ONCE)
        return np.concatenate([self._rows.of(rows[at : at + _COMPARED_AT_ONCE]) @ query for at in starts])


class FaissFormat:
    """`vectors.faiss`: the rows, or their signs, with the rows beside it."""

    name = "faiss"

    def __init__(self, exact_up_to: int = EXACT_UP_TO) -> None:
        """Above `exact_up_to` rows search is approximate."""
        self._exact_up_to = exact_up_to

    def build(self, batches: Iterable[Vectors], dimension: int, folder: Path) -> None:
        """See `StoreFormat.build`."""
        count = sum(map(len, batches))
        try:
            if count <= self._exact_up_to:
                index = faiss.IndexFlatIP(dimension)
                index.codes.resize(count * index.code_size)  # room for all of them: growing copies what there is
            else:
                index = _trained(batches, count, dimension)
                batches = halves.write(batches, folder)
            for batch in batches:
                index.add(np.ascontiguousarray(batch, dtype=np.float32))
            faiss.write_index(index, str(folder / _FILE))
        except RuntimeError as error:  # FAISS has no error of its own for a disk that is full
            free = shutil.disk_usage(folder).free
            raise OSError(errno.ENOSPC if free < count * dimension * 4 else errno.EIO, str(error)) from error

    def open(self, folder: Path, read: Read = Path.read_bytes) -> FaissStore | SignStore:
        """See `StoreFormat.open`."""
        path = folder / _FILE
        try:
            data = np.frombuffer(read(path), np.uint8)
            # Looks into `data` instead of copying it.
            reader = faiss.ZeroCopyIOReader(faiss.swig_ptr(data), data.nbytes)  # type: ignore[attr-defined]
            index = faiss.read_index(reader)
            if isinstance(index, faiss.IndexRaBitQFastScan):
                return _signs(index, folder, read)
        except (OSError, RuntimeError, ValueError) as error:
            raise IndexCorrupt(
                N_("%(path)s is not a readable FAISS index: build the index again"), path=path
            ) from error
        if isinstance(index, faiss.IndexIVF):  # of an earlier release
            index.make_direct_map()
        return FaissStore(index, data)

    def forget(self, folder: Path) -> None:
        """See `StoreFormat.forget`: nothing is kept elsewhere."""


def _trained(batches: Iterable[Vectors], count: int, dimension: int) -> Any:
    """An index of signs without rows; signs are those of differences to the mean of a sample."""
    index: Any = faiss.index_factory(dimension, _BITS, faiss.METRIC_INNER_PRODUCT)
    step = max(1, count // _SAMPLE)
    sample = [np.array(batch[::step], np.float32) for batch in batches]  # copies: a view would hold its whole batch
    index.train(np.ascontiguousarray(np.concatenate(sample)))
    return index


def _signs(index: Any, folder: Path, read: Read) -> SignStore:
    rows = HalfRows(folder, index.d, read)
    if len(rows) != index.ntotal:
        raise ValueError(f"{len(rows)} rows and the signs of {index.ntotal}")
    return SignStore(index, rows)


def _best(rows: Rows, scores: Scores, limit: int) -> tuple[Rows, Scores]:
    best = np.argsort(-scores, kind="stable")[:limit]
    return np.asarray(rows, dtype=np.int64)[best], scores[best]


def _probes(clusters: int, allowed: float) -> int:
    """The fewer rows are allowed, the more clusters must be looked into to find as many."""
    return min(clusters, max(8, int(clusters * _PROBED_SHARE / allowed)))


def _selector(rows: Rows, count: int) -> Any:
    allowed = np.zeros(count, dtype=bool)
    allowed[rows] = True
    return faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))  # type: ignore[call-arg, arg-type]
