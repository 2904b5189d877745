"""What retrieval hands on to answering."""

from dataclasses import dataclass

from rag.index.versions.listing import Listing
from rag.questions.understanding import Query
from rag.types import Hit


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a question, best first; `parts` for each of several questions that it consists of.

    `listing` of all documents where the question is about them as a whole.
    """

    query: Query
    hits: tuple[Hit, ...]
    parts: tuple["Evidence", ...] = ()
    listing: Listing | None = None
