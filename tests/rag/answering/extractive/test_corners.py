"""Columns called by a measure and a year: the corner of the grid that a table lacks is not told by another one."""

import pytest

from rag.language.computations import Computation
from tests.rag.answering.extractive.tables import Page

BUDGET = ("Uraian|Anggaran 2026|Realisasi 2026|Realisasi 2025", "Hibah|1.500|1.725|640", "Parkir|84|71|90")
TARGETS = ("Uraian|Target 2026|Realisasi 2025|Sisa 2025", "Sewa kios|84|71|13", "Retribusi|40|45|5")
PEOPLE = ("Desa|Murid SD|Murid SMP|Guru SD", "Way Ruhu|412|198|21", "Bukit Kelir|377|164|19")
UNDATED = ("Pos|Anggaran|Realisasi|Realisasi 2025", "Listrik|120|118|97", "Air|44|39|36")
ROOMS = ("Ruang|Luas (m2)|Tarif 2025 (Rp)|Tarif 2026 (Rp)", "Melati|120|450.000|500.000", "Kenanga|210|700.000|825.000")


@pytest.mark.parametrize(
    ("lines", "question"),
    [
        (BUDGET, "Berapa anggaran hibah tahun 2025?"),
        (TARGETS, "Berapa target retribusi tahun 2025?"),
        (PEOPLE, "Berapa guru SMP di Way Ruhu?"),
        (UNDATED, "Berapa anggaran listrik tahun 2025?"),
    ],
)
def test_no_column_is_meant_where_the_two_things_said_cross_in_none(lines: tuple[str, ...], question: str) -> None:
    binding = Page(*lines).bound(question)
    assert binding.is_missing
    assert binding.column_is_named
    assert not binding.columns


@pytest.mark.parametrize(
    ("lines", "question", "cell"),
    [
        (BUDGET, "Berapa anggaran hibah tahun 2026?", "1.500"),
        (BUDGET, "Berapa realisasi hibah tahun 2025?", "640"),
        (TARGETS, "Berapa target sewa kios?", "84"),
        (PEOPLE, "Berapa guru SD di Bukit Kelir?", "19"),
        (PEOPLE, "Berapa murid SMP di Way Ruhu?", "198"),
        (UNDATED, "Berapa realisasi air tahun 2025?", "36"),
        (UNDATED, "Berapa anggaran air?", "44"),
        (ROOMS, "Berapa tarif ruang Kenanga tahun 2026?", "825.000"),
    ],
)
def test_a_column_called_by_both_is_meant(lines: tuple[str, ...], question: str, cell: str) -> None:
    assert Page(*lines).answer(question) == cell


def test_nothing_is_computed_from_a_column_that_is_not_there() -> None:
    page = Page("Uraian|Anggaran 2026|Realisasi 2026|Realisasi 2025", "Hibah|-|-|640", "Parkir|-|-|90")
    assert page.computed(Computation.MOST, "Apa anggaran terbesar tahun 2025?") is None
