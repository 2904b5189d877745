"""Words set sideways on a page: the names of narrow columns, laid down at the foot of their cell.

A name laid down takes the place of its column on the line where the other names stand, so that a table without lines is
found with it as with any other name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.documents.loaders.pdf.fragments import Fragment, cells_of, merged, rows
from rag.documents.loaders.pdf.words import turned

_STEP = 1.8  # times the height of letters, from one line of a name to the next
_APART = 1.5  # times the height: words of one line farther apart are two names
_FEWEST = 2  # names that stand side by side
_LEVEL = 4.0  # points that their feet, middles or heads may differ
_BELOW = 90.0  # points below its foot within which the column begins: names hung from above are of many lengths
_ROWS = 2  # of figures or words below a name, at least
_SLACK = 8.0  # points that a figure may stand beside the name of its column


@dataclass(frozen=True, slots=True)
class Sideways:
    """A name as it stands on the page, the words that it is made of, and how they are turned against the page."""

    name: Fragment
    words: tuple[Fragment, ...]


def names_in(fragments: Sequence[Fragment], turn: int, main: int) -> list[Sideways]:
    """The names that words make, which are `turn` quarters off upright and stand here as if they were upright.

    The boxes of the names are those on the page once its main direction is upright.
    """
    cells = [cell for row in rows(fragments) for cell in cells_of(row, _APART * _tallest(row))]
    groups: list[list[list[Fragment]]] = []
    for cell in cells:
        home = next((group for group in groups if _goes_on(merged(group[-1]), merged(cell))), None)
        groups.append([cell]) if home is None else home.append(cell)
    return [_sideways(group, turn, main) for group in groups]


def laid_down(names: Sequence[Sideways], upright: Sequence[Fragment]) -> tuple[list[Fragment], list[Sideways]]:
    """The names of columns as words of the line they belong to, and what names no column of `upright` words."""
    over = [one for one in names if _heads(one.name, upright)]
    level = {id(one): [other.name for other in over if _is_level(one.name, other.name)] for one in over}
    beside = [one for one in over if len(level[id(one)]) >= _FEWEST]
    chosen = set(map(id, beside))
    laid = [_laid(one.name, level[id(one)], upright) for one in beside]
    return laid, [one for one in names if id(one) not in chosen]


def _tallest(row: Sequence[Fragment]) -> float:
    return max(word.height for word in row)


def _goes_on(above: Fragment, below: Fragment) -> bool:
    """Whether a line is the next one of the same name: right below it, over some of its width."""
    step = above.bottom - below.bottom
    shared = min(above.right, below.right) - max(above.left, below.left)
    return 0 < step < _STEP * max(above.height, below.height) and shared > 0


def _sideways(lines: Sequence[Sequence[Fragment]], turn: int, main: int) -> Sideways:
    whole = [merged(line) for line in lines]
    box = Fragment(
        " ".join(line.text for line in whole),
        min(line.left for line in whole),
        min(line.bottom for line in whole),
        max(line.right for line in whole),
        max(line.top for line in whole),
        bold=all(line.bold for line in whole),
        marks=" ".join(line.marks for line in whole if line.marks),
    )
    on_page = turned(turned(box, -turn % 4), main)
    return Sideways(on_page, tuple(word for line in lines for word in line))


def _heads(name: Fragment, upright: Sequence[Fragment]) -> bool:
    """Whether a column of words begins right below a name."""
    below = [
        word
        for word in upright
        if word.top <= name.bottom + 2 and word.left - _SLACK <= name.right and word.right + _SLACK >= name.left
    ]
    near = any(name.bottom - word.top < _BELOW for word in below)
    return near and len(rows(below)) >= _ROWS and name.height > name.right - name.left


def _is_level(one: Fragment, other: Fragment) -> bool:
    places = ((one.bottom, other.bottom), (one.middle, other.middle), (one.top, other.top))
    return any(abs(first - second) < _LEVEL for first, second in places)


def _laid(name: Fragment, level: Sequence[Fragment], upright: Sequence[Fragment]) -> Fragment:
    """The name on the lowest line of words beside it and those level with it; at their foot where there is none."""
    foot, top = min(one.bottom for one in level), max(one.top for one in level)
    beside = [word for word in upright if foot - 2 <= word.middle <= top]
    line = min(beside, key=lambda word: word.middle, default=None)
    if line is not None:
        return replace(name, bottom=line.bottom, top=line.top)
    return replace(name, bottom=foot, top=foot + min(name.right - name.left, name.height))
