"""Words that something was drawn over: a layout kept for the next page, of which nobody sees anything.

What lies over words is looked for only where others stand in their place: shapes that were filled in between hide them,
and whatever else lies under these.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from ctypes import addressof, byref, c_float, c_int, c_uint
from itertools import pairwise
from typing import Any

from pypdfium2 import raw

from rag.documents.loaders.pdf.fragments import Fragment
from rag.documents.loaders.pdf.rules import PATH, TEXT, Matrix, Point, parts_of
from rag.documents.loaders.pdf.words import Word

_BAND = 6.0  # points: words whose middles are as near may stand on one another
_OVER = 0.4  # of the smaller of two words, that the other lies over
_OPAQUE = 250  # of 255

Outline = list[Point]


def without_covered(page: Any, text: Any, words: Sequence[Word]) -> tuple[list[Word], list[str]]:
    """The words that are seen on a page, and those that are not. `text`: the bare handle of its text."""
    pairs = list(_on_one_another([word for word in words if word.turn == 0]))
    if not pairs:
        return list(words), []
    places, shapes = _drawing_order(page)
    order = {id(word): places.get(_address(raw.FPDFText_GetTextObject(text, word.first)), -1) for word in words}
    over: dict[int, list[Outline]] = {}
    for one, other in pairs:
        below, above = sorted((one, other), key=lambda word: order[id(word)])
        first, last = order[id(below)], order[id(above)]
        over |= {at: shapes[at] for at in shapes if 0 <= first < at < last and _covers(shapes[at], below.fragment)}
    hidden = {
        id(word)
        for word in words
        if any(0 <= order[id(word)] < at and _covers(shape, word.fragment) for at, shape in over.items())
    }
    kept = [word for word in words if id(word) not in hidden]
    return kept, [word.fragment.text for word in words if id(word) in hidden]


def _on_one_another(words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Neighbours of which one lies over the other and says something else; looked at on every page, so told fast."""
    bands: defaultdict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for at, word in enumerate(words):
        part = word.fragment
        band, place = int((part.top + part.bottom) / (2 * _BAND)), (part.left, part.right, at)
        bands[band].append(place)
        bands[band + 1].append(place)
    for found in bands.values():
        found.sort()
        for (_, right, at), (left, _, after) in pairwise(found):
            if left < right and _lie_over(words[at].fragment, words[after].fragment):
                yield words[at], words[after]


def _lie_over(one: Fragment, other: Fragment) -> bool:
    if one.text == other.text:  # bold by printing twice
        return False
    across = min(one.right, other.right) - max(one.left, other.left)
    up = min(one.top, other.top) - max(one.bottom, other.bottom)
    return across > _OVER * min(one.right - one.left, other.right - other.left) > 0 and up > _OVER * min(
        one.height, other.height
    )


def _drawing_order(page: Any) -> tuple[dict[int, int], dict[int, list[Outline]]]:
    """When each text is drawn, by its address, and the opaque shapes by when they are."""
    texts: dict[int, int] = {}
    shapes: dict[int, list[Outline]] = {}
    for at, (kind, part, matrix) in enumerate(parts_of(page)):
        if kind == TEXT:
            texts[_address(part)] = at
        elif kind == PATH and _is_opaque(part):
            shapes[at] = list(_outlines(part, matrix))
    return texts, shapes


def _address(part: Any) -> int:
    return addressof(part.contents) if part else 0


def _is_opaque(path: Any) -> bool:
    fill, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    colour = [c_uint() for _ in range(4)]
    return bool(fill.value and raw.FPDFPageObj_GetFillColor(path, *map(byref, colour)) and colour[3].value >= _OPAQUE)


def _outlines(path: Any, matrix: Matrix) -> Iterator[Outline]:
    """The corners of each outline, the points that bend a curve among them."""
    points: Outline = []
    x, y = c_float(), c_float()
    a, b, c, d, e, f = matrix
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
    if points:
        yield points


def _covers(outlines: Sequence[Outline], word: Fragment) -> bool:
    """Whether the middle of a word and what is near its corners lie within a shape."""
    near = 0.2 * (word.right - word.left), 0.2 * word.height
    xs, ys = (word.left + near[0], word.right - near[0]), (word.bottom + near[1], word.top - near[1])
    places = [(word.centre, word.middle), *((x, y) for x in xs for y in ys)]
    return all(sum(_crossings(outline, place) for outline in outlines) % 2 for place in places)


def _crossings(outline: Outline, place: Point) -> int:
    """How often a line from a place to the right crosses an outline."""
    x, y = place
    return sum(
        (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0)
        for (x0, y0), (x1, y1) in pairwise((*outline, outline[0]))
    )
