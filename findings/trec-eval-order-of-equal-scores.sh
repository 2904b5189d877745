#!/usr/bin/env bash
# pytrec_eval (and ir_measures, which uses it) ranks a run itself: by scores cut to single precision, equal ones by the
# document ids from z to a. The order that the retriever gave counts for nothing, and one run is measured at 1 or at 1/2
# by what a document is called; scores that differ in the ninth digit are equal.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pytrec_eval-terrier==0.5.11' 'ir_measures==0.4.3'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import ir_measures
import pytrec_eval


def measured(right, other, first=1.0, second=1.0):
    """Reciprocal rank of the right document, which the run has first."""
    judged, run = {"q": {right: 1}}, {"q": {right: first, other: second}}
    found = pytrec_eval.RelevanceEvaluator(judged, {"recip_rank"}).evaluate(run)["q"]["recip_rank"]
    assert found == ir_measures.calc_aggregate([ir_measures.RR], judged, run)[ir_measures.RR]
    return found


rows = {
    "equal scores, called z, before a": measured("z", "a"),
    "equal scores, called a, before z": measured("a", "z"),
    "called a, better in the sixth digit": measured("a", "z", 0.900001, 0.9),
    "called a, better in the ninth digit": measured("a", "z", 0.900000001, 0.9),
}
print("pytrec_eval-terrier", version("pytrec_eval-terrier"), "ir_measures", version("ir_measures"))
for name, value in rows.items():
    print(f"{name:37} {value}")

assert list(rows.values()) == [1, 0.5, 1, 0.5]
PY
