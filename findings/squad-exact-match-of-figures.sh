#!/usr/bin/env bash
# Exact match as SQuAD's script defined it, here in DSPy, takes all punctuation and the English articles out of both
# answers. So 2.5 million is exactly 25 million, -5 is 5, and the class "A" of a licence is no class at all. Whoever
# measures answers that are figures, or Indonesian ones, counts answers ten times off as right.
# Others met it: github.com/huggingface/lighteval/pull/1273.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'dspy==3.4.1'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from dspy.evaluate.metrics import EM, F1

WRONG = {
    "25 million": "2.5 million",
    "Rp125.000": "Rp12.500,0",
    "5 degrees": "-5 degrees",
    "driving licence": "driving licence A",
    "71/1/2025": "7/11/2025",
}
found = {given: (EM(given, [true]), F1(given, [true])) for given, true in WRONG.items()}
print("dspy", version("dspy"))
for given, true in WRONG.items():
    print(f"{given!r:18} for {true!r:20} exact match, F1: {found[given]}")

assert set(found.values()) == {(True, 1.0)}
assert EM("26 million", ["25 million"]) == False  # noqa: E712, a figure that differs is seen
PY
