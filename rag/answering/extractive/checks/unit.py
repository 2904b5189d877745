"""Money has a currency, a share its percent, a length of time its months."""

import re

from rag.answering.extractive.candidates import Candidate
from rag.language.question_kinds import AnswerType
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Reason

_UNITS = {
    AnswerType.MONEY: re.compile(
        r"\brp|rupiah|us\$|\$|\busd\b|dolar|ringgit|\brm\b|\byen\b|euro|\b(?:juta|miliar|triliun)\b|gratis|"
        r"free of charge",
        re.IGNORECASE,
    ),
    AnswerType.PERCENTAGE: re.compile(r"%|persen|per ?cent|separuh|setengah|half", re.IGNORECASE),
    AnswerType.DURATION: re.compile(
        r"detik|menit|\bjam\b|hari|minggu|pekan|bulan|tahun|semester|abad|"
        r"second|minute|hour|day|week|month|year|seumur hidup|selamanya",
        re.IGNORECASE,
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
