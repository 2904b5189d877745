"""Money has a currency, a share its percent, a length of time its months."""

import re

from rag.answering.extractive.candidates import Candidate
from rag.language.numerals import MAGNITUDES
from rag.language.patterns import any_of
from rag.language.question_kinds import AnswerType
from rag.language.units import ANY_TIME, CURRENCY_MARKS, MONEY
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Reason

_LARGE = any_of(word for word, power in MAGNITUDES.items() if power > 3)  # thousands of what, people say
_UNITS = {
    AnswerType.MONEY: re.compile(
        rf"\brp|us\$|\$|{any_of(MONEY)}|\b(?:{any_of(CURRENCY_MARKS)}|yen|{_LARGE})\b|euro|gratis|"
        r"free of charge",
        re.IGNORECASE,
    ),
    AnswerType.PERCENTAGE: re.compile(r"%|persen|per ?cent|separuh|setengah|half", re.IGNORECASE),
    AnswerType.DURATION: re.compile(
        rf"(?:\b|se|\d){ANY_TIME}(?:an|nya)?\b|semester|seumur hidup|selamanya", re.IGNORECASE
    ),
}
_NEAR = 14  # characters around the span in which its unit may stand


class Unit:
    """Objects to a figure without a unit of the kind asked for beside it; a cell has it in the head of its column."""

    name = "unit"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Reason | None:
        unit = _UNITS.get(query.kind) if query.kind else None
        if unit is None or candidate.is_row:
            return None
        start, end = candidate.local(span)
        if unit.search(candidate.text[max(0, start - _NEAR) : end + _NEAR]):
            return None
        return Reason(self.name, (candidate.said(span),))
