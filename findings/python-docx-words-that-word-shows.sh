#!/usr/bin/env bash
# python-docx's paragraph.text holds runs and links only. What was inserted while changes were tracked, filled into a
# content control (the forms of today's Word), or written by a simple field is in no text it gives; a paragraph that is
# in a control as a whole is not among the paragraphs. Nothing is raised: a letter loses its name, day and number.
# Known: github.com/python-openxml/python-docx/issues/1123 and /155.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'python-docx==1.2.0'
"$work/venv/bin/python" - <<'PY'
import io
from importlib.metadata import version

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

PARTS = {
    "Head: ": '<w:ins {} w:id="1" w:author="office"><w:r><w:t>N. N.</w:t></w:r></w:ins>',
    "Day: ": "<w:sdt {}><w:sdtContent><w:r><w:t>7 May 2025</w:t></w:r></w:sdtContent></w:sdt>",
    "Number: ": '<w:fldSimple {} w:instr="DOCPROPERTY Number"><w:r><w:t>12/2025</w:t></w:r></w:fldSimple>',
}
WHOLE = "<w:sdt {}><w:sdtContent><w:p><w:r><w:t>The fee is waived.</w:t></w:r></w:p></w:sdtContent></w:sdt>"


def stored():
    document, file = docx.Document(), io.BytesIO()
    for label, xml in PARTS.items():
        document.add_paragraph(label)._p.append(parse_xml(xml.format(nsdecls("w"))))
    document.element.body.insert(0, parse_xml(WHOLE.format(nsdecls("w"))))
    document.save(file)
    file.seek(0)
    return docx.Document(file)


document = stored()
texts = [paragraph.text for paragraph in document.paragraphs]
inner = [block.text for block in document.iter_inner_content()]
words = "".join(element.text for element in document.element.body.iter("{*}t"))
print("python-docx", version("python-docx"))
print("paragraphs:          ", texts)
print("iter_inner_content():", inner)
print("all text in the file:", repr(words))

assert texts == inner == ["Head: ", "Day: ", "Number: "]
assert words == "The fee is waived.Head: N. N.Day: 7 May 2025Number: 12/2025"
PY
