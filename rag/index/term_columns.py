"""Files of the lexical index: which passages hold a term and what it adds to their scores, one column a term."""

import json
import os
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, Self
from zlib import crc32

import numpy as np
import numpy.typing as npt

from rag.errors import IndexCorrupt
from rag.folders import Read, array_of
from rag.index.postings import Postings, terms_rules

Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]
Column = tuple[npt.NDArray[np.int32], Scores]

K1, B = 1.2, 0.75
_VOCABULARY = "terms.json"
_COLUMNS = ("rows", "counts", "starts", "lengths")
_AT_ONCE = 4096  # terms
_REMEMBERED = 8_000_000  # passages in columns that stay in memory after they were read: 64 MB


def save(counted: Postings, folder: Path) -> None:
    """Writes the index into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in _COLUMNS:
        np.save(folder / f"{name}.npy", getattr(counted, name))
    np.save(folder / "peaks.npy", _peaks(counted))
    np.save(folder / "sums.npy", _sums(counted))
    stored = {"passages": len(counted.lengths), "rules": terms_rules(), "terms": list(counted.vocabulary)}
    (folder / _VOCABULARY).write_text(json.dumps(stored, ensure_ascii=False), "utf-8")


class Columns(Protocol):
    """Rows with a term, ascending, and what the term adds to the score of each."""

    def of(self, number: int) -> Column: ...


@dataclass(frozen=True, slots=True)
class Terms:
    """An index as it is searched; term i has the passages of `columns.of(i)`."""

    vocabulary: Mapping[str, int]
    starts: Rows  # the number of passages with term i is starts[i + 1] - starts[i]
    most: Scores  # that each term adds to the score of any passage
    columns: Columns
    passages: int


def open_terms(folder: Path, read: Read = Path.read_bytes, whole: bool = True) -> Terms:
    """`whole`: all columns are read now; otherwise each when it is asked for, which may raise IndexCorrupt then."""
    stored = json.loads(read(folder / _VOCABULARY))
    vocabulary, passages = {term: number for number, term in enumerate(stored["terms"])}, int(stored["passages"])
    if (folder / "scores.npy").exists():  # of an earlier release, which kept scores instead of counts
        held = InMemory(*(array_of(read(folder / f"{name}.npy")) for name in ("rows", "scores", "starts")))
        most = np.maximum.reduceat(held.scores, held.starts[:-1]) if vocabulary else held.scores
        return Terms(vocabulary, held.starts, most, held, passages)
    starts, lengths, peaks = (array_of(read(folder / f"{name}.npy")) for name in ("starts", "lengths", "peaks"))
    rarity = _rarity(starts, len(lengths))
    kind = InMemory.counted if whole else OnDisk
    return Terms(vocabulary, starts, peaks * rarity, kind(folder, read, starts, lengths, rarity), passages)


def stored_postings(folder: Path, read: Read = Path.read_bytes) -> Postings | None:
    """What was counted; None where terms are made in another way now, or an earlier release kept no counts."""
    stored = json.loads(read(folder / _VOCABULARY))
    if stored.get("rules") != terms_rules():
        return None
    return Postings(stored["terms"], *(array_of(read(folder / f"{name}.npy")) for name in _COLUMNS))


@dataclass(frozen=True, slots=True)
class InMemory:
    """All of them in memory: a file that is cut short under a map ends the process that reads it."""

    rows: npt.NDArray[np.int32]
    scores: Scores
    starts: Rows

    @classmethod
    def counted(cls, folder: Path, read: Read, starts: Rows, lengths: npt.NDArray[np.int32], rarity: Scores) -> Self:
        """From the counts of an index."""
        rows, counts = (array_of(read(folder / f"{name}.npy")) for name in ("rows", "counts"))
        scores = _shares(counts, _norms(lengths)[rows])
        scores *= np.repeat(rarity, np.diff(starts))
        return cls(rows, scores, starts)

    def of(self, number: int) -> Column:
        """See `Columns.of`."""
        column = slice(int(self.starts[number]), int(self.starts[number + 1]))
        return self.rows[column], self.scores[column]


class OnDisk:
    """On the disk; each is read when it is asked for and compared with its checksum, the latest stay in memory."""

    def __init__(self, folder: Path, read: Read, starts: Rows, lengths: npt.NDArray[np.int32], rarity: Scores) -> None:
        self._folder, self._starts, self._norms, self._rarity = folder, starts, _norms(lengths), rarity
        self._sums = array_of(read(folder / "sums.npy"))
        self._rows, self._counts = _Array(folder / "rows.npy", np.int32), _Array(folder / "counts.npy", np.uint16)
        self._lock = threading.Lock()
        self._latest: OrderedDict[int, Column] = OrderedDict()
        self._size = 0

    def of(self, number: int) -> Column:
        """See `Columns.of`. Raises IndexCorrupt when the files hold anything else than was stored."""
        with self._lock:
            if number in self._latest:
                self._latest.move_to_end(number)
                return self._latest[number]
        part = slice(int(self._starts[number]), int(self._starts[number + 1]))
        rows, counts = self._rows.read(part), self._counts.read(part)
        if _sum(rows, counts) != self._sums[number]:
            raise IndexCorrupt(f"{self._folder} is damaged: what it holds is not what was stored")
        column = rows, _shares(counts, self._norms[rows]) * self._rarity[number]
        self._remember(number, column)
        return column

    def _remember(self, number: int, column: Column) -> None:
        with self._lock:
            if number not in self._latest:
                self._latest[number] = column
                self._size += len(column[0])
            while self._size > _REMEMBERED and len(self._latest) > 1:
                self._size -= len(self._latest.popitem(last=False)[1][0])


class _Array:
    """Parts of a .npy file of one dimension; shorter than asked for where the file is."""

    def __init__(self, path: Path, kind: type[np.generic]) -> None:
        self._kind = np.dtype(kind)
        self._descriptor = os.open(path, os.O_RDONLY)
        with os.fdopen(os.dup(self._descriptor), "rb") as file:
            np.lib.format.read_magic(file)
            np.lib.format.read_array_header_1_0(file)
            self._first = file.tell()

    def __del__(self) -> None:
        if hasattr(self, "_descriptor"):
            os.close(self._descriptor)

    def read(self, part: slice) -> npt.NDArray[Any]:
        size = self._kind.itemsize
        data = os.pread(self._descriptor, (part.stop - part.start) * size, self._first + part.start * size)
        return np.frombuffer(data[: len(data) // size * size], self._kind)


def _peaks(counted: Postings) -> Scores:
    """The most that each term adds to the score of any passage, before its rarity."""
    norms = _norms(counted.lengths)
    peaks = np.zeros(len(counted.vocabulary), np.float32)
    for first in range(0, len(peaks), _AT_ONCE):
        bounds = counted.starts[first : first + _AT_ONCE + 1]
        part = slice(int(bounds[0]), int(bounds[-1]))
        shares = _shares(counted.counts[part], norms[counted.rows[part]])
        peaks[first : first + _AT_ONCE] = np.maximum.reduceat(shares, bounds[:-1] - bounds[0])
    return peaks


def _sums(counted: Postings) -> npt.NDArray[np.uint32]:
    """CRC-32 of each term's column."""
    bounds = zip(counted.starts[:-1].tolist(), counted.starts[1:].tolist(), strict=True)
    return np.asarray([_sum(counted.rows[a:b], counted.counts[a:b]) for a, b in bounds], np.uint32)


def _sum(rows: npt.NDArray[np.int32], counts: npt.NDArray[np.uint16]) -> int:
    return crc32(counts.data, crc32(rows.data))


def _norms(lengths: npt.NDArray[np.int32]) -> Scores:
    """What the length of a passage makes of K1."""
    mean = float(lengths.mean()) if len(lengths) else 0.0
    return np.asarray(K1 * (1 - B + B * lengths / (mean or 1.0)), np.float32)


def _shares(counts: npt.NDArray[np.uint16], norms: Scores) -> Scores:
    times = counts.astype(np.float32)
    return times / (times + norms)


def _rarity(starts: Rows, passages: int) -> Scores:
    held = np.diff(starts)
    return np.log(1 + (passages - held + 0.5) / (held + 0.5)).astype(np.float32)
