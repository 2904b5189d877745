"""Searches with filters in the vectors of a million passages, beside an exact scan. `-m ... search FOLDER`.

A filter leaves a share of the rows: drawn at random, those most like the question (an office that is asked about), or
those least like it (everything but that office).
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import faiss
import numpy as np

from rag.index.stores.base import Rows
from rag.index.stores.faiss import FaissFormat
from tests.benchmarks.million.vectors import Batches, Vectors, timed

_TOP, _TIMED = 10, 6
_SHARES = (0.005, 0.02, 0.1, 0.5, 0.9, 0.99)


def search(folder: Path) -> Iterator[dict[str, Any]]:
    """For each filter recall of the ten nearest, how much less their cosines are, and milliseconds of one search."""
    faiss.omp_set_num_threads(1)
    questions: Vectors = np.load(folder / "questions.npy")[:_TIMED]
    store = FaissFormat().open(folder / "store")
    scores = np.concatenate([batch @ questions.T for batch in Batches(folder / "rows.f32", questions.shape[1])]).T
    draws = np.random.default_rng(0)
    for share in _SHARES:
        for name in ("random", "like", "unlike"):
            taken, right, lost = [], 0, 0.0
            for question, of in zip(questions, scores, strict=True):
                rows = _rows(name, share, of, draws)
                found: list[Rows] = []
                taken.append(timed(lambda: found.append(store.search(question, _TOP, rows)[0])))  # noqa: B023
                wanted = rows[np.argpartition(of[rows], -_TOP)[-_TOP:]]
                right += len(set(found[0].tolist()) & set(wanted.tolist()))
                lost += float(of[wanted].mean() - of[found[0]].mean())
            times = {"median_ms": 1e3 * float(np.median(taken)), "slowest_ms": 1e3 * max(taken)}
            measured = {"recall": right / (_TOP * len(questions)), "lost": lost / len(questions)}
            yield {"filter": name, "leaves": share, **measured, **times}


def _rows(name: str, share: float, scores: Vectors, draws: np.random.Generator) -> Rows:
    count = int(share * len(scores))
    if name == "random":
        return np.sort(draws.choice(len(scores), count, replace=False))
    order = np.argpartition(scores, -count)[-count:] if name == "like" else np.argpartition(scores, count)[:count]
    return np.sort(order).astype(np.int64)


if __name__ == "__main__":
    for each in search(Path(sys.argv[2])):
        print(json.dumps(each), flush=True)
