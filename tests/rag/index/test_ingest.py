import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from rag.errors import IndexBusy
from rag.index import ingest as ingest_module
from rag.index.ingest import Means, ingest, ingest_given
from rag.index.report import FileResult, IngestReport, Phase, Status
from rag.index.sources import given_paths
from rag.index.versions import OpenVersion, building, current_name
from rag.settings import Settings
from tests.fakes import WordEncoder

FIRST, SECOND, THIRD = (
    "Gubernur melantik bupati baru di Bandar Lampung pada hari Senin.",
    "Ekspor kopi robusta naik tujuh persen sepanjang tahun lalu.",
    "Sebanyak empat ribu pekerja migran berangkat ke Taiwan.",
)


class Desk:
    """A folder of documents, an index and an encoder that counts what it embeds."""

    def __init__(self, folder: Path) -> None:
        self.index = folder / "index"
        self.docs = folder / "docs"
        self.docs.mkdir()
        self.encoder = WordEncoder()
        self.means = Means()

    def write(self, name: str, text: str) -> Path:
        path = self.docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def ingest(self, *paths: Path, passage_tokens: int = 200) -> IngestReport:
        self.encoder.encoded.clear()
        settings = Settings(passage_tokens=passage_tokens)
        given = given_paths(list(paths) or [self.docs])
        return ingest_given(given, self.index, self.encoder, settings, means=self.means)

    @property
    def version(self) -> OpenVersion:
        return OpenVersion(self.index / current_name(self.index))

    @property
    def ids(self) -> list[str]:
        return sorted(self.version.document_ids())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def outcomes(report: IngestReport) -> dict[str, Status]:
    return {result.document_id or Path(result.source).name: result.status for result in report.results}


def reason(report: IngestReport, status: Status) -> str:
    (found,) = (result for result in report.results if result.status is status)
    return str(found.reason or "")


def test_files_become_searchable_documents(desk: Desk) -> None:
    desk.write("satu.txt", FIRST)
    desk.write("sub/dua.md", SECOND)
    report = desk.ingest()
    assert outcomes(report) == {"satu.txt": Status.ADDED, "sub/dua.md": Status.ADDED}
    assert (report.published, report.documents, report.passages, report.exit_status) == (True, 2, 2, 0)
    found = desk.version.document("satu.txt")
    assert found is not None
    assert FIRST in found.text


def test_nothing_new_publishes_nothing(desk: Desk) -> None:
    desk.write("satu.txt", FIRST)
    before = desk.ingest().version
    report = desk.ingest()
    assert outcomes(report) == {"satu.txt": Status.UNCHANGED}
    assert (report.published, report.version, report.embedded) == (False, before, 0)
    assert report.exit_status == 0


def test_only_what_changed_is_embedded(desk: Desk) -> None:
    desk.write("satu.txt", FIRST)
    desk.write("dua.txt", SECOND)
    desk.ingest()
    desk.write("satu.txt", THIRD)
    report = desk.ingest()
    assert outcomes(report) == {"satu.txt": Status.UPDATED, "dua.txt": Status.UNCHANGED}
    assert report.embedded == len(desk.encoder.encoded) == 1
    assert THIRD in desk.encoder.encoded[0]
    assert desk.ids == ["dua.txt", "satu.txt"]


def test_an_emptied_folder_does_not_empty_the_index(desk: Desk) -> None:
    path = desk.write("satu.txt", FIRST)
    desk.ingest()
    path.unlink()
    report = desk.ingest()
    assert (report.published, desk.ids) == (False, ["satu.txt"])
    assert report.exit_status == 1


def test_one_bad_file_is_named_and_the_others_go_on(desk: Desk) -> None:
    desk.write("baik.txt", FIRST)
    (desk.docs / "rusak.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    report = desk.ingest()
    assert outcomes(report) == {"baik.txt": Status.ADDED, "rusak.pdf": Status.FAILED}
    assert (report.exit_status, desk.ids) == (3, ["baik.txt"])


def test_when_nothing_can_be_read_nothing_is_published(desk: Desk) -> None:
    desk.write("kosong.txt", "")
    report = desk.ingest()
    assert (report.version, report.documents, report.exit_status) == (None, 0, 1)
    assert not (desk.index / "CURRENT").exists()


def test_a_file_that_fails_now_keeps_its_last_good_document(desk: Desk) -> None:
    desk.write("satu.txt", FIRST)
    desk.write("dua.txt", SECOND)
    desk.ingest()
    desk.write("satu.txt", "")
    report = desk.ingest()
    assert outcomes(report)["satu.txt"] is Status.FAILED
    assert "stays searchable" in reason(report, Status.FAILED)
    assert desk.ids == ["dua.txt", "satu.txt"]


def test_kinds_of_file_nobody_reads_are_skipped_in_folders_and_fail_when_given(desk: Desk) -> None:
    picture = desk.write("foto.jpg", "x")
    desk.write("satu.txt", FIRST)
    assert outcomes(desk.ingest())["foto.jpg"] is Status.SKIPPED
    report = desk.ingest(picture)
    assert outcomes(report) == {"foto.jpg": Status.FAILED}
    assert report.exit_status == 1


def lines(*entries: Mapping[str, object] | str) -> str:
    return "".join((e if isinstance(e, str) else json.dumps(e)) + "\n" for e in entries)


def test_lines_of_a_collection_have_their_own_ids(desk: Desk) -> None:
    path = desk.write("kumpulan.jsonl", lines({"id": "7", "title": "A", "text": FIRST}, {"id": "x/8", "text": SECOND}))
    report = desk.ingest(path)
    assert outcomes(report) == {"7": Status.ADDED, "x/8": Status.ADDED}
    assert desk.version.origin_of("7") == desk.version.origin_of("x/8")


def test_a_line_that_vanished_goes_and_a_bad_line_is_named(desk: Desk) -> None:
    good, other = {"id": "1", "title": "A", "text": FIRST}, {"id": "2", "title": "B", "text": SECOND}
    path = desk.write("kumpulan.jsonl", lines(good, other))
    desk.ingest(path)
    desk.write("kumpulan.jsonl", lines(good))
    assert outcomes(desk.ingest(path)) == {"1": Status.UNCHANGED, "2": Status.REMOVED}
    desk.write("kumpulan.jsonl", lines(good, "{bad"))
    report = desk.ingest(path)
    assert report.exit_status == 3
    (failed,) = (result for result in report.results if result.status is Status.FAILED)
    assert failed.source.endswith("kumpulan.jsonl:2")


def test_the_same_content_twice_is_one_document(desk: Desk) -> None:
    desk.write("asli.txt", FIRST)
    desk.write("salinan.txt", FIRST)
    report = desk.ingest()
    assert outcomes(report) == {"asli.txt": Status.ADDED, "salinan.txt": Status.DUPLICATE}
    assert "asli.txt" in reason(report, Status.DUPLICATE)
    assert (desk.ids, report.exit_status) == (["asli.txt"], 0)


def test_documents_that_say_almost_the_same_are_both_kept_and_noted(desk: Desk) -> None:
    story = f"{FIRST} {SECOND} {THIRD} Acara berlangsung khidmat dan dihadiri para kepala dinas serta undangan lain."
    desk.write("a/cetak.txt", story)
    desk.write("b/daring.txt", f"{story} Selesai.")
    desk.ingest(desk.docs / "a")
    report = desk.ingest(desk.docs / "b")
    assert desk.ids == ["cetak.txt", "daring.txt"]
    assert [result.near_duplicates for result in report.results] == [("cetak.txt",)]


def test_a_copy_of_a_document_read_from_elsewhere_is_a_duplicate(desk: Desk) -> None:
    desk.write("a/asli.txt", FIRST)
    desk.write("b/salinan.txt", FIRST)
    desk.ingest(desk.docs / "a")
    report = desk.ingest(desk.docs / "b")
    assert outcomes(report) == {"salinan.txt": Status.DUPLICATE}
    assert report.published is False


def test_another_model_embeds_everything_again_even_without_the_files(desk: Desk) -> None:
    gone = desk.write("a/satu.txt", FIRST)
    desk.write("b/dua.txt", SECOND)
    desk.ingest(desk.docs / "a", desk.docs / "b")
    gone.unlink()
    desk.encoder = WordEncoder("another")
    report = desk.ingest(desk.docs / "b")
    assert (report.embedded, report.published, desk.ids) == (2, True, ["dua.txt", "satu.txt"])
    assert desk.version.manifest.fingerprint == "fingerprint of another"


def test_other_passage_sizes_split_everything_again(desk: Desk) -> None:
    desk.write("satu.txt", " ".join([FIRST, SECOND, THIRD] * 5))
    assert desk.ingest().passages == 1
    report = desk.ingest(passage_tokens=32)
    assert report.published
    assert report.passages > 3


def test_two_ingests_at_once_are_refused(desk: Desk) -> None:
    desk.write("satu.txt", FIRST)
    with building(desk.index), pytest.raises(IndexBusy, match="another process"):
        desk.ingest()


def test_progress_ends_at_its_total_in_every_phase(desk: Desk) -> None:
    desk.write("satu.txt", FIRST)
    desk.write("dua.txt", SECOND)
    last: dict[Phase, tuple[int, int]] = {}

    def tell(phase: Phase, done: int, total: int) -> None:
        last[phase] = (done, total)

    ingest([desk.docs], desk.index, desk.encoder, Settings(), tell)
    assert last == {
        Phase.READING: (2, 2),
        Phase.SPLITTING: (2, 2),
        Phase.EMBEDDING: (2, 2),
        Phase.PUBLISHING: (1, 1),
    }


@pytest.mark.parametrize(
    ("statuses", "version", "status"),
    [
        ([Status.ADDED, Status.SKIPPED, Status.DUPLICATE], "v", 0),
        ([Status.UNCHANGED, Status.FAILED], "v", 3),
        ([Status.DUPLICATE, Status.FAILED], "v", 3),
        ([Status.FAILED, Status.SKIPPED], "v", 1),
        ([Status.SKIPPED], None, 1),
        ([Status.REMOVED], "v", 0),
    ],
)
def test_the_exit_status_tells_what_happened(statuses: list[Status], version: str | None, status: int) -> None:
    results = tuple(FileResult("x", each) for each in statuses)
    assert IngestReport(results, version, True, 0, 0, 0, 0.0).exit_status == status


def test_the_report_as_json_holds_plain_values(desk: Desk) -> None:
    desk.write("satu.txt", FIRST)
    report = json.loads(json.dumps(desk.ingest().to_json()))
    assert report["counts"]["added"] == 1
    assert report["files"] == [
        {
            "source": str(desk.docs / "satu.txt"),
            "status": "added",
            "document_id": "satu.txt",
            "reason": None,
            "near_duplicates": [],
            "warnings": [],
        }
    ]


def test_other_rules_of_splitting_split_everything_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write("satu.txt", FIRST)
    with monkeypatch.context() as earlier:
        earlier.setattr(ingest_module, "_CHUNKING_RULES", 1)  # those of the first release, with empty commentary
        desk.ingest()
    assert desk.ingest().published
    assert not desk.ingest().published
