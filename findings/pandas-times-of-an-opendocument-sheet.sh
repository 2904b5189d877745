#!/usr/bin/env bash
# An OpenDocument cell keeps its time in an attribute (PT08H30M00S) and, beside it, the text that is shown. pandas reads
# dates and numbers from attributes but times from the text: shown with full stops, as Indonesian writes them, 08.30 is
# taken for a date and comes out as midnight; 13.30, and a duration above 24 hours, stop the reading of the whole file.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pandas==3.1.1' 'odfpy==1.4.1'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version
from io import BytesIO

import pandas as pd
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P


def sheet(cell, shown):
    document, table, row, saved = OpenDocumentSpreadsheet(), Table(name="hours"), TableRow(), BytesIO()
    cell.addElement(P(text=shown))
    row.addElement(cell)
    table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(saved)
    return saved


def read(cell, shown):
    try:
        return str(pd.read_excel(sheet(cell, shown), engine="odf", header=None).iloc[0, 0])
    except ValueError as error:
        return type(error).__name__


def time(value, shown):
    return read(TableCell(valuetype="time", timevalue=value), shown)


rows = [
    ("PT08H30M00S", "08:30"), ("PT08H30M00S", "08.30"), ("PT10H11M12S", "10.11.12"),
    ("PT13H30M00S", "13.30"), ("PT36H30M00S", "36:30:00"),
]
got = [time(*row) for row in rows]
date = read(TableCell(valuetype="date", datevalue="2025-08-17"), "17.08.25")
print("pandas", pd.__version__, "odfpy", version("odfpy"))
for (value, shown), found in zip(rows, got, strict=True):
    print(f"{value} shown as {shown:8} -> {found}")
print("2025-08-17 shown as 17.08.25 ->", date)

assert got == ["08:30:00", "00:00:00", "00:00:00", "ValueError", "DateParseError"]
assert date == "2025-08-17 00:00:00"  # of the attribute
PY
