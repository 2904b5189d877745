"""Styles and lists of an OpenDocument text, with what they inherit."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from rag.documents.loaders.odt.names import FO, STYLE, TEXT, number_of
from rag.documents.loaders.office.numerals import formatted

_MAX_DEPTH = 20  # of styles based on others
_NUMERALS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NO_GROUND = frozenset({"transparent", "#ffffff"})
BULLET = "-"


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs or of words; None where neither it nor its ancestors say anything."""

    name: str = ""
    title: bool = False
    caption: bool = False
    bold: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    raised: int = 0  # 1 above the line, -1 below it
    centred: bool = False
    leader: bool = False
    shaded: bool = False  # of cells


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its number with what stands around it, or a bullet."""

    format: str = ""  # "" for no number
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1  # how many levels its number shows
    bullet: bool = False

    def marker(self, counts: Mapping[int, int], level: int, levels: Mapping[int, "Level"]) -> str:
        """What a reader sees before an item; `counts` are the numbers reached, levels count from 1."""
        if self.bullet:
            return BULLET
        if not self.format:
            return " ".join((self.before + self.after).split())
        above = range(max(1, level - self.shown + 1), level)
        parts = [_shown(counts.get(each, 1), levels.get(each, self)) for each in above]
        return f"{self.before}{'.'.join([*filter(None, parts), _shown(counts[level], self)])}{self.after}".strip()


@dataclass(frozen=True, slots=True)
class Styles:
    """Everything by its name; `outline` numbers the headings."""

    by_name: Mapping[tuple[str, str], Style] = field(default_factory=dict)
    lists: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    outline: Mapping[int, Level] = field(default_factory=dict)

    def of(self, family: str, name: str | None) -> Style:
        return self.by_name.get((family, name or ""), Style())


def read_styles(roots: Iterable[Any]) -> Styles:
    """The styles of a document; `roots` are its styles.xml and content.xml, whose own styles count more."""
    elements: dict[tuple[str, str], Any] = {}
    lists: dict[str, Mapping[int, Level]] = {}
    outline: Mapping[int, Level] = {}
    for root in roots:
        for each in root.iter(STYLE + "style"):
            elements[each.get(STYLE + "family", ""), each.get(STYLE + "name", "")] = each
        lists |= {each.get(STYLE + "name", ""): _levels(each) for each in root.iter(TEXT + "list-style")}
        outline = next((_levels(each) for each in root.iter(TEXT + "outline-style")), outline)
    return Styles({key: _resolved(key, elements) for key in elements}, lists, outline)


def _resolved(key: tuple[str, str], elements: Mapping[tuple[str, str], Any]) -> Style:
    family, name = key
    chain: list[str] = []
    while (family, name) in elements and name not in chain and len(chain) < _MAX_DEPTH:
        chain.append(name)
        name = elements[family, name].get(STYLE + "parent-style-name", "")
    style = Style()
    for each in reversed(chain):
        style = _inheriting(style, elements[family, each])
    names = {each.replace("_20_", " ").lower() for each in chain}
    return replace(style, name=key[1], title="title" in names, caption="caption" in names)


def _inheriting(parent: Style, element: Any) -> Style:
    words, paragraph = element.find(STYLE + "text-properties"), element.find(STYLE + "paragraph-properties")
    said: Mapping[str, str] = {} if words is None else words.attrib
    cell = element.find(STYLE + "table-cell-properties")
    ground = None if cell is None else cell.get(FO + "background-color")
    stops = () if paragraph is None else paragraph.iter(STYLE + "tab-stop")
    aligned = None if paragraph is None else paragraph.get(FO + "text-align")
    return replace(
        parent,
        bold=_switch(said.get(FO + "font-weight"), {"normal", "400"}, parent.bold),
        hidden=_switch(said.get(TEXT + "display"), {"true"}, parent.hidden),
        struck=_switch(said.get(STYLE + "text-line-through-style"), {"none"}, parent.struck),
        raised=_height(said.get(STYLE + "text-position", ""), parent.raised),
        shaded=parent.shaded if ground is None else ground not in _NO_GROUND,
        centred=parent.centred if aligned is None else aligned == "center",
        leader=parent.leader or any(stop.get(STYLE + "leader-style", "none") != "none" for stop in stops),
    )


def _switch(value: str | None, off: set[str], inherited: bool | None) -> bool | None:
    return inherited if value is None else value not in off


def _height(position: str, inherited: int) -> int:
    """The text position "super 58%" or "33% 58%" as above, below or on the line."""
    first = position.partition(" ")[0]
    if not first:
        return inherited
    if first in ("super", "sub"):
        return 1 if first == "super" else -1
    return -1 if first.startswith("-") else int(first.strip("0%") != "")


def _levels(element: Any) -> dict[int, Level]:
    return {number_of(each, TEXT + "level", 1): _level(each) for each in element if isinstance(each.tag, str)}


def _level(element: Any) -> Level:
    return Level(
        format=_NUMERALS.get(element.get(STYLE + "num-format", ""), ""),
        before=element.get(STYLE + "num-prefix", ""),
        after=element.get(STYLE + "num-suffix", ""),
        start=number_of(element, TEXT + "start-value", 1),
        shown=number_of(element, TEXT + "display-levels", 1),
        bullet=not element.tag.endswith(("-number", "outline-level-style")),
    )


def _shown(number: int, level: Level) -> str:
    return formatted(number, level.format) if level.format else ""
