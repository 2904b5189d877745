"""Backups, restores and evaluations on a disk that is full or may only be read: what is said, and what is left."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from rag.archive import make_backup, restore_backup
from rag.errors import BadInput, DiskFull
from rag.evaluation.command import REPORT_FILE, RUN_FILE, EvaluationOptions, run_evaluation
from rag.index.ingest import ingest
from rag.index.versions import verify
from rag.settings import Settings
from tests.disks import Disk, small_disk
from tests.fakes import WordEncoder
from tests.rag.evaluation.fakes import FakePipeline, gold_question
from tests.rag.library.shelves import RICE, Shelf
from tests.rag.test_archive import elsewhere, ratings, service, text_of

NEW = "4.584 orang"
ANSWER_BYTES = 200_000  # in the database, so that it needs more room than what stands beside it


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with small_disk(tmp_path / "disk") as disk:
        yield disk


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    """A service with all its parts, and a backup of it beside, on a disk with room."""
    settings = service(tmp_path / "here", NEW)
    Shelf(tmp_path / "here").add("beras.txt", RICE)
    with closing(sqlite3.connect(settings.database)) as connection, connection:
        connection.execute("CREATE TABLE answers (text TEXT)")
        connection.execute("INSERT INTO answers VALUES (?)", ("x" * ANSWER_BYTES,))
    make_backup(tmp_path / "b.tar", settings)
    return settings


@pytest.mark.parametrize("free", [0, 40_000, 400_000])  # before and within the database, within the archive
def test_a_backup_without_room_is_a_sentence_and_leaves_nothing(disk: Disk, here: Settings, free: int) -> None:
    disk.fill(free)
    with pytest.raises(DiskFull, match=f"disk of {disk.folder} is full: no backup was made"):
        make_backup(disk.folder / "b.tar", here)
    assert disk.files == []
    disk.make_room()
    make_backup(disk.folder / "b.tar", here)
    assert disk.files == ["b.tar"]


@pytest.mark.parametrize("free", [0, 40_000, 250_000])
def test_a_restore_without_room_blames_the_disk_and_not_the_backup(
    disk: Disk, here: Settings, tmp_path: Path, free: int
) -> None:
    there = elsewhere(disk.folder)
    disk.fill(free)
    with pytest.raises(DiskFull, match="is full: nothing was restored or changed"):
        restore_backup(tmp_path / "b.tar", there)
    assert disk.files == []
    disk.make_room()
    restore_backup(tmp_path / "b.tar", there)
    assert (text_of(there), ratings(there)) == (NEW, [NEW])


@pytest.mark.parametrize(("part", "free"), [("database", 8192), ("database", 60_000), ("library", 0)])
def test_where_one_part_finds_no_room_the_index_of_before_stays_and_the_next_restore_ends_it(
    disk: Disk, here: Settings, tmp_path: Path, part: str, free: int
) -> None:
    old = service(tmp_path / "old", "lama")
    place = disk.folder / Path(getattr(old, part)).name
    if part == "database":
        shutil.move(old.database, place)
    old = old.model_copy(update={part: place})
    disk.fill(free)
    before = disk.files
    with pytest.raises(DiskFull, match=r"a part of the backup may be in place by now.*--force"):
        restore_backup(tmp_path / "b.tar", old, force=True)
    assert [name for name in disk.files if not name.endswith(("-shm", "-wal"))] == before
    disk.make_room()
    assert (text_of(old), ratings(old)) == ("lama", ["lama"])
    restore_backup(tmp_path / "b.tar", old, force=True)
    assert (text_of(old), ratings(old)) == (NEW, [NEW])


def test_what_may_only_be_read_is_named_and_still_serves(disk: Disk, here: Settings, tmp_path: Path) -> None:
    there, document = service(disk.folder / "service", "lama"), tmp_path / "satu.txt"
    document.write_text("Bendungan Way Lirih diresmikan pada hari Senin.", "utf-8")
    with disk.read_only():
        for act in (
            lambda: restore_backup(tmp_path / "b.tar", there, force=True),
            lambda: make_backup(disk.folder / "b.tar", here),
            lambda: ingest([document], there.index, WordEncoder(), Settings(_env_file=None)),  # type: ignore[call-arg]
        ):
            with pytest.raises(OSError, match=f"Read-only file system: '{disk.folder}") as failed:
                act()
            assert failed.value.errno == errno.EROFS
        with pytest.raises(BadInput, match=r"db\.sqlite cannot be copied"):  # its log would have to be read in
            make_backup(tmp_path / "c.tar", there)
        verify(there.index)
        assert text_of(there) == "lama"
    assert not (tmp_path / "c.tar").exists()


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(gold_question("a").model_dump_json(exclude_defaults=True), "utf-8")
    return path


def evaluated(gold: Path, report: Path, **more: bool) -> tuple[str, int]:
    known = FakePipeline({gold_question("a").question})
    return run_evaluation([gold], known, Settings(index=gold.parent), EvaluationOptions(report=report, **more))


def test_figures_are_told_where_the_report_finds_no_room(disk: Disk, gold: Path) -> None:
    disk.fill()
    text, status = evaluated(gold, disk.folder / "report")
    assert "1 question, index v1" in text
    assert text.endswith("Not all of this could be kept: No space left on device")
    assert (status, disk.files) == (1, [])
    assert '"not_kept": "No space left on device"' in evaluated(gold, disk.folder / "report", as_json=True)[0]
    disk.make_room()
    assert evaluated(gold, disk.folder / "report")[1] == 0
    assert disk.files == [f"report/{REPORT_FILE}", f"report/{RUN_FILE}"]


def test_a_report_that_can_never_be_written_costs_no_run(disk: Disk, gold: Path) -> None:
    asked = FakePipeline(set())
    asked.answer = None  # type: ignore[assignment, method-assign]
    for folder, told in ((disk.folder / "report", "Read-only file system"), (disk.folder, "nothing was asked")):
        with disk.read_only(), pytest.raises((OSError, BadInput), match=told):
            run_evaluation([gold], asked, Settings(index=gold.parent), EvaluationOptions(report=folder))
