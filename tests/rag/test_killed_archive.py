"""A backup, a restore, a pruning and an upload that die by SIGKILL at whatever they do to files."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from rag.archive import make_backup, restore_backup
from rag.folders import aside, sha256_of
from rag.index.versions import list_versions, prune, verify
from rag.library.catalogue import reading
from tests.killing import kills
from tests.rag.index.versions.builders import publish
from tests.rag.library.shelves import COFFEE, RICE, Shelf
from tests.rag.test_archive import elsewhere, ratings, service, text_of

pytestmark = pytest.mark.slow
OLD, NEW = ("4.584 orang", ["4.584 orang"]), ("4.585 orang", ["baru"])


class Service:
    """Put back as it was as often as it is wanted."""

    def __init__(self, folder: Path) -> None:
        self.settings, self._folder, self._saved = service(folder / "here"), folder / "here", folder / "saved"
        Shelf(self._folder).add("beras.txt", RICE)
        make_backup(folder / "before.tar", self.settings)
        publish(self.settings.index, {"a": NEW[0]})
        with closing(sqlite3.connect(self.settings.database)) as connection, connection:
            connection.execute("UPDATE ratings SET text = 'baru'")
        self._folder.rename(self._saved)

    def put_back(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        shutil.copytree(self._saved, self._folder)

    @property
    def stands(self) -> tuple[str, list[str]]:
        verify(self.settings.index)
        return text_of(self.settings), ratings(self.settings)

    def left(self) -> list[str]:
        return [path.name for path in self._folder.iterdir() if path.name.startswith(".")]


@pytest.fixture
def served(tmp_path: Path) -> Service:
    return Service(tmp_path)


def test_a_killed_backup_is_whole_or_not_there_and_the_next_one_clears_up(served: Service, tmp_path: Path) -> None:
    made, there = tmp_path / "here" / "b.tar", elsewhere(tmp_path)
    litter = 0
    for _ in kills(lambda: make_backup(made, served.settings), served.put_back, every=4):
        assert served.stands == NEW
        if made.exists():
            restore_backup(made, there)
            assert (text_of(there), ratings(there)) == NEW
        litter += bool(served.left())
        made.unlink(missing_ok=True)
        make_backup(made, served.settings)
        assert served.left() == []
    assert litter > 0


def test_a_killed_restore_leaves_whole_parts_and_is_done_by_the_next_one(served: Service, tmp_path: Path) -> None:
    def restore() -> None:
        restore_backup(tmp_path / "before.tar", served.settings, force=True)

    litter = 0
    for _ in kills(restore, served.put_back, every=15):
        text, written = served.stands
        assert text in (OLD[0], NEW[0])
        assert written in (OLD[1], NEW[1])
        litter += bool(served.left())
        restore()
        assert (served.stands, served.left()) == (OLD, [])
    assert litter > 0


def test_a_killed_pruning_leaves_whole_versions(served: Service) -> None:
    def versions() -> None:
        served.put_back()
        publish(served.settings.index, {"a": "yang ketiga"})

    for _ in kills(lambda: prune(served.settings.index, 1), versions, every=8):
        assert all(verify(served.settings.index, each.name) for each in list_versions(served.settings.index))
        prune(served.settings.index, 1)
        assert len(list_versions(served.settings.index)) == 1


def test_a_killed_upload_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf")

    def anew() -> None:
        shutil.rmtree(tmp_path / "shelf", ignore_errors=True)
        shelf.add("beras.txt", RICE)

    for _ in kills(lambda: shelf.add("kopi.txt", COFFEE), anew, every=2):
        with reading(shelf.library) as catalogue:
            entries = list(catalogue.entries())
        assert "beras.txt" in {entry.id for entry in entries}
        for entry in entries:
            assert sha256_of(shelf.library / entry.original.file) == entry.original.sha256
        shelf.add("kopi.txt", COFFEE)


def test_what_lives_is_not_taken_for_left(tmp_path: Path) -> None:
    (tmp_path / ".work-killed").mkdir()
    (tmp_path / ".other-killed").mkdir()
    with aside(tmp_path, ".work-", sweep=True) as one, aside(tmp_path, ".work-", sweep=True) as two:
        assert sorted(tmp_path.glob(".work-*")) == sorted([one, two])
    assert [path.name for path in tmp_path.iterdir()] == [".other-killed"]
