"""Which passages hold which terms, and how often: counted from texts, or carried over from the version before."""

import hashlib
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from rag.language import stems, text
from rag.language.stems import terms

Ints = npt.NDArray[Any]
_MOST = np.iinfo(np.uint16).max  # times that a term counts in one passage


@dataclass(frozen=True, slots=True)
class Postings:
    """Term by term (compressed sparse columns), rows ascending in each; arrays are one for all terms."""

    vocabulary: Sequence[str]
    rows: npt.NDArray[np.int32]  # of the passages that hold a term
    counts: npt.NDArray[np.uint16]  # how often each does
    starts: npt.NDArray[np.int64]  # where term i begins; one more than terms
    lengths: npt.NDArray[np.int32]  # terms of each passage, repeated ones included


@cache
def terms_rules() -> str:
    """Of what makes terms of a text; hex. Terms that were made by others cannot be mixed with ours."""
    made = b"".join(Path(str(module.__file__)).read_bytes() for module in (stems, text))
    return hashlib.sha256(made + version("PyStemmer").encode()).hexdigest()[:32]


def count(texts: Iterable[str], known: Sequence[str] = ()) -> Postings:
    """Of the texts, row i for text i; terms in the order they are met, after those `known`."""
    numbers = {term: number for number, term in enumerate(known)}
    found, times, starts, lengths = array("i"), array("H"), array("q", [0]), array("i")
    for each in texts:
        counted = Counter(terms(each))
        found.extend([numbers.setdefault(term, len(numbers)) for term in counted])
        times.extend([min(_MOST, often) for often in counted.values()])
        starts.append(len(found))
        lengths.append(counted.total())
    shape = (len(lengths), len(numbers))
    by_row = csr_matrix((np.asarray(times, np.uint16), np.asarray(found, np.int32), np.asarray(starts)), shape)
    by_term = by_row.tocsc()
    return Postings(
        tuple(numbers),
        by_term.indices.astype(np.int32, copy=False),
        by_term.data,
        by_term.indptr.astype(np.int64, copy=False),
        np.asarray(lengths, np.int32),
    )


def extended(before: Postings, kept: Ints, texts: Iterable[str]) -> Postings:
    """The rows `kept` of `before`, ascending, as rows 0 and on, and after them those of the texts."""
    fresh = count(texts, before.vocabulary)
    old_rows, old_counts, old_sizes = _carried(before, kept, len(fresh.vocabulary))
    new_sizes = np.diff(fresh.starts)
    old_ends, new_begins = np.cumsum(old_sizes), fresh.starts[:-1]
    # In each term's column the kept rows come first: they move by what is new before them, and the new by what is old.
    old_places = np.arange(len(old_rows)) + np.repeat(new_begins, old_sizes)
    new_places = np.arange(len(fresh.rows)) + np.repeat(old_ends, new_sizes)
    rows = np.empty(len(old_rows) + len(fresh.rows), np.int32)
    counts = np.empty(len(rows), np.uint16)
    rows[old_places], counts[old_places] = old_rows, old_counts
    rows[new_places], counts[new_places] = fresh.rows + np.int32(len(kept)), fresh.counts
    sizes = old_sizes + new_sizes
    held = sizes > 0  # terms of documents that went are forgotten
    return Postings(
        [term for term, is_held in zip(fresh.vocabulary, held.tolist(), strict=True) if is_held],
        rows,
        counts,
        np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes[held])]),
        np.concatenate([before.lengths[kept], fresh.lengths]),
    )


def _carried(before: Postings, kept: Ints, terms_now: int) -> tuple[Ints, Ints, Ints]:
    """New rows and counts of what is kept, term by term, and how many each term has."""
    sizes = np.zeros(terms_now, np.int64)
    if len(kept) == len(before.lengths):
        sizes[: len(before.vocabulary)] = np.diff(before.starts)
        return before.rows, before.counts, sizes
    places = np.full(len(before.lengths), -1, np.int32)
    places[kept] = np.arange(len(kept), dtype=np.int32)
    rows = places[before.rows]
    held = rows >= 0
    until = np.concatenate([np.zeros(1, np.int64), np.cumsum(held)])
    sizes[: len(before.vocabulary)] = np.diff(until[before.starts])
    return rows[held], before.counts[held], sizes
