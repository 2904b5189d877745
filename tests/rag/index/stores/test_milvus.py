"""Versions whose vectors are in Milvus: what is made, moved, given up and told when the server is not there."""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rag.errors import IndexCorrupt, MissingExtra, StoreUnavailable
from rag.index.ingest import ingest
from rag.index.removing import remove
from rag.index.stores import formats
from rag.index.stores.milvus import Address, MilvusFormat, _expressions, from_settings
from rag.index.versions import LiveIndex, OpenVersion, build_version, building, prune, rollback
from rag.settings import Settings, Store
from tests.fakes import WordEncoder
from tests.ports import free_port
from tests.rag.index.versions.builders import CHUNKING, ENCODER, addition, nearest


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Address:
    """Of a server in this process, whose data is a folder."""
    pytest.importorskip("milvus_lite")
    return Address(str(tmp_path_factory.mktemp("milvus") / "lite.db"), "", 10.0)


@pytest.fixture
def client(address: Address, monkeypatch: pytest.MonkeyPatch) -> Any:
    import pymilvus

    monkeypatch.setitem(formats.FORMATS, "milvus", MilvusFormat(lambda: address))
    client = pymilvus.MilvusClient(address.uri)
    for collection in client.list_collections():
        client.drop_collection(collection)
    return client


def publish(folder: Path, text: str, store: str = "milvus") -> str:
    with building(folder):
        return build_version(folder, [addition("a", text)], ENCODER, CHUNKING, store=store)


def test_a_version_is_searched_in_the_collection_that_its_folder_names(client: Any, tmp_path: Path) -> None:
    version = OpenVersion(tmp_path / publish(tmp_path, "padi di sawah\nkopi di bukit"))
    assert nearest(version, "kopi") == "kopi di bukit"
    assert client.list_collections() == [collection_of(tmp_path / version.name)]


def test_going_back_searches_the_older_collection(client: Any, tmp_path: Path) -> None:
    publish(tmp_path, "padi di sawah")
    publish(tmp_path, "kopi di bukit")
    live = LiveIndex(tmp_path)
    assert nearest(live.current(), "padi") == "kopi di bukit"
    rollback(tmp_path)
    assert nearest(live.current(), "padi") == "padi di sawah"


def test_versions_that_go_take_their_collections_along(client: Any, tmp_path: Path) -> None:
    for text in ("satu", "dua", "tiga"):
        last = publish(tmp_path, text)
    prune(tmp_path, keep=1)
    assert client.list_collections() == [collection_of(tmp_path / last)]


def test_a_build_that_fails_leaves_no_collection(client: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("no room left")

    monkeypatch.setattr(sys.modules[build_version.__module__], "write_manifest", full)
    with pytest.raises(OSError, match="no room left"):
        publish(tmp_path, "satu")
    assert client.list_collections() == []


def test_the_collection_of_a_killed_build_goes_with_the_next_one(client: Any, tmp_path: Path) -> None:
    left = tmp_path / ".building-killed"
    left.mkdir(parents=True)
    formats.FORMATS["milvus"].build([np.eye(4, dtype=np.float32)], 4, left)
    with building(tmp_path):
        assert client.list_collections() == []
    assert not left.exists()


def test_what_is_left_waits_for_a_server_that_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pymilvus")
    monkeypatch.setitem(formats.FORMATS, "milvus", MilvusFormat(nobody))
    left = tmp_path / ".building-killed"
    left.mkdir(parents=True)
    (left / "milvus.json").write_text('{"collection": "tanya_1"}')
    with building(tmp_path):
        assert left.exists()


def test_a_changed_collection_is_not_searched(client: Any, tmp_path: Path) -> None:
    name = publish(tmp_path, "satu\ndua")
    (collection,) = client.list_collections()
    client.upsert(collection, [{"row": 0, "vector": [0.5] * ENCODER.dimension}])
    with pytest.raises(IndexCorrupt, match="was changed"):
        OpenVersion(tmp_path / name)
    client.drop_collection(collection)
    with pytest.raises(IndexCorrupt, match="does not hold the collection"):
        OpenVersion(tmp_path / name)


def test_the_setting_moves_the_vectors_without_embedding_again(client: Any, tmp_path: Path) -> None:
    source = tmp_path / "satu.txt"
    source.write_text("Bendungan Way Lirih diresmikan pada hari Senin oleh Bupati.", "utf-8")
    index, encoder = tmp_path / "index", WordEncoder()
    here = ingest([source], index, encoder, Settings(_env_file=None))
    there = ingest([source], index, encoder, Settings(_env_file=None, store=Store.MILVUS))
    again = ingest([source], index, encoder, Settings(_env_file=None, store=Store.MILVUS))
    assert (here.embedded, there.embedded, again.embedded) == (1, 0, 0)
    assert (there.published, again.published) == (True, False)
    assert OpenVersion(index / str(there.version)).manifest.store == "milvus"
    remove(["satu.txt"], index)
    assert LiveIndex(index).current().manifest.store == "milvus"


def test_a_server_that_does_not_answer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pymilvus")
    monkeypatch.setitem(formats.FORMATS, "milvus", MilvusFormat(nobody))
    with pytest.raises(StoreUnavailable, match=r"http://127\.0\.0\.1:.* cannot be used.*RAG_MILVUS_URI"):
        publish(tmp_path, "satu")


def test_an_address_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RAG_MILVUS_URI", raising=False)
    with pytest.raises(StoreUnavailable, match="set RAG_MILVUS_URI"):
        from_settings()
    monkeypatch.setenv("RAG_MILVUS_URI", "http://milvus:19530")
    monkeypatch.setenv("RAG_MILVUS_TOKEN", "user:secret")
    assert from_settings() == Address("http://milvus:19530", "user:secret", 10.0)


def test_the_client_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pymilvus", None)
    with pytest.raises(MissingExtra, match="milvus"):
        MilvusFormat(nobody).build([], 4, tmp_path)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (None, [""]),
        ([4, 5, 6], ["(row >= 4 and row <= 6)"]),
        ([9, 4, 5, 9], ["(row >= 4 and row <= 5) or (row >= 9 and row <= 9)"]),
    ],
)
def test_rows_beside_each_other_are_one_range(rows: list[int] | None, expected: list[str]) -> None:
    assert list(_expressions(None if rows is None else np.array(rows))) == expected


def test_many_ranges_are_several_filters() -> None:
    parts = list(_expressions(np.arange(0, 2_002, 2)))
    assert [part.count(" or ") + 1 for part in parts] == [500, 500, 1]


def collection_of(version: Path) -> str:
    return json.loads((version / "milvus.json").read_text())["collection"]


def nobody() -> Address:
    """Where nothing listens."""
    return Address(f"http://127.0.0.1:{free_port()}", "", 0.5)
