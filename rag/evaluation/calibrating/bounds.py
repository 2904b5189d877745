"""What so many wrong of so many allow to say about the share of wrong ones among all that might have been drawn."""


def upper_bound(wrong: int, shown: int, error: float) -> float:
    """One-sided upper bound (Clopper & Pearson 1934): the true share, 0..1, is above it in at most `error` of cases.

    It is at most x exactly where a binomial test at level `error` rejects that the share is more than x.
    """
    from scipy.special import betaincinv  # 0.3 s, which no other command should take

    return 1.0 if wrong >= shown else float(betaincinv(wrong + 1, shown - wrong, 1 - error))


def fewest(wrong: int, at_most: float, error: float) -> int:
    """How many must be shown, `wrong` of them wrong, for `upper_bound` to be `at_most`, which is above 0."""
    low, high = wrong, wrong + 1
    while upper_bound(wrong, high, error) > at_most:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if upper_bound(wrong, middle, error) <= at_most else (middle, high)
    return high


def fewest_at_rate(rate: float, at_most: float, error: float) -> int | None:
    """How many must be shown when this share of them, 0..1, is wrong; None where it leaves no room for a bound."""
    if rate > 0.9 * at_most:
        return None
    wrong = 0
    while True:
        shown = fewest(wrong, at_most, error)
        if wrong >= rate * shown:
            return shown
        wrong += 1
