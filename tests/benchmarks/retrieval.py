"""Measures BM25, dense and fused retrieval, without and with the query adapter, on public question sets; and its speed.

Usage: python -m tests.benchmarks.retrieval [FOLDER] [--keep INDEXES]     default folder: ../shared/data

Every set's own corpus is ingested as `rag ingest corpus.jsonl` would, with the default settings, and asked at document
level: hit@k means that the document that answers is among the first k results. `--keep` holds the indexes for the next
run, which then embeds only what changed.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from rag.assembly import build_encoder
from rag.index import lexical
from rag.index.ingest import ingest
from rag.index.stores.faiss import FaissFormat
from rag.index.versions import LiveIndex, OpenVersion
from rag.models.encoders.base import Encoder
from rag.models.query_adapter import adapter_for
from rag.questions.understanding import Query, read
from rag.retrieval.retriever import search
from rag.settings import Settings
from rag.types import Language, Question
from tests.benchmarks.spelling import in_everyday_spelling

DEFAULT_FOLDER = Path(__file__).parents[2].parent / "shared" / "data"
DEPTH = 10
SPEED_SIZES = (5_000, 100_000)

Row = dict[str, Any]
Ranking = list[str]  # document ids, best first, one per result


@dataclass(frozen=True, slots=True)
class Task:
    """Questions over one corpus, each with the documents that answer it."""

    name: str
    corpus: str
    questions: str
    asked: Callable[[Row], str]
    wanted: Callable[[Row], tuple[str, ...]]
    keeps: Callable[[Row], bool] = lambda row: True
    without: frozenset[str] = frozenset()  # rules of questions left out


def _gold(row: Row) -> tuple[str, ...]:
    return (row["passage_id"],)


IDK = ("idk_mrc/corpus.jsonl", "idk_mrc/queries.valid.jsonl")
XLANG = ("xlang/corpus_id.jsonl", "xlang/split_dev.jsonl")
TASKS = (
    Task("IDK-MRC valid", *IDK, lambda row: row["question"], _gold, lambda row: row["answerable"]),
    Task(
        "IDK-MRC valid, everyday spelling",
        *IDK,
        lambda row: in_everyday_spelling(row["question"]),
        _gold,
        lambda row: row["answerable"],
    ),
    Task(
        "the same, spelling left as it is",
        *IDK,
        lambda row: in_everyday_spelling(row["question"]),
        _gold,
        lambda row: row["answerable"],
        frozenset({"spelling"}),
    ),
    Task("xlang dev, English question", *XLANG, lambda row: row["question_en"], _gold),
    Task("xlang dev, Indonesian question", *XLANG, lambda row: row["question_id"], _gold),
    # Ten candidates were judged for each question without saying which of them answers: any of them is a find.
    Task(
        "NoMIRACL dev, relevant",
        "nomiracl/corpus.jsonl",
        "nomiracl/split_dev.jsonl",
        lambda row: row["query"],
        lambda row: tuple(row["docids"]),
        lambda row: row["subset"] == "relevant",
    ),
)


def main(folder: Path, indexes: Path) -> int:
    encoder = build_encoder(Settings())
    print(f"{'set':36} {'questions':>9}  {'BM25':^16} {'dense':^16} {'fused':^16} {'adapted':^16}   hit@1 hit@5 MRR@10")
    for task in TASKS:
        if not (folder / task.corpus).is_file() or not (folder / task.questions).is_file():
            print(f"{task.name:36} left out: {folder / task.corpus} or {folder / task.questions} is missing")
            continue
        version = _index(folder / task.corpus, indexes, encoder)
        rows = [row for row in _rows(folder / task.questions) if task.keeps(row)]
        questions, wanted = [task.asked(row) for row in rows], [task.wanted(row) for row in rows]
        queries = [read(Question(text, Language.INDONESIAN), task.without) for text in questions]
        figures = [_figures(rankings, wanted) for rankings in _rankings(queries, version, encoder)]
        print(f"{task.name:36} {len(rows):9}  {'  '.join(figures)}", flush=True)
    for size in SPEED_SIZES:
        print(f"fused search among {size} passages without encoding: median {_median_ms(size):.1f} ms")
    return 0


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _index(corpus: Path, indexes: Path, encoder: Encoder) -> OpenVersion:
    folder = indexes / corpus.parent.name
    ingest([corpus], folder, encoder, Settings())
    return LiveIndex(folder, encoder.fingerprint).current()


def _rankings(
    queries: Sequence[Query], version: OpenVersion, encoder: Encoder
) -> tuple[list[Ranking], list[Ranking], list[Ranking], list[Ranking]]:
    """By BM25 alone, by vectors alone, fused, fused with the vectors of the query adapter."""
    vectors = encoder.encode_queries([query.text for query in queries])
    words = [lexical.best(version.lexical.score(dict(query.terms)), DEPTH)[0] for query in queries]
    dense = [version.store.search(vector, DEPTH)[0] for vector in vectors]
    fused = [search(query, vector, version, DEPTH) for query, vector in zip(queries, vectors, strict=True)]
    adapter = adapter_for(encoder)
    moved = vectors if adapter is None else adapter(vectors)
    adapted = [
        search(query, vector, version, DEPTH, sought)
        for query, vector, sought in zip(queries, vectors, moved, strict=True)
    ]
    return (
        [_documents(version, rows.tolist()) for rows in words],
        [_documents(version, rows.tolist()) for rows in dense],
        [[hit.passage.document_id for hit in hits] for hits in fused],
        [[hit.passage.document_id for hit in hits] for hits in adapted],
    )


def _documents(version: OpenVersion, rows: Iterable[int]) -> Ranking:
    return [version.passages[row].document_id for row in rows]


def _figures(rankings: Sequence[Ranking], wanted: Sequence[Sequence[str]]) -> str:
    ranks = [_first_rank(ranking, documents) for ranking, documents in zip(rankings, wanted, strict=True)]
    reciprocal = [1 / rank if rank <= DEPTH else 0.0 for rank in ranks]
    shares = [sum(rank <= k for rank in ranks) / len(ranks) for k in (1, 5)]
    return " ".join(f"{figure:.3f}"[1 if figure < 1 else 0 :] for figure in (*shares, sum(reciprocal) / len(ranks)))


def _first_rank(ranking: Ranking, wanted: Sequence[str]) -> float:
    return next((rank for rank, document in enumerate(ranking, start=1) if document in wanted), float("inf"))


def _median_ms(size: int, questions: int = 50) -> float:
    """Over made-up passages: words drawn as they are in language (Zipf), vectors at random."""
    random = np.random.default_rng(0)
    drawn = random.zipf(1.3, (size, 60)) % 50_000
    vectors = random.standard_normal((size + questions, 384), np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lexical.build((" ".join(f"kata{number}" for number in row) for row in drawn), folder)
        FaissFormat().build([vectors[:size]], 384, folder)
        version: Any = SimpleNamespace(
            store=FaissFormat().open(folder),
            lexical=lexical.LexicalIndex.open(folder),
            passages=range(size),
            rows_matching=lambda filters: None,
        )
        asked = [" ".join(f"kata{number}" for number in drawn[row, :8]) for row in range(questions)]
        times = []
        for text, vector in zip(asked, vectors[size:], strict=True):
            begun = time.perf_counter()
            search(read(Question(text, Language.INDONESIAN)), vector, version, 8)
            times.append(1000 * (time.perf_counter() - begun))
    return float(np.median(times))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        raise SystemExit(main(given.folder, given.keep or Path(scratch)))
