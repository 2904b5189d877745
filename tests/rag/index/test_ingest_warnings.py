from pathlib import Path

import pytest
from rich.console import Console

from rag.cli.views import ingest_view
from rag.index.ingest import ingest
from rag.index.report import FileResult, Status
from rag.settings import Settings
from rag.types import Language, Notice, NoticeKind
from rag.wording.words import words_of
from tests.fakes import WordEncoder
from tests.rag.documents.loaders.pages import lines_from, pdf_of
from tests.rag.documents.loaders.word import p, word

TOWNS = "Metro Kalianda Liwa Kotabumi Menggala Sukadana Gedongtataan Pringsewu".split()
TEXTS = [lines_from(700, [f"Pelatihan bagi calon pekerja migran di {town} dibuka pada hari Senin."]) for town in TOWNS]


@pytest.mark.parametrize(
    ("scanned", "said"), [({3, 7}, "page 3, 7: no text, probably scanned"), ({2}, "page 2: no text, probably scanned")]
)
def test_pages_without_text_are_a_warning_each_time_the_file_is_read(
    tmp_path: Path, scanned: set[int], said: str
) -> None:
    pages = [[] if number in scanned else text for number, text in enumerate(TEXTS, start=1)]
    source = tmp_path / "laporan.pdf"
    source.write_bytes(pdf_of(pages, scanned=scanned))
    for status in (Status.ADDED, Status.UNCHANGED):
        report = ingest([source], tmp_path / "index", WordEncoder(), Settings())
        (result,) = report.results
        assert (result.status, report.exit_status) == (status, 0)
        assert result.warnings == (Notice(NoticeKind.UNREAD_PAGES, tuple(sorted(scanned))),)
        assert report.to_json()["files"][0]["warnings"][0].startswith(f"{said}; run text recognition")
        console = Console(record=True, width=300)
        console.print(ingest_view(report, words_of(Language.ENGLISH)))
        assert f"warning  {source}: {said}" in console.export_text()


def test_a_file_read_whole_has_no_warning(tmp_path: Path) -> None:
    source = tmp_path / "laporan.pdf"
    source.write_bytes(pdf_of([TEXTS[0], []]))
    report = ingest([source], tmp_path / "index", WordEncoder(), Settings())
    assert report.results == (FileResult(str(source), Status.ADDED, "laporan.pdf"),)


def test_what_a_file_holds_beside_its_text_is_a_warning(tmp_path: Path) -> None:
    source = tmp_path / "laporan.docx"
    source.write_bytes(word(p("Denda ialah ", "<m:oMath/>", " per hari.")))
    (result,) = ingest([source], tmp_path / "index", WordEncoder(), Settings()).results
    assert result.warnings == (Notice(NoticeKind.UNREAD_FORMULAS),)


def test_why_a_file_failed_is_told_in_the_language_of_the_terminal_and_in_english_in_the_report(tmp_path: Path) -> None:
    source = tmp_path / "laporan.docx"
    source.write_bytes(b"PK\x03\x04 rusak")
    report = ingest([source], tmp_path / "index", WordEncoder(), Settings())
    assert report.to_json()["files"][0]["reason"] == "the Word document is damaged; open and save it again"
    console = Console(record=True, width=300)
    console.print(ingest_view(report, words_of(Language.INDONESIAN)))
    assert f"{source}: dokumen Word ini rusak; buka lalu simpan ulang" in console.export_text()
