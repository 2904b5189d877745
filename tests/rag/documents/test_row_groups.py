import pytest

from rag.documents.row_groups import Plain, groups_in


def row(*cells: str) -> tuple[Plain, ...]:
    return tuple(Plain(text, column, 1) for column, text in enumerate(cells))


NEW, PERIODIC = row("Uji baru", ""), row("Uji berkala", "")
TAXI, BUS = row("Taksi", "180.000"), row("Bus", "230.000")


def groups(*rows: tuple[Plain, ...]) -> list[tuple[str, int, int]]:
    return [(one.text, one.first, one.beyond) for one in groups_in(rows, 2)]


def test_rows_of_two_columns_are_headed_where_the_groups_have_rows_called_the_same() -> None:
    assert groups(NEW, TAXI, BUS, PERIODIC, TAXI, BUS) == [("Uji baru", 1, 3), ("Uji berkala", 4, 6)]


@pytest.mark.parametrize(
    "rows",
    [
        (row("Embung", ""), TAXI, row("Balai", ""), BUS),  # amounts that nobody has entered yet
        (NEW, TAXI, BUS),
    ],
)
def test_an_empty_cell_beside_one_column_may_be_a_value_that_is_missing(rows: tuple[tuple[Plain, ...], ...]) -> None:
    assert groups(*rows) == []
