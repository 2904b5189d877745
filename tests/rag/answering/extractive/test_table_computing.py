from decimal import Decimal

import pytest

from rag.answering.extractive.table_computing import figure_of, written
from rag.language.computations import Computation
from tests.rag.answering.extractive.tables import HARVEST, Page


def test_the_largest_is_found_in_the_column_that_is_named() -> None:
    most = Page(*HARVEST).computed(Computation.MOST, "Kecamatan mana yang jagungnya paling banyak? jagung")
    assert most is not None
    assert (most.rows, most.column) == ((1,), 3)


def test_two_equal_largest_are_none() -> None:
    assert Page("Desa|Warga", "A|7", "B|7").computed(Computation.MOST, "Desa terbesar?") is None


def test_a_total_is_the_row_that_says_so_or_the_sum_of_all_rows() -> None:
    with_sum = Page("Desa|Warga", "Sukajadi|412", "Wonosari|388", "Jumlah|800").computed(
        Computation.TOTAL, "Total warga?"
    )
    assert with_sum is not None
    assert (with_sum.rows, with_sum.value) == ((2,), "")
    added = Page("Desa|Warga", "Sukajadi|1.412", "Wonosari|388").computed(Computation.TOTAL, "Total warga?")
    assert added is not None
    assert (added.rows, added.value) == ((0, 1), "1.800")


def test_no_total_of_a_column_with_a_gap() -> None:
    assert Page("Desa|Warga", "A|12", "B|10", "C|belum ada").computed(Computation.TOTAL, "Total warga?") is None


def test_a_difference_is_the_larger_less_the_smaller() -> None:
    less = Page(*HARVEST).computed(Computation.DIFFERENCE, "Selisih padi 2025 Sukamaju dan Bumi Raya?")
    assert less is not None
    assert (less.value, less.rows) == ("654,5", (0, 2))


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1.250", "1250"),
        ("Rp7.500", "7500"),
        ("35,1 %", "35.1"),
        ("655,5", "655.5"),
        ("1.25", None),
        ("belum ada", None),
    ],
)
def test_figures_are_read_in_the_indonesian_notation(text: str, figure: str | None) -> None:
    assert figure_of(text) == (Decimal(figure) if figure else None)


def test_a_computed_figure_is_written_as_the_sources_write_theirs() -> None:
    assert [written(Decimal(one)) for one in ("1250", "1250.50", "0")] == ["1.250", "1.250,5", "0"]
