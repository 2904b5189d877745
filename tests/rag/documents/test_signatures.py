import pytest

from rag.documents.blocks import Block, RawCell, RawTable
from rag.documents.signatures import with_signatures
from rag.types import BlockKind


def table(*lines: str) -> Block:
    rows = tuple(tuple(map(RawCell, line.split("|"))) for line in lines)
    return Block("", kind=BlockKind.TABLE, table=RawTable(rows))


SIGNED = ("Mengetahui,||Kalianda, 5 Mei 2025", "Kepala Desa Sukamaju||Ketua Panitia", "Ratna Dewi||Budi Hartono")


def test_who_signs_side_by_side_is_told_one_after_the_other() -> None:
    told = ["Mengetahui, Kepala Desa Sukamaju Ratna Dewi", "Kalianda, 5 Mei 2025 Ketua Panitia Budi Hartono"]
    assert [block.text for block in with_signatures([table(*SIGNED)])] == told


def test_what_stands_above_the_signatures_stays_a_table() -> None:
    form = "Hari||Senin"
    first, *told = with_signatures([table(form, *SIGNED)])
    assert first == table(form)
    assert len(told) == 2


@pytest.mark.parametrize(
    "rows",
    [
        ("Nama|Ratna Dewi", "Tempat, tanggal lahir|Kalianda, 5 Mei 1990", "Jabatan|Kepala Desa"),
        ("Ketua|Kepala Desa", "Sekretaris|Kepala Seksi Pemerintahan"),
        ("Rapat|5 Mei 2025", "Ketua|Kepala Desa"),
    ],
)
def test_labels_and_values_stay(rows: tuple[str, ...]) -> None:
    assert with_signatures([table(*rows)]) == (table(*rows),)
