"""One small whole file of each kind that is read."""

import io
from collections.abc import Mapping
from email.message import EmailMessage

import docx
import openpyxl
import pptx

from tests.rag.documents.loaders.pages import lines_from, pdf_of
from tests.rag.documents.loaders.test_odt import item, odt, p, row

PROSE = "Pelatihan kerja di Kampung Sukaria dibuka untuk 250 warga pada 4 Mei 2026 dan tidak dipungut biaya."
ROWS = (("Kampung", "Peserta", "Tanggal"), ("Sukaria", "1.250", "4 Mei 2026"), ("Melati", "38,5", ""))
MARKDOWN = f"""---
title: Pelatihan kerja
date: 2026-05-04
publisher: Dinas Contoh
based_on:
  - publisher: Kabar Contoh
---

# Pelatihan

{PROSE}

| Kampung | Peserta |
|---|---|
| Sukaria | 1.250 |

- satu
- dua

Pasal 1

(1) Peserta wajib hadir:
a. tepat waktu; dan
b. berseragam.
"""
HTML = f"""<!doctype html><html lang="id"><head><title>Pelatihan</title><meta name="date" content="2026-05-04">
<script type="application/ld+json">
{{"@type": "NewsArticle", "headline": "Pelatihan", "datePublished": "2026-05-04"}}
</script>
</head><body><nav><a href="/">Beranda</a></nav><main><h1>Pelatihan</h1><p>{PROSE}</p>
<table><tr><th rowspan="2">Kampung</th><th colspan="2">Peserta</th></tr><tr><td>1.250</td><td>38</td></tr></table>
<ul><li>satu</li><li>dua<sup>2</sup></li></ul></main></body></html>"""
LINES = f'{{"id": "a", "title": "Satu", "text": "{PROSE}"}}\n{{"id": 7, "text": "Dua.", "date": "2026-05-04"}}\n'


def samples() -> Mapping[str, bytes]:
    """By suffix."""
    return {
        ".txt": f"PENGUMUMAN\n\n{PROSE}\n\n1. satu\n2. dua\n".encode(),
        ".md": MARKDOWN.encode(),
        ".html": HTML.encode(),
        ".jsonl": LINES.encode(),
        ".csv": "\n".join(";".join(cells) for cells in ROWS).encode(),
        ".eml": _message(),
        ".mht": _message(HTML),
        ".pdf": pdf_of([lines_from(700, [PROSE[:60], PROSE[60:], *(" ".join(cells) for cells in ROWS)])]),
        ".docx": _word(),
        ".xlsx": _workbook(),
        ".pptx": _slides(),
        ".odt": odt(p(PROSE) + item("satu", "dua") + "".join(row(*cells) for cells in ROWS)),
    }


def _message(page: str | None = None) -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = "Undangan", "a@contoh.example", "b@contoh.example"
    made["Date"] = "Mon, 04 May 2026 09:00:00 +0700"
    made.set_content(page or PROSE, subtype="html" if page else "plain")
    if page is None:
        made.add_attachment(PROSE.encode(), maintype="text", subtype="plain", filename="catatan.txt")
    return made.as_bytes()


def _word() -> bytes:
    made, buffer = docx.Document(), io.BytesIO()
    made.add_heading("Pelatihan", 1)
    made.add_paragraph(PROSE)
    made.add_paragraph("satu", style="List Number")
    table = made.add_table(rows=0, cols=3)
    for cells in ROWS:
        for cell, said in zip(table.add_row().cells, cells, strict=True):
            cell.text = said
    made.save(buffer)
    return buffer.getvalue()


def _workbook() -> bytes:
    made, buffer = openpyxl.Workbook(), io.BytesIO()
    sheet = made.active
    for cells in (*ROWS, ("Jumlah", 1288.5, None), ("Rumus", "=B2*2", True)):
        sheet.append(cells)
    sheet.merge_cells("A6:B6")
    made.save(buffer)
    return buffer.getvalue()


def _slides() -> bytes:
    made, buffer = pptx.Presentation(), io.BytesIO()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "Pelatihan"
    slide.placeholders[1].text = PROSE
    made.save(buffer)
    return buffer.getvalue()
