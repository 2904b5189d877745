import pytest

from rag.language.numerals import SMALL, TENS
from rag.language.quantities import find_quantities
from rag.language.units import COUNTED, CURRENCY_MARKS, MEASURES, MONEY, SHARE, TIME


def test_no_word_is_of_two_units() -> None:
    tables = (SHARE, TIME, MEASURES, MONEY, dict.fromkeys(COUNTED, ""))
    assert sum(map(len, tables)) == len(set().union(*tables))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("tunggu 15 detik", "15", "second"),
        ("paling lama 2 thn", "2", "year"),
        ("two decades", "2", "decade"),
        ("seluas 3 hectares", "3", "ha"),
        ("ninety metres", "90", "m"),
        ("RM 20", "20", "myr"),
    ],
)
def test_every_unit_is_read_behind_figures_and_number_words(text: str, value: str, unit: str) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.unit) == (value, unit)


def test_currencies_have_a_mark_and_a_word() -> None:
    assert set(CURRENCY_MARKS.values()) == set(MONEY.values())


def test_number_words_tell_their_value() -> None:
    assert (SMALL["sebelas"], SMALL["nineteen"], SMALL["nol"], TENS["twenty"], TENS["ninety"]) == (11, 19, 0, 20, 90)
