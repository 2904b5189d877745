from pathlib import Path

import pytest

from rag.documents.cleaning import clean
from rag.documents.loaders import html
from rag.types import Document

STORY = "<p>Puskesmas melayani imunisasi anak setiap hari Senin dan Kamis pagi di ruang tunggu utama.</p>"


def page(body: str) -> Document:
    return clean(html.parse(f"<html><body>{body}</body></html>".encode(), Path("hal.html")), "hal.html")


def lines(body: str) -> list[str]:
    return [line for line in page(body).text.split("\n") if line]


@pytest.mark.parametrize(
    "gone",
    [
        "<del>Rp50.000</del>",
        "<s>Rp50.000</s>",
        "<span hidden>Rp50.000</span>",
        "<span style='display:none'>Rp50.000</span>",
        "<span aria-hidden='true'>Rp50.000</span>",
    ],
)
def test_what_is_struck_out_or_hidden_is_no_text(gone: str) -> None:
    text = page(f"{STORY}<p>Biaya pendaftaran {gone} Rp0 untuk semua warga desa.</p>").text
    assert "Rp50.000" not in text
    assert "Biaya pendaftaran Rp0 untuk semua warga desa." in text


def test_a_raised_note_mark_does_not_join_the_number_before_it() -> None:
    assert "7.420 orang" in page(f"{STORY}<p>Peserta 7.420<sup>1</sup> orang sampai akhir tahun ini.</p>").text


def test_lists_keep_the_marks_that_a_reader_sees() -> None:
    body = f"{STORY}<ol type='a' start='3'><li>membawa KTP asli</li><li>membawa akta lahir</li></ol>"
    assert lines(body)[-2:] == ["c. membawa KTP asli", "d. membawa akta lahir"]


def test_header_rows_of_two_levels_name_their_columns() -> None:
    body = (
        f"{STORY}<table><thead><tr><th rowspan='2'>Desa</th><th colspan='2'>Balita</th></tr>"
        "<tr><th>2024</th><th>2025</th></tr></thead><tbody><tr><td>Sukajadi</td><td>28</td><td>41</td></tr></tbody></table>"
    )
    assert "Desa: Sukajadi; Balita 2024: 28; Balita 2025: 41" in page(body).text


def test_the_button_of_an_accordion_is_the_heading_of_its_answer() -> None:
    body = (
        f"{STORY}<div class='accordion'><button aria-controls='a'>Berapa biaya kartu?</button>"
        "<div id='a'><p>Kartu dibuat tanpa biaya di kantor kecamatan setiap hari kerja.</p></div></div>"
    )
    document = page(body)
    assert "Berapa biaya kartu?" in [document.text[each.start : each.end] for each in document.headings]


def test_a_definition_list_of_short_values_is_a_table_of_labels() -> None:
    document = page(f"{STORY}<dl><dt>Kapasitas</dt><dd>600 orang</dd><dt>Sewa</dt><dd>Rp2.250.000</dd></dl>")
    (table,) = [block.table for block in document.blocks if block.table]
    assert table.pairs
    assert "Kapasitas: 600 orang\nSewa: Rp2.250.000" in document.text
