"""Pages whose text cannot be read: pictures, and fonts that do not say which letters they draw."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from ctypes import byref, c_float
from typing import Any

from pypdfium2 import raw

_MIN_CHARACTERS = 8  # that tell something of a font
_COVERED = 0.5  # of the page, by a picture: a scan, or a photograph with a few words
_IMAGE, _TEXT = raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_TEXT
_INVISIBLE = raw.FPDF_TEXTRENDERMODE_INVISIBLE
_STAMP = 0.15  # of the height of such a page that the words of a stamp or signature take
_UNKNOWN = 0.3  # of the characters: so many without a letter make no text
_CONTROLS = 0.05  # of the characters
_LETTERS = 80  # that tell by their frequencies whether they are of a language
_LIKENESS = (
    0.78  # of those with a language's, as a cosine: text has .85 and more, shuffled letters .70 at most in 19 of 20
)
_CONTROL = re.compile(r"[\x00-\x1f]")
_NO_LETTER = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")  # private use, too
_STAMPED = re.compile(
    r"tanda ?tangan\w* (?:secara )?(?:elektronik|digital)|sertifikat elektronik|\bbsre\b|\bbssn\b|digitally signed"
    r"|(?:scanned|dipindai) (?:with|by|dengan|oleh)|camscanner",
    re.IGNORECASE,
)
# How often each letter from a to z stands in a thousand, counted in 123 news reports in both languages.
_INDONESIAN = (190, 26, 7, 39, 88, 3, 39, 24, 74, 8, 49, 33, 46, 104, 20, 31, 0, 53, 42, 51, 46, 2, 6, 0, 17, 0)
_ENGLISH = (85, 15, 30, 40, 122, 21, 22, 49, 73, 2, 8, 41, 25, 72, 74, 22, 1, 63, 67, 90, 29, 11, 18, 2, 18, 1)


def is_pictured(page: Any, heights: Sequence[tuple[float, float]]) -> bool:
    """Whether a page is a picture that few lines stand on. `heights`: lower and upper end of each line."""
    height: float = page.get_height()
    few = _written_height(heights) < _STAMP * height
    return few and picture_share(page) > _COVERED


def is_stamp(text: str) -> bool:
    """Whether a line is what scanners and electronic signatures print on every page."""
    return _STAMPED.search(text) is not None


def picture_share(page: Any) -> float:
    """The part of the page, 0..1, that its largest picture covers."""
    area = max(1.0, float(page.get_width()) * float(page.get_height()))
    parts = (raw.FPDFPage_GetObject(page.raw, index) for index in range(raw.FPDFPage_CountObjects(page.raw)))
    return max((_area(part) / area for part in parts if raw.FPDFPageObj_GetType(part) == _IMAGE), default=0.0)


def is_layer(page: Any) -> bool:
    """Whether the words of a page are an invisible layer over its picture, as scanners write what they recognised."""
    parts = (raw.FPDFPage_GetObject(page.raw, index) for index in range(raw.FPDFPage_CountObjects(page.raw)))
    first = next((part for part in parts if raw.FPDFPageObj_GetType(part) == _TEXT), None)
    unseen = first is not None and raw.FPDFTextObj_GetTextRenderMode(first) == _INVISIBLE
    return unseen and picture_share(page) > _COVERED


def is_garbled(characters: Sequence[str]) -> bool:
    """Whether what a font gives as its characters are none, or letters that make no words of any language."""
    shown = [character for character in characters if not character.isspace()]
    if len(shown) < _MIN_CHARACTERS:
        return False
    text = "".join(shown)
    if len(_CONTROL.findall(text)) > _CONTROLS * len(text) or len(_NO_LETTER.findall(text)) > _UNKNOWN * len(text):
        return True
    # Each word once: "Pasal 4. Cukup jelas. Pasal 5. Cukup jelas." has the letters of four words. Codes and prices are
    # no words: a list from "K-01" to "K-36" would have more of K than any language.
    words = {word for word in "".join(characters).lower().split() if not any(map(str.isdigit, word))}
    return _is_no_language(Counter(letter for word in words for letter in word if "a" <= letter <= "z"))


def _area(picture: Any) -> float:
    left, bottom, right, top = (c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(picture, byref(left), byref(bottom), byref(right), byref(top))
    return max(0.0, right.value - left.value) * max(0.0, top.value - bottom.value)


def _written_height(heights: Sequence[tuple[float, float]]) -> float:
    """How much of the page's height lies between the lower and upper ends of lines."""
    covered, reach = 0.0, -math.inf
    for low, high in sorted(heights):
        covered += max(0.0, high - max(low, reach))
        reach = max(reach, high)
    return covered


def _is_no_language(letters: Counter[str]) -> bool:
    if letters.total() < _LETTERS:
        return False
    counts = [letters[chr(ord("a") + index)] for index in range(26)]
    return max(_cosine(counts, usual) for usual in (_INDONESIAN, _ENGLISH)) < _LIKENESS


def _cosine(one: Sequence[int], other: Sequence[int]) -> float:
    product = sum(a * b for a, b in zip(one, other, strict=True))
    return product / math.sqrt(sum(a * a for a in one) * sum(b * b for b in other))
