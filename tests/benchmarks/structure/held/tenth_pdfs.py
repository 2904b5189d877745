"""PDF files: places at schools by decree, water by bracket, a budget, a ferry's hours and fares, works for tender."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import Page, Text, grid, lines, pdf
from tests.benchmarks.structure.writers.report import report, ruled, text


def _places() -> bytes:
    return report(
        text("KEPUTUSAN KEPALA DINAS PENDIDIKAN KABUPATEN WAY KENALI", "Heading1"),
        text("NOMOR 420/118/2026"),
        text("TENTANG DAYA TAMPUNG SMP NEGERI TAHUN AJARAN 2026/2027"),
        text("MEMUTUSKAN:"),
        text("KESATU : Menetapkan daya tampung SMP Negeri sebagaimana tercantum dalam Lampiran."),
        text("KEDUA : Pendaftaran dilaksanakan tanggal 15 sampai dengan 19 Juni 2026 tanpa dipungut biaya."),
        text("KETIGA : Setiap rombongan belajar berisi paling banyak 32 (tiga puluh dua) siswa."),
        text("KEEMPAT : Keputusan ini mulai berlaku pada tanggal ditetapkan."),
        text("Ditetapkan di Kenali Jaya pada tanggal 20 April 2026"),
        text("LAMPIRAN : Daya Tampung SMP Negeri menurut Jalur (siswa)", "Heading2"),
        ruled(
            (
                "No | Sekolah | Domisili | Afirmasi | Prestasi | Mutasi | Jumlah",
                "1 | SMP Negeri 1 Kenali Ulu | 112 | 64 | 56 | 24 | 256",
                "2 | SMP Negeri 2 Kenali Ulu | 84 | 48 | 42 | 18 | 192",
                "3 | SMP Negeri 1 Bandar Jering | 98 | 56 | 49 | 21 | 224",
                "4 | SMP Negeri 1 Talang Pisang | 42 | 24 | 21 | 9 | 96",
            ),
            (30, 160, 55, 55, 55, 50, 50),
        ),
    )


def _water() -> bytes:
    return report(
        text("Tarif Air Minum Perumda Tirta Kenali", "Heading1"),
        text("Berlaku mulai rekening Januari 2026. Tarif dalam rupiah per m3 menurut blok pemakaian sebulan."),
        ruled(
            (
                "Golongan | Contoh pelanggan | 0-10 m3 | 11-20 m3 | Di atas 20 m3",
                "Sosial | Rumah ibadah, panti asuhan | 1.800 | 2.100 | 2.500",
                "Rumah Tangga A | Rumah dengan listrik 450 VA | 2.900 | 3.700 | 4.600",
                "Rumah Tangga B | Rumah dengan listrik di atas 450 VA | 3.600 | 4.800 | 6.100",
                "Instansi | Kantor pemerintah, sekolah | 4.200 | 5.600 | 7.000",
                "Niaga Kecil | Kios, warung makan | 4.700 | 6.300 | 8.200",
                "Niaga Besar | Hotel, swalayan | 6.900 | 8.800 | 11.500",
            ),
            (90, 150, 65, 65, 80),
        ),
        text("Biaya administrasi Rp7.500 per bulan ditambahkan pada setiap rekening."),
        text("Rekening dibayar paling lambat tanggal 20. Keterlambatan didenda Rp15.000 per bulan."),
        text("Biaya pemasangan sambungan baru rumah tangga Rp1.250.000."),
    )


def _budget() -> bytes:
    return report(
        text("Ringkasan Anggaran Dinas Perhubungan Kabupaten Way Kenali Tahun 2026", "Heading1"),
        text("Angka dalam jutaan rupiah."),
        ruled(
            (
                "Uraian | Realisasi 2025 | Anggaran 2026",
                "Belanja pegawai | 6.420 | 6.815",
                "Belanja barang dan jasa | 3.975 | 4.360",
                "Pemeliharaan lampu jalan | 1.280 | 1.545",
                "Rambu dan marka jalan | 890 | 1.025",
                "Uji kendaraan bermotor | 415 | 510",
                "Jumlah | 12.980 | 14.255",
            ),
            (200, 100, 100),
        ),
        text("Kenaikan terutama untuk mengganti 640 titik lampu jalan dengan lampu LED."),
        text("Target retribusi parkir tahun 2026 sebesar Rp1,9 miliar."),
    )


def _ferry() -> bytes:
    page = Page(
        [
            Text(70, 740, "Kenali Jaya to Pulau Tebing Ferry", 16),
            *lines(715, "Sailings from Kenali Jaya, valid from 1 March 2026"),
            *grid(685, (70, 158, 238, 320, 460), "Sailing | Departs | Arrives | Days | Vessel"),
            *grid(
                667,
                (70, 190, 270, 320, 460),
                "First | 06.30 | 08.10 | Daily | Tebing Satu",
                "Second | 09.00 | 10.40 | Daily | Tebing Dua",
                "Third | 13.15 | 14.55 | Monday to Friday | Tebing Satu",
                "Fourth | 16.45 | 18.25 | Saturday and Sunday | Tebing Dua",
                "Fifth | 19.30 | 21.10 | Friday only | Tebing Tiga",
            ),
            Text(70, 550, "Fares for one crossing (Rp)", 13),
            *grid(525, (70, 295), "Passenger or vehicle | Fare"),
            *grid(
                507,
                (70, 320),
                "Adult | 38,000",
                "Child aged 3 to 11 | 19,000",
                "Motorcycle with rider | 74,000",
                "Car with driver | 315,000",
            ),
            *lines(420, "Children under 3 travel free.", "Check-in closes 20 minutes before departure."),
        ]
    )
    return pdf(page)


def _tender() -> bytes:
    return report(
        text("PENGUMUMAN TENDER DINAS PEKERJAAN UMUM KABUPATEN WAY KENALI", "Heading1"),
        text("Dinas Pekerjaan Umum mengundang penyedia untuk mengikuti tender paket pekerjaan tahun anggaran 2026."),
        ruled(
            (
                "Kode | Paket Pekerjaan | Pagu (Rp) | Waktu Pelaksanaan",
                "PU-01 | Peningkatan jalan Kenali Ulu - Talang Pisang | 4.875.000.000 | 150 hari",
                "PU-02 | Pembangunan jembatan gantung Way Jering | 2.340.000.000 | 180 hari",
                "PU-03 | Rehabilitasi drainase Pasar Kenali Jaya | 985.000.000 | 90 hari",
                "PU-04 | Pengadaan alat ukur tanah | 412.500.000 | 45 hari",
            ),
            (50, 230, 95, 90),
        ),
        text("Pendaftaran dan unduh dokumen: 9 Maret 2026 sampai 18 Maret 2026 pukul 15.00 WIB."),
        text("Penjelasan pekerjaan: 12 Maret 2026. Pembukaan penawaran: 20 Maret 2026."),
        text("Peserta wajib memiliki nomor induk berusaha (NIB) dan bukti lapor pajak tahun 2025."),
        text("Jaminan penawaran sebesar 2 persen dari pagu."),
    )


CASES = (
    Case(
        kind="decree_places",
        file="daya-tampung-smp.pdf",
        content=_places,
        asks=(
            ask("Jatah jalur prestasi di SMP Negeri 1 Bandar Jering ada berapa kursi?", "49", never=("56", "42", "98")),
            ask("Paling banyak berapa siswa dalam satu rombongan belajar?", "32"),
            ask("SMP Negeri 1 Talang Pisang nerima berapa murid semuanya?", "96", never=("42", "192", "224")),
            refuse("What is the capacity of SMP Negeri 3 Kenali Ulu?", en=True),
            refuse("Jarak maksimal rumah ke sekolah buat jalur domisili berapa meter?"),
        ),
        lines=("KETIGA", "20 April 2026", "SMP Negeri 1 Kenali Ulu", "192", "SMP Negeri 1 Bandar Jering", "96"),
    ),
    Case(
        kind="water_brackets",
        file="tarif-tirta-kenali.pdf",
        content=_water,
        asks=(
            ask(
                "Pemakaian kubik ke-15 untuk Rumah Tangga B kena tarif berapa per m3?",
                "4.800",
                never=("3.600", "6.100", "3.700"),
            ),
            ask("Telat bayar rekening air dendanya berapa?", "15.000", never=("7.500",)),
            ask(
                "What does a kiosk pay per cubic metre for use above 20 m3?",
                "8.200",
                never=("11.500", "6.300", "7.000"),
                en=True,
            ),
            refuse("Tarif air untuk golongan industri berapa per m3?"),
            refuse("Pasang sambungan baru itu jadinya berapa hari?"),
        ),
        lines=("Sosial", "2.500", "Rumah Tangga A", "4.600", "Niaga Besar", "11.500", "tanggal 20", "Rp1.250.000"),
    ),
    Case(
        kind="budget_two_years",
        file="anggaran-perhubungan.pdf",
        content=_budget,
        asks=(
            ask("Berapa anggaran pemeliharaan lampu jalan tahun 2026?", "1.545|1.545 juta", never=("1.280", "1.025")),
            ask("Target retribusi parkir 2026 berapa?", "1,9 miliar"),
            ask("Uji kendaraan bermotor naik berapa juta dari realisasi 2025 ke anggaran 2026?", "95|95 juta"),
            refuse("Tahun 2024 habis berapa buat rambu dan marka jalan?"),
            refuse("How much is budgeted for the bus terminal in 2026?", en=True),
        ),
        lines=("Belanja pegawai", "6.815", "lampu jalan", "1.545", "Jumlah", "14.255", "640 titik"),
    ),
    Case(
        kind="ferry_timetable",
        file="ferry-pulau-tebing.pdf",
        content=_ferry,
        asks=(
            ask("Kapal yang berangkat jam 13.15 sampainya jam berapa?", "14.55", never=("10.40", "18.25")),
            ask(
                "How much is the fare for a motorcycle with its rider?",
                "74,000",
                never=("38,000", "315,000", "19,000"),
                en=True,
            ),
            ask("How long before departure does check-in close?", "20 minutes", en=True),
            refuse("At what time does the last ferry leave Pulau Tebing?", en=True),
            refuse("Kalau bawa truk bayar berapa?"),
        ),
        lines=("06.30", "08.10", "13.15", "14.55", "Tebing Tiga", "38,000", "315,000", "20 minutes"),
    ),
    Case(
        kind="tender_packages",
        file="tender-pekerjaan-umum.pdf",
        content=_tender,
        asks=(
            ask(
                "Pagu buat jembatan gantung Way Jering berapa?",
                "2.340.000.000",
                never=("4.875.000.000", "985.000.000"),
            ),
            ask("Kapan pembukaan penawaran dilaksanakan?", "20 Maret 2026", never=("18 Maret 2026", "12 Maret 2026")),
            ask("Drainase Pasar Kenali Jaya dikasih waktu berapa hari?", "90 hari", never=("150 hari", "180 hari")),
            refuse("Yang menang tender PU-01 siapa?"),
            refuse("Berapa pagu paket PU-06?"),
        ),
        lines=("PU-01", "4.875.000.000", "PU-02", "180 hari", "PU-04", "412.500.000", "20 Maret 2026", "2 persen"),
    ),
)
