"""Text of elements on one line."""

from collections.abc import Iterator
from typing import Any

from rag.documents.loaders.html.lists import LISTS, markers_of

INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "address", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font"),
        *("i", "ins", "kbd", "label", "mark", "nobr", "output", "q", "ruby", "samp", "small", "span", "strong", "sub"),
        *("sup", "time", "tt", "u", "var", "wbr"),
    )
)


def inline_text(element: Any, breaks: bool = False) -> str:
    """Text of an element on one line; what is not inline stands apart from its neighbours.

    `breaks`: where the page breaks a line, so does the text.
    """
    return "".join(squeeze(text) if text != "\n" else text for text in _texts(element, breaks))


def squeeze(text: str | None) -> str:
    """Line ends of the source are blanks in HTML; blanks at the ends part words and stay."""
    if not text:
        return ""
    inner = " ".join(text.split())
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() and inner else "")


def _texts(element: Any, breaks: bool) -> Iterator[str]:
    yield element.text or ""
    markers = {item: f"{marker} " for item, marker in markers_of(element)} if element.tag in LISTS else {}
    for child in element:
        if child.tag == "br":
            yield "\n" if breaks else " "
        elif isinstance(child.tag, str):
            apart = "" if child.tag in INLINE else " "
            yield apart
            yield markers.get(child, "")
            yield from _texts(child, breaks)
            yield apart
        yield child.tail or ""
