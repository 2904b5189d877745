import io

from tests.benchmarks.speed.report import chart, rows_of, table
from tests.benchmarks.speed.running import Side, Task, by_turns

TIMES = {"answer": {"base": [100.0, 200.0, 400.0], "today": [50.0, 40.0, 200.0]}, "embed": {"today": [5.0]}}


class Replies(io.StringIO):
    """Answers every line with its number."""

    def readline(self, size: int = -1) -> str:
        self.number = getattr(self, "number", 0) + 1
        return f"{self.number}\n"


def test_a_ratio_is_the_median_of_the_ratios_of_single_questions() -> None:
    rows = {(row.task, row.side): row for row in rows_of(TIMES, "base")}
    # .5, .2 and .5, though the medians 50 and 200 would give .25.
    assert rows["answer", "today"].ratio == 0.5
    assert rows["answer", "base"].ratio == 1.0
    assert rows["embed", "today"].ratio is None


def test_the_table_and_the_chart_hold_every_row() -> None:
    rows = rows_of(TIMES, "base")
    assert "| answer | today | 50.0 |" in table(rows, "base")
    assert chart(rows).count("<rect") == 3


def test_sides_are_asked_by_turns_and_what_is_asked_before_is_not_timed() -> None:
    one, other = (Side(name, io.StringIO(), Replies(), frozenset({"search"})) for name in "ab")
    deaf = Side("c", io.StringIO(), Replies(), frozenset({"embed"}))
    found = by_turns([one, other, deaf], Task("search", "search", "large", ("y", "z"), before=("x",)))
    assert found == {"a": [2.0, 3.0], "b": [2.0, 3.0]}
