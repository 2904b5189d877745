import pytest

from rag.documents.blocks import RawCell, RawTable
from rag.documents.dittos import spelled_out
from rag.documents.tables import lines_of


def rows(*lines: str) -> list[list[tuple[int, str]]]:
    return [list(enumerate(line.split(" | "))) for line in lines]


@pytest.mark.parametrize("mark", ["sda", "s.d.a.", "Idem", "ditto", '"', "〃", "sama dengan di atas"])
def test_a_cell_that_says_as_above_gets_the_words_above_it(mark: str) -> None:
    assert spelled_out(rows("Pasar | Kain", f"{mark} | Benang", f"{mark} | {mark}")) == (
        ("Pasar", "Kain"),
        (f"Pasar ({mark})", "Benang"),
        (f"Pasar ({mark})", f"Benang ({mark})"),
    )


@pytest.mark.parametrize("above", ["sda", " ", "-"])
def test_nothing_is_made_up_where_nothing_stands_above(above: str) -> None:
    (first,) = spelled_out(rows(f"{above} | Kain"))
    assert first == (above, "Kain")


def test_what_is_empty_above_is_not_meant() -> None:
    assert spelled_out(rows("Kain |  ", "Benang | sda")) == (("Kain", " "), ("Benang", "sda"))


def test_words_that_only_hold_the_mark_stay() -> None:
    assert spelled_out(rows("Pasar", "Sdak", "idem dito", "-")) == (("Pasar",), ("Sdak",), ("idem dito",), ("-",))


def test_rows_of_a_table_are_read_with_what_they_mean() -> None:
    table = (("Kios", "Barang", "Sewa"), ("A-1", "Kain", "400.000"), ("A-2", "sda", "450.000"))
    raw = RawTable(tuple(tuple(map(RawCell, row)) for row in table), header_rows=1)
    assert list(lines_of(raw)) == [
        "Kios: A-1; Barang: Kain; Sewa: 400.000",
        "Kios: A-2; Barang: Kain (sda); Sewa: 450.000",
    ]
