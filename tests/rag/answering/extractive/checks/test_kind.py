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
