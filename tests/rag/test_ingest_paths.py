"""What becomes of documents when folders within one another, or files that exchange documents, are read in turn."""

from rag.ingest_report import Status
from tests.rag.test_ingest import FIRST, SECOND, THIRD, Desk, desk, lines, outcomes

__all__ = ["desk"]  # a fixture


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
