"""Whatever kills a build with vectors in Milvus, the version before is searched, and nothing of the build stays."""

import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from rag.index.ingest import ingest
from rag.index.removing import remove
from rag.index.stores import formats
from rag.index.stores.milvus import MilvusFormat
from rag.index.versions import LiveIndex, OpenVersion
from rag.settings import Settings, Store
from tests.fakes import WordEncoder
from tests.rag.index.stores.killed import address, publish
from tests.rag.index.versions.builders import nearest

pytest.importorskip("milvus_lite")
ROOT = Path(__file__).parents[4]


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(formats.FORMATS, "milvus", MilvusFormat(lambda: address(tmp_path)))
    return tmp_path


def collections(folder: Path) -> list[str]:
    import pymilvus

    found: list[str] = pymilvus.MilvusClient(address(folder).uri).list_collections()
    return found


@pytest.mark.parametrize(
    "function",
    [
        "rag.index.stores.milvus._insert",  # the collection is there, and no row is in it
        "rag.index.stores.milvus._finish",  # all rows are, and no index over them
        "rag.index.versions.building.write_manifest",
        "rag.index.versions.publishing.replace_file",  # all but the name of the version in CURRENT
    ],
)
def test_a_build_that_is_killed_leaves_the_version_before_and_no_collection(served: Path, function: str) -> None:
    command = [sys.executable, "-m", "tests.rag.index.stores.killed", str(served), function]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -signal.SIGKILL
    live = LiveIndex(served / "index")
    assert nearest(live.current(), "padi") == "padi di sawah"
    name = publish(served, "teh di gunung")
    assert nearest(live.current(), "padi") == "teh di gunung"
    assert live.current().name == name
    whole = [path for path in (served / "index").iterdir() if (path / "manifest.json").exists()]
    assert len(collections(served)) == len(whole)
    assert not list((served / "index").glob(".building-*"))


def test_a_document_that_goes_and_comes_back_is_found_once(served: Path) -> None:
    sources, index, encoder = served / "sources", served / "index", WordEncoder()
    sources.mkdir()
    (sources / "satu.txt").write_text("Bendungan Way Lirih diresmikan pada hari Senin oleh Bupati.", "utf-8")
    (sources / "dua.txt").write_text("Pelabuhan Teluk Biru diperluas dengan dua dermaga baru.", "utf-8")
    settings = Settings(_env_file=None, store=Store.MILVUS)
    ingest([sources], index, encoder, settings)
    before = LiveIndex(index).current()
    remove(["satu.txt"], index)
    gone = LiveIndex(index).current()
    assert [passage.document_id for passage in gone.passages] == ["dua.txt"]
    assert ingest([sources], index, encoder, settings).embedded == 1
    back = LiveIndex(index).current()
    assert sorted(passage.document_id for passage in back.passages) == ["dua.txt", "satu.txt"]
    assert len(back.store) == 2
    assert _vectors(back) == _vectors(before)


def _vectors(version: OpenVersion) -> dict[str, list[float]]:
    rows = version.store.vectors(np.arange(len(version.passages), dtype=np.int64))
    return {passage.id: row.tolist() for passage, row in zip(version.passages, rows, strict=True)}
