"""Forms in parts."""

from rag.documents.blocks import Block, RawCell, RawTable
from rag.documents.parts import with_parts
from rag.types import BlockKind


def parts(*lines: str) -> list[tuple[str, int]]:
    """The captions and how many rows each part has."""
    rows = tuple(tuple(map(RawCell, line.split("|"))) for line in lines)
    found = with_parts([Block("", kind=BlockKind.TABLE, table=RawTable(rows))])
    return [(one.table.caption, len(one.table.rows)) for one in found if one.table is not None]


def test_a_line_with_a_mark_or_in_capitals_begins_another_part() -> None:
    rows = ("Nama|Toko Cerah", "Alamat|Jalan Anggrek", "II. KIOS", "Alamat|Pasar Pagi", "Luas|12 meter")
    assert parts(*rows) == [("", 2), ("II. KIOS", 2)]
    assert parts("DATA TOKO|", "Nama|Toko Cerah", "DATA KIOS|", "Alamat|Pasar Pagi") == [
        ("DATA TOKO", 1),
        ("DATA KIOS", 1),
    ]


def test_a_label_without_a_value_begins_none() -> None:
    assert parts("Nama|Toko Cerah", "Telepon|", "Alamat|Jalan Anggrek") == [("", 3)]
    assert parts("1. Nama|Toko Cerah", "2. Telepon|", "3. Alamat|Jalan Anggrek") == [("", 3)]
    assert parts("NAMA|Toko Cerah", "TELEPON|", "ALAMAT|Jalan Anggrek") == [("", 3)]
    assert parts("Nama|Toko Cerah", "Alamat|Jalan Anggrek", "C. CATATAN|") == [("", 3)]  # nothing stands below it


def test_where_pages_turn_is_kept() -> None:
    rows = tuple(
        tuple(map(RawCell, line.split("|"))) for line in ("Nama|A", "Kota|B", "B. KIOS|", "Luas|9", "Lantai|2")
    )
    found = with_parts([Block("", kind=BlockKind.TABLE, table=RawTable(rows, pages=(2, 4)))])
    assert [one.table.pages for one in found if one.table is not None] == [(), (0, 1)]
