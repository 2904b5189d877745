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
