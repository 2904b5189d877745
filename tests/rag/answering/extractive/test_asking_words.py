"""Words that ask, and tell no row from another."""

from rag.answering.extractive.asking_words import asked_by, units_asked, units_for_one
from rag.language.question_kinds import AnswerType
from rag.language.stems import stem
from tests.rag.answering.extractive.tables import Page


def test_figures_below_a_heading_about_prices_are_asked_for_by_what_is_paid() -> None:
    fares = Page("Passenger|Weekday|Weekend", "Child|4,000|6,000")
    assert "bayar" in asked_by(AnswerType.MONEY, fares.table, frozenset({"idr"}), fares.words)
    assert "bayar" not in asked_by(AnswerType.MONEY, fares.table, frozenset({"passenger"}), fares.words)
    assert not asked_by(AnswerType.NUMBER, fares.table, frozenset({"idr"}), fares.words)


def test_a_unit_is_asked_of_a_table_that_gives_none() -> None:
    catch = Page("Fish|Q1 2025|Change (%)", "Tuna|41.6|+2.5")
    assert units_asked("Berapa ribu ton tuna?", catch.table) == {"ribu", "ton"}
    feed = Page("Ikan|Pakan (kg)", "Lele|41")
    assert units_asked("Berapa ton pakan lele?", feed.table) == frozenset()
    assert units_asked("tuna kena berapa?", catch.table) == frozenset()


def test_one_of_a_unit_says_the_unit() -> None:
    assert stem("bulan") in units_for_one("sebulan")
    assert stem("bulan") in units_for_one("monthly")
    assert units_for_one("sedang") == frozenset()


def test_a_night_is_let_by_the_day_and_per_is_written_with_its_unit_as_one() -> None:
    assert {stem("hari"), stem("perhari")} <= units_for_one("semalam")
    assert stem("perbulan") in units_for_one("sebulan")
