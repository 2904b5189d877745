"""What an ingest builds on is whole, or it is not built on."""

from pathlib import Path

from rag.index.report import IngestReport, Status
from rag.index.versions import list_versions, verify
from tests.rag.index.test_ingest import FIRST, SECOND, THIRD, Desk
from tests.rag.index.versions.damage import flip

FIGURE = "Taiwan menerima 4.584 orang pekerja migran."


def two_versions(folder: Path) -> tuple[Desk, str]:
    """Of a desk with one document, then two; the name of the second version."""
    desk = Desk(folder)
    desk.write("angka.txt", FIGURE)
    desk.ingest()
    desk.write("lama.txt", FIRST)
    return desk, desk.ingest().version or ""


def spoil(desk: Desk, version: str) -> None:
    for name in ("documents.jsonl", "passages.jsonl"):
        flip(desk.index / version / name, b"4.584", b"9.584")


def another(desk: Desk) -> IngestReport:
    """An ingest of something else."""
    other = desk.docs.parent / "lain"
    other.mkdir()
    (other / "baru.txt").write_text(SECOND, "utf-8")
    return desk.ingest(other)


def test_a_flipped_digit_is_not_copied_into_the_next_version(tmp_path: Path) -> None:
    desk, damaged = two_versions(tmp_path)
    spoil(desk, damaged)
    report = another(desk)
    assert report.damaged == (damaged,)
    assert report.base == list_versions(desk.index)[-1].name
    assert FIGURE in desk.version.document("angka.txt").text  # type: ignore[union-attr]
    assert verify(desk.index).documents == 2
    (lost,) = [result for result in report.results if result.status is Status.FAILED]
    assert lost.document_id == "lama.txt"
    assert str(desk.docs / "lama.txt") in str(lost.reason)
    assert report.exit_status == 3


def test_without_a_whole_version_all_is_built_anew(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write("angka.txt", FIGURE)
    damaged = desk.ingest().version or ""
    spoil(desk, damaged)
    desk.write("lagi.txt", THIRD)
    report = desk.ingest()
    assert (report.damaged, report.base, report.exit_status) == ((damaged,), None, 0)
    assert desk.ids == ["angka.txt", "lagi.txt"]
    assert FIGURE in desk.version.document("angka.txt").text  # type: ignore[union-attr]


def test_the_same_documents_again_replace_a_damaged_version(tmp_path: Path) -> None:
    desk, damaged = two_versions(tmp_path)
    spoil(desk, damaged)
    report = desk.ingest()
    assert report.published
    assert verify(desk.index).name == report.version != damaged


def test_a_damaged_list_of_documents_does_not_stop_an_ingest(tmp_path: Path) -> None:
    desk, damaged = two_versions(tmp_path)
    flip(desk.index / damaged / "columns" / "ids.json", b"lama.txt", b"lema.txt")
    report = another(desk)
    assert (report.damaged, desk.ids) == ((damaged,), ["angka.txt", "baru.txt"])
