#!/usr/bin/env bash
# markitdown takes a workbook through pandas' HTML: one empty or broken figure in a column decides how all others are
# written. A budget of 1,250,750,500 comes out as 1.250750e+09, its last digits gone; a code kept as the text "007"
# comes out as 7, and a programme called NA as NaN. It matters to whoever gives the Markdown to a model.
# Known in part: github.com/microsoft/markitdown/issues/2532.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'markitdown[xlsx]==0.1.9' 'pandas==3.1.1' 'openpyxl==3.1.5'
"$work/venv/bin/python" - <<'PY'
import io
from importlib.metadata import version

import openpyxl
from markitdown import MarkItDown

ROWS = [["007", "Roads", 1_250_750_500, 1200], ["008", "NA", 987_654_321.75, None]]


def written(rows):
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in [["Code", "Programme", "Budget", "People"], *rows]:
        book.active.append(row)
    book.save(file)
    file.seek(0)
    lines = MarkItDown().convert_stream(file, file_extension=".xlsx").text_content.splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[-len(rows) :]]


print("markitdown", version("markitdown"), "pandas", version("pandas"))
alone, both = written(ROWS[:1]), written(ROWS)
print("the first row by itself:", alone)
print("beside a second one:    ", both)

assert alone == [["7", "Roads", "1250750500", "1200"]]
assert both == [["7", "Roads", "1.250750e+09", "1200.0"], ["8", "NaN", "9.876543e+08", "NaN"]]
PY
