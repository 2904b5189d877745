"""What is written above a table belongs to it: its name, and the unit of its figures."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.documents.divisions import division_of, marker_of
from rag.documents.figure_units import unit_of
from rag.documents.loaders.paragraphs import Line
from rag.documents.loaders.pdf.grid import Grid

Item = Line | Grid

_NAMED = re.compile(r"(?:tabel|table|daftar)\b", re.IGNORECASE)
_MOST_LINES = 3
_MOST_WORDS = 16
_ENDS = (".", ";", ":", ",")


def with_captions(items: Sequence[Item]) -> list[Item]:
    """The items of a page, each table with the lines right above it that name it or tell its unit."""
    done: list[Item] = []
    for item in items:
        if isinstance(item, Grid) and not item.caption:
            count = _caption_lines(done, item)
            lines = [line for line in done[len(done) - count :] if isinstance(line, Line)]
            del done[len(done) - count :]
            item = replace(item, caption=" ".join(line.text for line in lines))
        done.append(item)
    return done


def _caption_lines(above: Sequence[Item], grid: Grid) -> int:
    """How many of the last lines are the caption of a table."""
    near: list[Line] = []
    reach = grid.top
    for item in reversed(above[-_MOST_LINES:]):
        if not isinstance(item, Line) or not -2 < item.bottom - reach < 2.5 * max(item.height, 8.0):
            break
        near.append(item)
        reach = item.bottom + item.height
    named = next((at for at, line in enumerate(near) if _NAMED.match(line.text)), None)
    if named is not None and all(_is_name(line, first=False) for line in near[: named + 1]):
        return named + 1
    if not near:
        return 0
    units = 1 if _is_unit(near[0].text) else 0
    return units + (1 if len(near) > units and _names(near, units, above) else 0)


def _names(near: Sequence[Line], at: int, above: Sequence[Item]) -> bool:
    """Whether a line is a short name by itself, and neither a heading nor the end of a sentence."""
    line = near[at]
    before = above[-at - 2] if len(above) > at + 1 else None
    goes_on = (
        isinstance(before, Line)
        and not before.text.endswith((".", ":", ";", "!", "?"))
        and (before.bottom - line.bottom < 2.2 * max(line.height, 6.0) and before.right > line.right)
    )
    return _is_name(line, first=True) and not goes_on


def _is_name(line: Line, first: bool) -> bool:
    heading = division_of(line.text) is not None or (first and (line.bold or marker_of(line.text)))
    return not heading and len(line.text.split()) <= _MOST_WORDS and not line.text.endswith(_ENDS)


def _is_unit(text: str) -> bool:
    return bool(unit_of(text)) and len(text.split()) <= 6
