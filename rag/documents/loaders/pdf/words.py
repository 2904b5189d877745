"""The words of a page as pdfium gives them: text, box, direction, weight."""

import math
import re
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double, c_int, create_string_buffer
from dataclasses import dataclass, replace
from itertools import repeat
from statistics import median
from typing import Any

from pypdfium2 import raw

from rag.documents.loaders.pdf.fragments import Fragment
from rag.documents.loaders.pdf.letters import spelled
from rag.documents.raised import raised_after

_BREAKS = frozenset({0x02, 0xFFFE})  # what pdfium writes for a hyphen at the end of a line
_BREAK = "\ufffe"
_SKEW = 12.0  # degrees off a quarter turn within which a scan is merely askew
_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
_FORCED_BOLD = 1 << 18  # of the flags of a font

Box = tuple[float, float, float, float]  # left, right, bottom, top


@dataclass(frozen=True, slots=True)
class Word:
    """A word and how it is turned: quarter turns clockwise, or None when it stands askew."""

    fragment: Fragment
    turn: int | None
    first: int = -1  # of its letters, among the characters of the page


def words_of(text: Any, letters: Sequence[str]) -> list[Word]:
    """Words of a pdfium text page, whose characters are `letters`, with their boxes in points of the unturned page."""
    words: list[Word] = []
    fonts: dict[bytes, bool] = {}
    for first, run, boxes in _runs(text, letters):
        turn = _turn(text, first)
        word = _word(run, boxes, _is_bold(text, first, fonts), upright=turn == 0)
        words += [Word(word, turn, first)] if word is not None else []
    return words


def characters(text: Any) -> Sequence[str]:
    """The characters of a text page, each as the letters that it shows; _BREAK for a hyphen at a line end."""
    codes = map(raw.FPDFText_GetUnicode, repeat(text), range(raw.FPDFText_CountChars(text)))
    return spelled([_BREAK if code in _BREAKS else chr(code) if code else " " for code in codes])


def turned(fragment: Fragment, turn: int) -> Fragment:
    """The fragment as it stands when the page is turned until the text is upright."""
    if turn == 0:
        return fragment
    left, bottom, right, top = fragment.left, fragment.bottom, fragment.right, fragment.top
    box = {
        1: (-top, left, -bottom, right),
        2: (-right, -top, -left, -bottom),
        3: (bottom, -right, top, -left),
    }[turn]
    return replace(fragment, left=box[0], bottom=box[1], right=box[2], top=box[3])


def _runs(text: Any, characters: Sequence[str]) -> Iterator[tuple[int, str, list[Box]]]:
    """Index of the first letter, letters and their boxes, word by word."""
    edges = [c_double() for _ in range(4)]
    places = [byref(edge) for edge in edges]
    first, letters, boxes = 0, "", list[Box]()
    for index, character in enumerate(characters):
        if character.isspace():
            if letters:
                yield first, letters, boxes
            letters, boxes = "", []
            continue
        first = first if letters else index
        raw.FPDFText_GetCharBox(text, index, *places)
        letters += character
        box = (edges[0].value, edges[1].value, edges[2].value, edges[3].value)
        boxes.append(box)
        if len(character) > 1:  # letters cast in one
            boxes += [box] * (len(character) - 1)
        if character == _BREAK:  # what follows stands on the next line
            yield first, letters.replace(_BREAK, "-"), boxes
            letters, boxes = "", []
    if letters:
        yield first, letters, boxes


def _turn(text: Any, index: int) -> int | None:
    turn = _quarters(raw.FPDFText_GetCharAngle(text, index))
    if turn is None:
        # Slanted letters look turned; the direction of their line tells.
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text, index, byref(matrix))
        turn = _quarters(-math.atan2(matrix.b, matrix.a))
    return turn


def _quarters(radians: float) -> int | None:
    degrees = math.degrees(radians) % 360
    quarter = round(degrees / 90)
    return quarter % 4 if abs(degrees - 90 * quarter) <= _SKEW else None


def _is_bold(text: Any, index: int, known: dict[bytes, bool]) -> bool:
    name, flags = create_string_buffer(64), c_int()
    raw.FPDFText_GetFontInfo(text, index, name, 64, byref(flags))
    if name.value not in known:
        heavy = raw.FPDFText_GetFontWeight(text, index) >= 600
        known[name.value] = heavy or bool(flags.value & _FORCED_BOLD) or _BOLD.search(name.value) is not None
    return known[name.value]


def _word(letters: str, boxes: Sequence[Box], bold: bool, upright: bool) -> Fragment | None:
    marks = ""
    if upright and len(letters) > 1 and any(letter.isdecimal() for letter in letters):
        letters, boxes, marks = _without_marks(letters, boxes)
    if not letters:
        return None
    lefts, rights, bottoms, tops = zip(*boxes, strict=True)
    return Fragment(letters, min(lefts), min(bottoms), max(rights), max(tops), bold, marks)


def _without_marks(letters: str, boxes: Sequence[Box]) -> tuple[str, Sequence[Box], str]:
    """The word without the raised mark of a note at its end; what is raised otherwise is written as raised."""
    high = _raised(letters, boxes)
    if not any(high) or high[0]:
        return letters, boxes, ""
    start = high.index(True)
    end = next((index for index in range(start, len(high)) if not high[index]), len(high))
    base, mark, rest = letters[:start], letters[start:end], letters[end:]
    read_as = raised_after(base, mark)
    if read_as is not None or any(map(str.isalnum, rest)):
        return base + (read_as or mark) + rest, boxes, ""
    return base + rest, [*boxes[:start], *boxes[end:]], mark


def _stands_high(box: Box, low: float, tall: float) -> bool:
    """Whether a letter is smaller than others and above their line; the higher, the less small it needs to be."""
    left_open = (box[2] - low) / tall if tall else 0.0
    share = (box[3] - box[2]) / tall if tall else 1.0
    return (left_open > 0.3 and share < 0.8) or (left_open > 0.5 and share < 0.9)


def _raised(letters: str, boxes: Sequence[Box]) -> list[bool]:
    """Whether each letter is smaller than the figures beside it and stands above their line."""
    known = [box for letter, box in zip(letters, boxes, strict=True) if letter.isalnum()]
    if len(known) < 2:
        return [False] * len(letters)
    low = median(box[2] for box in known[: max(1, len(known) - 1)])
    tall = max(box[3] - box[2] for box in known)
    high = [
        letter.isascii() and letter.isalnum() and _stands_high(box, low, tall)
        for letter, box in zip(letters, boxes, strict=True)
    ]
    # A bracket closes the mark that it follows.
    return [
        each or (letter in ")," and index > 0 and high[index - 1] and box[2] > low + 0.1 * tall)
        for index, (letter, box, each) in enumerate(zip(letters, boxes, high, strict=True))
    ]
