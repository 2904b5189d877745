"""One member of a list or one cell of a table is no short answer to who asks for all."""

import re

from rag.answering.extractive.candidates import Candidate
from rag.language.function_words import ANY_AND
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection

# Not the comma of "1,5" and of "Ahmad, M.Si.".
_JOINED = re.compile(rf"[;/\n]|,(?!\d)(?! ?(?:[A-Z]\w{{0,3}}\.)+)|\b(?:{ANY_AND}|hingga)\b", re.IGNORECASE)


class OneOfSeveral:
    """Objects to a short answer of one thing where several are asked for."""

    name = "one_of_several"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        if not query.wants_list:
            return None
        said = candidate.said(span)
        whole = _JOINED.search(said) and ("\n" in said or "\n" not in candidate.text.strip())
        return None if whole else Objection(self.name, (said,))
