"""Near-duplicates: texts that share most of their five-word runs (MinHash, Broder 1997, with banding)."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from rag.language.text import words

_RUN = 5  # words a shingle holds
_MIN_RUNS = 12  # below this, likeness says nothing
_PERMUTATIONS = 128
_BAND_ROWS = 4  # 32 bands of 4: a pair with Jaccard .7 is met with probability .9999, one of .3 with .23
_SLICE = 4096  # runs hashed at a time: 4 MB
_CROWD = 50  # documents in one bucket beyond which only neighbours are compared
_PRIME = np.uint64((1 << 31) - 1)

Signature = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Two documents that say nearly the same; `similarity` is the estimated Jaccard index, 0..1."""

    first: str
    second: str
    similarity: float


def near_duplicates(texts: Mapping[str, str], threshold: float = 0.7) -> tuple[NearDuplicate, ...]:
    """Pairs of ids, in the order given, whose texts are at least `threshold` alike."""
    signatures = {key: signature for key, text in texts.items() if (signature := signature_of(text)) is not None}
    order = {key: position for position, key in enumerate(signatures)}
    pairs = sorted(_candidates(signatures), key=lambda pair: (order[pair[0]], order[pair[1]]))
    scored = (NearDuplicate(a, b, similarity(signatures[a], signatures[b])) for a, b in pairs)
    return tuple(pair for pair in scored if pair.similarity >= threshold)


def signature_of(text: str) -> Signature | None:
    """MinHash signature, uint64 (128,); None for a text too short to compare."""
    tokens = words(text)
    runs = {" ".join(tokens[start : start + _RUN]) for start in range(len(tokens) - _RUN + 1)}
    if len(runs) < _MIN_RUNS:
        return None
    hashes = np.fromiter((_hash(run) for run in runs), dtype=np.uint64, count=len(runs)) % _PRIME
    least = np.full(_PERMUTATIONS, _PRIME)
    for start in range(0, len(hashes), _SLICE):
        some = (hashes[start : start + _SLICE, None] * _FACTORS + _SHIFTS) % _PRIME
        np.minimum(least, some.min(axis=0), out=least)
    return least


def similarity(first: Signature, second: Signature) -> float:
    """Share of equal minima, an unbiased estimate of the Jaccard index."""
    return float(np.mean(first == second))


def _candidates(signatures: Mapping[str, Signature]) -> set[tuple[str, str]]:
    buckets: defaultdict[tuple[int, bytes], list[str]] = defaultdict(list)
    for key, signature in signatures.items():
        for band in range(0, _PERMUTATIONS, _BAND_ROWS):
            buckets[band, signature[band : band + _BAND_ROWS].tobytes()].append(key)
    return {pair for bucket in buckets.values() for pair in _pairs(bucket)}


def _pairs(bucket: list[str]) -> Iterable[tuple[str, str]]:
    if len(bucket) <= _CROWD:
        return combinations(bucket, 2)
    return pairwise(bucket)


def _hash(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "little")


def _coefficients() -> tuple[Signature, Signature]:
    generator = np.random.default_rng(1997)  # fixed: signatures of two runs must be comparable
    high = int(_PRIME)
    return (
        generator.integers(1, high, _PERMUTATIONS, dtype=np.uint64),
        generator.integers(0, high, _PERMUTATIONS, dtype=np.uint64),
    )


_FACTORS, _SHIFTS = _coefficients()
