import pytest

from rag.documents.blocks import RawCell, RawTable
from rag.documents.tables import laid, lines_of


def head(text: str, columns: int = 1, rows: int = 1) -> RawCell:
    return RawCell(text, columns, rows, header=True)


def rows(*lines: str) -> tuple[tuple[RawCell, ...], ...]:
    return tuple(tuple(map(RawCell, line.split("|"))) for line in lines)


def text(*raw: tuple[RawCell, ...], **fields: object) -> list[str]:
    return list(lines_of(RawTable(tuple(raw), **fields)))  # type: ignore[arg-type]


def test_two_columns_without_a_mark_are_labels_and_values() -> None:
    assert text(*rows("Ketua|Sari Wulan", "Bendahara|Joko Prasetyo")) == [
        "Ketua: Sari Wulan",
        "Bendahara: Joko Prasetyo",
    ]


def test_header_rows_of_two_levels_join_for_each_column() -> None:
    header = ((head("Kecamatan", rows=2), head("Jumlah Balita", columns=2)), (head("2024"), head("2025")))
    assert text(*header, *rows("Sukamaju|287|412")) == [
        "Kecamatan: Sukamaju; Jumlah Balita 2024: 287; Jumlah Balita 2025: 412"
    ]


def test_equal_neighbours_are_both_kept_and_a_spanning_cell_is_told_once_for_all_its_columns() -> None:
    header = (head("Hari"), head("Pagi"), head("Sore"))
    body = ((RawCell("Senin"), RawCell("Umum"), RawCell("Umum")), (RawCell("Minggu"), RawCell("Libur", columns=2)))
    assert text(header, *body) == ["Hari: Senin; Pagi: Umum; Sore: Umum", "Hari: Minggu; Pagi, Sore: Libur"]


def test_a_cell_that_reaches_down_belongs_to_each_row_it_covers() -> None:
    header = (head("Jenjang"), head("Kelas"), head("Biaya"))
    body = ((RawCell("SMP", rows=2), RawCell("VII"), RawCell("Rp10")), (RawCell("VIII"), RawCell("Rp20")))
    assert text(header, *body)[1] == "Jenjang: SMP; Kelas: VIII; Biaya: Rp20"


def test_a_row_of_one_text_over_the_whole_width_heads_the_rows_below_it() -> None:
    header = (head("Desa"), head("2024"), head("2025"))
    groups = (
        (RawCell("Wilayah timur", columns=3),),
        *rows("Sukajadi|7|9"),
        (RawCell("Wilayah barat", columns=3),),
        *rows("Sukajadi|3|4", "Sukamaju|2|1"),
    )
    assert text(header, *groups) == [
        "Wilayah timur; Desa: Sukajadi; 2024: 7; 2025: 9",
        "Wilayah barat; Desa: Sukajadi; 2024: 3; 2025: 4",
        "Wilayah barat; Desa: Sukamaju; 2024: 2; 2025: 1",
    ]


def test_the_last_row_of_one_text_belongs_to_no_column() -> None:
    header = (head("Desa"), head("2024"), head("2025"))
    assert text(header, *rows("Sukajadi|7|9"), (RawCell("Sumber: dinas", columns=3),))[-1] == "Sumber: dinas"


def test_a_last_total_stands_outside_the_groups() -> None:
    header = (head("Desa"), head("2024"), head("2025"))
    body = (
        (RawCell("Timur", columns=3),),
        *rows("A|7|9", "B|1|2"),
        (RawCell("Barat", columns=3),),
        *rows("C|3|4", "D|5|6"),
    )
    assert text(header, *body, *rows("Jumlah|16|21"))[-1] == "Desa: Jumlah; 2024: 16; 2025: 21"


def test_a_header_that_is_printed_again_is_no_row() -> None:
    header = (head("Desa"), head("2024"), head("2025"))
    assert text(header, *rows("A|7|9", "Desa|2024|2025", "B|1|2")) == [
        "Desa: A; 2024: 7; 2025: 9",
        "Desa: B; 2024: 1; 2025: 2",
    ]


def test_a_first_row_of_one_text_over_all_columns_is_the_caption() -> None:
    raw = RawTable(((RawCell("Realisasi (dalam juta rupiah)", columns=3),), *rows("Desa|2024|2025", "Sukajadi|7|9")))
    table = laid(raw)
    assert (table.caption, table.unit) == ("Realisasi (dalam juta rupiah)", "juta rupiah")
    assert list(lines_of(raw))[1:] == ["Desa: Sukajadi; 2024: 7; 2025: 9"]


def test_unmarked_columns_have_no_names_unless_words_stand_over_figures() -> None:
    assert text(*rows("Senin|Ibu Ani|Ruang 2", "Rabu|Pak Edi|Ruang 3")) == [
        "Senin; Ibu Ani; Ruang 2",
        "Rabu; Pak Edi; Ruang 3",
    ]


@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        (("No|Desa|Kecamatan|Warga", "1|Sukajadi|Bumi Asri|412"), 3),
        (("Desa|Warga", "Sukajadi|412"), 1),
        (("Hari|Jam|Tempat", "Senin|pagi|balai desa"), 1),
    ],
)
def test_the_columns_before_the_first_figures_name_a_row(lines: tuple[str, ...], keys: int) -> None:
    assert laid(RawTable(rows(*lines), header_rows=1)).keys == keys


def test_the_colons_of_a_form_are_no_column() -> None:
    assert text(*rows("Nomor|:|12/2025", "Perihal|:|Undangan")) == ["Nomor: 12/2025", "Perihal: Undangan"]


def test_a_row_that_numbers_the_columns_is_neither_their_name_nor_a_row() -> None:
    names, numbers = tuple(map(head, ("No", "Nama", "Jabatan"))), tuple(map(head, ("1", "2", "3")))
    body = rows("1|Ani|Ajudan", "2|Budi|Arsiparis")
    told = ["No: 1; Nama: Ani; Jabatan: Ajudan", "No: 2; Nama: Budi; Jabatan: Arsiparis"]
    assert text(names, numbers, *body) == told
    assert text(names, *rows("(1)|(2)|(3)"), *body, *rows("(1)|(2)|(3)", "3|Cici|Analis"))[2:] == [
        "No: 3; Nama: Cici; Jabatan: Analis"
    ]


def test_a_row_of_small_figures_is_no_numbering_of_columns() -> None:
    names = tuple(map(head, ("RT", "Balita", "Lansia")))
    assert text(names, *rows("1|2|3", "2|4|1"))[0] == "RT: 1; Balita: 2; Lansia: 3"


def test_numbers_below_what_they_number_name_columns() -> None:
    header = ((head("Sekolah", rows=2), head("Kelas", columns=3)), (head("1"), head("2"), head("3")))
    assert text(*header, *rows("Hajimena|30|22|27")) == ["Sekolah: Hajimena; Kelas 1: 30; Kelas 2: 22; Kelas 3: 27"]


def test_names_that_stand_again_in_a_table_that_goes_on_name_its_first_rows_too() -> None:
    body = rows("7|Basis Data|4", "No|Mata kuliah|SKS", "1|Statistika|3", "No|Mata kuliah|SKS", "1|Etika|2")
    assert text(*body) == [
        "No: 7; Mata kuliah: Basis Data; SKS: 4",
        "No: 1; Mata kuliah: Statistika; SKS: 3",
        "No: 1; Mata kuliah: Etika; SKS: 2",
    ]


def test_columns_under_one_name_call_a_row_together() -> None:
    header = (head("No"), head("Sarana", columns=2), head("Jumlah"))
    body = rows("1|Pendidikan|TK|2 unit + 6 guru", "||SLTP|-")
    assert laid(RawTable((header, *body))).keys == 3


def test_a_marked_row_of_one_text_below_the_header_heads_its_rows_and_no_column() -> None:
    header, income = (head("Uraian"), head("Anggaran"), head("Realisasi")), (head("Pendapatan", columns=3),)
    spending = (head("Belanja", columns=3),)
    assert text(header, income, *rows("Dana Desa|812|640"), spending, *rows("Honor|57|18", "Alat|9|9")) == [
        "Pendapatan; Uraian: Dana Desa; Anggaran: 812; Realisasi: 640",
        "Belanja; Uraian: Honor; Anggaran: 57; Realisasi: 18",
        "Belanja; Uraian: Alat; Anggaran: 9; Realisasi: 9",
    ]


def test_words_over_dates_and_hours_name_columns() -> None:
    served = rows(
        "Alat|Servis|Bengkel", "Ekskavator|10 Juni 2025|Karya", "Gilas|17 Juni 2025|Karya", "Bor|2 Mei 2025|Teknik"
    )
    assert text(*served)[0] == "Alat: Ekskavator; Servis: 10 Juni 2025; Bengkel: Karya"
    sailing = rows("Senin|07.30|Camar", "Selasa|08.30|Elang", "Rabu|09.30|Camar", "Kamis|10.30|Elang")
    assert text(*sailing)[0] == "Senin; 07.30; Camar"


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (("Jam|Senin|Selasa|Rabu", "07.00|Upacara|Olahraga|Seni", "08.00|Matematika|IPA|IPS"), True),
        (("Hari|07.00-08.00|08.00-09.00|09.00-10.00", "Senin|Upacara|Olahraga|Seni", "Rabu|IPA|IPS|Seni"), True),
        (("Regu|Januari|Februari|Maret", "Ronda|Anton|Beni|Candra", "Kebersihan|Dedi|Eko|Farid"), True),
        (("Petugas|Senin|Selasa|Rabu", "Ani|Senin|Kamis|Jumat", "Beni|Rabu|Selasa|Kamis"), False),  # days each chose
        (
            ("Hari|07.30 s.d. 08.15|08.15 s.d. 09.00|09.00 s.d. 10.00", "Senin|IPA|Seni|IPS", "Selasa|IPS|IPA|Seni"),
            True,
        ),
        (("Bus|07.00|08.00|09.00", "Angkutan|07.30|08.30|09.30"), False),
    ],
)
def test_days_and_hours_over_words_name_columns(lines: tuple[str, ...], named: bool) -> None:
    cells = tuple(tuple(map(RawCell, line.split("|"))) for line in lines)
    assert any(laid(RawTable(cells)).columns) is named


def test_an_unmarked_header_of_two_rows_stands_above_rows_that_are_counted_through() -> None:
    header = (
        (RawCell("No", rows=2), RawCell("Kegiatan", rows=2), RawCell("Pelaksana", columns=2)),
        (RawCell("Juru arsip"), RawCell("Sekretaris")),
    )
    lines = text(header[0], header[1], *rows("1|Mencatat surat|v|", "2|Menyimpan surat||v"))
    assert lines == [
        "No: 1; Kegiatan: Mencatat surat; Pelaksana Juru arsip: v",
        "No: 2; Kegiatan: Menyimpan surat; Pelaksana Sekretaris: v",
    ]
