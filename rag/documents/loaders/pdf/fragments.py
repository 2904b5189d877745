"""Words of a page with their boxes, and the lines they stand on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import fmean, median

from rag.documents.raised import raised_after
from rag.types import Doubt


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words set in one go; points, y grows upwards."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    bold: bool = False
    marks: str = ""  # raised marks of notes that stood in it
    filled: bool = False  # the value of a form's field
    confidence: float | None = None  # 0..1, of text recognised in a picture
    doubtful: tuple[Doubt, ...] = ()  # words with figures of which recognition is not sure

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


_MARK = re.compile(r"(?:\d{1,2}|[a-z]|\*{1,3})\)?,?")
_REMEMBERED = 3  # lines above, and words before, that are looked at again


def rows(fragments: Sequence[Fragment]) -> list[list[Fragment]]:
    """Fragments that stand on one line, from left to right; lines from top to bottom."""
    found: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda each: -each.middle):
        home = next((row for row in reversed(found[-_REMEMBERED:]) if _same_line(row, fragment)), None)
        if home is None:
            found.append([fragment])
        else:
            home.append(fragment)
    return [sorted(row, key=lambda each: each.left) for row in found]


def merged(row: Sequence[Fragment]) -> Fragment:
    """One line of the words of a row; words printed twice are told once, raised marks of notes go to `marks`."""
    words, marks = [row[0]], row[0].marks
    for word in row[1:]:
        if _is_raised(word, words[-1]):
            exponent = raised_after(words[-1].text, word.text)
            marks += "" if exponent else f" {word.text}"
            words[-1] = replace(words[-1], text=words[-1].text + (exponent or ""))
        elif not any(_is_reprint(word, before) for before in words[-_REMEMBERED:]):
            words.append(word)
            marks += f" {word.marks}" if word.marks else ""
    text = words[0].text
    for before, after in pairwise(words):
        apart = after.left - before.right > 0.12 * max(before.height, after.height, 1.0)
        text += (" " if apart else "") + after.text
    known = [word.confidence for word in words if word.confidence is not None]
    return Fragment(
        text,
        words[0].left,
        min(each.bottom for each in words),
        max(each.right for each in words),
        max(each.top for each in words),
        bold=all(word.bold for word in words),
        marks=marks.strip(),
        filled=any(word.filled for word in words),
        confidence=fmean(known) if known else None,
        doubtful=tuple(word for each in words for word in each.doubtful),
    )


def cells_of(row: Sequence[Fragment], gap: float) -> list[list[Fragment]]:
    """The words of a row in runs that stand at least `gap` apart; what a form holds is a run of its own."""
    cells = [[row[0]]]
    reach = row[0].right
    for word in row[1:]:
        if word.left - reach >= gap or word.filled != cells[-1][-1].filled:
            cells.append([word])
        else:
            cells[-1].append(word)
        reach = max(reach, word.right)
    return cells


def line_height(fragments: Sequence[Fragment]) -> float:
    """The usual height of a word; 10 points where there is none."""
    return median(each.height for each in fragments) if fragments else 10.0


def _same_line(row: Sequence[Fragment], fragment: Fragment) -> bool:
    # Scans are skewed: the nearest neighbour tells more than the row as a whole.
    nearest = min(row, key=lambda each: abs(each.left - fragment.left))
    shared = min(nearest.top, fragment.top) - max(nearest.bottom, fragment.bottom)
    return shared > (0.2 if _is_mark_beside(nearest, fragment) else 0.4) * min(nearest.height, fragment.height)


def _is_mark_beside(one: Fragment, other: Fragment) -> bool:
    """Whether one of two words is the mark of a note, raised before or behind the other."""
    small, large = sorted((one, other), key=lambda each: each.height)
    raised = small.height < 0.85 * large.height and small.top > large.top and small.bottom > large.bottom
    return raised and _MARK.fullmatch(small.text) is not None


def _is_raised(word: Fragment, before: Fragment) -> bool:
    small = word.height < 0.75 * before.height and before.height > 0
    near = word.left - before.right < 0.5 * before.height
    return (
        small and near and word.bottom > before.bottom + 0.3 * before.height and _MARK.fullmatch(word.text) is not None
    )


def _is_reprint(word: Fragment, before: Fragment) -> bool:
    """Bold by printing twice."""
    return word.text == before.text and word.left - before.left < 0.5 * (before.right - before.left)
