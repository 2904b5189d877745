"""How long people wait."""

import math
from collections.abc import Sequence


def percentile(values: Sequence[float], percent: float) -> float | None:
    """The smallest value with at least `percent` % of all values at or below it; None without values.

    The nearest-rank method, which always returns a value that was measured (Hyndman & Fan 1996, definition 1).
    """
    if not values:
        return None
    rank = max(1, math.ceil(percent / 100 * len(values)))
    return sorted(values)[rank - 1]
