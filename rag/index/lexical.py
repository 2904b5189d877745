"""BM25 over stemmed words; the half of retrieval that knows names, numbers and rare words.

Robertson & Zaragoza (2009), in the form of Lucene, scored eagerly by bm25s so that a query is a sum of a few columns.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import bm25s
import numpy as np
import numpy.typing as npt

from rag.folders import Read, array_of
from rag.language.stems import terms

Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]

K1, B = 1.2, 0.75
_VOCABULARY = "terms.json"


def build(texts: Iterable[str], folder: Path) -> None:
    """Writes the lexical index of the texts, row i for text i, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary: dict[str, int] = {}
    rows = [[vocabulary.setdefault(term, len(vocabulary)) for term in terms(text)] for text in texts]
    for name, array in _score(rows, vocabulary).items():
        np.save(folder / f"{name}.npy", array)
    stored = {"passages": len(rows), "terms": list(vocabulary)}
    (folder / _VOCABULARY).write_text(json.dumps(stored, ensure_ascii=False), "utf-8")


def _score(rows: Sequence[Sequence[int]], vocabulary: Mapping[str, int]) -> dict[str, npt.NDArray[Any]]:
    """Columns of BM25 scores (compressed sparse columns), one per term, named as the fields of LexicalIndex."""
    if not vocabulary:
        return {"scores": np.zeros(0, np.float32), "rows": np.zeros(0, np.int32), "starts": np.zeros(1, np.int64)}
    model = bm25s.BM25(k1=K1, b=B, method="lucene")
    model.index((list(rows), dict(vocabulary)), create_empty_token=False, show_progress=False)
    columns = model.scores
    return {
        "scores": np.asarray(columns["data"], np.float32),
        "rows": np.asarray(columns["indices"], np.int32),
        "starts": np.asarray(columns["indptr"], np.int64),
    }


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """An index as `build` wrote it, in memory: a file that is cut short under a map ends the process that reads it."""

    vocabulary: Mapping[str, int]
    scores: Scores  # of every term in every passage that has it, term by term
    rows: npt.NDArray[np.int32]  # the passage each score belongs to
    starts: Rows  # where the scores of term i begin; one more than terms
    size: int  # passages, those without any term included

    @classmethod
    def open(cls, folder: Path, read: Read = Path.read_bytes) -> Self:
        """Raises FileNotFoundError when the folder holds no index."""
        stored = json.loads(read(folder / _VOCABULARY))
        return cls(
            vocabulary={term: number for number, term in enumerate(stored["terms"])},
            scores=array_of(read(folder / "scores.npy")),
            rows=array_of(read(folder / "rows.npy")),
            starts=array_of(read(folder / "starts.npy")),
            size=stored["passages"],
        )

    def __len__(self) -> int:
        return self.size

    def frequency(self, term: str) -> int:
        """How many passages hold the term."""
        number = self.vocabulary.get(term)
        return 0 if number is None else int(self.starts[number + 1] - self.starts[number])

    def score(self, weights: Mapping[str, float]) -> Scores:
        """BM25 of every passage for a query of weighted terms, (size,); 0 where no term occurs."""
        total = np.zeros(self.size, np.float32)
        for term, weight in weights.items():
            number = self.vocabulary.get(term)
            if number is not None:
                column = slice(int(self.starts[number]), int(self.starts[number + 1]))
                total[self.rows[column]] += np.float32(weight) * self.scores[column]
        return total

    def search(self, query: str, limit: int, rows: Rows | None = None) -> tuple[Rows, Scores]:
        """The best rows with a score above 0 (among `rows`, if given), best first, ties by row."""
        return best(self.score(Counter(terms(query))), limit, rows)


def best(scores: Scores, limit: int, rows: Rows | None = None) -> tuple[Rows, Scores]:
    """Rows and scores of the highest positive scores, best first, ties by row."""
    allowed = np.flatnonzero(scores > 0) if rows is None else rows[scores[rows] > 0]
    found = scores[allowed]
    if 0 < limit < len(found):
        # Everything that ties with the last place stays until the ordering below has decided by row.
        keep = found >= np.partition(found, -limit)[-limit]
        allowed, found = allowed[keep], found[keep]
    order = np.lexsort((allowed, -found))[:limit]
    return allowed[order].astype(np.int64), found[order]
