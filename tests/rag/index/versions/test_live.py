import threading
from pathlib import Path

import pytest

from rag.errors import IndexCorrupt, IndexMismatch, IndexMissing
from rag.index.versions import LiveIndex, prune, rollback
from tests.fakes import WordEncoder
from tests.rag.index.versions.builders import addition, nearest, publish, publish_entries


def test_before_the_first_ingest_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="rag ingest"):
        LiveIndex(tmp_path).current()


def test_a_first_version_is_picked_up_without_a_restart(tmp_path: Path) -> None:
    live = LiveIndex(tmp_path)
    with pytest.raises(IndexMissing):
        live.current()
    name = publish(tmp_path, {"a": "satu"})
    assert live.current().name == name


def test_nothing_is_opened_again_while_nothing_changes(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "satu"})
    live = LiveIndex(tmp_path)
    assert live.current() is live.current()


def test_a_new_version_is_picked_up_and_the_old_one_stays_usable(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "satu"})
    live = LiveIndex(tmp_path)
    running = live.current()
    newer = publish(tmp_path, {"a": "dua"})
    assert live.current().name == newer
    assert prune(tmp_path, keep=1) == ()  # held by the running request
    assert nearest(running, "satu") == "satu"
    old = running.name
    del running
    assert prune(tmp_path, keep=1) == (old,)


def test_a_rollback_is_picked_up(tmp_path: Path) -> None:
    first = publish(tmp_path, {"a": "satu"})
    publish(tmp_path, {"a": "dua"})
    live = LiveIndex(tmp_path)
    live.current()
    rollback(tmp_path)
    assert live.current().name == first


def test_another_model_is_refused_and_the_message_says_what_to_do(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "satu"})
    with pytest.raises(IndexMismatch, match="RAG_EMBEDDING_MODEL"):
        LiveIndex(tmp_path, "another fingerprint").current()


def test_a_new_version_that_cannot_be_used_leaves_the_old_one_serving(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = publish(tmp_path, {"a": "satu"})
    live = LiveIndex(tmp_path, WordEncoder().fingerprint)
    live.current()
    publish_entries(tmp_path, addition("a", "dua"), encoder=WordEncoder("other"))
    assert live.current().name == live.current().name == first
    said = [record for record in caplog.records if record.name == "rag.index.versions.live"]
    assert len(said) == 1  # once, not at every question
    (tmp_path / "CURRENT").unlink()
    assert live.current().name == first


def test_a_damaged_first_version_is_an_error(tmp_path: Path) -> None:
    name = publish(tmp_path, {"a": "satu"})
    (tmp_path / name / "vectors.faiss").unlink()
    with pytest.raises(IndexCorrupt):
        LiveIndex(tmp_path).current()


def test_threads_see_whole_versions_while_others_are_published(tmp_path: Path) -> None:
    publish(tmp_path, {"a": "versi 0", "marker": "0"})
    live = LiveIndex(tmp_path)
    stop = threading.Event()
    wrong: list[object] = []

    def ask() -> None:
        while not stop.is_set():
            version = live.current()
            if version.passages[0].text != f"versi {version.passages[1].text}":
                wrong.append(version.name)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(1, 6):
        publish(tmp_path, {"a": f"versi {number}", "marker": str(number)})
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert live.current().passages[1].text == "5"
