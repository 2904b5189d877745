#!/usr/bin/env bash
# lxml's HTML parser passes over the end of a header, menu or footer where a <div> in it was left open. A browser closes the
# <div> there and goes on behind the header. In lxml's tree all of the page that follows stands inside of it, so that whoever
# takes headers and menus out before reading a page is left with nothing, and nothing is raised. Pages put together from
# parts ("header.php", "footer.php") are like that. html5lib and selectolax build the tree that browsers do.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'lxml==6.1.3' 'html5lib==1.1' 'selectolax==0.4.10'
"$work/venv/bin/python" - <<'PY'
from importlib.metadata import version

import html5lib
from lxml import etree, html
from selectolax.lexbor import LexborHTMLParser

SAID = "The office is open until 15.30."
PAGE = "<!doctype html><html><body><{0}><div class=bar><a href=/>Menu</a></{0}><p>" + SAID + "</p></body></html>"


def by_lxml(page, part):
    tree = html.document_fromstring(page)
    for found in list(tree.iter(part)):
        found.drop_tree()
    return tree.text_content().strip()


def by_html5lib(page, part):
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    body = tree.find("body")
    for found in body.findall(part):
        body.remove(found)
    return "".join(body.itertext()).strip()


def by_selectolax(page, part):
    tree = LexborHTMLParser(page)
    for found in tree.css(part):
        found.decompose()
    return tree.body.text().strip()


readers = (by_lxml, by_html5lib, by_selectolax)
print("libxml2", etree.LIBXML_VERSION, *(f"{name} {version(name)}" for name in ("lxml", "html5lib", "selectolax")))
for part in ("header", "nav", "footer", "section"):
    left = [read(PAGE.format(part), part) for read in readers]
    print(f"{part:8}", dict(zip(("lxml", "html5lib", "selectolax"), left, strict=True)))
    assert left == ["", SAID, SAID]
PY
