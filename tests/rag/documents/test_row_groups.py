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


FIRST, SECOND = row("Kecamatan timur", "", ""), row("Kecamatan barat", "", "")
DESA, PEKON, KAMPUNG = row("Sukajadi", "7", "9"), row("Sukamaju", "3", "4"), row("Margo", "2", "1")


def test_rows_are_headed_by_others_with_empty_cells_where_each_stands_below_one() -> None:
    found = [("Kecamatan timur", 1, 3), ("Kecamatan barat", 4, 5)]
    told = [(one.text, one.first, one.beyond) for one in groups_in((FIRST, DESA, PEKON, SECOND, KAMPUNG), 3)]
    assert told == found
    summed = (row("Jumlah", "12", "14"), FIRST, DESA, PEKON, SECOND, KAMPUNG)
    assert [one.text for one in groups_in(summed, 3)] == [name for name, *_ in found]


def test_rows_without_values_head_none_where_others_stand_above_them_or_all_are_counted_through() -> None:
    assert groups_in((DESA, FIRST, PEKON, SECOND, KAMPUNG), 3) == ()
    names = (("Sukajadi", ""), ("Sukamaju", "3"), ("Margo", ""), ("Tanjung", "8"), ("Karang", "5"))
    assert groups_in([row(str(at), name, value, value) for at, (name, value) in enumerate(names, 1)], 4) == ()
