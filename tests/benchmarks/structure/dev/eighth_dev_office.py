"""Office files: a standard in fourteen points, lessons by hour and day, quotas with subtotals, unfilled posts."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office

_POINTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Dasar Hukum", ("Peraturan Daerah tentang Rencana Tata Ruang Wilayah.",)),
    (
        "Persyaratan",
        (
            "a. fotokopi KTP pemohon;",
            "b. bukti kepemilikan tanah;",
            "c. gambar lokasi berskala 1:500; dan",
            "d. surat kuasa bermeterai, apabila dikuasakan.",
        ),
    ),
    (
        "Sistem, Mekanisme, dan Prosedur",
        ("a. pemohon mengisi formulir;", "b. juru ukur meninjau lokasi;", "c. kepala dinas menandatangani keterangan."),
    ),
    (
        "Jangka Waktu Penyelesaian",
        ("a. lahan sampai dengan 1.000 m2: 7 hari kerja;", "b. lahan lebih dari 1.000 m2: 12 hari kerja."),
    ),
    ("Biaya/Tarif", ("a. rumah tinggal: tidak dipungut biaya;", "b. tempat usaha: Rp350.000,00 per berkas.")),
    ("Produk Pelayanan", ("Surat Keterangan Rencana Kota yang berlaku 2 tahun.",)),
    ("Sarana, Prasarana, dan/atau Fasilitas", ("Ruang tunggu 24 kursi, 3 loket, dan ruang laktasi.",)),
    ("Kompetensi Pelaksana", ("Sarjana perencanaan wilayah atau diploma pengukuran tanah.",)),
    ("Pengawasan Internal", ("Dilakukan Kepala Bidang Tata Ruang setiap minggu.",)),
    ("Penanganan Pengaduan", ("Pengaduan melalui kotak saran atau loket 3 dijawab dalam 2 hari kerja.",)),
    ("Jumlah Pelaksana", ("a. petugas loket: 2 orang;", "b. juru ukur: 4 orang;", "c. pemeriksa: 1 orang.")),
    ("Jaminan Pelayanan", ("Apabila terlambat, surat diantar ke rumah pemohon.",)),
    ("Jaminan Keamanan dan Keselamatan Pelayanan", ("Surat dilengkapi kode QR dan cap timbul.",)),
    ("Evaluasi Kinerja Pelaksana", ("Survei kepuasan masyarakat setiap 6 bulan.",)),
)


def _standard() -> bytes:
    shown = ['<text:h text:outline-level="1">STANDAR PELAYANAN SURAT KETERANGAN RENCANA KOTA</text:h>']
    for number, (name, texts) in enumerate(_POINTS, start=1):
        shown.append(f"<text:p>{number}. {name}</text:p>")
        shown += [f"<text:p>{one}</text:p>" for one in texts]
    return office.odt("".join(shown))


_LESSONS = (
    ("Jam", "Senin", "Selasa", "Rabu", "Kamis", "Jumat"),
    ("07.15-07.55", "Upacara", "Matematika", "IPA", "Bahasa Lampung", "Senam"),
    ("07.55-09.15", "Matematika", "IPS", "Bahasa Inggris", "Informatika", "Pendidikan Agama"),
    ("09.15-09.45", "Istirahat", "", "", "", ""),
    ("09.45-11.05", "Bahasa Indonesia", "Projek Kelas", "", "Seni Rupa", "Bahasa Indonesia"),
    ("11.05-12.25", "Prakarya", "Bahasa Inggris", "IPS", "Matematika", "-"),
)


def _lessons(document: Any) -> None:
    document.add_heading("Jadwal Pelajaran Kelas VII SMP Pelita Way Belida", 1)
    document.add_paragraph("Semester genap, berlaku mulai 5 Januari 2026.")
    office.docx_table(document, _LESSONS, ((3, 1, 3, 5), (4, 2, 4, 3)))
    document.add_paragraph("Siswa yang terlambat lebih dari 15 menit melapor kepada guru piket.")


_QUOTA: tuple[tuple[Any, ...], ...] = (
    ("Sumber Rejo", "Karang Anom", 84, 61, 12, 157),
    (None, "Karang Asri", 97, 55, 9, 161),
    (None, "Way Ilahan", 46, 38, 20, 104),
    ("Jumlah Sumber Rejo", None, 227, 154, 41, 422),
    ("Tanjung Heran", "Karang Anom", 73, 49, 15, 137),
    (None, "Banjar Negeri", 58, 66, 7, 131),
    ("Jumlah Tanjung Heran", None, 131, 115, 22, 268),
    ("Gunung Meriah", "Suka Banjar", 39, 27, 31, 97),
    (None, "Sinar Pagi", 64, 44, 18, 126),
    ("Jumlah Gunung Meriah", None, 103, 71, 49, 223),
    ("Jumlah Seluruhnya", None, 461, 340, 112, 913),
)


def _quota(book: Any) -> None:
    sheet = book.active
    sheet.title = "Alokasi"
    sheet.append(("ALOKASI PUPUK BERSUBSIDI KABUPATEN WAY BELIDA TAHUN 2026 (dalam ton)",))
    sheet.append(("Kecamatan", "Desa", "Urea", "NPK", "Organik", "Jumlah"))
    for row in _QUOTA:
        sheet.append(row)
    sheet.merge_cells("A1:F1")
    for number, row in enumerate(_QUOTA, start=3):
        if str(row[0]).startswith("Jumlah"):
            sheet.merge_cells(f"A{number}:B{number}")


def _posts(show: Any) -> None:
    office.slide(show, "Peta Jabatan Dinas Kelautan Way Belida", "Keadaan 1 Februari 2026")
    office.slide_table(
        show,
        "Jabatan Struktural",
        (
            ("Jabatan", "Eselon", "Pejabat", "Mulai menjabat"),
            ("Kepala Dinas", "II.b", "Rusmala", "3 Maret 2025"),
            ("Sekretaris", "III.a", "lowong", "-"),
            ("Kepala Bidang Perikanan Tangkap", "III.b", "Handoyo", "14 Juli 2024"),
            ("Kepala Bidang Perikanan Budidaya", "III.b", "Plt. Tiurma", "2 Januari 2026"),
            ("Kepala Subbagian Keuangan", "IV.a", "Tiurma", "9 September 2023"),
            ("Kepala Subbagian Umum", "IV.a", "-", "-"),
        ),
    )
    office.slide_table(
        show,
        "Jabatan Fungsional",
        (
            ("Jabatan", "Kebutuhan", "Terisi", "Lowong"),
            ("Penyuluh Perikanan", "24", "15", "9"),
            ("Pengawas Perikanan", "10", "7", "3"),
            ("Analis Pasar Hasil Perikanan", "4", "-", "4"),
            ("Teknisi Akuakultur", "6", "6", "-"),
        ),
    )


CASES = (
    Case(
        kind="fourteen_points",
        file="standar-rencana-kota.odt",
        content=_standard,
        asks=(
            ask(
                "Berapa lama penyelesaian untuk lahan lebih dari 1.000 m2?", "12 hari kerja", never=("7 hari", "2 hari")
            ),
            ask("Dalam berapa hari pengaduan dijawab?", "2 hari kerja", never=("7 hari", "12 hari")),
            ask("How many surveyors (juru ukur) carry out the service?", "4", never=("2", "1", "3"), en=True),
            ask("Berapa biaya keterangan untuk tempat usaha?", "Rp350.000,00|Rp350.000", never=("tidak dipungut",)),
            refuse("What does it cost to extend (memperpanjang) the letter?", en=True),
        ),
        lines=(
            "2. Persyaratan",
            "c. gambar lokasi",
            "4. Jangka Waktu Penyelesaian",
            "12 hari kerja",
            "5. Biaya/Tarif",
            "Rp350.000,00",
            "11. Jumlah Pelaksana",
            "juru ukur: 4 orang",
            "14. Evaluasi Kinerja Pelaksana",
            "setiap 6 bulan",
        ),
    ),
    Case(
        kind="hours_by_day",
        file="jadwal-kelas-tujuh.docx",
        content=lambda: office.docx_of(_lessons),
        asks=(
            ask(
                "Pelajaran apa hari Kamis pukul 07.55-09.15?",
                "Informatika",
                never=("Bahasa Inggris", "Pendidikan Agama", "Seni Rupa"),
            ),
            ask("Pukul berapa pelajaran Seni Rupa?", "09.45", never=("11.05-12.25", "07.55")),
            ask("On which day is Prakarya taught?", "Senin|Monday", never=("Selasa", "Kamis"), en=True),
            ask("Hari apa saja ada Projek Kelas?", "Selasa", "Rabu"),
            refuse("Siapa guru Informatika kelas VII?"),
        ),
        lines=("5 Januari 2026", "Upacara", "Bahasa Lampung", "Informatika", "Istirahat", "Projek Kelas", "Prakarya"),
    ),
    Case(
        kind="quota_subtotals",
        file="alokasi-pupuk.xlsx",
        content=lambda: office.workbook(_quota),
        asks=(
            ask(
                "Berapa ton NPK untuk Desa Karang Anom di Kecamatan Tanjung Heran?",
                "49",
                never=("61", "73", "115"),
            ),
            ask("Berapa jumlah alokasi Urea Kecamatan Sumber Rejo?", "227", never=("84", "461", "422", "131")),
            ask("How many tonnes of organic fertiliser (organik) go to Sinar Pagi?", "18", never=("31", "44"), en=True),
            ask("Berapa jumlah seluruh alokasi pupuk kabupaten?", "913", never=("461", "422")),
            refuse("Berapa ton Urea untuk Desa Karang Asri di Kecamatan Tanjung Heran?"),
        ),
        lines=("Sumber Rejo", "Karang Asri", "97", "Tanjung Heran", "Karang Anom", "49", "Jumlah Seluruhnya", "913"),
    ),
    Case(
        kind="posts_without_holders",
        file="peta-jabatan-kelautan.pptx",
        content=lambda: office.slides(_posts),
        asks=(
            ask("Siapa Kepala Bidang Perikanan Budidaya?", "Tiurma", never=("Handoyo", "Rusmala")),
            ask("Berapa jabatan Penyuluh Perikanan yang lowong?", "9", never=("24", "15", "3")),
            ask(
                "Since when has the head of the finance subdivision (Subbagian Keuangan) been in office?",
                "9 September 2023",
                never=("2 Januari 2026", "14 Juli 2024"),
                en=True,
            ),
            ask("Siapa Sekretaris Dinas Kelautan?", "lowong", never=("Rusmala", "Handoyo", "Tiurma"), refusable=True),
            refuse("Who is the head of the general affairs subdivision (Subbagian Umum)?", en=True),
        ),
        lines=("1 Februari 2026", "Kepala Dinas", "Rusmala", "lowong", "Plt. Tiurma", "Penyuluh Perikanan", "24", "9"),
    ),
)
