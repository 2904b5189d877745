#!/usr/bin/env bash
# FAISS takes a filter for one search (an IDSelector) in an object of search parameters. The kind of object decides what
# else happens: the plain one filters a graph and leaves the efSearch that was set; the graph's own one, named after it,
# sets that aside, so that a filter of everything drops recall from 1 to a fraction. Clusters refuse the plain one, and
# their own sets nprobe aside. It matters to whoever filters by date or owner and tuned the search before.
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


def recalls(index, own, **setting):
    """Recall without a filter, with one in the plain object, in the index's own, in its own with the setting again."""
    try:
        plain = recall(index, faiss.SearchParameters(sel=everything))
    except RuntimeError:
        plain = None
    return [recall(index), plain, recall(index, own(sel=everything)), recall(index, own(sel=everything, **setting))]


of_graph = recalls(graph, faiss.SearchParametersHNSW, efSearch=400)
of_clusters = recalls(clusters, faiss.SearchParametersIVF, nprobe=64)
print("faiss", faiss.__version__, "recall@10: no filter; a filter of everything: plain, own object, own with setting")
for name, row in {"graph": of_graph, "clusters": of_clusters}.items():
    print(f"{name:9}", *("refused" if one is None else f"{one:.2f}" for one in row))

assert min(of_graph[0], of_graph[1], of_graph[3]) > 0.98
assert of_graph[2] < 0.9
assert of_clusters[0] == of_clusters[3] == 1
assert of_clusters[1] is None and of_clusters[2] < 0.4
PY
