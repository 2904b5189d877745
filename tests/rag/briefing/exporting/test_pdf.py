from itertools import count

import pypdfium2 as pdfium
import pytest

from rag.briefing.exporting.pdf import pdf
from rag.briefing.exporting.pdf.pages import FOOT, paged
from rag.briefing.exporting.pdf.pieces import pieces_of
from rag.briefing.exporting.pdf.text import linked, plain, register_fonts
from tests.rag.briefing.exporting.sheets import SHEET


@pytest.fixture(scope="module")
def texts() -> list[str]:
    document = pdfium.PdfDocument(pdf(SHEET))
    return [page.get_textpage().get_text_range() for page in document]


def test_pages_are_a4_and_numbered(texts: list[str]) -> None:
    sizes = [page.get_size() for page in pdfium.PdfDocument(pdf(SHEET))]
    assert [(round(width), round(height)) for width, height in sizes] == [(595, 842)] * len(texts)
    assert len(texts) > 1
    assert all(f"Halaman {number} / {len(texts)}" in text for number, text in zip(count(1), texts, strict=False))


def test_every_page_has_the_notes_that_it_refers_to_and_the_head_of_its_table(texts: list[str]) -> None:
    assert all("“Laporan”, Bagian Umum" in text for text in texts)
    assert ["“Perda”" in text for text in texts] == [True] + [False] * (len(texts) - 1)
    assert all("Yang dihitung" in text for text in texts)


def test_no_word_is_lost_and_signs_that_the_font_lacks_are_there(texts: list[str]) -> None:
    whole = "\n".join(texts)
    assert "Pasar & los ≥ 5 m₂" in whole
    assert [f"Rp{number}.000" in whole for number in range(1, 61)] == [True] * 60


def test_text_ends_above_the_notes() -> None:
    register_fonts()
    for page in paged(pieces_of(SHEET), SHEET.notes):
        assert min(placed.bottom for placed in page.placed) >= page.floor() > FOOT


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert pdf(SHEET) == pdf(SHEET)


def test_only_addresses_of_the_web_become_links() -> None:
    register_fonts()
    assert linked("https://contoh.example/a?b=1&c=2").startswith('<a href="https://contoh.example/a?b=1&amp;c=2"')
    assert linked("javascript:alert(1)") == plain("javascript:alert(1)")
