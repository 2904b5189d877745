import pytest

from rag.answering.extractive.checks.old_value import OldValue
from tests.rag.answering.extractive.checks.looking import passes


@pytest.mark.parametrize(
    ("question", "text", "span", "expected"),
    [
        ("Berapa biayanya sebelum turun?", "Biaya turun 20 persen menjadi Rp8.000.", "Rp8.000", False),
        ("What was the fee before?", "The fee was cut to about Rp8,000.", "Rp8,000", False),
        ("Berapa biayanya sekarang?", "Biaya turun 20 persen menjadi Rp8.000.", "Rp8.000", True),
        ("Berapa biayanya sebelum turun?", "Biaya turun dari Rp10.000 menjadi Rp8.000.", "Rp10.000", True),
    ],
)
def test_what_something_became_is_not_what_it_was(question: str, text: str, span: str, expected: bool) -> None:
    assert passes(OldValue(), question, text, span) is expected
