#!/usr/bin/env bash
# rank_bm25's BM25Okapi gives a word that stands in half of the texts no weight, and one in more of them a share of the
# average weight, which in a small collection is itself negative. Then texts with the words of the question score less
# than the one without. It matters to whoever tries a retriever (LangChain's BM25Retriever is this) on a few documents.
# Known: github.com/dorianbrown/rank_bm25/issues/39 and /pull/26. bm25s weighs all words above zero.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'rank_bm25==0.2.2' 'bm25s==0.3.16' 'numpy==2.4.6'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import bm25s
from rank_bm25 import BM25Okapi

HALF = [["training", "for", "migrants"], ["rice", "for", "families"]]
MORE = [["training", "for", "migrants"], ["training", "for", "teachers"], ["grants", "for", "teachers"]]


def okapi(texts, question):
    return [round(float(score), 3) for score in BM25Okapi(texts).get_scores(question)]


def other(texts, question):
    index = bm25s.BM25()
    index.index(texts, show_progress=False)
    return [round(float(score), 3) for score in index.get_scores(question)]


print("rank_bm25", version("rank_bm25"), "bm25s", version("bm25s"))
print("'migrants' in one of two texts:    ", okapi(HALF, ["migrants"]), "bm25s:", other(HALF, ["migrants"]))
print("'training' in two of three texts:  ", okapi(MORE, ["training"]), "bm25s:", other(MORE, ["training"]))

assert okapi(HALF, ["migrants"]) == [0, 0]
assert max(okapi(MORE, ["training"])[:2]) < okapi(MORE, ["training"])[2] == 0
assert min(other(MORE, ["training"])[:2]) > other(MORE, ["training"])[2] == 0
PY
