"""What a reader says about passages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ReadSpan:
    """`start` and `end` are offsets into the passage given; `score` is the logit margin over "no answer"."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What one passage says to one question; comparable across passages.

    `spans`: best first, not overlapping, at most five, possibly none. `answerable`: the calibrated probability that
    this passage answers. `margin`: the best span's logits minus those of "no answer", not calibrated.
    """

    spans: tuple[ReadSpan, ...]
    answerable: float
    margin: float


class Reader(Protocol):
    """Finds answers in passages."""

    name: str

    def read(self, question: str, passages: Sequence[str]) -> tuple[Reading, ...]:
        """One Reading for every passage, in the order given."""
        ...
