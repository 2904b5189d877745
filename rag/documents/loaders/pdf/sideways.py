"""Words set sideways on a page: the names of narrow columns, laid down at the foot of their cell.

A name laid down takes the place of its column on the line where the other names stand, so that a table without lines is
found with it as with any other name. Names below a chart stand above running text, and stay aside.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.documents.loaders.pdf.fragments import Fragment, cells_of, merged, rows
from rag.documents.loaders.pdf.words import turned
from rag.documents.table_heads import is_figure

_STEP = 1.8  # times the height of letters, from one line of a name to the next
_APART = 1.5  # times the height: words of one line farther apart are two names
_FEWEST = 2  # names that stand side by side
_MOST = 100  # a page with more of them is a map
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
    lines = [(merged(cell), cell) for row in rows(fragments) for cell in cells_of(row, _APART * _tallest(row))]
    reach = _STEP * max((line.height for line, _ in lines), default=0.0)
    groups: list[list[list[Fragment]]] = []
    ends: list[tuple[Fragment, list[list[Fragment]]]] = []  # groups with their last lines, as far as they may go on
    for line, cell in lines:
        ends = [one for one in ends if one[0].bottom - line.bottom < reach]
        home = next((at for at, (end, _) in enumerate(ends) if _goes_on(end, line)), len(ends))
        if home == len(ends):
            groups.append([])
            ends.append((line, groups[-1]))
        ends[home] = (line, ends[home][1])
        ends[home][1].append(cell)
    return [_sideways(group, turn, main) for group in groups]


def laid_down(names: Sequence[Sideways], upright: Sequence[Fragment]) -> tuple[list[Fragment], list[Sideways]]:
    """The names of columns as words of the line they belong to, and what names no column of `upright` words."""
    cells = _cells_below([one.name for one in names], upright) if len(names) <= _MOST else []
    over = [one for one in names if _heads(one.name, cells)] if cells else []
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


def _cells_below(names: Sequence[Fragment], upright: Sequence[Fragment]) -> list[Fragment]:
    """The words of a page that may be cells of columns so called: of running text one line stands below several."""
    lines = [run for row in rows(upright) for run in cells_of(row, _APART * _tallest(row))] if names else []
    return [word for line in lines if not _is_below_several(line, names) for word in line]


def _is_below_several(line: Sequence[Fragment], names: Sequence[Fragment]) -> bool:
    """Figures of narrow columns stand as near each other as words do."""
    if all(is_figure(word.text) for word in line):
        return False
    right = max(word.right for word in line)
    return sum(line[0].left < name.right and name.left < right for name in names) > 1


def _heads(name: Fragment, cells: Sequence[Fragment]) -> bool:
    """Whether a column of words begins right below a name."""
    below = [
        word
        for word in cells
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
