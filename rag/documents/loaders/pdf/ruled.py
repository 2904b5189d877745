"""Tables drawn with lines: cells are what the lines enclose."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rag.documents.blocks import RawCell
from rag.documents.divisions import marker_of
from rag.documents.loaders.pdf.fragments import Fragment, merged, rows
from rag.documents.loaders.pdf.grid import Grid, confidence_of, doubtful_of, heads, marks_of, text_of
from rag.documents.loaders.pdf.rules import Drawn, Rule, Shade
from rag.documents.table_heads import is_figure

_NEAR = 2.5  # points within which lines are one line, or touch
_MOST_RULES = 3000
_MOST_HEADS = 4  # rows
_WIDE, _SPARSE = 7, 0.25  # columns, and share of their places with words, of a chart of boxes
_FRAME = 0.7  # share of all words of a grid in one cell that makes the grid a frame around text


@dataclass(frozen=True, slots=True)
class _Region:
    """A cell: rows and columns count from the upper left corner."""

    row: int
    column: int
    rows: int
    columns: int


_Line = list[tuple[_Region, list[Fragment]]]


def ruled_tables(
    drawn: Drawn, words: Sequence[Fragment], sideways: Sequence[Fragment] = ()
) -> tuple[list[Grid], list[Fragment]]:
    """Tables of a page and the words that stand outside of them; `sideways`: set in another direction than `words`."""
    grids: list[Grid] = []
    rest = [*words, *sideways]
    foreign = set(map(id, sideways))
    for rules in _connected(_joined(drawn.rules)):
        xs, ys = _places(rules, level=False), _places(rules, level=True)
        if len(xs) < 3 or len(ys) < 2:
            continue
        inside = [word for word in rest if xs[0] < word.centre < xs[-1] and ys[0] < word.middle < ys[-1]]
        if 2 * sum(id(word) in foreign for word in inside) > len(inside):
            continue
        grid = _grid(rules, xs, ys, inside, drawn.shades)
        if grid is not None:
            taken = set(map(id, inside))
            grids.append(grid)
            rest = [word for word in rest if id(word) not in taken]
    return grids, rest


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Pieces of one line put together."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda each: (each.level, round(each.at / _NEAR), each.start)):
        last = joined[-1] if joined else None
        same = last is not None and last.level == rule.level and abs(last.at - rule.at) <= _NEAR
        if last is not None and same and rule.start <= last.end + _NEAR:
            joined[-1] = Rule(last.level, last.at, last.start, max(last.end, rule.end))
        else:
            joined.append(rule)
    return joined if len(joined) <= _MOST_RULES else []


def _connected(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Lines that cross or touch each other, table by table, the topmost first."""
    level = [rule for rule in rules if rule.level]
    upright = [rule for rule in rules if not rule.level]
    group = {id(rule): {id(rule)} for rule in rules}
    by_id = {id(rule): rule for rule in rules}
    for one in level:
        for other in upright:
            if _touch(one, other) and group[id(one)] is not group[id(other)]:
                small, large = sorted((group[id(one)], group[id(other)]), key=len)
                large |= small
                for member in small:
                    group[member] = large
    found = {id(members): members for members in group.values()}
    tables = [[by_id[member] for member in members] for members in found.values() if len(members) > 3]
    return sorted(tables, key=lambda table: -max(rule.at for rule in table if rule.level))


def _touch(level: Rule, upright: Rule) -> bool:
    return (
        level.start - _NEAR <= upright.at <= level.end + _NEAR
        and upright.start - _NEAR <= level.at <= upright.end + _NEAR
    )


def _places(rules: Iterable[Rule], level: bool) -> list[float]:
    """Where the lines of one direction stand, from the lowest; near ones are one."""
    places: list[float] = []
    for at in sorted(rule.at for rule in rules if rule.level is level):
        if not places or at - places[-1] > _NEAR:
            places.append(at)
    return places


def _grid(
    rules: Sequence[Rule], xs: Sequence[float], ys: Sequence[float], words: Sequence[Fragment], shades: Sequence[Shade]
) -> Grid | None:
    """None for what is no table: frames around text, boxes, a single column."""
    regions = _regions(rules, xs, ys)
    held: defaultdict[_Region, list[Fragment]] = defaultdict(list)
    home = {(row, column): region for region in regions for row, column in _covered(region)}
    for word in words:
        row, column = len(ys) - 1 - bisect_right(ys, word.middle), bisect_right(xs, word.centre) - 1
        held[home[row, column]].append(word)
    if len(held) < 3 or (len(held) < 4 and max(map(len, held.values())) > _FRAME * len(words)):
        return None
    if len({region.column for region in held}) < 2:
        return None
    if _is_drawing(held, len(xs) - 1, len(ys) - 1):
        boxes = (RawCell(text_of(held[region])) for region in regions if region in held)
        sure, doubts = confidence_of(words), doubtful_of(words)
        return Grid(tuple((box,) for box in boxes), (xs[0], xs[-1]), ys[0], ys[-1], confidence=sure, doubtful=doubts)
    lines = list(_lines(regions, held, len(ys) - 1))
    bands = [tuple(_cell(region, fragments) for region, fragments in line) for line in lines]
    header = _header_rows([line for line in lines if line], len(xs) - 1, shades)
    marks = " ".join(mark for each in held.values() if (mark := marks_of(each)))
    return Grid(
        tuple(bands),
        tuple(xs),
        ys[0],
        ys[-1],
        header,
        marks=marks,
        confidence=confidence_of(words),
        doubtful=doubtful_of(words),
    )


def _is_drawing(held: Mapping[_Region, list[Fragment]], columns: int, rows_: int) -> bool:
    """Whether boxes with lines between them are no rows and columns: most of the places hold nothing, none a figure."""
    filled = sum(region.columns * region.rows for region in held)
    figures = any(is_figure(text_of(words)) for words in held.values())
    return columns >= _WIDE and not figures and len(held) < _SPARSE * columns * rows_ and filled < columns * rows_


def _covered(region: _Region) -> Iterable[tuple[int, int]]:
    for row in range(region.row, region.row + region.rows):
        for column in range(region.column, region.column + region.columns):
            yield row, column


def _regions(rules: Sequence[Rule], xs: Sequence[float], ys: Sequence[float]) -> list[_Region]:
    """The smallest rectangles between the places of lines, joined where no line parts them."""
    upright, level = _walls(rules, xs, level=False), _walls(rules, ys, level=True)
    tops = list(reversed(ys))
    taken: set[tuple[int, int]] = set()
    found: list[_Region] = []
    for row, column in ((row, column) for row in range(len(ys) - 1) for column in range(len(xs) - 1)):
        if (row, column) in taken:
            continue
        x, y = (xs[column] + xs[column + 1]) / 2, (tops[row] + tops[row + 1]) / 2
        columns = rows_ = 1
        while column + columns < len(xs) - 1 and (row, column + columns) not in taken:
            if _parts(upright[column + columns], y):
                break
            columns += 1
        while row + rows_ < len(ys) - 1 and (row + rows_, column) not in taken:
            if _parts(level[len(ys) - 1 - row - rows_], x):
                break
            rows_ += 1
        found.append(_Region(row, column, rows_, columns))
        taken.update(_covered(found[-1]))
    return found


def _walls(rules: Sequence[Rule], places: Sequence[float], level: bool) -> list[list[Rule]]:
    """The lines of one direction at each of their places."""
    walls: list[list[Rule]] = [[] for _ in places]
    for rule in rules:
        if rule.level is level:
            walls[min(range(len(places)), key=lambda at: abs(places[at] - rule.at))].append(rule)
    return walls


def _parts(walls: Sequence[Rule], where: float) -> bool:
    return any(wall.start - _NEAR <= where <= wall.end + _NEAR for wall in walls)


def _lines(regions: Sequence[_Region], held: Mapping[_Region, list[Fragment]], count: int) -> Iterator[_Line]:
    """The cells that begin in each row, from left to right; rows that no line parts are told by their figures."""
    by_row = {row: list(group) for row, group in groupby(regions, key=lambda each: each.row)}
    for row in range(count):
        cells = [(region, held.get(region, [])) for region in by_row.get(row, [])]
        yield from _parted(cells) if all(region.rows == 1 for region, _ in cells) else [cells]


def _parted(cells: _Line) -> list[_Line]:
    """The rows of a band in which columns of figures stand without lines between."""
    written = [rows(fragments) for _, fragments in cells]
    anchors = next((lines for lines in written if len(lines) > 1 and all(map(_is_figure, lines))), None)
    labels = next((lines for lines in written if lines), [])
    if anchors is None:
        return [cells]
    begun: Sequence[Sequence[Fragment]] = anchors
    if labels is anchors or len(labels) != len(anchors):
        begun = _begun(max(written[: written.index(anchors)], key=len, default=[]), anchors)
    if not begun:
        return [cells]
    tops = [max(word.top for word in line) for line in begun]
    parted: list[_Line] = []
    for number in range(len(tops)):
        high = float("inf") if number == 0 else tops[number] + _NEAR
        low = tops[number + 1] + _NEAR if number + 1 < len(tops) else float("-inf")
        parted.append([(region, [w for w in words if low < w.top <= high]) for region, words in cells])
    return parted


def _begun(labels: Sequence[Sequence[Fragment]], anchors: Sequence[Sequence[Fragment]]) -> list[Sequence[Fragment]]:
    """The label lines that begin a row where some wrap and some stand above others without a figure.

    None unless each figure stands beside a label of its own.
    """
    groups: list[list[Sequence[Fragment]]] = []
    for line in labels:
        text = merged(line).text
        if not groups or marker_of(text) or not text[:1].islower():
            groups.append([])
        groups[-1].append(line)
    beside = [sum(_is_level(line, anchor) for line in group for anchor in anchors) for group in groups]
    whole = sum(beside) == len(anchors) and max(beside, default=0) == 1
    return [group[0] for group in groups] if whole else []


def _is_level(line: Sequence[Fragment], other: Sequence[Fragment]) -> bool:
    return abs(line[0].middle - other[0].middle) <= 0.5 * max(line[0].height, other[0].height)


def _is_figure(line: Sequence[Fragment]) -> bool:
    text = merged(line).text
    return is_figure(text) and not text.endswith((",", "."))


def _cell(region: _Region, words: Sequence[Fragment]) -> RawCell:
    return RawCell(text_of(words), region.columns, region.rows)


def _header_rows(lines: Sequence[_Line], width: int, shades: Sequence[Shade]) -> int | None:
    """Rows that are bold or shaded above plain ones, or words above figures; None where nothing tells."""
    count = max(_marked(lines, _is_bold), _marked(lines, lambda words: _is_shaded(words, shades)))
    count = count or heads([_texts(line, width) for line in lines]) or _spanned(lines[0], width)
    count = min(count, _first_parted(lines))
    if not count:
        return None
    reach = max(region.row + region.rows for line in lines[:count] for region, _ in line)
    begun = sum(line[0][0].row < reach for line in lines if line)
    return min(max(count, begun), len(lines) - 1)


def _first_parted(lines: Sequence[_Line]) -> int:
    """The first of the rows that no line parts from the next: these are of the body."""
    bands = [line[0][0].row if line else -1 for line in lines]
    return next((at for at, band in enumerate(bands[:-1]) if band == bands[at + 1]), len(bands))


def _marked(lines: Sequence[_Line], is_marked: Callable[[Sequence[Fragment]], bool]) -> int:
    """How many leading rows bear a mark in all of their cells, if the rows below do not."""
    bearing = [all(is_marked(words) for _, words in line if words) for line in lines if any(words for _, words in line)]
    count = bearing.index(False) if False in bearing else len(bearing)
    return count if count <= _MOST_HEADS and not all(bearing[count:]) and sum(bearing) <= 0.5 * len(bearing) else 0


def _spanned(line: _Line, width: int) -> int:
    """How many rows the first one reaches down where it has cells over some columns beside cells over some rows."""
    wide = any(1 < region.columns < width for region, _ in line)
    return max(region.rows for region, _ in line) if wide and any(region.rows > 1 for region, _ in line) else 0


def _is_bold(words: Sequence[Fragment]) -> bool:
    return all(word.bold for word in words)


def _is_shaded(words: Sequence[Fragment], shades: Sequence[Shade]) -> bool:
    return all(
        any(shade.left <= word.centre <= shade.right and shade.bottom <= word.middle <= shade.top for shade in shades)
        for word in words
    )


def _texts(line: _Line, width: int) -> list[str]:
    texts = [""] * width
    for region, words in line:
        texts[region.column] = text_of(words)
    return texts
