"""Text of elements on one line."""

import re
from collections.abc import Iterator
from typing import Any

from rag.documents.loaders.html.lists import LISTS, markers_of

# Every other element, known or not, runs on in its line.
_BLOCKS = frozenset(
    (
        *("article", "aside", "audio", "blockquote", "body", "button", "caption", "center", "col", "colgroup", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1"),
        *("h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "img", "input", "legend", "li", "main"),
        *("menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "select", "summary", "table"),
        *("tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video"),
    )
)

_RAISED = frozenset(("sup", "sub"))
_SEAM = re.compile(r"[^\W\d_A-Z][A-Z\d]|[\d).%][A-Z]")  # no word goes on so


def is_inline(tag: str) -> bool:
    """Whether an element of that name runs on in its line; breaks are told apart by whoever asks."""
    return tag not in _BLOCKS and tag != "br"


def are_apart(one: Any, other: Any) -> bool:
    """Whether two inline elements side by side are two things that a style sets apart: "Harga anak", "Rp25.000"."""
    if _RAISED.intersection((one.tag, other.tag)):
        return False
    return _SEAM.search(f"{one.text_content()[-1:]}{other.text_content()[:1]}") is not None


def inline_text(element: Any, breaks: bool = False) -> str:
    """Text of an element on one line; what is not inline stands apart from its neighbours.

    `breaks`: where the page breaks a line, so does the text.
    """
    return "".join(squeeze(text) if text != "\n" else text for text in _texts(element, breaks))


def words_of(element: Any) -> str:
    """All words of an element, one blank between them."""
    return " ".join(inline_text(element).split())


def squeeze(text: str | None) -> str:
    """Line ends of the source are blanks in HTML; blanks at the ends part words and stay."""
    if not text:
        return ""
    inner = " ".join(text.split())
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() and inner else "")


def _texts(element: Any, breaks: bool) -> Iterator[str]:
    yield element.text or ""
    markers = {item: f"{marker} " for item, marker in markers_of(element)} if element.tag in LISTS else {}
    before: Any = None
    for child in element:
        if child.tag == "br":
            yield "\n" if breaks else " "
        elif isinstance(child.tag, str):
            apart = "" if is_inline(child.tag) else " "
            yield " " if not apart and before is not None and are_apart(before, child) else ""
            yield apart
            yield markers.get(child, "")
            yield from _texts(child, breaks)
            yield apart
        before = child if isinstance(child.tag, str) and child.tag != "br" and not child.tail else None
        yield child.tail or ""
