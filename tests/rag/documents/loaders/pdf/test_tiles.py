"""Large figures side by side, with what they count below or above them."""

import pytest

from tests.rag.documents.loaders.pages import Words, lines_from
from tests.rag.documents.loaders.pdf.reading import tables, told

TILES = ((70, "7.310", "kepala keluarga"), (230, "22", "dusun"), (390, "48,5", "km jalan kabupaten"))
TOLD = ["kepala keluarga: 7.310", "dusun: 22", "km jalan kabupaten: 48,5"]
TEXT = ["Angka dalam lembar ini diolah dari laporan desa yang masuk sampai bulan Maret."]


def row(values: float, labels: float, size: int = 24):
    for x, value, label in TILES:
        yield Words(x, values, value, size)
        yield Words(x, labels, label, 10)


@pytest.mark.parametrize(("values", "labels"), [(690, 670), (670, 705)])
def test_a_figure_goes_with_the_words_below_or_above_it(values: float, labels: float) -> None:
    assert tables([[*row(values, labels), *lines_from(600, TEXT)]]) == [TOLD]


def test_rows_of_tiles_below_each_other_are_one_table_and_the_text_stays_text() -> None:
    page = [*lines_from(760, TEXT), *row(690, 670), *row(600, 580), *lines_from(500, TEXT)]
    assert told([page]) == [*TEXT, *TOLD, *TOLD, *TEXT]


def test_figures_no_larger_than_the_words_are_no_tiles() -> None:
    assert tables([[*row(690, 670, size=10), *lines_from(600, TEXT)]]) == []


def test_figures_that_count_on_above_words_are_numbers_of_steps() -> None:
    steps = ("Isi formulir", "Periksa berkas", "Ambil surat")
    page = [Words(70 + 160 * at, 690, str(at + 1), 24) for at in range(3)]
    page += [Words(70 + 160 * at, 670, step, 10) for at, step in enumerate(steps)]
    assert told([[*lines_from(760, TEXT), *page]]) == [*TEXT, "1. Isi formulir", "2. Periksa berkas", "3. Ambil surat"]


@pytest.mark.parametrize(("first", "figures"), [(670, 690), (705, 670)])
def test_what_a_figure_counts_may_take_two_lines(first: float, figures: float) -> None:
    tiles = (("412", "peserta", "pelatihan"), ("38", "mentor", ""), ("9", "kota", "tujuan"))
    page = [Words(70 + 160 * at, figures, value, 24) for at, (value, *_) in enumerate(tiles)]
    lines = [(upper, lower) if lower or first < figures else ("", upper) for _, upper, lower in tiles]
    page += [Words(70 + 160 * at, first, upper, 10) for at, (upper, _) in enumerate(lines) if upper]
    page += [Words(70 + 160 * at, first - 12, lower, 10) for at, (_, lower) in enumerate(lines) if lower]
    assert told([[*page, *lines_from(600, TEXT)]]) == ["peserta pelatihan: 412", "mentor: 38", "kota tujuan: 9", *TEXT]
