#!/usr/bin/env bash
# pdfium keeps the reason of its last failure, and a PDF without pages (what an empty merge or filter writes) sets none:
# pypdfium2 then says of it what was wrong with the file before. An open file is reported as locked with a password, or
# as failed with "Success" where nothing failed before it. It matters to whoever sorts files by the reason given.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pypdfium2==5.15.2' 'pikepdf==10.18.0'
"$work/venv/bin/python" - <<'PY'
import io
from importlib.metadata import version

import pikepdf
import pypdfium2


def pdf(pages, **options):
    document, file = pikepdf.new(), io.BytesIO()
    for _ in range(pages):
        document.add_blank_page()
    document.save(file, **options)
    return file.getvalue()


def said_of(data):
    try:
        return len(pypdfium2.PdfDocument(data))
    except pypdfium2.PdfiumError as error:
        return str(error).partition("PDFium: ")[2].rstrip(").")


locked = pdf(1, encryption=pikepdf.Encryption(user="one", owner="two"))
files = {"no page": pdf(0), "locked": locked, "no page again": pdf(0), "no PDF": b"text", "no page once more": pdf(0)}
said = {name: said_of(data) for name, data in files.items()}
print("pypdfium2", version("pypdfium2"), "pdfium", pypdfium2.PDFIUM_INFO, "pikepdf", version("pikepdf"))
for name, reason in said.items():
    print(f"{name:18} {reason}")

assert said["no page"] == "Success"
assert said["no page again"] == said["locked"] == "Incorrect password error"
assert said["no page once more"] == said["no PDF"] == "Data format error"
assert said_of(pdf(1)) == 1
PY
