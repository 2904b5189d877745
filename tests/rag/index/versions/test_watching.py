import threading
from pathlib import Path

import pytest

from rag.index.versions.watching import check_slowly
from tests.rag.index.versions.builders import publish
from tests.rag.index.versions.damage import cut, flip


class Pauses(threading.Event):
    """Notes how long it was waited for, and waits for nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[float] = []

    def wait(self, timeout: float | None = None) -> bool:
        self.taken.append(timeout or 0.0)
        return self.is_set()


def test_damage_is_named_and_what_is_whole_is_not(tmp_path: Path) -> None:
    version = tmp_path / publish(tmp_path, {"a": "4.584 orang"})
    assert check_slowly(version, 1.0, threading.Event()) is None
    flip(version / "documents.jsonl", b"4.584", b"9.584")
    assert check_slowly(version, 1.0, threading.Event()) == str(version / "documents.jsonl")


@pytest.mark.parametrize("name", ["manifest.json", "vectors.faiss"])
def test_a_file_cut_short_or_gone_is_named(tmp_path: Path, name: str) -> None:
    version = tmp_path / publish(tmp_path, {"a": "satu"})
    cut(version / name)
    assert name in (check_slowly(version, 1.0, threading.Event()) or "")
    (version / name).unlink()
    assert name in (check_slowly(version, 1.0, threading.Event()) or "")


def test_after_a_tenth_of_a_core_it_pauses_nine_times_as_long(tmp_path: Path) -> None:
    version = tmp_path / publish(tmp_path, {"a": "satu"})
    pauses, ticks = Pauses(), iter(range(1000))
    check_slowly(version, 0.1, pauses, clock=lambda: float(next(ticks)))
    assert pauses.taken == pytest.approx([9.0] * len(pauses.taken))
    assert len(pauses.taken) >= 10


def test_when_it_is_stopped_nothing_is_said(tmp_path: Path) -> None:
    version = tmp_path / publish(tmp_path, {"a": "satu"})
    cut(version / "vectors.faiss")
    stopped = threading.Event()
    stopped.set()
    assert check_slowly(version, 1.0, stopped) is None
