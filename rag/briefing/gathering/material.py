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
    """A unit, how much it is about the themes (0..1), and the row of its vector; `rank` orders documents, from 0."""

    unit: Unit
    relevance: float
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


@dataclass(frozen=True, slots=True)
class _Source:
    """A document, how much of the themes it is about (0..1), and whether all of it is taken."""

    document: Document
    about: float
    whole: bool


def gathered(
    themes: Sequence[Theme], hits: Sequence[Sequence[Hit]], document_of: DocumentOf, encoder: Encoder
) -> Material:
    """`hits`: of each theme, and of what else was searched for, best first."""
    ranked = list(enumerate(_ranked(themes, hits, document_of)))
    units = [(rank, source, unit) for rank, source in ranked for unit in _units(source, hits, themes)]
    if not units:
        return Material((), np.zeros((0, encoder.dimension), np.float32))
    vectors = encoder.encode_passages([unit.text for _, _, unit in units])
    asked = encoder.encode_queries([theme.query.text for theme in themes])
    nearest = (vectors @ asked.T).max(axis=1)
    found = (
        Found(unit, _relevance(themes, source, unit, _spread(float(cosine))), row, rank)
        for row, ((rank, source, unit), cosine) in enumerate(zip(units, nearest, strict=True))
    )
    return Material(tuple(found), vectors)


def _ranked(themes: Sequence[Theme], hits: Sequence[Sequence[Hit]], document_of: DocumentOf) -> list[_Source]:
    """The documents that are most about the themes, those first."""
    best = _best_scores(hit for each in hits for hit in each)
    top = max(best.values(), default=0.0)
    scored = []
    for document_id, score in best.items():
        document = document_of(document_id)
        about = _about(themes, document)
        near = about >= _ABOUT or (about >= _PARTLY and score >= _NEAR_THE_BEST * top)
        whole = near and (score == top or any(theme.is_told_by(document) for theme in themes))
        scored.append(((not whole, -about, -score, document_id), _Source(document, about, whole)))
    return [source for _, source in sorted(scored, key=lambda each: each[0])[:_MOST_DOCUMENTS]]


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


def _units(source: _Source, hits: Sequence[Sequence[Hit]], themes: Sequence[Theme]) -> Sequence[Unit]:
    """All of a document about the themes, as long as it is short; else what stands in the passages that were found."""
    units = units_of(source.document)
    if source.whole and len(units) <= _MOST_UNITS:
        return units
    passages = [hit.passage for each in hits for hit in each if hit.passage.document_id == source.document.id]
    kept = [one for one in passages if source.whole or share(themes, one.title, *one.headings, one.text) >= _ASIDE]
    inside = [unit for unit in units if any(one.start <= unit.start < one.end for one in kept)]
    if source.whole:
        return inside[:_MOST_UNITS]
    return [unit for unit in inside if share(themes, unit.text) >= _PARTLY]


def _relevance(themes: Sequence[Theme], source: _Source, unit: Unit, nearness: float) -> float:
    said, around = share(themes, unit.text), share(themes, *unit.above, unit.text)
    return 0.3 * nearness + 0.2 * said + 0.2 * around + 0.3 * source.about


def _spread(cosine: float) -> float:
    return min(1.0, max(0.0, (cosine - _UNRELATED) / (_EQUAL - _UNRELATED)))
