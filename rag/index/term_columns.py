"""Files of the lexical index: which passages hold a term and what it adds to their scores, one column a term."""

import json
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Protocol, Self
from zlib import crc32

import numpy as np
import numpy.typing as npt

from rag.errors import IndexCorrupt
from rag.folders import Read, array_of
from rag.index import postings
from rag.index.arrays import ArrayFile
from rag.index.postings import Part, Postings, terms_rules
from rag.wording.words import N_

Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]
Column = tuple[npt.NDArray[np.int32], Scores]

K1, B = 1.2, 0.75
VOCABULARY = "terms.json"
_REMEMBERED = 8_000_000  # passages in columns that stay in memory after they were read: 64 MB


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
    stored = json.loads(read(folder / VOCABULARY))
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
    stored = json.loads(read(folder / VOCABULARY))
    if stored.get("rules") != terms_rules():
        return None
    starts, lengths, sums = (array_of(read(folder / f"{name}.npy")) for name in ("starts", "lengths", "sums"))
    rows, counts = ArrayFile(folder / "rows.npy"), ArrayFile(folder / "counts.npy")
    return Postings(stored["terms"], [_Checked(postings.Columns(starts, rows, counts), sums, folder)], lengths)


@dataclass(frozen=True, slots=True)
class _Checked:
    """A run on the disk; each term is compared with its checksum."""

    run: postings.Columns
    sums: npt.NDArray[np.uint32]
    folder: Path

    @property
    def sizes(self) -> Rows:
        """See `Run.sizes`."""
        return self.run.sizes

    def part(self, first: int, end: int) -> Part:
        """See `Run.part`. Raises IndexCorrupt."""
        part = self.run.part(first, end)
        if int(part.sizes.sum()) != len(part.rows) or len(part.rows) != len(part.counts):
            raise _damaged(self.folder)
        starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(part.sizes)])
        found, wanted = sums_of(part.rows, part.counts, starts), self.sums[first:end]
        if not np.array_equal(found[: len(wanted)], wanted):
            raise _damaged(self.folder)
        return part


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
        scores = shares_of(counts, norms_of(lengths)[rows])
        scores *= np.repeat(rarity, np.diff(starts))
        return cls(rows, scores, starts)

    def of(self, number: int) -> Column:
        """See `Columns.of`."""
        column = slice(int(self.starts[number]), int(self.starts[number + 1]))
        return self.rows[column], self.scores[column]


class OnDisk:
    """On the disk; each is read when it is asked for and compared with its checksum, the latest stay in memory."""

    def __init__(self, folder: Path, read: Read, starts: Rows, lengths: npt.NDArray[np.int32], rarity: Scores) -> None:
        self._folder, self._starts, self._norms, self._rarity = folder, starts, norms_of(lengths), rarity
        self._sums = array_of(read(folder / "sums.npy"))
        self._rows, self._counts = ArrayFile(folder / "rows.npy"), ArrayFile(folder / "counts.npy")
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
        rows, counts = self._rows[part], self._counts[part]
        if _sum(rows, counts) != self._sums[number]:
            raise _damaged(self._folder)
        column = rows, shares_of(counts, self._norms[rows]) * self._rarity[number]
        self._remember(number, column)
        return column

    def _remember(self, number: int, column: Column) -> None:
        with self._lock:
            if number not in self._latest:
                self._latest[number] = column
                self._size += len(column[0])
            while self._size > _REMEMBERED and len(self._latest) > 1:
                self._size -= len(self._latest.popitem(last=False)[1][0])


def _damaged(folder: Path) -> IndexCorrupt:
    return IndexCorrupt(N_("%(folder)s is damaged: what it holds is not what was stored"), folder=folder)


def sums_of(rows: npt.NDArray[np.int32], counts: npt.NDArray[np.uint16], starts: Rows) -> npt.NDArray[np.uint32]:
    """CRC-32 of each term's column."""
    bounds = pairwise(starts.tolist())
    return np.asarray([_sum(rows[first:end], counts[first:end]) for first, end in bounds], np.uint32)


def _sum(rows: npt.NDArray[np.int32], counts: npt.NDArray[np.uint16]) -> int:
    return crc32(counts.data, crc32(rows.data))


def norms_of(lengths: npt.NDArray[np.int32]) -> Scores:
    """What the length of a passage makes of K1."""
    mean = float(lengths.mean()) if len(lengths) else 0.0
    return np.asarray(K1 * (1 - B + B * lengths / (mean or 1.0)), np.float32)


def shares_of(counts: npt.NDArray[np.uint16], norms: Scores) -> Scores:
    times = counts.astype(np.float32)
    return times / (times + norms)


def _rarity(starts: Rows, passages: int) -> Scores:
    held = np.diff(starts)
    return np.log(1 + (passages - held + 0.5) / (held + 0.5)).astype(np.float32)
