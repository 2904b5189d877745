"""The "12" of "kelas XII (12)" counts nothing."""

import re

from rag.answering.extractive.candidates import Candidate
from rag.language.question_kinds import AnswerType
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Reason

_NUMERAL_BEFORE = re.compile(r"\b([IVXLC]+) $")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class NumeralAgain:
    """Objects to a number that says a Roman numeral again."""

    name = "numeral"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Reason | None:
        if query.kind is not AnswerType.NUMBER:
            return None
        said, text, (start, _) = candidate.said(span), candidate.text, candidate.local(span)
        opened = start - 1 if text[start - 1 : start] == "(" else start
        numeral = _NUMERAL_BEFORE.search(text[:opened][-10:]) if text[opened : opened + 1] == "(" else None
        return Reason(self.name, (said,)) if numeral and said.strip("() ") == str(_value(numeral[1])) else None


def _value(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    after = [*values[1:], 0]
    return sum(-one if one < other else one for one, other in zip(values, after, strict=True))
