"""The straight lines and the shaded areas that are drawn on a page."""

import math
from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

PATH, TEXT = raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_TEXT
_MOST_PATHS = 20_000  # a page with more is a map or a drawing
_THIN = 3.0  # points: a filled area not thicker than this is a line
_SHORTEST = 4.0
_STRAIGHT = 1.0  # points that a line may be off its axis
_DEEPEST = 3  # forms within forms

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line: `at` is its y when `level`, its x otherwise; it runs from `start` to `end`."""

    level: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Shade:
    """A filled area."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn on a page."""

    rules: tuple[Rule, ...] = ()
    shades: tuple[Shade, ...] = ()


def drawn_on(page: Any) -> Drawn:
    """Lines and filled areas in points of the unturned page; nothing for a drawing of very many paths."""
    rules: list[Rule] = []
    shades: list[Shade] = []
    number = 0
    for kind, part, matrix in parts_of(page):
        if kind == PATH:
            number += 1
            if number > _MOST_PATHS:
                return Drawn()
            _take(part, matrix, rules, shades)
    return Drawn(tuple(rules), tuple(shades))


def turned_drawn(drawn: Drawn, turn: int) -> Drawn:
    """What is drawn, as it stands when the page is turned by so many quarters until its text is upright."""
    if turn == 0:
        return drawn
    return Drawn(
        tuple(_turned_rule(rule, turn) for rule in drawn.rules),
        tuple(
            _shade([_turned((each.left, each.bottom), turn), _turned((each.right, each.top), turn)])
            for each in drawn.shades
        ),
    )


def _turned_rule(rule: Rule, turn: int) -> Rule:
    ends = [(rule.start, rule.at), (rule.end, rule.at)] if rule.level else [(rule.at, rule.start), (rule.at, rule.end)]
    one, other = (_turned(end, turn) for end in ends)
    level = rule.level if turn == 2 else not rule.level
    along, across = (0, 1) if level else (1, 0)
    return Rule(level, one[across], min(one[along], other[along]), max(one[along], other[along]))


def _turned(point: Point, turn: int) -> Point:
    x, y = point
    return ((x, y), (-y, x), (-x, -y), (y, -x))[turn]


def parts_of(page: Any) -> Iterator[tuple[int, Any, Matrix]]:
    """What is drawn on a page in its order, what stands within forms included: its kind, and how a path is placed."""
    return _parts(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _SAME, 0)


def _parts(holder: Any, count: Any, get: Any, matrix: Matrix, depth: int) -> Iterator[tuple[int, Any, Matrix]]:
    for index in range(count(holder)):
        part = get(holder, index)
        kind = raw.FPDFPageObj_GetType(part)
        if kind == PATH:
            yield kind, part, _times(_matrix(part), matrix)
        elif kind != raw.FPDF_PAGEOBJ_FORM:
            yield kind, part, matrix
        elif depth < _DEEPEST:
            inner = _times(_matrix(part), matrix)
            yield from _parts(part, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, depth + 1)


def _matrix(part: Any) -> Matrix:
    found = raw.FS_MATRIX()
    return (found.a, found.b, found.c, found.d, found.e, found.f) if raw.FPDFPageObj_GetMatrix(part, found) else _SAME


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    k, m, n, p, q, r = other
    return (a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r)


def _take(path: Any, matrix: Matrix, rules: list[Rule], shades: list[Shade]) -> None:
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    for points in _outlines(path, matrix):
        if stroke.value:
            rules += [rule for start, end in pairwise(points) if (rule := _rule(start, end))]
        elif fill.value:
            area = _shade(points)
            middle = ((area.left + area.right) / 2, (area.bottom + area.top) / 2)
            if area.top - area.bottom <= _THIN:
                rules += [rule] if (rule := _rule((area.left, middle[1]), (area.right, middle[1]))) else []
            elif area.right - area.left <= _THIN:
                rules += [rule] if (rule := _rule((middle[0], area.bottom), (middle[0], area.top))) else []
        if fill.value and len(points) > 2:
            shades.append(_shade(points))


def _outlines(path: Any, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each closed or open outline of a path; curves are left out."""
    points: list[Point] = []
    x, y = c_float(), c_float()
    a, b, c, d, e, f = matrix
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind != raw.FPDF_SEGMENT_LINETO:
            if len(points) > 1:
                yield points
            points = []
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _rule(start: Point, end: Point) -> Rule | None:
    across, up = abs(end[0] - start[0]), abs(end[1] - start[1])
    if not math.isfinite(across + up):
        return None
    if up <= _STRAIGHT and across >= _SHORTEST:
        return Rule(True, (start[1] + end[1]) / 2, min(start[0], end[0]), max(start[0], end[0]))
    if across <= _STRAIGHT and up >= _SHORTEST:
        return Rule(False, (start[0] + end[0]) / 2, min(start[1], end[1]), max(start[1], end[1]))
    return None


def _shade(points: list[Point]) -> Shade:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Shade(min(xs), min(ys), max(xs), max(ys))
