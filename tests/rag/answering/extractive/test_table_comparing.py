"""The largest within a group, a row or of changes; growth; earliest."""

import pytest

from rag.types import Outcome
from rag.wording.prose import text_of
from tests.rag.answering.extractive.test_computing import asked, document

MONTHS = (
    ("Kebun", "Januari", "Februari", "Maret", "Jumlah"),
    ("Kebun Utara", "120", "95", "143", "358"),
    ("Kebun Selatan", "88", "", "76", "164"),
    ("Kebun Barat", "210", "187", "160", "557"),
    ("Jumlah", "418", "282", "379", "1.079"),
)
PRICES = (
    ("Bahan", "Harga 2024 (Rp)", "Harga 2025 (Rp)"),
    ("Beras", "13.500", "14.200"),
    ("Cabai", "48.000", "41.000"),
    ("Gula", "16.000", "18.500"),
)
REVISED = (
    ("Project", "Approved", "Revised", "Change"),
    ("Harbour wall", "4,200", "4,900", "700"),
    ("Ring road", "3,100", "2,250", "(850)"),
    ("School roof", "1,900", "1,300", "(600)"),
    ("Subtotal", "9,200", "8,450", "(750)"),
)
VILLAGES = (
    ("Kecamatan", "Desa", "Penduduk"),
    ("Sumber", "Sukamulya", "3.100"),
    ("", "Sukaraja", "2.950"),
    ("Hilir", "Bandar", "4.020"),
    ("", "Muara", "1.100"),
)
COUNTERS = (
    ("Loket", "Buka", "Tutup"),
    ("Pajak", "07.30", "14.00"),
    ("Izin", "08.15", "15.30"),
    ("Aduan", "09.00", "13.00"),
)


@pytest.mark.parametrize(
    ("rows", "title", "question", "told"),
    [
        (MONTHS, "Panen kebun", "Kebun Utara paling banyak panen bulan apa?", "Maret"),
        (MONTHS, "Panen kebun", "kebun barat panennya paling dikit bulan apa?", "Maret"),
        (MONTHS, "Panen kebun", "Bulan apa panen paling banyak?", "Januari"),
        (MONTHS, "Panen kebun", "Kebun Selatan paling banyak panen bulan apa?", None),  # a cell is empty
        (MONTHS, "Panen kebun", "Kebun Timur paling banyak panen bulan apa?", None),
        (PRICES, "Harga pasar", "Bahan apa yang harganya naik paling tinggi?", "Gula"),
        (PRICES, "Harga pasar", "bahan apa yg harganya paling turun?", "Cabai"),
        (REVISED, "Works", "Which project was cut the most?", "Ring road"),
        (REVISED, "Works", "Which project grew the most?", "Harbour wall"),
        (VILLAGES, "Penduduk", "Desa mana yang penduduknya paling banyak di Kecamatan Sumber?", "Sukamulya"),
        (VILLAGES, "Penduduk", "desa mana yg penduduknya paling dikit?", "Muara"),
        (VILLAGES, "Penduduk", "Kecamatan mana yang penduduknya paling banyak?", None),  # each has several rows
        (VILLAGES, "Penduduk", "Desa mana yang penduduknya paling banyak tahun 2019?", None),
        (COUNTERS, "Jam loket", "Loket mana yang buka paling pagi?", "Pajak"),
        (COUNTERS, "Jam loket", "loket mana tutupnya paling akhir?", "Izin"),
    ],
)
def test_what_is_largest_is_told_within_what_is_named(
    rows: tuple[tuple[str, ...], ...], title: str, question: str, told: str | None
) -> None:
    answer = asked(question, document(*rows, title=title))
    assert (answer.short_answer.text if answer.short_answer else None) == told
    assert (answer.outcome is Outcome.ANSWERED) is (told is not None)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Pemeriksaan udara apa yang paling mahal?", "Timbal"),
        ("uji tanah yg paling murah apa?", "Uji pH"),
        ("Uji udara apa yang paling mahal?", "Timbal"),  # only other groups say "uji" again
        ("Pemeriksaan daun apa yang paling mahal?", None),
    ],
)
def test_of_two_groups_the_one_named_is_looked_at(question: str, told: str | None) -> None:
    rows = (
        ("Pemeriksaan", "Satuan", "Tarif"),
        ("TANAH", "", ""),
        ("Uji pH", "contoh", "15.000"),
        ("Uji nitrogen", "contoh", "45.000"),
        ("UDARA", "", ""),
        ("Debu", "contoh", "12.000"),
        ("Timbal", "contoh", "38.000"),
    )
    answer = asked(question, document(*rows, title="Tarif laboratorium"))
    assert (answer.short_answer.text if answer.short_answer else None) == told


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("Berapa kenaikan harga beras dari 2024 ke 2025?", "14.200 − 13.500 = 700"),
        ("harga cabai turun berapa dari 2024 ke 2025?", "48.000 − 41.000 = 7.000"),
        ("Berapa kenaikan harga cabai dari 2024 ke 2025?", None),  # it fell
        ("Berapa persen kenaikan harga beras dari 2024 ke 2025?", None),
    ],
)
def test_growth_is_a_difference_the_way_it_is_asked(question: str, result: str | None) -> None:
    answer = asked(question, document(*PRICES, title="Harga pasar"))
    assert ("Dihitung" in text_of(answer)) is (result is not None)
    assert result is None or result in text_of(answer)


def test_what_the_largest_is_of_is_said() -> None:
    answer = asked("Kebun Utara paling banyak panen bulan apa?", document(*MONTHS, title="Panen kebun"))
    assert "Dihitung dari tabel: yang terbesar di barisnya adalah 143." in text_of(answer)
    answer = asked("Loket mana yang buka paling pagi?", document(*COUNTERS, title="Jam loket"))
    assert "Dihitung dari tabel: yang paling awal di kolomnya adalah 07.30." in text_of(answer)
