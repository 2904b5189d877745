"""Lines of printed pages joined into paragraphs; knows the divisions of Indonesian laws."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from rag.documents.cleaning import PAGE_BREAK, Block
from rag.documents.divisions import division_of
from rag.documents.loaders.plain import join, join_lines
from rag.language.text import is_list_item


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; points, `bottom` grows upwards."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


_LABEL = re.compile(r"(?:Ayat\s*\(?\d+[a-z]?\)?|Huruf\s+[a-z]|Angka\s+\d+)")
_OPENERS = re.compile(
    r"(?:Menimbang|Mengingat|Menetapkan|Memperhatikan|Membaca|Dengan [Pp]ersetujuan)\b|\(\d{1,2}[)|l1]\s"
)
_NUMBERED = re.compile(r"\d+(?:\.\d+)+\.?\s+[A-Z]\S*(?:\s+\S+){0,11}")
_TERMINAL = (".", "!", "?", ":", ";", ".”", '."', ".)")
_WIDE_GAP = 1.6  # times the usual distance between lines
_LARGE_TYPE = 1.35  # times the usual height of a line
_HEADING_WORDS = 14


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual on a page."""

    left: float
    right: float
    step: float
    height: float

    @property
    def width(self) -> float:
        return max(1.0, self.right - self.left)


def blocks_of(pages: Sequence[Sequence[Line]]) -> tuple[Block, ...]:
    """Paragraphs and headings in order; a paragraph that runs over a page holds its page break."""
    blocks: list[Block] = []
    measures = [_measure(page) for page in pages if page]
    margin = median(measure.right for measure in measures) if measures else 0.0
    for number, page in enumerate(pages):
        found = _page_blocks(page, margin)
        if number == 0:
            blocks = found
        elif not found:
            blocks.append(Block(PAGE_BREAK))
        elif blocks and _runs_over(blocks[-1], found[0]):
            blocks[-1] = replace(blocks[-1], text=_across(blocks[-1].text, found[0].text))
            blocks += found[1:]
        else:
            blocks += [replace(found[0], text=PAGE_BREAK + found[0].text), *found[1:]]
    return tuple(blocks)


def _page_blocks(page: Sequence[Line], margin: float) -> list[Block]:
    if not page:
        return []
    own = _measure(page)
    # A page of short lines only does not show where the margin is.
    measure = replace(own, right=max(own.right, margin))
    groups: list[list[Line]] = [[page[0]]]
    for before, line in pairwise(page):
        if _starts_paragraph(before, line, measure):
            groups.append([line])
        else:
            groups[-1].append(line)
    return _named_divisions([_block(group, measure) for group in groups])


def _measure(page: Sequence[Line]) -> _Measure:
    rights = sorted(line.right for line in page)
    steps = [above.bottom - below.bottom for above, below in pairwise(page) if above.bottom > below.bottom]
    return _Measure(
        left=min(line.left for line in page),
        right=rights[int(0.85 * (len(rights) - 1))],
        step=median(steps) if steps else 0.0,
        height=median(line.height for line in page),
    )


def _starts_paragraph(before: Line, line: Line, measure: _Measure) -> bool:
    if division(line.text) or division(before.text) or _LABEL.match(line.text) or _OPENERS.match(line.text):
        return True
    if _LABEL.fullmatch(before.text):
        return False
    if is_list_item(line.text) or _is_large(before, measure) != _is_large(line, measure):
        return True
    if _is_capitals(before.text) != _is_capitals(line.text) and (
        _is_short(before, measure) or _is_short(line, measure)
    ):
        return True
    drop = before.bottom - line.bottom
    if drop < 0:  # the top of the next column
        return before.text.endswith(_TERMINAL)
    if measure.step and drop > _WIDE_GAP * measure.step and not line.text[0].islower():
        return True
    if not _is_short(before, measure):
        return False
    return before.text.endswith(_TERMINAL) or (
        line.text[0].isupper() and before.right < measure.left + 0.6 * measure.width
    )


def _is_short(line: Line, measure: _Measure) -> bool:
    return line.right < measure.right - 0.06 * measure.width


def _is_large(line: Line, measure: _Measure) -> bool:
    large = line.height > _LARGE_TYPE * measure.height and len(line.text.split()) <= _HEADING_WORDS
    return large and not line.text[0].islower()


def _is_capitals(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= 4 and sum(character.isupper() for character in letters) > 0.9 * len(letters)


def division(text: str) -> int:
    """The heading level of a division of a law such as "Pasal 3"; 0 for anything else."""
    found = division_of(text)
    return found.level if found else 0


def _block(group: Sequence[Line], measure: _Measure) -> Block:
    text = join_lines([line.text for line in group])
    return Block(text, _level(text, group, measure), item=is_list_item(text))


def _level(text: str, group: Sequence[Line], measure: _Measure) -> int:
    level = division(text)
    if level or text.endswith((".", ";", ",")) or _OPENERS.match(text):
        return level
    if len(text.split()) > 3 * _HEADING_WORDS or is_list_item(text):
        return 0
    if _NUMBERED.fullmatch(text):
        return 3
    return 2 if _is_capitals(text) or all(_is_large(line, measure) for line in group) else 0


def _named_divisions(blocks: Sequence[Block]) -> list[Block]:
    """ "BAB I" and "KETENTUAN UMUM" below it are one heading; so are "Bagian Kesatu" and its name."""
    named: list[Block] = []
    for block in blocks:
        above = named[-1] if named else None
        if above is not None and above.level in (1, 2, 3, 4) and _is_bare(above.text) and _may_name(block, above.level):
            named[-1] = replace(above, text=f"{above.text} {block.text}")
        else:
            named.append(block)
    return named


def _is_bare(text: str) -> bool:
    return (
        re.fullmatch(r"(?:BAB|BUKU)\s+\S+|Bagian\s+\S+(?:\s+(?:[Bb]elas|[Pp]uluh))?|Paragraf\s+\d+", text) is not None
    )


def _may_name(block: Block, level: int) -> bool:
    if division(block.text):
        return False
    return (
        _is_capitals(block.text)
        if level <= 2
        else len(block.text.split()) <= _HEADING_WORDS and block.text[:1].isupper()
    )


def _runs_over(last: Block, first: Block) -> bool:
    if last.level or first.level or is_list_item(first.text) or _LABEL.match(first.text) or _OPENERS.match(first.text):
        return False
    return not last.text.endswith(_TERMINAL) and (first.text[:1].islower() or last.text.endswith((",", "-")))


def _across(last: str, first: str) -> str:
    joined = join(last, first)
    # A word broken over the page belongs to the page it ends on.
    at = len(joined) - len(first)
    cut = joined.rfind(" ", 0, at + 1) + 1 if joined[at - 1 : at] != " " else at
    return joined[:cut] + PAGE_BREAK + joined[cut:]
