"""Lines, columns and paragraphs of a PDF page from where its words stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


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
_MIN_COLUMN_SHARE = 0.2  # of the page's width that the lines of a column fill


def lines(fragments: Sequence[Fragment], width: float) -> list[Fragment]:
    """Lines in reading order: from top to bottom, one column after the other."""
    page = rows(fragments)
    gutter = _gutter(page, width)
    if gutter is None:
        return [_merge(row) for row in page]
    ordered: list[Fragment] = []
    left: list[Fragment] = []
    right: list[Fragment] = []
    for row in page:
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
    words = [row[0]]
    for word in row[1:]:
        if not any(_is_reprint(word, before) for before in words[-3:]):
            words.append(word)
    text = words[0].text
    for before, after in pairwise(words):
        apart = after.left - before.right > 0.12 * max(before.height, after.height, 1.0)
        text += (" " if apart else "") + after.text
    bottom, top = min(each.bottom for each in words), max(each.top for each in words)
    return Fragment(text, words[0].left, bottom, max(each.right for each in words), top)


def _is_reprint(word: Fragment, before: Fragment) -> bool:
    """Bold by printing twice."""
    return word.text == before.text and word.left - before.left < 0.5 * (before.right - before.left)


def _gutter(page: Sequence[Sequence[Fragment]], width: float) -> float | None:
    """The x of a blank strip with full columns of text on both sides; None on a page of one column."""
    gaps = [
        (before.right + after.left) / 2
        for row in page
        for before, after in pairwise(row)
        if _is_gap(before, after, width)
    ]
    if len(gaps) < _MIN_COLUMN_LINES:
        return None
    found = ((_columns_at(page, x, width), x) for x in sorted({round(gap / width, 2) * width for gap in gaps}))
    lines_beside, x = max(found, key=lambda each: each[0])
    return x if lines_beside >= _MIN_COLUMN_LINES else None


def _is_gap(before: Fragment, after: Fragment, width: float) -> bool:
    middle = (before.right + after.left) / 2
    return after.left - before.right > 0.02 * width and 0.3 * width < middle < 0.7 * width


def _columns_at(page: Sequence[Sequence[Fragment]], x: float, width: float) -> int:
    """How many lines stand in two columns on either side of `x`; 0 when too many cross it."""
    crossing = sum(any(each.left < x < each.right for each in row) for row in page)
    beside = sum(
        all(_extent(_side(row, x, left)) > _MIN_COLUMN_SHARE * width for left in (True, False))
        for row in page
        if not any(each.left < x < each.right for each in row)
    )
    return beside if beside > 2 * crossing else 0


def _extent(side: Sequence[Fragment]) -> float:
    return max(each.right for each in side) - min(each.left for each in side) if side else 0.0
