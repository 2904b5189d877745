"""The tree of a page without what a reader does not see: scripts, controls, hidden and struck-out text, note marks."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from rag.documents.loaders.html.closing import with_parts_closed
from rag.documents.loaders.html.inline import words_of
from rag.documents.raised import raised_after
from rag.errors import UnreadableDocument
from rag.types import LeftOut, Omission
from rag.wording.words import N_

_UNSEEN = (
    *("script", "style", "noscript", "template", "iframe", "svg", "object", "canvas", "video", "audio", "map"),
    *("select", "datalist", "textarea", "meter", "progress"),
)
_STRUCK = frozenset(("del", "s", "strike"))
# Not shown, without colour or size, or beside the page: what nobody reads, a machine must not either.
_INVISIBLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?<![\w-])opacity\s*:\s*0*(?:\.0+)?\s*(?:%|;|!|$)"
    r"|font-size\s*:\s*(?:0|[01](?:\.\d+)?(?:px|pt)|0?\.[01]\d*r?em)\s*(?:;|!|$)"
    r"|(?:left|top|text-indent)\s*:\s*-\d{4,}(?:px|pt)?|color\s*:\s*transparent\s*(?:;|!|$)",
    re.IGNORECASE,
)
_LINE_THROUGH = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_READ_ALOUD = re.compile(r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:\s|$)")
_TOO_DEEP = N_(
    "its elements are nested more than 255 deep, and what stands below that cannot be read;"
    " open it in a browser and save it as PDF"
)
_OPENERS = ("aria-controls", "data-target", "data-bs-target")


def tree_of(source: str, path: Path) -> tuple[Any, list[str]]:
    """The page as lxml reads it, scripts and controls gone, and its JSON-LD. Raises UnreadableDocument."""
    parser = lxml_html.HTMLParser(encoding="utf-8")
    try:
        # Bytes, because lxml refuses text that declares its own encoding.
        tree = lxml_html.document_fromstring(with_parts_closed(source).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        message = N_("no page can be read from this HTML; open and save it again")
        raise UnreadableDocument(str(path), message) from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        # lxml drops what is below, without a word.
        raise UnreadableDocument(str(path), _TOO_DEEP)
    scripts = [script.text or "" for script in tree.xpath("//script[@type='application/ld+json']")]
    etree.strip_elements(tree, etree.Comment, etree.ProcessingInstruction, *_UNSEEN, with_tail=False)
    return tree, scripts


def take_out_unseen(tree: Any) -> Iterator[LeftOut]:
    """Takes out what is hidden, struck out or the mark of a note, and tells of it."""
    opened = set(_opened_ids(tree))
    for element in list(tree.iter("*")):
        reason = _reason(element, opened)
        if reason is not None and element.getparent() is not None:
            yield from take_out(element, reason)
    for raised in list(tree.iter("sup")):
        yield from _read_raised(raised)


def take_out(element: Any, reason: Omission) -> Iterator[LeftOut]:
    """Removes an element, what follows it stays; tells of its words."""
    words = words_of(element)
    element.drop_tree()
    if words:
        yield LeftOut(words, reason)


def _opened_ids(tree: Any) -> Iterator[str]:
    """Ids of panels that a button or tab opens: hidden at first, and part of the page."""
    for element in tree.iter("*"):
        for name in _OPENERS:
            yield from element.get(name, "").replace("#", " ").split()
        if element.tag == "a" and element.get("href", "").startswith("#"):
            yield element.get("href")[1:]


def _reason(element: Any, opened: set[str]) -> Omission | None:
    style = element.get("style", "")
    if element.tag in _STRUCK or (style and _LINE_THROUGH.search(style)):
        return Omission.STRUCK
    hidden = element.get("hidden") is not None or element.get("aria-hidden", "").lower() == "true"
    unseen = hidden or _INVISIBLE.search(style) or _READ_ALOUD.search(element.get("class", ""))
    return Omission.HIDDEN if unseen and not _is_opened(element, opened) else None


def _is_opened(element: Any, opened: set[str]) -> bool:
    """Whether a button opens an element: it names it, or stands right before it, alone or as all of a heading."""
    if element.get("id") in opened or element.get("role") == "tabpanel":
        return True
    previous = element.getprevious()
    button = None if previous is None else next(previous.iter("button", "summary"), None)
    return button is not None and words_of(button) == words_of(previous)


def _read_raised(element: Any) -> Iterator[LeftOut]:
    """Raised figures: an exponent stays as one, the mark of a note is no part of the number before it."""
    before, said = _before(element), element.text_content().strip()
    if not before or before[-1].isspace():
        return
    shown = raised_after(before, said)
    if shown is None:
        yield from take_out(element, Omission.NOTE_MARK)
    elif shown != said:
        element.clear(keep_tail=True)
        element.text = shown


def _before(element: Any) -> str:
    """The text that stands right before an element in its paragraph; "" at its beginning."""
    previous, parent = element.getprevious(), element.getparent()
    text = (parent.text if previous is None else previous.tail) or ""
    if text or previous is None:
        return str(text)
    return str(previous.text_content())
