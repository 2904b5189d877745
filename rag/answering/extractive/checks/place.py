"""Whether a span can be the place that a question asks for."""

import re

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import facts_of
from rag.language.question_kinds import AnswerType
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection

_TOWARDS = (
    r"(?:di|ke|dari|pada|dalam|kepada|melalui|lewat|menuju|secara|via|depan|dekat|seberang|samping|belakang|at|in|to|from|"
    r"through|on|near|behind|beside|opposite)"
)
# Two words may stand between: "di sekolah negeri masing-masing".
_LOCATED = re.compile(rf"\b{_TOWARDS}\s+(?:[\w’'-]+\s+){{0,2}}$", re.IGNORECASE)
_LOCATES = re.compile(rf"{_TOWARDS}\s", re.IGNORECASE)
_BEFORE = 60  # characters before the span that are looked at
_ONLINE = re.compile(r"\b(?:daring|online|luring|offline)\b|\w\.\w{2,}", re.IGNORECASE)
_ONE = 2  # countries or provinces; "Metro, Lampung, Indonesia" is one place


class Place:
    """Objects to what is no place, and to several places for "di mana"."""

    name = "place"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        if query.kind is not AnswerType.PLACE or query.where.offered:
            return None
        said = candidate.said(span)
        if query.where.origin or _is_located(candidate, span):
            return None
        several = query.where.single and len(facts_of(said).territories) > _ONE
        return Objection(self.name, (said,)) if several or not _could_be_place(said) else None


def _is_located(candidate: Candidate, span: ReadSpan) -> bool:
    start, _ = candidate.local(span)
    if _LOCATES.match(candidate.said(span)):
        return True  # "di depan puskesmas"
    return _LOCATED.search(candidate.text[max(0, start - _BEFORE) : start]) is not None


def _could_be_place(said: str) -> bool:
    """A name or an address: "caregiver dan housemaid" is nowhere."""
    return said != said.lower() or bool(facts_of(said).territories) or _ONLINE.search(said) is not None
