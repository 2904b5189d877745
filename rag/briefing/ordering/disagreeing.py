"""Sentences of different documents that say the same of the same thing, with other figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.answering.extractive.disagreement import same_value
from rag.answering.extractive.facts import facts_of
from rag.briefing.gathering.material import Found
from rag.briefing.ordering.figures import figures_in
from rag.language.question_kinds import AnswerType
from rag.language.text import sentence_spans

_SAME = 0.7  # share of words, figures aside, from which two sentences are about one thing
_NAME = re.compile(r"\b[A-Z]\w+")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two units, that of the newer document first, with the figure of each."""

    newer: Found
    older: Found
    values: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence without its figure."""

    found: Found
    without: str
    figure: str


def disagreements(found: Sequence[Found]) -> tuple[Disagreement, ...]:
    """Each unit is part of one at most."""
    told = [each for one in found if one.unit.table is None for each in _told(one)]
    seen: set[int] = set()
    differing: list[Disagreement] = []
    for at, one in enumerate(told):
        for other in told[at + 1 :]:
            if not {one.found.row, other.found.row} & seen and _disagree(one, other):
                seen |= {one.found.row, other.found.row}
                differing.append(_newest_first(one, other))
    return tuple(differing)


def _told(found: Found) -> Iterator[_Told]:
    """The sentences of a unit that have one figure each."""
    text = found.unit.text
    for start, end in sentence_spans(text):
        figures = figures_in(text[start:end])
        if len(figures) == 1:
            yield _Told(found, text[start:end].replace(figures[0], ""), figures[0])


def _disagree(one: _Told, other: _Told) -> bool:
    """The cheapest question first: every sentence is compared with every other."""
    if one.found.unit.document.id == other.found.unit.document.id:
        return False
    a, b = facts_of(one.without), facts_of(other.without)
    if len(a.stems & b.stems) < _SAME * len(a.stems | b.stems):
        return False
    same = same_value(AnswerType.NUMBER, one.figure, other.figure)
    return not same and a.dated == b.dated and _names(a.text) == _names(b.text)


def _names(text: str) -> frozenset[str]:
    """Capitalised words, but for the one that opens the sentence."""
    return frozenset(_NAME.findall(text)[1:])


def _newest_first(one: _Told, other: _Told) -> Disagreement:
    dates = [each.found.unit.document.published for each in (one, other)]
    if dates[1] is not None and (dates[0] is None or dates[1] > dates[0]):
        one, other = other, one
    return Disagreement(one.found, other.found, (one.figure, other.figure))
