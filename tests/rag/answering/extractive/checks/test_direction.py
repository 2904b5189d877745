import pytest

from rag.answering.extractive.checks.direction import OtherWay
from tests.rag.answering.extractive.checks.looking import passes

RAISED = "Tarif air dinaikkan karena biaya listrik."


@pytest.mark.parametrize(
    ("question", "text", "title", "expected"),
    [
        ("Mengapa tarif air diturunkan?", RAISED, "Tarif Air", False),
        ("Why was the water fee cut?", RAISED, "Tarif Air", False),
        ("Mengapa tarif air naik?", RAISED, "Tarif Air", True),
        ("Mengapa tarif air berubah?", RAISED, "Tarif Air", True),
        ("Apakah tarif air turun?", RAISED, "Tarif Air", True),
        ("Mengapa tarif air naik turun?", RAISED, "Tarif Air", True),
        ("Mengapa anggaran dipangkas?", "Pemerintah ingin mengurangi emisi.", "Anggaran Mobil Dinas Naik", False),
        ("Mengapa anggaran naik?", "Pemerintah ingin mengurangi emisi.", "Anggaran Mobil Dinas Naik", True),
    ],
)
def test_a_change_is_not_explained_by_its_opposite(question: str, text: str, title: str, expected: bool) -> None:
    assert passes(OtherWay(), question, text, text, title) is expected
