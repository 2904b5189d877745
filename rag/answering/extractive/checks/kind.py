"""Whether a span is of the kind asked for at all: no "berapa" without a number."""

import re

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.cell_kinds import holds
from rag.language.function_words import WHEN_ID
from rag.language.patterns import any_of
from rag.language.question_kinds import AnswerType, fits
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection

# "Kapan" asks for a day, and for what must be so: "bila tidak mau makan", "until it is moved". What has been has a day.
_HOLDS_WHEN = (
    r"\b(?:jika|jikalau|kalau|bila|bilamana|apabila|manakala|asalkan|selama|sepanjang|hingga|sampai|begitu|sebelum|"
    r"dalam hal|if|when|whenever|while|once|until|unless|as (?:long|soon) as|provided|in case)\b"
)
_CONDITION = re.compile(_HOLDS_WHEN, re.IGNORECASE)
_BEHIND_CONDITION = re.compile(rf"{_HOLDS_WHEN}\W*$", re.IGNORECASE)
_ASKS_WHEN = re.compile(rf"\b{any_of(WHEN_ID)}\b|\bwhen (?!did|was|were|had|has|have)\b", re.IGNORECASE)
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
        if query.kind is AnswerType.DATE and _ASKS_WHEN.search(query.text) and _is_condition(candidate, span):
            return None
        if _is_below_its_kind(query.kind, candidate, span):
            return None
        return Objection(self.name, (query.kind.value,))


def _is_condition(candidate: Candidate, span: ReadSpan) -> bool:
    """Whether a span says when something is so by what must be so then; the word for "if" may stand before it."""
    start, _ = candidate.local(span)
    return bool(_CONDITION.search(candidate.said(span)) or _BEHIND_CONDITION.search(candidate.text[: max(0, start)]))


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
