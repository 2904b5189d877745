"""Two runs over the same questions: which got better, which worse, and whether chance would explain it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import comb

import numpy as np

from rag.errors import BadInput
from rag.evaluation.run import Item, Run
from rag.wording.words import N_

RESAMPLES = 10_000
_BATCH = 200  # resamples at a time, so that thousands of questions fit in memory
SEED = 20250615  # any fixed number: the same two runs always give the same interval


@dataclass(frozen=True, slots=True)
class Comparison:
    """The later run against the earlier one, over the questions both have; `wins` were wrong and are right now."""

    questions: int
    wins: tuple[str, ...]
    losses: tuple[str, ...]
    before: float
    after: float
    low: float  # 95 % interval of after - before
    high: float
    p_value: float  # two-sided
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    changed: tuple[str, ...]  # same id, other question or expectation: left out


def compare_runs(before: Run, after: Run) -> Comparison:
    """Pairs the runs by question id on whether each answer is right. Raises BadInput when they share no question."""
    earlier, later = _by_id(before), _by_id(after)
    shared = [name for name in earlier if name in later]
    changed = tuple(name for name in shared if earlier[name].gold != later[name].gold)
    paired = [name for name in shared if name not in changed]
    if not paired:
        raise BadInput(N_("the two runs have no question in common; compare runs over the same gold files"))
    was, now = [[float(run[name].score.right) for name in paired] for run in (earlier, later)]
    wins = tuple(name for name, a, b in zip(paired, was, now, strict=True) if b > a)
    losses = tuple(name for name, a, b in zip(paired, was, now, strict=True) if b < a)
    low, high = bootstrap_interval([b - a for a, b in zip(was, now, strict=True)])
    return Comparison(
        questions=len(paired),
        wins=wins,
        losses=losses,
        before=sum(was) / len(paired),
        after=sum(now) / len(paired),
        low=low,
        high=high,
        p_value=sign_test(len(wins), len(losses)),
        only_before=tuple(name for name in earlier if name not in later),
        only_after=tuple(name for name in later if name not in earlier),
        changed=changed,
    )


def sign_test(wins: int, losses: int) -> float:
    """Two-sided exact p of the sign test, ties left out (Dixon & Mood 1946; here also McNemar's exact test)."""
    trials = wins + losses
    tail: int = sum(comb(trials, k) for k in range(min(wins, losses) + 1))
    return min(1.0, 2.0 * tail / float(2**trials))


def bootstrap_interval(differences: Sequence[float], level: float = 0.95) -> tuple[float, float]:
    """Percentile interval of the mean of paired differences (Efron 1979); the resampling is seeded."""
    values = np.asarray(differences, dtype=np.float64)
    generator = np.random.default_rng(SEED)
    shape = (_BATCH, len(values))
    means = [values[generator.integers(len(values), size=shape)].mean(axis=1) for _ in range(RESAMPLES // _BATCH)]
    low, high = np.quantile(np.concatenate(means), [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def permutation_test(differences: Sequence[float]) -> float:
    """Two-sided p of the mean paired difference under random signs (Fisher 1935; Smucker et al. 2007 for retrieval).

    Sampled with a fixed seed; the observed signs count as one of the samples, so p is never 0.
    """
    values = np.asarray(differences, dtype=np.float64)
    generator = np.random.default_rng(SEED)
    observed = abs(values.sum()) - 1e-12
    extreme = 0
    for _ in range(RESAMPLES // _BATCH):
        signs = generator.choice((-1.0, 1.0), size=(_BATCH, len(values)))
        extreme += int((np.abs(signs @ values) >= observed).sum())
    return (extreme + 1) / (RESAMPLES + 1)


def paired_difference(before: Run, after: Run, measure: Callable[[Item], float | None]) -> list[float]:
    """Differences of a graded measure over the questions where both runs have it, for the permutation test."""
    earlier = {item.gold.id: measure(item) for item in before.items}
    pairs = [(earlier.get(item.gold.id), measure(item)) for item in after.items]
    return [now - was for was, now in pairs if was is not None and now is not None]


def _by_id(run: Run) -> dict[str, Item]:
    return {item.gold.id: item for item in run.items}
