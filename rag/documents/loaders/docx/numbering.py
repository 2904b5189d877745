"""The numbers that Word writes before paragraphs by itself, as a reader sees them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rag.documents.loaders.docx.names import W, number_of, switch_of, value_of
from rag.documents.loaders.docx.styles import Style, Styles
from rag.documents.loaders.office.numerals import formatted

BULLET = "-"
_BLANKS = re.compile(r"\s+")
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` such as "Pasal %1", in which %1 stands for the number of the first level."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None  # 1-based level that starts this one anew; 0: none does; None: every higher one
    joined: bool = False  # nothing between number and paragraph
    legal: bool = False  # all its numbers in figures


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a document by the id that paragraphs name."""

    levels: Mapping[tuple[str, int], Level] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)  # lists with the same value go on counting together
    starts: Mapping[tuple[str, int], int] = field(default_factory=dict)  # where a list begins anew
    styled: Mapping[tuple[str, str], int] = field(default_factory=dict)  # list and style -> level

    def place(self, properties: Any | None, style: Style) -> tuple[str, int] | None:
        """List and 0-based level of a paragraph; None for one without a number."""
        own = None if properties is None else properties.find(W + "numPr")
        number = value_of(own, "numId") or style.numbering
        if number is None or number not in self.shared:  # "0" takes a paragraph out of the list of its style
            return None
        named = next((self.styled[number, each] for each in style.ids if (number, each) in self.styled), style.level)
        level = number_of(own, "ilvl", named) or 0
        return number, min(max(level, 0), _LEVELS - 1)


class Counters:
    """Counts the paragraphs of every list as they come."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def number(self, place: tuple[str, int]) -> tuple[str, bool]:
        """The number of the next paragraph at a place, "" for none, and whether text follows without a blank."""
        name, level = place
        counts = self._counts.setdefault(self._lists.shared[name], {})
        self._advance(counts, name, level)
        rule = self._rule(name, level)
        if rule.format == "bullet":
            return BULLET, False
        shown = _PLACE.sub(lambda place: self._part(counts, name, int(place[1]) - 1, rule), rule.text)
        return (_BLANKS.sub(" ", shown), True) if rule.joined else (" ".join(shown.split()), False)

    def _advance(self, counts: dict[int, int], name: str, level: int) -> None:
        start = self._lists.starts.get((name, level))
        if start is not None and (name, level) not in self._started:
            counts[level] = start
        else:
            counts[level] = counts.get(level, self._rule(name, level).start - 1) + 1
        self._started.add((name, level))
        for deeper in [each for each in counts if each > level]:
            after = self._rule(name, deeper).restart
            if after is None or level < after:
                del counts[deeper]

    def _part(self, counts: Mapping[int, int], name: str, level: int, shown_by: Level) -> str:
        rule = self._rule(name, level)
        return formatted(counts.get(level, rule.start), "decimal" if shown_by.legal else rule.format)

    def _rule(self, name: str, level: int) -> Level:
        return self._lists.levels.get((name, level), Level(text=f"%{level + 1}."))


def read_lists(root: Any | None, styles: Styles) -> Lists:
    """The lists of a document; `root` is its numbering.xml."""
    if root is None:
        return Lists()
    abstract = {each.get(W + "abstractNumId", ""): each for each in root.iterfind(W + "abstractNum")}
    used = {each.get(W + "numId", ""): value_of(each, "abstractNumId") or "" for each in root.iterfind(W + "num")}
    levels: dict[tuple[str, int], Level] = {}
    starts: dict[tuple[str, int], int] = {}
    styled: dict[tuple[str, str], int] = {}
    shared: dict[str, str] = {}
    for element in root.iterfind(W + "num"):
        name = element.get(W + "numId", "")
        shared[name] = _followed(used[name], abstract, used, styles)
        for source in (abstract.get(shared[name]), *element.iterfind(W + "lvlOverride")):
            for level in () if source is None else source.iterfind(W + "lvl"):
                place = name, _level(level)
                levels[place] = _rule(level)
                styled[name, value_of(level, "pStyle") or ""] = place[1]
        for override in element.iterfind(W + "lvlOverride"):
            start = number_of(override, "startOverride")
            if start is not None:
                starts[name, _level(override)] = start
    return Lists(levels, shared, starts, styled)


def _followed(name: str, abstract: Mapping[str, Any], used: Mapping[str, str], styles: Styles) -> str:
    """The definition that holds the levels: one may refer to a style, whose list another one defines."""
    style_id = value_of(abstract.get(name), "numStyleLink") or ""
    number = styles.by_id[style_id].numbering if style_id in styles.by_id else None
    return used.get(number, name) if number else name


def _level(element: Any) -> int:
    value = element.get(W + "ilvl", "0")
    return int(value) if len(value) == 1 and value.isdecimal() else 0


def _rule(element: Any) -> Level:
    return Level(
        start=number_of(element, "start", 0) or 0,
        format=value_of(element, "numFmt") or "decimal",
        text=value_of(element, "lvlText") or "",
        restart=number_of(element, "lvlRestart"),
        joined=value_of(element, "suff") == "nothing",
        legal=switch_of(element, "isLgl") or False,
    )
