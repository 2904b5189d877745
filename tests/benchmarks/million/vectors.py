"""Vectors of a million passages: how the store is built and searched, beside an exact scan. `-m ... PART FOLDER`.

`drawn` makes the rows: each is a real passage's vector plus half the difference of two others', which keeps the
directions in which real ones differ; the real ones come first, so that the questions have their answers among them.
"""

import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np
import numpy.typing as npt

from rag.index.stores.faiss import FaissFormat
from rag.index.versions import OpenVersion, current_name

_AT_ONCE, _TOP, _TIMED = 50_000, 10, 60
Vectors = npt.NDArray[np.float32]


def drawn(real: Vectors, count: int, path: Path) -> None:
    """`count` unit rows as raw f32."""
    draws = np.random.default_rng(0)
    with path.open("wb") as file:
        for first in range(0, count, _AT_ONCE):
            size = min(_AT_ONCE, count - first)
            one, more, less = draws.integers(0, len(real), (3, size))
            rows = real[one] + 0.5 * (real[more] - real[less])
            rows /= np.linalg.norm(rows, axis=1, keepdims=True)
            at = min(size, max(0, len(real) - first))
            rows[:at] = real[first : first + at]
            file.write(rows.astype(np.float32).tobytes())


def real_rows(indexes: Sequence[Path]) -> Vectors:
    """The vectors of all passages of some indexes."""
    versions = [OpenVersion(index / current_name(index)) for index in indexes]
    return np.concatenate([version.store.vectors(np.arange(len(version.store))) for version in versions])


class Batches:
    """Rows of such a file, as often as they are asked for."""

    def __init__(self, path: Path, dimension: int) -> None:
        self._path, self._dimension = path, dimension

    def __iter__(self) -> Iterator[Vectors]:
        with self._path.open("rb") as file:
            while data := file.read(8192 * 4 * self._dimension):
                yield np.frombuffer(data, np.float32).reshape(-1, self._dimension)


def build(folder: Path) -> dict[str, Any]:
    """Writes the store; processor seconds, and the memory of the process at the most."""
    questions = np.load(folder / "questions.npy")
    (folder / "store").mkdir(exist_ok=True)
    begun, worked = time.perf_counter(), time.process_time()
    FaissFormat().build(Batches(folder / "rows.f32", questions.shape[1]), questions.shape[1], folder / "store")
    return {
        "processor_s": time.process_time() - worked,
        "elapsed_s": time.perf_counter() - begun,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "bytes": sum(path.stat().st_size for path in (folder / "store").rglob("*") if path.is_file()),
    }


def search(folder: Path) -> dict[str, Any]:
    """Recall of the ten nearest and times of single searches, by turns with an exact scan in one thread."""
    faiss.omp_set_num_threads(1)
    questions: Vectors = np.load(folder / "questions.npy")
    begun = time.perf_counter()
    store = FaissFormat().open(folder / "store")
    opened = time.perf_counter() - begun
    exact = faiss.IndexFlatIP(questions.shape[1])
    for batch in Batches(folder / "rows.f32", questions.shape[1]):
        exact.add(batch)
    for question in questions:  # so that what is compared is in memory
        store.search(question, _TOP)
    taken: dict[str, list[float]] = {"exact": [], "store": []}
    found = 0
    for at, question in enumerate(questions):
        taken["store"].append(timed(lambda: store.search(question, _TOP)))  # noqa: B023 - called at once
        if at < _TIMED:
            taken["exact"].append(timed(lambda: exact.search(question[None], _TOP)))  # noqa: B023
    nearest = exact.search(questions, _TOP)[1]
    for question, wanted in zip(questions, nearest, strict=True):
        found += len(set(store.search(question, _TOP)[0].tolist()) & set(wanted.tolist()))
    of = {
        f"{name}_{share}_ms": 1e3 * float(np.percentile(all_, share))
        for name, all_ in taken.items()
        for share in (50, 95)
    }
    return {"open_s": opened, "recall": found / nearest.size, **of, "share": of["store_95_ms"] / of["exact_95_ms"]}


def timed(task: Any) -> float:
    """Seconds of the processor."""
    begun = time.thread_time()
    task()
    return time.thread_time() - begun


if __name__ == "__main__":
    print(json.dumps({"build": build, "search": search}[sys.argv[1]](Path(sys.argv[2]))))
