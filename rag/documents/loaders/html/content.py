"""Which part of a page is its content, by the tags, roles and classes that pages use and by how much of it is links."""

import re
from collections.abc import Iterator
from typing import Any

from rag.documents.loaders.html.inline import words_of
from rag.documents.loaders.html.panels import opens_answer
from rag.documents.loaders.html.tree import take_out
from rag.types import LeftOut, Omission

_MENUS = (
    "self::nav or @role='navigation' or @role='search' or @role='menu' or @role='menubar' or @role='banner'"
    " or @role='contentinfo' or @role='alertdialog' or self::dialog"
)
# What themes call the parts around a story; only where most of such a part is links, or it is short.
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|pagination|pager|paging|share|sharing|social(?:s|media)?|sosmed|sidebar|side-bar|widgets?"
    r"|related|terkait|menu|navbar|nav|topbar|top-bar|footer|cookies?|comments?|komentar|respond|tags?|tagcloud|newsletter"
    r"|popup|modal|banner|ads?|iklan|skip-link|back-to-top|copyright|meta|byline|author)(?=$|[\s_-])",
    re.IGNORECASE,
)
_LINKED = 0.5  # share of the words of a part that are in links
_FORM_WORDS = 30  # a form with more words around its controls is a page
_SHARE = 0.3  # of a page's words: what holds more is content, whatever it is called
_MOST = 1 / 3  # of the characters of a page that may go because of what parts are called
_OWN = 0.8  # of the words outside of links: a part with that many is all of the content
_HEADLINE = 5  # words of a small heading that says more than "Bagikan" or "Berita terkait"
_FEW = 12  # words of a part around a story


def take_out_menus(tree: Any) -> Iterator[LeftOut]:
    """Takes out what the tags and roles of a page mark as menus, feet, forms and buttons, and tells of it."""
    body = tree.find("body")
    root = tree if body is None else body
    for element in root.xpath(f".//*[{_MENUS}]"):
        yield from _taken(element)
    for form in list(root.iter("form")):
        if len(form.text_content().split()) < _FORM_WORDS or form.get("role") == "search":
            yield from _taken(form)
    for element in [*root.xpath("./header | ./div/header"), *root.xpath(".//footer | .//aside")]:
        if _is_around(element):
            yield from _taken(element)
    for button in list(root.iter("button")):
        if not opens_answer(button) and next(button.iterancestors("h1", "h2", "h3", "h4", "h5", "h6"), None) is None:
            yield from _taken(button, Omission.BUTTON)


def take_out_around(tree: Any) -> tuple[list[LeftOut], int]:
    """Takes out what classes and ids call a menu or the like, the surest first, up to a third of the page's characters.

    Tells of it, and how many such parts stay.
    """
    body = tree.find("body")
    root = tree if body is None else body
    whole = _words(root)
    found = [part for part in root.xpath(".//*[@class or @id]") if _is_named_around(part) and _may_go(part, whole)]
    named = set(found)
    parts = [part for part in found if named.isdisjoint(part.iterancestors())]  # in the order of the page
    allowed, left_out, kept = _MOST * len(words_of(root)), list[LeftOut](), 0
    for part in sorted(parts, key=linked_share, reverse=True):
        allowed -= len(words_of(part))
        if allowed >= 0:
            left_out += take_out(part, Omission.NAVIGATION)
        else:
            kept += 1
    return left_out, kept


def content_of(tree: Any) -> Any:
    """The element that holds the content: one article, the main part, or the whole body."""
    body = tree.find("body")
    root = tree if body is None else body
    for expression in (".//main | .//*[@role='main']", ".//article | .//*[@itemprop='articleBody']"):
        found = [part for part in root.xpath(expression) if part.text_content().strip()]
        largest = max(found, key=_words, default=None)
        if largest is not None and _own_words(largest) >= _OWN * _own_words(root):
            root = largest
    return root


def outside_of(tree: Any, content: Any) -> Iterator[LeftOut]:
    """What stands on the page and not in its content."""
    body = tree.find("body")
    if body is None or content is body:
        return
    for element in content.iterancestors():
        for sibling in (*content.itersiblings(preceding=True), *content.itersiblings()):
            words = words_of(sibling)
            if words:
                yield LeftOut(words, Omission.OUTSIDE)
        content = element
        if element is body:
            return


def linked_share(element: Any) -> float:
    """How many of the words of an element are in links, 0..1."""
    links = sum(_words(link) for link in element.iter("a"))
    return links / max(1, _words(element))


def _is_around(element: Any) -> bool:
    """A footer goes as a whole; of a header or aside, what is mostly links or holds no heading of the page."""
    if element.tag == "footer":
        return next(element.iterancestors("article", "main", "blockquote"), None) is None
    if element.tag == "header":
        return element.find(".//h1") is None
    return linked_share(element) >= _LINKED


def _is_named_around(element: Any) -> bool:
    return _AROUND.search(f"{element.get('class', '')} {element.get('id', '')}") is not None


def _may_go(element: Any, whole: int) -> bool:
    words = _words(element)
    if element.getparent() is None or words > _SHARE * whole or element.tag in ("body", "main", "article", "h1"):
        return False
    return linked_share(element) >= _LINKED or (words <= _FEW and _is_bare(element))


def _is_bare(element: Any) -> bool:
    """Whether a small part holds no heading, item, cell, sentence or figure of its own."""
    if element.tag in ("li", "td", "th", "dd", "dt", "p") or element.find(".//table") is not None:
        return False
    if any(len(head.text_content().split()) >= _HEADLINE for head in element.iter("h4", "h5", "h6")):
        return False
    text = element.text_content()
    return next(element.iter("h1", "h2", "h3", "li", "dd"), None) is None and not re.search(
        r"\d|[.!?]\s*$", text.strip()
    )


def _taken(element: Any, reason: Omission = Omission.NAVIGATION) -> Iterator[LeftOut]:
    if element.getparent() is not None:
        yield from take_out(element, reason)


def _words(element: Any) -> int:
    return len(element.text_content().split())


def _own_words(element: Any) -> int:
    """Words outside of links."""
    return _words(element) - sum(_words(link) for link in element.iter("a"))
