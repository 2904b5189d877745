import pytest

from rag.errors import BadInput
from rag.evaluation.compare import bootstrap_interval, compare_runs, paired_difference, permutation_test, sign_test
from tests.rag.evaluation.fakes import answer_json, gold_question, item, refused, right, run, wrong


def test_wins_and_losses_are_named_by_question() -> None:
    before = run(right("a"), wrong("b"), wrong("c"), right("d"))
    after = run(right("a"), right("b"), right("c"), wrong("d"))
    comparison = compare_runs(before, after)
    assert (comparison.wins, comparison.losses) == (("b", "c"), ("d",))
    assert (comparison.before, comparison.after) == (2 / 4, 3 / 4)
    assert comparison.p_value == 1.0  # one of three or more extreme, twice: 2 * (1 + 3) / 8


def test_new_gone_and_changed_questions_are_left_out() -> None:
    changed = item(gold_question("b", expected=[["385"]]), answer_json("answered", "Ke Jepang 385 orang."))
    comparison = compare_runs(run(right("a"), wrong("b"), wrong("x")), run(right("a"), changed, right("y")))
    assert (comparison.questions, comparison.changed) == (1, ("b",))
    assert (comparison.only_before, comparison.only_after) == (("x",), ("y",))


def test_runs_over_different_questions_cannot_be_compared() -> None:
    with pytest.raises(BadInput, match="no question in common"):
        compare_runs(run(right("a")), run(right("b")))


@pytest.mark.parametrize(
    ("wins", "losses", "p_value"),
    [(0, 0, 1.0), (5, 0, 2 / 32), (0, 6, 2 / 64), (8, 2, 2 * (1 + 10 + 45) / 1024), (3, 3, 1.0)],
)
def test_sign_test_is_the_exact_binomial_tail(wins: int, losses: int, p_value: float) -> None:
    assert sign_test(wins, losses) == pytest.approx(p_value)


def test_bootstrap_of_equal_differences_has_no_width() -> None:
    assert bootstrap_interval([1.0, 1.0, 1.0]) == (1.0, 1.0)


def test_bootstrap_interval_matches_the_normal_one_on_many_values() -> None:
    # 200 gains and 200 ties: mean .5, standard error .5 / sqrt(400) = .025
    low, high = bootstrap_interval([1.0] * 200 + [0.0] * 200)
    assert low == pytest.approx(0.5 - 1.96 * 0.025, abs=0.005)
    assert high == pytest.approx(0.5 + 1.96 * 0.025, abs=0.005)


def test_bootstrap_gives_the_same_interval_every_time() -> None:
    assert bootstrap_interval([0.0, 1.0, -1.0, 1.0]) == bootstrap_interval([0.0, 1.0, -1.0, 1.0])


def test_permutation_p_matches_counting_all_signs() -> None:
    # of the 32 sign patterns of five equal gains only two are as extreme
    assert permutation_test([1.0] * 5) == pytest.approx(2 / 32, abs=0.01)
    assert permutation_test([0.0, 0.0]) == 1.0


def test_graded_differences_pair_the_questions_both_runs_measured() -> None:
    before = run(right("a"), wrong("b"), refused("c", answerable=True))
    after = run(right("a"), right("b"), right("c"))
    assert paired_difference(before, after, lambda one: one.score.nuggets) == [0.0, 1.0]
