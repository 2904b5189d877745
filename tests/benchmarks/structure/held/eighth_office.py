"""Office files: a standard in fourteen points, programmes by hour and day, places with subtotals, unfilled posts."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office

_POINTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Dasar Hukum", ("Peraturan Wali Kota tentang Pemakaian Ruang Terbuka.",)),
    (
        "Persyaratan",
        (
            "a. proposal kegiatan;",
            "b. denah panggung dan jalur keluar;",
            "c. rekomendasi kelurahan; dan",
            "d. surat tanggung jawab kebersihan bagi acara lebih dari 300 orang.",
        ),
    ),
    (
        "Sistem, Mekanisme, dan Prosedur",
        ("a. pemohon memesan tanggal;", "b. pengelola memeriksa denah;", "c. pemohon menerima izin pakai."),
    ),
    (
        "Jangka Waktu Penyelesaian",
        ("a. acara siang hari: 3 hari kerja;", "b. acara malam hari: 8 hari kerja."),
    ),
    ("Biaya/Tarif", ("a. acara sosial: tidak dikenai biaya;", "b. acara komersial: Rp1.750.000,00 per hari.")),
    ("Produk Pelayanan", ("Izin Pakai Taman Budaya yang berlaku 14 hari.",)),
    ("Sarana, Prasarana, dan/atau Fasilitas", ("Panggung tetap, 6 kamar ganti, dan 40 lampu sorot.",)),
    ("Kompetensi Pelaksana", ("Memahami tata suara dan keselamatan kerumunan.",)),
    ("Pengawasan Internal", ("Dilakukan Sekretaris Dinas setiap triwulan.",)),
    ("Penanganan Pengaduan", ("Keluhan lewat meja layanan ditanggapi dalam 24 jam.",)),
    ("Jumlah Pelaksana", ("a. petugas pemesanan: 1 orang;", "b. teknisi panggung: 5 orang;", "c. penjaga: 9 orang.")),
    ("Jaminan Pelayanan", ("Apabila izin terlambat, tanggal pengganti diberikan tanpa biaya.",)),
    ("Jaminan Keamanan dan Keselamatan Pelayanan", ("Tersedia pos pertolongan pertama dan 10 alat pemadam.",)),
    ("Evaluasi Kinerja Pelaksana", ("Rapat evaluasi setiap akhir bulan.",)),
)


def _standard() -> bytes:
    shown = ['<text:h text:outline-level="1">STANDAR PELAYANAN IZIN PAKAI TAMAN BUDAYA</text:h>']
    for number, (name, texts) in enumerate(_POINTS, start=1):
        shown.append(f"<text:p>{number}. {name}</text:p>")
        shown += [f"<text:p>{one}</text:p>" for one in texts]
    return office.odt("".join(shown))


_PROGRAMMES = (
    ("Pukul", "Senin", "Selasa", "Rabu", "Kamis", "Jumat"),
    ("05.00-06.00", "Kuliah Subuh", "", "", "", ""),
    ("06.00-08.00", "Kabar Pagi", "Kabar Pagi", "Dialog Pasar", "Kabar Pagi", "Lintas Desa"),
    ("08.00-10.00", "Suara Guru", "Sehat Keluarga", "", "Musik Daerah", "Obrolan Hukum"),
    ("10.00-12.00", "Musik Daerah", "Obrolan Hukum", "Cerita Sungai", "Tani Maju", "-"),
    ("13.00-15.00", "Tani Maju", "Laut Kita", "Musik Daerah", "Ruang Remaja", "Puisi Sore"),
)


def _programmes(document: Any) -> None:
    document.add_heading("Acara Radio Suara Talang", 1)
    document.add_paragraph("Pola siaran triwulan IV 2025, gelombang 97,3 MHz.")
    office.docx_table(document, _PROGRAMMES, ((1, 1, 1, 5), (3, 2, 3, 3)))
    document.add_paragraph("Iklan layanan masyarakat disiarkan setiap 30 menit.")


_PLACES: tuple[tuple[Any, ...], ...] = (
    ("Fakultas Pertanian", "Teknologi Pangan", 48, 72, 30, 150),
    (None, "Teknologi Benih", 36, 54, 22, 112),
    (None, "Penyuluhan", 25, 41, 19, 85),
    ("Subtotal Fakultas Pertanian", None, 109, 167, 71, 347),
    ("Fakultas Teknik", "Teknologi Pangan", 20, 33, 17, 70),
    (None, "Teknik Sungai", 44, 62, 28, 134),
    ("Subtotal Fakultas Teknik", None, 64, 95, 45, 204),
    ("Fakultas Ilmu Sosial", "Tata Kelola Desa", 52, 69, 34, 155),
    (None, "Tata Kelola Arsip", 21, 35, 14, 70),
    ("Subtotal Fakultas Ilmu Sosial", None, 73, 104, 48, 225),
    ("Total", None, 246, 366, 164, 776),
)


def _places(book: Any) -> None:
    sheet = book.active
    sheet.title = "Daya Tampung"
    sheet.append(("DAYA TAMPUNG MAHASISWA BARU UNIVERSITAS TALANG 2026/2027 (orang)",))
    sheet.append(("Fakultas", "Program Studi", "Jalur Prestasi", "Jalur Tes", "Jalur Mandiri", "Jumlah"))
    for row in _PLACES:
        sheet.append(row)
    sheet.merge_cells("A1:F1")
    for number, row in enumerate(_PLACES, start=3):
        if row[1] is None:
            sheet.merge_cells(f"A{number}:B{number}")


def _posts(show: Any) -> None:
    office.slide(show, "Susunan Pegawai Kecamatan Muara Kelip Hilir", "Posisi 15 Desember 2025")
    office.slide_table(
        show,
        "Pejabat",
        (
            ("Jabatan", "Golongan", "Pejabat", "Pelantikan"),
            ("Camat", "IV/a", "Baharun", "20 Mei 2024"),
            ("Sekretaris Camat", "III/d", "Plh. Nurlela", "1 November 2025"),
            ("Kepala Seksi Pelayanan Umum", "III/c", "Nurlela", "12 Februari 2023"),
            ("Kepala Seksi Pemberdayaan", "III/c", "kosong", "-"),
            ("Kepala Seksi Ketenteraman", "III/c", "Sudirja", "8 Agustus 2025"),
            ("Kepala Subbagian Kepegawaian", "III/b", "-", "-"),
        ),
    )
    office.slide_table(
        show,
        "Pelaksana",
        (
            ("Jabatan", "Formasi", "Terisi", "Kurang"),
            ("Pengadministrasi Perkantoran", "11", "5", "6"),
            ("Pengelola Kependudukan", "8", "6", "2"),
            ("Pengelola Perizinan", "4", "-", "4"),
            ("Penjaga Kantor", "3", "3", "-"),
        ),
    )


CASES = (
    Case(
        kind="fourteen_points",
        file="standar-taman-budaya.odt",
        content=_standard,
        asks=(
            ask("Berapa lama penyelesaian izin untuk acara malam hari?", "8 hari kerja", never=("3 hari", "14 hari")),
            ask("Berapa lama keluhan ditanggapi?", "24 jam", never=("8 hari", "3 hari")),
            ask("How many stage technicians are there?", "5", never=("1", "9", "6"), en=True),
            ask("Berapa biaya untuk acara komersial?", "Rp1.750.000,00|Rp1.750.000", never=("tidak dikenai",)),
            refuse("What deposit (uang jaminan) must be paid?", en=True),
        ),
        lines=(
            "2. Persyaratan",
            "b. denah panggung",
            "4. Jangka Waktu Penyelesaian",
            "8 hari kerja",
            "5. Biaya/Tarif",
            "Rp1.750.000,00",
            "11. Jumlah Pelaksana",
            "teknisi panggung: 5 orang",
            "14. Evaluasi Kinerja Pelaksana",
        ),
    ),
    Case(
        kind="hours_by_day",
        file="acara-radio.docx",
        content=lambda: office.docx_of(_programmes),
        asks=(
            ask(
                "Acara apa hari Kamis pukul 10.00-12.00?",
                "Tani Maju",
                never=("Cerita Sungai", "Obrolan Hukum", "Musik Daerah"),
            ),
            ask("Pukul berapa acara Ruang Remaja?", "13.00", never=("10.00-12.00", "08.00")),
            ask("On which day is Dialog Pasar broadcast?", "Rabu|Wednesday", never=("Selasa", "Kamis"), en=True),
            ask("Hari apa saja ada acara Sehat Keluarga?", "Selasa", "Rabu"),
            refuse("Siapa penyiar Suara Guru?"),
        ),
        lines=("97,3 MHz", "Kuliah Subuh", "Dialog Pasar", "Sehat Keluarga", "Cerita Sungai", "Ruang Remaja"),
    ),
    Case(
        kind="quota_subtotals",
        file="daya-tampung.xlsx",
        content=lambda: office.workbook(_places),
        asks=(
            ask(
                "Berapa daya tampung Jalur Tes program studi Teknologi Pangan di Fakultas Teknik?",
                "33",
                never=("72", "20", "95"),
            ),
            ask("Berapa subtotal Jalur Prestasi Fakultas Pertanian?", "109", never=("48", "246", "347", "64")),
            ask("How many places on the Jalur Mandiri does Tata Kelola Arsip have?", "14", never=("34", "35"), en=True),
            ask("Berapa total daya tampung universitas?", "776", never=("246", "347")),
            refuse("Berapa daya tampung Jalur Tes Teknologi Benih di Fakultas Teknik?"),
        ),
        lines=(
            "Fakultas Pertanian",
            "Teknologi Benih",
            "36",
            "Fakultas Teknik",
            "Teknologi Pangan",
            "33",
            "Total",
            "776",
        ),
    ),
    Case(
        kind="posts_without_holders",
        file="pegawai-muara-kelip.pptx",
        content=lambda: office.slides(_posts),
        asks=(
            ask("Siapa Sekretaris Camat?", "Nurlela", never=("Baharun", "Sudirja")),
            ask("Berapa kekurangan Pengadministrasi Perkantoran?", "6", never=("11", "5", "2")),
            ask(
                "When was the head of the public service section (Pelayanan Umum) sworn in?",
                "12 Februari 2023",
                never=("1 November 2025", "8 Agustus 2025"),
                en=True,
            ),
            ask("Siapa Kepala Seksi Pemberdayaan?", "kosong", never=("Nurlela", "Sudirja"), refusable=True),
            refuse("Who heads the personnel subdivision (Subbagian Kepegawaian)?", en=True),
        ),
        lines=("15 Desember 2025", "Camat", "Baharun", "Plh. Nurlela", "kosong", "Pengelola Kependudukan", "8", "2"),
    ),
)
