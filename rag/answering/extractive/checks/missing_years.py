"""A year that no source names: figures of other years are no answer."""

from rag.answering.extractive.facts import Told
from rag.questions.understanding import Query
from rag.types import Reason


class MissingYears:
    """Objects where a year of the question stands nowhere in the evidence, dates of publication included."""

    name = "missing_years"

    def objects(self, query: Query, told: Told) -> Reason | None:
        missing = tuple(year for year in query.years if year not in told.dated)
        return Reason(self.name, missing) if missing else None
