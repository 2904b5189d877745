"""A figure that a question takes for granted and no source has: "why was it cut to 6 months?"."""

import re

from rag.answering.extractive.facts import Told
from rag.language.quantities import find_quantities
from rag.questions.understanding import Query
from rag.types import Reason

_WHY = re.compile(r"\b(?:mengapa|kenapa|knp|apa (?:alasan|sebab)\w*|why|how come)\b", re.IGNORECASE)
_MEASURES = frozenset({"%", "month", "year", "day", "week", "hour"})


class MissingFigures:
    """Objects to lengths of time and shares, in questions for a reason, that the evidence does not hold.

    Only such questions take their figures for granted; others may ask about them ("may I join at 17?"). Rounded ones
    ("more than 6 months") are left alone.
    """

    name = "missing_figures"

    def objects(self, query: Query, told: Told) -> Reason | None:
        if not _WHY.search(query.text):
            return None
        asked = (one for one in find_quantities(query.text) if one.unit in _MEASURES and not one.qualifier)
        without = (one for one in asked if (one.value, one.unit) not in told.measures)
        missing = tuple(dict.fromkeys(query.text[one.start : one.end] for one in without))
        return Reason(self.name, missing) if missing else None
