#!/usr/bin/env bash
# The library limits (below slowapi and Flask-Limiter) can charge a request more than one (cost=). In a fixed window a
# request that is refused for want of allowance is charged all the same: after 8 of 10 and a refused 8, nothing is left
# for one that costs 1, and a first request of 11 closes the window to everybody's small ones. The moving window and the
# sliding counter charge only what they let through.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'limits==5.8.0'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import STRATEGIES

TEN = parse("10 per day")


def let_through(strategy, *costs):
    limiter = STRATEGIES[strategy](MemoryStorage())
    return [limiter.hit(TEN, "somebody", cost=cost) for cost in costs]


print("limits", version("limits"), "of 10 a day; costs 8, 8, 1 and 11, 1")
seen = {name: (let_through(name, 8, 8, 1), let_through(name, 11, 1)) for name in sorted(STRATEGIES)}
for name, found in seen.items():
    print(f"{name:24}", *found)

assert seen["fixed-window"] == ([True, False, False], [False, False])
assert seen["moving-window"] == seen["sliding-window-counter"] == ([True, False, True], [False, True])
PY
