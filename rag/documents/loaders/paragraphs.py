"""Lines of printed pages joined into paragraphs; knows the divisions of Indonesian laws."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import fmean, median

from rag.documents.cleaning import PAGE_BREAK, Block
from rag.documents.divisions import division_of
from rag.documents.loaders.plain import join, join_lines
from rag.language.text import is_list_item
from rag.types import Doubt


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; points, `bottom` grows upwards."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    bold: bool = False
    marks: str = ""  # raised marks of notes that stood in it
    confidence: float | None = None  # 0..1, of text recognised in a picture
    doubtful: tuple[Doubt, ...] = ()  # words with figures of which recognition is not sure


_LABEL = re.compile(r"(?:Ayat\s*\(?\d+[a-z]?\)?|Huruf\s+[a-z]|Angka\s+\d+)")
_OPENERS = re.compile(
    r"(?:Menimbang|Mengingat|Menetapkan|Memperhatikan|Membaca|Dengan [Pp]ersetujuan)\b|\(\d{1,2}[)|l1]\s"
)
_LABELLED = re.compile(r"[A-Z][^:.;!?]{1,40}: ?\S")
_NUMBERED = re.compile(r"\d+(?:\.\d+)+\.?\s+[A-Z]\S*(?:\s+\S+){0,11}")
_BROKEN = re.compile(r"[^\W\d_]-$")  # a word goes on
_TERMINAL = (".", "!", "?", ":", ";", ".”", '."', ".)")
_WIDE_GAP = 1.6  # times the usual distance between lines
_LARGE_TYPE = 1.35  # times the usual height of a line
_HEADING_WORDS = 14
_TITLE_WORDS = 8
_PROSE_WORDS = 6
_BOLD_PAGE = 0.4  # share of bold lines


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual on a page."""

    left: float
    right: float
    step: float
    height: float
    all_bold: bool  # so much is bold that it sets nothing off

    @property
    def width(self) -> float:
        return max(1.0, self.right - self.left)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: lines and finished blocks such as tables in reading order, and what stands apart from them."""

    items: Sequence[Line | Block]
    apart: Sequence[Block] = ()  # notes at its foot, running heads
    begun: bool = False  # it begins within a block of the page before


def blocks_of(sheets: Sequence[Sheet]) -> tuple[Block, ...]:
    """Paragraphs and headings in order; a paragraph that runs over a page holds its page break."""
    blocks: list[Block] = []
    apart: Sequence[Block] = ()
    margin = _margin(sheets)
    for number, sheet in enumerate(sheets):
        found = _page_blocks(sheet.items, margin)
        if number and found and not sheet.begun and blocks and _runs_over(blocks[-1], found[0]):
            # Notes stand before a paragraph that goes on: behind it they would be on the next page.
            blocks[-1:] = [*apart, _one(blocks[-1], found[0])]
            blocks += found[1:]
        else:
            blocks += [*apart, *(_turned(found) if number and not sheet.begun else found)]
        apart = sheet.apart
    return (*blocks, *apart)


def _one(last: Block, first: Block) -> Block:
    """A paragraph that runs over a page."""
    known = [each.confidence for each in (last, first) if each.confidence is not None]
    return replace(
        last,
        text=_across(last.text, first.text),
        confidence=fmean(known) if known else None,
        doubtful=(*last.doubtful, *first.doubtful),
    )


def _turned(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a page, the first of which begins it."""
    if not blocks:
        return [Block(PAGE_BREAK)]
    first = blocks[0]
    if first.table is not None:
        return [replace(first, table=replace(first.table, pages=(0, *first.table.pages))), *blocks[1:]]
    return [replace(first, text=PAGE_BREAK + first.text), *blocks[1:]]


def _margin(sheets: Sequence[Sheet]) -> float:
    """Where lines usually end."""
    pages = [[item for item in sheet.items if isinstance(item, Line)] for sheet in sheets]
    return median([_measure(page).right for page in pages if page] or [0.0])


def _page_blocks(items: Sequence[Line | Block], margin: float) -> list[Block]:
    lines = [item for item in items if isinstance(item, Line)]
    own = _measure(lines)
    # A page of short lines only does not show where the margin is.
    measure = replace(own, right=max(own.right, margin))
    found: list[list[Line] | Block] = []
    for item in items:
        last = found[-1] if found else None
        if isinstance(item, Block):
            found.append(item)
        elif not isinstance(last, list) or _starts_paragraph(last[-1], item, measure):
            found.append([item])
        else:
            last.append(item)
    return _titled([each if isinstance(each, Block) else _block(each, measure) for each in found])


def _titled(blocks: Sequence[Block]) -> list[Block]:
    """Blocks in which a short line in title case above running text or a table is a heading."""
    return [
        replace(block, level=3) if _is_plain(block) and is_title_case(block.text) and _may_follow(after) else block
        for block, after in zip(blocks, [*blocks[1:], None], strict=False)
    ]


def _ends_title(text: str, following: str) -> bool:
    """Whether a line in title case is whole: what follows begins a sentence."""
    return is_title_case(text) and not _is_capitals(text) and following[0].isupper() and not is_title_case(following)


def _is_plain(block: Block) -> bool:
    return not (
        _is_capitals(block.text)
        or block.level
        or block.item
        or block.kind
        or block.table
        or block.text.endswith((":", ","))
    )


def _may_follow(block: Block | None) -> bool:
    if block is None or block.table is not None:
        return block is not None
    return not block.level and len(block.text.split()) >= _PROSE_WORDS and not is_title_case(block.text)


def is_title_case(text: str) -> bool:
    """Whether a short line has a capital at each of its longer words, as a title or a name has."""
    words = text.split()
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    return (
        bool(long)
        and len(words) <= _TITLE_WORDS
        and all(map(_starts_high, (words[0], *long)))
        and text[-1] not in ".!?;"
    )


def _starts_high(word: str) -> bool:
    return word[:1].isupper()


def _measure(page: Sequence[Line]) -> _Measure:
    """All zero for a page without a line."""
    if not page:
        return _Measure(0.0, 0.0, 0.0, 0.0, all_bold=True)
    rights = sorted(line.right for line in page)
    steps = [above.bottom - below.bottom for above, below in pairwise(page) if above.bottom > below.bottom]
    return _Measure(
        left=min(line.left for line in page),
        right=rights[int(0.85 * (len(rights) - 1))],
        step=median(steps) if steps else 0.0,
        height=median(line.height for line in page),
        all_bold=sum(line.bold for line in page) > _BOLD_PAGE * len(page),
    )


def _starts_paragraph(before: Line, line: Line, measure: _Measure) -> bool:
    if _BROKEN.search(before.text):
        return False
    if division(line.text) or division(before.text) or _LABEL.match(line.text) or _OPENERS.match(line.text):
        return True
    if _LABEL.fullmatch(before.text):
        return False
    if is_list_item(line.text) or _is_large(before, measure) != _is_large(line, measure):
        return True
    if _LABELLED.match(before.text) and _LABELLED.match(line.text):
        return True
    if _is_short(before, measure) and _ends_title(before.text, line.text):
        return True
    if _is_capitals(before.text) != _is_capitals(line.text) and (
        _is_short(before, measure) or _is_short(line, measure)
    ):
        return True
    if before.bold != line.bold and not measure.all_bold and _is_short(before, measure):
        return True
    drop = before.bottom - line.bottom
    if drop < 0:  # the top of the next column
        few = len(before.text.split()) < _PROSE_WORDS and not before.text.endswith(",")
        return before.text.endswith(_TERMINAL) or (few and not line.text[0].islower())
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
    letters = sum(map(str.isalpha, text))
    return letters >= 4 and sum(map(str.isupper, text)) > 0.9 * letters


def division(text: str) -> int:
    """The heading level of a division of a law such as "Pasal 3"; 0 for anything else."""
    found = division_of(text)
    return found.level if found else 0


def opens_clause(text: str) -> bool:
    """Whether a line begins as the reasons of a law do ("Menimbang"), or as an ayat."""
    return _OPENERS.match(text) is not None


def _block(group: Sequence[Line], measure: _Measure) -> Block:
    text = join_lines([line.text for line in group])
    level = _level(text, group, measure)
    known = [line.confidence for line in group if line.confidence is not None]
    return Block(
        text,
        level,
        item=is_list_item(text),
        emphasised=all(line.bold for line in group),
        confidence=fmean(known) if known else None,
        doubtful=tuple(word for line in group for word in line.doubtful),
    )


def _level(text: str, group: Sequence[Line], measure: _Measure) -> int:
    level = division(text)
    if level or text.endswith((".", ";", ",")) or _OPENERS.match(text):
        return level
    if len(text.split()) > 3 * _HEADING_WORDS or is_list_item(text):
        return 0
    if _NUMBERED.fullmatch(text):
        return 3
    if _is_set_off(text, group, measure):
        return 3
    return 2 if _is_capitals(text) or all(_is_large(line, measure) for line in group) else 0


def _is_set_off(text: str, group: Sequence[Line], measure: _Measure) -> bool:
    """Whether a short bold line names what follows; a label with a colon has its value behind it."""
    bold = all(line.bold for line in group) and not measure.all_bold
    named = len(text.split()) <= _HEADING_WORDS and not _is_capitals(text) and text[:1].isupper()
    return bold and named and not text.endswith(_TERMINAL)


def _runs_over(last: Block, first: Block) -> bool:
    if last.table is not None or first.table is not None:
        return False
    if last.level or first.level or is_list_item(first.text) or _LABEL.match(first.text) or _OPENERS.match(first.text):
        return False
    return not last.text.endswith(_TERMINAL) and (first.text[:1].islower() or last.text.endswith((",", "-")))


def _across(last: str, first: str) -> str:
    joined = join(last, first)
    # A word broken over the page belongs to the page it ends on.
    at = len(joined) - len(first)
    cut = joined.rfind(" ", 0, at + 1) + 1 if joined[at - 1 : at] != " " else at
    return joined[:cut] + PAGE_BREAK + joined[cut:]
