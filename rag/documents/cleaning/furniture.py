"""What surrounds an article on a web page: links, buttons, counters, notices; judged by whole lines only."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rag.documents.cleaning.furniture_words import (
    BAN,
    BARE_LINKS,
    BRACKETED_LINK,
    BUTTONS,
    BYLINES,
    COUNTERS,
    END_MARK,
    FIGURES,
    FOLLOW,
    LABELS,
    LINKS,
    LIST_TITLES,
    MAYBE_LIST_TITLES,
    PRICE,
    REACTIONS,
    REPUBLISHED,
    RUN_TOGETHER,
    SIGNATURE,
    TRAIL,
    WHOLE_LINES,
)
from rag.documents.cleaning.metadata import is_copyright, publication_date
from rag.language.text import is_list_item
from rag.types import Omission


class Part(StrEnum):
    """What a line of a page is."""

    STORY = "story"
    FURNITURE = "furniture"
    LINK = "link"
    DOUBTFUL = "doubtful"  # a figure alone, "Kategori: ...": furniture only right below other furniture
    NAME_FOLLOWS = "name follows"  # "Editor:" with the name on the next line
    LIST_FOLLOWS = "list follows"  # "Berita Terkait" with links below it
    LIST_MAY_FOLLOW = "list may follow"  # "Kategori": a heading of links or of the story
    REACTION = "reaction"  # "like", "sad": only a run of them is a widget


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, and what its markup says of it."""

    text: str
    linked: bool | None = None  # whether all of it is a link; None where that is not known
    item: bool = False
    heading: bool = False
    table: bool = False


_PROSE_WORDS = 10
_LINK_WORDS = 25
_HEADLINE, _LABELLED_HEADLINE = 3, 5  # capitalised words at least; a short line with a price or a colon is no headline
_END = re.compile(r"[.!?…][\"”'’)\]]*$")
_STOP = re.compile(r"\.[\"”'’)\]]*$")


def without_marks(line: str) -> str:
    """The line without bracketed links and the mark that ends a report."""
    return END_MARK.sub("", BRACKETED_LINK.sub("", line)).rstrip()


def is_prose(line: str) -> bool:
    """Whether a line is a sentence of some length, as articles have and link lists do not."""
    return len(line.split()) >= _PROSE_WORDS and _STOP.search(line) is not None and publication_date(line) is None


def classify(line: str) -> Part:
    """What one line is, without regard to its neighbours."""
    if line.lower() in REACTIONS:
        return Part.REACTION
    if LIST_TITLES.fullmatch(line):
        return Part.LIST_FOLLOWS
    if MAYBE_LIST_TITLES.fullmatch(line):
        return Part.LIST_MAY_FOLLOW
    if FIGURES.fullmatch(line):
        return Part.DOUBTFUL
    byline = BYLINES.fullmatch(line)
    if byline and not byline["rest"].strip():
        return Part.NAME_FOLLOWS
    if byline and len(line.split()) <= 15 and not is_prose(line):
        return Part.FURNITURE
    return _part_of(line)


def judge(lines: Sequence[Line]) -> list[Omission | None]:
    """Why each line is not part of the story; None for those that are."""
    parts = [Part.STORY if line.table else _in_place(line) for line in lines]
    reasons = [_reason(line.text, part) for line, part in zip(lines, parts, strict=True)]
    for index, part in enumerate(parts):
        if part is Part.REACTION and _in_run(parts, index):
            reasons[index] = Omission.BUTTON
        elif part is Part.NAME_FOLLOWS and index + 1 < len(lines) and _is_name(lines[index + 1].text):
            reasons[index + 1] = Omission.BYLINE
        elif part in (Part.LIST_FOLLOWS, Part.LIST_MAY_FOLLOW):
            _judge_list(lines, reasons, index, sure=part is Part.LIST_FOLLOWS)
    return reasons


def judge_doubtful(lines: Sequence[Line], reasons: list[Omission | None]) -> None:
    """What may be a counter or a figure of the story goes where the line above it goes."""
    parts = [Part.STORY if line.table else _in_place(line) for line in lines]
    for index, part in enumerate(parts):
        if part is Part.DOUBTFUL and reasons[index] is None and _is_below_furniture(parts, reasons, index):
            reasons[index] = Omission.COUNTER


def _in_place(line: Line) -> Part:
    """What a line is where its markup shows it: headings and items are no links and no notices."""
    part = classify(line.text)
    if line.heading and part in (Part.LINK, Part.DOUBTFUL, Part.NAME_FOLLOWS):
        return Part.STORY
    if line.item and part in (Part.LINK, Part.DOUBTFUL, Part.NAME_FOLLOWS, Part.LIST_FOLLOWS, Part.LIST_MAY_FOLLOW):
        return Part.STORY
    return part


def _reason(line: str, part: Part) -> Omission | None:
    if part is Part.NAME_FOLLOWS or (part is Part.FURNITURE and BYLINES.fullmatch(line)):
        return Omission.BYLINE
    return {Part.FURNITURE: Omission.BUTTON, Part.LINK: Omission.LINK}.get(part)


def _part_of(line: str) -> Part:
    if any(pattern.fullmatch(line) for pattern in (BUTTONS, RUN_TOGETHER, WHOLE_LINES, COUNTERS, TRAIL, SIGNATURE)):
        return Part.FURNITURE
    if is_copyright(line) or BAN.match(line) or REPUBLISHED.fullmatch(line):
        return Part.FURNITURE
    if FOLLOW.match(line) and len(line.split()) <= 40:
        return Part.FURNITURE
    link = LINKS.fullmatch(line) or BARE_LINKS.fullmatch(line)
    if link:
        return Part.LINK if _is_link(link["rest"], bool(link["colon"])) else Part.STORY
    label = LABELS.fullmatch(line)
    if label is None or not _is_link(label["rest"], True):
        return Part.STORY
    return Part.DOUBTFUL if label["doubtful"] else Part.LINK


def _is_link(rest: str, colon: bool) -> bool:
    """Without a colon only a headline counts, most of its words capitalised and no full stop."""
    if len(rest.split()) > _LINK_WORDS or _STOP.search(rest) or is_list_item(rest) or PRICE.search(rest):
        return False
    return colon or _is_title_case(rest, at_least=2)


def _is_title_case(text: str, at_least: int) -> bool:
    tokens = text.split()
    return sum(token.lstrip("\"“'‘(")[:1].isupper() for token in tokens) >= max(at_least, 0.6 * len(tokens))


def _is_name(line: str) -> bool:
    return len(line.split()) <= 4 and not _END.search(line) and all(word[0].isupper() for word in line.split())


def _in_run(parts: Sequence[Part], index: int) -> bool:
    first = last = index
    while first and parts[first - 1] is Part.REACTION:
        first -= 1
    while last + 1 < len(parts) and parts[last + 1] is Part.REACTION:
        last += 1
    return last - first >= 2


def _is_below_furniture(parts: Sequence[Part], reasons: Sequence[Omission | None], index: int) -> bool:
    """Whether a line stands right below furniture; not where figures and their labels take turns, as on tiles."""
    if index == 0 or reasons[index - 1] is None:
        return False
    following = parts[index + 1 : index + 3]
    return not (len(following) == 2 and following[1] is Part.DOUBTFUL and reasons[index + 1] is None)


def _judge_list(lines: Sequence[Line], reasons: list[Omission | None], index: int, *, sure: bool) -> None:
    """A heading of links takes along the links below it, and nothing else; one that heads none stays, if it may."""
    below_a_story = lines[index].linked is not None or any(is_prose(line.text) for line in lines[:index])
    found = list(_links_below(lines, reasons, index)) if below_a_story else []
    if found or sure:
        for position in (index, *found):
            reasons[position] = reasons[position] or Omission.LIST


def _links_below(lines: Sequence[Line], reasons: Sequence[Omission | None], index: int) -> Iterator[int]:
    for position in range(index + 1, len(lines)):
        line = lines[position]
        dated = publication_date(line.text) is not None
        if not (reasons[position] or dated or _heads_a_page(line)):
            return
        yield position


def _heads_a_page(line: Line) -> bool:
    """Whether a line is the headline of another page: a link, or where links are not known, in title case."""
    if line.table or is_prose(line.text):
        return False
    priced = PRICE.search(line.text) is not None
    if line.linked is not None:
        return line.linked and not priced
    labelled = priced or ":" in line.text
    if is_list_item(line.text) or line.text.endswith((".", ":", ";", ",")):
        return False
    return _is_title_case(line.text, at_least=_LABELLED_HEADLINE if labelled else _HEADLINE)
