import pytest

from rag.answering.extractive.checks.numeral import NumeralAgain
from tests.rag.answering.extractive.checks.looking import passes


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Kelas X (120) dan kelas XI (98).", "98", True),
        ("Siswa kelas XII (12) ikut.", "(12)", False),
        ("Siswa kelas XII (12) ikut.", "12", False),
        ("Siswa (7.000 orang) ikut.", "7.000 orang", True),
    ],
)
def test_a_numeral_said_again_counts_nothing(text: str, span: str, expected: bool) -> None:
    assert passes(NumeralAgain(), "Berapa siswa yang ikut?", text, span) is expected
