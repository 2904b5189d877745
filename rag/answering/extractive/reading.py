"""Which of the passages that were found are read: not those too far behind the best for their sentences to win.

Reading takes most of the time of an answer. docs/decisions/reading-less.md has the figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.answering.extractive.bilingual import asked_of
from rag.answering.extractive.candidates import titled
from rag.language.sequences import StepsAsked
from rag.models.reader import Reader, Reading
from rag.questions.understanding import Query
from rag.types import Hit, Passage


@dataclass(frozen=True, slots=True)
class Reach:
    """How far behind the best a passage may lie, as a difference of retrieval scores, to be read.

    Those within `near` are read at first. When the best of their margins is above `sure`, that is all; else those
    within `far` are read too. Fitted on the dev halves of both gold sets.
    """

    near: float = 1.5
    sure: float = 3.0
    far: float = 2.5


USUAL, EVERYTHING = Reach(), Reach(near=float("inf"))


def readings_of(query: Query, hits: Sequence[Hit], reader: Reader | None, reach: Reach) -> dict[str, Reading]:
    """By id of the passage; none of those that were not read. `hits` are of different passages."""
    if reader is None or not hits:
        return {}
    reach = EVERYTHING if query.articles else reach
    best = max(hit.score for hit in hits)
    near = [hit for hit in hits if best - hit.score <= reach.near]
    found = _read(query, near, reader)
    several = query.wants_list or query.steps is StepsAsked.NAMED
    if not several and max(reading.margin for reading in found.values()) > reach.sure:
        return found
    return found | _read(query, [hit for hit in hits if reach.near < best - hit.score <= reach.far], reader)


def _read(query: Query, hits: Sequence[Hit], reader: Reader) -> dict[str, Reading]:
    passages = [hit.passage for hit in hits]
    readings = reader.read(asked_of(query, passages), [titled(each) for each in passages]) if passages else ()
    return {passage.id: below_title(reading, passage) for passage, reading in zip(passages, readings, strict=True)}


def below_title(reading: Reading, passage: Passage) -> Reading:
    """The spans as offsets into the passage itself; a title says what a passage is about and answers nothing."""
    above = len(titled(passage)) - len(passage.text)
    spans = (replace(span, start=span.start - above, end=span.end - above) for span in reading.spans)
    return replace(reading, spans=tuple(span for span in spans if span.start >= 0))
