"""Words of a million passages: searched beside bm25s, which scores them all. `-m ... PART FOLDER`.

Passages are made of sentences of real ones, drawn at random, three for each; both sides have the same counts.
"""

import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
import numpy.typing as npt
from bm25s.selection import topk
from scipy.sparse import csr_matrix, vstack

from rag.index import term_columns
from rag.index.lexical import LexicalIndex
from rag.index.merging import save
from rag.index.postings import Columns, Postings
from rag.language.stems import STOP_TERMS, terms
from rag.language.text import sentence_spans

_SENTENCES, _TOP, _AT_ONCE, _LEAST = 3, 100, 20_000, 4


def drawn(texts: Sequence[str], count: int) -> Postings:
    """Counts of `count` passages."""
    numbers: dict[str, int] = {}
    sentences = [text[start:end] for text in texts for start, end in sentence_spans(text)]
    held = [[numbers.setdefault(term, len(numbers)) for term in terms(sentence)] for sentence in sentences]
    parts = [np.asarray(each, np.int32) for each in held if len(each) >= _LEAST]
    draws = np.random.default_rng(0)
    picks = draws.integers(0, len(parts), (count, _SENTENCES))
    blocks = (_block(parts, picks[at : at + _AT_ONCE], len(numbers)) for at in range(0, count, _AT_ONCE))
    whole = vstack(list(blocks), format="csr")
    lengths = np.asarray(whole.sum(axis=1, dtype=np.int64)).ravel().astype(np.int32)
    by_term = whole.tocsc()
    return Postings(tuple(numbers), [Columns(by_term.indptr.astype(np.int64), by_term.indices, by_term.data)], lengths)


def _block(parts: Sequence[npt.NDArray[np.int32]], picks: npt.NDArray[np.int64], width: int) -> csr_matrix:
    sizes = [sum(len(parts[pick]) for pick in row) for row in picks]
    found = np.concatenate([parts[pick] for row in picks for pick in row])
    starts = np.concatenate([[0], np.cumsum(sizes)])
    counted = csr_matrix((np.ones(len(found), np.uint16), found, starts), shape=(len(picks), width))
    counted.sum_duplicates()
    return counted


def build(folder: Path) -> dict[str, Any]:
    """Writes the index; the counting of real texts is not part of it."""
    texts = json.loads((folder / "texts.json").read_text("utf-8"))
    counted = drawn(texts, int((folder / "count").read_text()))
    worked = time.process_time()
    save(counted, folder / "words")
    return {
        "processor_s": time.process_time() - worked,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "bytes": sum(path.stat().st_size for path in (folder / "words").iterdir()),
        "postings": sum(int(run.sizes.sum()) for run in counted.runs),
        "terms": len(counted.vocabulary),
    }


def search(folder: Path) -> dict[str, Any]:
    """Times of single searches for the best hundred, by turns with bm25s, in one thread; both must find the same."""
    begun = time.perf_counter()
    index = LexicalIndex.open(folder / "words", whole=False)
    opened = time.perf_counter() - begun
    peer = _peer(folder / "words")
    taken: dict[str, list[float]] = {"ours": [], "bm25s": []}
    for question in json.loads((folder / "questions.json").read_text("utf-8")):
        weights = {term: 1.0 for term in Counter(terms(question)) if term not in STOP_TERMS and index.frequency(term)}
        ids = np.asarray([index.vocabulary[term] for term in weights], np.int32)
        index.search_terms(weights, _TOP)
        scores = _timed(taken["ours"], lambda: index.search_terms(weights, _TOP)[1])  # noqa: B023 - called at once
        wanted = _timed(taken["bm25s"], lambda: topk(peer.get_scores_from_ids(ids), _TOP, sorted=True)[0])  # noqa: B023
        if not np.allclose(scores, wanted[: len(scores)], atol=1e-3):
            raise SystemExit(f"not the same scores: {question}")
    ratios = np.asarray(taken["ours"]) / np.asarray(taken["bm25s"])
    of = {f"{n}_{s}_ms": 1e3 * float(np.percentile(t, s)) for n, t in taken.items() for s in (50, 95)}
    total = sum(taken["ours"]) / sum(taken["bm25s"])
    return {"open_s": opened, **of, "ratio_median": float(np.median(ratios)), "ratio_of_all": total}


def _timed(times: list[float], task: Callable[[], Any]) -> Any:
    begun = time.thread_time()
    found = task()
    times.append(time.thread_time() - begun)
    return found


def _peer(folder: Path) -> bm25s.BM25:
    """bm25s with the scores that it would have made of the same counts, which takes it minutes."""
    terms_of = term_columns.open_terms(folder)
    columns = terms_of.columns
    peer = bm25s.BM25(k1=term_columns.K1, b=term_columns.B, method="lucene")
    held = {"data": columns.scores, "indices": columns.rows, "indptr": columns.starts}  # type: ignore[attr-defined]
    peer.scores = {**held, "num_docs": terms_of.passages}
    peer.nonoccurrence_array = None
    peer.vocab_dict = dict(terms_of.vocabulary)
    return peer


if __name__ == "__main__":
    print(json.dumps({"build": build, "search": search}[sys.argv[1]](Path(sys.argv[2]))))
