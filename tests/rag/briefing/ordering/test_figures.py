from pathlib import Path

from rag.briefing.gathering.units import units_of
from rag.briefing.ordering.figures import figure_columns, figures_in, unit_over
from tests.rag.briefing.sources import MARKET, document


def test_figures_come_with_their_unit_and_what_is_counted() -> None:
    told = "Sebanyak 4.584 orang berangkat, naik 12 persen; biayanya Rp1,5 miliar selama 3 bulan."
    assert figures_in(told) == ("4.584 orang", "12 persen", "Rp1,5 miliar", "3 bulan")


def test_dates_clocks_laws_and_telephones_are_no_figures() -> None:
    told = "Menurut Perda Nomor 12 Tahun 2024, loket buka pukul 08.00 pada 5 Maret 2026, telepon 0729-555-113."
    assert figures_in(told) == ()


def test_the_number_of_a_letter_is_no_figure_and_a_rate_is_one() -> None:
    assert figures_in("Surat Nomor 470/13287/Dukcapil menetapkan tarif Rp3.000/kg.") == ("Rp3.000",)


def test_the_column_of_figures_has_the_unit_that_its_name_says(tmp_path: Path) -> None:
    read = document(MARKET, tmp_path)
    (unit,) = [one for one in units_of(read) if one.table]
    assert unit.table is not None
    assert figure_columns(read, unit.table) == (1,)
    assert unit_over(unit.table, unit.table.rows[0][1]) in ("ekor", "")
