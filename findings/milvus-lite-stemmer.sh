#!/usr/bin/env bash
# Milvus Lite takes an analyzer with a stemmer, says nothing, and does not stem: full-text search finds only the very
# word. Its BM25 "distances" are negative, smallest best, where a server's are positive. It matters to whoever tests with
# Milvus Lite what will run on a server.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pymilvus==3.0.2' 'milvus-lite==3.2.2'
"$work/venv/bin/python" - "$work/lite.db" <<'PY'
import sys
from importlib.metadata import version

from pymilvus import DataType, Function, FunctionType, MilvusClient

print("pymilvus", version("pymilvus"), "milvus-lite", version("milvus-lite"))
client = MilvusClient(sys.argv[1])
schema = client.create_schema(auto_id=False)
schema.add_field("id", DataType.INT64, is_primary=True)
analyzer = {"tokenizer": "standard", "filter": ["lowercase", {"type": "stemmer", "language": "english"}]}
schema.add_field("text", DataType.VARCHAR, max_length=200, enable_analyzer=True, analyzer_params=analyzer)
schema.add_field("words", DataType.SPARSE_FLOAT_VECTOR)
schema.add_function(Function("bm25", FunctionType.BM25, input_field_names=["text"], output_field_names=["words"]))
index = client.prepare_index_params()
index.add_index("words", index_type="SPARSE_INVERTED_INDEX", metric_type="BM25")
client.create_collection("notes", schema=schema, index_params=index)
client.insert("notes", [{"id": 1, "text": "the harbour was opened"}, {"id": 2, "text": "a school closes"}])


def found(word):
    (hits,) = client.search("notes", data=[word], anns_field="words", limit=2, search_params={"metric_type": "BM25"})
    return [(hit["id"], round(hit["distance"], 3)) for hit in hits if hit["distance"]]


for word in ("opened", "opening", "open"):
    print(f"{word:8} -> {found(word)}")
assert [number for number, _ in found("opened")] == [1]
assert found("opening") == [] == found("open")  # one stem with "opened", had it been stemmed
assert found("opened")[0][1] < 0
PY
