#!/usr/bin/env bash
# lxml's HTML parser gives up where elements are nested some 255 deep (tags that an editor never closed are enough), and
# raises nothing: the tree holds none of what is below, nor of what follows after all is closed again. Only the parser's
# error_log tells of it. BeautifulSoup over lxml reads the same page whole.
# Others met it: github.com/Unstructured-IO/unstructured/pull/4340.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'lxml==6.1.3' 'beautifulsoup4==4.15.0'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

from bs4 import BeautifulSoup
from lxml import etree, html


def page(depth):
    return f"<html><body>above {'<div>' * depth}within {'</div>' * depth}below</body></html>"


def unclosed(count):
    return "<html><body>" + "".join(f"<font>line{number} " for number in range(count)) + "</body></html>"


def words(text):
    parser = html.HTMLParser()
    found = html.document_fromstring(text, parser=parser).text_content().split()
    return found, [entry.type_name for entry in parser.error_log if entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT]


print("lxml", version("lxml"), "libxml2", etree.LIBXML_VERSION)
print("200 deep:", words(page(200)))
print("300 deep:", words(page(300)), "and by BeautifulSoup", BeautifulSoup(page(300), "lxml").get_text().split())
lines, told = words(unclosed(300))
print("300 tags left open:", len(lines), "lines, up to", lines[-1], told)

assert words(page(200)) == (["above", "within", "below"], [])
assert words(page(300)) == (["above"], ["ERR_RESOURCE_LIMIT"])
assert BeautifulSoup(page(300), "lxml").get_text().split() == ["above", "within", "below"]
assert len(lines) < 256
PY
