"""Events that a question takes for granted."""

import pytest

from rag.answering.extractive.checks.premises import missing_events, missing_figures

TEXTS = ("Pertemuan itu berlangsung di Kuala Lumpur.", "Kerja sama ini tidak berhenti pada penandatanganan.")


@pytest.mark.parametrize(
    ("question", "missing"),
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
def test_an_event_no_text_tells_of_is_missing_in_either_language(question: str, missing: tuple[str, ...]) -> None:
    assert missing_events(question, TEXTS) == missing


def test_words_that_only_look_alike_are_no_event() -> None:
    assert missing_events("Is a urban bank open in Bandar Lampung?", ("Apa pun.",)) == ()
    assert missing_events("Apa itu Kabupaten Tolaki?", ("Apa pun.",)) == ()


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Why was the programme cut from 12 months to 6 months?", ("6 months",)),
        ("Kenapa dipotong jadi 6 bulan?", ("6 bulan",)),
        ("Mengapa lamanya 12 bulan?", ()),
        ("Mengapa lamanya dua belas bulan?", ()),
        ("Why does it last 24 months?", ()),  # two years
        ("Mengapa 3 gubernur bertemu?", ()),  # a count may be told in other ways
        ("Why does it take more than 6 months?", ()),
        ("Apakah bisa 6 bulan saja?", ()),
        ("Why is it free?", ()),
    ],
)
def test_a_figure_of_a_why_must_stand_in_some_text(question: str, missing: tuple[str, ...]) -> None:
    assert missing_figures(question, ("Lamanya 12 bulan.", "Magangnya dua tahun.")) == missing
