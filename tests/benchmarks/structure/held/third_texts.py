"""Pages, texts and letters written after the others, and kept apart as they are."""

from datetime import date

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office
from tests.benchmarks.structure.writers.web import items, page, paragraphs, rows

CASES = (
    Case(
        kind="pairs",
        file="jembatan-gantung.md",
        content="# Jembatan Gantung Way Tebu\n\n| | |\n| -- | -- |\n| Panjang | 96 meter |\n| Pelaksana | CV Karya "
        "Mandiri |\n"
        "| Pengawas | Rudi Hermawan |\n| Selesai | 12 Desember 2025 |\n",
        asks=(
            ask("Siapa pengawas Jembatan Gantung Way Tebu?", "Rudi Hermawan", never=("CV Karya Mandiri",)),
            ask("How long is the Way Tebu bridge?", "96 meter", en=True),
            refuse("Berapa biaya Jembatan Gantung Way Tebu?"),
        ),
        lines=("Panjang", "96 meter", "Pelaksana", "CV Karya Mandiri", "Pengawas", "Rudi Hermawan", "12 Desember 2025"),
    ),
    Case(
        kind="levels",
        file="produksi-ikan.html",
        content=page(
            "Produksi Ikan (ton)",
            "<table><tr><th rowspan='2'>Kecamatan</th><th colspan='2'>Budidaya</th><th colspan='2'>Tangkap</th></tr>"
            "<tr><th>2023</th><th>2024</th><th>2023</th><th>2024</th></tr>"
            + rows("Rawajitu | 8.410 | 9.027 | 211 | 198", "Penawar | 1.305 | 1.488 | 74 | 81")
            + "</table>",
        ),
        asks=(
            ask("Berapa produksi ikan tangkap Penawar tahun 2023?", "74", never=("81", "1.305")),
            ask("Berapa produksi budidaya Rawajitu tahun 2024?", "9.027", never=("8.410", "198")),
            refuse("Berapa produksi ikan tangkap Penawar tahun 2021?"),
        ),
        lines=("Rawajitu", "8.410", "9.027", "211", "198", "Penawar", "1.305", "1.488", "74", "81"),
    ),
    Case(
        kind="struck",
        file="jadwal-sim.html",
        content=page(
            "SIM Keliling",
            paragraphs(
                "SIM keliling hadir di <s>Lapangan Merdeka</s> Terminal Induk setiap Sabtu.",
                "Kuota harian <span style='text-decoration: line-through'>40</span> 75 pemohon.",
            ),
        ),
        asks=(
            ask("Di mana SIM keliling hadir?", "Terminal Induk", never=("Lapangan Merdeka",)),
            ask("What is the daily quota?", "75", never=("40",), en=True),
            refuse("Berapa biaya perpanjangan SIM?"),
        ),
        lines=("SIM keliling hadir di", "Terminal Induk setiap Sabtu", "75 pemohon"),
        gone=("Lapangan Merdeka", "40"),
    ),
    Case(
        kind="siblings",
        file="pos-ronda.html",
        content=page(
            "Pos Ronda",
            "<h2>Pos 4</h2>"
            + items("Koordinator: Mulyadi", "Anggota: 12 orang")
            + "<h2>Pos 14</h2>"
            + items("Koordinator: Sarwono", "Anggota: 9 orang", "Senter: 4 buah")
            + "<h2>Pos 44</h2>"
            + items("Anggota: 15 orang"),
        ),
        asks=(
            ask("Siapa koordinator Pos 14?", "Sarwono", never=("Mulyadi",)),
            ask("How many members does Pos 4 have?", "12", never=("9", "15"), en=True),
            refuse("Siapa koordinator Pos 44?"),
            refuse("Berapa senter di Pos 4?"),
        ),
        lines=("Pos 4", "Koordinator: Mulyadi", "Pos 14", "Koordinator: Sarwono", "Senter: 4 buah", "Pos 44"),
    ),
    Case(
        kind="neighbours",
        file="pasar-murah.txt",
        content="Pasar Murah Akhir Tahun\n\nKecamatan Kedondong\n\nPasar murah digelar di halaman kantor camat pada 18 "
        "Desember 2025.\nTersedia 3 ton beras.\n\nKecamatan Punduh\n\nPasar murah digelar di dermaga pada 20 Desember "
        "2025.\nMinyak goreng dijual Rp14.000 per liter.\n",
        asks=(
            ask("Di mana pasar murah di Kecamatan Punduh?", "dermaga", never=("kantor camat",)),
            ask("When is the cheap market in Kedondong?", "18 Desember", never=("20 Desember",), en=True),
            refuse("Berapa ton beras yang tersedia di Kecamatan Punduh?"),
        ),
        lines=("Kecamatan Kedondong", "halaman kantor camat", "3 ton beras", "Kecamatan Punduh", "dermaga", "Rp14.000"),
    ),
    Case(
        kind="recurring_items",
        file="syarat-nelayan.txt",
        content="Kartu Nelayan\n\nUntuk pemilik kapal:\n1. KTP\n2. Kartu keluarga\n3. Pas kapal\n4. Foto kapal\n5. "
        "Surat "
        "pernyataan\n\nUntuk anak buah kapal:\n1. KTP\n2. Kartu keluarga\n3. Surat pernyataan\n4. Surat keterangan "
        "juragan\n",
        asks=(
            ask(
                "Apa saja syarat kartu nelayan untuk pemilik kapal?",
                *("KTP", "Kartu keluarga", "Pas kapal", "Foto kapal", "Surat pernyataan"),
                never=("juragan",),
            ),
            refuse("Berapa biaya kartu nelayan?"),
        ),
        lines=(
            *("1. KTP", "2. Kartu keluarga", "3. Pas kapal", "4. Foto kapal", "5. Surat pernyataan"),
            *("1. KTP", "2. Kartu keluarga", "3. Surat pernyataan", "4. Surat keterangan juragan"),
        ),
    ),
    Case(
        kind="before_after",
        file="kuota-haji.html",
        content=page(
            "Kuota Haji",
            paragraphs(
                "Kuota haji kabupaten naik dari 412 menjadi 468 orang.",
                "Masa tunggu berkurang menjadi 21 tahun.",
                "Biaya manasik semula Rp750.000, kini Rp600.000.",
            ),
        ),
        asks=(
            ask("Berapa kuota haji sebelumnya?", "412", never=("468",)),
            ask("What is the quota now?", "468", never=("412",), en=True),
            refuse("Berapa masa tunggu sebelum berkurang?"),
        ),
        lines=("naik dari 412 menjadi 468 orang", "berkurang menjadi 21 tahun", "semula Rp750.000, kini Rp600.000"),
    ),
    Case(
        kind="definitions",
        file="perda-kawasan.txt",
        content="PERATURAN DAERAH TENTANG KAWASAN TANPA ROKOK\n\nPasal 1\n\nDalam Peraturan Daerah ini yang dimaksud "
        "dengan:"
        "\n1. Kawasan Tanpa Rokok adalah ruangan yang dinyatakan dilarang untuk merokok.\n2. Pimpinan adalah orang "
        "yang "
        "bertanggung jawab atas suatu tempat.\n3. Rokok adalah hasil olahan tembakau yang dibakar.\n\nPasal "
        "2\n\nKawasan "
        "Tanpa Rokok meliputi sekolah, puskesmas, dan tempat ibadah.\n\nPasal 3\n\nPelanggar didenda paling banyak "
        "Rp500.000.\n",
        asks=(
            ask(
                "Apa yang dimaksud dengan Pimpinan?", "bertanggung jawab atas suatu tempat", never=("olahan tembakau",)
            ),
            ask("Apa isi Pasal 2?", "tempat ibadah", never=("Rp500.000",)),
            ask("What is the maximum fine?", "Rp500.000", en=True),
            refuse("Apa yang dimaksud dengan Satuan Tugas?"),
        ),
        lines=(
            "Pasal 1",
            "1. Kawasan Tanpa Rokok adalah",
            "2. Pimpinan adalah",
            "3. Rokok adalah",
            "Pasal 2",
            "Pasal 3",
        ),
    ),
    Case(
        kind="mail",
        file="hasil-rapat.eml",
        content=lambda: office.letter(
            "Hasil rapat irigasi",
            "pengairan@example.org",
            "Tue, 9 Dec 2025 10:00:00 +0700",
            "Hasil rapat hari ini:\n\n1. Pintu air Sekampung dibuka 15 Desember.\n2. Iuran P3A Rp35.000 per "
            "hektare.\n3. "
            "Gotong royong dipimpin Pak Wagimin.\n\nTerima kasih.\n",
        ),
        asks=(
            ask("Kapan pintu air Sekampung dibuka?", "15 Desember"),
            ask("Who leads the community work (gotong royong)?", "Wagimin", en=True),
            refuse("Berapa denda terlambat membayar iuran P3A?"),
        ),
        lines=("1. Pintu air Sekampung dibuka 15 Desember", "2. Iuran P3A Rp35.000 per hektare", "3. Gotong royong"),
        published=date(2025, 12, 9),
    ),
    Case(
        kind="totals",
        file="donor-darah-2025.csv",
        content="Unit;Kantong A;Kantong B;Kantong O\nRSUD;120;95;210\nPMI;340;288;415\nKlinik Bakti;22;18;31\n",
        asks=(
            ask("Berapa kantong O di PMI?", "415", never=("340", "288", "210")),
            ask("How many type B bags did RSUD collect?", "95", never=("120", "288"), en=True),
            ask("Berapa jumlah seluruh kantong A?", "482", never=("340",), refusable=True),
            refuse("Berapa kantong AB di RSUD?"),
        ),
        lines=("RSUD", "120", "95", "210", "PMI", "340", "288", "415", "Klinik Bakti", "22", "18", "31"),
    ),
    Case(
        kind="repeal",
        file="perwali-sampah.md",
        content="# Peraturan Wali Kota Nomor 8 Tahun 2026 tentang Pengurangan Sampah Plastik\n\n## Pasal 1\n\nPusat "
        "perbelanjaan dilarang menyediakan kantong plastik.\n\n## Pasal 2\n\nPeraturan Wali Kota Nomor 3 Tahun 2020 "
        "dicabut dan dinyatakan tidak berlaku.\n\n## Pasal 3\n\nPelanggaran dikenai teguran, lalu pembekuan izin 30 "
        "hari.\n",
        asks=(
            ask("Apa isi Pasal 1?", "kantong plastik", never=("dicabut",)),
            ask("Peraturan mana yang dicabut?", "Nomor 3 Tahun 2020"),
            ask("How long is the licence frozen?", "30 hari", en=True),
            refuse("Apa isi Pasal 6?"),
        ),
        lines=("Pasal 1", "dilarang menyediakan kantong plastik", "Pasal 2", "Pasal 3", "pembekuan izin 30 hari"),
    ),
    Case(
        kind="other_unit",
        file="taman-satwa.html",
        content=page(
            "Taman Satwa Bumi Kedaton",
            paragraphs(
                "Taman satwa memelihara 38 rusa dan 17 burung kakatua.",
                "Tiket masuk Rp15.000 pada hari kerja dan Rp20.000 pada akhir pekan.",
            ),
        ),
        asks=(
            ask("Berapa burung kakatua di taman satwa?", "17", never=("38",)),
            ask("How much is the ticket on weekends?", "Rp20.000", never=("Rp15.000",), en=True),
            refuse("Berapa gajah di taman satwa?"),
        ),
        lines=("memelihara 38 rusa dan 17 burung kakatua", "Rp15.000 pada hari kerja dan Rp20.000 pada akhir pekan"),
    ),
)
