"""One ingest by whichever build is on the path, in a process of its own: `worker.py SOURCE INDEX`, figures as JSON.

The encoder is a stand-in that takes no time, so that what is measured is everything but embedding.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rag.settings import Settings

_DIMENSION = 384
Vectors = npt.NDArray[np.float32]


class Instant:
    """Unit vectors drawn anew for every slab: they say nothing, and are as many and as large as real ones."""

    name, fingerprint, dimension = "instant", "instant", _DIMENSION
    prompts: Mapping[str, str] = {}

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        rows = np.random.default_rng(len(texts[0])).standard_normal((len(texts), _DIMENSION), np.float32)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [text.count(" ") + 1 for text in texts]


def main(source: Path, index: Path) -> None:
    # Earlier builds had it elsewhere.
    ingest = import_module("rag.index.ingest" if _has_index() else "rag.ingest").ingest
    before = _peak_mb()
    begun, worked = time.perf_counter(), _processor_s()
    report = ingest([source], index, Instant(), Settings(max_file_mb=100_000, parse_seconds=86_400))
    figures = {
        "seconds": time.perf_counter() - begun,
        "processor": _processor_s() - worked,
        "peak_mb": _peak_mb(),
        "own_mb": _peak_mb() - before,
        "read_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        "documents": report.documents,
        "embedded": report.embedded,
        "published": report.published,
    }
    print(json.dumps(figures))


def _has_index() -> bool:
    """Asked of the folder: the import system may know the rooms of another checkout, too."""
    return (Path(import_module("rag").__path__[0]) / "index" / "ingest.py").is_file()


def _processor_s() -> float:
    """Of this process and of those that read files for it."""
    of = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in of)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
