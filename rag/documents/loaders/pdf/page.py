"""One page: lines in reading order, tables among them, and what is no part of its sentences."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rag.documents.cleaning import tidy
from rag.documents.loaders.paragraphs import Line
from rag.documents.loaders.pdf.aligned import with_tables
from rag.documents.loaders.pdf.captions import Item, with_captions
from rag.documents.loaders.pdf.columns import reading_order
from rag.documents.loaders.pdf.fragments import Fragment, line_height, merged, rows
from rag.documents.loaders.pdf.grid import Grid
from rag.documents.loaders.pdf.ruled import ruled_tables
from rag.documents.loaders.pdf.rules import Drawn, turned_drawn
from rag.documents.loaders.pdf.sideways import Sideways, laid_down, names_in
from rag.documents.loaders.pdf.steps import with_steps
from rag.documents.loaders.pdf.words import Word, turned

_MARK_LINES = 3  # so few lines set in another direction than the page are a mark on it
_MARK_SHARE = 0.2  # of the letters of a page


@dataclass(frozen=True, slots=True)
class Page:
    """What was read of a page."""

    items: tuple[Item, ...]
    marks: tuple[str, ...] = ()  # set in another direction than the page
    covered: str = ""  # words that something was drawn over


def arranged(words: Sequence[Word], drawn: Drawn) -> Page:
    """The words of a page in reading order, each direction by itself; few words in another one are marks."""
    by_turn: defaultdict[int, list[Fragment]] = defaultdict(list)
    for word in words:
        if word.turn is not None:
            by_turn[word.turn].append(turned(word.fragment, word.turn))
    askew = [word.fragment.text for word in words if word.turn is None]
    marks = [" ".join(askew)] if askew else []
    main = max(by_turn, key=lambda turn: len(by_turn[turn]), default=0)
    letters = sum(len(each.text) for found in by_turn.values() for each in found)
    aside = {turn: names_in(found, turn, main) for turn, found in by_turn.items() if turn != main}
    own, left = _items(by_turn[main], turned_drawn(drawn, main), [one for names in aside.values() for one in names])
    others: list[Item] = []
    for turn in sorted(aside):
        names = [one for one in aside[turn] if id(one) in left]
        apart = [fragment for one in names for fragment in one.words]
        lines = [merged(row) for row in rows(apart)]
        if len(lines) <= _MARK_LINES or sum(len(each.text) for each in apart) < _MARK_SHARE * letters:
            marks += [line.text for line in lines]
        else:
            others += _items(apart, turned_drawn(drawn, turn), [])[0]
    return Page((*own, *others), tuple(marks))


def _items(fragments: Sequence[Fragment], drawn: Drawn, aside: Sequence[Sideways]) -> tuple[list[Item], set[int]]:
    """Lines and tables in reading order, and the ids of those of `aside` that stand in no table."""
    grids, rest = ruled_tables(drawn, fragments, [one.name for one in aside])
    unruled = set(map(id, rest))
    upright = [each for each in fragments if id(each) in unruled]
    names, left = laid_down([one for one in aside if id(one.name) in unruled], upright)
    height = line_height(upright)
    steps, upright = with_steps(upright, height)
    found = [item for run in reading_order([*upright, *names]) for item in with_tables(run, height)]
    apart: list[Grid | Fragment] = [*grids, *steps]
    for each in apart:
        found.insert(_place(each, found), each)
    return with_captions([item for each in found if (item := _item(each)) is not None]), set(map(id, left))


def _place(grid: Grid | Fragment, items: Sequence[Fragment | Grid]) -> int:
    """Where among lines in reading order a table or a step stands: before the first line below it in its column."""
    beside = [at for at, each in enumerate(items) if each.left < grid.right and each.right > grid.left]
    below = next((at for at in beside if items[at].middle < grid.middle), None)
    return below if below is not None else beside[-1] + 1 if beside else len(items)


def _item(found: Fragment | Grid) -> Item | None:
    if isinstance(found, Grid):
        return found
    text = tidy(found.text)
    return line_of(found, text) if text else None


def line_of(found: Fragment, text: str) -> Line:
    """The printed line that a merged row of words is."""
    return Line(
        text,
        found.left,
        found.right,
        found.bottom,
        found.height,
        found.bold,
        found.marks,
        found.confidence,
        found.doubtful,
    )
