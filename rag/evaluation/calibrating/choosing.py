"""The lowest threshold of confidence from which the share of wrong answers is bounded.

Learn then test (Angelopoulos et al. 2021) with fixed-sequence testing: the thresholds of a grid that is the same for
every collection are tested from the strictest down, each by a binomial test at the whole level, until the first that
fails. The one before it is chosen. Looking at many costs nothing, for a wrong one is only reached through itself; so
the bound holds for the threshold that was chosen and not only for one named beforehand.

The strictest ones show too few answers for any bound, whatever becomes of them. They are passed over, which is decided
by the number shown alone. That this keeps the level takes one assumption: surer answers are not more often wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.evaluation.calibrating.bounds import fewest, fewest_at_rate, upper_bound
from rag.evaluation.metrics.calibration import Judged

GRID = tuple(step / 50 for step in range(49, -1, -1))  # .98 down to 0
_RATE_NEEDS = 20  # shown, to guess from their share of wrong ones how many questions it takes


@dataclass(frozen=True, slots=True)
class Tested:
    """A threshold: how many are shown from it, how many of those are wrong, and the upper bound of that share."""

    least: float
    shown: int
    wrong: int
    bound: float


@dataclass(frozen=True, slots=True)
class Choice:
    """`chosen` is None when nothing can be promised; then `failed` is the one that was tested, if any could be."""

    chosen: Tested | None
    failed: Tested | None
    needed: int  # shown, for any bound at all: with none of them wrong
    guessed: int | None  # questions it would take if more of the same were asked; None where more would not help


def choose(judged: Sequence[Judged], asked: int, at_most: float, error: float) -> Choice:
    """`judged`: what could be shown of `asked` questions; `at_most` of it may be wrong, at level `error`."""
    chosen, needed = None, fewest(0, at_most, error)
    guessed = _guessed(judged, asked, at_most, error)
    for least in GRID:
        tested = test(judged, least, error)
        if tested.shown < needed:
            continue
        if tested.bound > at_most:
            return Choice(chosen, tested, needed, guessed)
        chosen = tested
    return Choice(chosen, None, needed, guessed)


def test(judged: Sequence[Judged], least: float, error: float) -> Tested:
    """What is shown from a threshold on."""
    shown = [right for sure, right in judged if sure >= least]
    wrong = shown.count(False)
    return Tested(least, len(shown), wrong, upper_bound(wrong, len(shown), error))


def _guessed(judged: Sequence[Judged], asked: int, at_most: float, error: float) -> int | None:
    """By the share shown and the share wrong at each threshold, the fewest questions that one of them would take."""
    guesses = []
    for tested in (test(judged, least, error) for least in GRID):
        if tested.shown >= _RATE_NEEDS:
            needed = fewest_at_rate(tested.wrong / tested.shown, at_most, error)
            guesses += [-(-needed * asked // tested.shown)] if needed else []
    return min(guesses, default=None)
