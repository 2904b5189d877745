"""Which passages hold which terms, and how often: counted from texts, in runs, or kept from the version before.

A run has the postings of some passages term by term (compressed sparse columns), rows ascending in each term.
"""

import hashlib
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from rag.index.arrays import ArrayFile
from rag.language import stems, text
from rag.language.stems import terms

Ints = npt.NDArray[Any]
_MOST = np.iinfo(np.uint16).max  # times that a term counts in one passage
_RUN = 4_000_000  # postings in memory while they are counted, some 60 MB


@dataclass(frozen=True, slots=True)
class Part:
    """Postings of a range of terms: how many each term has, their rows, and how often each row has the term."""

    sizes: Ints
    rows: Ints
    counts: Ints


class Run(Protocol):
    """Postings of some passages."""

    @property
    def sizes(self) -> Ints:
        """How many each term has at the most; those after the last have none."""
        ...

    def part(self, first: int, end: int) -> Part:
        """Of the terms from `first` up to `end`."""
        ...


@dataclass(frozen=True, slots=True)
class Columns:
    """A run in arrays, or in files that are read like them; term i has those from starts[i] up to starts[i + 1]."""

    starts: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int32] | ArrayFile
    counts: npt.NDArray[np.uint16] | ArrayFile

    @property
    def sizes(self) -> Ints:
        """See `Run.sizes`."""
        return np.diff(self.starts)

    def part(self, first: int, end: int) -> Part:
        """See `Run.part`."""
        bounds = self.starts[np.minimum(np.arange(first, end + 1), len(self.starts) - 1)]
        places = slice(int(bounds[0]), int(bounds[-1]))
        return Part(np.diff(bounds), self.rows[places], self.counts[places])


@dataclass(frozen=True, slots=True)
class Moved:
    """A run whose passages are other rows now: `places[row]`, -1 for one that is gone."""

    run: Run
    places: npt.NDArray[np.int32]

    @property
    def sizes(self) -> Ints:
        """See `Run.sizes`."""
        return self.run.sizes

    def part(self, first: int, end: int) -> Part:
        """See `Run.part`."""
        part = self.run.part(first, end)
        rows = self.places[part.rows]
        held = rows >= 0
        until = np.concatenate([np.zeros(1, np.int64), np.cumsum(held)])
        bounds = np.concatenate([np.zeros(1, np.int64), np.cumsum(part.sizes)])
        return Part(np.diff(until[bounds]), rows[held], part.counts[held])


@dataclass(frozen=True, slots=True)
class Postings:
    """Of all passages: runs in the order of their rows; `lengths`: terms of each passage, repeated ones included."""

    vocabulary: Sequence[str]
    runs: Sequence[Run]
    lengths: npt.NDArray[np.int32]


@cache
def terms_rules() -> str:
    """Of what makes terms of a text; hex. Terms that were made by others cannot be mixed with ours."""
    made = b"".join(Path(str(module.__file__)).read_bytes() for module in (stems, text))
    return hashlib.sha256(made + version("PyStemmer").encode()).hexdigest()[:32]


def count(texts: Iterable[str], waiting: Path, known: Sequence[str] = (), first: int = 0) -> Postings:
    """Of the texts, in rows from `first` on; terms in the order they are met, after those `known`.

    Runs that are full wait in the folder `waiting`.
    """
    numbers = {term: number for number, term in enumerate(known)}
    runs: list[Run] = []
    lengths, block = array("i"), _Block(first)
    for each in texts:
        counted = Counter(terms(each))
        block.add([numbers.setdefault(term, len(numbers)) for term in counted], counted.values())
        lengths.append(counted.total())
        if len(block) >= _RUN:
            runs.append(_put_aside(block.columns(len(numbers)), waiting / str(len(runs))))
            block = _Block(first + len(lengths))
    if len(block):
        runs.append(block.columns(len(numbers)))
    return Postings(tuple(numbers), runs, np.asarray(lengths, np.int32))


def extended(before: Postings, kept: Ints, texts: Iterable[str], waiting: Path) -> Postings:
    """The rows `kept` of `before`, ascending, as rows 0 and on, and after them those of the texts."""
    fresh = count(texts, waiting, before.vocabulary, len(kept))
    lengths = np.concatenate([before.lengths[kept], fresh.lengths])
    if len(kept) == len(before.lengths):
        return Postings(fresh.vocabulary, [*before.runs, *fresh.runs], lengths)
    places = np.full(len(before.lengths), -1, np.int32)
    places[kept] = np.arange(len(kept), dtype=np.int32)
    return Postings(fresh.vocabulary, [*(Moved(run, places) for run in before.runs), *fresh.runs], lengths)


class _Block:
    """Postings passage by passage, of rows from `first` on."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._found, self._times, self._starts = array("i"), array("H"), array("q", [0])

    def __len__(self) -> int:
        return len(self._found)

    def add(self, numbers: Sequence[int], times: Iterable[int]) -> None:
        self._found.extend(numbers)
        self._times.extend([min(_MOST, often) for often in times])
        self._starts.append(len(self._found))

    def columns(self, known: int) -> Columns:
        """Term by term, of `known` terms."""
        shape = (len(self._starts) - 1, known)
        parts = np.asarray(self._times, np.uint16), np.asarray(self._found, np.int32), np.asarray(self._starts)
        by_term = csr_matrix(parts, shape).tocsc()
        rows = by_term.indices.astype(np.int32, copy=False) + np.int32(self._first)
        return Columns(by_term.indptr.astype(np.int64, copy=False), rows, by_term.data)


def _put_aside(run: Columns, folder: Path) -> Columns:
    """The same on the disk."""
    folder.mkdir()
    for name in ("rows", "counts"):
        np.save(folder / f"{name}.npy", getattr(run, name))
    return Columns(run.starts, ArrayFile(folder / "rows.npy"), ArrayFile(folder / "counts.npy"))
