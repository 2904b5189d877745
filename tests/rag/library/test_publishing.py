import os
import resource
import shutil
from pathlib import Path

import pytest

from rag.errors import LibraryProblem
from rag.index.ingest import ingest
from rag.index.versions import list_versions
from rag.library import changing
from rag.library.catalogue import reading
from rag.library.looking import original_path
from rag.library.planning import Effect
from rag.library.publishing import publish_candidate, roll_back
from rag.library.records import Entry, Field, State
from tests.rag.library.shelves import COFFEE, RICE, ROADS, Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def entry_of(shelf: Shelf, document_id: str) -> Entry:
    with reading(shelf.library) as catalogue:
        entry = catalogue.entry(document_id)
    assert entry is not None
    return entry


def test_a_draft_is_public_after_publishing_and_not_before(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    assert not shelf.index.exists()
    told = shelf.publish()
    assert (told.added, told.changed, told.removed, told.who) == (1, 0, 0, "budi")
    assert shelf.public == ["beras.txt"]
    assert entry_of(shelf, "beras.txt").state is State.PUBLISHED


def test_drafts_that_are_not_chosen_wait(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    shelf.add("kopi.txt", COFFEE)
    shelf.publish("kopi.txt")
    assert shelf.public == ["kopi.txt"]
    assert entry_of(shelf, "beras.txt").state is State.DRAFT


def test_what_people_say_is_published_and_only_that_document_is_embedded_again(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    shelf.add("kopi.txt", COFFEE)
    shelf.publish()
    changing.edit(
        shelf.library, "kopi.txt", {Field.PUBLISHER: "Dinas Perdagangan", Field.PUBLISHED: "2025-03-04"}, "siti"
    )
    told = shelf.publish()
    assert (told.added, told.changed, told.removed) == (0, 1, 0)
    assert len(shelf.encoder.encoded) == 1
    document = shelf.version.document("kopi.txt")
    assert document is not None
    assert (document.publisher, str(document.published)) == ("Dinas Perdagangan", "2025-03-04")


def test_publishing_again_changes_nothing(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    version = shelf.publish().version
    with shelf.candidate() as made:
        assert made.differences == ()
        assert made.report.published is False
        assert publish_candidate(made, "budi").version == version
    assert shelf.encoder.encoded == []


def test_files_that_have_not_changed_are_not_even_read(shelf: Shelf) -> None:
    first = shelf.add("beras.txt", RICE)
    shelf.publish()
    (shelf.library / first.original.file).unlink()
    shelf.add("kopi.txt", COFFEE)
    shelf.publish()
    assert shelf.public == ["beras.txt", "kopi.txt"]


def test_the_only_document_can_be_withdrawn_and_restored(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    shelf.publish()
    changing.withdraw(shelf.library, "beras.txt", "siti", "salah angka")
    assert shelf.public == ["beras.txt"]
    assert shelf.publish().removed == 1
    assert shelf.public == []
    changing.restore(shelf.library, "beras.txt", "siti")
    shelf.publish()
    assert shelf.public == ["beras.txt"]


def test_a_new_edition_supersedes_the_old_one_when_it_is_published(shelf: Shelf) -> None:
    shelf.add("harga.txt", RICE, {Field.PUBLISHER: "Dinas Perdagangan"})
    shelf.publish()
    new = shelf.replace("harga.txt", "harga.txt", RICE.replace("14.500", "15.250"))
    assert (new.id, new.publisher, new.state) == ("harga-2.txt", "Dinas Perdagangan", State.DRAFT)
    with shelf.candidate() as made:
        effects = {each.document_id: each.effect for each in made.differences}
        assert effects == {"harga-2.txt": Effect.ADDED, "harga.txt": Effect.REMOVED}
        publish_candidate(made, "budi")
    assert shelf.public == ["harga-2.txt"]
    old = entry_of(shelf, "harga.txt")
    assert (old.state, old.superseded_by) == (State.SUPERSEDED, "harga-2.txt")


def test_documents_from_elsewhere_stay(shelf: Shelf, tmp_path: Path) -> None:
    other = tmp_path / "lain" / "jalan.txt"
    other.parent.mkdir()
    other.write_text(ROADS, "utf-8")
    ingest([other], shelf.index, shelf.encoder, shelf.settings)
    shelf.add("beras.txt", RICE)
    shelf.publish()
    assert shelf.public == ["beras.txt", "jalan.txt"]


def test_the_library_takes_over_a_document_with_the_same_id_only_when_it_is_published(
    shelf: Shelf, tmp_path: Path
) -> None:
    other = tmp_path / "lain" / "jalan.txt"
    other.parent.mkdir()
    other.write_text(ROADS, "utf-8")
    ingest([other], shelf.index, shelf.encoder, shelf.settings)
    shelf.add("jalan.txt", RICE)
    shelf.add("kopi.txt", COFFEE)
    shelf.publish("kopi.txt")
    assert ROADS in shelf.version.document("jalan.txt").text  # type: ignore[union-attr]
    shelf.publish()
    assert RICE in shelf.version.document("jalan.txt").text  # type: ignore[union-attr]


def test_a_library_that_was_moved_keeps_its_documents(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add("beras.txt", RICE)
    shelf.add("kopi.txt", COFFEE)
    shelf.publish()
    changing.withdraw(shelf.library, "kopi.txt", "siti", "lama")
    moved = tmp_path / "pindah"
    shutil.move(shelf.library, moved)
    shelf.library = moved
    shelf.publish()
    assert shelf.public == ["beras.txt"]


def test_rolling_back_needs_a_reason_and_is_kept(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    first = shelf.publish().version
    shelf.add("kopi.txt", COFFEE)
    second = shelf.publish().version
    with pytest.raises(LibraryProblem, match="reason"):
        roll_back(shelf.library, shelf.index, first, "budi", "  ")
    told = roll_back(shelf.library, shelf.index, first, "budi", "angka salah")
    assert (told.version, told.before, told.rollback, told.reason) == (first, second, True, "angka salah")
    assert shelf.public == ["beras.txt"]
    with reading(shelf.library) as catalogue:
        assert [each.version for each in catalogue.publications()] == [first, second, first]
    with shelf.candidate() as made:  # what was rolled back from comes again, and is told before
        assert [(each.document_id, each.effect) for each in made.differences] == [("kopi.txt", Effect.ADDED)]


def test_nothing_is_published_when_the_index_changed_meanwhile(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add("beras.txt", RICE)
    shelf.publish()
    shelf.add("kopi.txt", COFFEE)
    other = tmp_path / "jalan.txt"
    other.write_text(ROADS, "utf-8")
    with shelf.candidate() as made:
        ingest([other], shelf.index, shelf.encoder, shelf.settings)
        with pytest.raises(LibraryProblem, match="meanwhile"):
            publish_candidate(made, "budi")
    assert shelf.public == ["beras.txt", "jalan.txt"]
    shelf.publish()
    assert shelf.public == ["beras.txt", "jalan.txt", "kopi.txt"]


def test_two_do_not_publish_at_once(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    with shelf.candidate(), pytest.raises(LibraryProblem, match="somebody else"):
        shelf.publish()


def test_an_abandoned_candidate_leaves_nothing(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    shelf.publish()
    shelf.add("kopi.txt", COFFEE)
    with shelf.candidate():
        pass
    assert [path.name for path in shelf.index.glob(".candidate-*")] == []
    assert len(list_versions(shelf.index)) == 1


def test_an_empty_library_publishes_nothing(shelf: Shelf) -> None:
    with pytest.raises(LibraryProblem, match="no document"):
        shelf.publish()


@pytest.mark.parametrize("how", ["flip", "cut", "empty", "folder", "pipe", "gone"])
def test_nothing_is_published_from_an_original_that_is_damaged(shelf: Shelf, how: str) -> None:
    original = shelf.library / shelf.add("beras.txt", RICE).original.file
    shelf.add("kopi.txt", COFFEE)
    original.unlink()
    if how == "flip":
        original.write_text(RICE.replace("14.500", "84.500"))
    elif how == "cut":
        original.write_text(RICE[:40])
    elif how == "empty":
        original.touch()
    elif how == "folder":
        original.mkdir()
    elif how == "pipe":
        os.mkfifo(original)
    shelf.settings = shelf.settings.model_copy(update={"parse_seconds": 1})  # for the pipe, which nobody writes to
    with shelf.candidate() as made:
        assert [result.document_id for result in made.report.results if result.reason is None] == ["kopi.txt"]
        assert len(made.failures) == 1
        publish_candidate(made, "budi")
    assert shelf.public == ["kopi.txt"]


def test_a_damaged_original_is_mended_by_adding_the_file_again(shelf: Shelf) -> None:
    entry = shelf.add("beras.txt", RICE)
    original = shelf.library / entry.original.file
    original.write_text(RICE.replace("14.500", "84.500"))
    with pytest.raises(LibraryProblem, match="not the one that was added"):
        original_path(shelf.library, entry.original)
    with pytest.raises(LibraryProblem, match="in the library already"):
        shelf.add("salinan.txt", RICE)
    assert original_path(shelf.library, entry.original).read_text() == RICE
    shelf.publish()
    assert "14.500" in shelf.version.passages[0].text


def test_a_file_that_cannot_be_stored_is_told_and_nothing_is_left(shelf: Shelf) -> None:
    shelf.add("beras.txt", RICE)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))  # of a file, as on a disk without room
    try:
        with pytest.raises(LibraryProblem, match=r"besar.txt: cannot be stored in the library \(File too large\)"):
            shelf.add("besar.txt", "kopi " * 40_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(shelf.library.glob(".incoming-*")) == []
    shelf.add("besar.txt", "kopi " * 40_000)
