import time

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


def test_twice_the_text_takes_about_twice_the_time() -> None:
    text = "Pasal 5 ayat 2: denda Rp500.000 (lima ratus ribu rupiah) atau 3 bulan kurungan. "

    def seconds(times: int) -> float:
        begun = time.process_time()
        assert sum(1 for _ in find_quantities(text * times))
        return time.process_time() - begun

    once, fourfold = (min(seconds(times) for _ in range(3)) for times in (150, 600))
    assert fourfold < 8 * once  # it was 16 times as long
