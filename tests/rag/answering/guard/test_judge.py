"""What a judge is asked, and what it decides beside the rules and the curve."""

from collections.abc import Sequence

import pytest

from rag.answering.guard.guard import Guard
from rag.answering.guard.objections import Reason
from rag.answering.guard.wording import Curve
from tests.rag.answering.fakes import AlikeEncoder
from tests.rag.answering.guard.test_guard import CLINIC, COUNCIL, CURVE, GUARD, passage


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
    ("sentence", "margin", "reason"),
    [(SAID[0], 2.0, None), (SAID[0], 1.2, Reason.JUDGED), (SAID[1], 2.5, None), (SAID[1], 1.2, Reason.JUDGED)],
)
@pytest.mark.parametrize("wording", [-2.0, 2.0])
def test_a_judge_decides_where_no_rule_objects_whatever_the_curve_says(sentence, wording, margin, reason):
    """The curve says .12 or .88, whatever is said."""
    same_of_all = Curve(wording, (0.0,) * 6)
    assert Guard(AlikeEncoder(), same_of_all, Judging(margin)).check(sentence, [CLINIC]).reason is reason
    assert Guard(AlikeEncoder(), same_of_all).check(sentence, [CLINIC]).passed is (wording > 0)


def test_the_judge_is_not_asked_about_lists():
    cited = [passage("Yang hadir:\n- Rina Wati, Bupati Cilacap\n- Tono Hadi, Bupati Banyumas")]
    assert Guard(AlikeEncoder(), CURVE, Judging(-3.0)).check("Rina Wati is the regent of Cilacap.", cited).passed


BANK = passage("Nasabah Bank Lestari bebas biaya, dan kreditnya paling banyak Rp75 juta.")
MOVED = passage("Dinas memindahkan fokus dari loket manual ke loket daring.")
HOPED = passage("Jembatan itu diharapkan mempercepat pertumbuhan ekonomi desa.")
UNLIKELY = Curve(-2.0, (0.0,) * 6)


@pytest.mark.parametrize(
    ("sentence", "objected"),
    [
        ("Nasabah Bank Lestari tidak membayar biaya.", Reason.NEGATION),
        ("Bank Lestari memberi kredit Rp75 juta.", Reason.NUMBER),
    ],
)
def test_a_judge_that_is_sure_enough_outweighs_denials_and_bounds(sentence, objected):
    """Without a judge the rule decides, and beside one that is not sure."""
    assert Guard(AlikeEncoder(), UNLIKELY).check(sentence, [BANK]).reason is objected
    unsure, sure = (Guard(AlikeEncoder(), UNLIKELY, Judging(margin)) for margin in (1.0, 4.0))
    assert unsure.check(sentence, [BANK]).reason in (Reason.NEGATION, Reason.BOUND)
    assert sure.check(sentence, [BANK]).passed


def test_of_two_sentences_together_no_rule_is_outweighed():
    """Each lacks a name of the other's, and neither denies anything."""
    two = passage("Koperasi Melati bebas biaya. Pasar Kenanga punya 385 kios.")
    sentence = "Koperasi Melati tidak memungut biaya, Pasar Kenanga punya 385 kios."
    assert not Guard(AlikeEncoder(), CURVE, Judging(9.0)).check(sentence, [two]).passed


def test_in_english_it_needs_to_be_surer_than_where_no_rule_objects():
    guard = Guard(AlikeEncoder(), UNLIKELY, Judging(2.0))
    assert guard.check("Customers of Bank Lestari are free of cost.", [BANK]).passed
    assert guard.check("Customers of Bank Lestari do not pay any cost.", [BANK]).reason is Reason.NEGATION


@pytest.mark.parametrize(
    ("sentence", "cited", "objected"),
    [
        ("Puskesmas Melati memeriksa 7.381 balita.", CLINIC, Reason.NUMBER),
        ("Puskesmas Kenanga memeriksa 7.318 balita.", CLINIC, Reason.NAME),
        ("Desa dengan balita terbanyak adalah Sukajadi dengan 1.265 anak.", CLINIC, Reason.NUMBER_MOVED),
        ("Kepala Dinas Perhubungan adalah Rina Wati.", COUNCIL, Reason.OFFICE),
        (
            "Dinas memindahkan fokus dari loket daring ke loket manual.",
            passage("Dinas memindahkan fokus dari loket manual ke loket daring."),
            Reason.DIRECTION,
        ),
        (
            "Jembatan itu mempercepat pertumbuhan ekonomi desa.",
            passage("Jembatan itu diharapkan mempercepat pertumbuhan ekonomi desa."),
            Reason.HOPE,
        ),
    ],
)
def test_no_judge_outweighs_another_rule(sentence, cited, objected):
    assert Guard(AlikeEncoder(), UNLIKELY, Judging(9.0)).check(sentence, [cited]).reason is objected
