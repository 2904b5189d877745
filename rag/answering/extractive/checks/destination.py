"""A list of jobs is no list of destinations."""

import re

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import facts_of
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Reason

# Which countries or provinces: asked as such, or as the members of a list.
_TERRITORY_ASKED = re.compile(
    r"\b(?:negara|provinsi)(?:[- ](?:negara|provinsi))? (?:mana|apa|tujuan|saja)\b|"
    r"\b(?:sebutkan|daftar) (?:\w+ ){0,2}(?:negara|provinsi|tujuan)\b|"
    r"\b(?:which|what|list|name) (?:\w+ ){0,4}(?:countr(?:y|ies)|provinces?|destinations)\b",
    re.IGNORECASE,
)
_WHERE_TO = re.compile(r"\bke mana\b", re.IGNORECASE)
_SOMEWHERE = re.compile(r"\b(?:ke|di|menuju|to|in) +(?:\w+ +)?[A-Z]")


class Destination:
    """Objects where countries or provinces are asked for and the sentence names none but those of the question."""

    name = "destination"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Reason | None:
        if facts_of(candidate.text).territories - query.territories:
            return None
        where_to = _WHERE_TO.search(query.text) and not _SOMEWHERE.search(candidate.text)
        return Reason(self.name) if where_to or _TERRITORY_ASKED.search(query.text) else None
