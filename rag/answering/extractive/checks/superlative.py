"""A row of a table does not say that it is the largest one; all rows together show it."""

import re

from rag.answering.extractive.candidates import Candidate
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Reason

_ASKED = re.compile(
    r"\b(?:paling|plg|ter(?:banyak|besar|tinggi|rendah|kecil|sedikit|luas|lama))\b|(?<!at )\b(?:most|least)\b|"
    r"\b(?:largest|biggest|highest|lowest|fewest|smallest|longest|shortest|top)\b",
    re.IGNORECASE,
)
_SAID = re.compile(_ASKED.pattern + r"|\b(?:utama|unggul\w*|mayoritas|sebagian besar|main|majority)\b", re.IGNORECASE)
_ROW = re.compile(r"^[^:;\n]+: [^;\n]+; ", re.MULTILINE)
_ROWS = 3  # from which a table can be compared


class Superlative:
    """Objects where the most or the least is asked for and the sentence neither says nor shows it."""

    name = "superlative"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Reason | None:
        asked = _ASKED.search(query.text)
        if asked is None or _SAID.search(candidate.text) or len(_ROW.findall(candidate.text)) >= _ROWS:
            return None
        return Reason(self.name, (asked[0],))
