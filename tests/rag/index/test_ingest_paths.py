"""What becomes of documents when some of the paths they were read from are given again, moved or gone."""

from rag.index.report import Status
from tests.rag.index.test_ingest import FIRST, SECOND, THIRD, Desk, desk, lines, outcomes, reason

__all__ = ["desk"]  # a fixture


def test_what_vanished_below_a_folder_given_again_goes(desk: Desk) -> None:
    gone = desk.write("satu.txt", FIRST)
    desk.write("dua.txt", SECOND)
    desk.ingest()
    gone.unlink()
    report = desk.ingest()
    assert outcomes(report)["satu.txt"] is Status.REMOVED
    assert (report.published, desk.ids) == (True, ["dua.txt"])


def test_what_was_given_earlier_and_is_not_given_now_stays(desk: Desk) -> None:
    desk.write("a/satu.txt", FIRST)
    desk.write("b/dua.txt", SECOND)
    desk.ingest(desk.docs / "a")
    report = desk.ingest(desk.docs / "b")
    assert desk.ids == ["dua.txt", "satu.txt"]
    assert outcomes(report) == {"dua.txt": Status.ADDED}
    assert report.embedded == 1


def test_a_folder_that_is_gone_keeps_its_documents(desk: Desk) -> None:
    path = desk.write("a/satu.txt", FIRST)
    desk.ingest(desk.docs / "a")
    path.unlink()
    path.parent.rmdir()
    report = desk.ingest(desk.docs / "a")
    assert (report.exit_status, report.published, desk.ids) == (1, False, ["satu.txt"])


def test_an_id_is_not_taken_from_a_document_that_is_still_there(desk: Desk) -> None:
    desk.write("a/satu.txt", FIRST)
    desk.write("b/satu.txt", SECOND)
    desk.ingest(desk.docs / "a")
    report = desk.ingest(desk.docs / "b")
    assert str(desk.docs / "a" / "satu.txt") in reason(report, Status.FAILED)
    found = desk.version.document("satu.txt")
    assert found is not None
    assert FIRST in found.text


def test_of_two_folders_given_at_once_the_first_has_the_id(desk: Desk) -> None:
    desk.write("a/satu.txt", FIRST)
    desk.write("b/satu.txt", SECOND)
    report = desk.ingest(desk.docs / "a", desk.docs / "b")
    assert [result.status for result in report.results] == [Status.ADDED, Status.FAILED]
    assert report.exit_status == 3


def test_a_moved_folder_takes_its_documents_along(desk: Desk) -> None:
    desk.write("lama/satu.txt", FIRST)
    desk.write("lama/dua.txt", SECOND)
    desk.ingest(desk.docs / "lama")
    (desk.docs / "lama").rename(desk.docs / "baru")
    desk.write("baru/dua.txt", THIRD)
    report = desk.ingest(desk.docs / "baru")
    assert outcomes(report) == {"satu.txt": Status.UNCHANGED, "dua.txt": Status.UPDATED}
    assert report.embedded == 1
    assert {origin.root for origin in desk.version.columns.origins} == {str(desk.docs / "baru")}


def test_one_file_of_a_folder_given_again_by_itself_stays_the_same_document(desk: Desk) -> None:
    path = desk.write("satu.txt", FIRST)
    desk.write("dua.txt", SECOND)
    desk.ingest()
    desk.write("satu.txt", THIRD)
    assert outcomes(desk.ingest(path)) == {"satu.txt": Status.UPDATED}
    assert desk.ids == ["dua.txt", "satu.txt"]


def test_a_folder_above_one_read_before_takes_its_documents_over(desk: Desk) -> None:
    desk.write("a/satu.txt", FIRST)
    gone = desk.write("a/dua.txt", SECOND)
    desk.ingest(desk.docs / "a")
    gone.unlink()
    report = desk.ingest(desk.docs)
    assert desk.ids == ["a/satu.txt"]
    assert {name for name, status in outcomes(report).items() if status is Status.REMOVED} == {"satu.txt", "dua.txt"}


def test_a_folder_below_one_read_before_loses_what_vanished_in_it_alone(desk: Desk) -> None:
    gone = desk.write("a/satu.txt", FIRST)
    desk.write("a/dua.txt", SECOND)
    desk.write("b/tiga.txt", THIRD)
    desk.ingest()
    gone.unlink()
    assert outcomes(desk.ingest(desk.docs / "a"))["a/satu.txt"] is Status.REMOVED
    assert desk.ids == ["b/tiga.txt", "dua.txt"]


def test_a_file_that_fails_below_a_folder_read_before_keeps_its_document(desk: Desk) -> None:
    path = desk.write("a/satu.txt", FIRST)
    desk.write("a/dua.txt", SECOND)
    desk.ingest(desk.docs / "a")
    path.write_bytes(b"")
    desk.ingest(desk.docs)
    assert desk.ids == ["a/dua.txt", "satu.txt"]


def test_a_document_moved_between_two_collections_stays_with_the_first(desk: Desk) -> None:
    one, two, three = ({"id": str(number), "text": text} for number, text in enumerate((FIRST, SECOND, THIRD)))
    first, second = desk.write("a.jsonl", lines(one, two)), desk.write("b.jsonl", lines(three))
    desk.ingest(first, second)
    desk.write("a.jsonl", lines(one))
    desk.write("b.jsonl", lines(two, three))
    assert outcomes(desk.ingest(second)) == {"1": Status.UNCHANGED, "2": Status.UNCHANGED}
    assert outcomes(desk.ingest(first)) == {"0": Status.UNCHANGED, "1": Status.REMOVED}
    assert outcomes(desk.ingest(second)) == {"1": Status.ADDED, "2": Status.UNCHANGED}
