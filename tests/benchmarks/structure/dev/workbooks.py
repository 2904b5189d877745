"""Sheets with several tables, hidden parts and number formats; delimited text; slides; OpenDocument; letters."""

from datetime import date
from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office


def _two_tables(book: Any) -> None:
    sheet = book.active
    sheet.title = "Rekap"
    for row in (
        ("Jumlah Posyandu",),
        ("Desa", "Aktif", "Tidak aktif"),
        ("Tanjung Sari", 14, 3),
        ("Mulyo Rejo", 9, 5),
        (),
        ("Jumlah Kader",),
        ("Desa", "Laki-laki", "Perempuan"),
        ("Tanjung Sari", 6, 52),
        ("Mulyo Rejo", 4, 38),
    ):
        sheet.append(row)


def _hidden(book: Any) -> None:
    sheet = book.active
    sheet.title = "Honor"
    for row in (("Nama", "NIK", "Jabatan", "Honor"), ("Hasan Basri", "1871010101", "Ketua RT", 750000)):
        sheet.append(row)
    sheet.append(("Marlina Putri", "1871020202", "Ketua RW", 900000))
    sheet.append(("Dewi Konsep", "1871030303", "Bendahara", 650000))
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[4].hidden = True
    for number in (2, 3, 4):
        sheet.cell(number, 4).number_format = '"Rp"#,##0'


def _formats(book: Any) -> None:
    sheet = book.active
    sheet.title = "Kinerja"
    for row in (
        ("Indikator", "Target", "Capaian"),
        ("Bayi diimunisasi", 0.95, 0.9125),
        ("Rumah sehat", 0.8, 0.764),
        ("Anggaran terserap", 0.9, 0.885),
    ):
        sheet.append(row)
    for number in (2, 3, 4):
        sheet.cell(number, 2).number_format = "0%"
        sheet.cell(number, 3).number_format = "0.0%"


def _title_rows(book: Any) -> None:
    sheet = book.active
    sheet.title = "Lampiran I"
    for row in (
        ("DATA IRIGASI KABUPATEN",),
        ("Keadaan: 31 Desember 2025",),
        (),
        ("No", "Daerah irigasi", "Luas (ha)", None, "Kondisi"),
        (None, None, "Potensial", "Fungsional", None),
        (1, "Way Semah", 1850, 1620, "Baik"),
        (2, "Way Bulok", 940, 715, "Rusak ringan"),
        ("Jumlah", None, 2790, 2335, None),
    ):
        sheet.append(row)
    for area in ("A1:E1", "A4:A5", "B4:B5", "C4:D4", "E4:E5", "A8:B8"):
        sheet.merge_cells(area)


def _several_sheets(book: Any) -> None:
    for year, rows in ((2024, (("Way Kandis", 318), ("Langkapura", 405))), (2025, (("Way Kandis", 342),))):
        sheet = book.create_sheet(f"Pendaftar {year}")
        sheet.append(("Kelurahan", "Pendaftar"))
        for row in rows:
            sheet.append(row)
    del book["Sheet"]


def _days(book: Any) -> None:
    sheet = book.active
    sheet.title = "Pelatihan"
    sheet.append(("Pelatihan", "Mulai", "Selesai", "Kuota"))
    sheet.append(("Las listrik", date(2026, 3, 2), date(2026, 3, 20), 16))
    sheet.append(("Tata boga", date(2026, 4, 6), date(2026, 4, 17), 24))
    for row in sheet.iter_rows(min_row=2, min_col=2, max_col=3):
        for cell in row:
            cell.number_format = "d mmmm yyyy"


def _show(show: Any) -> None:
    office.slide_table(
        show, "Capaian Vaksinasi Hewan", [["Kecamatan", "Sapi", "Kambing"], ["Pugung", "1.412", "3.008"]]
    )
    office.slide_table(show, "Target Vaksinasi Hewan", [["Kecamatan", "Sapi", "Kambing"], ["Pugung", "1.800", "3.500"]])


def _odt() -> bytes:
    return office.odt(
        '<text:h text:outline-level="1">Jadwal Ujian Paket</text:h>'
        '<text:h text:outline-level="2">Paket B</text:h>'
        + office.odt_table(
            "Mata pelajaran | Tanggal | Jam", "Matematika | 4 Mei 2026 | 08.00", "IPA | 5 Mei 2026 | 10.00"
        )
        + '<text:h text:outline-level="2">Paket C</text:h>'
        + office.odt_table("Mata pelajaran | Tanggal | Jam", "Matematika | 11 Mei 2026 | 13.00")
    )


def _letter() -> bytes:
    text = (
        "Yth. Kepala Pekon\n\nKami sampaikan jadwal penyaluran pupuk:\n\n"
        "Pekon Sinar Mulya : 12 Juni 2026\nPekon Sumber Agung : 15 Juni 2026\n\n"
        "Kuota setiap pekon 40 ton.\n\n-- \nDinas Pertanian\n\n> Pada 1 Juni Anda menulis:\n> Mohon kuota 90 ton.\n"
    )
    return office.letter("Jadwal pupuk", "Dinas <dinas@example.org>", "Tue, 02 Jun 2026 03:00:00 +0000", text)


CASES = (
    Case(
        kind="sheet",
        file="rekap-posyandu.xlsx",
        content=lambda: office.workbook(_two_tables),
        asks=(
            ask("Berapa posyandu yang tidak aktif di Desa Mulyo Rejo?", "5", never=("9", "3", "38")),
            ask(
                "How many female cadres (kader perempuan) are there in Tanjung Sari?", "52", never=("6", "38"), en=True
            ),
            refuse("Berapa posyandu aktif di Desa Sukadamai?"),
        ),
        lines=("Jumlah Posyandu", "Tanjung Sari", "14", "3", "Jumlah Kader", "Tanjung Sari", "6", "52"),
    ),
    Case(
        kind="sheet",
        file="honor-rt.xlsx",
        content=lambda: office.workbook(_hidden),
        asks=(
            ask("Berapa honor Ketua RW?", "Rp900.000|Rp900,000", never=("750",)),
            refuse("Berapa honor Bendahara?"),
            refuse("Berapa NIK Hasan Basri?"),
        ),
        gone=("1871010101", "Dewi Konsep"),
    ),
    Case(
        kind="sheet",
        file="kinerja.xlsx",
        content=lambda: office.workbook(_formats),
        asks=(
            ask("Berapa capaian rumah sehat?", "76,4%|76.4%", never=("80%", "0.764")),
            ask("Berapa target bayi diimunisasi?", "95%", never=("91", "0.95")),
            refuse("Berapa capaian angka harapan hidup?"),
        ),
    ),
    Case(
        kind="sheet",
        file="irigasi.xlsx",
        content=lambda: office.workbook(_title_rows),
        asks=(
            ask("Berapa luas fungsional daerah irigasi Way Bulok?", "715", never=("940", "1.620", "2.335")),
            ask("Berapa jumlah luas potensial daerah irigasi?", "2790|2.790|2,790", never=("2335", "1850")),
            ask("What is the condition of Way Bulok?", "Rusak ringan", never=("Baik",), en=True),
            refuse("Berapa luas fungsional daerah irigasi Way Rarem?"),
        ),
    ),
    Case(
        kind="sheet",
        file="pendaftar.xlsx",
        content=lambda: office.workbook(_several_sheets),
        asks=(
            ask("Berapa pendaftar di Way Kandis pada tahun 2025?", "342", never=("318", "405")),
            ask("Berapa pendaftar di Langkapura tahun 2024?", "405", never=("318", "342")),
            refuse("Berapa pendaftar di Langkapura pada tahun 2025?"),
        ),
    ),
    Case(
        kind="sheet",
        file="jadwal-pelatihan.xlsx",
        content=lambda: office.workbook(_days),
        asks=(
            ask("Kapan pelatihan tata boga mulai?", "6 April 2026", never=("17 April", "2 Maret")),
            ask("When does the welding (las listrik) training finish?", "20 Maret 2026|20 March 2026", en=True),
            refuse("Kapan pelatihan menjahit mulai?"),
        ),
    ),
    Case(
        kind="csv",
        file="harga-dua-pasar.csv",
        content="# Harga pangan per kilogram, rupiah\n# Sumber: pasar induk\nKomoditas;Pasar Tugu;Pasar Gintung\n"
        "Beras medium;13.500;13.250\nCabai merah;48.000;51.500\nBawang putih;39.750;40.000\n",
        asks=(
            ask("Berapa harga cabai merah di Pasar Gintung?", "51.500", never=("48.000", "40.000")),
            ask("How much is medium rice (beras medium) at Pasar Tugu?", "13.500", never=("13.250",), en=True),
            refuse("Berapa harga cabai merah di Pasar Koga?"),
            refuse("Berapa harga telur di Pasar Tugu?"),
        ),
    ),
    Case(
        kind="csv",
        file="angka-inggris.csv",
        content='Port,Ships,"Cargo, tonnes"\nPanjang,"1,204","88,310.5"\nBakauheni,"9,877","12,040.0"\n',
        asks=(
            ask("How many ships called at Panjang?", "1,204", never=("9,877", "88,310.5"), en=True),
            ask("Berapa ton kargo di Bakauheni?", "12,040.0", never=("9,877", "88,310.5")),
            refuse("How many passengers passed through Bakauheni?", en=True),
        ),
    ),
    Case(
        kind="csv",
        file="pegawai.csv",
        content="Unit\tGolongan II\tGolongan III\tGolongan IV\nSekretariat\t7\t18\t4\nBidang Bina Marga\t12\t25\t3\n",
        asks=(
            ask("Berapa pegawai golongan III di Bidang Bina Marga?", "25", never=("12", "3", "18")),
            refuse("Berapa pegawai golongan I di Sekretariat?"),
            refuse("Berapa pegawai golongan III di Bidang Cipta Karya?"),
        ),
    ),
    Case(
        kind="slides",
        file="vaksinasi.pptx",
        content=lambda: office.slides(_show),
        asks=(
            ask("Berapa target vaksinasi sapi di Pugung?", "1.800", never=("1.412", "3.500")),
            ask("Berapa capaian vaksinasi kambing di Pugung?", "3.008", never=("3.500", "1.412")),
            refuse("Berapa target vaksinasi ayam di Pugung?"),
        ),
    ),
    Case(
        kind="opendocument",
        file="jadwal-ujian.odt",
        content=_odt,
        asks=(
            ask("Kapan ujian matematika Paket C?", "11 Mei 2026", never=("4 Mei",)),
            ask("What time is the IPA exam of Paket B?", "10.00", never=("08.00", "13.00"), en=True),
            refuse("Kapan ujian IPA Paket C?"),
            refuse("Kapan ujian matematika Paket A?"),
        ),
    ),
    Case(
        kind="mail",
        file="jadwal-pupuk.eml",
        content=_letter,
        asks=(
            ask("Kapan penyaluran pupuk di Pekon Sumber Agung?", "15 Juni 2026", never=("12 Juni",)),
            ask("Berapa kuota pupuk setiap pekon?", "40 ton", never=("90",)),
            refuse("Kapan penyaluran pupuk di Pekon Way Jaha?"),
        ),
    ),
)
