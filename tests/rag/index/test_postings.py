import numpy as np
import pytest

from rag.index import postings
from rag.index.postings import Postings, count, extended

BEFORE = count(["kopi teh", "teh teh gula", "kopi"])


def held(found: Postings) -> dict[str, list[tuple[int, int]]]:
    """Row and count of every passage with each term."""
    bounds = zip(found.vocabulary, found.starts[:-1].tolist(), found.starts[1:].tolist(), strict=True)
    pairs = list(zip(found.rows.tolist(), found.counts.tolist(), strict=True))
    return {term: pairs[start:end] for term, start, end in bounds}


def test_terms_are_counted_passage_by_passage() -> None:
    assert held(BEFORE) == {"kopi": [(0, 1), (2, 1)], "teh": [(0, 1), (1, 2)], "gula": [(1, 1)]}
    assert BEFORE.lengths.tolist() == [2, 3, 1]


def test_kept_passages_come_first_and_new_ones_after_them() -> None:
    found = extended(BEFORE, np.array([0, 2]), ["teh susu", "kopi kopi"])
    assert held(found) == {"kopi": [(0, 1), (1, 1), (3, 2)], "teh": [(0, 1), (2, 1)], "susu": [(2, 1)]}
    assert found.lengths.tolist() == [2, 1, 2, 2]


def test_with_all_kept_and_nothing_new_nothing_changes() -> None:
    found = extended(BEFORE, np.arange(3), [])
    assert (held(found), found.lengths.tolist()) == (held(BEFORE), [2, 3, 1])


def test_kept_passages_are_not_taken_apart_again(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(postings, "terms", lambda text: seen.append(text) or text.split())
    extended(BEFORE, np.arange(3), ["susu"])
    assert seen == ["susu"]


def test_no_texts_hold_nothing() -> None:
    assert held(extended(count([]), np.arange(0), ["teh"])) == {"teh": [(0, 1)]}
    assert held(count([])) == {}
