import pytest

from tests.rag.answering.extractive.tables import Page

WATER = (
    "Golongan|Biaya beban|0-10 m3|11-20 m3|> 20 m3",
    "Rumah tangga A|9.000|2.500|3.100|4.200",
    "Niaga kecil|15.000|4.800|5.700|7.300",
)
HALLS = (
    "Ruang|Lama sewa (jam) 1-3|Lama sewa (jam) 4-6|Lama sewa (jam) lebih dari 6",
    "Aula utama|400.000|700.000|1.100.000",
    "Ruang sidang|150.000|260.000|410.000",
)
POOL = (
    "Hari|Umur 3-12 tahun|Umur 13-59 tahun|Umur 60 tahun ke atas",
    "Hari kerja|10.000|18.000|8.000",
    "Hari libur|15.000|25.000|12.000",
)
PUPILS = ("Sekolah|2023-2024|2024-2025", "SD 1|140|150", "SD 2|90|80")


@pytest.mark.parametrize(
    ("table", "question", "told"),
    [
        (WATER, "Berapa tarif air rumah tangga A untuk pemakaian 15 m3?", "3.100"),
        (WATER, "niaga kecil pakai 25 meter kubik berapa tarifnya?", "7.300"),
        (WATER, "Berapa biaya beban rumah tangga A untuk pemakaian 15 m3?", "9.000"),
        (HALLS, "sewa ruang sidang 8 jam brp?", "410.000"),
        (HALLS, "Berapa sewa aula utama untuk 2 jam?", "400.000"),
        (POOL, "Berapa tiket umur 7 tahun pada hari libur?", "15.000"),
        (POOL, "Berapa tiket umur 65 tahun pada hari kerja?", "8.000"),
        (POOL, "Berapa tiket umur 2 tahun pada hari libur?", None),
    ],
)
def test_a_column_is_meant_by_the_amount_that_its_range_holds(
    table: tuple[str, ...], question: str, told: str | None
) -> None:
    assert Page(*table).answer(question) == told


def test_an_amount_that_no_column_holds_means_none() -> None:
    bound = Page(*POOL).bound("Berapa tiket umur 2 tahun pada hari libur?")
    assert bound.columns == ()
    assert bound.is_missing


def test_a_cell_that_is_empty_in_the_column_meant_gives_no_other() -> None:
    page = Page("Ruang|Sewa 1-3 jam|Sewa 4-6 jam", "Aula utama|400.000|700.000", "Ruang rias|150.000|-")
    assert page.answer("Berapa sewa ruang rias untuk 5 jam?") == "-"


def test_spans_of_years_and_amounts_of_another_kind_mean_no_column() -> None:
    assert Page(*PUPILS).bound("Berapa murid SD 1 yang 15 orang?").by_range == frozenset()
    assert Page(*WATER).bound("Berapa tarif rumah tangga A untuk 15 kg?").by_range == frozenset()
