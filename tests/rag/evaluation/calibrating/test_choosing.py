import random

from rag.evaluation.calibrating.choosing import choose
from rag.evaluation.metrics.calibration import Judged


def _shown(sure: float, right: int, wrong: int = 0) -> list[Judged]:
    return [(sure, True)] * right + [(sure, False)] * wrong


def test_the_lowest_threshold_below_which_the_bound_breaks_is_chosen() -> None:
    # 60 surest right; 64 more with 2 wrong: 2 of 124 is bounded by 5 %; 20 more with 5 wrong are not.
    judged = [*_shown(0.95, 60), *_shown(0.71, 62, 2), *_shown(0.41, 15, 5)]
    choice = choose(judged, 200, 0.05, 0.05)
    assert choice.chosen is not None
    assert (choice.chosen.least, choice.chosen.shown, choice.chosen.wrong) == (0.42, 124, 2)
    assert choice.failed is not None
    assert (choice.failed.least, choice.failed.shown, choice.failed.wrong) == (0.4, 144, 7)


def test_a_threshold_behind_one_that_failed_is_not_chosen_however_good_it_looks() -> None:
    judged = [*_shown(0.95, 57, 2), *_shown(0.5, 400)]
    choice = choose(judged, 500, 0.05, 0.05)
    assert choice.chosen is None
    assert choice.failed is not None
    assert choice.failed.shown == 59


def test_thresholds_that_show_too_few_for_any_bound_are_passed_over() -> None:
    choice = choose([*_shown(0.97, 30), *_shown(0.81, 29)], 59, 0.05, 0.05)
    assert choice.chosen is not None
    assert choice.chosen.shown == 59


def test_too_few_say_how_many_it_takes_and_how_many_questions_that_would_be() -> None:
    choice = choose(_shown(0.9, 20), 40, 0.05, 0.05)
    assert (choice.chosen, choice.failed, choice.needed) == (None, None, 59)
    assert choice.guessed == 118  # half of the questions were answered


def test_where_too_many_are_wrong_at_every_confidence_no_number_helps() -> None:
    assert choose(_shown(0.9, 80, 20), 100, 0.05, 0.05).guessed is None
    assert choose([], 100, 0.05, 0.05).guessed is None


def test_where_a_little_more_than_allowed_is_wrong_at_every_confidence_few_calibrations_promise_something() -> None:
    """Every promise is then broken: 5 % of 200 calibrations are 10, and 6 are two standard deviations of chance.

    Who took the best of all thresholds would break some 25.
    """
    drawn = random.Random(7)
    broken = 0
    for _ in range(200):
        judged = [(drawn.random(), drawn.random() >= 0.0501) for _ in range(300)]
        broken += choose(judged, 300, 0.05, 0.05).chosen is not None
    assert 0 < broken <= 10 + 6
