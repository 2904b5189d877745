import pytest

from rag.answering.overviews.reckoning import figure_in, result_of
from rag.language.computations import Computation
from rag.types import Language


@pytest.mark.parametrize(
    ("how", "one", "other", "value"),
    [
        (Computation.DIFFERENCE, "Rp5.450 per kilogram", "Rp7.100 per kilogram", "Rp1.650"),
        (Computation.TOTAL, "640 orang", "420 orang", "1.060 orang"),
        (Computation.DIFFERENCE, "Rp9 juta", "Rp6,5 juta", "Rp2.500.000"),
        (Computation.TOTAL, "12 kursi", "30 bangku", "42"),
    ],
)
def test_two_figures_are_added_or_the_smaller_taken_from_the_larger(
    how: Computation, one: str, other: str, value: str
) -> None:
    told = result_of(how, [figure_in(one), figure_in(other)], Language.INDONESIAN)
    assert told is not None
    assert told[0] == value


def test_a_difference_names_the_larger_term_first() -> None:
    told = result_of(Computation.DIFFERENCE, [figure_in("3 orang"), figure_in("8 orang")], Language.INDONESIAN)
    assert told is not None
    assert [term.text for term in told[1]] == ["8 orang", "3 orang"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("14 hari", "Rp5.000"),
        ("lebih dari 40 orang", "12 orang"),
        ("3 sampai 5 orang", "2 orang"),
        ("banyak", "2 orang"),
    ],
)
def test_what_counts_other_things_or_no_single_figure_is_not_computed(one: str, other: str) -> None:
    assert result_of(Computation.TOTAL, [figure_in(one), figure_in(other)], Language.INDONESIAN) is None
