from pathlib import Path

import pytest

from rag.errors import IndexMissing
from rag.index.removing import remove
from rag.index.report import Status
from rag.index.versions import verify
from rag.types import Language, Outcome, Question, Unsearched
from tests.rag.index.test_ingest import FIRST, SECOND, THIRD, Desk
from tests.rag.test_pipeline import make_pipeline


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    for name, text in (("satu.txt", FIRST), ("sub/dua.txt", SECOND), ("sub/tiga.txt", THIRD)):
        desk.write(name, text)
    desk.ingest()
    return desk


def test_a_document_goes_by_its_id_and_the_others_stay_as_they_were(desk: Desk) -> None:
    before = desk.version.document("sub/dua.txt")
    report = remove(["satu.txt"], desk.index)
    assert [(each.document_id, each.status) for each in report.results] == [("satu.txt", Status.REMOVED)]
    assert (report.published, report.embedded, report.exit_status) == (True, 0, 0)
    assert desk.ids == ["sub/dua.txt", "sub/tiga.txt"]
    assert desk.version.document("sub/dua.txt") == before
    assert desk.ingest().embedded == 1  # its file is still there, so it comes back; nothing else is made anew


def test_a_file_that_was_deleted_goes_by_its_path(desk: Desk) -> None:
    path = desk.docs / "sub" / "dua.txt"
    path.unlink()
    remove([str(path)], desk.index)
    assert desk.ids == ["satu.txt", "sub/tiga.txt"]


def test_a_folder_goes_with_all_below_it(desk: Desk) -> None:
    remove([str(desk.docs / "sub")], desk.index)
    assert desk.ids == ["satu.txt"]


def test_the_only_document_can_go_and_the_index_is_whole_and_empty(desk: Desk) -> None:
    remove(["satu.txt", str(desk.docs / "sub")], desk.index)
    assert desk.ids == []
    assert verify(desk.index).documents == 0
    pipeline = make_pipeline(desk.index)
    answer = pipeline.answer(Question("Siapa yang melantik bupati baru?", Language.INDONESIAN))
    assert (answer.outcome, answer.unsearched) == (Outcome.NOT_FOUND, Unsearched.NO_DOCUMENTS)
    assert pipeline.documents().total == 0
    assert desk.ingest().documents == 3


def test_what_is_not_there_is_named_and_nothing_is_published(desk: Desk) -> None:
    report = remove(["empat.txt"], desk.index)
    assert [(each.source, each.status) for each in report.results] == [("empat.txt", Status.FAILED)]
    assert not report.published


def test_without_an_index_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="rag ingest"):
        remove(["a"], tmp_path / "index")
