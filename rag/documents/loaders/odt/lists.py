"""The numbers that an OpenDocument text writes before list items and headings by itself."""

from typing import Any

from rag.documents.loaders.odt.names import TEXT, number_of
from rag.documents.loaders.odt.styles import BULLET, Level, Styles

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


class Counters:
    """Counts the items of every list, and the headings, as they come."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = {}
        self._named: dict[str, dict[int, int]] = {}  # by the id of a list, for those that go on from it
        self._headings: dict[int, int] = {}

    def begin(self, name: str | None, element: Any) -> None:
        """A list begins: anew, or going on from the last one of its style or from the one it names."""
        goes_on = self._named.get(element.get(TEXT + "continue-list", ""))
        if goes_on is not None:
            self._counts[name or ""] = goes_on
        elif element.get(TEXT + "continue-numbering") != "true":
            self._counts[name or ""] = {}
        if element.get(_XML_ID):
            self._named[element.get(_XML_ID)] = self._counts.setdefault(name or "", {})

    def next(self, name: str | None, level: int, item: Any) -> str:
        """The marker of the next item on a level, which counts from 1."""
        levels = self._styles.lists.get(name or "", {})
        rule = levels.get(level, Level(bullet=True))
        counts = self._counts.setdefault(name or "", {})
        _advance(counts, level, number_of(item, TEXT + "start-value", 0), rule.start)
        return rule.marker(counts, level, levels) or ("" if levels else BULLET)

    def heading(self, element: Any) -> str:
        """The number of a heading, "" where they have none."""
        level = number_of(element, TEXT + "outline-level", 1)
        rule = self._styles.outline.get(level)
        if rule is None or not rule.format or element.get(TEXT + "is-list-header") == "true":
            return ""
        _advance(self._headings, level, number_of(element, TEXT + "start-value", 0), rule.start)
        return rule.marker(self._headings, level, self._styles.outline)


def _advance(counts: dict[int, int], level: int, asked: int, start: int) -> None:
    counts[level] = asked or counts.get(level, start - 1) + 1
    for deeper in [each for each in counts if each > level]:
        del counts[deeper]
