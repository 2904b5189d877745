"""How long something is does not say how wide it is, nor when it leaves when it arrives."""

from rag.answering.extractive.candidates import Candidate
from rag.language.aspects import aspect_asked, tells_other
from rag.language.question_kinds import AnswerType
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection

_KINDS = (AnswerType.NUMBER, AnswerType.MONEY, AnswerType.TIME, AnswerType.DATE, None)


class OtherAspect:
    """Objects to figures and times of another measure or side than the question asks for, where they are told as such.

    Of a row what its column is called counts, with its label where it is a label and its value.
    """

    name = "aspect"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        asked = aspect_asked(query.text) if query.kind in _KINDS else None
        if asked is None or not any(map(str.isdigit, candidate.said(span))):
            return None
        in_row = candidate.table is not None and candidate.row is not None
        other = any(tells_other(asked, text, is_name=in_row) for text in _telling(candidate, span))
        return Objection(self.name, (asked.name,)) if other else None


def _telling(candidate: Candidate, span: ReadSpan) -> list[str]:
    """What says of which measure a span is: its line, what its column is called, or its label."""
    table, begin = candidate.table, candidate.hit.passage.start
    if table is None or candidate.row is None:
        start, end = candidate.local(span)
        beyond = candidate.text.find("\n", end)
        return [candidate.text[candidate.text.rfind("\n", 0, start) + 1 : beyond if beyond >= 0 else None]]
    cells = table.rows[candidate.row]
    if table.pairs:
        return [candidate.words_of(cells[0])]
    found = (cell for cell in cells if cell.start - begin < span.end and span.start < cell.end - begin)
    return [table.columns[cell.column] for cell in found]
