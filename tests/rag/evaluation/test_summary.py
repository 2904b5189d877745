import pytest

from rag.evaluation.summary import GROUPINGS, Measure, by_group, share, summarise
from tests.rag.evaluation.fakes import gold_question, item, refused, right, wrong

ITEMS = (right("a"), wrong("b"), refused("c", answerable=True), refused("d", answerable=False))


def test_shares_are_taken_over_the_questions_they_concern() -> None:
    figures = summarise(ITEMS)
    assert figures["correct"].value == 2 / 4
    assert (figures["answered_right"].value, figures["answered_right"].count) == (1 / 3, 3)
    assert (figures["refused_right"].value, figures["refused_right"].count) == (1.0, 1)


def test_refusal_figures_of_hand_counted_items() -> None:
    figures = summarise(ITEMS)
    assert figures["refusal_precision"].value == 1 / 2  # c and d refused, only d should be
    assert figures["refusal_recall"].value == 1.0
    assert figures["refusal_f1"].value == pytest.approx(2 / 3)


def test_retrieval_is_averaged_over_questions_with_documents() -> None:
    figures = summarise(ITEMS)
    assert figures["hit@1"] == Measure(pytest.approx(2 / 3), 3)
    assert figures["mrr@10"].value == pytest.approx((1 + 1 / 2 + 1) / 3)


def test_a_quote_that_is_not_in_its_place_lowers_exactness() -> None:
    # the quote of `right` starts at 0 as claimed; that of `wrong` does not
    assert summarise(ITEMS)["exact_quotes"] == Measure(1 / 2, 2)


def test_calibration_is_over_answered_questions() -> None:
    figures = summarise((right("a", confidence=0.9), wrong("b", confidence=0.5), refused("c", answerable=False)))
    # coverage 1/3 at risk 0, then 2/3 at risk 1/2
    assert figures["risk_area"].value == pytest.approx((1 / 3 * 1 / 2) / (2 / 3))
    assert figures["calibration_error"].value == pytest.approx((0.1 + 0.5) / 2)


def test_latency_percentiles_of_known_times() -> None:
    items = tuple(right(str(number), total_ms=float(number)) for number in range(1, 21))
    figures = summarise(items)
    assert (figures["latency_p50_ms"].value, figures["latency_p95_ms"].value) == (10.0, 19.0)


def test_nothing_gives_no_figure_rather_than_zero() -> None:
    assert all(measure == Measure(None, 0) for measure in summarise(()).values())


def test_wilson_interval_of_eight_in_ten() -> None:
    # Wilson 1927 for 8/10 at 95 %: .4902 to .9433
    measure = share([True] * 8 + [False] * 2)
    assert (measure.low, measure.high) == (pytest.approx(0.4902, abs=1e-4), pytest.approx(0.9433, abs=1e-4))


def test_items_are_grouped_by_language_kind_source_spelling_and_split() -> None:
    everyday = item(gold_question("e", everyday=True, split="held"), {**right("x").answer})
    groups = {name: list(by_group((*ITEMS, everyday), group_of)) for name, group_of in GROUPINGS.items()}
    assert groups == {
        "language": ["id"],
        "kind": ["near_miss", "number"],
        "source": ["d.md"],
        "spelling": ["everyday", "standard"],
        "split": ["dev", "held"],
    }
