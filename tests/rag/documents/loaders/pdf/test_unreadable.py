from pathlib import Path

import pytest

from rag.documents.loaders import pdf
from rag.errors import UnreadableDocument
from rag.types import Notice, NoticeKind
from tests.rag.documents.loaders.pages import Field, Words, lines_from, pdf_of
from tests.rag.documents.loaders.pdf.reading import raw, tables

STAMP = [Words(70, 40, "Dokumen ini ditandatangani secara elektronik", 8), Words(70, 30, "oleh Kepala Dinas Contoh", 8)]
TEXT = lines_from(
    700,
    [
        "Pemerintah desa menyiapkan pelatihan bagi para pemuda selama tiga bulan",
        "di balai latihan kerja. Peserta menerima uang saku dan makan siang setiap hari.",
        "Pendaftaran dibuka di kantor kecamatan sampai akhir bulan depan.",
    ],
)


def shifted(lines):
    """Letters as a font without a map gives them: each another one, always the same."""
    return [
        (x, y, "".join(chr((ord(c) - 94) % 26 + 97) if c.islower() else c for c in text.lower()))
        for x, y, text in lines
    ]


def test_pictures_with_the_same_stamp_on_each_are_not_read() -> None:
    with pytest.raises(UnreadableDocument, match=r"pictures without text.*OCR"):
        pdf.parse(pdf_of([STAMP, STAMP, STAMP], scanned={1, 2, 3}), Path("pindai.pdf"))


def test_a_stamped_picture_among_pages_of_text_is_named_and_the_stamp_is_no_text() -> None:
    found = raw([TEXT, STAMP, STAMP], scanned={2, 3})
    assert found.unread_pages == (2, 3)
    assert "elektronik" not in " ".join(block.text for block in found.blocks)
    assert [each.page for each in found.left_out] == [2, 3]


def test_letters_that_make_no_words_are_not_read() -> None:
    with pytest.raises(UnreadableDocument, match="fonts do not say which letters"):
        pdf.parse(pdf_of([shifted(TEXT)]), Path("aneh.pdf"))


def test_a_page_of_such_letters_among_others_is_named() -> None:
    found = raw([TEXT, shifted(TEXT)])
    assert found.unread_pages == (2,)
    assert found.notices == (Notice(NoticeKind.GARBLED_PAGES, (2,)),)


def test_pages_that_say_the_same_few_words_over_and_over_are_text() -> None:
    page = lines_from(760, [line for number in range(1, 25) for line in (f"Pasal {number}", "Cukup jelas.")])
    assert raw([TEXT, page]).unread_pages == ()


def test_what_was_filled_into_a_form_is_read_beside_its_label() -> None:
    page = [(70, 700, "Nama lengkap"), (70, 670, "Bersedia hadir"), (70, 640, "Menolak hadir"), *TEXT[2:]]
    fields = [Field(220, 698, "Ratna Dewi"), Field(220, 668, True), Field(220, 638, False)]
    page[-1] = (70, 600, TEXT[2][2])
    assert tables([page], fields=fields) == [["Nama lengkap: Ratna Dewi", "Bersedia hadir: ☒", "Menolak hadir: ☐"]]


def test_a_list_of_codes_and_prices_is_text_although_some_letters_abound_in_it() -> None:
    rows = [
        f"K-{number:02d} saluran tahap {number} di Blok {number} seharga Rp{number * 3 + 40} juta"
        for number in range(36)
    ]
    assert raw([lines_from(760, rows)]).notices == ()
