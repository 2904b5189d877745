"""Sentences of different documents that say the same of the same thing, with other figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.answering.extractive.disagreement import same_value
from rag.answering.extractive.facts import facts_of
from rag.briefing.gathering.material import Found
from rag.briefing.ordering.figures import figures_in
from rag.language.question_kinds import AnswerType

_SAME = 0.7  # share of words, figures aside, from which two sentences are about one thing
_NAME = re.compile(r"\b[A-Z]\w+")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sentences, the newer document first, with the figure of each."""

    newer: Found
    older: Found
    values: tuple[str, str]


def disagreements(found: Sequence[Found]) -> tuple[Disagreement, ...]:
    """Each sentence is part of one at most."""
    told = [(one, figures_in(one.unit.text)) for one in found if one.unit.table is None]
    with_one = [(one, figures[0]) for one, figures in told if len(figures) == 1]
    seen: set[int] = set()
    differing: list[Disagreement] = []
    for at, (one, figure) in enumerate(with_one):
        for other, rival in with_one[at + 1 :]:
            if not {one.row, other.row} & seen and _disagree(one, figure, other, rival):
                seen |= {one.row, other.row}
                differing.append(_newest_first(one, figure, other, rival))
    return tuple(differing)


def _disagree(one: Found, figure: str, other: Found, rival: str) -> bool:
    if one.unit.document.id == other.unit.document.id or same_value(AnswerType.NUMBER, figure, rival):
        return False
    a, b = facts_of(one.unit.text.replace(figure, "")), facts_of(other.unit.text.replace(rival, ""))
    alike = len(a.stems & b.stems) >= _SAME * len(a.stems | b.stems)
    return alike and a.dated == b.dated and _names(a.text) == _names(b.text)


def _names(text: str) -> frozenset[str]:
    """Capitalised words, but for the one that opens the sentence."""
    return frozenset(_NAME.findall(text)[1:])


def _newest_first(one: Found, figure: str, other: Found, rival: str) -> Disagreement:
    dates = [each.unit.document.published for each in (one, other)]
    older_first = dates[1] is not None and (dates[0] is None or dates[1] > dates[0])
    return Disagreement(other, one, (rival, figure)) if older_first else Disagreement(one, other, (figure, rival))
