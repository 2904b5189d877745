#!/usr/bin/env bash
# mammoth, by which markitdown too reads Word, keeps that a paragraph is numbered and not its number: a list that goes on
# after a sentence begins at 1 again, letters become figures, and of headings numbered by Word ("Article 7") the number
# is gone. Citing by these numbers names other requirements than the page. The text alone (extract_raw_text) has none.
# Known: github.com/mwilliamson/python-mammoth/issues/27 and /59.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'mammoth==1.13.0' 'python-docx==1.2.0'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version
from io import BytesIO

import docx
import mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
LISTS = {71: (1, "lowerLetter", "%1."), 72: (7, "decimal", "Article %1")}


def define(document):
    numbering = document.part.numbering_part.element
    for key, (start, kind, text) in LISTS.items():
        level = LEVEL.format(start=start, kind=kind, text=text)
        abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">{level}</w:abstractNum>'
        number = f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
        numbering.insert(0, parse_xml(abstract))
        numbering.append(parse_xml(number))


def numbered(document, text, key, style=None):
    paragraph = document.add_paragraph(text, style=style)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = key


document, saved = docx.Document(), BytesIO()
define(document)
numbered(document, "Fees", 72, style="Heading 1")
for text in ("letter", "identity card"):
    document.add_paragraph(text, style="List Number")
document.add_paragraph("Hospitals add:")
document.add_paragraph("photograph", style="List Number")
document.add_paragraph("Paid:")
numbered(document, "at a bank", 71)
document.save(saved)
html, text = mammoth.convert_to_html(saved), mammoth.extract_raw_text(saved).value.split("\n\n")
print("shown: Article 7 Fees; 1. letter, 2. identity card; Hospitals add: 3. photograph; Paid: a. at a bank")
print("mammoth", version("mammoth"), html.value, html.messages)
print("text only:", text)

assert "<h1>Fees</h1>" in html.value and "Article" not in html.value
assert "<li>identity card</li></ol><p>Hospitals add:</p><ol><li>photograph</li></ol>" in html.value
assert html.value.endswith("<p>Paid:</p><ol><li>at a bank</li></ol>") and html.messages == []
assert text[:5] == ["Fees", "letter", "identity card", "Hospitals add:", "photograph"]
PY
