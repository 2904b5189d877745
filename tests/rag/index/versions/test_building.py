import sys
from datetime import date, datetime, tzinfo
from pathlib import Path

import numpy as np
import pytest

from rag.errors import IndexMissing
from rag.index.versions import (
    Kept,
    OpenVersion,
    Origin,
    build_version,
    building,
    current_name,
    list_versions,
    prune,
    verify,
)
from rag.types import Filters
from tests.fakes import WordEncoder
from tests.rag.index.versions.builders import ENCODER, addition, document, nearest, publish, publish_entries

TEXTS = {"a": "gubernur melantik bupati\nekspor kopi naik", "b": "pekerja migran berangkat"}


def opened(folder: Path) -> OpenVersion:
    return OpenVersion(folder / current_name(folder))


def test_row_i_of_vectors_words_and_passages_is_the_same_passage(tmp_path: Path) -> None:
    publish(tmp_path, TEXTS)
    version = opened(tmp_path)
    texts = ["gubernur melantik bupati", "ekspor kopi naik", "pekerja migran berangkat"]
    assert [passage.text for passage in version.passages] == texts
    expected = ENCODER.encode_passages([f"Judul {i}\n{text}" for i, text in zip("aab", texts, strict=True)])
    assert np.allclose(version.store.vectors(np.arange(3)), expected)
    assert version.lexical.search("kopi", 5)[0].tolist() == [1]


def test_documents_and_their_passages_are_found_by_id(tmp_path: Path) -> None:
    publish(tmp_path, TEXTS)
    version = opened(tmp_path)
    assert version.document_ids() == ("a", "b")
    assert version.document("b") == document("b", TEXTS["b"])
    assert version.rows_of("a") == range(2)
    assert [passage.id for passage in version.passages_of("b")] == ["b#0"]
    assert version.origin_of("b") == Origin("/sources", "b")


def test_an_unknown_document_is_none_and_has_no_passages(tmp_path: Path) -> None:
    publish(tmp_path, TEXTS)
    version = opened(tmp_path)
    assert version.document("c") is None
    assert version.passages_of("c") == ()
    assert version.origin_of("c") is None


def test_the_manifest_says_what_the_version_was_built_with(tmp_path: Path) -> None:
    manifest = verify(tmp_path, publish(tmp_path, TEXTS))
    assert (manifest.documents, manifest.passages, manifest.dimension) == (2, 3, 256)
    assert (manifest.model, manifest.fingerprint) == ("words", "fingerprint of words")
    assert manifest.chunking == {"passage_tokens": 200, "rules": 1}
    assert {"vectors.faiss", "passages.jsonl", "documents.jsonl"} < manifest.files.keys()


def test_kept_documents_are_copied_and_not_embedded_again(tmp_path: Path) -> None:
    publish(tmp_path, TEXTS)
    before, encoder = opened(tmp_path), WordEncoder()
    moved = Origin("/elsewhere", "b")
    publish_entries(tmp_path, Kept("b", moved), addition("c", "jalan tol"), encoder=encoder, previous=before)
    after = opened(tmp_path)
    assert encoder.encoded == ["Judul c\njalan tol"]
    assert after.document_ids() == ("b", "c")
    assert after.document("b") == before.document("b")
    assert after.passages_of("b") == before.passages_of("b")
    assert np.array_equal(after.store.vectors(np.array([0])), before.store.vectors(np.array([2])))
    assert after.origin_of("b") == moved
    assert nearest(after, "tol") == "jalan tol"


def test_kept_documents_may_stand_between_new_ones(tmp_path: Path) -> None:
    publish(tmp_path, TEXTS)
    keep = Kept("b", Origin("/sources", "b"))
    publish_entries(tmp_path, addition("x", "satu\ndua"), keep, addition("y", "tiga"), previous=opened(tmp_path))
    version = opened(tmp_path)
    assert [passage.text for passage in version.passages] == ["satu", "dua", "pekerja migran berangkat", "tiga"]
    assert [nearest(version, word) for word in ("dua", "migran", "tiga")] == ["dua", "pekerja migran berangkat", "tiga"]


def test_keeping_what_there_is_not_publishes_nothing(tmp_path: Path) -> None:
    name = publish(tmp_path, TEXTS)
    with pytest.raises(ValueError, match="does not hold"):
        publish_entries(tmp_path, Kept("z", Origin("/sources", "z")), previous=opened(tmp_path))
    assert current_name(tmp_path) == name
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [name]


def test_filters_give_the_rows_of_fitting_documents(tmp_path: Path) -> None:
    publish_entries(
        tmp_path,
        addition("a", "satu\ndua", "ANTARA", date(2025, 6, 15)),
        addition("b", "tiga", "Lampost.co", date(2025, 11, 4)),
        addition("c", "empat"),
    )
    rows = opened(tmp_path).rows_matching

    def found(filters: Filters) -> list[int] | None:
        matching = rows(filters)
        return None if matching is None else matching.tolist()

    assert found(Filters()) is None
    assert found(Filters(publisher="antara")) == [0, 1]
    assert found(Filters(publisher="Nobody")) == []
    assert found(Filters(published_from=date(2025, 6, 15))) == [0, 1, 2]
    assert found(Filters(published_from=date(2025, 6, 16))) == [2]
    assert found(Filters(published_to=date(2025, 6, 15))) == [0, 1]
    assert found(Filters("Lampost.co", date(2025, 1, 1), date(2025, 6, 30))) == []


def test_a_document_without_passages_takes_no_rows(tmp_path: Path) -> None:
    empty = addition("empty", "x")
    entry = type(empty)(empty.document, (), empty.origin)
    publish_entries(tmp_path, entry, addition("b", "tiga"))
    assert opened(tmp_path).rows_of("empty") == range(0)
    assert opened(tmp_path).rows_of("b") == range(1)


def test_progress_counts_embedded_passages_over_document_borders(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    with building(tmp_path):
        entries = [addition("a", "satu\ndua"), addition("b", "tiga")]
        build_version(tmp_path, entries, WordEncoder(), {}, progress=lambda done, total: told.append((done, total)))
    assert told == [(3, 3)]


def test_an_encoder_that_fails_leaves_the_published_version(tmp_path: Path) -> None:
    class Failing(WordEncoder):
        def encode_passages(self, texts: object, progress: object = None) -> None:
            raise MemoryError

    name = publish(tmp_path, TEXTS)
    with pytest.raises(MemoryError):
        publish_entries(tmp_path, addition("c", "x"), encoder=Failing())
    assert [version.name for version in list_versions(tmp_path)] == [name]
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [name]


def test_without_an_index_the_message_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="rag ingest"):
        current_name(tmp_path / "none")


def test_a_clock_set_back_does_not_make_a_new_version_an_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class SetBack(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            return datetime(2001, 1, 1, tzinfo=tz)

    names = [publish(tmp_path, {"a": "satu"})]
    monkeypatch.setattr(sys.modules[build_version.__module__], "datetime", SetBack)
    names += [publish(tmp_path, {"a": text}) for text in ("dua", "tiga")]
    assert [version.name for version in list_versions(tmp_path)] == names[::-1]
    assert prune(tmp_path, keep=1) == tuple(names[:2])
    assert opened(tmp_path).passages[0].text == "tiga"
