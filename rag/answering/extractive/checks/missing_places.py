"""A place that no source names: nothing the sources say is about it."""

from rag.answering.extractive.facts import Told
from rag.questions.understanding import Query
from rag.types import Objection

_HERE = frozenset({"ID"})


class MissingPlaces:
    """Objects where a place of the question stands nowhere in the evidence, in whichever language.

    A province is named by any regency that lies in it; a regency is not named by its province. The country itself
    need not be named: documents say "nasional", or nothing.
    """

    name = "missing_places"

    def objects(self, query: Query, told: Told) -> Objection | None:
        missing = unnamed_places(query, told)
        return Objection(self.name, missing) if missing else None


def unnamed_places(query: Query, told: Told) -> tuple[str, ...]:
    """Those of the question that stand nowhere in what is told."""
    asked = (one for one in query.places if one.codes != _HERE)
    unnamed = (one for one in asked if not one.codes & told.places and not one.words <= told.words)
    return tuple(dict.fromkeys(one.text for one in unnamed))
