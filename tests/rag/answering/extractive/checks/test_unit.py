import pytest

from rag.answering.extractive.checks.unit import Unit
from tests.rag.answering.extractive.checks.looking import passes


@pytest.mark.parametrize(
    ("question", "text", "span", "expected"),
    [
        ("Berapa gaji perawat?", "Ada 4.584 orang di sana.", "4.584 orang", False),
        ("Berapa gaji perawat?", "Gajinya Rp5 juta sebulan.", "5 juta", True),
        ("Berapa persen yang formal?", "Sebanyak 3.211 orang formal.", "3.211 orang", False),
        ("Berapa persen yang formal?", "Bagian formal 35,1 persen.", "35,1", True),
        ("Berapa lama pelatihannya?", "Pesertanya 200 orang.", "200 orang", False),
        ("Berapa lama pelatihannya?", "Pelatihan 3 bulan.", "3 bulan", True),
        ("Berapa desa yang ikut?", "Desa yang ikut 12.", "12", True),
    ],
)
def test_a_figure_has_the_unit_of_what_is_asked_for(question: str, text: str, span: str, expected: bool) -> None:
    assert passes(Unit(), question, text, span) is expected
