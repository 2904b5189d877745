"""The numbers, letters and bullets that a browser shows before the items of a list."""

import re
from collections.abc import Iterator
from typing import Any

LISTS = frozenset(("ul", "ol", "menu", "dir"))
_STYLES = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "decimal": "1",
           "lower-roman": "i", "upper-roman": "I", "none": ""}  # fmt: skip
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*(?:\w+\s+)?([\w-]+)", re.IGNORECASE)
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST = 3999


def markers_of(element: Any) -> Iterator[tuple[Any, str]]:
    """Each child of a list with the marker of an item: "3.", "c.", "iv.", "-"; "" for other children."""
    items = [child for child in element if child.tag == "li"]
    if element.tag != "ol":
        yield from ((child, "-" if child.tag == "li" else "") for child in element)
        return
    down = element.get("reversed") is not None
    number = _number(element.get("start"), len(items) if down else 1)
    kind = _kind(element)
    for child in element:
        if child.tag != "li":
            yield child, ""
            continue
        number = _number(child.get("value"), number)
        yield child, f"{written(number, kind)}." if kind else "-"
        number += -1 if down else 1


def written(number: int, kind: str) -> str:
    """A number as "1", "a", "A", "i" or "I" count; what these cannot write is written in figures."""
    if kind in "aA" and number > 0:
        letters = _letters(number)
    elif kind in "iI" and 0 < number <= _LARGEST:
        letters = _roman(number)
    else:
        return str(number)
    return letters.upper() if kind.isupper() else letters


def _kind(element: Any) -> str:
    styled = _STYLE.search(element.get("style", ""))
    kind = _STYLES.get(styled[1].lower()) if styled else None
    return kind if kind is not None else {"a": "a", "A": "A", "i": "i", "I": "I"}.get(element.get("type", ""), "1")


def _number(value: str | None, otherwise: int) -> int:
    # Python refuses to read a number of thousands of digits.
    return int(value) if value is not None and re.fullmatch(r"-?\d{1,6}", value.strip(), re.ASCII) else otherwise


def _letters(number: int) -> str:
    found = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        found = chr(ord("a") + letter) + found
    return found


def _roman(number: int) -> str:
    found = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        found += letters * count
    return found
