"""What a question takes for granted and no text names."""

import pytest

from rag.answering.extractive.checks.missing_events import MissingEvents
from rag.answering.extractive.checks.missing_places import MissingPlaces
from rag.answering.extractive.checks.missing_years import MissingYears
from rag.answering.extractive.checks.unknown_words import UnknownWords
from rag.answering.extractive.facts import Told
from tests.rag.answering.extractive.checks.looking import asked, missing


def test_a_place_no_text_names_is_missing_in_whichever_language() -> None:
    told = "Tujuan terbanyak Taiwan dan Jepang."
    assert missing(MissingPlaces(), "How many went to Japan?", told) == ()
    assert missing(MissingPlaces(), "Berapa orang ke korea selatan dan Taiwan?", told) == ("korea selatan",)


def test_places_may_be_named_by_different_texts() -> None:
    assert missing(MissingPlaces(), "Berapa orang ke Korea Selatan dan Taiwan?", "Ke Taiwan.", "Korea Selatan") == ()


def test_the_country_itself_need_not_be_named() -> None:
    told = "Produksi jagung nasional pada 2025 mencapai 16,5 juta ton."
    assert missing(MissingPlaces(), "Berapa produksi jagung Indonesia pada 2025?", told) == ()
    assert missing(MissingPlaces(), "How much maize did Malaysia harvest?", told) == ("Malaysia",)


def test_a_year_no_text_names_is_missing() -> None:
    texts = ("Data BPS tahun 2024.", "terbit 2025-11-04")
    assert missing(MissingYears(), "Berapa pada tahun 2020, 2024 dan 2025?", *texts) == ("2020",)
    assert missing(MissingYears(), "Berapa pada tahun 1998?", "Dibuka 17/08/98.") == ()


def test_an_amount_is_not_a_year() -> None:
    assert missing(MissingYears(), "Apakah 2.000 alumni mendaftar?") == ()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Mengapa pertemuan di Kuala Lumpur dibatalkan?", ("dibatalkan",)),
        ("Why did they cancel the meeting?", ("cancel",)),
        ("knp jateng mundur dr kerja sama?", ("mundur",)),
        ("Who refused to sign?", ("refused",)),
        ("Mengapa kerja sama itu berhenti?", ()),
        ("Why did the cooperation stop?", ()),
        ("Di mana pertemuan berlangsung?", ()),
    ],
)
def test_an_event_no_text_tells_of_is_missing_in_either_language(question: str, expected: tuple[str, ...]) -> None:
    texts = ("Pertemuan itu berlangsung di Kuala Lumpur.", "Kerja sama ini tidak berhenti pada penandatanganan.")
    assert missing(MissingEvents(), question, *texts) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("asdfghjkl", True),
        ("besok ujan ga?", True),
        ("Combien de bateaux ont quitté le quai ?", True),
        ("Siapa yang membuka pasar itu?", False),
        ("Who opened the market?", False),  # by the glossary
        ("Kapan itu?", False),  # nothing but words for asking
    ],
)
def test_a_question_of_which_no_text_has_a_word_is_objected_to(question: str, expected: bool) -> None:
    told = Told.by(["Bupati membuka Pasar Sukamaju pada hari Sabtu.", "Pasar Sukamaju"])
    assert (UnknownWords().objects(asked(question), told) is not None) is expected
