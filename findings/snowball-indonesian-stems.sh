#!/usr/bin/env bash
# Snowball's Indonesian stemmer (here through PyStemmer) takes first syllables for prefixes: words of unlike meaning get
# one stem, words of one family get several. It matters to whoever compares or counts Indonesian words by their stems.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'PyStemmer==3.0.0'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import Stemmer

print("PyStemmer", version("PyStemmer"))
stem = Stemmer.Stemmer("indonesian").stemWord
rows = {
    "penempatan": "placement", "empat": "four",
    "menteri": "minister", "teri": "anchovy",
    "pemerintah": "government", "perintah": "order", "memerintah": "to govern",
}
for word, meaning in rows.items():
    print(f"{word:12} ({meaning:10}) -> {stem(word)}")

assert stem("penempatan") == stem("empat")  # placement and four
assert stem("menteri") == stem("teri")  # minister and anchovy
assert stem("pemerintah") != stem("perintah")  # one root, "perintah"
PY
