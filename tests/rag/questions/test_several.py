from datetime import date

import pytest

from rag.questions.several import parts_of
from rag.types import Language, Question

TODAY = date(2026, 11, 22)


def apart(text: str) -> list[tuple[str, str]]:
    return [(asked, part.text) for asked, part in parts_of(Question(text, Language.INDONESIAN), TODAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "gmn cara ikut pelatihan, brp lama?",
            [
                ("gmn cara ikut pelatihan", "bagaimana cara ikut pelatihan?"),
                ("brp lama", "berapa lama (cara ikut pelatihan)?"),
            ],
        ),
        (
            "Siapa Gubernur Lampung dan apa jabatan M. Firsada?",
            [
                ("Siapa Gubernur Lampung", "Siapa Gubernur Lampung?"),
                ("apa jabatan M. Firsada", "apa jabatan M. Firsada?"),
            ],
        ),
        (
            "Apa itu Desa Siaga? Desa mana saja yang masuk?",
            [
                ("Apa itu Desa Siaga", "Apa itu Desa Siaga?"),
                ("Desa mana saja yang masuk", "Desa mana saja yang masuk?"),
            ],
        ),
        (
            "gmn cara ikut pelatihan, brp lama? gajinya brp?",
            [
                ("gmn cara ikut pelatihan", "bagaimana cara ikut pelatihan?"),
                ("brp lama", "berapa lama (cara ikut pelatihan)?"),
                ("gajinya brp", "gajinya berapa (cara ikut pelatihan)?"),
            ],
        ),
        (
            "apa saja syaratnya trus daftarnya dmn",
            [
                ("apa saja syaratnya", "apa saja syaratnya?"),
                ("daftarnya dmn", "daftarnya di mana (syaratnya)?"),
            ],
        ),
        (
            "Who signed the agreement and when?",
            [("Who signed the agreement", "Who signed the agreement?"), ("when", "when (signed the agreement)?")],
        ),
    ],
)
def test_each_of_several_questions_stands_alone(text: str, expected: list[tuple[str, str]]) -> None:
    assert apart(text) == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Kapan dan di mana pertemuan diadakan?", ("Kapan", "Kapan pertemuan diadakan?")),
        ("When and where was the meeting held?", ("When", "When was the meeting held?")),
    ],
)
def test_a_mere_question_word_asks_about_what_follows(text: str, first: tuple[str, str]) -> None:
    assert apart(text)[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "Berapa lama izin warung dan kios?",
        "Menurut data BPS tahun 2024, berapa jumlah pengangguran di Lampung?",
        "Selain gubernur, siapa yang menandatangani perjanjian?",
        "Berapa guru di Jambi, Riau dan Bali?",
        "Apa nama hotel, kota dan negara tempat pertemuan?",
        "Izin warung",
        "?,?,?",
        "",
        "Apa ini? Apa itu? Siapa dia? Kapan ya? Di mana?",  # a list that was pasted
    ],
)
def test_one_question_is_left_whole(text: str) -> None:
    assert apart(text) == []


def test_a_very_long_text_is_looked_through_quickly() -> None:
    assert apart("apa, " * 20_000) == []
