"""What retrieval hands on to answering."""

from dataclasses import dataclass

from rag.questions.understanding import Query
from rag.types import Hit


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a question, best first; `parts` for each of several questions that it consists of."""

    query: Query
    hits: tuple[Hit, ...]
    parts: tuple["Evidence", ...] = ()
