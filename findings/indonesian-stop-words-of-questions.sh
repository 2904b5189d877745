#!/usr/bin/env bash
# The usual lists of Indonesian stop words (PySastrawi's, and the one of stopwordsiso) hold nouns and verbs that people
# ask about: number, case, month, to take part, to work. Whole questions go, "not" goes as everywhere, and of the
# numbers one to five go while six to ten stay. It matters to whoever takes stop words out before searching.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'PySastrawi==1.2.1' 'stopwordsiso==0.7.1'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import stopwordsiso
from Sastrawi.StopWordRemover.StopWordRemoverFactory import StopWordRemoverFactory

LISTS = {
    "PySastrawi": set(StopWordRemoverFactory().get_stop_words()),
    "stopwordsiso": set(stopwordsiso.stopwords("id")),
}
ASKED = {
    "berapa jumlah kasus setiap bulan": "how many cases are there each month",
    "siapa boleh ikut bekerja": "who may take part in the work",
    "bantuan tidak diberikan": "aid is not given",
    "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh": "one to ten",
}


def left(text):
    return {name: " ".join(word for word in text.split() if word not in words) for name, words in LISTS.items()}


print(", ".join(f"{name} {version(name)} ({len(words)} words)" for name, words in LISTS.items()))
for text, meaning in ASKED.items():
    print(f"{text} ({meaning}) ->", left(text))

remaining = [set(left(text).values()) for text in ASKED]
assert remaining == [{""}, {""}, {"bantuan"}, {"enam tujuh delapan sembilan sepuluh"}]
PY
