#!/usr/bin/env bash
# pdfium's text of a page has no hyphen where one between letters ends a line: get_text_range() puts U+FFFE there and no
# line break, and the character by itself is told as U+0002; between digits the hyphen and the break stay. Whoever drops
# control characters and noncharacters, as is usual, glues the Indonesian plural "anak-anak" into anakanak.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'pypdfium2==5.3.0'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import pypdfium2
from pypdfium2 import raw

CONTENT = b"BT /F 12 Tf 72 700 Td (Tahun ajaran 2025-) Tj 0 -14 Td (2026 bagi anak-) Tj 0 -14 Td (anak desa) Tj ET"
OBJECTS = [
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>",
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    b"<< /Length %d >>\nstream\n%s\nendstream" % (len(CONTENT), CONTENT),
]


def pdf() -> bytes:
    out, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(OBJECTS, start=1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size, at = len(OBJECTS) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, at)


page = pypdfium2.PdfDocument(pdf())[0].get_textpage()
text = page.get_text_range()
codes = [raw.FPDFText_GetUnicode(page, index) for index in range(page.count_chars())]
print("pypdfium2", version("pypdfium2"), "pdfium", pypdfium2.PDFIUM_INFO)
print(repr(text))
print("characters told one by one as U+0002:", codes.count(2))

assert "2025-\r\n2026" in text
assert "anak\ufffeanak" in text
assert codes.count(2) == 1
assert text.count("-") == 1
PY
