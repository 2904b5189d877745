"""Rows in half precision in clusters, of which a search looks into a few; each is read when it is first looked into.

A cluster has a checksum, so that opening reads none of them and what the disk has changed is never compared with.
"""

import os
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zlib import crc32

import faiss
import numpy as np
import numpy.typing as npt

from rag.errors import IndexCorrupt
from rag.folders import Read, array_of
from rag.index.stores.base import Rows, Vectors

_TRAINING_ROWS_PER_CLUSTER, _LEAST_ROWS_PER_CLUSTER = 40, 40
_ROUNDS = 10  # of training; more of them find hardly anything else
_CODES, _CENTRES = "vectors.codes", "vectors.faiss"
_COLUMNS = ("order", "starts", "sums")  # rows cluster by cluster; where each cluster begins; its checksum
Ints = npt.NDArray[Any]


def train(batches: Iterable[Vectors], count: int, dimension: int) -> Any:
    """An index without rows; its centres are those of a sample.

    Half precision rather than 8 bits: reading a row and storing it again is exact, so that vectors copied from version
    to version do not drift.
    """
    clusters = clusters_of(count)
    index: Any = faiss.index_factory(dimension, f"IVF{clusters},SQfp16", faiss.METRIC_INNER_PRODUCT)
    index.by_residual = False  # halves of differences to a centre would change with the centres
    index.cp.niter = _ROUNDS
    sample = np.random.default_rng(0).permutation(count)[: clusters * _TRAINING_ROWS_PER_CLUSTER]
    index.train(_chosen(batches, np.sort(sample), dimension))
    return index


def clusters_of(count: int) -> int:
    """How many clusters `count` rows have."""
    return max(1, min(int(4 * count**0.5), count // _LEAST_ROWS_PER_CLUSTER))


def write(index: Any, batches: Iterable[Vectors], folder: Path) -> None:
    """The rows of all batches, in the clusters of a trained index, as files."""
    for batch in batches:
        index.add(np.ascontiguousarray(batch, dtype=np.float32))
    order: list[Ints] = []
    starts, sums = [0], []
    with (folder / _CODES).open("wb") as file:
        for number in range(index.nlist):
            rows, codes = _cluster(index, number)
            file.write(codes.data)
            order.append(rows)
            starts.append(starts[-1] + len(rows))
            sums.append(crc32(codes.data))
    found = np.concatenate(order).astype(np.int32), np.asarray(starts), np.asarray(sums, np.uint32)
    for name, column in zip(_COLUMNS, found, strict=True):
        np.save(folder / f"vectors.{name}.npy", column)
    index.reset()
    faiss.write_index(index, str(folder / _CENTRES))


def _cluster(index: Any, number: int) -> tuple[Ints, Ints]:
    """Rows of a cluster, ascending, and their codes."""
    lists = index.invlists
    size = lists.list_size(number)
    if size == 0:
        return np.empty(0, np.int64), np.empty((0, index.code_size), np.uint8)
    rows = faiss.rev_swig_ptr(lists.get_ids(number), size).copy()
    codes = faiss.rev_swig_ptr(lists.get_codes(number), size * index.code_size).reshape(size, -1)
    order = np.argsort(rows)
    return rows[order], np.ascontiguousarray(codes[order])


def _chosen(batches: Iterable[Vectors], rows: Rows, dimension: int) -> Vectors:
    found: list[Vectors] = [np.empty((0, dimension), np.float32)]
    first = 0
    for batch in batches:
        inside = rows[np.searchsorted(rows, first) : np.searchsorted(rows, first + len(batch))]
        found.append(np.asarray(batch[inside - first], np.float32))
        first += len(batch)
    return np.ascontiguousarray(np.concatenate(found))


class Clusters:
    """The clusters of an index, in memory as far as they were looked into; safe to use from several threads."""

    def __init__(self, index: Any, folder: Path, read: Read) -> None:
        """`index`: without rows. Raises IndexCorrupt, OSError."""
        self._path, self._index = folder / _CODES, index
        columns = (array_of(read(folder / f"vectors.{name}.npy")) for name in _COLUMNS)
        self._order, self._starts, self._sums = columns
        self._descriptor = os.open(self._path, os.O_RDONLY)
        self._is_held = np.zeros(index.nlist, np.bool_)
        self._cluster_of = np.empty(len(self._order), np.int32)
        self._cluster_of[self._order] = np.repeat(np.arange(index.nlist, dtype=np.int32), np.diff(self._starts))
        self._lock = threading.Lock()
        index.ntotal = len(self._order)
        self._note_places()

    def __del__(self) -> None:
        if hasattr(self, "_descriptor"):
            os.close(self._descriptor)

    def hold(self, clusters: Ints) -> None:
        """Reads those that are not in memory yet. Raises IndexCorrupt when one is no longer what was stored."""
        missing = clusters[~self._is_held[clusters]]
        if len(missing):
            with self._lock:
                for number in missing[~self._is_held[missing]].tolist():
                    self._read(number)

    def hold_all(self) -> None:
        """Reads all."""
        self.hold(np.arange(self._index.nlist))

    def hold_rows(self, rows: Rows) -> None:
        """Reads those that the rows are in."""
        self.hold(np.unique(self._cluster_of[rows]))

    def _read(self, number: int) -> None:
        first, end = int(self._starts[number]), int(self._starts[number + 1])
        size = self._index.code_size
        codes = np.frombuffer(os.pread(self._descriptor, (end - first) * size, first * size), np.uint8)
        if len(codes) != (end - first) * size or crc32(codes.data) != self._sums[number]:
            raise IndexCorrupt(f"{self._path} is damaged: what it holds is not what was stored")
        if len(codes):
            rows = self._order[first:end].astype(np.int64)
            self._index.invlists.add_entries(number, len(rows), faiss.swig_ptr(rows), faiss.swig_ptr(codes))
        self._is_held[number] = True

    def _note_places(self) -> None:
        """Where each row will be, so that it can be given back."""
        sizes = np.diff(self._starts)
        within = np.arange(len(self._order)) - np.repeat(self._starts[:-1], sizes)
        places = np.empty(len(self._order), np.int64)
        places[self._order] = (self._cluster_of[self._order].astype(np.int64) << 32) | within
        faiss.copy_array_to_vector(places, self._index.direct_map.array)
        self._index.direct_map.type = faiss.DirectMap.Array  # type: ignore[attr-defined]
