#!/usr/bin/env bash
# trafilatura's Markdown counts every numbered list from 1 and in figures: of a list that a sentence interrupts and that
# goes on from 3 (start="3"), or that is lettered (type="a"), the reader gets other numbers than the page shows, and two
# requirements have the same one. It matters to whoever cites requirements or paragraphs of a regulation by number.
# markdownify keeps the start, and drops the letters too.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'trafilatura==2.3.1' 'jusText==3.0.2' \
    'lxml_html_clean==0.4.6' 'markdownify==1.2.3'
"$work/venv/bin/python" - <<'PY'
import re
from importlib.metadata import version

import trafilatura
from markdownify import markdownify

SENTENCE = "Applications are handed in writing to the head of the office together with the papers that are asked for. "
PAGE = f"""<html><body><article><h1>Licence of a midwife</h1><p>{SENTENCE * 3}</p>
<ol><li>letter of application</li><li>copy of the identity card</li></ol>
<p>Whoever works in a hospital adds: {SENTENCE}</p>
<ol start="3"><li>letter of the director</li><li>photograph</li></ol>
<p>The fee is paid {SENTENCE}</p>
<ol type="a"><li>at the counter</li><li>at a bank</li></ol></article></body></html>"""


def items(markdown):
    return re.findall(r"^\s*(\S+)[.)] (.+)$", markdown, re.MULTILINE)


extracted = items(trafilatura.extract(PAGE, output_format="markdown"))
converted = items(markdownify(PAGE))
print("shown:       1 2 3 4 a b")
print("trafilatura", version("trafilatura"), extracted)
print("markdownify", version("markdownify"), converted)

assert [number for number, _ in extracted] == ["1", "2", "1", "2", "1", "2"]
assert [number for number, _ in converted] == ["1", "2", "3", "4", "1", "2"]
PY
