"""The evidence of a briefing: all that the documents about its themes hold, and single passages of others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rag.answering.base import DocumentOf
from rag.briefing.gathering.themes import Theme, share
from rag.briefing.gathering.units import Unit, units_of
from rag.models.encoders.loading import Encoder
from rag.types import Document, Hit

Vectors = npt.NDArray[np.float32]

_ABOUT, _PARTLY = 0.6, 0.45  # of the words of a theme, by title, headings and text, that a document about it has
_NEAR_THE_BEST = 0.55  # share of the best score that a document needs that is partly about it
_ASIDE = 0.7  # of the words of a theme that a passage of another document needs
_MOST_DOCUMENTS = 12
_MOST_UNITS = 60  # of one document
_UNRELATED, _EQUAL = 0.76, 0.92  # cosines of multilingual-e5-small, as in answering/extractive/scoring.py


@dataclass(frozen=True, slots=True)
class Found:
    """A unit, how near it is to the themes (0..1), and the row of its vector; `rank` 0 is the most telling document."""

    unit: Unit
    relevance: float
    nearness: float
    row: int
    rank: int


@dataclass(frozen=True, slots=True)
class Material:
    """Units by document and place; `vectors` are unit rows, one a unit."""

    found: tuple[Found, ...]
    vectors: Vectors

    def likeness(self, one: Found, other: Found) -> float:
        """Cosine of two units, spread over 0..1."""
        return _spread(float(self.vectors[one.row] @ self.vectors[other.row]))


def gathered(
    themes: Sequence[Theme], hits: Sequence[Sequence[Hit]], document_of: DocumentOf, encoder: Encoder
) -> Material:
    """`hits`: of each theme, and of what else was searched for, best first."""
    ranked = _ranked(themes, hits, document_of)
    units = [
        (rank, unit) for rank, (document, whole) in enumerate(ranked) for unit in _units(document, whole, hits, themes)
    ]
    if not units:
        return Material((), np.zeros((0, encoder.dimension), np.float32))
    vectors = encoder.encode_passages([unit.text for _, unit in units])
    asked = encoder.encode_queries([theme.query.text for theme in themes])
    nearest = (vectors @ asked.T).max(axis=1)
    found = (
        Found(unit, _relevance(themes, unit, _spread(float(cosine))), _spread(float(cosine)), row, rank)
        for row, ((rank, unit), cosine) in enumerate(zip(units, nearest, strict=True))
    )
    return Material(tuple(found), vectors)


def _ranked(
    themes: Sequence[Theme], hits: Sequence[Sequence[Hit]], document_of: DocumentOf
) -> list[tuple[Document, bool]]:
    """Documents with whether all of each is about the themes, those first that are most."""
    best = _best_scores(hit for each in hits for hit in each)
    top = max(best.values(), default=0.0)
    scored = []
    for document_id, score in best.items():
        document = document_of(document_id)
        about = _about(themes, document)
        whole = about >= _ABOUT or (about >= _PARTLY and score >= _NEAR_THE_BEST * top)
        scored.append((not whole, -about, -score, document_id, document))
    scored.sort(key=lambda each: each[:4])
    return [(each[-1], not each[0]) for each in scored[:_MOST_DOCUMENTS]]


def _best_scores(hits: Iterable[Hit]) -> Mapping[str, float]:
    best: dict[str, float] = {}
    for hit in hits:
        best[hit.passage.document_id] = max(hit.score, best.get(hit.passage.document_id, hit.score))
    return best


def _about(themes: Sequence[Theme], document: Document) -> float:
    """How much a document is about one of the themes, 0..1: by what heads it and by all that it says."""
    heads = [document.text[heading.start : heading.end] for heading in document.headings]
    headed = (document.title, document.publisher or "", *heads)
    return max((theme.share_in(*headed) + theme.share_in(*headed, document.text)) / 2 for theme in themes)


def _units(document: Document, whole: bool, hits: Sequence[Sequence[Hit]], themes: Sequence[Theme]) -> Sequence[Unit]:
    """All of a document about the themes, as long as it is short; else what stands in the passages that were found."""
    units = units_of(document)
    if whole and len(units) <= _MOST_UNITS:
        return units
    passages = [hit.passage for each in hits for hit in each if hit.passage.document_id == document.id]
    kept = [
        passage
        for passage in passages
        if whole or share(themes, passage.title, *passage.headings, passage.text) >= _ASIDE
    ]
    inside = [unit for unit in units if any(p.start <= unit.start < p.end for p in kept)]
    if whole:
        return inside[:_MOST_UNITS]
    return [unit for unit in inside if share(themes, unit.text) >= _PARTLY]


def _relevance(themes: Sequence[Theme], unit: Unit, nearness: float) -> float:
    said, around = share(themes, unit.text), share(themes, *unit.above, unit.text)
    return 0.4 * nearness + 0.2 * said + 0.4 * around


def _spread(cosine: float) -> float:
    return min(1.0, max(0.0, (cosine - _UNRELATED) / (_EQUAL - _UNRELATED)))
