#!/usr/bin/env bash
# pandas, told that thousands are parted by full stops as in Indonesian, takes each full stop out of whatever then is a
# number, wherever it stands: account codes of a budget, as 5.1.02 and 5.10.2, become one and the same whole number, and
# 17.08.2025 becomes 17082025. A letter in one cell keeps the whole column as text. It matters to whoever reads tables.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pandas==3.1.1' 'lxml==6.1.3'
"$work/venv/bin/python" - <<'PY'
from io import StringIO

import pandas as pd

ROWS = [["code", "paid on", "amount"], ["5.1.02", "17.08.2025", "1.250.750"], ["5.10.2", "18.08.2025", "12.500"]]
INDONESIAN = {"thousands": ".", "decimal": ","}


def page(rows):
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows[1:])
    heads = "".join(f"<th>{cell}</th>" for cell in rows[0])
    return f"<table><tr>{heads}</tr>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def of_page(rows):
    return pd.read_html(StringIO(page(rows)), **INDONESIAN)[0].to_dict("list")


def of_csv(rows):
    return pd.read_csv(StringIO("\n".join(map(";".join, rows))), sep=";", **INDONESIAN).to_dict("list")


with_letter = [*ROWS, ["5.1.02.A", "19.08.2025", "0"]]
print("pandas", pd.__version__)
print("table of a page:", of_page(ROWS))
print("CSV:            ", of_csv(ROWS))
print("with a letter:  ", of_csv(with_letter)["code"])

assert of_page(ROWS) == of_csv(ROWS)
assert of_csv(ROWS)["amount"] == [1250750, 12500]
assert of_csv(ROWS)["code"] == [5102, 5102]
assert of_csv(ROWS)["paid on"] == [17082025, 18082025]
assert of_csv(with_letter)["code"] == ["5.1.02", "5.10.2", "5.1.02.A"]
PY
