#!/usr/bin/env bash
# httpx's iter_lines ends a line not only at \n but at U+2028, U+2029 and U+0085: one of them in a text, as text of word
# processors and PDFs has them, cuts a valid line of JSON in the middle, for JSON needs no escape there and pydantic
# writes none. A file of the same bytes has one line. It matters to whoever streams documents or answers as JSON Lines.
# Met by: github.com/vippsas/zeroeventhub/pull/40.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'httpx==0.28.1' 'pydantic==2.14.4'
"$work/venv/bin/python" - <<'PY'
import io
import json

import httpx
import pydantic


class Passage(pydantic.BaseModel):
    text: str


def lines(character):
    sent = (Passage(text=f"Article 1{character}Article 2").model_dump_json() + "\n").encode()
    assert json.loads(sent)["text"] == f"Article 1{character}Article 2"
    received, file = httpx.Response(200, content=sent).iter_lines(), io.TextIOWrapper(io.BytesIO(sent), "utf-8")
    return len(list(received)), len(list(file))


got = {f"U+{ord(one):04X}": lines(one) for one in "\u2028\u2029\u0085\n\f"}
print("httpx", httpx.__version__, "pydantic", pydantic.VERSION, "lines of one JSON line: (httpx, a file)")
print(got)

assert got["U+2028"] == got["U+2029"] == got["U+0085"] == (2, 1)
assert got["U+000A"] == got["U+000C"] == (1, 1)  # written as \n and \f
PY
