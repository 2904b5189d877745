"""What every check looks like: it says why something cannot be the answer, or nothing."""

from collections.abc import Iterable
from typing import Protocol

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import Told
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection


class Check(Protocol):
    """Looks at a span, in offsets into the passage, that the reader found in a candidate."""

    @property
    def name(self) -> str: ...

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None: ...


class EvidenceCheck(Protocol):
    """Looks at what all the evidence names together."""

    @property
    def name(self) -> str: ...

    def objects(self, query: Query, told: Told) -> Objection | None: ...


def first_objection(checks: Iterable[Check], query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
    """That of the first check that objects."""
    found = (check.objects(query, candidate, span) for check in checks)
    return next((reason for reason in found if reason), None)
