"""Office files: shares kept as fractions, a tracked change among tabs, a table over two slides, ticked conditions."""

from typing import Any

from openpyxl.comments import Comment

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word

_SPENT: dict[str, tuple[tuple[Any, ...], ...]] = {
    "2024": (
        (1, "Way Tebu", 912000, 820800, 0.9),
        (2, "Talang Beringin", 875000, 809375, 0.925),
        (3, "Umbul Sari", 1040000, 884000, 0.85),
        (4, "Sinar Banten", 768000, 733440, 0.955),
        (None, "Jumlah", 3595000, 3247615, 3247615 / 3595000),
    ),
    "2025": (
        (1, "Way Tebu", 954000, 887220, 0.93),
        (2, "Talang Beringin", 890000, 712000, 0.8),
        (3, "Umbul Sari", 1065000, 1022400, 0.96),
        (4, "Sinar Banten", 801000, 768960, 0.96),
        (None, "Jumlah", 3710000, 3390580, 3390580 / 3710000),
    ),
}


def _spent(book: Any) -> None:
    for year, rows in _SPENT.items():
        sheet = book.create_sheet(year)
        sheet.append((f"REALISASI DANA PEKON KECAMATAN RAWA INDAH TAHUN {year}",))
        sheet.append(())
        sheet.append(("No", "Pekon", "Pagu (Rp ribu)", "Realisasi (Rp ribu)", "Serapan"))
        for row in rows:
            sheet.append(row)
        for number in range(4, 4 + len(rows)):
            sheet[f"C{number}"].number_format = sheet[f"D{number}"].number_format = "#,##0"
            sheet[f"E{number}"].number_format = "0.0%"
        sheet.merge_cells("A1:E1")
    del book["Sheet"]


def _tabbed(*texts: str) -> str:
    return word.p("<w:r><w:tab/></w:r>".join(map(word.run, texts)))


def _changed(old: str, new: str) -> str:
    gone = f'<w:del w:id="1" w:author="Bagian Organisasi"><w:r><w:delText>{old}</w:delText></w:r></w:del>'
    return f'{gone}<w:ins w:id="2" w:author="Bagian Organisasi">{word.run(new)}</w:ins>'


def _circular() -> bytes:
    return word.word(
        word.text_of("PEMERINTAH KABUPATEN RAWA INDAH", "SURAT EDARAN")
        + _tabbed("Nomor", ": 800/114/2026")
        + _tabbed("Hal", ": Absensi elektronik")
        + word.p("1. Perangkat daerah dengan lima hari kerja:")
        + _tabbed("Hari", "Datang", "Pulang")
        + _tabbed("Senin-Kamis", "07.15", "15.45")
        + _tabbed("Jumat", "07.00", "15.10")
        + word.p("2. Perangkat daerah dengan enam hari kerja:")
        + _tabbed("Hari", "Datang", "Pulang")
        + _tabbed("Senin-Kamis", "07.30", "14.00")
        + _tabbed("Jumat", "07.20", "11.25")
        + _tabbed("Sabtu", "07.30", "12.45")
        + word.p("3. Potongan tunjangan bagi pegawai yang datang terlambat:")
        + _tabbed("a. 1 sampai 30 menit", "0,5%")
        + _tabbed("b. 31 sampai 60 menit", "1%")
        + word.p(
            word.run("c. lebih dari 60 menit") + "<w:r><w:tab/></w:r>" + _changed("1,25%", "1,5%") + word.run(" sehari")
        )
        + word.text_of(
            "4. Angka 3 tidak berlaku bagi petugas pemadam kebakaran dan perawat yang bertugas malam.",
            "Sekretaris Daerah",
        )
    )


def _review(show: Any) -> None:
    office.slide(show, "Harbour Office Quarterly Review", "Third quarter of 2025", "Weights in thousand tonnes")
    head = ("Commodity", "Q3 2024", "Q3 2025", "Change (%)")
    office.slide_table(
        show,
        "Cargo handled",
        (
            head,
            ("Coffee beans", "41.6", "47.2", "+13.5"),
            ("Rubber", "22.9", "20.3", "-11.4"),
            ("Palm oil", "118.4", "131.0", "+10.6"),
        ),
    )
    office.slide_table(
        show,
        "Cargo handled (continued)",
        (
            head,
            ("Fertiliser", "36.0", "28.8", "-20.0"),
            ("Cement", "57.5", "64.4", "+12.0"),
            ("Livestock", "-", "2.1", ""),
        ),
    )
    office.slide_table(
        show,
        "Ship calls by month",
        (
            ("Month of 2025", "Domestic", "Foreign"),
            ("July", "212", "38"),
            ("August", "198", "45"),
            ("September", "205", "41"),
        ),
    )
    office.slide(show, "Remarks", "The livestock berth opened in February 2025", "August had six cruise ships")


_ARCHIVE: tuple[tuple[Any, ...], ...] = (
    ("02.06.01", "Lemari arsip", "Kokoh L4", 2018, 3250000, 6, "√", None, None),
    (None, None, "Kokoh L2", 2021, 2175000, 3, None, "√", None),
    ("02.06.02", "Meja kerja", "Jati Lama", 2009, 1400000, 2, None, None, "√"),
    (None, None, "Rakit M1", 2023, 985000, 5, "√", None, None),
    ("02.06.03", "Mesin pemindai", "Pindai 300", 2022, 7800000, 1, None, "√", None),
    ("02.06.04", "Kipas angin", None, 2015, 450000, 4, None, None, "√"),
)
_MEETING: tuple[tuple[Any, ...], ...] = (
    ("02.06.02", "Meja kerja", "Rakit M1", 2023, 985000, 8, "√", None, None),
    ("02.06.05", "Kursi rapat", "Lipat K2", 2020, 310000, 40, None, "√", None),
    ("02.06.06", "Proyektor", "Sorot X", 2019, 6450000, 1, None, None, "√"),
)


def _goods(book: Any) -> None:
    for name, rows in (("Ruang Arsip", _ARCHIVE), ("Ruang Rapat", _MEETING)):
        sheet = book.create_sheet(name)
        sheet.append((f"KARTU INVENTARIS BARANG {name.upper()}",))
        sheet.append(("Kode", "Nama barang", "Merek/tipe", "Tahun", "Harga satuan (Rp)", "Jumlah", "Kondisi"))
        sheet.append((None,) * 6 + ("Baik", "Rusak ringan", "Rusak berat"))
        for row in rows:
            sheet.append(row)
        for place in ("A1:I1", "G2:I2", *(f"{letter}2:{letter}3" for letter in "ABCDEF")):
            sheet.merge_cells(place)
    for place in ("A4:A5", "B4:B5", "A6:A7", "B6:B7"):
        book["Ruang Arsip"].merge_cells(place)
    book["Ruang Arsip"]["E8"].comment = Comment("Sudah termasuk ongkos pasang", "Pengurus barang")
    del book["Sheet"]


CASES = (
    Case(
        kind="shares_as_fractions",
        file="realisasi-dana-pekon.xlsx",
        content=lambda: office.workbook(_spent),
        asks=(
            ask("brp persen serapan Talang Beringin th 2024?", "92,5|0,925", never=("80%", "0,8", "93%", "809.375")),
            ask(
                "Pekon mana yang serapannya paling rendah tahun 2025?", "Talang Beringin", never=("Umbul Sari", "Tebu")
            ),
            ask(
                "By how much, in thousand rupiah, did the budget (pagu) of Way Tebu grow from 2024 to 2025?",
                "42.000|42.000.000",
                en=True,
            ),
            refuse("pagu Sinar Banten taun 2023 brp?"),
            refuse("Dana Pekon Umbul Sari tahun 2025 dipakai untuk membangun apa?"),
        ),
        lines=("Talang Beringin", "Sinar Banten", "Jumlah", "Way Tebu", "Umbul Sari", "Sinar Banten", "Jumlah"),
    ),
    Case(
        kind="tracked_change_among_tabs",
        file="edaran-absen-elektronik.docx",
        content=_circular,
        asks=(
            ask("klo telat 75 menit tunjangannya dipotong brp persen?", "1,5%", never=("1,25%", "0,5%", "1%")),
            ask("kantor yg enam hari kerja, Jumat boleh pulang jam brp?", "11.25", never=("15.10", "14.00", "12.45")),
            ask("Who is exempt from the deduction for lateness?", "pemadam kebakaran", "perawat", en=True),
            refuse("Pukul berapa harus datang pada hari Sabtu di kantor dengan lima hari kerja?"),
            refuse("potongannya brp klo pulang sebelum waktunya?"),
        ),
        lines=("800/114/2026", "07.15", "15.10", "enam hari kerja", "11.25", "12.45", "31 sampai 60 menit", "1,5%"),
        gone=("1,25%",),
    ),
    Case(
        kind="table_over_two_slides",
        file="harbour-review.pptx",
        content=lambda: office.slides(_review),
        asks=(
            ask("Which commodity fell the most?", "Fertiliser", never=("Rubber", "Palm oil"), en=True),
            ask("kapal asing yg dateng bulan Agustus ada brp?", "45", never=("198", "41", "38")),
            ask("Berapa ribu ton semen (cement) pada triwulan ketiga 2025?", "64.4", never=("57.5", "28.8", "12.0")),
            refuse("How much coffee was handled in the second quarter of 2025?", en=True),
            refuse("kapal dalam negeri bulan Oktober brp?"),
        ),
        lines=("Coffee beans", "47.2", "Palm oil", "131.0", "Fertiliser", "28.8", "August", "198", "February 2025"),
    ),
    Case(
        kind="ticked_conditions",
        file="kib-dua-ruang.xlsx",
        content=lambda: office.workbook(_goods),
        asks=(
            ask("mesin pemindai kondisinya gimana?", "Rusak ringan", never=("Rusak berat", "Baik")),
            ask("Berapa harga satuan lemari arsip tipe Kokoh L2?", "2.175.000", never=("3.250.000", "985.000")),
            ask(
                "Which goods in the archive room (Ruang Arsip) are heavily damaged (rusak berat)?",
                "Meja kerja|Jati Lama",
                "Kipas angin",
                never=("Proyektor", "Mesin pemindai", "Lemari arsip"),
                en=True,
            ),
            refuse("kipas angin di Ruang Arsip mereknya apa?"),
            refuse("Berapa kursi rapat yang ada di Ruang Arsip?"),
        ),
        lines=("Lemari arsip", "Kokoh L2", "Jati Lama", "Pindai 300", "Kipas angin", "Kursi rapat", "Sorot X"),
    ),
)
