import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from rag.documents.cleaning import clean, content_hash
from rag.documents.loaders import pdf
from rag.errors import UnreadableDocument
from rag.types import BlockKind, Notice, NoticeKind
from tests.rag.documents.loaders.pages import Words, lines_from, pdf_of, rows_from
from tests.rag.documents.loaders.scans import report, scan_of

TEXT = lines_from(700, ["Pemerintah desa menyiapkan pelatihan bagi para pemuda selama tiga bulan penuh."])
HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
SEEN = [("Retribusi", 96), ("parkir", 95), ("sebesar", 91), ("Rp2:389", 41), ("sehari.", 93), ("~", 5)]


def program(folder: Path, monkeypatch: pytest.MonkeyPatch, languages: str = "eng\nind") -> None:
    """A tesseract that sees the same line on every page."""
    rows = [
        f"5\t1\t1\t1\t1\t{at}\t{300 + 400 * at}\t420\t330\t44\t{sure}\t{word}" for at, (word, sure) in enumerate(SEEN)
    ]
    table = folder / "table.tsv"
    table.write_text("\n".join([HEAD, "1\t1\t0\t0\t0\t0\t0\t0\t2500\t3333\t-1\t", *rows]) + "\n")
    script = folder / "tesseract"
    script.write_text(
        f'#!/bin/sh\nif [ "$1" = "--list-langs" ]; then printf "{languages}\\n"; else cat >&2; cat {table}; fi\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_a_picture_of_text_is_read_and_marked_as_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch)
    page = pdf.parse(pdf_of([TEXT, []], scanned={2}), Path("pindai.pdf"), recognise=True)
    written, seen = page.blocks
    assert (written.confidence, written.doubtful) == (None, ())
    assert seen.text == "\fRetribusi parkir sebesar Rp2:389 sehari."
    assert seen.confidence == pytest.approx((0.96 + 0.95 + 0.91 + 0.41 + 0.93) / 5)
    (doubt,) = seen.doubtful
    assert (doubt.word, doubt.page) == ("Rp2:389", 2)
    # The program saw it 420 to 464 pixels below the top of a page of 800 points, at 300 dots an inch.
    assert (doubt.bottom, doubt.top) == pytest.approx((800 - 464 * 72 / 300, 800 - 420 * 72 / 300))
    assert page.unread_pages == ()
    assert page.notices == (Notice(NoticeKind.RECOGNISED_PAGES, (2,)),)


def test_what_is_known_of_recognition_is_stored_with_the_block(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch)
    document = clean(pdf.parse(pdf_of([[]], scanned={1}), Path("pindai.pdf"), recognise=True), "pindai.pdf")
    (block,) = document.blocks
    assert document.text[block.start : block.end] == "Retribusi parkir sebesar Rp2:389 sehari."
    assert [doubt.word for doubt in block.doubtful] == ["Rp2:389"]
    # One that was stored without them is another: read again, it takes its place.
    assert content_hash(replace(document, blocks=(replace(block, doubtful=()),))) != document.content_hash


def test_without_the_setting_a_picture_stays_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch)
    assert pdf.parse(pdf_of([TEXT, []], scanned={2}), Path("pindai.pdf")).unread_pages == (2,)


def test_pages_of_text_need_no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert len(pdf.parse(pdf_of([TEXT]), Path("a.pdf"), recognise=True).blocks) == 1


@pytest.mark.parametrize(("languages", "words"), [(None, "cannot be run"), ("eng", "lacks Indonesian")])
def test_a_missing_program_or_language_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, languages: str | None, words: str
) -> None:
    if languages is None:
        monkeypatch.setenv("PATH", str(tmp_path))
    else:
        program(tmp_path, monkeypatch, languages)
    with pytest.raises(UnreadableDocument, match=words) as raised:
        pdf.parse(pdf_of([TEXT, []], scanned={2}), Path("pindai.pdf"), recognise=True)
    assert "tesseract-ocr-ind" in str(raised.value.reason)


needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


@needs_tesseract
def test_a_noisy_scan_a_little_askew_gives_its_sentences_and_the_rows_of_its_table() -> None:
    document = clean(pdf.parse(scan_of(report(), dpi=150), Path("pindai.pdf"), recognise=True), "pindai.pdf")
    assert document.title == "Laporan Pelatihan Wirausaha Desa Tahun 2025"
    assert "setiap peserta menerima uang saku Rp275.000 sehari." in document.text
    assert "Kecamatan: Bukit Sari; 2023: 389; 2024: 402; 2025: 467; Lulus: 451" in document.text
    assert all(block.confidence and block.confidence > 0.9 for block in document.blocks)


@needs_tesseract
def test_a_stamp_laid_over_each_page_stands_apart_from_their_text() -> None:
    texts = (
        "Rumah singgah desa menampung 156 orang selama pelatihan berlangsung di kota.",
        "Panitia mencatat 38 peserta yang pulang lebih awal karena alasan keluarga.",
    )
    stamp = pdf_of([[Words(60, 500, "SALINAN", 60)]])
    pages = [lines_from(700 - 90 * at, [text]) for at, text in enumerate(texts)]
    page = pdf.parse(scan_of(pdf_of(pages), stamp=stamp), Path("pindai.pdf"), recognise=True)
    running = [block.text for block in page.blocks if block.kind is BlockKind.RUNNING_HEAD]
    assert running == ["SALINAN", "SALINAN"]
    assert [block.text.strip("\f") for block in page.blocks if block.kind is None] == list(texts)


def test_words_that_lie_unseen_over_a_picture_are_recognised_by_others_and_doubted_by_their_shape() -> None:
    lines = ("Tarif izin sebesar Rp3.420.O00 setiap tahun.", "Tarif ujian sebesar Rp140.000 setiap peserta.")
    layer = [Words(60, 700 - 30 * at, line, unseen=True) for at, line in enumerate(lines)]
    page = pdf.parse(pdf_of([layer, TEXT], scanned={1}), Path("pindai.pdf"))
    seen, written = page.blocks[0], page.blocks[-1]
    assert seen.confidence == 0.0
    assert [(doubt.word, doubt.page) for block in page.blocks for doubt in block.doubtful] == [("Rp3.420.O00", 1)]
    assert written.confidence is None
    assert Notice(NoticeKind.RECOGNISED_PAGES, (1,)) in page.notices


def test_words_that_are_seen_on_a_picture_are_as_they_were_written() -> None:
    lines = ("Taman bunga itu dibuka setiap hari Minggu.",) * 9
    page = pdf.parse(pdf_of([lines_from(700, list(lines))], scanned={1}), Path("brosur.pdf"))
    assert {block.confidence for block in page.blocks} == {None}


def test_what_is_no_figure_in_a_recognised_column_of_figures_is_doubted_where_it_stands() -> None:
    rows = [
        ("Kecamatan", "2024", "2025"),
        ("Natar", "412", "455"),
        ("Jati", "SLL", "590"),
        ("Tegineneng", "301", "377"),
    ]
    layer = [Words(x, y, text, unseen=True) for x, y, text in rows_from(700, rows, (60, 220, 330))]
    above = [Words(x, y + 60, text, unseen=True) for x, y, text in TEXT]
    page = pdf.parse(pdf_of([[*above, *layer]], scanned={1}), Path("pindai.pdf"))
    (doubt,) = [doubt for block in page.blocks for doubt in block.doubtful]
    (line,) = {y for x, y, text in rows_from(700, rows, (60, 220, 330)) if text == "SLL"}
    assert (doubt.word, doubt.page) == ("SLL", 1)
    assert doubt.bottom <= line < doubt.top
