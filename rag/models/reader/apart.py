"""A question with passages, read by a network whose lowest layers see each text alone: what they make of one is kept.

A question meets a passage in the upper layers only (Cao et al. 2020, "DeFormer"; MacAvaney et al. 2020, "PreTTR"). The
lower ones make the same of a passage whatever is asked, and half of the work falls away where it was read before.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from rag.models.recent import Recent
from rag.models.words import WordEmbeddings

PASSAGE_PLACE = 24  # from which on the words of a passage are counted, as if below a question of so many
MOST_BYTES = 96 << 20  # of what is kept: some 800 passages of 150 tokens

Floats = npt.NDArray[np.float32]
Halves = npt.NDArray[np.float16]
Ids = tuple[int, ...]
# Each (texts, tokens, hidden), none of it padding, to (texts, tokens, outputs), in order.
Run = Callable[[Iterable[Floats]], Iterator[Floats]]
Check = Callable[[], None]  # raises where nobody waits any more


class Pairs(Protocol):
    """A network that reads a question with passages."""

    def logits(self, question: Ids, passages: Sequence[Ids], check: Check) -> Iterator[Floats]:
        """(tokens of both, 2) for each passage, in order; `check` is called before each is worked on."""
        ...


class WholePairs:
    """A network all of whose layers see both texts."""

    def __init__(self, run: Run, embeddings: WordEmbeddings) -> None:
        self._run, self._embeddings = run, embeddings

    def logits(self, question: Ids, passages: Sequence[Ids], check: Check) -> Iterator[Floats]:
        return (found[0] for found in self._run(self._embedded((*question, *each), check) for each in passages))

    def _embedded(self, ids: Ids, check: Check) -> Floats:
        check()
        return self._embeddings.of(np.array([ids], dtype=np.int64))


@dataclass(frozen=True, slots=True)
class Parts:
    """`lower` reads one text, `upper` what that makes of two, one behind the other.

    `moved` (places, hidden) is added to the words of a passage: `lower` counts the words of any text from the first
    place on, those of a passage are to stand at `PASSAGE_PLACE` and behind it.
    """

    lower: Run
    upper: Run
    moved: Floats


class ApartPairs:
    """A network in two parts; keeps what the lower makes of the passages read last, `most_bytes` of it."""

    def __init__(self, parts: Parts, embeddings: WordEmbeddings, most_bytes: int = MOST_BYTES) -> None:
        self._parts, self._embeddings = parts, embeddings
        self._kept = Recent[bytes, Halves](most_bytes, _bytes_of)

    def logits(self, question: Ids, passages: Sequence[Ids], check: Check) -> Iterator[Floats]:
        if not passages:
            return
        keys = [_digest(each) for each in passages]
        states = self._kept.known(keys)
        missing = {key: each for key, each in zip(keys, passages, strict=True) if key not in states}
        asked, *made = self._parts.lower(self._words(question, missing.values(), check))
        states |= zip(missing, (each[0].astype(np.float16) for each in made), strict=True)
        self._kept.keep({key: states[key] for key in keys})
        for found in self._parts.upper(_behind(asked, states[key], check) for key in keys):
            yield found[0]

    def _words(self, question: Ids, passages: Iterable[Ids], check: Check) -> Iterator[Floats]:
        yield self._embeddings.of(np.array([question], dtype=np.int64))
        for each in passages:
            check()
            yield self._embeddings.of(np.array([each], dtype=np.int64)) + self._parts.moved[: len(each)]


def moves(places: Floats) -> Floats:
    """What `Parts.moved` is, from the vectors of all places (places, hidden)."""
    return places[PASSAGE_PLACE:] - places[:-PASSAGE_PLACE]


def _behind(asked: Floats, passage: Halves, check: Check) -> Floats:
    check()
    return np.concatenate([asked, passage[None].astype(np.float32)], axis=1)


def _digest(ids: Ids) -> bytes:
    return hashlib.blake2b(np.array(ids, dtype=np.int32).tobytes(), digest_size=16).digest()


def _bytes_of(states: Halves) -> int:
    return states.nbytes
