import pytest

from rag.language.quantities import Quantity, agrees, find_quantities


def found(text: str) -> list[tuple[str, str, str]]:
    return [(quantity.value, quantity.unit, quantity.qualifier) for quantity in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9.154 pekerja", [("9154", "", "")]),
        ("9,154 workers", [("9154", "", "")]),
        ("35,1 persen", [("35.1", "%", "")]),
        ("35.1%", [("35.1", "%", "")]),
        ("Rp2,37 triliun", [("2370000000000", "idr", "")]),
        ("US$ 1.5 billion", [("1500000000", "usd", "")]),
        ("1.234,5 ton", [("1234.5", "ton", "")]),
        ("dua belas bulan", [("12", "month", "")]),
        ("a 12-month course", [("12", "month", "")]),
        ("two hundred thousand", [("200000", "", "")]),
        ("dua ratus ribu", [("200000", "", "")]),
        ("lebih dari 200 ribu", [("200000", "", "more")]),
        ("fewer than 2,000", [("2000", "", "less")]),
        ("sekitar 7.000", [("7000", "", "about")]),
        ("No. 22 Tahun 2022", [("22", "no", ""), ("2022", "", "")]),
        ("salah satu program", []),
        ("with Japan as the main one.", []),
        ("the two sides met, kedua pihak bertemu", []),
        ("they add up to 8,671", [("8671", "", "")]),
        ("up to 8,671", [("8671", "", "less")]),
        ("seribu dua ratus lima puluh paket", [("1250", "", "")]),
        ("seribu lima ratus", [("1500", "", "")]),
        ("sejuta dua ratus ribu", [("1200000", "", "")]),
        ("paling lama tiga bulan", [("3", "month", "less")]),
        ("pupils younger than 17", [("17", "", "less")]),
        ("sekurang-kurangnya 5 kendaraan", [("5", "", "more")]),
        ("kelas 12 dan grade 12", []),
        ("KP2MI, N5", []),
        ("14 (empat belas) hari", [("14", "day", "")]),
        ("100 (seratus) orang, 5% (lima persen)", [("100", "", ""), ("5", "%", "")]),
    ],
)
def test_numbers_are_read_with_unit_and_bound(text, expected):
    assert found(text) == expected


def test_bounds_may_be_neither_dropped_nor_invented_and_about_may():
    plain, about, more, less = (Quantity(0, 1, "2000", "", bound) for bound in ("", "about", "more", "less"))
    assert agrees(plain, plain)
    assert agrees(plain, about)
    assert not agrees(plain, more)
    assert not agrees(more, plain)
    assert not agrees(less, more)


def test_the_same_number_of_another_unit_is_another_amount():
    assert not agrees(Quantity(0, 1, "3", "year"), Quantity(0, 1, "3", "month"))


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("1,700 kilograms", "1,7 ton"),
        ("14 hari", "dua pekan"),
        ("two years", "24 bulan"),
        ("from 8", "pukul 08.00"),
        ("aged 17", "berusia 17 tahun"),
        ("6,120 hectares", "6.120"),
    ],
)
def test_the_same_amount_may_be_told_in_another_unit_or_with_the_unit_left_out(said: str, source: str) -> None:
    assert agrees(next(find_quantities(said)), next(find_quantities(source)))


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("1.700 ton", "1.700 kilogram"),
        ("35 persen", "35 orang"),
        ("nomor 35", "35 orang"),
        ("12 hari", "12 jam"),
        ("pukul 08.30", "pukul 08.00"),
        ("30 days", "1 bulan"),
    ],
)
def test_another_amount_is_not_taken_for_the_same(said: str, source: str) -> None:
    assert not agrees(next(find_quantities(said)), next(find_quantities(source)))
