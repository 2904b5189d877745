#!/usr/bin/env bash
# openpyxl opens a workbook saved as "Strict Open XML Spreadsheet" (a choice in Excel's Save As, ISO/IEC 29500) without
# an error and finds no sheet in it: namespaces have other names there. All it says is a warning that something is
# invalid "for 0" and will be removed, about a valid file. Whoever reads folders of workbooks takes a full one for an
# empty one. python-calamine reads it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'openpyxl==3.1.5' 'python-calamine==0.9.1'
"$work/venv/bin/python" - <<'PY'
import io
import warnings
import zipfile
from importlib.metadata import version

import openpyxl
from python_calamine import CalamineWorkbook

USUAL, STRICT = b"http://schemas.openxmlformats.org/%s/2006/", b"http://purl.oclc.org/ooxml/%s/"


def usual():
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Roads", 1250])
    book.save(file)
    return file


def strict(file):
    """The same workbook under the names of the strict form; those of the package itself are the same in both."""
    made = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            for kind in (b"spreadsheetml", b"officeDocument", b"drawingml"):
                part = part.replace(USUAL % kind, STRICT % kind)
            new.writestr(name, part)
    made.seek(0)
    return made


def openpyxl_rows(file):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        book = openpyxl.load_workbook(file)
    return {sheet.title: list(sheet.values) for sheet in book}, [str(each.message) for each in told]


def calamine_rows(file):
    book = CalamineWorkbook.from_filelike(file)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


print("openpyxl", version("openpyxl"), "python-calamine", version("python-calamine"))
print("as usual:", openpyxl_rows(usual()))
print("strict:  ", openpyxl_rows(strict(usual())), "and by calamine", calamine_rows(strict(usual())))

assert openpyxl_rows(usual()) == ({"Sheet": [("Roads", 1250)]}, [])
assert openpyxl_rows(strict(usual())) == ({}, ["File contains an invalid specification for 0. This will be removed"])
assert calamine_rows(strict(usual())) == {"Sheet": [["Roads", 1250.0]]}
PY
