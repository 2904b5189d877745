"""What repeats at the edges of pages: heads, feet and page numbers, which are no part of the text."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from statistics import median

from rag.documents.divisions import division_of, marker_of
from rag.documents.loaders.paragraphs import Line
from rag.documents.loaders.pdf.captions import Item

_EDGE_LINES = 4  # at the top and at the bottom of a page
_FEWEST = 0.4  # share of the pages on which a line stands that runs through a document
_SENTENCE_WORDS = 4
_MISREAD = 8  # characters that a line has at least to be told when some are wrong
_SAME_PLACE = 20.0  # points
_MOST = 1 / 3  # of the characters of a document; more than that is its text
_FIGURE = re.compile(r"(?<![\d.,])\d{1,4}(?![.,]?\d)")
_PAGE_NUMBER = re.compile(
    r"[-–—~.\s|]*(?:halaman|hal\.?|page)\s*\d{1,4}(?:\s*(?:/|dari|of)\s*\d{1,4})?[-–—~.\s|]*|[-–—~]\s*\d{1,4}\s*[-–—~]"
    r"|\d{1,4}\s*(?:/|dari|of)\s*\d{1,4}",
    re.IGNORECASE,
)
_FORM_NUMBER = re.compile(r"SK\s*N[o0]\.?\s*\d[\dOIl]*\s*[A-Z]?")  # stamped on the forms of the state secretariat
_DOTS = re.compile(r"\s*(?:(?:\.\s*){2,}|…)$")


@dataclass(frozen=True, slots=True)
class Parted:
    """The items of a page, and the lines at its edges that run through the document."""

    items: tuple[Item, ...]
    running: tuple[Line, ...] = ()
    catchword: str = ""  # the first words of the next page at the foot of this one


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line at an edge and the figures in it."""

    page: int
    line: Line
    figures: tuple[int, ...]


def parted(pages: Sequence[Sequence[Item]]) -> list[Parted]:
    """Each page without what runs through the document and without the first words of the next."""
    running = _running(pages)
    if sum(len(line.text) for line in running.values()) > _MOST * sum(map(_size, pages)):
        running = {key: line for key, line in running.items() if not any(map(str.isalpha, line.text))}
    found = [_without(page, running) for page in pages]
    return [
        _without_catchword(each, following) for each, following in zip(found, [*found[1:], Parted(())], strict=True)
    ]


def _size(page: Sequence[Item]) -> int:
    return sum(
        len(item.text) if isinstance(item, Line) else sum(len(cell.text) for row in item.rows for cell in row)
        for item in page
    )


def _running(pages: Sequence[Sequence[Item]]) -> dict[int, Line]:
    """The lines, by their identity, that keep their place, and whose figures stay or count the pages."""
    seen: defaultdict[tuple[bool, str], list[_Seen]] = defaultdict(list)
    for number, page in enumerate(pages):
        for at_top in (True, False):
            for line in _edge(page, at_top):
                figures = tuple(int(figure) for figure in _FIGURE.findall(line.text))
                seen[at_top, _shape(line.text)].append(_Seen(number, line, figures))
    kept = {
        key: _agreeing(found, len(pages))
        for key, found in seen.items()
        if not _is_division(key[1]) and not _is_sentence(found[0].line.text)
    }
    running = {id(each.line): each.line for found in kept.values() for each in found}
    for (at_top, shape), found in seen.items():
        if any(_misread(shape, known) for top, known in kept if top is at_top and kept[top, known]):
            running |= {id(each.line): each.line for each in found}
    for page in pages:
        for line in (*_edge(page, True), *_edge(page, False)):
            if _is_number(line):
                running[id(line)] = line
    return running


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?")) and len(text.split()) >= _SENTENCE_WORDS


def _misread(shape: str, known: str) -> bool:
    """Whether a line without figures is another as text recognition sometimes reads it."""
    if shape == known or "#" in shape or min(len(shape), len(known)) < _MISREAD:
        return False
    return SequenceMatcher(None, shape, known, autojunk=False).ratio() > 0.8


def _edge(page: Sequence[Item], at_top: bool) -> list[Line]:
    """Lines from the edge inwards, up to the first table."""
    lines: list[Line] = []
    for item in (page if at_top else list(reversed(page)))[:_EDGE_LINES]:
        if not isinstance(item, Line):
            break
        lines.append(item)
    return lines


def _agreeing(found: Sequence[_Seen], pages: int) -> list[_Seen]:
    """Those of equal lines that stand where most of them do and whose figures are the same or count by one."""
    place = median(each.line.bottom for each in found)
    placed = [each for each in found if abs(each.line.bottom - place) <= _SAME_PLACE]
    kept = placed
    for position in range(len(found[0].figures)):
        constant = _most_common(kept, [each.figures[position] for each in kept])
        counting = _most_common(kept, [each.figures[position] - each.page for each in kept])
        kept = max(constant, counting, key=len)
    return kept if len({each.page for each in kept}) >= max(2, _FEWEST * pages) else []


def _most_common(seen: Sequence[_Seen], values: Sequence[int]) -> list[_Seen]:
    usual = max(set(values), key=values.count, default=None)
    return [each for each, value in zip(seen, values, strict=True) if value == usual]


def _shape(text: str) -> str:
    """The line with a sign for each figure that may count pages; other figures are part of it."""
    marked = _FIGURE.sub("#", text.lower())
    return " ".join(re.sub(r"[^\w#.,]+|(?<!\d)[.,]|[.,](?!\d)", " ", marked).split())


def _is_division(shape: str) -> bool:
    words = shape.replace("#", "1").capitalize()
    return (
        not shape
        or division_of(words) is not None
        or bool(marker_of(words))
        or re.match(r"bab\b|pasal\b", shape) is not None
    )


def _without(page: Sequence[Item], running: dict[int, Line]) -> Parted:
    """Only an unbroken run of such lines goes, from the edge inwards, and what can only be the number of the page."""
    first, last = 0, len(page)
    while first < min(last, _EDGE_LINES) and id(page[first]) in running:
        first += 1
    while last > max(first, len(page) - _EDGE_LINES) and id(page[last - 1]) in running:
        last -= 1
    edges = {*range(_EDGE_LINES), *range(len(page) - _EDGE_LINES, len(page))}
    gone = [at for at, item in enumerate(page) if not first <= at < last or (at in edges and _is_number(item))]
    kept = tuple(item for at, item in enumerate(page) if at not in gone)
    return Parted(kept, tuple(line for at in gone if isinstance(line := page[at], Line)))


def _is_number(item: Item) -> bool:
    """Whether a line is the number of a page or of a form and cannot be anything else."""
    return (
        isinstance(item, Line) and (_PAGE_NUMBER.fullmatch(item.text) or _FORM_NUMBER.fullmatch(item.text)) is not None
    )


def _without_catchword(page: Parted, following: Parted) -> Parted:
    """Without the first words of the next page: "Pasal 3 . . ."."""
    last, coming = (page.items or (None,))[-1], (following.items or (None,))[0]
    if not isinstance(last, Line) or len(page.items) < 2:
        return page
    if not _is_catchword(last.text, coming.text if isinstance(coming, Line) else ""):
        return page
    return Parted(page.items[:-1], page.running, last.text)


def _is_catchword(text: str, following: str) -> bool:
    if len(text.split()) > 9:
        return False
    dotted = _DOTS.search(text)
    said = re.sub(r"\W+", "", text[: dotted.start()] if dotted else text).lower()
    coming = re.sub(r"\W+", "", following).lower()
    return (dotted is not None and len(said) < 40) or (len(said) >= 4 and coming.startswith(said))
