"""Does it keep silent exactly when it should? A refusal is any outcome other than "answered"."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RefusalCounts:
    """Counts over questions whose gold allows either only an answer or only a refusal."""

    right: int  # refused, and should
    wrong: int  # refused, and should not
    missed: int  # answered, and should not
    answered: int  # answered, and should


def count_refusals(pairs: Iterable[tuple[bool, bool]]) -> RefusalCounts:
    """Counts of (refused, should be refused) pairs."""
    table = [0, 0, 0, 0]
    for refused, should in pairs:
        table[(0 if should else 1) if refused else (2 if should else 3)] += 1
    return RefusalCounts(*table)


def refusal_precision(counts: RefusalCounts) -> float | None:
    """Share of the refusals that were due, 0..1; None without refusals (van Rijsbergen 1979)."""
    return _share(counts.right, counts.right + counts.wrong)


def refusal_recall(counts: RefusalCounts) -> float | None:
    """Share of the unanswerable questions that were refused, 0..1; None without any (van Rijsbergen 1979)."""
    return _share(counts.right, counts.right + counts.missed)


def refusal_f1(counts: RefusalCounts) -> float | None:
    """Harmonic mean of the two, 0..1; None when neither class occurs (van Rijsbergen 1979, F with beta 1)."""
    return _share(2 * counts.right, 2 * counts.right + counts.wrong + counts.missed)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
