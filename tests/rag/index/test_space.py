"""A full disk: what was published stays, and the message says how much is needed and where."""

import errno
import shutil
import threading
from pathlib import Path
from typing import NamedTuple

import pytest

from rag.errors import DiskFull, IndexBusy
from rag.index import lexical
from rag.index.report import Phase
from rag.index.versions import building, current_name
from rag.settings import Settings
from tests.patience import PATIENCE_S
from tests.rag.index.test_ingest import FIRST, SECOND, Desk, ingest


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_too_little_room_is_told_before_anything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(tmp_path)
    desk.write("satu.txt", FIRST)
    before = desk.ingest().version
    desk.write("dua.txt", SECOND)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**9, 10**9 - 3_000_000, 3_000_000))
    with pytest.raises(DiskFull, match=rf"{desk.index}.* needs about 10 MB, and 3 MB are free; nothing was changed"):
        desk.ingest()
    assert current_name(desk.index) == before
    assert not desk.encoder.encoded


def test_a_disk_that_fills_up_while_it_is_written_to_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    desk = Desk(tmp_path)
    desk.write("satu.txt", FIRST)
    before = desk.ingest().version
    desk.write("dua.txt", SECOND)
    with monkeypatch.context() as patch:
        patch.setattr(lexical, "extend", full)
        with pytest.raises(DiskFull, match=r"needs about 10 MB, and [\d,]+ MB are free; nothing was changed"):
            desk.ingest()
    assert [path.name for path in desk.index.iterdir() if path.is_dir()] == [before]
    assert desk.ingest().documents == 2


def test_a_second_ingest_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("satu.txt", FIRST)
    told: list[Phase] = []
    begun, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with building(desk.index):
            begun.set()
            leave.wait(PATIENCE_S)

    def tell(phase: Phase, done: int, total: int) -> None:
        told.append(phase)
        leave.set()

    first = threading.Thread(target=hold)
    first.start()
    assert begun.wait(PATIENCE_S)
    with pytest.raises(IndexBusy):
        desk.ingest()
    report = ingest([desk.docs], desk.index, desk.encoder, Settings(), tell, wait_s=PATIENCE_S)
    first.join()
    assert (told[0], report.documents) == (Phase.WAITING, 1)
