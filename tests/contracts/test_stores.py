"""One suite for every vector store: add a store to FORMATS and it is held to the whole protocol."""

import threading
from pathlib import Path

import numpy as np
import pytest

from rag.errors import IndexCorrupt
from rag.index.stores.base import StoreFormat, VectorStore
from rag.index.stores.faiss import FaissFormat
from rag.index.stores.milvus import Address, MilvusFormat

FORMATS = {"faiss-exact": FaissFormat(), "faiss-clustered": FaissFormat(exact_up_to=100), "milvus-lite": None}
# Half-precision rows are 1/2048 off at most; products of unit rows by about as much.
TOLERANCE = 1e-3


@pytest.fixture(scope="module")
def milvus(tmp_path_factory: pytest.TempPathFactory) -> MilvusFormat:
    """A server in this process, whose data is a folder."""
    pytest.importorskip("milvus_lite")
    address = Address(str(tmp_path_factory.mktemp("milvus") / "lite.db"), "", 10.0)
    return MilvusFormat(lambda: address)


@pytest.fixture(params=FORMATS.keys())
def store_format(request: pytest.FixtureRequest) -> StoreFormat:
    return FORMATS[request.param] or request.getfixturevalue("milvus")


def axes(count: int, dimension: int = 4) -> np.ndarray:
    """Row i points along axis i modulo `dimension`."""
    return np.eye(dimension, dtype=np.float32)[np.arange(count) % dimension]


def built(store_format: StoreFormat, folder: Path, vectors: np.ndarray) -> VectorStore:
    half = len(vectors) // 2
    store_format.build([vectors[:half], vectors[half:]], vectors.shape[1], folder)
    return store_format.open(folder)


def random_units(count: int, dimension: int = 16) -> np.ndarray:
    rows = np.random.default_rng(7).normal(size=(count, dimension)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_rows_come_best_first_with_their_cosines(store_format: StoreFormat, tmp_path: Path) -> None:
    vectors = np.array([[1, 0], [0.6, 0.8], [0, 1], [-1, 0]], dtype=np.float32)
    rows, scores = built(store_format, tmp_path, vectors).search(np.array([1, 0], dtype=np.float32), 4)
    assert rows.tolist() == [0, 1, 2, 3]
    assert scores == pytest.approx([1.0, 0.6, 0.0, -1.0], abs=TOLERANCE)
    assert rows.dtype == np.int64
    assert scores.dtype == np.float32


def test_a_limit_beyond_the_rows_gives_all_rows_and_no_padding(store_format: StoreFormat, tmp_path: Path) -> None:
    rows, scores = built(store_format, tmp_path, axes(3)).search(axes(1)[0], 50)
    assert sorted(rows.tolist()) == [0, 1, 2]
    assert len(scores) == 3


@pytest.mark.parametrize("limit", [0, -1])
def test_no_rows_are_found_when_none_are_asked_for(store_format: StoreFormat, tmp_path: Path, limit: int) -> None:
    rows, scores = built(store_format, tmp_path, axes(3)).search(axes(1)[0], limit)
    assert len(rows) == len(scores) == 0


def test_an_empty_store_finds_nothing(store_format: StoreFormat, tmp_path: Path) -> None:
    store_format.build([], 4, tmp_path)
    store = store_format.open(tmp_path)
    assert len(store) == 0
    assert store.search(axes(1)[0], 5)[0].tolist() == []


def test_only_allowed_rows_are_found(store_format: StoreFormat, tmp_path: Path) -> None:
    store = built(store_format, tmp_path, axes(8))
    rows, _ = store.search(axes(1)[0], 3, np.array([1, 4, 6]))
    assert rows[0] == 4
    assert sorted(rows.tolist()) == [1, 4, 6]


def test_no_allowed_rows_find_nothing(store_format: StoreFormat, tmp_path: Path) -> None:
    rows, _ = built(store_format, tmp_path, axes(8)).search(axes(1)[0], 3, np.array([], dtype=np.int64))
    assert rows.tolist() == []


def test_wide_filters_never_let_another_row_through(store_format: StoreFormat, tmp_path: Path) -> None:
    vectors = random_units(21_000, 8)
    store = built(store_format, tmp_path, vectors)
    allowed = np.arange(1, 20_999, dtype=np.int64)  # more than are compared one by one
    rows, _ = store.search(vectors[0], 20, allowed)
    assert len(rows) == 20
    assert 0 not in rows
    assert vectors[rows] @ vectors[0] == pytest.approx(np.sort(vectors[rows] @ vectors[0])[::-1], abs=TOLERANCE)


def test_a_filter_that_leaves_out_what_is_most_like_the_question_finds_the_best_of_the_rest(
    store_format: StoreFormat, tmp_path: Path
) -> None:
    vectors = random_units(21_000, 64)
    query, aside = vectors[0].copy(), vectors[1]
    near = query + 0.3 * vectors[:4000]
    vectors[:4000] = near / np.linalg.norm(near, axis=1, keepdims=True)
    best = query + 0.5 * aside
    vectors[12_345] = best / np.linalg.norm(best)
    store = built(store_format, tmp_path, vectors)
    rows, _ = store.search(query, 5, np.arange(4000, 21_000))
    assert int(rows[0]) == 12_345
    assert len(rows) == 5
    assert rows.min() >= 4000


def test_rows_keep_their_numbers_across_batches(store_format: StoreFormat, tmp_path: Path) -> None:
    vectors = random_units(500)
    store = built(store_format, tmp_path, vectors)
    assert [int(store.search(vectors[i], 1)[0][0]) for i in (0, 249, 250, 499)] == [0, 249, 250, 499]


def test_vectors_come_back_as_they_were_stored(store_format: StoreFormat, tmp_path: Path) -> None:
    vectors = random_units(500)
    store = built(store_format, tmp_path, vectors)
    wanted = np.array([499, 3, 3])
    assert store.vectors(wanted) == pytest.approx(vectors[wanted], abs=TOLERANCE)
    assert store.vectors(np.array([], dtype=np.int64)).shape == (0, 16)


def test_copying_vectors_from_store_to_store_does_not_wear_them(store_format: StoreFormat, tmp_path: Path) -> None:
    every = np.arange(500)
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    once = built(store_format, tmp_path / "first", random_units(500)).vectors(every)
    twice = built(store_format, tmp_path / "second", once).vectors(every)
    assert np.array_equal(once, twice)


def test_an_open_store_outlives_its_files(store_format: StoreFormat, tmp_path: Path) -> None:
    vectors = random_units(500)
    store = built(store_format, tmp_path, vectors)
    for path in tmp_path.iterdir():
        path.unlink()
    assert int(store.search(vectors[17], 1)[0][0]) == 17


def test_a_damaged_store_is_named(store_format: StoreFormat, tmp_path: Path) -> None:
    store_format.build([axes(8)], 4, tmp_path)
    for path in tmp_path.iterdir():
        path.write_bytes(b"not an index")
    with pytest.raises(IndexCorrupt, match=str(tmp_path)):
        store_format.open(tmp_path)


def test_threads_search_at_once(store_format: StoreFormat, tmp_path: Path) -> None:
    vectors = random_units(500)
    store = built(store_format, tmp_path, vectors)
    found: dict[int, int] = {}

    def search(row: int) -> None:
        found[row] = int(store.search(vectors[row], 1)[0][0])

    threads = [threading.Thread(target=search, args=(row,)) for row in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {row: row for row in range(40)}
