"""What a judge is asked, and what it decides beside the rules and the curve."""

from collections.abc import Sequence

import pytest

from rag.answering.guard.guard import Guard
from rag.answering.guard.objections import Reason
from rag.answering.guard.wording import Curve
from tests.rag.answering.fakes import AlikeEncoder
from tests.rag.answering.guard.test_guard import CLINIC, COUNCIL, CURVE, GUARD, SCHOOL, passage


class Judging:
    """A judge that says the same of everything."""

    def __init__(self, margin: float) -> None:
        self.margin = margin
        self.quotes: list[str] = []

    def margins(self, statement: str, quotes: Sequence[str]) -> tuple[float, ...]:
        self.quotes += quotes
        return tuple(self.margin for _ in quotes)


def test_the_judge_has_the_last_word_on_what_the_rules_let_pass():
    sentence = "Puskesmas Melati memeriksa 7.318 balita."
    assert Guard(AlikeEncoder(), CURVE, Judging(3.0)).check(sentence, [CLINIC]).passed
    refused = Guard(AlikeEncoder(), CURVE, Judging(-3.0)).check(sentence, [CLINIC])
    assert (refused.reason, refused.margin) == (Reason.JUDGED, -3.0)


def test_the_judge_is_not_asked_about_what_the_rules_stop():
    judge = Judging(3.0)
    assert Guard(AlikeEncoder(), judge=judge).check("Puskesmas Melati memeriksa 7.381 balita.", [CLINIC]).reason
    assert not judge.quotes


def test_the_judge_sees_what_a_sentence_leans_on():
    judge = Judging(3.0)
    guard = Guard(AlikeEncoder(), CURVE, judge)
    guard.check(
        "Rina Wati menyampaikan kendala pupuk.", [passage("Bupati Rina Wati hadir. Ia menyampaikan kendala pupuk.")]
    )
    assert judge.quotes[0] == "Bupati Rina Wati hadir. Ia menyampaikan kendala pupuk."


def test_what_two_denials_deny_in_other_words_is_left_to_the_judge():
    cited = [passage("Pedagang tidak dikenai pungutan di Pasar Melati.")]
    sentence = "Di Pasar Melati tidak ada biaya bagi penjual."
    assert GUARD.check(sentence, cited).reason is Reason.NEGATION
    lenient = Curve(0.0, (1.0, 0.0, 0.0, 0.0, 0.0, 0.0))
    assert Guard(AlikeEncoder(), lenient, Judging(3.0)).check(sentence, cited).passed


SAID = ("Puskesmas Melati memeriksa 7.318 balita.", "Melati health centre examined 7,318 toddlers.")


@pytest.mark.parametrize(
    ("sentence", "wording", "margin", "reason"),
    [
        (SAID[0], -2.0, 1.0, None),
        (SAID[0], 2.0, 0.4, Reason.JUDGED),
        (SAID[1], 2.0, 1.0, None),
        (SAID[1], -2.0, 1.0, Reason.JUDGED),
        (SAID[1], -2.0, 2.0, None),
    ],
    ids=["sure", "not sure", "sure of English", "English worded freely", "surer"],
)
def test_a_judge_decides_where_no_rule_objects_and_the_curve_weighs_in(sentence, wording, margin, reason):
    """The curve says .12 and .88, whatever is said."""
    same_of_all = Curve(wording, (0.0,) * 6)
    assert Guard(AlikeEncoder(), same_of_all, Judging(margin)).check(sentence, [CLINIC]).reason is reason
    assert Guard(AlikeEncoder(), same_of_all).check(sentence, [CLINIC]).passed is (wording > 0)


def test_the_judge_is_not_asked_about_lists():
    cited = [passage("Yang hadir:\n- Rina Wati, Bupati Cilacap\n- Tono Hadi, Bupati Banyumas")]
    assert Guard(AlikeEncoder(), CURVE, Judging(-3.0)).check("Rina Wati is the regent of Cilacap.", cited).passed


BANK = passage("Bank Lestari tidak memungut biaya dari nasabah Desa Melati.")


@pytest.mark.parametrize(
    ("sentence", "cited", "objected"),
    [
        ("Nasabah Desa Melati dilayani Bank Lestari dengan gratis.", BANK, Reason.NEGATION),
        ("Dinas memindahkan fokus dari loket daring ke loket manual.", SCHOOL, Reason.DIRECTION),
        ("Jembatan itu mempercepat pertumbuhan ekonomi desa.", COUNCIL, Reason.HOPE),
        ("Desa dengan balita terbanyak adalah Sukajadi dengan 1.265 anak.", CLINIC, Reason.NUMBER_MOVED),
    ],
)
def test_a_judge_that_is_sure_enough_outweighs_rules_about_small_words(sentence, cited, objected):
    """It needs to be surer than where no rule objects; without it the rule decides."""
    unlikely = Curve(-2.0, (0.0,) * 6)
    assert Guard(AlikeEncoder(), unlikely).check(sentence, [cited]).reason is objected
    unsure, sure = (Guard(AlikeEncoder(), unlikely, Judging(margin)) for margin in (1.0, 9.0))
    assert unsure.check(sentence, [cited]).reason is objected
    assert sure.check(sentence, [cited]).passed


@pytest.mark.parametrize(
    ("sentence", "objected"),
    [
        ("Puskesmas Melati memeriksa 7.381 balita.", Reason.NUMBER),
        ("Puskesmas Kenanga memeriksa 7.318 balita.", Reason.NAME),
        ("Desa dengan balita terbanyak adalah Wonosari dengan 2.140 anak dari Korea.", Reason.WORDS),
    ],
)
def test_no_judge_outweighs_rules_about_figures_names_and_places(sentence, objected):
    judge = Judging(9.0)
    assert Guard(AlikeEncoder(), CURVE, judge).check(sentence, [CLINIC]).reason is objected
    assert not judge.quotes
