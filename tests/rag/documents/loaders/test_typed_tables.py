"""Tables typed with blanks or tabs."""

from rag.documents.blocks import Block
from rag.documents.loaders.typed_tables import typed_tables


def cells(text: str) -> list[list[str]]:
    tables = [part.table for part in typed_tables(text) if isinstance(part, Block)]
    return [[cell.text for cell in row] for table in tables if table for row in table.rows]


def test_lines_blank_at_the_same_places_are_a_table_and_an_empty_place_is_an_empty_cell() -> None:
    lines = "Golongan     PRC     TC", "A             42     11", "B                     8", "O             61     19"
    text = "Stok\n\n" + "\n".join(lines) + "\n\nakhir"
    assert cells(text) == [["Golongan", "PRC", "TC"], ["A", "42", "11"], ["B", "", "8"], ["O", "61", "19"]]
    assert [part for part in typed_tables(text) if isinstance(part, str)] == ["Stok\n", "\nakhir\n"]


def test_lines_with_tabs_are_a_table() -> None:
    assert cells("Desa\t2024\t2025\nSukajadi\t7\t9\nSukamaju\t3\t4\n")[1] == ["Sukajadi", "7", "9"]


def test_words_set_in_columns_are_no_table() -> None:
    lines = (
        "Nama          Alamat         Tugas",
        "Ani           Jalan Satu     ketua",
        "Budi          Jalan Dua  wakil",
    )
    assert cells("\n".join(lines)) == []


def test_text_without_a_table_stays_as_it_is() -> None:
    assert "".join(part for part in typed_tables("satu  dua\n\ntiga\r\nempat") if isinstance(part, str)) == (
        "satu  dua\n\ntiga\nempat\n"
    )


def test_a_name_over_figures_at_the_end_of_the_lines_makes_a_table_of_words() -> None:
    lines = (
        "Parameter       Satuan     Tarif (Rp)",
        "Air: pH         contoh         15.000",
        "Udara: debu     titik         275.000",
    )
    assert cells("\n".join(lines))[2] == ["Udara: debu", "titik", "275.000"]
