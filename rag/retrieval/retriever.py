"""From a question to the passages that may answer it: dense and lexical candidates, fused."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rag.index.versions import OpenVersion
from rag.models.encoders.loading import Encoder
from rag.models.query_adapter import QueryAdapter
from rag.questions.articles import is_headed, tells_repeal
from rag.questions.understanding import Query, Sought
from rag.retrieval.evidence import Evidence
from rag.retrieval.fusion import DEPTH, LEXICAL_SHARE, OF_TRANSLATED, fuse, standard_scores
from rag.retrieval.reranking import Reranker
from rag.types import Hit, Language, Method

RERANKED = 20  # hits a reranker is given at least

Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]


class Retriever:
    """Finds evidence in whichever index version it is handed; safe to call from several threads."""

    def __init__(self, encoder: Encoder, reranker: Reranker | None = None, adapter: QueryAdapter | None = None) -> None:
        self._encoder = encoder
        self._reranker = reranker
        self._adapter = adapter

    def retrieve(self, query: Query, version: OpenVersion, limit: int) -> Evidence:
        """The `limit` best passages that pass the question's filters, best first. Raises BlankText."""
        vector = self._encoder.encode_queries([query.text])[0]
        return Evidence(query, self._nearest(query, vector, version, limit), vector=vector)

    def nearest(self, query: Sought, version: OpenVersion, limit: int) -> tuple[Hit, ...]:
        """The same passages, where nothing is to be answered from them."""
        return self._nearest(query, self._encoder.encode_queries([query.text])[0], version, limit)

    def _nearest(self, query: Sought, vector: Scores, version: OpenVersion, limit: int) -> tuple[Hit, ...]:
        asked = limit if self._reranker is None else max(limit, RERANKED)
        sought = vector if self._adapter is None else self._adapter(vector[np.newaxis])[0]
        hits = search(query, vector, version, max(asked, DEPTH) if query.articles else asked, sought)
        if query.articles:
            hits = articles_first(query.articles, hits, asked)[:asked]
        return hits if self._reranker is None else self._reranker.rerank(query, hits)[:limit]

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """As the encoder counts them."""
        return self._encoder.count_tokens(texts)


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Passages that a side holds for its best, with both scores of each."""

    rows: Rows
    similarity: Scores
    bm25: Scores
    dense_best: tuple[Rows, Scores]
    lexical_best: tuple[Rows, Scores]


def search(
    query: Sought, vector: Scores, version: OpenVersion, limit: int, sought: Scores | None = None
) -> tuple[Hit, ...]:
    """The `limit` best hits for a question whose unit vector is `vector`, best first, ties by row.

    `sought`: the vector that passages are ranked by, if it is another one; how similar hits are is told by `vector`.
    """
    found = _candidates(query, vector if sought is None else sought, version, max(DEPTH, limit))
    scores = _fused(found, LEXICAL_SHARE if query.language is Language.INDONESIAN else OF_TRANSLATED)
    order = np.lexsort((found.rows, -scores))[:limit]
    rows = found.rows[order]
    similarity = found.similarity[order] if sought is None else version.store.vectors(rows) @ vector
    sides = {
        Method.DENSE: frozenset(found.dense_best[0].tolist()),
        Method.LEXICAL: frozenset(found.lexical_best[0].tolist()),
    }
    return tuple(
        Hit(
            passage=version.passages[row],
            score=float(scores[i]),
            found_by=tuple(method for method, best in sides.items() if row in best),
            similarity=float(near),
        )
        for row, i, near in zip(rows.tolist(), order, similarity, strict=True)
    )


def articles_first(articles: Collection[str], hits: Sequence[Hit], limit: int) -> tuple[Hit, ...]:
    """Hits in articles that a question names lead, half of the limit at most: scores hardly tell numbers apart."""
    headed = [hit for hit in hits if _is_of(hit, articles)][: max(1, limit // 2)]
    lift = hits[0].score - headed[0].score if headed else 0.0
    lifted = [replace(hit, score=hit.score + lift) for hit in headed]
    return (*lifted, *(hit for hit in hits if hit not in headed))


def _is_of(hit: Hit, articles: Collection[str]) -> bool:
    return is_headed(hit.passage.headings, articles) or tells_repeal(hit.passage.text, articles)


def _candidates(query: Sought, vector: Scores, version: OpenVersion, depth: int) -> _Candidates:
    allowed = version.rows_matching(query.question.filters)
    dense_best = version.store.search(vector, depth, allowed)
    terms = dict(query.terms)
    lexical_best = version.lexical.search_terms(terms, depth, allowed)
    rows = np.union1d(dense_best[0], lexical_best[0])
    bm25 = version.lexical.scores_of(terms, rows)
    return _Candidates(rows, version.store.vectors(rows) @ vector, bm25, dense_best, lexical_best)


def _fused(found: _Candidates, share: float) -> Scores:
    return fuse(
        standard_scores(found.similarity, found.dense_best[1]),
        standard_scores(found.bm25, _padded(found.lexical_best[1], len(found.dense_best[1]))),
        share,
    )


def _padded(scores: Scores, size: int) -> Scores:
    """`scores` with the zeros of passages that hold no term, so that a word few passages hold stands out."""
    return np.pad(scores, (0, max(0, size - len(scores))))
