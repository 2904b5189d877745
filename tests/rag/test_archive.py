"""A backup holds a service whole, and its way back replaces nothing that was not meant."""

import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from rag.archive import make_backup, restore_backup
from rag.errors import BadInput, IndexMissing
from rag.index.versions import OpenVersion, current_name, list_versions, verify
from rag.library.catalogue import reading
from rag.library.records import Entry, Field
from rag.settings import Settings
from tests.rag.index.versions.builders import publish
from tests.rag.index.versions.damage import cut, flip
from tests.rag.library.shelves import COFFEE, RICE, Shelf


def service(folder: Path, text: str = "4.584 orang") -> Settings:
    """An index of one document and a database of one rating that is still in the write-ahead log."""
    publish(folder / "index", {"a": text})
    (folder / "index" / "calibration.json").write_text("{}", "utf-8")
    places = {"index": folder / "index", "library": folder / "library", "database": folder / "db.sqlite"}
    settings = Settings(_env_file=None, chat_key="rahasia", **places)  # type: ignore[call-arg, arg-type]
    with closing(sqlite3.connect(settings.database)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE ratings (text TEXT)")
        connection.execute("INSERT INTO ratings VALUES (?)", (text,))
        connection.commit()
    return settings


def elsewhere(folder: Path) -> Settings:
    new = folder / "new"
    return Settings(_env_file=None, index=new / "index", library=new / "library", database=new / "db.sqlite")  # type: ignore[call-arg]


def ratings(settings: Settings) -> list[str]:
    with closing(sqlite3.connect(settings.database)) as connection:
        return [text for (text,) in connection.execute("SELECT text FROM ratings")]


def text_of(settings: Settings) -> str:
    return OpenVersion(settings.index / current_name(settings.index)).passages[0].text


def test_what_was_put_in_comes_back_elsewhere(tmp_path: Path) -> None:
    settings, there = service(tmp_path), elsewhere(tmp_path)
    made = make_backup(tmp_path / "b.tar", settings)
    done = restore_backup(tmp_path / "b.tar", there)
    assert (text_of(there), ratings(there)) == ("4.584 orang", ["4.584 orang"])
    assert verify(there.index).name == made.current == done.current
    assert (there.index / "calibration.json").exists()
    assert done.settings["passage_tokens"] == settings.passage_tokens


def test_no_secret_goes_in(tmp_path: Path) -> None:
    make_backup(tmp_path / "b.tar", service(tmp_path))
    assert b"rahasia" not in (tmp_path / "b.tar").read_bytes()


def test_nothing_that_is_there_is_replaced_unless_it_is_meant(tmp_path: Path) -> None:
    settings = service(tmp_path)
    old = current_name(settings.index)
    make_backup(tmp_path / "b.tar", settings)
    newer = publish(settings.index, {"a": "4.585 orang"})
    with closing(sqlite3.connect(settings.database)) as connection, connection:
        connection.execute("UPDATE ratings SET text = 'baru'")
    with pytest.raises(BadInput, match="--force"):
        restore_backup(tmp_path / "b.tar", settings)
    assert (text_of(settings), ratings(settings)) == ("4.585 orang", ["baru"])
    restore_backup(tmp_path / "b.tar", settings, force=True)
    assert (text_of(settings), ratings(settings)) == ("4.584 orang", ["4.584 orang"])
    assert {version.name for version in list_versions(settings.index)} == {old, newer}
    (kept,) = tmp_path.glob("db.sqlite.before-restore-*")
    assert ratings(settings.model_copy(update={"database": kept})) == ["baru"]


def test_a_restore_a_moment_after_another_keeps_what_both_replaced(tmp_path: Path) -> None:
    settings = service(tmp_path)
    make_backup(tmp_path / "b.tar", settings)
    for text in ("satu", "dua"):
        with closing(sqlite3.connect(settings.database)) as connection, connection:
            connection.execute("UPDATE ratings SET text = ?", (text,))
        restore_backup(tmp_path / "b.tar", settings, force=True)
    kept = sorted(tmp_path.glob("db.sqlite.before-restore-*"))
    assert [ratings(settings.model_copy(update={"database": each})) for each in kept] == [["satu"], ["dua"]]


def test_a_damaged_version_is_repaired_by_its_backup(tmp_path: Path) -> None:
    settings = service(tmp_path)
    make_backup(tmp_path / "b.tar", settings)
    cut(settings.index / current_name(settings.index) / "passages.jsonl")
    restore_backup(tmp_path / "b.tar", settings, force=True)
    assert verify(settings.index).passages == 1


@pytest.mark.parametrize("what", [b"made_at", b"4.584"])  # of the list of contents, of a member
@pytest.mark.parametrize("how", ["flip", "cut"])
def test_a_damaged_backup_changes_nothing(tmp_path: Path, how: str, what: bytes) -> None:
    settings, there, path = service(tmp_path), elsewhere(tmp_path), tmp_path / "b.tar"
    make_backup(path, settings)
    data = bytearray(path.read_bytes())
    place = data.rindex(what)
    data[place] ^= 1
    path.write_bytes(data if how == "flip" else data[:place])
    with pytest.raises(BadInput):
        restore_backup(path, there)
    assert not (there.index / "CURRENT").exists()
    assert not Path(there.database).exists()


def test_a_name_that_leads_out_is_refused(tmp_path: Path) -> None:
    there, path = elsewhere(tmp_path), tmp_path / "b.tar"
    make_backup(path, service(tmp_path))
    data = path.read_bytes().replace(b"settings.json", b"../tings.json")
    path.write_bytes(data)
    with pytest.raises((BadInput, tarfile.TarError)):
        restore_backup(path, there)
    assert not (tmp_path / "new" / "tings.json").exists()


def test_a_damaged_current_version_is_left_out_and_named(tmp_path: Path) -> None:
    settings = service(tmp_path)
    whole, damaged = current_name(settings.index), publish(settings.index, {"a": "4.585 orang"})
    flip(settings.index / damaged / "passages.jsonl", b"4.585", b"9.585")
    made = make_backup(tmp_path / "b.tar", settings, every_version=True)
    assert (made.current, made.versions, made.damaged) == (whole, (whole,), (damaged,))
    flip(settings.index / whole / "passages.jsonl", b"4.584", b"9.584")
    with pytest.raises(IndexMissing):
        make_backup(tmp_path / "c.tar", settings)
    assert not (tmp_path / "c.tar").exists()


def test_every_version_can_go_in(tmp_path: Path) -> None:
    settings, there = service(tmp_path), elsewhere(tmp_path)
    publish(settings.index, {"a": "4.585 orang"})
    make_backup(tmp_path / "b.tar", settings, every_version=True)
    restore_backup(tmp_path / "b.tar", there)
    assert [v.name for v in list_versions(there.index)] == [v.name for v in list_versions(settings.index)]
    with pytest.raises(BadInput, match="already"):
        make_backup(tmp_path / "b.tar", settings)


def documents(settings: Settings) -> list[Entry]:
    with reading(settings.library) as catalogue:
        return list(catalogue.entries())


def test_the_library_comes_back_with_its_originals_and_what_was_said_of_them(tmp_path: Path) -> None:
    settings, there, shelf = service(tmp_path), elsewhere(tmp_path), Shelf(tmp_path)
    entry = shelf.add("beras.txt", RICE, {Field.TITLE: "Harga beras"})
    assert make_backup(tmp_path / "b.tar", settings).library
    restore_backup(tmp_path / "b.tar", there)
    assert documents(there) == [entry]
    assert (there.library / entry.original.file).read_text("utf-8") == RICE
    with pytest.raises(BadInput, match=r"catalogue\.sqlite would be replaced"):
        restore_backup(tmp_path / "b.tar", there)
    Shelf(tmp_path / "new").add("kopi.txt", COFFEE)
    restore_backup(tmp_path / "b.tar", there, force=True)
    assert [each.id for each in documents(there)] == ["beras.txt"]
    assert list(there.library.glob("catalogue.sqlite.before-restore-*"))


def test_an_original_that_is_damaged_is_named_and_the_rest_goes_in(tmp_path: Path) -> None:
    settings, there, shelf = service(tmp_path), elsewhere(tmp_path), Shelf(tmp_path)
    rice, coffee = shelf.add("beras.txt", RICE), shelf.add("kopi.txt", COFFEE)
    flip(settings.library / rice.original.file, b"14.500", b"15.500")
    assert make_backup(tmp_path / "b.tar", settings).damaged == ("beras.txt",)
    restore_backup(tmp_path / "b.tar", there)
    assert [path.name for path in there.library.glob("originals/*/*")] == [Path(coffee.original.file).name]
