"""Pairs as the network sees them, in batches of similar length and bounded size."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from rag.models.judge.tokens import paired
from rag.training.entailment.pairs import Pair

_PAD = 1

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Features:
    """Token ids of a pair, which of them are the statement's, which of these are changed; None where nobody knows."""

    ids: tuple[int, ...]
    said: tuple[int, ...]
    changed: frozenset[int] | None
    supported: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded ids, mask, the statement's tokens, the changed ones, (batch, tokens); what is known and true, (batch,)."""

    ids: Ints
    mask: Ints
    said: Bools
    changed: Bools
    known: Bools
    supported: Bools


def features(pair: Pair, tokenizer: Tokenizer) -> Features:
    """The pair in tokens; the end of a very long one is cut off."""
    tokens = paired(tokenizer, pair.statement, pair.quote)
    changed = None
    if pair.changed is not None:
        places = zip(tokens.said, tokens.offsets, strict=True)
        changed = frozenset(row for row, place in places if any(_overlap(place, span) for span in pair.changed))
    return Features(tokens.ids, tokens.said, changed, pair.supported)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def batches(found: Sequence[Features], tokens: int, draw: random.Random) -> Iterator[Batch]:
    """Batches of at most `tokens` padded tokens, in random order."""
    groups: list[list[Features]] = [[]]
    for one in sorted(found, key=lambda f: len(f.ids)):
        if groups[-1] and (len(groups[-1]) + 1) * len(one.ids) > tokens:
            groups.append([])
        groups[-1].append(one)
    draw.shuffle(groups)
    return (_padded(group) for group in groups if group)


def _padded(group: Sequence[Features]) -> Batch:
    shape = len(group), max(len(one.ids) for one in group)
    ids, mask = np.full(shape, _PAD, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    said, changed = np.zeros(shape, dtype=np.bool_), np.zeros(shape, dtype=np.bool_)
    for row, one in enumerate(group):
        ids[row, : len(one.ids)], mask[row, : len(one.ids)] = one.ids, 1
        said[row, list(one.said)] = True
        changed[row, sorted(one.changed or ())] = True
    known = np.array([one.changed is not None for one in group])
    return Batch(ids, mask, said, changed & said, known, np.array([one.supported for one in group]))
