"""Lines, columns and paragraphs of a PDF page from where its words stand."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words set in one go; points, y grows upwards."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


_MIN_COLUMN_LINES = 6
_MIN_COLUMN_SHARE = 0.25  # of the page's width that the lines of a column fill
_GUTTER_STEPS = 40


def lines(fragments: Sequence[Fragment], width: float) -> list[Fragment]:
    """Lines in reading order: from top to bottom, one column after the other."""
    gutter = _gutter(rows(fragments), width)
    if gutter is None:
        return [_merge(row) for row in rows(fragments)]
    ordered: list[Fragment] = []
    left: list[Fragment] = []
    right: list[Fragment] = []
    for row in rows(fragments):
        parts = [part for part in (_side(row, gutter, True), _side(row, gutter, False)) if part]
        if any(part.left < gutter < part.right for part in row):
            ordered += [_merge(each) for side in (left, right) for each in rows(side)] + [_merge(row)]
            left, right = [], []
            continue
        for part in parts:
            (left if part[0].right <= gutter else right).extend(part)
    return ordered + [_merge(each) for side in (left, right) for each in rows(side)]


def rows(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Fragments that stand on one line, from left to right; lines from top to bottom."""
    found: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda each: -each.middle):
        home = next((row for row in reversed(found[-3:]) if _same_line(row, fragment)), None)
        if home is None:
            found.append([fragment])
        else:
            home.append(fragment)
    return [sorted(row, key=lambda each: each.left) for row in found]


def _same_line(row: Sequence[Fragment], fragment: Fragment) -> bool:
    # Scans are skewed: the nearest neighbour tells more than the row as a whole.
    nearest = min(row, key=lambda each: abs(each.left - fragment.left))
    shared = min(nearest.top, fragment.top) - max(nearest.bottom, fragment.bottom)
    return shared > 0.4 * min(nearest.height, fragment.height)


def _side(row: Sequence[Fragment], gutter: float, left: bool) -> list[Fragment]:
    return [each for each in row if (each.right <= gutter) is left]


def _merge(row: Sequence[Fragment]) -> Fragment:
    text = row[0].text
    for before, after in itertools.pairwise(row):
        apart = after.left - before.right > 0.12 * max(before.height, after.height, 1.0)
        text += (" " if apart and not text.endswith(" ") else "") + after.text
    return Fragment(
        text.strip(),
        row[0].left,
        min(each.bottom for each in row),
        max(each.right for each in row),
        max(each.top for each in row),
    )


def _gutter(page: Sequence[Sequence[Fragment]], width: float) -> float | None:
    """The x of a blank strip with full columns of text on both sides; None on a page of one column."""
    best: tuple[int, float] | None = None
    for step in range(_GUTTER_STEPS + 1):
        x = width * (0.3 + 0.4 * step / _GUTTER_STEPS)
        both = [row for row in page if _side(row, x, True) and _side(row, x, False)]
        crossing = sum(any(each.left < x < each.right for each in row) for row in page)
        full = [
            row
            for row in both
            if all(_extent(_side(row, x, side)) > _MIN_COLUMN_SHARE * width for side in (True, False))
        ]
        clear = [row for row in full if _gap(row, x) > 0.015 * width]
        if len(clear) >= _MIN_COLUMN_LINES and len(clear) > 2 * crossing and (best is None or len(clear) > best[0]):
            best = (len(clear), x)
    return best[1] if best else None


def _gap(row: Sequence[Fragment], x: float) -> float:
    return min(each.left for each in row if each.right > x) - max(each.right for each in row if each.right <= x)


def _extent(side: Sequence[Fragment]) -> float:
    return max(each.right for each in side) - min(each.left for each in side) if side else 0.0
