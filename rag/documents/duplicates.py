"""Near-duplicates: texts that share most of their five-word runs (MinHash and banding, Broder 1997, by datasketch)."""

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from rag.language.text import words

_RUN = 5  # words a shingle holds
_MIN_RUNS = 12  # below this, likeness says nothing
_PERMUTATIONS = 128
_BANDS = (32, 4)  # bands, rows of each: a pair with Jaccard .7 is met with probability .9999, one of .3 with .23


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Two documents that say nearly the same; `similarity` is the estimated Jaccard index, 0..1."""

    first: str
    second: str
    similarity: float


def near_duplicates(texts: Mapping[str, str], threshold: float = 0.7) -> tuple[NearDuplicate, ...]:
    """Each id whose text is at least `threshold` like an earlier one, with the first that it is most like."""
    return tuple(_pairs(texts, threshold))


def signature_of(text: str) -> Any | None:
    """The `datasketch.MinHash` of a text; None for one too short to compare."""
    tokens = words(text)
    runs = {" ".join(tokens[start : start + _RUN]) for start in range(len(tokens) - _RUN + 1)}
    if len(runs) < _MIN_RUNS:
        return None
    signature = _datasketch().MinHash(num_perm=_PERMUTATIONS)
    signature.update_batch([run.encode() for run in runs])
    return signature


def _pairs(texts: Mapping[str, str], threshold: float) -> Iterator[NearDuplicate]:
    # A text like an earlier one is not entered: a thousand copies cost a thousand look-ups, not a million.
    first_of_their_kind = _datasketch().MinHashLSH(num_perm=_PERMUTATIONS, params=_BANDS)
    signatures: dict[str, Any] = {}
    order = {key: position for position, key in enumerate(texts)}
    for key, text in texts.items():
        signature = signature_of(text)
        if signature is None:
            continue
        alike = {near: signature.jaccard(signatures[near]) for near in first_of_their_kind.query(signature)}
        nearest = min(alike, key=lambda near: (-alike[near], order[near]), default=None)
        if nearest is not None and alike[nearest] >= threshold:
            yield NearDuplicate(nearest, key, alike[nearest])
        else:
            signatures[key] = signature
            first_of_their_kind.insert(key, signature)


@cache
def _datasketch() -> Any:
    # It brings SciPy along, a fifth of a second that a question asked in the terminal need not wait.
    return importlib.import_module("datasketch")
