from rag.documents.blocks import Block, RawCell
from rag.documents.loaders.office.looks import LookedCell
from rag.documents.loaders.sheets.grid import GridRow, cells_of, grid_blocks
from rag.types import BlockKind


def grid(*lines: str, bold: int = 0) -> list[GridRow]:
    """A line "a|b||d" is a row, "" a blank one; the first `bold` rows are bold."""
    rows = []
    for number, line in enumerate(lines, start=1):
        cells = cells_of(line.split("|"))
        for cell in cells:
            cell.bold = number <= bold
        rows += [GridRow(number, cells)] if cells else []
    return rows


def tables(*lines: str, bold: int = 0, named: bool = False) -> list[tuple[str, int | None, list[list[str]]]]:
    found = [block.table for block in grid_blocks(grid(*lines, bold=bold), named)]
    return [
        (table.caption, table.header_rows, [[cell.text for cell in row] for row in table.rows])
        for table in found
        if table is not None
    ]


def test_words_over_figures_are_names_of_columns() -> None:
    assert tables("Desa|Ketua|2025", "Sukajadi|Ratna|12", "Sukamaju|Budi|15")[0][1] == 1
    assert tables("Ketua|Ratna|Sari", "Sekretaris|Budi|Joko")[0][1] is None


def test_two_unmarked_columns_are_left_as_labels_and_values() -> None:
    assert tables("Desa|Sukajadi", "Penduduk|1200", "Luas|30")[0][1] is None


def test_files_of_values_begin_with_names() -> None:
    assert tables("desa|penduduk", "Sukajadi|1200", named=True)[0][1] == 1
    assert tables("desa|ketua|alamat", "Sukajadi|Ratna|Jalan Contoh", named=True)[0][1] == 1
    assert tables("Ketua|Ratna Dewi", "Sekretaris|Budi Hartono", named=True)[0][1] is None


def test_lines_of_one_text_above_a_table_are_its_caption_and_those_below_are_notes() -> None:
    blocks = list(grid_blocks(grid("Jumlah Guru", "Tahun 2025", "", "Desa|SD|SMP", "Sukajadi|7|9", "Sumber: survei")))
    assert blocks[0].table is not None
    assert blocks[0].table.caption == "Jumlah Guru Tahun 2025"
    assert blocks[1] == Block("Sumber: survei", kind=BlockKind.NOTE)


def test_a_long_line_above_a_table_is_a_paragraph() -> None:
    long = " ".join(["kata"] * 60)
    blocks = list(grid_blocks(grid(long, "Jumlah Guru", "Desa|SD|SMP", "Sukajadi|7|9")))
    assert blocks[0] == Block(long)
    assert blocks[1].table is not None
    assert blocks[1].table.caption == "Jumlah Guru"


def test_a_blank_row_ends_a_table_unless_the_same_figures_go_on() -> None:
    assert len(tables("Desa|SD|SMP", "A|7|9", "", "B|1|2")) == 1
    assert len(tables("Desa|SD|SMP", "A|7|9", "", "Kota|SMA|SMK", "B|1|2")) == 2
    assert len(tables("Desa|SD|SMP", "A|7|9", "", "", "B|1|2")) == 2
    assert len(tables("Desa|2024|2025", "A|7|9", "", "Kota|2024|2025", "B|1|2")) == 2


def test_tables_side_by_side_are_told_apart() -> None:
    found = tables("Desa|SD||Kota|SMA", "A|7||B|1", "C|9||D|2")
    assert [rows for _, _, rows in found] == [
        [["Desa", "SD"], ["A", "7"], ["C", "9"]],
        [["Kota", "SMA"], ["B", "1"], ["D", "2"]],
    ]


def test_an_empty_column_beside_a_single_one_is_dropped() -> None:
    assert tables("No||Desa|SD", "1||A|7")[0][2] == [["No", "Desa", "SD"], ["1", "A", "7"]]


def test_merged_cells_span_the_columns_and_rows_that_hold_something() -> None:
    head = (LookedCell("Desa", 1, rows=2), LookedCell("Guru", 2, columns=3))
    rows = [
        GridRow(1, head),
        GridRow(2, (LookedCell("SD", 2), LookedCell("SMP", 4))),
        GridRow(3, (LookedCell("A", 1), LookedCell("7", 2), LookedCell("9", 4))),
    ]
    (block,) = grid_blocks(rows)
    assert block.table is not None
    assert block.table.header_rows == 2
    assert block.table.rows[0] == (RawCell("Desa", rows=2), RawCell("Guru", columns=2))
    assert block.table.rows[1] == (RawCell("SD"), RawCell("SMP"))


def test_a_second_row_that_only_names_parts_belongs_to_the_header() -> None:
    rows = [
        GridRow(1, (LookedCell("Desa", 1), LookedCell("Guru", 2, columns=2), LookedCell("Murid", 4))),
        GridRow(2, (LookedCell("SD", 2), LookedCell("SMP", 3))),
        GridRow(3, tuple(LookedCell(text, column) for column, text in enumerate("A 7 9 80".split(), start=1))),
    ]
    (block,) = grid_blocks(rows)
    assert block.table is not None
    assert block.table.header_rows == 2


def test_a_bold_first_row_is_a_header_of_words_too() -> None:
    assert tables("Jabatan|Nama|Desa", "Ketua|Ratna|A", "Sekretaris|Budi|B", bold=1)[0][1] == 1


def test_lines_of_one_text_alone_are_paragraphs() -> None:
    assert list(grid_blocks(grid("Petunjuk", "Isi kolom B."))) == [Block("Petunjuk"), Block("Isi kolom B.")]


def test_a_form_above_a_table_is_a_table_of_its_own() -> None:
    lines = ("ANGGARAN|Formulir 2.1", "Kegiatan|:|Festival", "Lokasi|:|Lapangan", "Uraian|Volume|Jumlah", "Sewa|3|900")
    found = tables(*lines, "Honor|5|700")
    assert [rows[0] for _, _, rows in found] == [
        ["ANGGARAN", "Formulir 2.1"],
        ["Kegiatan", ":", "Festival"],
        ["Uraian", "Volume", "Jumlah"],
    ]
    assert found[2][1] == 1


def test_one_line_with_a_colon_is_no_form() -> None:
    assert len(tables("Kegiatan|:|Festival", "Uraian|Volume|Jumlah", "Sewa|3|900")) == 1
