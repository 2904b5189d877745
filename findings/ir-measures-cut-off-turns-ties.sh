#!/usr/bin/env bash
# ir_measures hands each measure of one call to the program that knows it, and these order documents of equal score in
# opposite ways: RR goes to trec_eval (last id first), RR@10 to MS MARCO's measure (first id first). So a cut-off at ten
# makes a whole point of half a one in a run of two documents. It matters to whoever compares rounded scores.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'ir_measures==0.4.3' 'pytrec-eval-terrier==0.5.11'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from ir_measures import RR, P, Qrel, ScoredDoc, calc_aggregate

MEASURES = [RR, RR @ 10, P @ 1]


def measured(relevant, first=1.0, second=1.0):
    run = [ScoredDoc("q", "law-a", first), ScoredDoc("q", "law-b", second)]
    figures = calc_aggregate(MEASURES, [Qrel("q", relevant, 1)], run)
    return [figures[measure] for measure in MEASURES]


print("ir_measures", version("ir_measures"), [str(measure) for measure in MEASURES])
print("equal scores, law-a is relevant:", measured("law-a"))
print("equal scores, law-b is relevant:", measured("law-b"))
print("law-a scores higher and is relevant:", measured("law-a", first=2.0))

assert measured("law-a") == [0.5, 1.0, 0.0]  # found first, says RR@10; not at the first place, says P@1
assert measured("law-b") == [1.0, 0.5, 1.0]
assert measured("law-a", first=2.0) == [1.0, 1.0, 1.0]
PY
