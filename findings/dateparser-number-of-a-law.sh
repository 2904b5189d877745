#!/usr/bin/env bash
# dateparser reads the number and year of an Indonesian law, "12 Tahun 2011" (Number 12 of the Year 2011), as "12 years
# ago", drops the 2011, and search_dates() finds such a date in every sentence that names a law; STRICT_PARSING does not
# help. It matters to whoever takes dates out of regulations: the law of 2011 is of 2013, seen from 2025.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'dateparser==1.5.0'
"$work/venv/bin/python" -W ignore - <<'PY'
from datetime import datetime
from importlib.metadata import version

import dateparser
from dateparser.search import search_dates

NOW = {"RELATIVE_BASE": datetime(2025, 6, 1)}
SENTENCE = "Undang-Undang Nomor 23 Tahun 2014 berlaku sejak 2 Oktober 2014."


def day(text, **settings):
    found = dateparser.parse(text, languages=["id"], settings=NOW | settings)
    return found and found.date().isoformat()


print("dateparser", version("dateparser"))
for text in ("12 Tahun 2011", "6 Tahun 2023", "12 Agustus 2011"):
    print(f"{text:16} -> {day(text)}, strictly {day(text, STRICT_PARSING=True)}")
found = [(text, moment.date().isoformat()) for text, moment in search_dates(SENTENCE, languages=["id"], settings=NOW)]
print(SENTENCE, "->", found)

assert day("12 Agustus 2011") == "2011-08-12"
assert day("12 Tahun 2011") == day("12 Tahun 2011", STRICT_PARSING=True) == "2013-06-01"
assert found == [("23 Tahun 2014", "2002-06-01"), ("2 Oktober 2014", "2014-10-02")]
PY
