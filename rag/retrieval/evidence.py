"""What retrieval hands on to answering."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from rag.index.versions.listing import Listing
from rag.questions.understanding import Query
from rag.types import Hit


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a question, best first; `parts` for each of several questions that it consists of.

    `repealing`: what repeals a law among the hits, found for that and not for the question.
    `listing` of all documents where the question is about them as a whole; `vector`, (dimension,), of its text.
    """

    query: Query
    hits: tuple[Hit, ...]
    parts: tuple["Evidence", ...] = ()
    listing: Listing | None = None
    repealing: tuple[Hit, ...] = ()
    vector: npt.NDArray[np.float32] | None = field(default=None, compare=False)
