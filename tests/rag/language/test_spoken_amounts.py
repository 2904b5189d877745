import pytest

from rag.language.quantities import agrees, find_quantities, implied


def amounts(text: str) -> list[tuple[str, str]]:
    return [(one.value, one.unit) for one in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ship returns at 1.30 pm.", "13.30"),
        ("It sails at 8:15 a.m. each day", "8.15"),
        ("It opens at 12 am", "0"),
        ("It closes at 12 pm", "12"),
        ("It sails at half past one in the afternoon.", "13.30"),
        ("It sails at a quarter to nine at night.", "20.45"),
        ("The ban lifts at eight in the evening.", "20"),
        ("Doors open at seven o'clock in the morning.", "7"),
        ("Loket tutup pukul 3 sore.", "15"),
        ("Loket tutup jam setengah dua siang.", "13.30"),
        ("Loket buka pukul 07.30 pagi", "7.30"),
        ("Ronda mulai jam sepuluh malam.", "22"),
    ],
)
def test_a_clock_of_twelve_hours_is_read_as_one_of_twenty_four(text, value):
    assert amounts(text) == [(value, "")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mereka menginap 8 malam.", "8"),
        ("Rapat pukul 13.30 siang", "13.30"),
        ("1,5 in the morning paper", "1.5"),
        ("Loket 12 jam 15 menit", "12"),
    ],
)
def test_what_is_no_such_time_stays_what_it_was(text, value):
    assert amounts(text)[0][0] == value


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Tamu wajib lapor dalam 2 x 24 jam.", ("48", "hour")),
        ("Tamu wajib lapor 1x24 jam.", ("24", "hour")),
        ("Be there three quarters of an hour early.", ("45", "minute")),
        ("Tunggu setengah jam.", ("30", "minute")),
        ("Tiga perempat biaya dikembalikan.", ("75", "%")),
        ("Gelombang dua setengah meter.", ("2.5", "m")),
        ("Gajinya dua setengah juta rupiah.", ("2500000", "idr")),
        ("It is one and a half million rupiah.", ("1500000", "idr")),
        ("A two-per-cent surcharge is added.", ("2", "%")),
    ],
)
def test_amounts_in_words_of_their_own(text, amount):
    assert amounts(text) == [amount]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("The manager answers within a week.", "Pengelola menjawab dalam tujuh hari."),
        ("SIM yang lewat sehari tidak diperpanjang.", "Lewat satu hari saja tidak diperpanjang."),
        ("Penumpang muda membayar separuh harga.", "They pay 50 percent."),
    ],
)
def test_a_source_implies_amounts_that_nobody_need_repeat(source, said):
    assert any(agrees(one, other) for one in find_quantities(said) for other in implied(source))
    assert not amounts(source)


def test_a_bound_can_be_left_out_of_the_comparison():
    most, more = (next(find_quantities(text)) for text in ("paling banyak 900 watt", "above 900 watts"))
    assert not agrees(more, most)
    assert agrees(more, most, bounded=False)
