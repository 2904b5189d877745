"""Whether a sentence of a model belongs to the answer.

A document may order a model to say anything, and what it orders stands in a source. So it is not enough that a
sentence is true: it must word what the answer without a model quotes, or answer the question itself.
"""

from collections.abc import Sequence

from rag.answering.guard.support import Unit
from rag.documents.chunking import title_above
from rag.models.reader import Reader
from rag.models.reader.vocabulary import below
from rag.questions.understanding import Query
from rag.types import Citation, Span

_NO_ANSWER = 0.0  # logits of the best span over "no answer"


def span_of(unit: Unit) -> Span:
    """The stretch of its document that a unit is."""
    begin = unit.passage.start
    return Span(unit.passage.document_id, begin + unit.start, begin + unit.end, unit.text)


def is_quoted(unit: Unit, quoted: Sequence[Citation]) -> bool:
    span = span_of(unit)
    return any(c.document_id == span.document_id and c.start < span.end and span.start < c.end for c in quoted)


def answers(statement: str, support: Sequence[Unit], query: Query, reader: Reader) -> bool:
    """Whether the reader finds an answer in the statement, read below the title of what it rests on."""
    titles = dict.fromkeys(title_above(unit.passage) for unit in support)
    read = [below(title, (), statement) for title in titles]
    readings = zip(read, reader.read(query.sought, read), strict=True)
    return any(
        span.score > _NO_ANSWER and span.start >= len(text) - len(statement)
        for text, reading in readings
        for span in reading.spans
    )
