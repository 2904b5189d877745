"""Qualified names of OpenDocument, and attributes as numbers and switches."""

from typing import Any

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE = _BASE % "office"
TEXT = _BASE % "text"
TABLE = _BASE % "table"
DRAW = _BASE % "drawing"
STYLE = _BASE % "style"
FORM = _BASE % "form"
FO = _BASE % "xsl-fo-compatible"
SVG = _BASE % "svg-compatible"
XLINK = "{http://www.w3.org/1999/xlink}"


def number_of(element: Any, name: str, default: int) -> int:
    """An attribute as a number; `default` where there is none."""
    value = element.get(name, "")
    return int(value[:9]) if value[:9].isdecimal() else default


def text_of(element: Any) -> str:
    """All the text within an element, on one line."""
    return " ".join("".join(element.itertext()).split())
