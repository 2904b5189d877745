"""BM25 over stemmed words; the half of retrieval that knows names, numbers and rare words.

Robertson & Zaragoza (2009), in the form of Lucene. A search begins with the rarest terms and looks up the frequent ones
only for passages that can still come among the best (Turtle & Flood 1995), so that it need not score every passage.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self
from zlib import crc32

import numpy as np
import numpy.typing as npt

from rag.folders import Read, array_of
from rag.index import postings
from rag.index.postings import Postings, terms_rules
from rag.language.stems import terms

Rows = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]

K1, B = 1.2, 0.75
_VOCABULARY = "terms.json"
_COLUMNS = ("rows", "counts", "starts", "lengths")
_FEW = 4096  # passages with a term, up to which scoring them all takes less than finding out whether one need
_AT_ONCE = 4096  # terms
_SLACK = np.float32(1.00001)  # sums in f32 may come out a little above the sum of their parts


def build(texts: Iterable[str], folder: Path) -> None:
    """Writes the lexical index of the texts, row i for text i, into `folder`."""
    _save(postings.count(texts), folder)


def extend(before: Postings, kept: Rows, texts: Iterable[str], folder: Path) -> None:
    """As `build`, for the rows `kept` of the index before, ascending, and the texts after them."""
    _save(postings.extended(before, kept, texts), folder)


def _save(counted: Postings, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in _COLUMNS:
        np.save(folder / f"{name}.npy", getattr(counted, name))
    np.save(folder / "peaks.npy", _peaks(counted))
    np.save(folder / "sums.npy", _sums(counted))
    stored = {"passages": len(counted.lengths), "rules": terms_rules(), "terms": list(counted.vocabulary)}
    (folder / _VOCABULARY).write_text(json.dumps(stored, ensure_ascii=False), "utf-8")


def _peaks(counted: Postings) -> Scores:
    """The most that each term adds to the score of any passage, before its rarity."""
    norms = _norms(counted.lengths)
    peaks = np.zeros(len(counted.vocabulary), np.float32)
    for first in range(0, len(peaks), _AT_ONCE):
        bounds = counted.starts[first : first + _AT_ONCE + 1]
        part = slice(int(bounds[0]), int(bounds[-1]))
        shares = _shares(counted.counts[part], norms[counted.rows[part]])
        peaks[first : first + _AT_ONCE] = np.maximum.reduceat(shares, bounds[:-1] - bounds[0])
    return peaks


def _sums(counted: Postings) -> npt.NDArray[np.uint32]:
    """CRC-32 of each term's column."""
    bounds = zip(counted.starts[:-1].tolist(), counted.starts[1:].tolist(), strict=True)
    return np.asarray([_sum(counted.rows[a:b], counted.counts[a:b]) for a, b in bounds], np.uint32)


def _sum(rows: npt.NDArray[np.int32], counts: npt.NDArray[np.uint16]) -> int:
    return crc32(counts.data, crc32(rows.data))


def _norms(lengths: npt.NDArray[np.int32]) -> Scores:
    """What the length of a passage makes of K1."""
    mean = float(lengths.mean()) if len(lengths) else 0.0
    return np.asarray(K1 * (1 - B + B * lengths / (mean or 1.0)), np.float32)


def _shares(counts: npt.NDArray[np.uint16], norms: Scores) -> Scores:
    times = counts.astype(np.float32)
    return times / (times + norms)


class _Columns(Protocol):
    """Rows with a term, ascending, and what the term adds to the score of each."""

    def of(self, number: int) -> tuple[npt.NDArray[np.int32], Scores]: ...


@dataclass(frozen=True, slots=True)
class _Held:
    """All of them in memory: a file that is cut short under a map ends the process that reads it."""

    rows: npt.NDArray[np.int32]
    scores: Scores
    starts: Rows

    def of(self, number: int) -> tuple[npt.NDArray[np.int32], Scores]:
        column = slice(int(self.starts[number]), int(self.starts[number + 1]))
        return self.rows[column], self.scores[column]


@dataclass(frozen=True, slots=True)
class _Term:
    """A term of a query: its number, what it weighs, and the most it can add to a score."""

    number: int
    weight: np.float32
    most: float
    passages: int


class LexicalIndex:
    """An index as `build` wrote it; safe to use from several threads."""

    def __init__(self, vocabulary: Mapping[str, int], starts: Rows, most: Scores, columns: _Columns, size: int) -> None:
        """`most`: what a term adds to the score of any passage at the most."""
        self.vocabulary, self.size = vocabulary, size
        self._starts, self._most, self._columns = starts, most, columns

    @classmethod
    def open(cls, folder: Path, read: Read = Path.read_bytes) -> Self:
        """Raises FileNotFoundError when the folder holds no index."""
        stored = json.loads(read(folder / _VOCABULARY))
        vocabulary = {term: number for number, term in enumerate(stored["terms"])}
        if (folder / "scores.npy").exists():  # of an earlier release, which kept scores instead of counts
            held = _Held(*(array_of(read(folder / f"{name}.npy")) for name in ("rows", "scores", "starts")))
            most = np.maximum.reduceat(held.scores, held.starts[:-1]) if vocabulary else held.scores
            return cls(vocabulary, held.starts, most, held, stored["passages"])
        counted = _postings(stored["terms"], folder, read)
        rarity = _rarity(counted.starts, len(counted.lengths))
        scores = _shares(counted.counts, _norms(counted.lengths)[counted.rows])
        scores *= np.repeat(rarity, np.diff(counted.starts))
        most = array_of(read(folder / "peaks.npy")) * rarity
        return cls(vocabulary, counted.starts, most, _Held(counted.rows, scores, counted.starts), stored["passages"])

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
        self, rows: Rows, scores: Scores, rest: Sequence["_Term"], left: Sequence[float], limit: int
    ) -> tuple[Rows, Scores]:
        for term, most in zip(rest, left, strict=False):
            if 0 < limit < len(rows):
                may_come = scores + np.float32(most) >= np.partition(scores, -limit)[-limit]
                rows, scores = rows[may_come], scores[may_come]
            self._add(term, rows, scores)
        order, best_scores = best(scores, limit)
        return rows[order], best_scores

    def _add(self, term: "_Term", rows: Rows, total: Scores) -> None:
        column, scores = self._columns.of(term.number)
        places = np.minimum(np.searchsorted(column, rows.astype(np.int32)), len(column) - 1)
        held = column[places] == rows
        total[held] += term.weight * scores[places[held]]

    def _terms(self, weights: Mapping[str, float]) -> list["_Term"]:
        """Those that passages hold, the rarest first."""
        known = [(self.vocabulary[term], weight) for term, weight in weights.items() if term in self.vocabulary]
        found = [
            _Term(number, np.float32(weight), weight * float(self._most[number]), int(size))
            for number, weight in known
            if (size := self._starts[number + 1] - self._starts[number]) > 0
        ]
        return sorted(found, key=lambda term: (term.passages, term.number))


def stored_postings(folder: Path, read: Read = Path.read_bytes) -> Postings | None:
    """What `build` counted; None where terms are made in another way now, or an earlier release kept no counts."""
    stored = json.loads(read(folder / _VOCABULARY))
    return _postings(stored["terms"], folder, read) if stored.get("rules") == terms_rules() else None


def _postings(vocabulary: Sequence[str], folder: Path, read: Read) -> Postings:
    return Postings(vocabulary, *(array_of(read(folder / f"{name}.npy")) for name in _COLUMNS))


def _rarity(starts: Rows, passages: int) -> Scores:
    held = np.diff(starts)
    return np.log(1 + (passages - held + 0.5) / (held + 0.5)).astype(np.float32)


def _left(asked: Sequence[_Term]) -> list[float]:
    """The most that the terms from each on add to a score together."""
    return [sum(term.most for term in asked[at:]) * float(_SLACK) for at in range(len(asked))]


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
