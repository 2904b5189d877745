"""What the documents cover, said from the index itself before anything is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rag.errors import IndexMissing
from rag.types import DocumentFacts
from web.services import Services

_NEWEST = 60  # documents that subjects are chosen from
_SUBJECTS = 6


@dataclass(frozen=True, slots=True)
class Collection:
    """How many documents of how many publishers, the newest date, and some of what they are about."""

    documents: int
    publishers: int
    newest: date | None
    subjects: tuple[DocumentFacts, ...]


def collection_of(services: Services) -> Collection | None:
    """None while there is no index. Raises IndexMismatch, IndexCorrupt."""
    try:
        found = services.pipeline.documents("", None, 0, _NEWEST)
    except IndexMissing:
        return None
    dated = (each.published for each in found.documents if each.published)
    return Collection(found.total, len(found.publishers), next(dated, None), tuple(_spread(found.documents)))


def _spread(documents: Sequence[DocumentFacts]) -> Iterator[DocumentFacts]:
    """Newest first, one a publisher before a second of any."""
    turns: dict[str | None, int] = {}
    ranked = []
    for place, document in enumerate(documents):
        turn = turns.get(document.publisher, 0)
        turns[document.publisher] = turn + 1
        ranked.append((turn, place, document))
    yield from (document for _, _, document in sorted(ranked, key=lambda each: each[:2])[:_SUBJECTS])
