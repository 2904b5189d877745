from decimal import Decimal

import pytest

from rag.language.brackets import amounts_in, bracket_of, brackets_in, unit_and_scale


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("16 sampai 45 menit", "45 menit", "46 menit"),
        ("16 sampai 45 menit", "setengah jam", "1 jam"),
        ("lebih dari 45 menit", "2 jam", "45 menit"),
        ("di bawah 6 tahun", "5 tahun", "6 tahun"),
        ("belum berumur 15 tahun", "umur 14", "umur 15"),
        ("s.d. 70 m2", "70 meter persegi", "71 m2"),
        (">70 s.d. 200 m²", "200 m2", "70 m2"),
        ("lebih dari 1.000 m2", "2 hektare", "900 m2"),
        ("Rp20 juta sampai dengan Rp75 juta", "Rp75.000.000", "Rp76 juta"),
        ("over 5 kg but not over 20 kg", "20 kg", "5 kg"),
        ("65 years and over", "aged 65", "aged 64"),
        ("4 days or less", "4 days", "5 days"),
        ("under five years", "4 years", "5 years"),
        ("≥ 5 km", "5 km", "4 km"),
        ("antara 3 dan 5 ekor", "4 ekor", "6 ekor"),
        ("60 tahun ke atas", "60 tahun", "59 tahun"),
        ("kurang dari 10 orang", "9 orang", "10 orang"),
    ],
)
def test_a_range_holds_what_lies_within_its_bounds(text: str, inside: str, outside: str) -> None:
    bracket = bracket_of(text)
    assert bracket is not None
    for said, holds in ((inside, True), (outside, False)):
        (amount,) = amounts_in(f"yang {said} bayar berapa?")
        assert (amount.unit, bracket.holds(amount.value)) == (bracket.unit, holds)


def test_a_lower_bound_has_the_scale_and_unit_of_the_upper_one() -> None:
    bracket = bracket_of("50-250 juta rupiah")
    assert bracket is not None
    assert (bracket.low, bracket.high, bracket.unit) == (Decimal(50_000_000), Decimal(250_000_000), "idr")


@pytest.mark.parametrize(
    ("text", "said", "holds"),
    [
        ("1 hari - 1 bulan", "10 hari", True),
        ("lebih dari 1 bulan", "10 hari", False),
        ("lebih dari 1 bulan", "30 hari", False),  # of some months
        ("lebih dari 60 hari", "3 bulan", True),
        ("kurang dari 1 tahun", "8 bulan", True),
    ],
)
def test_days_and_months_are_compared_where_any_month_would_do(text: str, said: str, holds: bool) -> None:
    bracket = bracket_of(text)
    assert bracket is not None
    (amount,) = amounts_in(said)
    assert bracket.takes(amount) is holds


def test_what_is_counted_stands_behind_the_figure() -> None:
    (few, many) = brackets_in("1 sampai 4 pekerja atau 20 pekerja atau lebih")
    (amount,) = amounts_in("usaha dengan 25 pekerja")
    assert few.noun == many.noun
    assert amount.nouns == {many.noun}
    assert (many.low, many.high) == (20, None)


@pytest.mark.parametrize("text", ["20 dari 30 orang hadir", "Pasal 3", "3 kg", "10 dan 20 kg", "1 Mei - 5 Juni"])
def test_what_is_no_range(text: str) -> None:
    assert brackets_in(text) == ()


@pytest.mark.parametrize(
    "text",
    ["terlambat lebih dari 60 menit", "tahun 2026", "satu setengah jam", "Peraturan Nomor 12", "untuk satu keluarga"],
)
def test_bounds_years_and_numbers_of_rules_are_no_amounts(text: str) -> None:
    assert amounts_in(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("telat 1 jam 20 menit", 4800, "second"),
        ("paket 3 kilo", 3000, "g"),
        ("rombongan 40 orang", 40, "orang"),
        ("100 square metres", 100, "m²"),
        ("an 8-year-old child", 96, "month"),
        ("omzet 600 juta", 600_000_000, ""),
    ],
)
def test_amounts_are_in_the_smallest_unit(text: str, value: int, unit: str) -> None:
    (amount,) = amounts_in(text)
    assert (amount.value, amount.unit) == (value, unit)


@pytest.mark.parametrize(
    ("name", "unit", "scale"),
    [("Omzet (juta rupiah)", "idr", 1_000_000), ("Berat (kg)", "g", 1000), ("Rp ribu", "idr", 1000), ("Kelas", "", 1)],
)
def test_the_name_of_a_column_gives_unit_and_scale(name: str, unit: str, scale: int) -> None:
    assert unit_and_scale(name) == (unit, scale)
