import pytest

from tests.rag.documents.loaders.pages import Words, grid, lines_from, rows_from
from tests.rag.documents.loaders.pdf.reading import raw, tables, told

XS = (70, 180, 240, 300, 360, 420)
HEAD = ("Kecamatan", "2021", "2022", "2023", "2024", "Jumlah")
BODY = [
    ("Sukamaju", "12", "1.250", "7", "88", "1.357"),
    ("Tirtajaya", "430", "9", "61", "5", "505"),
    ("Karangsari", "8", "77", "6.004", "31", "6.120"),
]
PROSE = [
    "Laporan ini disusun setiap tahun menurut catatan dari seluruh kecamatan di kabupaten.",
    "Angka yang dimuat telah diperiksa bersama petugas dan diumumkan kepada para warga.",
]
ROWS = [
    "Kecamatan: Sukamaju; 2021: 12; 2022: 1.250; 2023: 7; 2024: 88; Jumlah: 1.357",
    "Kecamatan: Tirtajaya; 2021: 430; 2022: 9; 2023: 61; 2024: 5; Jumlah: 505",
    "Kecamatan: Karangsari; 2021: 8; 2022: 77; 2023: 6.004; 2024: 31; Jumlah: 6.120",
]


def test_figures_that_stand_below_each_other_are_a_table_with_its_rows() -> None:
    page = [*lines_from(760, PROSE), *rows_from(700, [HEAD, *BODY], XS), *lines_from(600, PROSE)]
    assert told([page]) == [" ".join(PROSE), *ROWS, " ".join(PROSE)]


def test_cells_are_what_lines_enclose() -> None:
    page = rows_from(700, [("Layanan", "Tempat", "Biaya"), ("Izin ramai", "", "Rp0")], (75, 200, 330))
    page += lines_from(684, ["Polsek setempat dan", "kantor kecamatan"], x=200, step=12)
    rules = grid((70, 195, 325, 400), (715, 694, 664))
    assert tables([page], rules={1: rules}) == [
        ["Layanan: Izin ramai; Tempat: Polsek setempat dan kantor kecamatan; Biaya: Rp0"]
    ]


def test_a_header_of_two_levels_joins_over_the_columns_it_spans() -> None:
    page = rows_from(
        700, [("Kecamatan", "Jumlah Peserta", ""), ("", "2024", "2025"), ("Sukamaju", "287", "412")], (75, 165, 225)
    )
    rules = [
        *[(70, y, 280, y) for y in (714, 664, 648)],
        (160, 696, 280, 696),
        *[(x, 648, x, 714) for x in (70, 160, 280)],
        (220, 648, 220, 696),
    ]
    page = [(x, y - (0 if y > 690 else 8), text) for x, y, text in page]
    assert tables([page], rules={1: rules}) == [
        ["Kecamatan: Sukamaju; Jumlah Peserta 2024: 287; Jumlah Peserta 2025: 412"]
    ]


def test_a_cell_in_the_middle_of_several_columns_names_them_all_without_lines_too() -> None:
    head = [(195, 716, "Jumlah Peserta"), (345, 716, "Jumlah Lulus")]
    page = [*head, *rows_from(700, [("Kecamatan", "2024", "2025", "2024", "2025"), *(row[:5] for row in BODY)], XS[:5])]
    head[0], head[1] = (193, 716, "Jumlah Peserta"), (318, 716, "Jumlah Lulus")
    assert tables([[*head, *page[2:]]])[0][0] == (
        "Kecamatan: Sukamaju; Jumlah Peserta 2024: 12; Jumlah Peserta 2025: 1.250;"
        " Jumlah Lulus 2024: 7; Jumlah Lulus 2025: 88"
    )


@pytest.mark.parametrize("repeated", [True, False])
@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_goes_on_over_pages_and_its_header_counts_once(repeated: bool, ruled: bool) -> None:
    first = rows_from(100, [HEAD, BODY[0]], XS)
    second = rows_from(740, [HEAD, *BODY[1:]] if repeated else BODY[1:], XS)
    lines = {
        1: grid((65, *XS[1:], 480), (114, 96, 78)),
        2: grid((65, *XS[1:], 480), (754, 736, 718, 702)[: 4 if repeated else 3]),
    }
    xs_left = [[(x + 3, y, text) for x, y, text in page] for page in (first, second)]
    page = raw(xs_left, rules=lines if ruled else None)
    (table,) = [block.table for block in page.blocks if block.table is not None]
    assert [[cell.text for cell in row] for row in table.rows] == [list(row) for row in (HEAD, *BODY)]
    assert (table.header_rows, table.pages) == (1, (2,))


def test_the_lines_of_a_cell_that_wraps_are_one_text() -> None:
    page = rows_from(
        700,
        [("No", "Layanan", "Tempat", "Waktu"), ("1", "Surat keterangan", "Kantor desa", "1 hari")],
        (70, 100, 250, 400),
        step=20,
    )
    page += [
        (100, 669, "usaha bagi warga"),
        *rows_from(649, [("2", "Izin galian", "Dinas lingkungan", "30 hari")], (70, 100, 250, 400)),
    ]
    assert tables([page])[0][-2:] == [
        "1; Surat keterangan usaha bagi warga; Kantor desa; 1 hari",
        "2; Izin galian; Dinas lingkungan; 30 hari",
    ]


def test_labels_with_colons_are_pairs() -> None:
    rows = [("Jumlah penduduk", ":", "412"), ("Luas sawah", ":", "33 hektare"), ("Kepala desa", ":", "Budi Hartono")]
    assert tables([rows_from(700, rows, (70, 200, 210))]) == [
        ["Jumlah penduduk: 412", "Luas sawah: 33 hektare", "Kepala desa: Budi Hartono"]
    ]


def test_two_columns_of_words_are_labels_and_values() -> None:
    rows = [("Ketua", "Ratna Dewi"), ("Sekretaris", "Budi Hartono"), ("Bendahara", "Joko Prasetyo")]
    assert tables([rows_from(700, rows, (70, 220))]) == [
        ["Ketua: Ratna Dewi", "Sekretaris: Budi Hartono", "Bendahara: Joko Prasetyo"]
    ]


def test_the_name_and_the_unit_above_a_table_are_its_caption() -> None:
    page = [
        *lines_from(760, PROSE),
        (70, 722, "Tabel 3. Pengunjung Perpustakaan Keliling"),
        (70, 708, "(dalam ribu orang)"),
        *rows_from(690, [HEAD, *BODY], XS),
    ]
    assert tables([page])[0][0] == "Tabel 3. Pengunjung Perpustakaan Keliling (dalam ribu orang)"


def test_the_numbers_of_columns_below_a_header_are_no_row() -> None:
    numbers = [f"({number})" for number in range(1, 7)]
    assert tables([rows_from(700, [HEAD, numbers, *BODY], XS)]) == [ROWS]


def test_a_bold_first_row_over_plain_ones_names_the_columns() -> None:
    rows = [("Senin", "Ibu Ani", "Ruang 2"), ("Selasa", "Pak Edi", "Ruang 3"), ("Kamis", "Ibu Sri", "Aula")]
    xs = (70, 170, 280)
    head = [Words(x, 716, text, bold=True) for x, text in zip(xs, ("Hari", "Petugas", "Tempat"), strict=True)]
    assert tables([[*head, *rows_from(700, rows, xs)]])[0][0] == "Hari: Senin; Petugas: Ibu Ani; Tempat: Ruang 2"


def test_an_empty_cell_leaves_the_others_in_their_columns() -> None:
    rows = [HEAD, BODY[0], ("Tirtajaya", "", "9", "", "5", "505"), BODY[2]]
    assert tables([rows_from(700, rows, XS)])[0][1] == "Kecamatan: Tirtajaya; 2022: 9; 2024: 5; Jumlah: 505"


def test_running_text_set_wide_to_fill_its_lines_is_no_table() -> None:
    rows = [
        ("dalam", "hal", "tempat", "pelayanan", "sebagaimana"),
        ("dimaksud", "pada", "ayat", "ini", "tidak"),
        ("mempunyai", "cukup", "ruang", "bagi", "warga"),
        ("pemerintah", "desa", "menyewa", "rumah", "penduduk"),
    ]
    page = []
    for number, row in enumerate(rows):
        x = 70.0
        for word in row:
            page.append((x, 700 - 14 * number, word))
            x += 5.6 * len(word) + 22
    assert tables([page]) == []


def test_reasons_and_paragraphs_of_a_law_are_no_table() -> None:
    page = [
        *rows_from(700, [("Menimbang", ":", "a.", "bahwa air bersih perlu dijaga bagi warga;")], (70, 150, 165, 185)),
        *rows_from(684, [("", "", "b.", "bahwa untuk itu perlu peraturan desa;")], (70, 150, 165, 185)),
        *rows_from(660, [("(1)", "Setiap warga berhak atas air."), ("(2)", "Iuran ditetapkan bersama.")], (70, 100)),
    ]
    assert tables([page]) == []


def test_columns_of_running_text_are_read_one_after_the_other() -> None:
    columns = [[f"kolom {name} baris {number} memuat kabar" for number in range(1, 9)] for name in "abc"]
    page = [line for at, column in enumerate(columns) for line in lines_from(700, column, x=30 + 190 * at)]
    text = " ".join(told([page]))
    places = [text.index(f"kolom {name} baris {number} ") for name in "abc" for number in (1, 8)]
    assert places == sorted(places)


def test_names_that_stand_beside_their_figures_and_not_above_them_are_of_the_same_column() -> None:
    head = [(70, 700, "Pelabuhan"), (200, 700, "Kapal"), (320, 700, "Penumpang")]
    rows = [("Bakauheni", "812", "61.300"), ("Kota Agung", "23", "1.410"), ("Panjang", "77", "2.015")]
    body = [
        (x, 680 - 20 * at, text)
        for at, (name, ships, people) in enumerate(rows)
        for x, text in ((70, name), (200, ships), (270, people))
    ]
    assert tables([[*head, *body]]) == [
        [f"Pelabuhan: {name}; Kapal: {ships}; Penumpang: {people}" for name, ships, people in rows]
    ]


def test_rows_without_lines_between_are_told_by_their_figures_though_some_have_none_and_some_wrap() -> None:
    labels = ["A. Perizinan", "1) Izin impor dan", "pengalihan alat", "2) Perpanjangan", "B. Pelatihan", "1) Petugas"]
    figures = {1: "550.000", 3: "400.000", 5: "110.000"}
    page = [*rows_from(700, [("Jenis", "Tarif")], (75, 205)), *lines_from(680, labels, x=75)]
    page += [(205, 680 - 14 * at, figure) for at, figure in figures.items()]
    rules = [*[(70, y, 280, y) for y in (714, 695, 600)], *[(x, 600, x, 714) for x in (70, 200, 280)]]
    assert tables([page], rules={1: rules}) == [
        [
            "Jenis: A. Perizinan",
            "Jenis: 1) Izin impor dan pengalihan alat; Tarif: 550.000",
            "Jenis: 2) Perpanjangan; Tarif: 400.000",
            "Jenis: B. Pelatihan",
            "Jenis: 1) Petugas; Tarif: 110.000",
        ]
    ]


def test_boxes_of_a_chart_are_told_one_by_one_and_name_no_columns() -> None:
    boxes = [(250, 700, "KEPALA DINAS"), (60, 600, "BIDANG SMA"), (250, 600, "BIDANG SMK"), (440, 600, "BIDANG PAUD")]
    rules = [rule for x, y, _ in boxes for rule in grid((x - 5, x + 105), (y - 10, y + 20))]
    rules += [(300, 620, 300, 690), (110, 650, 490, 650), (110, 620, 110, 650), (490, 620, 490, 650)]
    (block,) = [one for one in raw([boxes], rules={1: rules}).blocks if one.table is not None]
    assert block.table is not None
    assert [[cell.text for cell in row] for row in block.table.rows] == [[text] for _, _, text in boxes]


def test_the_name_of_a_group_of_rows_is_no_part_of_the_row_above_it() -> None:
    body = [
        ("Lokasi", "Luas", "2024", "2025"),
        ("Rencana tanam", "", "", ""),
        ("Bukit Kelapa", "3,2", "400", "650"),
        ("Way Tenang", "11,8", "1.100", "1.450"),
        ("Realisasi tanam", "", "", ""),
        ("Bukit Kelapa", "3,2", "372", ""),
        ("Way Tenang", "11,8", "1.036", "1.212"),
    ]
    assert tables([[*lines_from(760, PROSE), *rows_from(700, body, XS[:4])]])[0][1:3] == [
        "Rencana tanam; Lokasi: Way Tenang; Luas: 11,8; 2024: 1.100; 2025: 1.450",
        "Realisasi tanam; Lokasi: Bukit Kelapa; Luas: 3,2; 2024: 372",
    ]


def test_the_number_of_a_column_below_the_middle_of_its_name_founds_no_column() -> None:
    head = [
        (70, 712, "No"),
        (110, 712, "Pos"),
        (270, 718, "Jumlah"),
        (270, 706, "petugas"),
        (380, 718, "Jarak"),
        (380, 706, "(km)"),
    ]
    numbers = [(x, 690, f"({at})") for at, x in enumerate((70, 150, 275, 385), start=1)]
    names = ("Pos Kuala Teladas", "Pos Tulung Buyut", "Pos Rawa Jitu")
    body = [(str(at), name, str(20 + at), str(80 + at)) for at, name in enumerate(names, start=1)]
    assert tables([[*head, *numbers, *rows_from(670, body, (70, 110, 280, 390))]])[0][0] == (
        "No: 1; Pos: Pos Kuala Teladas; Jumlah petugas: 21; Jarak (km): 81"
    )


def test_amounts_that_could_be_years_are_no_names_of_columns() -> None:
    body = (("Suka Maju", "2010"), ("Way Kanan", "1985"), ("Margodadi", "3120"), ("Sidorejo", "1450"))
    (found,) = tables([rows_from(700, (("Desa", "Penduduk"), *body), (70, 250))])
    assert found == [f"Desa: {village}; Penduduk: {people}" for village, people in body]


def test_years_below_what_they_are_of_name_columns() -> None:
    head = (("Desa", "Penduduk", ""), ("", "2023", "2024"))
    (found,) = tables(
        [rows_from(700, (*head, ("Suka Maju", "1.210", "1.302"), ("Way Kanan", "985", "990")), (70, 250, 330))]
    )
    assert found[0].startswith("Desa: Suka Maju")
    assert found[0].endswith("2024: 1.302")


def test_a_first_row_of_which_nothing_is_known_is_no_name_of_columns() -> None:
    known = (("Way Kanan", "2.985", "12"), ("Margodadi", "3.120", "14"), ("Sidorejo", "1.450", "9"))
    body = (("Suka Maju", "belum didata", "belum didata"), *known)
    (found,) = tables([rows_from(700, (("Desa", "Penduduk", "Luas"), *body), (70, 250, 350))])
    assert found == [f"Desa: {village}; Penduduk: {people}; Luas: {area}" for village, people, area in body]


def test_a_cell_over_several_rows_goes_on_over_the_page() -> None:
    xs, tops = (70, 170, 320, 420), (700, 680, 660, 640)
    level = [(70, y, 420, y) for y in (715, 695, 635)] + [(170, y, 420, y) for y in (675, 655)]
    upright = [(x, 635, x, 715) for x in xs]
    head = ("Jenjang", "Unit", "Kuota")

    def page(rows: list[tuple[str, str, str]]) -> list[tuple[float, float, str]]:
        return [
            (x + 6, top, text)
            for top, row in zip(tops, [head, *rows], strict=False)
            for x, text in zip(xs, row, strict=False)
            if text
        ]

    first = page([("S-1", "Balai Benih", "2"), ("", "Balai Garam", "3"), ("", "Balai Kapal", "1")])
    second = page([("", "Pusat Padi", "4"), ("", "Pusat Sapi", "5"), ("S-2", "Pusat Ikan", "6")])
    ends = [*level, (70, 655, 170, 655)]
    found = tables([first, second], rules={1: [*level, *upright], 2: [*ends, *upright]})
    assert [line.split("; ")[0] for line in found[0]] == ["Jenjang: S-1"] * 5 + ["Jenjang: S-2"]


def test_prices_beside_what_they_are_for_are_no_column_of_running_text() -> None:
    kinds = (
        "Sewa kios kecil di pasar",
        "Sewa kios besar di pasar",
        "Parkir mobil di halaman",
        "Parkir motor di halaman",
    )
    prices = ("Rp 5.000 per hari kerja", "Rp9.000 per hari kerja", "Rp 3.000 sekali masuk saja", "Rp1.000 sekali masuk")
    rows = [(f"{kind} {hall}", price) for hall in ("barat", "timur") for kind, price in zip(kinds, prices, strict=True)]
    assert told([rows_from(700, rows, (72, 330))]) == [": ".join(row) for row in rows]


def test_two_offices_side_by_side_are_read_one_after_the_other() -> None:
    offices = [
        ("Balai Utara", "Balai Selatan"),
        ("Jalan Melati 12", "Jalan Kenanga 7"),
        ("Telepon 0721-555010", "Telepon 0721-555020"),
        ("Senin 08.00-12.00", "Kamis 13.00-16.00"),
    ]
    read = told([rows_from(700, offices, (72, 330))])
    assert " ".join(read) == " ".join(office[at] for at in (0, 1) for office in offices)
    assert not any("12.00 Balai" in line for line in read)


def test_labels_with_telephones_and_hours_are_pairs() -> None:
    labels = [
        ("Loket Izin", "Telepon 0721-555010"),
        ("Loket Pajak", "Telepon 0721-555020"),
        ("Jam buka", "Senin 08.00-12.00"),
    ]
    assert told([rows_from(700, labels, (72, 330))]) == [": ".join(row) for row in labels]


def test_a_header_is_not_that_of_another_table_below_a_gap() -> None:
    fees = [
        ("Layanan", "Tarif", "Waktu"),
        ("Izin ramai", "5.000", "2 hari"),
        ("Surat usaha", "7.000", "3 hari"),
        ("Surat pindah", "9.000", "1 hari"),
    ]
    rents = [("Aula barat", "250.000"), ("Aula timur", "300.000"), ("Kursi", "1.500")]
    page = [*rows_from(700, fees, (72, 200, 330)), *rows_from(622, rents, (72, 330))]
    assert told([page])[-4:] == [
        "Layanan: Surat pindah; Tarif: 9.000; Waktu: 1 hari",
        *(": ".join(row) for row in rents),
    ]
