"""Figures with what they count below or above them, as tiles of a slide: labels and values of one table.

Figures that count on from 1 above words are the numbers of steps, and make a list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import MSO_SHAPE_TYPE

from rag.documents.blocks import numbered
from rag.documents.cleaning import Block, RawCell, RawTable
from rag.documents.loaders.pptx.texts import Seen, lines_of
from rag.documents.table_heads import counts_things, is_measured
from rag.types import BlockKind

_FEWEST = 2  # tiles; a single figure above a line may belong to anything
_LABEL_WORDS = 8
_SHARED = 0.5  # of the narrower box, beside its partner's
_FAR = 540_000  # 1.5 centimetres in Office's units, from the figure's box to its label's


@dataclass(frozen=True, slots=True)
class _Box:
    """A shape and its lines of text; edges in Office's units, y grows downwards."""

    shape: Any
    lines: tuple[str, ...]

    @property
    def is_value(self) -> bool:
        return len(self.lines) == 1 and is_measured(self.lines[0])

    @property
    def is_label(self) -> bool:
        return len(self.lines) == 1 and _names(self.lines[0])

    @property
    def left(self) -> int:
        return int(self.shape.left)

    @property
    def top(self) -> int:
        return int(self.shape.top)

    @property
    def width(self) -> int:
        return int(self.shape.width)

    @property
    def height(self) -> int:
        return int(self.shape.height)

    @property
    def bottom(self) -> int:
        return self.top + self.height


def with_tiles(shapes: Sequence[Any], slide: int, seen: Seen) -> tuple[Sequence[Block], frozenset[int]]:
    """The table, or the list, that tiles make, if there are any, and the ids of the shapes that are told by it."""
    boxes = [box for shape in shapes if (box := _box(shape)) is not None]
    pairs = [*_within(boxes), *_stacked(boxes), *_grouped(shapes)]
    if len(pairs) < _FEWEST:
        return (), frozenset()
    told = frozenset(shape.shape_id for pair in pairs for shape in pair.shapes)
    for shape in shapes:
        for each in getattr(shape, "shapes", (shape,)) if shape.shape_id in told else ():
            lines_of(each, slide, seen)  # what is struck out in them is noted
    if all(pair.value_first for pair in pairs) and not counts_things([pair.value for pair in pairs]):
        return [numbered(pair.value, pair.label) for pair in pairs], told
    rows = tuple((RawCell(pair.label), RawCell(pair.value)) for pair in pairs)
    return [Block("", item=True, kind=BlockKind.TABLE, table=RawTable(rows))], told


@dataclass(frozen=True, slots=True)
class _Pair:
    """A figure, what it counts, which of them stands above the other, and the shapes that hold them."""

    label: str
    value: str
    value_first: bool
    shapes: tuple[Any, ...]


def _box(shape: Any) -> _Box | None:
    if shape.is_placeholder or not shape.has_text_frame or None in (shape.top, shape.left, shape.width, shape.height):
        return None
    return _Box(shape, lines_of(shape, 0, Seen()))


def _within(boxes: Sequence[_Box]) -> Iterator[_Pair]:
    """Boxes of two lines, of which one is a figure and the other names it."""
    for box in boxes:
        if len(box.lines) == 2:
            first, second = box.lines
            if is_measured(first) and _names(second):
                yield _Pair(second, first, True, (box.shape,))
            elif is_measured(second) and _names(first):
                yield _Pair(first, second, False, (box.shape,))


def _stacked(boxes: Sequence[_Box]) -> list[_Pair]:
    """Boxes of figures, each with a box of its own that names it right below, or each with one right above.

    Where there are both, as in a column of them, the nearer ones name the figures.
    """
    values, labels = [box for box in boxes if box.is_value], [box for box in boxes if box.is_label]
    fitting: list[tuple[int, list[_Pair]]] = []
    for below in (True, False):
        partners = [_partner(value, labels, below) for value in values]
        found = [one for one in partners if one is not None]
        if values and len(found) == len(values) == len({one.shape.shape_id for one in found}):
            pairs = list(zip(values, found, strict=True))
            gaps = sum(abs(_gap(value, label, below)) for value, label in pairs)
            made = [_pair(value, label, value.shape, label.shape) for value, label in pairs]
            fitting.append((gaps, made))
    return min(fitting, key=lambda one: one[0], default=(0, []))[1]


def _grouped(shapes: Sequence[Any]) -> Iterator[_Pair]:
    """Groups that hold a figure and what it counts, and no other words."""
    for group in shapes:
        boxes = [box for shape in getattr(group, "shapes", ()) if (box := _box(shape)) is not None and box.lines]
        values, labels = [box for box in boxes if box.is_value], [box for box in boxes if box.is_label]
        if len(boxes) == 2 and values and labels and _holds_no_more(group):
            yield _pair(values[0], labels[0], group)


def _holds_no_more(group: Any) -> bool:
    """Whether a group holds nothing that is told but boxes: pictures, tables and groups are."""
    return all(shape.has_text_frame or shape.shape_type is MSO_SHAPE_TYPE.LINE for shape in group.shapes)


def _pair(value: _Box, label: _Box, *shapes: Any) -> _Pair:
    return _Pair(label.lines[0], value.lines[0], value.top < label.top, shapes)


def _partner(value: _Box, labels: Sequence[_Box], below: bool) -> _Box | None:
    """The nearest box of words right below a figure, or right above it."""
    beside = [label for label in labels if _is_over(value, label)]
    gaps = [(abs(_gap(value, label, below)), at) for at, label in enumerate(beside) if _is_near(value, label, below)]
    return beside[min(gaps)[1]] if gaps else None


def _is_over(one: _Box, other: _Box) -> bool:
    left, right = max(one.left, other.left), min(one.left + one.width, other.left + other.width)
    return right - left >= _SHARED * min(one.width, other.width)


def _gap(value: _Box, label: _Box, below: bool) -> int:
    return label.top - value.bottom if below else value.top - label.bottom


def _is_near(value: _Box, label: _Box, below: bool) -> bool:
    """Boxes are often higher than their words, so that they may overlap by half."""
    return -min(value.height, label.height) / 2 <= _gap(value, label, below) <= _FAR


def _names(text: str) -> bool:
    short = len(text.split()) <= _LABEL_WORDS and text[-1:] not in ".;,?!"
    return short and text[:1].isalpha() and not is_measured(text)
