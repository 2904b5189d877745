from collections.abc import Sequence

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
from tests.rag.answering.extractive.checks.looking import asked

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
    assert short_answer(asked("Berapa lama?"), scored(("Pelatihan itu 3 bulan.", "3 bulan", 9.0))).text == "3 bulan"


def test_one_with_a_strong_rival_is_left_to_the_quote() -> None:
    alone = scored(("Pelatihan itu 3 bulan.", "3 bulan", 0.5))
    assert short_answer(asked("Berapa lama?"), alone).text == "3 bulan"
    rivalled = scored(("Pelatihan itu 3 bulan.", "3 bulan", 0.5), ("Magang itu 12 bulan.", "12 bulan", 5.0))
    assert short_answer(asked("Berapa lama?"), rivalled).text is None


def test_without_a_span_or_a_sentence_there_is_none() -> None:
    assert short_answer(asked("Berapa lama?"), ()).text is None
    assert short_answer(asked("Berapa lama?"), scored(("Pelatihan itu 3 bulan.", "3 bulan", -1.0))).text is None


def test_a_check_that_objects_is_named() -> None:
    told = scored(("Mereka bekerja di sektor formal.", "formal", 9.0))
    short = short_answer(asked("Apakah mereka bekerja di sektor formal?"), told, calibration=TRUSTING)
    assert (short.text, [reason.check for reason in short.objections]) == (None, ["choice"])
    assert short_answer(asked("Di sektor apa mereka bekerja?"), told, calibration=TRUSTING).text == "formal"


def test_one_that_is_not_sure_enough_says_how_sure_it_is() -> None:
    rivalled = scored(("Pelatihan itu 3 bulan.", "3 bulan", 0.5), ("Magang itu 12 bulan.", "12 bulan", 5.0))
    (reason,) = short_answer(asked("Berapa lama?"), rivalled).objections
    # 1 / (1 + e^-(.47 + .18 * .5 + .27 * (.5 - 5)))
    assert (reason.check, reason.detail) == ("short_confidence", "0.34")


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
