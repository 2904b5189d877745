"""Near-duplicates: texts that share most of their five-word runs (MinHash and banding, Broder 1997, by datasketch)."""

import importlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from rag.language.text import words

_RUN = 5  # words a shingle holds
_PIECE = 1 << 18  # characters looked at together
_AT_ONCE = 4096  # shingles mixed together, 128 numbers each
_MIN_RUNS = 12  # below this, likeness says nothing
_PERMUTATIONS = 128
BANDS = 32
_BANDS = (BANDS, 4)  # bands, rows of each: a pair with Jaccard .7 is met with probability .9999, one of .3 with .23
LIKE = 0.7  # Jaccard index from which two texts say nearly the same
_MIXER = np.uint64(0x100000001B3)


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Two documents that say nearly the same; `similarity` is the estimated Jaccard index, 0..1."""

    first: str
    second: str
    similarity: float


def near_duplicates(texts: Mapping[str, str], threshold: float = LIKE) -> tuple[NearDuplicate, ...]:
    """Each id whose text is at least `threshold` like an earlier one, with the first that it is most like."""
    return tuple(alike({key: signature_of(text) for key, text in texts.items()}, threshold))


def signature_of(text: str) -> Any | None:
    """The `datasketch.MinHash` of a text; None for one too short to compare."""
    signature, some = None, set[bytes]()
    for runs in _runs(text):
        if signature is None:
            some |= runs
            if len(some) < _MIN_RUNS:
                continue
            runs, signature = some, _empty().copy()
        signature.update_batch(list(runs))
    return signature


def _runs(text: str) -> Iterator[set[bytes]]:
    """Every shingle, those of a piece of the text at a time: all of a large one would need ninety times its memory."""
    before: tuple[str, ...] = ()
    for start, end in _pieces(text):
        tokens = (*before, *words(text[start:end]))
        for first in range(0, len(tokens) - _RUN + 1, _AT_ONCE):
            last = min(first + _AT_ONCE, len(tokens) - _RUN + 1)
            yield {" ".join(tokens[at : at + _RUN]).encode() for at in range(first, last)}
        before = tokens[1 - _RUN :]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of some length that begin and end at a blank, where there is one."""
    start = 0
    while start < len(text):
        end = start + _PIECE
        if end < len(text):
            end = max(text.rfind(" ", start, end), text.rfind("\n", start, end)) + 1 or end
        yield start, end
        start = end


def bands_of(signature: Any | None) -> npt.NDArray[np.uint32]:
    """A number for each band, (BANDS,): like texts share one at least. None is 0; of too short a text all are 1."""
    if signature is None:
        return np.ones(BANDS, np.uint32)
    mixed = np.zeros(BANDS, np.uint64)
    for column in np.asarray(signature.hashvalues, np.uint64).reshape(BANDS, -1).T:
        mixed = (mixed ^ column) * _MIXER  # as FNV does; overflow is meant
    return np.maximum((mixed >> np.uint64(32)).astype(np.uint32), np.uint32(2))


def sharing_bands(fresh: npt.NDArray[np.uint32], stored: npt.NDArray[np.uint32], most: int) -> list[list[int]]:
    """For each of `fresh`, (n, BANDS), which of `stored` share a band, those that share most first, `most` at most."""
    shared: list[Counter[int]] = [Counter() for _ in fresh]
    for band in range(BANDS):
        order = np.argsort(fresh[:, band], kind="stable")
        values = fresh[order, band]
        first = np.searchsorted(values, stored[:, band], "left")
        last = np.searchsorted(values, stored[:, band], "right")
        for row in np.flatnonzero((last > first) & (stored[:, band] > 1)).tolist():
            for place in order[first[row] : last[row]].tolist():
                shared[place][row] += 1
    return [[row for row, _ in each.most_common(most)] for each in shared]


def alike(signatures: Mapping[str, Any | None], threshold: float = LIKE) -> Iterator[NearDuplicate]:
    """As `near_duplicates`, of texts whose signatures are known."""
    # A text like an earlier one is not entered: a thousand copies cost a thousand look-ups, not a million.
    first_of_their_kind = _datasketch().MinHashLSH(num_perm=_PERMUTATIONS, params=_BANDS)
    order = {key: position for position, key in enumerate(signatures)}
    for key, signature in signatures.items():
        if signature is None:
            continue
        near = {other: signature.jaccard(signatures[other]) for other in first_of_their_kind.query(signature)}
        nearest = min(near, key=lambda other: (-near[other], order[other]), default=None)
        if nearest is not None and near[nearest] >= threshold:
            yield NearDuplicate(nearest, key, near[nearest])
        else:
            first_of_their_kind.insert(key, signature)


@cache
def _empty() -> Any:
    """The signature of nothing; to draw the permutations anew for each takes as long as hashing a text."""
    return _datasketch().MinHash(num_perm=_PERMUTATIONS)


@cache
def _datasketch() -> Any:
    # It brings SciPy along, a fifth of a second that a question asked in the terminal need not wait.
    return importlib.import_module("datasketch")
