import io
import os
import signal
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from rag.errors import ChangedMeanwhile, LibraryProblem, UnreadableDocument
from rag.library import changing
from rag.library.catalogue import reading
from rag.library.looking import preview
from rag.library.publishing import recover
from rag.library.records import Change, Field, State
from rag.library.saying import checked
from rag.settings import Settings
from tests.rag.library.shelves import COFFEE, RICE, Shelf

ROOT = Path(__file__).parents[3]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def originals(shelf: Shelf) -> list[Path]:
    return [path for path in (shelf.library / "originals").rglob("*") if path.is_file()]


def states(shelf: Shelf) -> dict[str, State]:
    with reading(shelf.library) as catalogue:
        return {entry.id: entry.state for entry in catalogue.entries()}


def test_the_file_is_kept_as_it_came_with_what_is_said_of_it_and_who_added_it(shelf: Shelf) -> None:
    entry = shelf.add("Harga Beras.txt", RICE, {Field.PUBLISHER: " Dinas  Pangan ", Field.TAGS: "pasar, beras,pasar"})
    assert (shelf.library / entry.original.file).read_text("utf-8") == RICE
    assert (entry.id, entry.state, entry.added_by, entry.publisher) == (
        "Harga Beras.txt",
        State.DRAFT,
        "siti",
        "Dinas Pangan",
    )
    assert entry.tags == ("pasar", "beras")
    with reading(shelf.library) as catalogue:
        (event,) = catalogue.events("Harga Beras.txt")
    assert (event.change, event.who, event.fields["publisher"]) == (Change.ADDED, "siti", "Dinas Pangan")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("kosong.txt", b"", "empty"),
        ("rusak.pdf", b"%PDF-1.7 and then nothing", "PDF"),
        ("gambar.txt", bytes(range(32)) * 40, "binary"),
        ("tabel.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "save it as .xlsx"),
        (
            "rahasia.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        ("program.exe", b"MZ and more", "are not read"),
        ("banyak.jsonl", b'{"id": "a", "text": "b"}\n', "rag ingest"),
    ],
)
def test_a_file_that_gives_no_document_is_refused_with_the_reason_and_not_kept(
    shelf: Shelf, name: str, content: bytes, said: str
) -> None:
    with pytest.raises(UnreadableDocument, match=said) as caught:
        shelf.add(name, content)
    assert caught.value.path == name
    assert (originals(shelf), states(shelf)) == ([], {})


def test_a_file_that_is_too_large_is_refused_while_it_comes(shelf: Shelf) -> None:
    taken = []

    def pieces():
        for number in range(100):
            taken.append(number)
            yield b"x" * 400_000

    shelf.settings = Settings(max_file_mb=1)
    with pytest.raises(UnreadableDocument, match=r"larger than the limit of 1.0 MB"):
        changing.add(shelf.library, changing.Upload("besar.txt", pieces(), {}), "siti", shelf.settings)
    assert (taken, originals(shelf)) == ([0, 1, 2], [])


def test_a_word_file_by_another_name_is_read_as_what_it_is_and_told(shelf: Shelf) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", _word(RICE))
        archive.writestr("[Content_Types].xml", "<Types/>")
    entry = shelf.add("beras.pdf", file.getvalue())
    assert (entry.original.suffix, entry.misnamed, entry.problems) == (".docx", True, 1)


def _word(text: str) -> str:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {space}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"


def test_the_same_file_is_not_added_twice(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    with pytest.raises(LibraryProblem, match="already, as “beras"):
        shelf.add("salinan.txt", RICE)
    changing.remove(shelf.library, "beras.txt", "siti")
    with pytest.raises(LibraryProblem, match="restore that one"):
        shelf.add("salinan.txt", RICE)
    assert len(originals(shelf)) == 1


def test_files_of_the_same_name_get_ids_of_their_own(shelf: Shelf) -> None:
    assert [shelf.add("laporan.txt", text).id for text in (RICE, COFFEE)] == ["laporan.txt", "laporan-2.txt"]
    assert shelf.add("../..//.rahasia/a?b#c.txt", RICE + COFFEE).id == "rahasia/a b c.txt"


def test_the_second_of_two_who_edit_is_told_and_overwrites_nothing(shelf: Shelf) -> None:
    entry = shelf.add("beras.txt", RICE)
    changing.edit(shelf.library, entry.id, {Field.TITLE: "Harga beras Mei"}, "budi", entry.revision)
    with pytest.raises(ChangedMeanwhile, match="was changed by budi"):
        changing.edit(shelf.library, entry.id, {Field.TITLE: "Beras"}, "siti", entry.revision)
    with reading(shelf.library) as catalogue:
        assert changing.known(catalogue, entry.id).title == "Harga beras Mei"


def test_what_was_said_can_be_taken_back_or_said_to_be_nothing(shelf: Shelf) -> None:
    entry = shelf.add("a.md", f"---\ntitle: Beras\npublisher: Dinas Pangan\ndate: 2025-05-12\n---\n{RICE}")
    assert (entry.publisher, entry.published) == ("Dinas Pangan", date(2025, 5, 12))
    entry = changing.edit(shelf.library, "a.md", {Field.PUBLISHER: "", Field.PUBLISHED: "2025-05-13"}, "siti")
    assert (entry.publisher, entry.published) == (None, date(2025, 5, 13))
    entry = changing.edit(shelf.library, "a.md", {Field.PUBLISHER: None, Field.PUBLISHED: None}, "siti")
    assert (entry.publisher, entry.published, entry.said) == ("Dinas Pangan", date(2025, 5, 12), {})


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        (Field.PUBLISHED, "2026-05-14", "lies in the future"),
        (Field.PUBLISHED, "14 Mei", "is no date"),
        (Field.URL, "javascript:alert(1)", "is no address"),
        (Field.URL, "https://", "is no address"),
        (Field.TITLE, "  ", "needs a title"),
        (Field.KIND, "x" * 61, "longer than 60"),
    ],
)
def test_what_cannot_be_meant_is_refused(field: Field, value: str, told: str) -> None:
    with pytest.raises(LibraryProblem, match=told):
        checked({field: value}, date(2026, 5, 13))


def test_states_follow_what_people_do(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    with pytest.raises(LibraryProblem, match="reason"):
        changing.withdraw(shelf.library, "beras.txt", "siti", " ")
    assert changing.withdraw(shelf.library, "beras.txt", "siti", "salah").state is State.WITHDRAWN
    with pytest.raises(LibraryProblem, match="already"):
        changing.withdraw(shelf.library, "beras.txt", "siti", "salah")
    assert changing.remove(shelf.library, "beras.txt", "siti").state is State.REMOVED
    with pytest.raises(LibraryProblem, match="cannot be edited"):
        changing.edit(shelf.library, "beras.txt", {Field.TITLE: "B"}, "siti")
    assert changing.restore(shelf.library, "beras.txt", "siti").state is State.DRAFT
    with pytest.raises(LibraryProblem, match="nothing to restore"):
        changing.restore(shelf.library, "beras.txt", "siti")
    with pytest.raises(LibraryProblem, match="no document “lain”"):
        changing.restore(shelf.library, "lain", "siti")


def test_documents_are_found_by_all_that_is_said_of_them(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE, {Field.PUBLISHER: "Dinas Pangan", Field.TAGS: "harga"})
    shelf.add("kopi.txt", COFFEE, {Field.PUBLISHER: "Dinas Perdagangan"})
    with reading(shelf.library) as catalogue:
        found, total = catalogue.find(["dinas", "harga"], list(State), 0, 10)
        assert ([entry.id for entry in found], total) == (["beras.txt"], 1)
        found, total = catalogue.find(["dinas"], list(State), 1, 1)
        assert ([entry.id for entry in found], total) == (["beras.txt"], 2)
        assert catalogue.find(["dinas"], [State.PUBLISHED], 0, 10) == ([], 0)


def test_a_preview_is_what_will_be_published(shelf: Shelf) -> None:
    entry = shelf.add("beras.txt", f"{RICE}\n\n{COFFEE}", {Field.TITLE: "Pangan"})
    shown = preview(shelf.library, entry, shelf.settings, shelf.encoder.count_tokens)
    shelf.publish()
    assert shown.document.title == "Pangan"
    assert shown.document == shelf.version.document("beras.txt")
    assert shown.passages == shelf.version.passages_of("beras.txt")


def test_a_library_that_is_damaged_is_told(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    (shelf.library / "catalogue.sqlite").write_bytes(b"no database at all, just words" * 100)
    with pytest.raises(LibraryProblem, match="is damaged"), reading(shelf.library) as catalogue:
        catalogue.counts()


def killed_at(shelf: Shelf, module: str, name: str, work: str) -> None:
    """Runs `work` in a process that dies by SIGKILL when it calls the function."""
    script = (
        "import importlib, os, pathlib, signal\n"
        "from tests.rag.library.shelves import Shelf, COFFEE\n"
        "die = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"setattr(importlib.import_module({module!r}), {name!r}, die)\n"
        f"shelf = Shelf(pathlib.Path({str(shelf.library.parent)!r}))\n{work}\n"
    )
    died = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False, env=dict(os.environ))
    assert died.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("rag.library.originals", "sync_tree"),
        ("rag.library.changing", "look"),
        ("rag.library.catalogue", "values_of"),
    ],
)
def test_a_kill_while_a_file_is_added_leaves_no_document_and_it_can_be_added_again(
    shelf: Shelf, module: str, name: str
) -> None:
    shelf.add("beras.txt", RICE)
    killed_at(shelf, module, name, "shelf.add('kopi.txt', COFFEE)")
    assert list(states(shelf)) == ["beras.txt"]
    shelf.add("kopi.txt", COFFEE)
    assert list(states(shelf)) == ["beras.txt", "kopi.txt"]


@pytest.mark.parametrize(
    ("module", "name", "public"),
    [
        ("rag.library.publishing", "ingest_given", ["beras.txt"]),
        ("rag.library.publishing", "publish", ["beras.txt"]),
        ("rag.index.versions.publishing", "replace_file", ["beras.txt"]),
        ("rag.library.publishing", "_finish", ["beras.txt", "kopi.txt"]),
        ("rag.library.publishing", "_mark_published", ["beras.txt", "kopi.txt"]),
    ],
)
def test_a_kill_while_publishing_leaves_old_or_new_and_the_library_agrees(
    shelf: Shelf, module: str, name: str, public: list[str]
) -> None:
    shelf.add("beras.txt", RICE)
    shelf.publish()
    shelf.add("kopi.txt", COFFEE)
    killed_at(shelf, module, name, "shelf.publish()")
    assert shelf.public == public
    recover(shelf.library, shelf.index)
    assert (states(shelf)["kopi.txt"] is State.PUBLISHED) == ("kopi.txt" in public)
    shelf.publish()
    assert shelf.public == ["beras.txt", "kopi.txt"]
    assert list(shelf.index.glob(".candidate-*")) == []
