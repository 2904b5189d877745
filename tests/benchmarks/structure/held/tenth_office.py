"""Office files: services of a health centre, pupils by school, wards, minutes of a village, a scholarship."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office

_SERVICES = (
    ("No", "Jenis Pelayanan", "Persyaratan", "Waktu Penyelesaian", "Tarif"),
    ("1", "Surat keterangan sehat", "KTP atau kartu pelajar", "20 menit", "Rp15.000"),
    ("2", "Surat keterangan bebas narkoba", "KTP dan surat pengantar instansi", "45 menit", "Rp120.000"),
    ("3", "Pemeriksaan calon pengantin", "KTP kedua calon dan pengantar KUA", "90 menit", "Rp60.000 per orang"),
    ("4", "Legalisasi surat kematian", "KTP pelapor dan kartu keluarga", "15 menit", "Gratis"),
    ("5", "Cabut gigi dewasa", "Kartu berobat", "40 menit", "Rp35.000 per gigi"),
    ("6", "Imunisasi bayi", "Buku KIA", "30 menit", "Gratis"),
)


def _services(document: Any) -> None:
    document.add_heading("Standar Pelayanan Puskesmas Kenali Ulu", 1)
    document.add_paragraph("Ditetapkan Kepala Puskesmas Kenali Ulu, Kabupaten Way Kenali, untuk tahun 2026.")
    office.docx_table(document, _SERVICES)
    document.add_heading("Waktu Pelayanan", 2)
    document.add_paragraph(
        "Loket pendaftaran dibuka Senin sampai Kamis pukul 07.30 sampai 11.30, "
        "sedangkan Jumat dan Sabtu pukul 07.30 sampai 10.00. Unit gawat darurat melayani 24 jam."
    )
    document.add_heading("Pengaduan", 2)
    document.add_paragraph("Pengaduan tertulis dijawab paling lambat 3 hari kerja setelah diterima.")


_PUPILS: tuple[tuple[Any, ...], ...] = (
    ("Nama Sekolah", "Laki-laki", "Perempuan", "Jumlah Siswa", "Rombongan Belajar", "Guru"),
    ("SDN 1 Kenali Ulu", 118, 109, 227, 9, 14),
    ("SDN 2 Kenali Ulu", 86, 93, 179, 6, 10),
    ("SDN 1 Sukamaju Ilir", 141, 136, 277, 12, 17),
    ("SDN 1 Talang Pisang", 52, 47, 99, 6, 8),
    ("SDN 2 Talang Pisang", 38, 44, 82, 6, 7),
    ("SDN 1 Bandar Jering", 97, 88, 185, 7, 11),
    ("Jumlah", 532, 517, 1049, 46, 67),
)
_STEPS = (
    ("Kegiatan", "Mulai", "Selesai"),
    ("Pendaftaran murid baru", "8 Juni 2026", "19 Juni 2026"),
    ("Pengumuman", "24 Juni 2026", "24 Juni 2026"),
    ("Daftar ulang", "25 Juni 2026", "30 Juni 2026"),
    ("Masa pengenalan sekolah", "13 Juli 2026", "15 Juli 2026"),
)


def _pupils(book: Any) -> None:
    sheet = book.active
    sheet.title = "Siswa"
    sheet.append(("Data Siswa SD Negeri Wilayah Barat Kabupaten Way Kenali Tahun Ajaran 2025/2026",))
    sheet.merge_cells("A1:F1")
    for row in _PUPILS:
        sheet.append(row)
    steps = book.create_sheet("Jadwal SPMB")
    for step in _STEPS:
        steps.append(step)


_WARDS = (
    ("Ward", "For", "Beds", "Nurses", "Room rate per night (Rp)"),
    ("Cempaka", "Class 1 adults", "24", "18", "325,000"),
    ("Seruni", "Class 2 adults", "36", "22", "210,000"),
    ("Melur", "Class 3 adults", "52", "27", "120,000"),
    ("Kenanga", "Children", "20", "16", "180,000"),
    ("Teratai", "Mothers and newborns", "16", "14", "240,000"),
)


def _wards(show: Any) -> None:
    office.slide(
        show,
        "Kenali Jaya District Hospital: Inpatient Care 2026",
        "148 beds in five wards",
        "Emergency department open 24 hours",
    )
    office.slide_table(show, "Wards", _WARDS)
    office.slide(
        show,
        "Visitors",
        "Morning visits: 10.30 to 12.00",
        "Afternoon visits: 16.30 to 18.30",
        "Children under 12 may not enter the wards",
        "One companion per patient may stay overnight",
    )


_MINUTES = (
    '<text:h text:outline-level="1">Notulen Musyawarah Desa Talang Pisang</text:h>'
    "<text:p>Musyawarah diadakan pada hari Sabtu, 17 Januari 2026, pukul 09.00 WIB di Balai Desa Talang Pisang "
    "dan dihadiri 64 warga. Rapat dipimpin Ketua Badan Permusyawaratan Desa.</text:p>"
    "<text:p>Usulan pembangunan tahun 2026 yang disepakati:</text:p>"
    + office.odt_table(
        "No | Usulan | Lokasi | Biaya (Rp) | Sumber Dana",
        "1 | Perbaikan saluran irigasi | Dusun Tengah | 86.500.000 | Dana Desa",
        "2 | Jalan rabat beton | Dusun Hulu | 142.000.000 | Dana Desa",
        "3 | Sumur bor | Dusun Hilir | 57.250.000 | Alokasi Dana Desa",
        "4 | Rehab posyandu | Dusun Tengah | 38.400.000 | Pendapatan Asli Desa",
        "5 | Lampu jalan | Dusun Hulu | 24.600.000 | Bantuan Provinsi",
    )
    + "<text:p>Usulan pembangunan gapura ditunda ke tahun 2027 karena lahannya belum dihibahkan.</text:p>"
    "<text:p>Rapat ditutup pukul 11.45 WIB.</text:p>"
)


def _scholarship(document: Any) -> None:
    document.add_heading("Pengumuman Beasiswa Kenali Cerdas Tahun 2026", 1)
    document.add_paragraph("Pemerintah Kabupaten Way Kenali membuka beasiswa bagi mahasiswa dalam dua jalur.")
    document.add_heading("Syarat Jalur Prestasi", 2)
    for one in ("IPK paling rendah 3,25", "usia paling tinggi 23 tahun", "sertifikat lomba tingkat provinsi"):
        document.add_paragraph(one, style="List Bullet")
    document.add_heading("Syarat Jalur Afirmasi", 2)
    for one in ("IPK paling rendah 2,75", "usia paling tinggi 25 tahun", "surat keterangan tidak mampu dari desa"):
        document.add_paragraph(one, style="List Bullet")
    document.add_heading("Kuota dan Besaran Bantuan", 2)
    office.docx_table(
        document,
        (
            ("Jenjang", "Kuota Jalur Prestasi", "Kuota Jalur Afirmasi", "Bantuan per Semester (Rp)"),
            ("D3", "20", "35", "2.400.000"),
            ("D4", "15", "25", "2.900.000"),
            ("S1", "45", "60", "3.250.000"),
            ("S2", "8", "4", "5.500.000"),
        ),
    )
    document.add_heading("Jadwal", 2)
    document.add_paragraph(
        "Pendaftaran dibuka 2 Maret 2026 dan ditutup 10 April 2026. Wawancara dilaksanakan 28 April 2026 "
        "dan hasil diumumkan 8 Mei 2026 di papan pengumuman Dinas Pendidikan."
    )


CASES = (
    Case(
        kind="service_standard",
        file="standar-puskesmas-kenali-ulu.docx",
        content=lambda: office.docx_of(_services),
        asks=(
            ask("Bikin surat bebas narkoba bayarnya berapa ya?", "120.000", never=("15.000", "60.000", "35.000")),
            ask("Berapa lama waktu penyelesaian pemeriksaan calon pengantin?", "90 menit", never=("45 menit",)),
            ask("Until what time is the registration desk open on Fridays?", "10.00", never=("11.30",), en=True),
            refuse("Kalau tambal gigi kena biaya berapa?"),
            refuse("Surat keterangan sehat itu berlakunya berapa lama sih?"),
        ),
        lines=("Surat keterangan sehat", "Rp120.000", "90 menit", "Buku KIA", "3 hari kerja"),
    ),
    Case(
        kind="pupils_by_school",
        file="siswa-sd-wilayah-barat.xlsx",
        content=lambda: office.workbook(_pupils),
        asks=(
            ask("Murid perempuan di SDN 2 Kenali Ulu ada berapa?", "93", never=("109", "86", "179")),
            ask(
                "Sekolah mana yang jumlah siswanya paling banyak?",
                "SDN 1 Sukamaju Ilir",
                never=("SDN 1 Kenali Ulu", "SDN 1 Bandar Jering"),
            ),
            ask("Daftar ulang murid baru paling lambat tanggal berapa?", "30 Juni 2026", never=("19 Juni 2026",)),
            refuse("Jumlah siswa SDN 2 Sukamaju Ilir ada berapa?"),
            refuse("Guru honorer di SDN 1 Bandar Jering ada berapa orang?"),
        ),
        lines=("SDN 1 Kenali Ulu", "SDN 2 Kenali Ulu", "SDN 1 Sukamaju Ilir", "SDN 1 Bandar Jering", "Daftar ulang"),
    ),
    Case(
        kind="hospital_wards",
        file="inpatient-wards.pptx",
        content=lambda: office.slides(_wards),
        asks=(
            ask("How much is a night in the Melur ward?", "120,000", never=("325,000", "210,000", "180,000"), en=True),
            ask("Jam besuk sore sampai jam berapa?", "18.30", never=("12.00",)),
            ask("Which ward has the fewest beds?", "Teratai", never=("Kenanga", "Melur", "Cempaka"), en=True),
            refuse("Kamar VIP semalam berapa?"),
            refuse("How many doctors work in the Kenanga ward?", en=True),
        ),
        lines=("Cempaka", "325,000", "Melur", "120,000", "Teratai", "240,000", "16.30 to 18.30"),
    ),
    Case(
        kind="village_minutes",
        file="notulen-talang-pisang.odt",
        content=lambda: office.odt(_MINUTES),
        asks=(
            ask("Dana buat sumur bor itu dari mana?", "Alokasi Dana Desa", never=("Pendapatan Asli Desa", "Provinsi")),
            ask("Mengapa pembangunan gapura ditunda?", "belum dihibahkan"),
            ask("Berapa selisih biaya jalan rabat beton dan sumur bor?", "84.750.000", never=("86.500.000",)),
            refuse("Siapa kontraktor yang ngerjain perbaikan saluran irigasi?"),
            refuse("How much will the street lights in Dusun Barat cost?", en=True),
        ),
        lines=("17 Januari 2026", "86.500.000", "Jalan rabat beton", "57.250.000", "Bantuan Provinsi", "gapura"),
    ),
    Case(
        kind="scholarship_tracks",
        file="beasiswa-kenali-cerdas.docx",
        content=lambda: office.docx_of(_scholarship),
        asks=(
            ask("IPK minimal buat jalur afirmasi berapa?", "2,75", never=("3,25",)),
            ask(
                "How many places are there for S1 students on the achievement track (jalur prestasi)?",
                "45",
                never=("60", "15"),
                en=True,
            ),
            ask("Hasil beasiswanya diumumin kapan?", "8 Mei 2026", never=("10 April 2026", "28 April 2026")),
            refuse("Berapa bantuan per semester untuk mahasiswa S3?"),
            refuse("Kalau udah dapat beasiswa lain masih boleh ikut gak?"),
        ),
        lines=("IPK paling rendah 3,25", "IPK paling rendah 2,75", "3.250.000", "8 Mei 2026"),
    ),
)
