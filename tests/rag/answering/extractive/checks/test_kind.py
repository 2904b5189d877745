import pytest

from rag.answering.extractive.checks.kind import Kind
from tests.rag.answering.extractive.checks.looking import passes


@pytest.mark.parametrize(
    ("question", "span", "expected"),
    [
        ("Berapa lama izin berlaku?", "di kantor dinas", False),
        ("Berapa lama izin berlaku?", "lima tahun", True),
        ("Siapa yang menandatangani?", "12 Mei 2025", False),
        ("Siapa yang menandatangani?", "Rina Wati", True),
        ("Apa komoditasnya?", "kopi", True),
    ],
)
def test_a_span_is_of_the_kind_asked_for(question: str, span: str, expected: bool) -> None:
    assert passes(Kind(), question, f"Isinya {span} saja.", span) is expected


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Pasar Gadingrejo memiliki 212 kios.", "212", False),
        ("Sewanya 90 ribu sebulan.", "90", True),
        ("Sewa kios Rp90.000 sebulan.", "Rp90.000", True),
        ("Sewanya 90.000 sebulan.", "90.000", True),
        ("A stall costs 90 thousand a month.", "90", True),
        ("Stan disewa seharga 30 euro.", "30", True),
    ],
)
def test_a_count_in_a_sentence_is_no_sum_of_money(text: str, span: str, expected: bool) -> None:
    assert passes(Kind(), "Berapa sewa kios?", text, span) is expected
