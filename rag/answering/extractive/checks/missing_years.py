"""A year that no source names: figures of other years are no answer."""

from rag.answering.extractive.facts import Told
from rag.questions.understanding import Query
from rag.types import Objection


class MissingYears:
    """Objects where a year of the question stands nowhere in the evidence, dates of publication included."""

    name = "missing_years"

    def objects(self, query: Query, told: Told) -> Objection | None:
        missing = tuple(year for year in query.years if year not in told.dated)
        return Objection(self.name, missing) if missing else None
