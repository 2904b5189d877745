"""Runs of postings become the files of the lexical index, some terms at a time, so that memory holds a few of them."""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from rag.index.arrays import ArrayWriter
from rag.index.postings import Ints, Part, Postings, terms_rules
from rag.index.term_columns import VOCABULARY, norms_of, shares_of, sums_of

_AT_ONCE = 2_000_000  # postings


def save(counted: Postings, folder: Path) -> None:
    """Writes the index into `folder`; terms that no passage holds any more are forgotten."""
    folder.mkdir(parents=True, exist_ok=True)
    norms = norms_of(counted.lengths)
    sizes, peaks, sums = [np.empty(0, np.int64)], [np.empty(0, np.float32)], [np.empty(0, np.uint32)]
    with ArrayWriter(folder / "rows.npy", np.int32) as rows, ArrayWriter(folder / "counts.npy", np.uint16) as counts:
        for part in _parts(counted):
            rows.write(part.rows)
            counts.write(part.counts)
            sizes.append(part.sizes)
            starts = _starts(part.sizes[part.sizes > 0])
            if len(part.rows):
                peaks.append(np.maximum.reduceat(shares_of(part.counts, norms[part.rows]), starts[:-1]))
            sums.append(sums_of(part.rows, part.counts, starts))
    all_sizes = np.concatenate(sizes)
    held = all_sizes > 0
    np.save(folder / "starts.npy", _starts(all_sizes[held]))
    np.save(folder / "lengths.npy", counted.lengths)
    np.save(folder / "peaks.npy", np.concatenate(peaks))
    np.save(folder / "sums.npy", np.concatenate(sums))
    kept = [term for term, is_held in zip(counted.vocabulary, held.tolist(), strict=True) if is_held]
    stored = {"passages": len(counted.lengths), "rules": terms_rules(), "terms": kept}
    (folder / VOCABULARY).write_text(json.dumps(stored, ensure_ascii=False), "utf-8")


def _parts(counted: Postings) -> Iterator[Part]:
    """All terms in order, with about _AT_ONCE postings in each part."""
    most = np.zeros(len(counted.vocabulary), np.int64)
    for run in counted.runs:
        most[: len(run.sizes)] += run.sizes
    until = np.cumsum(most)
    total = int(until[-1]) if len(until) else 0
    cuts = np.searchsorted(until, np.arange(_AT_ONCE, total, _AT_ONCE)) + 1
    for first, end in pairwise(np.unique([0, *cuts.tolist(), len(most)]).tolist()):
        yield _merged([run.part(first, end) for run in counted.runs])


def _merged(parts: Sequence[Part]) -> Part:
    """The same terms of all runs: in each term those of the first run, then of the second."""
    sizes = np.sum([part.sizes for part in parts], axis=0)
    rows, counts = np.empty(int(sizes.sum()), np.int32), np.empty(int(sizes.sum()), np.uint16)
    begins = _starts(sizes)[:-1]
    for part in parts:
        places = np.arange(len(part.rows)) + np.repeat(begins - _starts(part.sizes)[:-1], part.sizes)
        rows[places], counts[places] = part.rows, part.counts
        begins = begins + part.sizes
    return Part(sizes, rows, counts)


def _starts(sizes: Ints) -> Ints:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)])
