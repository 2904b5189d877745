import pytest

from rag.answering.composing.english import english_number, in_english


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("4.584 orang", "4,584 people"),
        ("lebih dari 2.000 alumni", "more than 2,000 alumni"),
        ("12 bulan penuh", "a full 12 months"),
        ("1 bulan", "1 month"),
        ("1 desa", "1 village"),
        ("1 juta orang", "1 million people"),
        ("35,1 persen", "35.1 per cent"),
        ("35,10 persen", "35.10 per cent"),
        ("64,9%", "64.9%"),
        ("Rp2,37 triliun", "Rp2.37 trillion"),
        ("12 Februari 2026", "12 February 2026"),
        ("Kepulauan Riau, Jawa Tengah, dan Maluku Utara", "Riau Islands, Central Java, and North Maluku"),
    ],
)
def test_plain_amounts_dates_and_places_are_put_into_english(short: str, expected: str) -> None:
    assert in_english(short) == expected


@pytest.mark.parametrize(
    "short",
    [
        "Taiwan",
        "Rahmat Mirzani Djausal",
        "perkebunan dan jasa",
        "3 bulan untuk alumni",
        "No. 22 Tahun 2022",
        "2026",
        "08.00",
        "1.2.3",
    ],
)
def test_what_is_not_wholly_understood_stays_as_it_is(short: str) -> None:
    assert in_english(short) is None


@pytest.mark.parametrize(
    ("number", "expected"),
    [("9154", "9,154"), ("9.154", "9,154"), ("35.1", "35.1"), ("1.234,5", "1,234.5"), ("007", "007"), ("0,5", "0.5")],
)
def test_english_number(number: str, expected: str) -> None:
    assert english_number(number) == expected
