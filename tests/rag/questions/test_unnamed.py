import pytest

from rag.questions.understanding import read
from rag.types import Language, Question


def unnamed(text: str) -> str | None:
    return read(Question(text, Language.INDONESIAN)).unnamed


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("Berapa tarif parkir di Pasar Sukamaju?", "Berapa tarif parkir?"),
        ("brp hari libur sekolah di bandar lampung?", "berapa hari libur sekolah?"),
        ("Berapa lama libur sekolah di Kabupaten Lampung Timur?", "Berapa lama libur sekolah?"),
        ("Siapa yang menandatangani ijazah Universitas Rawa Biru?", "Siapa yang menandatangani ijazah?"),
    ],
)
def test_what_is_to_be_told_is_left_without_names_and_places(asked: str, left: str) -> None:
    assert unnamed(asked) == left


@pytest.mark.parametrize(
    "asked",
    [
        "Berapa tarif parkir?",  # names nothing
        "Siapa bupati Way Kanan?",  # too little is left
        "Berapa lama SIM berlaku setelah dicetak?",  # an everyday abbreviation is a thing
    ],
)
def test_a_question_that_names_nothing_or_little_else_is_left_as_it_is(asked: str) -> None:
    assert unnamed(asked) is None
