"""Why something was cut is not told by what says why it was raised."""

from rag.answering.extractive.candidates import Candidate
from rag.language.directions import directions_in
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection


class OtherWay:
    """Objects to sentences that tell of the opposite change; what title and headings tell counts before the sentence.

    "Does it rise?" is answered by what says that it falls.
    """

    name = "direction"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        asked = directions_in(query.text)
        if len(asked) != 1 or query.choice.yes_or_no:
            return None
        passage = candidate.hit.passage
        above = directions_in(f"{passage.title} {' '.join(passage.headings)}")
        told = above or directions_in(candidate.text)
        return Objection(self.name) if told and asked.isdisjoint(told) else None
