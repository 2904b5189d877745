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


def test_the_place_and_date_may_stand_above_the_table_or_numbers_below_the_names() -> None:
    rows = ("Kepala Desa Sukamaju|Ketua Panitia", "Ratna Dewi|Budi Hartono")
    told = ["Kepala Desa Sukamaju Ratna Dewi", "Ketua Panitia Budi Hartono"]
    dated = Block("Kalianda, 5 Mei 2025")
    assert [block.text for block in with_signatures([dated, table(*rows)])[1:]] == told
    assert with_signatures([Block("Panitia desa."), table(*rows)])[1] == table(*rows)
    first, second = with_signatures([table(*rows, "NIP 19700101 200001 1 001|NIP 19820202 200502 2 002")])
    assert (first.text[:31], second.text[:26]) == (told[0], told[1])


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
        ("Bandar Lampung, 5 Mei 2025|", "Ketua|Kepala Desa", "Sekretaris|Ratna Dewi", "Bendahara|Budi Hartono"),
        ("Bandar Lampung, 5 Mei 2025|Ketua", "Ketua|Kepala Desa", "Sekretaris|Camat", "Anggota|Lurah"),
        ("Rapat|5 Mei 2025", "Ketua|Kepala Desa"),
    ],
)
def test_labels_and_values_stay(rows: tuple[str, ...]) -> None:
    assert with_signatures([table(*rows)]) == (table(*rows),)
