import pytest

from rag.documents.composing import compose
from rag.documents.loaders.office.looks import LookedCell, LookedRow
from rag.documents.loaders.sheets.grid import GridRow, cells_of, grid_blocks
from rag.documents.loaders.sheets.group_heads import with_spread_heads


def names(*lines: str) -> tuple[str, ...]:
    """What the columns of a sheet's only table are called."""
    rows = [GridRow(number, cells_of(line.split("|"))) for number, line in enumerate(lines, start=1)]
    (table,) = (block.table for block in compose(list(grid_blocks(rows)), paged=False).blocks if block.table)
    return table.columns


FISH = ("Kecamatan|Nila||Lele|", "|2023|2024|2023|2024", "Rejo Gading|412|438|96|88", "Umbul Gedang|198|176|203|219")


def test_a_name_that_stands_once_is_over_all_columns_of_its_group() -> None:
    assert names(*FISH) == ("Kecamatan", "Nila 2023", "Nila 2024", "Lele 2023", "Lele 2024")


@pytest.mark.parametrize(
    "below",
    [
        ("", "2023", "2024", "2024", "2025"),  # not the same names again
        ("x", "2023", "2024", "2023", "2024"),  # a row of its own
        ("", "2023", "", "2023", ""),
    ],
)
def test_names_are_not_spread_over_other_rows(below: tuple[str, ...]) -> None:
    rows = [
        LookedRow([LookedCell(text, at) for at, text in enumerate(texts)])
        for texts in (("Kecamatan", "Nila", "", "Lele", ""), below, ("Rejo", "1", "2", "3", "4"))
    ]
    assert with_spread_heads(rows) == rows


def test_names_are_not_spread_where_two_columns_name_the_rows() -> None:
    rows = [
        LookedRow([LookedCell(text, at) for at, text in enumerate(texts)])
        for texts in (
            ("Dinas", "Belanja", "2025", "", "2026", ""),
            ("", "", "Anggaran", "Realisasi", "Anggaran", "Realisasi"),
            ("Kebudayaan", "Modal", "1", "2", "3", "4"),
        )
    ]
    assert with_spread_heads(rows) == rows
