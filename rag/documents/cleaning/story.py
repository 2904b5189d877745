"""The story of a web page, without what stands around it; every line that goes is told of, with the reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rag.documents.blocks import Block
from rag.documents.cleaning.capping import capped
from rag.documents.cleaning.furniture import (
    Line,
    Part,
    classify,
    is_prose,
    judge,
    judge_doubtful,
    without_marks,
)
from rag.documents.cleaning.headings import names_all, short_lines_as_headings
from rag.documents.cleaning.metadata import (
    copyright_holder,
    find_dateline,
    is_labelled_date,
    is_title,
    labelled_date,
    publication_date,
)
from rag.documents.cleaning.pairs import with_pairs
from rag.language.text import is_list_item, words
from rag.types import BlockKind, LeftOut, Omission

_TEASER_WORDS = 6


@dataclass(frozen=True, slots=True)
class Story:
    """The blocks of a page and what is known about it."""

    blocks: tuple[Block, ...]
    title: str | None
    publisher: str | None
    published: date | None
    left_out: tuple[LeftOut, ...] = ()
    put_back: int = 0  # lines that look like furniture, and are too much of the page


def story_of(page: Story, *, guess_headings: bool) -> Story:
    """`guess_headings`: the page is plain text, so that neither its headings nor its links are marked."""
    page = _with_opening(page)
    lines = [_line(block, known=not guess_headings) for block in page.blocks]
    reasons, listed = capped(lines, judge(lines))
    head = next((i for i, line in enumerate(lines) if is_prose(line.text) and reasons[i] is None), len(lines))
    title_at = _title_line(page, reasons, head)
    title = page.title or (lines[title_at].text if title_at is not None else None)
    _judge_repetitions(lines, reasons, head, title)
    published = _judge_dates(lines, reasons, head)
    judge_doubtful(lines, reasons)
    reasons, others = capped(lines, reasons)
    blocks, left_out = _split(page.blocks, reasons)
    blocks, publisher, dateline = _without_dateline(blocks)
    holders = (copyright_holder(line.text) for line in reversed(lines))
    return Story(
        short_lines_as_headings(with_pairs(blocks)) if guess_headings else tuple(blocks),
        title,
        page.publisher or publisher or next((name for name in holders if name), None),
        page.published or published,
        (*page.left_out, *left_out, *dateline),
        put_back=listed + others,
    )


def is_same(line: str, title: str) -> bool:
    """Whether two lines say the same words."""
    return words(line) == words(title)


def _line(block: Block, *, known: bool) -> Line:
    item = block.item or block.kind is BlockKind.ITEM
    return Line(block.text, block.linked if known else None, item and known, block.is_heading, block.table is not None)


def _with_opening(page: Story) -> Story:
    """Takes a date that stands before the first word of the page."""
    labelled = labelled_date(page.blocks[0].text) if page.blocks else None
    if labelled is None:
        return page
    said, rest = page.blocks[0].text[: labelled[1]], page.blocks[0].text[labelled[1] :].strip()
    opening = (replace(page.blocks[0], text=rest),) if rest else ()
    left_out = (*page.left_out, LeftOut(said.strip(), Omission.DATE))
    return replace(page, blocks=opening + page.blocks[1:], published=page.published or labelled[0], left_out=left_out)


def _title_line(page: Story, reasons: Sequence[Omission | None], head: int) -> int | None:
    """The first line left before the story, when it reads like a title."""
    if page.title is not None:
        return None
    left = [at for at, block in enumerate(page.blocks) if reasons[at] is None and publication_date(block.text) is None]
    first = next((at for at in left if at < (head if head < len(page.blocks) else 1)), None)
    if first is None or len(page.blocks) < 2:
        return None
    block = page.blocks[first]
    named = not block.item and is_title(block.text)
    topmost = block.level <= 1 or names_all([page.blocks[at] for at in left if at >= first])
    return first if named and topmost else None


def _judge_repetitions(lines: Sequence[Line], reasons: list[Omission | None], head: int, title: str | None) -> None:
    """The title goes from the head of the page and from its headings; so does what the story says again below."""
    story = [" ".join(words(line.text)) for line in lines[head:] if is_prose(line.text)]
    for index, line in enumerate(lines):
        plain = reasons[index] is None and not line.table
        if plain and title is not None and (index < head or line.heading) and is_same(line.text, title):
            reasons[index] = Omission.TITLE
        elif plain and index < head and not _is_listed(line):
            said = " ".join(words(line.text))
            if len(said.split()) >= _TEASER_WORDS and any(said in later for later in story):
                reasons[index] = Omission.TEASER


def _is_listed(line: Line) -> bool:
    return line.item or is_list_item(line.text)


def _judge_dates(lines: Sequence[Line], reasons: list[Omission | None], head: int) -> date | None:
    """Dates at the head go, until the first line of the page's own: below a label, a date is what it says.

    The labelled date of a letter is the letter's, and stays.
    """
    found: date | None = None
    begun = False
    for index, line in enumerate(lines[:head]):
        if reasons[index] is not None or line.table or classify(line.text) is Part.DOUBTFUL:
            continue
        day = publication_date(line.text) if not begun or is_labelled_date(line.text) else None
        found = found or day
        if day is not None and not begun:
            reasons[index] = Omission.DATE
        begun = begun or day is None
    return found


def _split(blocks: Sequence[Block], reasons: Sequence[Omission | None]) -> tuple[list[Block], list[LeftOut]]:
    story, left_out = [], []
    for block, reason in zip(blocks, reasons, strict=True):
        if reason is not None:
            left_out.append(LeftOut(block.text, reason))
            continue
        bare = block if block.table is not None else replace(block, text=without_marks(block.text))
        if len(bare.text) < len(block.text):
            left_out += _marks(block.text, bare.text)
        story += [bare] if bare.text else []
    return story, left_out


def _marks(text: str, bare: str) -> Iterator[LeftOut]:
    kept = bare if text.startswith(bare) else ""
    yield LeftOut(text[len(kept) :].strip(), Omission.MARK)


def _without_dateline(story: list[Block]) -> tuple[list[Block], str | None, tuple[LeftOut, ...]]:
    for index, block in enumerate(story):
        dateline = find_dateline(block.text)
        if dateline is not None:
            story[index] = replace(block, text=block.text[dateline.end :])
            return story, dateline.publisher, (LeftOut(block.text[: dateline.end].strip(), Omission.DATELINE),)
        if is_prose(block.text):
            break
    return story, None, ()
