"""Whether a span is of the kind asked for at all: no "berapa" without a number."""

import re

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.cell_kinds import holds
from rag.language.question_kinds import AnswerType, fits
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection

_COUNT = re.compile(r"\D*\d{1,3}(?:\s[^\W\d]+)?")  # no price has three digits where nobody speaks of money
_MONEY = re.compile(
    r"\b(?:rp|idr|usd|rupiah|dolar|dollar|euro|ringgit|ribu|juta|mili?[ay]r|triliun|thousand|million|billion)|[$€]",
    re.IGNORECASE,
)


class Kind:
    """Objects to a span of another kind."""

    name = "kind"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        if query.kind is None or (fits(candidate.said(span), query.kind) and not _is_count(query, candidate, span)):
            return None
        if _is_below_its_kind(query.kind, candidate, span):
            return None
        return Objection(self.name, (query.kind.value,))


def _is_below_its_kind(kind: AnswerType, candidate: Candidate, span: ReadSpan) -> bool:
    """Whether a span is a figure in a column called by what is asked for: "28000" below "Harga Satuan"."""
    table, begin = candidate.table, candidate.hit.passage.start
    if table is None or candidate.row is None or table.pairs:
        return False
    cells = (one for one in table.rows[candidate.row] if (one.start - begin, one.end - begin) == (span.start, span.end))
    return any(holds(candidate.words_of(one), table.columns[one.column], kind) for one in cells)


def _is_count(query: Query, candidate: Candidate, span: ReadSpan) -> bool:
    """Whether a sentence gives how many there are where a sum of money is asked for."""
    prose = query.kind is AnswerType.MONEY and candidate.table is None
    return prose and _COUNT.fullmatch(candidate.said(span)) is not None and not _MONEY.search(candidate.text)
