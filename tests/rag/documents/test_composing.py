from rag.documents.blocks import Block, RawCell, RawTable
from rag.documents.chunking import embedding_text, split
from rag.documents.cleaning import RawPage, clean
from rag.documents.composing import compose
from rag.types import BlockKind, LeftOut, Omission

CELLS = tuple(tuple(map(RawCell, row)) for row in (("Desa", "Warga"), ("Sukajadi", "412"), ("Wonosari", "388")))
TABLE = Block("", item=True, kind=BlockKind.TABLE, table=RawTable(CELLS, "Penduduk (jiwa)", header_rows=1))


def count_words(texts):
    return [len(text.split()) for text in texts]


def test_cells_know_where_their_words_stand() -> None:
    composed = compose([Block("Data", 2), TABLE], paged=False)
    assert composed.text == "Data\n\nPenduduk (jiwa)\nDesa: Sukajadi; Warga: 412\nDesa: Wonosari; Warga: 388"
    table = composed.blocks[1].table
    assert table is not None
    assert [[composed.text[cell.start : cell.end] for cell in row] for row in table.rows] == [
        ["Sukajadi", "412"],
        ["Wonosari", "388"],
    ]
    assert (table.columns, table.unit, table.start, table.end) == (("Desa", "Warga"), "jiwa", 6, len(composed.text))


def test_blocks_know_the_headings_above_them() -> None:
    composed = compose([Block("A", 1), Block("B", 2), Block("satu"), Block("C", 2), Block("dua")], paged=False)
    assert [block.path for block in composed.blocks] == [(), (0,), (0, 1), (0,), (0, 3)]


def test_running_heads_are_kept_apart_from_the_text() -> None:
    composed = compose([Block("Halaman desa", kind=BlockKind.RUNNING_HEAD), Block("Isi.")], paged=True)
    assert composed.text == "Isi."
    assert (composed.blocks[0].aside, composed.blocks[0].page) == ("Halaman desa", 1)


def test_a_table_may_go_on_over_the_page() -> None:
    over = Block("", item=True, kind=BlockKind.TABLE, table=RawTable(CELLS, header_rows=1, pages=(2,)))
    composed = compose([over], paged=True)
    assert composed.page_starts == (0, composed.text.index("Desa: Wonosari"))


def test_a_passage_of_a_long_table_carries_its_rows_caption_and_names() -> None:
    document = clean(RawPage((Block("Data", 2), TABLE)), "d")
    first, second = split(document, count_words, 6)
    assert (first.text, second.text) == ("Penduduk (jiwa)\nDesa: Sukajadi; Warga: 412", "Desa: Wonosari; Warga: 388")
    assert second.headings == ("Data",)
    (table,) = second.tables
    assert (table.caption, table.columns, len(table.rows)) == ("Penduduk (jiwa)", ("Desa", "Warga"), 1)
    assert "Penduduk (jiwa)" in embedding_text(second)


def test_a_row_with_full_stops_is_not_cut() -> None:
    cells = tuple(tuple(map(RawCell, row)) for row in (("Nama", "Alamat"), ("Sari", "Jl. A. No. 2. Desa Baru")))
    document = clean(RawPage((Block("", kind=BlockKind.TABLE, table=RawTable(cells, header_rows=1)),)), "d")
    (passage,) = split(document, count_words, 30)
    assert passage.text == "Nama: Sari; Alamat: Jl. A. No. 2. Desa Baru"


def test_pages_without_text_are_counted_before_a_table_and_past_a_picture() -> None:
    picture = Block("\f", kind=BlockKind.IMAGE)
    page = RawPage((Block("Satu."), Block("\f"), picture, Block("\f"), TABLE, Block("\fEmpat.")), paged=True)
    document = clean(page, "d")
    assert document.page_at(document.text.index("Sukajadi")) == 3
    assert document.page_at(document.text.index("Empat")) == 4
    assert [block.kind for block in document.blocks].count(BlockKind.IMAGE) == 1


def test_a_row_that_numbers_the_columns_is_told_as_left_out_with_its_page() -> None:
    rows = (("No", "Pos", "Hari"), ("1", "2", "3"), ("1", "Kuala", "84"), ("2", "Gading", "51"))
    cells = tuple(tuple(map(RawCell, row)) for row in rows)
    document = clean(RawPage((Block("", kind=BlockKind.TABLE, table=RawTable(cells, header_rows=1)),), paged=True), "d")
    assert document.text == "No: 1; Pos: Kuala; Hari: 84\nNo: 2; Pos: Gading; Hari: 51"
    assert document.left_out == (LeftOut("1 2 3", Omission.COLUMN_NUMBERS, 1),)
