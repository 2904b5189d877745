import pytest

from rag.language.translation.cognates import cognates


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("complexity", "kompleksitas"),
        ("migration", "migrasi"),
        ("production", "produksi"),
        ("philosophy", "filosofi"),
        ("organizations", "organisasi"),
        ("statistics", "statistika"),
        ("calorie", "kalori"),
        ("accessory", "aksesori"),
        ("norwegian", "norwegia"),
    ],
)
def test_loanwords_are_spelled_the_indonesian_way(english: str, indonesian: str) -> None:
    assert indonesian in cognates(english)


@pytest.mark.parametrize("word", ["city", "2025", "covid19", "café"])
def test_short_words_numbers_and_other_letters_have_no_cognates(word: str) -> None:
    assert cognates(word) == frozenset()
