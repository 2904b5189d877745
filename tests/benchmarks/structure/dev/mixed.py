"""Documents of every format, asked for what they say and for its neighbours that they do not have."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office
from tests.benchmarks.structure.writers.report import report, ruled, text
from tests.benchmarks.structure.writers.web import items, page, paragraphs, rows


def _groups(book: Any) -> None:
    sheet = book.active
    sheet.title = "Tarif"
    for row in (
        ("Pelayanan", "Kelas I", "Kelas II", "Kelas III"),
        ("Rawat inap", None, None, None),
        ("Kamar per malam", 250000, 175000, 90000),
        ("Visite dokter", 60000, 45000, 30000),
        ("Rawat jalan", None, None, None),
        ("Visite dokter", 40000, 30000, 20000),
        ("Kontrol luka", 55000, 42000, 28000),
    ):
        sheet.append(row)
    for number in (2, 5):
        sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=4)


def _side_by_side(book: Any) -> None:
    sheet = book.active
    sheet.title = "Stok"
    for row in (
        ("Gudang Utara", None, None, "Gudang Selatan", None),
        ("Barang", "Jumlah", None, "Barang", "Jumlah"),
        ("Beras", 410, None, "Beras", 265),
        ("Gula", 88, None, "Minyak", 132),
    ):
        sheet.append(row)


def _minutes(made: Any) -> None:
    made.add_heading("Notulen Musyawarah Dusun", 1)
    rows_ = [["Usulan", "Pengusul", "Biaya", "Keputusan"], ["Jalan kebun", "Pak Rusdi", "Rp45.000.000", "Diterima"]]
    rows_ += [["Lampu jalan", "Bu Yanti", "Rp12.500.000", "Ditunda"], ["Pos ronda", "Pak Imam", "", "Ditolak"]]
    office.docx_table(made, rows_)
    made.add_paragraph("Musyawarah berikutnya diadakan 9 Oktober 2026.")


def _schedule() -> bytes:
    lines = ["Tanggal | Rombongan | Bus | Kursi"]
    lines += [
        f"{day} Juni 2026 | Rombongan {number} | Bus {chr(64 + number)} | {38 + number}"
        for number, day in enumerate(range(2, 26), start=1)
    ]
    return report(text("Pemberangkatan Jemaah", "Heading1"), ruled(lines, (120, 120, 90, 60)))


CASES = (
    Case(
        kind="row_groups",
        file="tarif-rs.xlsx",
        content=lambda: office.workbook(_groups),
        asks=(
            ask("Berapa tarif visite dokter rawat jalan kelas II?", "30000|30.000", never=("45000", "20000")),
            ask("Berapa tarif kamar per malam kelas I?", "250000|250.000", never=("175000",)),
            refuse("Berapa tarif kontrol luka kelas VIP?"),
            refuse("Berapa tarif visite dokter rawat darurat kelas II?"),
        ),
    ),
    Case(
        kind="sheet",
        file="dua-gudang.xlsx",
        content=lambda: office.workbook(_side_by_side),
        asks=(
            ask("Berapa jumlah minyak di Gudang Selatan?", "132", never=("88", "265")),
            ask("Berapa jumlah beras di Gudang Utara?", "410", never=("265",)),
            refuse("Berapa jumlah garam di Gudang Utara?"),
        ),
    ),
    Case(
        kind="form",
        file="notulen.docx",
        content=lambda: office.docx_of(_minutes),
        asks=(
            ask("Siapa yang mengusulkan lampu jalan?", "Bu Yanti", never=("Rusdi", "Imam")),
            ask("What was decided about the pos ronda?", "Ditolak", never=("Ditunda", "Diterima"), en=True),
            refuse("Berapa biaya usulan pos ronda?"),
            refuse("Berapa biaya usulan sumur bor?"),
        ),
    ),
    Case(
        kind="pdf_wrapped_cells",
        file="jemaah.pdf",
        content=_schedule,
        asks=(
            ask("Kapan Rombongan 17 berangkat?", "18 Juni 2026", never=("17 Juni",)),
            ask("Berapa kursi untuk Rombongan 21?", "59", never=("58", "60")),
            refuse("Kapan Rombongan 31 berangkat?"),
        ),
    ),
    Case(
        kind="months_as_columns",
        file="listrik.html",
        content=page(
            "Pemakaian Listrik Kantor (kWh)",
            "<table>"
            + rows("#Gedung | #Januari | #Februari | #Maret")
            + rows("Gedung A | 1.820 | 1.760 | 1.905", "Gedung B | 940 | 1.015 | 988", "Jumlah | 2.760 | 2.775 | 2.893")
            + "</table>",
        ),
        asks=(
            ask("Berapa pemakaian listrik Gedung B pada Maret?", "988", never=("940", "1.905")),
            ask("What was the total consumption in February?", "2.775", never=("2.760", "1.760"), en=True),
            refuse("Berapa pemakaian listrik Gedung C pada Maret?"),
            refuse("Berapa pemakaian listrik Gedung A pada Juli?"),
        ),
    ),
    Case(
        kind="twin_tables",
        file="lulusan.md",
        content="# Lulusan Sekolah Kejuruan\n\n## Tahun 2023\n\n| Jurusan | Lulus | Bekerja |\n| -- | -- | -- |\n"
        "| Otomotif | 84 | 61 |\n| Perhotelan | 57 | 49 |\n\n## Tahun 2024\n\n| Jurusan | Lulus | Bekerja |\n"
        "| -- | -- | -- |\n| Otomotif | 91 | 70 |\n| Perhotelan | 63 | 52 |\n",
        asks=(
            ask("Berapa lulusan perhotelan yang bekerja tahun 2023?", "49", never=("52", "57")),
            ask(
                "How many automotive (otomotif) students graduated (lulus) in 2024?", "91", never=("84", "70"), en=True
            ),
            refuse("Berapa lulusan otomotif yang bekerja tahun 2022?"),
            refuse("Berapa lulusan tata boga yang bekerja tahun 2024?"),
        ),
    ),
    Case(
        kind="siblings",
        file="balai-benih.html",
        content=page(
            "Balai Benih Ikan",
            "<h2>Balai Benih Sukoharjo</h2>"
            + items("Luas: 2,4 hektare", "Produksi: 610 ribu ekor", "Kepala: Wahyudi")
            + "<h2>Balai Benih Krui</h2>"
            + items("Luas: 1,1 hektare", "Kepala: Nurhayati"),
        ),
        asks=(
            ask("Siapa kepala Balai Benih Krui?", "Nurhayati", never=("Wahyudi",)),
            ask("How large is Balai Benih Sukoharjo?", "2,4", never=("1,1",), en=True),
            refuse("Berapa produksi Balai Benih Krui?"),
            refuse("Siapa kepala Balai Benih Liwa?"),
        ),
    ),
    Case(
        kind="definitions",
        file="biaya-nikah.html",
        content=page(
            "Biaya Layanan KUA",
            "<dl><dt>Nikah di kantor</dt><dd>gratis</dd><dt>Nikah di luar kantor</dt><dd>Rp600.000</dd>"
            "<dt>Duplikat buku nikah</dt><dd>Rp25.000</dd></dl>",
        ),
        asks=(
            ask("Berapa biaya nikah di luar kantor?", "Rp600.000", never=("Rp25.000",)),
            ask("How much is a duplicate marriage book (duplikat buku nikah)?", "Rp25.000", en=True),
            refuse("Berapa biaya konsultasi keluarga di KUA?"),
        ),
    ),
    Case(
        kind="typed_table",
        file="klasemen.txt",
        content="KLASEMEN LIGA DESA\n\nTim              Main   Menang   Seri   Kalah   Nilai\n"
        "Putra Sakti         8        6      1       1      19\nBina Remaja         8        5      0       3      15\n"
        "Garuda Muda         8        2      2       4       8\n",
        asks=(
            ask("Berapa nilai Bina Remaja di klasemen?", "15", never=("19", "8")),
            ask("Berapa kali Garuda Muda kalah?", "4", never=("2", "3")),
            refuse("Berapa gol Putra Sakti di klasemen?"),
        ),
    ),
    Case(
        kind="csv",
        file="sungai.csv",
        content="nama;panjang_km;debit_m3\nWay Kanan;51,2;18,4\nWay Rarem;53,5;22,7\n",
        asks=(
            ask("Berapa kilometer panjang Way Rarem?", "53,5", never=("51,2", "22,7")),
            refuse("Berapa lebar Way Rarem?"),
            refuse("Berapa panjang Way Besai?"),
        ),
    ),
    Case(
        kind="nested_lists",
        file="tugas-seksi.html",
        content=page(
            "Pembagian Tugas",
            "<p>Tugas tiap seksi:</p><ol><li>Seksi Konsumsi<ul>"
            + items("memesan makanan", "menata meja")
            + "</ul></li><li>Seksi Keamanan<ul>"
            + items("menjaga parkir", "memeriksa undangan")
            + "</ul></li></ol>",
        ),
        asks=(
            ask("Apa tugas Seksi Keamanan?", "menjaga parkir", "memeriksa undangan", never=("memesan makanan",)),
            refuse("Apa tugas Seksi Dokumentasi?"),
        ),
    ),
    Case(
        kind="mail",
        file="kerja-bakti.eml",
        content=lambda: office.letter(
            "Kerja bakti",
            "RT 03 <rt@example.org>",
            "Wed, 08 Jul 2026 02:00:00 +0000",
            "Bapak/Ibu,\n\nHari : Minggu, 12 Juli 2026\nPukul : 07.00 WIB\nTempat : Lapangan RT 03\n\nTerima kasih.\n",
        ),
        asks=(
            ask("Pukul berapa kerja bakti dimulai?", "07.00"),
            ask("Di mana kerja bakti diadakan?", "Lapangan RT 03"),
            refuse("Siapa yang memimpin kerja bakti?"),
        ),
    ),
    Case(
        kind="opendocument",
        file="anggaran-karang-taruna.odt",
        content=lambda: office.odt(
            '<text:h text:outline-level="1">Anggaran Karang Taruna</text:h>'
            + office.odt_table(
                "Kegiatan | Rencana | Realisasi", "Lomba | Rp3.200.000 | Rp2.950.000", "Bakti sosial | Rp1.500.000 | -"
            )
        ),
        asks=(
            ask("Berapa realisasi kegiatan lomba?", "Rp2.950.000", never=("Rp3.200.000",)),
            ask("Berapa realisasi bakti sosial?", "-", never=("Rp1.500.000", "Rp2.950.000"), refusable=True),
            refuse("Berapa rencana anggaran studi banding?"),
        ),
    ),
    Case(
        kind="units",
        file="produksi-padi.html",
        content=page(
            "Produksi Padi",
            "<table><caption>Produksi padi menurut kecamatan (ribu ton)</caption>"
            + rows("#Kecamatan | #2024 | #2025", "Seputih Raman | 61,4 | 63,0", "Punggur | 48,9 | 47,2")
            + "</table>",
        ),
        asks=(
            ask("Berapa produksi padi Punggur tahun 2025?", "47,2", never=("48,9", "63,0")),
            refuse("Berapa produksi jagung Punggur tahun 2025?"),
            refuse("Berapa luas panen padi Punggur tahun 2025?"),
        ),
    ),
    Case(
        kind="namesake",
        file="dua-jembatan.txt",
        content="Jembatan Way Umpu sepanjang 140 meter selesai dibangun pada Maret 2025.\n\nJembatan Way Tahmi masih "
        "dikerjakan oleh PT Karya Beton.\n",
        asks=(
            ask("Berapa meter panjang Jembatan Way Umpu?", "140"),
            refuse("Berapa meter panjang Jembatan Way Tahmi?"),
            refuse("Kapan Jembatan Way Tahmi selesai dibangun?"),
        ),
    ),
    Case(
        kind="designations",
        file="zona-sekolah.html",
        content=page(
            "Zona Penerimaan Siswa",
            paragraphs(
                "Zona A meliputi Kelurahan Kedamaian dengan kuota 120 siswa.",
                "Zona B meliputi Kelurahan Tanjung Baru dengan kuota 95 siswa.",
            ),
        ),
        asks=(
            ask("Berapa kuota siswa Zona B?", "95", never=("120",)),
            refuse("Berapa kuota siswa Zona D?"),
        ),
    ),
)
