"""The order in which the lines of a page are read: columns of running text one after the other."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import mean

from rag.documents.loaders.pdf.fragments import Fragment, cells_of, line_height, rows

_MIN_LINES = 6
_MIN_SHARE = 0.2  # of the width of what is divided that the lines of a column fill
_WORDS = 3.0  # a line of running text has on average, even in a narrow column
_DEEPEST = 4
_AMOUNT = re.compile(r"(?:Rp|IDR|US\$|USD|RM|[$€£])\.?,?\s?\d|\d[\d.,]*\s?%", re.IGNORECASE)

Row = list[Fragment]


def reading_order(fragments: Sequence[Fragment], depth: int = 0) -> list[list[Row]]:
    """Runs of rows in reading order: each from top to bottom in one column, or over all columns."""
    page = rows(fragments)
    gutter = _gutter(page) if depth < _DEEPEST else None
    if gutter is None:
        return [page] if page else []
    ordered: list[list[Row]] = []
    left, right, whole = list[Fragment](), list[Fragment](), list[Row]()
    for row in page:
        if any(part.left < gutter < part.right for part in row):
            ordered += _beside(left, right, depth)
            left, right = [], []
            whole.append(row)
            continue
        ordered += [whole] if whole else []
        whole = []
        left += [part for part in row if part.right <= gutter]
        right += [part for part in row if part.right > gutter]
    return ordered + _beside(left, right, depth) + ([whole] if whole else [])


def _beside(left: Sequence[Fragment], right: Sequence[Fragment], depth: int) -> list[list[Row]]:
    return [run for side in (left, right) if side for run in reading_order(side, depth + 1)]


def _gutter(page: Sequence[Row]) -> float | None:
    """The x of a blank strip with full columns of running text on both sides; None where there is but one column."""
    if len(page) < _MIN_LINES:
        return None
    left, right = min(row[0].left for row in page), max(row[-1].right for row in page)
    width = max(1.0, right - left)
    gaps = [
        (before.right + after.left) / 2 - left
        for row in page
        for before, after in pairwise(row)
        if _is_gap(before, after, left, width)
    ]
    if len(gaps) < _MIN_LINES:
        return None
    places = sorted({left + round(gap / width, 2) * width for gap in gaps})
    lines_beside, x = max(((_columns_at(page, x, width), x) for x in places), key=lambda each: each[0])
    return x if lines_beside >= _MIN_LINES and _is_running_text(page, x) else None


def _is_gap(before: Fragment, after: Fragment, left: float, width: float) -> bool:
    middle = ((before.right + after.left) / 2 - left) / width
    return after.left - before.right > max(0.02 * width, 0.6 * before.height) and 0.2 < middle < 0.8


def _columns_at(page: Sequence[Row], x: float, width: float) -> int:
    """How many lines stand in two columns on either side of `x`; 0 when too many cross it."""
    crossing = beside = 0
    for row in page:
        at = bisect_right(row, x, key=_left)  # of the first word to the right
        if at and row[at - 1].right > x:
            crossing += 1
        elif 0 < at < len(row):
            sides = (row[at - 1].right - row[0].left, row[-1].right - row[at].left)
            beside += min(sides) > _MIN_SHARE * width
    return beside if beside > 2 * crossing else 0


def _left(word: Fragment) -> float:
    return word.left


def _is_running_text(page: Sequence[Row], x: float) -> bool:
    """Whether both sides hold lines of words; the cells of a table are shorter, figures, or prices."""
    gap = 0.8 * line_height([each for row in page for each in row])
    for left in (True, False):
        sides = [side for row in page if (side := _side(row, x, left))]
        if 2 * sum(map(_begins_with_amount, sides)) > len(sides):
            return False
        cells = [cell for side in sides for cell in cells_of(side, gap)]
        if not cells or mean(map(len, cells)) < _WORDS:
            return False
        if sum(not any(word.text[:1].isalpha() for word in cell) for cell in cells) > 0.2 * len(cells):
            return False
    return True


def _begins_with_amount(line: Sequence[Fragment]) -> bool:
    return _AMOUNT.match(" ".join(word.text for word in line[:2])) is not None


def _side(row: Sequence[Fragment], gutter: float, left: bool) -> list[Fragment]:
    return [each for each in row if (each.right <= gutter) is left]
