"""A question none of whose words the evidence has: a greeting, keys struck at random, another language, the weather.

Passages are always found, for some are nearest, and a reader that is asked nothing it knows marks some name. But
"which plants" is answered by names of plants alone: so this only counts where the answer would be told as the nearest
there is.
"""

from rag.answering.extractive.facts import Told
from rag.questions.understanding import Query
from rag.types import Objection


class UnknownWords:
    """Objects where no text, title or heading has a word of the question, in either language."""

    name = "unknown_words"

    def objects(self, query: Query, told: Told) -> Objection | None:
        if not query.topic or any(group & one.terms for group in query.topic for one in told.texts):
            return None
        return Objection(self.name, ())
