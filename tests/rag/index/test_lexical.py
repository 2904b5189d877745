from math import log
from pathlib import Path

import numpy as np
import pytest

from rag.index import lexical
from rag.index.lexical import LexicalIndex, best, build
from rag.index.term_columns import stored_postings
from rag.language.stems import terms

TEXTS = ["pelatihan kerja", "pelatihan pelatihan di desa", "harga gabah", ""]


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    build(TEXTS, tmp_path)
    return LexicalIndex.open(tmp_path)


def test_terms_lose_indonesian_affixes_and_keep_numbers() -> None:
    assert terms("Membangun pembangunan 2,37") == ["bangun", "bangun", "2,37"]


def test_a_score_is_lucenes_bm25(index: LexicalIndex) -> None:
    # "gabah" stands once in 1 of 4 passages; 2 terms against a mean of (2 + 4 + 2 + 0) / 4 = 2 leave the length out.
    idf = log(1 + (4 - 1 + 0.5) / (1 + 0.5))
    assert index.score({"gabah": 1.0}).tolist() == pytest.approx([0, 0, idf * 1 / (1 + 1.2), 0])


def test_weights_scale_a_terms_part_of_the_score(index: LexicalIndex) -> None:
    both = index.score({"harga": 1.0, "gabah": 0.5})
    assert both[2] == pytest.approx(index.score({"harga": 1.0})[2] * 1.5)


def test_search_gives_only_rows_that_hold_a_term_best_first(index: LexicalIndex) -> None:
    rows, scores = index.search("latihan desa", 10)
    assert rows.tolist() == [1, 0]
    assert scores[0] > scores[1] > 0


def test_search_stays_within_the_allowed_rows(index: LexicalIndex) -> None:
    assert index.search("pelatihan", 10, np.array([0, 2]))[0].tolist() == [0]


def test_a_query_without_known_terms_finds_nothing(index: LexicalIndex) -> None:
    rows, scores = index.search("zebra ?!", 5)
    assert rows.shape == scores.shape == (0,)


def test_frequency_counts_passages_not_occurrences(index: LexicalIndex) -> None:
    assert (index.frequency("latih"), index.frequency("zebra")) == (2, 0)


def test_an_index_of_no_or_of_wordless_texts_opens_and_finds_nothing(tmp_path: Path) -> None:
    build([], tmp_path / "none")
    build(["...", ""], tmp_path / "wordless")
    assert len(LexicalIndex.open(tmp_path / "none")) == 0
    assert LexicalIndex.open(tmp_path / "wordless").search("apa", 3)[0].tolist() == []


def test_the_same_texts_give_the_same_bytes(tmp_path: Path) -> None:
    build(TEXTS, tmp_path / "a")
    build(iter(TEXTS), tmp_path / "b")
    for file in (tmp_path / "a").iterdir():
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


def test_ties_at_the_cut_are_decided_by_row() -> None:
    rows, scores = best(np.array([1, 2, 2, 2, 3], np.float32), 3, None)
    assert (rows.tolist(), scores.tolist()) == ([4, 1, 2], [3, 2, 2])


@pytest.mark.parametrize("limit", [1, 7, 100])
@pytest.mark.parametrize("filtered", [False, True])
def test_searching_terms_finds_what_scoring_every_passage_would(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int, filtered: bool
) -> None:
    monkeypatch.setattr(lexical, "_FEW", 0)  # frequent terms are looked up as early as can be
    draws = np.random.default_rng(5)
    build((" ".join(f"w{word}" for word in draws.zipf(1.4, 12) % 500) for _ in range(3000)), tmp_path)
    index = LexicalIndex.open(tmp_path)
    rows = np.sort(draws.choice(3000, 700, replace=False)) if filtered else None
    for _ in range(30):
        weights = {f"w{word}": float(draws.uniform(0.2, 2)) for word in draws.zipf(1.3, 5) % 500}
        wanted_rows, wanted = best(index.score(weights), limit, rows)
        found_rows, found = index.search_terms(weights, limit, rows)
        assert found_rows.tolist() == wanted_rows.tolist()
        assert found.tolist() == wanted.tolist()
        assert index.scores_of(weights, wanted_rows).tolist() == wanted.tolist()


def test_an_index_of_a_release_that_kept_scores_opens(tmp_path: Path, index: LexicalIndex) -> None:
    folder = tmp_path / "older"
    folder.mkdir()
    np.save(folder / "scores.npy", np.array([0.5, 0.25, 1.0], np.float32))
    np.save(folder / "rows.npy", np.array([0, 1, 1], np.int32))
    np.save(folder / "starts.npy", np.array([0, 2, 3], np.int64))
    (folder / "terms.json").write_text('{"passages": 2, "terms": ["latih", "desa"]}', "utf-8")
    found = LexicalIndex.open(folder)
    assert found.score({"latih": 2.0, "desa": 1.0}).tolist() == [1.0, 1.5]
    assert found.search("pelatihan desa", 1)[0].tolist() == [1]
    assert stored_postings(folder) is None
