"""Steps as leaflets set them: a large number beside a paragraph, at its middle or its top, the next one below a gap.

Row by row such a number stands within a sentence. Where each number of a column that counts on has one paragraph of its
own to its right, the paragraph is told behind its number.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rag.documents.loaders.pdf.fragments import Fragment, cells_of, merged, rows
from rag.documents.loaders.plain import join_lines

_NUMBER = re.compile(r"0?(\d{1,2})[.)]?")
_LARGER = 1.5  # times as high as the words of the page
_BESIDE = 8.0  # points that the middles of numbers may be apart
_GAP = 1.35  # times the step from line to line: farther below, another paragraph begins
_APART = 4.0  # times the height of a line: words farther apart are in two columns
_WORDS = 3  # of a paragraph at least, on average

Lines = list[list[Fragment]]


def with_steps(words: Sequence[Fragment], height: float) -> tuple[list[Fragment], list[Fragment]]:
    """The steps of a page, each one line with its number, and the words that are of none. `height`: of a usual word."""
    numbers = [word for word in words if word.height >= _LARGER * height and _NUMBER.fullmatch(word.text)]
    runs = list(_runs(numbers)) if len(numbers) > 1 else []
    steps: list[Fragment] = []
    taken: set[int] = set()
    for run in runs:
        found = _paragraphs(run, [word for word in words if id(word) not in taken], height, _next_to(run, runs))
        steps += [_step(number, lines) for number, lines in zip(run, found, strict=False)]
        taken |= {id(word) for lines in found for line in lines for word in line}
        taken |= {id(number) for number in numbers if any(_is_again(number, one) for one in run)} if found else set()
    return steps, [word for word in words if id(word) not in taken]


def _value(number: Fragment) -> int:
    found = _NUMBER.fullmatch(number.text)
    return int(found[1]) if found else 0


def _runs(numbers: Sequence[Fragment]) -> Iterator[list[Fragment]]:
    """Numbers one below the other that count on, two at least."""
    left = sorted(numbers, key=lambda each: -each.middle)
    while left:
        run = [left.pop(0)]
        for number in list(left):
            if abs(number.centre - run[-1].centre) < _BESIDE and _value(number) == _value(run[-1]) + 1:
                run.append(number)
                left.remove(number)
        if len(run) > 1:
            yield run


def _is_again(number: Fragment, one: Fragment) -> bool:
    """Whether a number is one of a run, or printed over it."""
    near = abs(number.centre - one.centre) + abs(number.middle - one.middle) < _BESIDE
    return near and number.text == one.text


def _next_to(run: Sequence[Fragment], runs: Sequence[Sequence[Fragment]]) -> float:
    """Where the next column of numbers to the right begins; infinity where there is none."""
    reach = max(number.right for number in run)
    begins = (min(number.left for number in other) for other in runs)
    return min((left for left in begins if left > reach), default=float("inf"))


def _paragraphs(run: Sequence[Fragment], words: Sequence[Fragment], height: float, bound: float) -> list[Lines]:
    """The lines beside each number; [] unless each has a paragraph, and nothing stands between these."""
    reach, own = max(number.right for number in run), set(map(id, run))
    beside = [word for word in words if reach <= word.left < bound and id(word) not in own]
    groups = _groups(rows(beside))
    places = [_group_of(number, groups, height) for number in run]
    first = places[0]
    if first is None or places != list(range(first, first + len(run))):
        return []
    found = groups[first : first + len(run)]
    lines = [line for group in found for line in group]
    one_column = all(len(cells_of(line, _APART * height)) == 1 for line in lines)
    return found if one_column and sum(map(len, lines)) >= _WORDS * len(run) else []


def _groups(lines: Lines) -> list[Lines]:
    """Lines in paragraphs, by the gaps between them."""
    steps = [_level(above) - _level(below) for above, below in pairwise(lines)]
    usual = sorted(steps)[len(steps) // 4] if steps else 0.0
    groups: list[Lines] = [lines[:1]] if lines else []
    for line, step in zip(lines[1:], steps, strict=True):
        if step > _GAP * usual:
            groups.append([])
        groups[-1].append(line)
    return groups


def _level(line: Sequence[Fragment]) -> float:
    return sum(word.middle for word in line) / len(line)


def _group_of(number: Fragment, groups: Sequence[Lines], height: float) -> int | None:
    for at, group in enumerate(groups):
        top, bottom = max(word.top for word in group[0]), min(word.bottom for word in group[-1])
        if bottom - height / 2 <= number.middle <= top + height / 2:
            return at
    return None


def _step(number: Fragment, lines: Lines) -> Fragment:
    told = [merged(line) for line in lines]
    text = f"{_value(number)}. {join_lines([line.text for line in told])}"
    marks = " ".join(line.marks for line in told if line.marks)
    known = [line.confidence for line in told if line.confidence is not None]
    return replace(
        told[0],
        text=text,
        left=number.left,
        right=max(line.right for line in told),
        marks=marks,
        confidence=min(known, default=None),
        doubtful=tuple(doubt for line in told for doubt in line.doubtful),
    )
