from pathlib import Path

from rag.documents.blocks import RawCell, RawPage, RawTable
from rag.documents.cleaning import clean
from rag.documents.loaders import docx as loader
from rag.types import Omission
from tests.rag.documents.loaders.word import bold, levels, num, p, r, styled, table, tc, tr, word

REPEATED = "<w:tblHeader/>"
DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def parse(body: str, **parts: str) -> RawPage:
    return loader.parse(word(body, **parts), Path("laporan.docx"))


def only_table(body: str, **parts: str) -> RawTable:
    (found,) = [block.table for block in parse(body, **parts).blocks if block.table is not None]
    return found


def text(body: str, **parts: str) -> str:
    return clean(parse(body, **parts), "d").text


def wide(content: str, columns: int = 2) -> str:
    return tc(p(content), f'<w:gridSpan w:val="{columns}"/>')


def test_merged_cells_are_read_once_with_what_they_span() -> None:
    read = only_table(
        table(
            tr(tc(p("Kabupaten"), DOWN), wide("Jumlah Peserta"), properties=REPEATED),
            tr(tc(p(""), ON), "2024", "2025"),
            tr("Pringsewu", "287", "412"),
        )
    )
    assert read.rows[0] == (RawCell("Kabupaten", rows=2), RawCell("Jumlah Peserta", columns=2))
    assert read.rows[1] == (RawCell("2024"), RawCell("2025"))
    assert read.header_rows == 2


def test_names_of_two_header_rows_join_and_equal_neighbours_stay() -> None:
    body = table(
        tr(tc(p("Kabupaten"), DOWN), wide("Jumlah Peserta"), properties=REPEATED),
        tr(tc(p(""), ON), "2024", "2025", properties=REPEATED),
        tr("Pringsewu", "412", "412"),
    )
    assert text(body) == "Kabupaten: Pringsewu; Jumlah Peserta 2024: 412; Jumlah Peserta 2025: 412"


def test_a_bold_first_row_over_plain_ones_is_a_header() -> None:
    head = tr(tc(p(bold("Desa"))), tc(p(bold("Ketua"))))
    assert only_table(table(head, tr("Bukit Sari", "Ratna"), tr("Teluk Asri", "Budi"))).header_rows == 1
    assert only_table(table(head, head)).header_rows is None


def test_a_bold_section_below_the_header_is_no_part_of_it() -> None:
    head = tr(tc(p(bold("Uraian"))), tc(p(bold("Jumlah"))))
    section = tr(tc(p(bold("Pendapatan"))), tc(p("")))
    assert only_table(table(head, section, tr("Pajak", "120"))).header_rows == 1


def test_a_shaded_first_row_and_a_style_with_a_first_row_are_headers() -> None:
    grey = '<w:shd w:val="clear" w:fill="D9D9D9"/>'
    rows = tr("Bukit Sari", "Ratna"), tr("Teluk Asri", "Budi")
    assert only_table(table(tr(tc(p("Desa"), grey), tc(p("Ketua"), grey)), *rows)).header_rows == 1
    look = '<w:tblStyle w:val="Kisi"/><w:tblLook w:firstRow="1"/>'
    style = styled("Kisi", "Kisi", '<w:tblStylePr w:type="firstRow"/>', of="table")
    assert only_table(table(tr("Desa", "Ketua"), *rows, look=look), styles=style).header_rows == 1
    assert only_table(table(tr("Desa", "Ketua"), *rows, look=look)).header_rows is None


def test_two_plain_columns_are_label_and_value() -> None:
    assert text(table(tr("Ketua", "Ratna Dewi"), tr("Sekretaris", "Budi Hartono"))) == (
        "Ketua: Ratna Dewi\nSekretaris: Budi Hartono"
    )


def test_a_column_numbered_by_the_word_processor_keeps_its_numbers() -> None:
    numbered = f"<w:tc>{p(numbered='1')}</w:tc>"
    head = tr("No", "Nama", "Nilai", properties=REPEATED)
    body = table(head, tr(numbered, "Ani", "90"), tr(numbered, "Budi", "85"))
    assert text(body, numbering=levels("%1.") + num("1")).endswith("No: 2.; Nama: Budi; Nilai: 85")


def test_a_table_within_a_cell_follows_the_outer_one() -> None:
    inner = table(tr("Senin", "08.00"), tr("Selasa", "10.00"))
    tables = [b.table for b in parse(table(tr("Layanan", "Jam"), tr("KTP", tc(p("lihat") + inner)))).blocks]
    assert [[[c.text for c in row] for row in t.rows] for t in tables if t] == [
        [["Layanan", "Jam"], ["KTP", "lihat"]],
        [["Senin", "08.00"], ["Selasa", "10.00"]],
    ]


def test_a_frame_of_one_cell_is_no_table() -> None:
    assert text(table(tr(tc(p("Perhatian.") + p("Bawa KTP."))))) == "Perhatian.\n\nBawa KTP."


def test_columns_side_by_side_are_read_one_after_the_other() -> None:
    body = table(tr(tc(p("Mengetahui,") + p("Camat")), tc(p("Pringsewu, 7 November 2025") + p("Ketua"))))
    assert text(body) == "Mengetahui,\n\nCamat\n\nPringsewu, 7 November 2025\n\nKetua"


def test_deleted_and_hidden_rows_are_not_read() -> None:
    gone = tr("Lama", "1", properties="<w:del/>"), tr("Rahasia", "2", properties="<w:hidden/>")
    assert text(table(tr("Baru", "3"), *gone, tr("Lain", "4"))) == "Baru: 3\nLain: 4"


def test_a_row_may_begin_or_end_short_of_the_others() -> None:
    before = tr("412", properties='<w:gridBefore w:val="1"/>')
    assert only_table(table(tr("Jumlah", "287"), before)).rows[1] == (RawCell(""), RawCell("412"))


def test_captions_go_with_their_table_above_or_below() -> None:
    styles = styled("Caption", "caption")
    first, second = table(tr("a", "1"), tr("b", "2")), table(tr("c", "3"), tr("d", "4"))
    one, two = p("Tabel 1 Guru", style="Caption"), p("Tabel 2 Murid", style="Caption")
    above = parse(one + first + two + second, styles=styles)
    assert [block.table.caption for block in above.blocks if block.table] == ["Tabel 1 Guru", "Tabel 2 Murid"]
    below = parse(first + one + second + two, styles=styles)
    assert [block.table.caption for block in below.blocks if block.table] == ["Tabel 1 Guru", "Tabel 2 Murid"]
    assert len(above.blocks) == len(below.blocks) == 2


def test_a_line_such_as_tabel_3_right_above_a_table_is_its_caption() -> None:
    assert only_table(p("Tabel 3. Guru menurut desa") + table(tr("a", "1"), tr("b", "2"))).caption == (
        "Tabel 3. Guru menurut desa"
    )


def test_columns_set_with_tabs_are_a_table() -> None:
    body = p(bold("Hari\tJam\tTempat")) + p("Senin\t08.00\tAula") + p("Selasa\t10.00\tBalai")
    assert text(body) == "Hari: Senin; Jam: 08.00; Tempat: Aula\nHari: Selasa; Jam: 10.00; Tempat: Balai"


def test_labels_and_values_between_tabs_are_pairs() -> None:
    body = p("Hari\t: Senin") + p("Tempat\t:\tAula")
    assert text(body) == "Hari: Senin\nTempat: Aula"
    dots = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    assert text(p("Biaya pendaftaran\tRp50.000", extra=dots)) == "Biaya pendaftaran: Rp50.000"
    assert text(p("Mengetahui\tMenyetujui")) == "Mengetahui Menyetujui"


def test_a_line_of_a_table_of_contents_is_left_out() -> None:
    page = parse(p("Syarat\t3", style="Isi1") + p("Syarat."), styles=styled("Isi1", "toc 1"))
    assert [block.text for block in page.blocks] == ["Syarat."]
    assert page.left_out[0].reason == Omission.CONTENTS


def test_merged_cells_that_claim_millions_of_columns_stay_small() -> None:
    assert only_table(table(tr(wide("a", 10**8), "b"), tr("c", "d"))).rows[0][0].columns <= 1000


def test_a_cell_of_a_row_that_was_merged_keeps_hidden_words_hidden() -> None:
    read = only_table(table(tr(tc(p("Guru"), DOWN), "SD"), tr(tc(p(r("lama")), ON), "SMP")))
    assert [[cell.text for cell in row] for row in read.rows] == [["Guru", "SD"], ["SMP"]]


def test_a_table_in_a_text_box_in_a_cell_follows_the_table_of_the_cell() -> None:
    inner = table(tr("Loket 1", "Ratna"), tr("Loket 2", "Budi"))
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r>"
    outer = table(tr("Senin", "Pelayanan"), tr("Rabu", tc(p("Lihat kotak", box))))
    assert text(outer) == "Senin: Pelayanan\nRabu: Lihat kotak\nLoket 1: Ratna\nLoket 2: Budi"
