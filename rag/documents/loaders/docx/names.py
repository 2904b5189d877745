"""Qualified names of WordprocessingML, and attributes as Word reads them."""

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def value_of(element: Any | None, name: str) -> str | None:
    """The value of a child such as <w:numId w:val="3"/>; None without child or value."""
    child = None if element is None else element.find(W + name)
    value: str | None = None if child is None else child.get(W + "val")
    return value


def number_of(element: Any | None, name: str, default: int | None = None) -> int | None:
    """The value of a child as a number; `default` where there is none."""
    value = value_of(element, name) or ""
    # Python refuses to read a number of thousands of digits.
    return int(value[:9]) if value.lstrip("-")[:9].isdecimal() else default


def switch_of(element: Any | None, *names: str) -> bool | None:
    """Whether one of the switches (bold, hidden ...) is on; None where the element says nothing."""
    for name in names:
        child = None if element is None else element.find(W + name)
        if child is not None:
            return child.get(W + "val", "true") not in {"0", "false", "off", "none"}
    return None
