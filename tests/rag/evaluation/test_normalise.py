import pytest

from rag.evaluation.normalise import contains, normalise


@pytest.mark.parametrize("written", ["9.154", "9154", "9,154", "9,154."])
def test_one_number_in_any_format_is_one_token(written: str) -> None:
    assert normalise(written) == ("9154",)


@pytest.mark.parametrize("written", ["35,1 persen", "35.1%", "35,1 %", "35.1 percent", "35.1 per cent"])
def test_percentages_agree_across_languages(written: str) -> None:
    assert normalise(written) == ("35.1", "%")


@pytest.mark.parametrize(
    "written",
    ["12 Februari 2026", "Kamis, 12 Februari 2026", "2026-02-12", "12/2/2026", "February 12, 2026", "12 Feb 2026"],
)
def test_a_day_in_any_form_is_its_iso_date(written: str) -> None:
    assert normalise(written) == ("2026-02-12",)


@pytest.mark.parametrize(
    "written",
    ["11 Februari - 13 Februari 2024", "11-13 Februari 2024", "11, 12 dan 13 Februari 2024", "February 11-13, 2024"],
)
def test_days_that_follow_each_other_are_their_first_and_last(written: str) -> None:
    assert normalise(written) == ("2024-02-11", "2024-02-13")


def test_months_agree_across_languages() -> None:
    assert normalise("Juni 2025") == normalise("June 2025") == ("2025-06",)


def test_magnitudes_are_written_out() -> None:
    assert normalise("200 ribu") == normalise("200 thousand") == normalise("200.000") == ("200000",)
    assert normalise("Rp2,37 triliun") == ("rp", "2370000000000")
    assert normalise("Rp 1,5 miliar") == ("rp", "1500000000")


def test_both_separators_in_one_number() -> None:
    assert normalise("1.234.567,5") == normalise("1,234,567.5") == ("1234567.5",)


def test_a_decimal_is_not_taken_for_thousands() -> None:
    assert normalise("2,37") == ("2.37",)
    assert normalise("0.125") == ("0.125",)


def test_small_number_words_become_digits() -> None:
    assert normalise("tiga bulan") == ("3", "bulan")
    assert normalise("Twelve months") == ("12", "months")


def test_the_ending_nya_falls_off_long_words_only() -> None:
    assert normalise("kemasannya") == ("kemasan",)
    assert normalise("tanya hanya") == ("tanya", "hanya")


def test_full_width_and_upper_case_are_folded() -> None:
    assert normalise("Ｎ５ Taiwan") == ("n5", "taiwan")


def test_a_regulation_keeps_its_year_apart() -> None:
    assert normalise("Permendagri No. 22 Tahun 2022") == ("permendagri", "no", "22", "tahun", "2022")


def test_contains_wants_an_unbroken_run_of_whole_tokens() -> None:
    tokens = normalise("Jumlahnya 1.385 orang, di Jepang 385.")
    assert contains(tokens, normalise("Jepang 385"))
    assert not contains(tokens, normalise("orang Jepang"))
    assert not contains(normalise("1.385 orang"), normalise("385"))


def test_nothing_is_contained_when_nothing_is_wanted() -> None:
    assert not contains(("a",), ())


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("dimekarkan pada 02 Bulan Juni Tahun 1980", "1980", True),
        ("dimekarkan pada 2 Juni 1980", "Juni 1980", True),
        ("dimekarkan pada 2 Juni 1980", "1981", False),
        ("dimekarkan pada Juni 1980", "2 Juni 1980", False),
        ("menerima 1980 berkas", "198", False),
    ],
)
def test_a_year_and_a_month_stand_in_each_of_their_days(text: str, wanted: str, found: bool) -> None:
    assert contains(normalise(text), normalise(wanted)) is found
