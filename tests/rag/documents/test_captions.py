from rag.documents.blocks import Block
from rag.documents.captions import with_captions
from rag.documents.tables import table_of

TABLE = table_of([("Kios", "Sewa"), ("A", "90")], header_rows=1)


def captions(*above: Block) -> list[str]:
    return [block.table.caption if block.table else block.text for block in with_captions([*above, TABLE])]


def test_a_numbered_name_right_above_a_table_is_its_caption() -> None:
    assert captions(Block("Isi."), Block("Tabel 2. Sewa kios")) == ["Isi.", "Tabel 2. Sewa kios"]


def test_the_unit_between_name_and_table_joins_the_caption() -> None:
    assert captions(Block("Tabel 2. Sewa kios"), Block("(dalam ribu rupiah)")) == [
        "Tabel 2. Sewa kios (dalam ribu rupiah)"
    ]


def test_a_sentence_a_heading_and_an_item_above_a_table_stay_apart() -> None:
    for above in (Block("Sewa dibayar di muka."), Block("Tabel 2", 3), Block("Tabel 2. Sewa", item=True)):
        assert captions(above) == [above.text, ""]


def test_a_caption_that_the_file_gives_is_kept() -> None:
    named = table_of([("Kios", "Sewa"), ("A", "90")], header_rows=1, caption="Sewa kios")
    (above, table) = with_captions([Block("Tabel 2. Lain"), named])
    assert table.table is not None
    assert (above.text, table.table.caption) == ("Tabel 2. Lain", "Sewa kios")


def hours(*rows: str) -> Block:
    return table_of([("Hari", "Buka"), *(tuple(row.split("|")) for row in rows)], header_rows=1)


def test_the_line_above_each_of_several_tables_with_the_same_columns_is_its_caption() -> None:
    blocks = with_captions(
        [
            Block("1. Loket di kota:", item=True),
            hours("Senin|08.00", "Selasa|08.00"),
            Block("Loket keliling"),
            hours("Rabu|09.00", "Kamis|10.00"),
        ]
    )
    assert [block.table and block.table.caption for block in blocks] == ["1. Loket di kota:", "Loket keliling"]


def test_a_line_above_a_table_that_is_the_only_one_of_its_kind_stays_a_line() -> None:
    other = table_of([("Kios", "Sewa"), ("A", "90")], header_rows=1)
    blocks = with_captions([Block("Loket di kota:"), hours("Senin|08.00"), Block("Sewa kios:"), other])
    assert [block.table.caption if block.table else block.text for block in blocks] == [
        "Loket di kota:",
        "",
        "Sewa kios:",
        "",
    ]


def test_a_sentence_above_a_table_with_its_like_stays_a_sentence() -> None:
    told = Block("Loket di kota dibuka kembali setelah diperbaiki selama tiga bulan.")
    blocks = with_captions([told, hours("Senin|08.00"), Block("Loket keliling"), hours("Rabu|09.00")])
    assert blocks[0].text == told.text


def test_labels_that_two_forms_share_are_told_apart_by_the_lines_above_them() -> None:
    forms = (table_of([("Nama", "Dewi"), ("Alamat", "Way Ayu")]), table_of([("Alamat", "Pasar Pagi"), ("Luas", "9")]))
    blocks = with_captions([Block("A. PEMILIK", item=True), forms[0], Block("B. KIOS", item=True), forms[1]])
    assert [block.table and block.table.caption for block in blocks] == ["A. PEMILIK", "B. KIOS"]
