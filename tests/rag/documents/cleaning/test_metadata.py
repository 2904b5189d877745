from datetime import date

import pytest

from rag.documents.cleaning import Block, RawPage, clean, metadata
from rag.documents.cleaning.metadata import (
    copyright_holder,
    derived_title,
    find_dateline,
    is_title,
    labelled_date,
    publication_date,
)
from rag.language.dates import find_dates


@pytest.mark.parametrize(
    ("line", "publisher", "rest"),
    [
        ("Potensi.id – Warga", "Potensi.id", "Warga"),
        ("Bandarlampung (ANTARA) - Warga", "ANTARA", "Warga"),
        ("KUALA LUMPUR (Contoh.co) — Warga", "Contoh.co", "Warga"),
        ("BANDARLAMPUNG (contoh.com)--Warga", "contoh.com", "Warga"),
        ("Contoh.com, Bandar Lampung — Warga", "Contoh.com", "Warga"),
        ("JAKARTA, CONTOH.com - Warga", "CONTOH.com", "Warga"),
        ("Jakarta, CNN Indonesia -- Warga", "CNN Indonesia", "Warga"),
        ("TRIBUNCONTOH.CO.ID, BANDAR LAMPUNG - Warga", "TRIBUNCONTOH.CO.ID", "Warga"),
    ],
)
def test_a_dateline_names_the_publisher(line: str, publisher: str, rest: str) -> None:
    dateline = find_dateline(line)
    assert dateline is not None
    assert (dateline.publisher, line[dateline.end :]) == (publisher, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Dinas Pendidikan (Disdik) membuka pendaftaran.",
        "Jakarta - Presiden tiba.",
        "Harga naik – petani senang.",
        "Contoh.com",
    ],
)
def test_no_dateline_without_a_publisher_before_a_dash(line: str) -> None:
    assert find_dateline(line) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Jun 15, 2025 - 11:40", date(2025, 6, 15)),
        ("Selasa, 4 November 2025 - 15:01 WIB", date(2025, 11, 4)),
        ("Contoh.com - 04/11/2025, 15:01 WIB", date(2025, 11, 4)),
        ("Diterbitkan pada 3 Maret 2025", date(2025, 3, 3)),
        ("Oleh Nama Contoh, 4 November 2025", date(2025, 11, 4)),
        ("Hasil Rapat 12 Februari 2026", None),
        ("Rapat digelar pada 3 Maret 2025.", None),
        ("Juni 2025", None),
    ],
)
def test_only_a_line_that_is_about_its_date_dates_the_page(line: str, day: date | None) -> None:
    assert publication_date(line) == day


def test_a_stamp_before_the_first_word_is_read_and_an_event_is_not() -> None:
    assert labelled_date(" date 2026-02-13 KOTA") == (date(2026, 2, 13), 16)
    assert labelled_date("Pada 13 Februari 2026 warga") is None


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("COPYRIGHT © ANTARA 2026", "ANTARA"),
        ("Copyright © 2025 Contoh.co. All Rights Reserved", "Contoh.co"),
        ("Hak cipta adalah hak eksklusif pencipta.", None),
        ("© 2025", None),
    ],
)
def test_the_holder_of_a_copyright_notice(line: str, holder: str | None) -> None:
    assert copyright_holder(line) == holder


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Gubernur Resmikan Jembatan Baru", True),
        ("SIAPA YANG BERHAK MENERIMA BANTUAN?", True),
        ("Gubernur meresmikan jembatan itu.", False),
        ("Contoh.com, Bandar Lampung — Warga desa", False),
    ],
)
def test_a_title_is_no_sentence(line: str, title: bool) -> None:
    assert is_title(line) is title


def test_a_derived_title_is_the_first_sentence_cut_between_words() -> None:
    assert derived_title("Pendek saja. Lalu panjang.") == "Pendek saja"
    long = derived_title("kata " * 40)
    assert long == "kata " * 19 + "kata…"


@pytest.mark.parametrize("opening", ["", "date 2026-02-13 ", "Tanggal: 13 Februari 2026 "])
def test_in_a_line_as_long_as_a_book_no_more_than_its_start_is_searched_for_dates(
    opening: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[int] = []
    monkeypatch.setattr(metadata, "find_dates", lambda text: searched.append(len(text)) or find_dates(text))
    book = opening + "Pelatihan dibuka pada 12 Mei 2026 di balai desa. " * 2000
    clean(RawPage((Block(book),)), "buku.txt")
    assert all(length < 500 for length in searched)
