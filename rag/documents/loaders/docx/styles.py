"""Styles with what they inherit: what makes a heading, a list, hidden text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from rag.documents.loaders.docx.names import W, number_of, switch_of, value_of

_HEADING = re.compile(r"(?:heading|judul|tajuk)\s*([1-9])", re.IGNORECASE)
_TITLES = frozenset({"title", "judul"})
_CONTENTS = re.compile(r"(?:toc|daftar isi)\s*\d|table of figures|table of authorities", re.IGNORECASE)
_CAPTIONS = frozenset({"caption", "keterangan"})
_BULLETS = re.compile(r"(?:list bullet|butir daftar|daftar berbutir)", re.IGNORECASE)
_LEADERS = frozenset({"dot", "hyphen", "underscore", "middleDot", "heavy"})
_MAX_DEPTH = 20  # of styles based on others; Word allows eleven
_BODY_TEXT = 9  # the outline level of what is no heading


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits; None where neither it nor its ancestors say anything."""

    name: str = ""
    outline: int | None = None  # 0-based level of a heading, 9 for body text
    numbering: str | None = None  # id of its list
    level: int | None = None  # 0-based level in that list
    bold: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    leader: bool = False  # has a tab stop that fills the way to it with dots
    first_row: bool = False  # of tables: the first row looks different
    first_column: bool = False
    ids: tuple[str, ...] = ()  # its own id and those of its ancestors, which lists know levels by

    @property
    def heading(self) -> int:
        """1..6, or 0 for what is no heading."""
        named = _HEADING.match(self.name)
        if self.outline is not None and self.outline < _BODY_TEXT:
            return min(6, self.outline + 1)
        if self.outline is None and named:
            return min(6, int(named[1]))
        return 1 if self.name.lower() in _TITLES else 0

    @property
    def is_caption(self) -> bool:
        return self.name.lower() in _CAPTIONS

    @property
    def is_contents(self) -> bool:
        """Whether it is the style of a line in a table of contents."""
        return _CONTENTS.match(self.name) is not None

    @property
    def is_bullet(self) -> bool:
        return _BULLETS.match(self.name) is not None


@dataclass(frozen=True, slots=True)
class Styles:
    """Styles by id, and the one of paragraphs that name none."""

    by_id: Mapping[str, Style] = field(default_factory=dict)
    default: Style = Style()

    def of(self, style_id: str | None) -> Style:
        """The style of a paragraph, run or table."""
        return self.by_id.get(style_id, self.default) if style_id else self.default


def read_styles(root: Any | None) -> Styles:
    """The styles of a document; `root` is its styles.xml."""
    elements = {} if root is None else {each.get(W + "styleId", ""): each for each in root.iter(W + "style")}
    by_id: dict[str, Style] = {}
    for style_id in elements:
        by_id[style_id] = _resolved(style_id, elements)
    for style_id, element in elements.items():
        if element.get(W + "type") == "paragraph" and element.get(W + "default") in {"1", "true", "on"}:
            return Styles(by_id, by_id[style_id])
    return Styles(by_id)


def leads(properties: Any | None) -> bool:
    """Whether paragraph properties set a tab stop whose way is filled with dots or a line."""
    stops = () if properties is None else properties.iterfind(f"{W}tabs/{W}tab")
    return any(stop.get(W + "leader") in _LEADERS for stop in stops)


def _resolved(style_id: str, elements: Mapping[str, Any]) -> Style:
    chain: list[str] = []
    current = style_id
    while current in elements and current not in chain and len(chain) < _MAX_DEPTH:
        chain.append(current)
        current = value_of(elements[current], "basedOn") or ""
    style = Style()
    for name in reversed(chain):
        style = _inheriting(style, elements[name])
    return replace(style, name=value_of(elements[style_id], "name") or "", ids=tuple(chain))


def _inheriting(parent: Style, element: Any) -> Style:
    paragraph, run = element.find(W + "pPr"), element.find(W + "rPr")
    numbers = None if paragraph is None else paragraph.find(W + "numPr")
    parts = {part.get(W + "type") for part in element.iterfind(W + "tblStylePr")}
    return Style(
        outline=number_of(paragraph, "outlineLvl", parent.outline),
        numbering=value_of(numbers, "numId") or parent.numbering,
        level=number_of(numbers, "ilvl", parent.level),
        bold=_first(switch_of(run, "b"), parent.bold),
        hidden=_first(switch_of(run, "vanish"), parent.hidden),
        struck=_first(switch_of(run, "strike", "dstrike"), parent.struck),
        leader=leads(paragraph) or parent.leader,
        first_row="firstRow" in parts or parent.first_row,
        first_column="firstCol" in parts or parent.first_column,
    )


def _first(own: bool | None, inherited: bool | None) -> bool | None:
    return inherited if own is None else own
