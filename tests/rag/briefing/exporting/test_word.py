import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pypdfium2 as pdfium
import pytest
from docx.shared import Mm
from lxml import etree

from rag.briefing.exporting.word import word
from rag.errors import BadInput
from tests.rag.briefing.exporting.sheets import SHEET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(written: bytes, name: str) -> Any:
    return etree.fromstring(zipfile.ZipFile(BytesIO(written)).read(name))


def texts_of_notes(written: bytes) -> list[str]:
    notes = part(written, "word/footnotes.xml").findall(f"{W}footnote")
    return ["".join(note.itertext(f"{W}t")) for note in notes if note.get(f"{W}type") is None]


def test_notes_are_footnotes_set_once_and_pointed_to_afterwards() -> None:
    written = word(SHEET)
    body = part(written, "word/document.xml")
    assert [node.get(f"{W}id") for node in body.iter(f"{W}footnoteReference")] == ["1", "2"]
    assert len([node for node in body.iter(f"{W}fldSimple") if "NOTEREF" in node.get(f"{W}instr")]) == 62
    assert texts_of_notes(written) == [
        " “Perda”, Dinas, halaman 2",
        " “Laporan”, Bagian Umum https://contoh.example/laporan",
    ]


def test_word_reopens_it_with_styles_a4_and_tables() -> None:
    document = docx.Document(BytesIO(word(SHEET)))
    assert [one.text for one in document.paragraphs if one.style.name == "Heading 1"] == ["Pokok perkara", "Angka"]
    assert document.paragraphs[0].text == SHEET.title
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["Angka", "Yang dihitung"]
    assert len(document.tables[0].rows) == 61
    assert "Halaman" in document.sections[0].footer.paragraphs[0].text


def test_the_letterhead_stays_and_its_own_notes_and_page_numbers_too(tmp_path: Path) -> None:
    letterhead = tmp_path / "kop.docx"
    head = docx.Document(BytesIO(word(SHEET)))
    head.sections[0].header.paragraphs[0].text = "PEMERINTAH KABUPATEN JERNIH"
    head.sections[0].page_width = Mm(216)
    head.save(str(letterhead))
    written = word(SHEET, letterhead)
    document = docx.Document(BytesIO(written))
    assert document.sections[0].header.paragraphs[0].text == "PEMERINTAH KABUPATEN JERNIH"
    assert round(document.sections[0].page_width.mm) == 216
    assert len(texts_of_notes(written)) == 4
    assert len([one for one in document.sections[0].footer.paragraphs if "Halaman" in one.text]) == 1


def test_a_letterhead_that_is_no_word_file_is_refused_in_plain_words(tmp_path: Path) -> None:
    letterhead = tmp_path / "kop.docx"
    letterhead.write_text("bukan Word")
    with pytest.raises(BadInput, match="is no Word file"):
        word(SHEET, letterhead)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_notes_at_the_foot_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word(SHEET))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "a.docx")], check=True, timeout=120)
    first = pdfium.PdfDocument(tmp_path / "a.pdf")[0].get_textpage().get_text_range()
    assert first.index("Pasar dibuka kembali") < first.index("“Perda”, Dinas, halaman 2") < first.index("Halaman 1")
