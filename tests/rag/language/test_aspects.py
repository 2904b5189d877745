"""Measures and sides of one thing, of which none tells another."""

import pytest

from rag.language.aspects import aspect_asked, tells_other


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        ("Berapa lebar kanal itu?", "Kanal digali sepanjang 900 meter.", True),
        ("lebarnya berapa meter?", "Kanal digali sepanjang 900 meter.", True),
        ("Berapa panjang kanal itu?", "Kanal digali sepanjang 900 meter.", False),
        ("How deep is the basin?", "The basin is 40 metres wide.", True),
        ("How deep is the basin?", "The basin is 40 metres wide and 3 metres deep.", False),
        ("Berapa panjang ruas itu?", "Ruas Tebing Tinggi-Kisaran (47,6 km) selesai.", False),
        ("Berapa panjang ruas itu?", "Tebing itu tingginya sekitar 47 meter.", True),
        ("jam berapa kapal tiba?", "Kapal berangkat pukul 07.10.", True),
        ("Berapa kurs jual dolar?", "Kurs beli dolar 15.900", True),
        ("Berapa laba bersih koperasi?", "Laba kotor koperasi 80 juta", True),
        ("Kapan pendaftaran ditutup?", "Pendaftaran dibuka 3 Juni.", True),
        ("Kapan pendaftaran ditutup?", "Pendaftaran dibuka 3 Juni sampai 9 Juni.", False),
    ],
)
def test_another_measure_or_side_is_no_answer(question: str, text: str, other: bool) -> None:
    asked = aspect_asked(question)
    assert asked is not None
    assert tells_other(asked, text) is other


@pytest.mark.parametrize(
    "question",
    [
        "Berapa harga kain tebal di pasar?",  # it is only called so
        "Rumah dengan luas 90 meter persegi bayar berapa?",
        "Berapa selisih harga beli dan harga jual?",
    ],
)
def test_what_a_thing_is_called_by_is_not_asked_for(question: str) -> None:
    assert aspect_asked(question) is None
