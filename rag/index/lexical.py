"""BM25 over stemmed words; the half of retrieval that knows names, numbers and rare words.

Robertson & Zaragoza (2009), in the form of Lucene. A search begins with the rarest terms and looks up the frequent ones
only for passages that can still come among the best (Turtle & Flood 1995), so that it need not score every passage.
"""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from rag.folders import Read
from rag.index import postings
from rag.index.merging import save
from rag.index.postings import Postings
from rag.index.term_columns import Rows, Scores, Terms, open_terms
from rag.language.stems import terms

_FEW = 4096  # passages with a term, up to which scoring them all takes less than finding out whether one need
_SLACK = 1.00001  # sums in f32 may come out a little above the sum of their parts


def build(texts: Iterable[str], folder: Path) -> None:
    """Writes the lexical index of the texts, row i for text i, into `folder`."""
    with _waiting(folder) as waiting:
        save(postings.count(texts, waiting), folder)


def extend(before: Postings, kept: Rows, texts: Iterable[str], folder: Path) -> None:
    """As `build`, for the rows `kept` of the index before, ascending, and the texts after them."""
    with _waiting(folder) as waiting:
        save(postings.extended(before, kept, texts, waiting), folder)


@contextmanager
def _waiting(folder: Path) -> Iterator[Path]:
    """A folder in `folder` that is there only meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".runs-", dir=folder) as name:
        yield Path(name)


@dataclass(frozen=True, slots=True)
class _Term:
    """A term of a query: its number, what it weighs, and the most it can add to a score."""

    number: int
    weight: np.float32
    most: float
    passages: int


class LexicalIndex:
    """An index as `build` wrote it; safe to use from several threads."""

    def __init__(self, held: Terms) -> None:
        self.vocabulary, self.size = held.vocabulary, held.passages
        self._starts, self._most, self._columns = held.starts, held.most, held.columns

    @classmethod
    def open(cls, folder: Path, read: Read = Path.read_bytes, whole: bool = True) -> Self:
        """Raises FileNotFoundError when the folder holds no index; see `open_terms`."""
        return cls(open_terms(folder, read, whole))

    def __len__(self) -> int:
        return self.size

    def frequency(self, term: str) -> int:
        """How many passages hold the term."""
        number = self.vocabulary.get(term)
        return 0 if number is None else int(self._starts[number + 1] - self._starts[number])

    def score(self, weights: Mapping[str, float]) -> Scores:
        """BM25 of every passage for a query of weighted terms, (size,); 0 where no term occurs."""
        total = np.zeros(self.size, np.float32)
        for term in self._terms(weights):
            rows, scores = self._columns.of(term.number)
            total[rows] += term.weight * scores
        return total

    def scores_of(self, weights: Mapping[str, float], rows: Rows) -> Scores:
        """The same of the passages `rows` alone."""
        total = np.zeros(len(rows), np.float32)
        for term in self._terms(weights):
            self._add(term, rows, total)
        return total

    def search(self, query: str, limit: int, rows: Rows | None = None) -> tuple[Rows, Scores]:
        """The best rows with a score above 0 (among `rows`, if given), best first, ties by row."""
        return self.search_terms(Counter(terms(query)), limit, rows)

    def search_terms(self, weights: Mapping[str, float], limit: int, rows: Rows | None = None) -> tuple[Rows, Scores]:
        """As `best` of `score`, without scoring passages that cannot be among the best."""
        asked = self._terms(weights)
        allowed = None if rows is None else _mask(rows, self.size)
        total = np.zeros(self.size, np.float32)
        met: list[Rows] = [np.empty(0, np.int32)]
        left = _left(asked)
        for at, term in enumerate(asked):
            # Passages that hold none of the terms before can no longer come in: these are only looked up.
            if term.passages > _FEW and left[at] < _least(total, met, allowed, limit):
                break
            column, scores = self._columns.of(term.number)
            met.append(column[total[column] == 0])
            total[column] += term.weight * scores
        else:
            at = len(asked)
        found = np.concatenate(met)
        found = np.sort(found if allowed is None else found[allowed[found]]).astype(np.int64)
        return self._finished(found, total[found], asked[at:], left[at:], limit)

    def _finished(
        self, rows: Rows, scores: Scores, rest: Sequence[_Term], left: Sequence[float], limit: int
    ) -> tuple[Rows, Scores]:
        for term, most in zip(rest, left, strict=False):
            if 0 < limit < len(rows):
                may_come = scores + np.float32(most) >= np.partition(scores, -limit)[-limit]
                rows, scores = rows[may_come], scores[may_come]
            self._add(term, rows, scores)
        order, best_scores = best(scores, limit)
        return rows[order], best_scores

    def _add(self, term: _Term, rows: Rows, total: Scores) -> None:
        column, scores = self._columns.of(term.number)
        places = np.minimum(np.searchsorted(column, rows.astype(np.int32)), len(column) - 1)
        held = column[places] == rows
        total[held] += term.weight * scores[places[held]]

    def _terms(self, weights: Mapping[str, float]) -> list[_Term]:
        """Those that passages hold, the rarest first."""
        known = [(self.vocabulary[term], weight) for term, weight in weights.items() if term in self.vocabulary]
        found = [
            _Term(number, np.float32(weight), weight * float(self._most[number]), int(size))
            for number, weight in known
            if (size := self._starts[number + 1] - self._starts[number]) > 0
        ]
        return sorted(found, key=lambda term: (term.passages, term.number))


def _left(asked: Sequence[_Term]) -> list[float]:
    """The most that the terms from each on add to a score together."""
    return [sum(term.most for term in asked[at:]) * _SLACK for at in range(len(asked))]


def _least(total: Scores, met: Sequence[Rows], allowed: npt.NDArray[np.bool_] | None, limit: int) -> float:
    """What a passage must score to be among the best so far; 0 while there are fewer."""
    found = np.concatenate(met)
    scores = total[found if allowed is None else found[allowed[found]]]
    return float(np.partition(scores, -limit)[-limit]) if 0 < limit <= len(scores) else 0.0


def _mask(rows: Rows, size: int) -> npt.NDArray[np.bool_]:
    mask = np.zeros(size, np.bool_)
    mask[rows] = True
    return mask


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
