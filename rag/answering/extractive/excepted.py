"""A rule and its exception in one sentence: "30 hari kerja, kecuali pelatihan las yang berlangsung 45 hari kerja".

What is asked of the thing that the exception names, the exception tells or nobody does; the rule is about all others.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import facts_of
from rag.language.quantities import find_quantities
from rag.language.question_kinds import AnswerType, fits
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection

_SIGN = re.compile(r"\b(?:kecuali|terkecuali|dikecualikan|tidak termasuk|except|excluding|unless)\b", re.IGNORECASE)
_END = re.compile(r"[;\n]|\.(?=\s|$)")
_FIGURES = frozenset({AnswerType.NUMBER, AnswerType.MONEY, AnswerType.DURATION, AnswerType.PERCENTAGE, AnswerType.TIME})
_SORT_OF_DAY = re.compile(r" (?:kerja|kalender)\b")
_TEXTS = 2048


class Excepted:
    """The figure of the exception where the question is about what it names."""

    name = "excepted"

    def narrowed(self, query: Query, candidate: Candidate, span: ReadSpan) -> ReadSpan:
        exception = _meant(query, candidate, span)
        if exception is None or query.kind is None:
            return span
        text, kind = candidate.text[slice(*exception)], query.kind
        told = [one for one in find_quantities(text) if fits(text[one.start : one.end], kind)]
        if len(told) != 1:
            return span
        begin = candidate.within[0] + exception[0]
        days = _SORT_OF_DAY.match(text, told[0].end)
        return replace(span, start=begin + told[0].start, end=begin + (days.end() if days else told[0].end))


@dataclass(frozen=True, slots=True)
class OfTheRule:
    """Objects to the figure of the rule where the question is about what is excepted from it."""

    name: str = "of_the_rule"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        return Objection(self.name, (candidate.said(span),)) if _meant(query, candidate, span) else None


def _meant(query: Query, candidate: Candidate, span: ReadSpan) -> tuple[int, int] | None:
    """The exception behind the span, where a word of the question stands in it and neither in the rule nor above."""
    if query.kind not in _FIGURES or query.exclusions or candidate.table is not None:
        return None
    exception = _behind(candidate.text, candidate.local(span)[1])
    if exception is None:
        return None
    passage, (first, last) = candidate.hit.passage, exception
    rule = facts_of(" ".join((candidate.text[:first], passage.title, *passage.headings))).terms
    named = facts_of(candidate.text[first:last]).terms
    return exception if any(group & named and not group & rule for group in query.topic) else None


@lru_cache(_TEXTS)
def _behind(text: str, end: int) -> tuple[int, int] | None:
    """Where the exception stands that follows within the same sentence."""
    sign = _SIGN.search(text, end)
    if sign is None or _END.search(text, end, sign.start()):
        return None
    closing = _END.search(text, sign.end())
    return sign.end(), closing.start() if closing else len(text)
