#!/usr/bin/env bash
# FAISS takes a filter for one search (an IDSelector) in an object of search parameters, and that object stands for all
# settings of the index: nprobe, efSearch or k_factor set there before count no more. A filter that lets every row
# through drops recall from 1 to a fraction. It matters to whoever filters by date or owner and tuned the search first.
# Others met it: github.com/blevesearch/go-faiss/pull/32.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'faiss-cpu==1.15.1' 'numpy==2.4.6'
"$work/venv/bin/python" - <<'PY'
import faiss
import numpy as np

DIMENSIONS, ROWS, NEAREST = 32, 5000, 10
drawn = np.random.default_rng(0)
vectors = drawn.standard_normal((ROWS, DIMENSIONS), np.float32)
queries = drawn.standard_normal((100, DIMENSIONS), np.float32)
exact = faiss.IndexFlatL2(DIMENSIONS)
exact.add(vectors)
nearest = exact.search(queries, NEAREST)[1]


def built(recipe):
    index = faiss.index_factory(DIMENSIONS, recipe)
    index.train(vectors)
    index.add(vectors)
    return index


def recall(index, parameters=None):
    found = index.search(queries, NEAREST, params=parameters)[1]
    return float(np.mean([len(set(row) & set(true)) / NEAREST for row, true in zip(found, nearest, strict=True)]))


clusters, graph, everything = built("IVF64,Flat"), built("HNSW16,Flat"), faiss.IDSelectorRange(0, ROWS)
clusters.nprobe, graph.hnsw.efSearch = 64, 400
rows = {
    "clusters": (clusters, faiss.SearchParametersIVF, {"nprobe": 64}),
    "graph": (graph, faiss.SearchParametersHNSW, {"efSearch": 400}),
}
measured = {
    name: [recall(index), recall(index, kind(sel=everything)), recall(index, kind(sel=everything, **again))]
    for name, (index, kind, again) in rows.items()
}
print("faiss", faiss.__version__, "recall@10: as set, with a filter of everything, with filter and setting together")
for name, recalls in measured.items():
    print(f"{name:9}", *(f"{one:.2f}" for one in recalls))

assert measured["clusters"][0] == measured["clusters"][2] == 1
assert measured["clusters"][1] < 0.4
assert min(measured["graph"][0], measured["graph"][2]) > 0.98
assert measured["graph"][1] < 0.9
PY
