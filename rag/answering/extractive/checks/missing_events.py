"""An event that a question takes for granted and no source tells of: "why was it cancelled?".

A reader looks for what answers, and a passage about the same meeting looks as if it did. When no word for the event
stands in the evidence, the premise is the question's own.
"""

from rag.answering.extractive.facts import Told
from rag.questions.understanding import Query
from rag.types import Objection


class MissingEvents:
    """Objects where the evidence has no word, in either language, for an event of the question."""

    name = "missing_events"

    def objects(self, query: Query, told: Told) -> Objection | None:
        missing = tuple(event.word for event in query.events if not event.numbers & told.events)
        return Objection(self.name, missing) if missing else None
