"""Panels that a button or a tab opens: what opens one is the heading of what it holds."""

from typing import Any

from lxml import etree

from rag.documents.loaders.html.inline import is_inline

_SWITCHES = ("aria-controls", "aria-expanded", "data-toggle", "data-bs-toggle", "data-target", "data-bs-target")
_CONTROLS = frozenset(("button", "input", "br", "img"))
_TARGETS = ("aria-controls", "data-target", "data-bs-target", "href")
_TABS = (
    ".//*[@role='tab' or @data-toggle='tab' or @data-bs-toggle='tab' or @data-toggle='pill' or @data-bs-toggle='pill']"
)


def opens_answer(element: Any) -> bool:
    """Whether an element is the button of an accordion: what it opens follows."""
    if element.tag == "summary":
        return True
    if element.tag not in {"button", "a"} and element.get("role") != "button":
        return False
    following = element.getnext()
    answered = following is not None and not is_inline(following.tag) and following.tag not in _CONTROLS
    switch = any(element.get(name) is not None for name in _SWITCHES)
    return bool(element.text_content().strip()) and (switch or (answered and element.tag == "button"))


def panels_around(element: Any) -> int:
    """In how many panels an element stands, each opened by a button or a line of its own: groups of questions."""
    inner, count = element, 0
    for outer in element.iterancestors():
        opener = outer.find("summary")
        opener = outer.getprevious() if opener is None else opener
        opens = opener is not None and opener is not inner and isinstance(opener.tag, str) and opens_answer(opener)
        count, inner = count + opens, outer
    return count


def name_panels(tree: Any) -> None:
    """Gives each panel of a row of tabs the tab's words as its heading."""
    panels = {element.get("id"): element for element in tree.xpath(".//*[@id]")}
    for tab in tree.xpath(_TABS):
        target = next((value for name in _TARGETS if (value := tab.get(name, "").lstrip("#")) in panels), None)
        words = " ".join(tab.text_content().split())
        if target is None or not words or panels[target].find("summary") is not None:
            continue
        heading = etree.Element("summary")
        heading.text, panels[target].text, heading.tail = words, None, panels[target].text
        panels[target].insert(0, heading)
        panels[target].set("role", "tabpanel")
        tab.drop_tree()
