from collections.abc import Sequence

import pytest

from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.scoring import Scored, Signals
from rag.answering.extractive.short_answers import (
    ShortCalibration,
    ahead_of_rivals,
    margin_of,
    probability,
    short_answer,
)
from rag.models.reader import ReadSpan
from rag.types import Hit, Method, Passage

TRUSTING = ShortCalibration(bias=9.0)


def scored(*told: tuple[str, str, float]) -> Sequence[Scored]:
    """(sentence, span in it, margin) of passages, best first."""
    found = []
    for number, (sentence, span, margin) in enumerate(told):
        passage = Passage(f"d#{number}", f"d{number}", 0, len(sentence), sentence, "Judul")
        hit = Hit(passage, 1.0, (Method.DENSE,))
        read = ReadSpan(sentence.index(span), sentence.index(span) + len(span), margin)
        found += [Scored(one, Signals(1, 1, 1, 1, 1), 1.0, read) for one in candidates([hit])]
    return found


def test_a_surely_read_span_is_shown() -> None:
    assert short_answer("Berapa lama?", scored(("Pelatihan itu 3 bulan.", "3 bulan", 9.0)), several=False) == "3 bulan"


def test_one_with_a_strong_rival_is_left_to_the_quote() -> None:
    alone = scored(("Pelatihan itu 3 bulan.", "3 bulan", 0.5))
    assert short_answer("Berapa lama?", alone, several=False) == "3 bulan"
    rivalled = scored(("Pelatihan itu 3 bulan.", "3 bulan", 0.5), ("Magang itu 12 bulan.", "12 bulan", 5.0))
    assert short_answer("Berapa lama?", rivalled, several=False) is None


def test_without_a_span_or_a_sentence_there_is_none() -> None:
    assert short_answer("Berapa lama?", (), several=False) is None
    assert short_answer("Berapa lama?", scored(("Pelatihan itu 3 bulan.", "3 bulan", -1.0)), several=False) is None


@pytest.mark.parametrize(
    ("question", "several", "expected"),
    [
        ("Di sektor apa mereka bekerja?", False, "formal"),
        ("Di sektor apa saja mereka bekerja?", True, None),  # one is no list
        ("Apakah mereka bekerja di sektor formal?", False, None),  # neither yes nor no
        ("Do they work in the formal sector?", False, None),
        ("Apakah mereka bekerja di sektor formal atau tidak?", False, None),
        ("Apa mereka bekerja di sana?", False, None),
        ("Isn't that formal?", False, None),
        ("Di sektor formal atau informal?", False, "formal"),
        ("Di kota atau desa?", False, None),  # names neither
        ("Apakah di Jawa Tengah atau Jawa Barat?", False, None),
        ("Can you tell me where they work?", False, "formal"),
        ("How do workers or trainees work?", False, "formal"),
        ("Apa tujuan mereka?", False, "formal"),
    ],
)
def test_a_span_that_cannot_be_what_was_asked_is_not_shown(question: str, several: bool, expected: str | None) -> None:
    told = scored(("Mereka bekerja di sektor formal.", "formal", 9.0))
    assert short_answer(question, told, several, TRUSTING) == expected


def test_a_rival_is_what_says_something_else() -> None:
    same = scored(("Pelatihan itu 3 bulan.", "3 bulan", 4.0), ("Lamanya 3 bulan saja.", "3 bulan", 3.0))
    other = scored(("Pelatihan itu 3 bulan.", "3 bulan", 4.0), ("Magangnya 12 hari penuh.", "12 hari", 3.0))
    assert margin_of(same) == margin_of(other) == 4.0
    assert (ahead_of_rivals(same), ahead_of_rivals(other)) == (6.0, 1.0)


def test_the_probability_is_logistic() -> None:
    assert probability(0, 0, ShortCalibration(bias=0)) == 0.5
    assert probability(5, 0, ShortCalibration()) < probability(5, 3, ShortCalibration())


def test_margins_beyond_the_clip_are_equal() -> None:
    both = scored(("Pelatihan itu 3 bulan.", "3 bulan", 15.0), ("Magangnya 12 hari penuh.", "12 hari", 13.0))
    assert ahead_of_rivals(both) == 0.0


@pytest.mark.parametrize(
    ("span", "shown"), [("Drs. H. Ahmad, M.Si.", False), ("Rp1,5 juta", False), ("kopi, lada", True)]
)
def test_a_list_has_members(span: str, shown: bool) -> None:
    told = scored((f"Di sana ada {span} semuanya.", span, 9.0))
    assert (short_answer("Ada apa saja?", told, True, TRUSTING) == span) is shown


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Berapa orang ke Singapura dan Jepang?", False),
        ("How many went to Singapore, Japan and Taiwan?", False),
        ("Berapa orang ke Jepang?", True),
        ("Berapa orang dari Lampung ke Jepang?", True),
        ("Apa yang dibahas Lampung dan Malaysia?", True),
    ],
)
def test_one_figure_is_no_answer_for_two_places(question: str, shown: bool) -> None:
    told = scored(("Ke Singapura 616 orang dan ke Jepang 385 orang.", "385 orang", 9.0))
    assert (short_answer(question, told, False, TRUSTING) is not None) is shown
