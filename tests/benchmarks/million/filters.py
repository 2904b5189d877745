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

_TOP, _TIMED = 10, 20
_SHARES = (0.002, 0.01, 0.05, 0.2, 0.5, 0.9, 0.99)


def search(folder: Path) -> list[dict[str, Any]]:
    """Recall of the ten nearest, and milliseconds of the median and of the slowest, for each filter."""
    faiss.omp_set_num_threads(1)
    questions: Vectors = np.load(folder / "questions.npy")[:_TIMED]
    store = FaissFormat().open(folder / "store")

    scores = np.concatenate([batch @ questions.T for batch in Batches(folder / "rows.f32", questions.shape[1])])
    draws = np.random.default_rng(0)
    found = []
    for share in _SHARES:
        for name in ("random", "like", "unlike"):
            taken, right = [], 0
            for at, question in enumerate(questions):
                rows = _rows(name, share, scores[:, at], draws)
                taken.append(timed(lambda: store.search(question, _TOP, rows)))  # noqa: B023 - called at once
                wanted = rows[np.argsort(-scores[rows, at])[:_TOP]]
                right += len(set(store.search(question, _TOP, rows)[0].tolist()) & set(wanted.tolist()))
            of = {"median_ms": 1e3 * float(np.median(taken)), "slowest_ms": 1e3 * max(taken)}
            found.append({"filter": name, "leaves": share, "recall": right / (_TOP * len(questions)), **of})
    return found


def _rows(name: str, share: float, scores: Vectors, draws: np.random.Generator) -> Rows:
    count = int(share * len(scores))
    if name == "random":
        return np.sort(draws.choice(len(scores), count, replace=False))
    order = np.argpartition(scores, -count)[-count:] if name == "like" else np.argpartition(scores, count)[:count]
    return np.sort(order).astype(np.int64)


def lines(folder: Path) -> Iterator[str]:
    """One for each filter."""
    return (json.dumps(each) for each in search(folder))


if __name__ == "__main__":
    print("\n".join(lines(Path(sys.argv[2]))))
