"""Texts, pages and letters kept apart, written before the program was seen at work on their like."""

from datetime import date

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office
from tests.benchmarks.structure.writers.web import items, page, paragraphs, rows

CASES = (
    Case(
        kind="near_rows",
        file="bantuan-bibit-kelompok.html",
        content=page(
            "Penyaluran Bibit ke Kelompok Tani",
            "<table><thead>"
            + rows("#Kelompok | #Bibit | #Banyaknya | #Penyuluh")
            + "</thead><tbody>"
            + rows(
                "Tani Rukun | Alpukat | 750 batang | Wahyudi",
                "Sido Mukti | Durian | 320 batang | Lilis Suryani",
                "Harapan Baru | Pala | 1.100 batang | Samsul",
            )
            + "</tbody></table>",
        ),
        asks=(
            ask("Berapa bibit durian yang disalurkan?", "320", never=("750", "1.100")),
            ask("Siapa penyuluh kelompok Harapan Baru?", "Samsul", never=("Wahyudi", "Lilis")),
            ask("How many avocado (alpukat) seedlings did Tani Rukun get?", "750", never=("320",), en=True),
            refuse("Berapa bibit alpukat untuk Sido Mukti?"),
            refuse("Berapa bibit kelapa yang disalurkan?"),
            refuse("Berapa harga bibit pala?"),
        ),
        lines=("Tani Rukun", "Alpukat", "750 batang", "Wahyudi", "Sido Mukti", "320 batang", "1.100 batang", "Samsul"),
    ),
    Case(
        kind="definitions",
        file="istilah-pesisir.md",
        content="# Panduan Kampung Pesisir\n\n## Pengertian\n\nYang dimaksud dalam panduan ini dengan:\n\n"
        "a. Bagan apung adalah bangunan penangkap ikan dari bambu yang mengapung.\n"
        "b. Jaring liong bun adalah jaring dasar untuk menangkap pari.\n"
        "c. Zona inti adalah bagian pesisir yang tidak boleh dimasuki siapa pun.\n"
        "d. Punggawa adalah pemilik modal yang meminjami nelayan.\n\n"
        "## Aturan\n\nBagan apung dipasang paling dekat 500 meter dari terumbu. Pelanggar membayar Rp2.000.000.\n",
        asks=(
            ask("Apa itu bagan apung?", "dari bambu yang mengapung", never=("500",)),
            ask("Apa yang dimaksud dengan zona inti?", "tidak boleh dimasuki"),
            ask("Siapa yang disebut punggawa?", "pemilik modal"),
            ask("What is a jaring liong bun?", "menangkap pari", en=True),
            ask("Berapa jarak bagan apung dari terumbu?", "500 meter"),
            refuse("Apa itu rumah apung?"),
        ),
        lines=(
            "a. Bagan apung adalah",
            "b. Jaring liong bun",
            "c. Zona inti adalah",
            "d. Punggawa adalah",
            "Rp2.000.000",
        ),
    ),
    Case(
        kind="scale",
        file="pendapatan-terminal.md",
        content="# Pendapatan Terminal 2025\n\nTabel 3. Pendapatan menurut sumber (juta rupiah)\n\n"
        "| Terminal | Kios | Toilet | Parkir |\n| --- | --- | --- | --- |\n"
        "| Rajabasa | 620 | 144 | 391 |\n| Mulyojati | 118 | 37 | 82 |\n| Betan Subing | 73 | 21 | 55 |\n",
        asks=(
            ask("Berapa pendapatan parkir Terminal Mulyojati?", "82", "rupiah", never=("391", "37")),
            ask("Berapa pendapatan kios Terminal Betan Subing?", "73", never=("118", "21")),
            ask("How much did Rajabasa terminal earn from toilets?", "144", never=("391", "37"), en=True),
            refuse("Berapa pendapatan iklan Terminal Rajabasa?"),
            refuse("Berapa pendapatan kios Terminal Simpang Pematang?"),
        ),
        lines=(
            "menurut sumber (juta rupiah)",
            "Rajabasa",
            "620",
            "144",
            "391",
            "Mulyojati",
            "118",
            "Betan Subing",
            "55",
        ),
    ),
    Case(
        kind="pairs",
        file="panitia-festival.html",
        content=page(
            "Panitia Festival Krakatau Kecamatan",
            "<table>"
            + rows(
                "Pelindung | Camat Rajabasa",
                "Ketua panitia | Indra Gunawan",
                "Seksi acara | Putri Maharani",
                "Seksi keamanan | Bripka Dedi",
                "Dana terkumpul | Rp36.400.000",
            )
            + "</table>",
        ),
        asks=(
            ask("Siapa ketua panitia festival?", "Indra Gunawan", never=("Putri", "Camat")),
            ask("Siapa yang menangani seksi acara?", "Putri Maharani", never=("Dedi",)),
            ask("How much money was collected?", "Rp36.400.000", en=True),
            refuse("Siapa bendahara panitia festival?"),
            refuse("Siapa ketua seksi konsumsi?"),
            refuse("Berapa dana yang dihabiskan festival tahun lalu?"),
        ),
        lines=("Pelindung", "Camat Rajabasa", "Ketua panitia", "Indra Gunawan", "Seksi acara", "Putri Maharani"),
    ),
    Case(
        kind="siblings",
        file="embung-desa.txt",
        content="Keadaan Embung Desa\n\nEmbung Cempaka\nVolume: 12.500 m3\nTahun dibangun: 2014\n"
        "Sawah terairi: 34 hektare\n\nEmbung Seroja\nVolume: 8.200 m3\nTahun dibangun: 2019\n\n"
        "Embung Teratai\nVolume: 15.900 m3\nSawah terairi: 51 hektare\nPagar: rusak\n",
        asks=(
            ask("Berapa volume Embung Seroja?", "8.200", never=("12.500", "15.900")),
            ask("Tahun berapa Embung Cempaka dibangun?", "2014", never=("2019",)),
            ask("How many hectares of rice field does Embung Teratai irrigate?", "51", never=("34",), en=True),
            refuse("Berapa hektare sawah yang diairi Embung Seroja?"),
            refuse("Tahun berapa Embung Teratai dibangun?"),
        ),
        lines=(
            "Embung Cempaka",
            "12.500 m3",
            "2014",
            "34 hektare",
            "Embung Seroja",
            "8.200",
            "Embung Teratai",
            "15.900",
        ),
    ),
    Case(
        kind="typed_divisions",
        file="perdes-ternak.txt",
        content="PERATURAN DESA\nTENTANG PEMELIHARAAN TERNAK\n\nBAB I\nKETENTUAN UMUM\n\nPasal 1\n"
        "Dalam Peraturan Desa ini yang dimaksud dengan:\n1. Kandang komunal adalah kandang yang dipakai bersama oleh "
        "beberapa keluarga.\n2. Ternak lepas adalah ternak yang berkeliaran tanpa diikat.\n3. Pamong ternak adalah "
        "warga yang ditunjuk menangkap ternak lepas.\n\nBAB II\nKEWAJIBAN\n\nPasal 2\n(1) Ternak dikandangkan pada "
        "malam hari.\n(2) Pamong ternak menerima upah Rp40.000 untuk satu ekor.\n\nPasal 3\n"
        "Pemilik ternak lepas membayar tebusan Rp100.000 seekor.\n",
        asks=(
            ask("Apa itu kandang komunal?", "dipakai bersama", never=("berkeliaran",)),
            ask("Apa yang dimaksud dengan ternak lepas?", "berkeliaran tanpa diikat"),
            ask("What is a pamong ternak?", "ditunjuk menangkap", en=True),
            ask("Apa isi Pasal 3?", "Rp100.000", never=("Rp40.000",)),
            ask("Berapa upah pamong ternak?", "Rp40.000", never=("Rp100.000",)),
            refuse("Apa itu rumah potong hewan?"),
            refuse("Berapa tebusan bagi ternak yang sakit?"),
        ),
        lines=(
            "Pasal 1",
            "1. Kandang komunal",
            "2. Ternak lepas",
            "Pasal 2",
            "(1) Ternak dikandangkan",
            "(2) Pamong",
            "Pasal 3",
        ),
    ),
    Case(
        kind="before_after",
        file="jam-perpustakaan.html",
        content=page(
            "Perpustakaan Buka Lebih Lama",
            paragraphs(
                "Koleksi buku bertambah dari 18.400 judul menjadi 23.150 judul.",
                "Denda keterlambatan turun dari Rp1.000 menjadi Rp500, sedangkan denda buku hilang tetap Rp75.000.",
                "Masa pinjam diperpanjang dari 7 hari menjadi 10 hari.",
            ),
        ),
        asks=(
            ask("Berapa denda keterlambatan sebelumnya?", "Rp1.000", never=("Rp500", "Rp75.000")),
            ask("Berapa denda buku hilang?", "Rp75.000", never=("Rp500", "Rp1.000")),
            ask("How many titles did the library have before?", "18.400", never=("23.150",), en=True),
            ask("Berapa hari masa pinjam sekarang?", "10 hari", never=("7 hari",)),
            refuse("Berapa denda buku rusak?"),
        ),
        lines=("dari 18.400 judul menjadi 23.150 judul", "dari Rp1.000 menjadi Rp500", "dari 7 hari menjadi 10 hari"),
    ),
    Case(
        kind="recurring_items",
        file="syarat-kios-pelabuhan.html",
        content=page(
            "Penyewaan Kios Pelabuhan",
            "<h2>Perorangan</h2><ol>"
            + items("Pasfoto 3x4", "Fotokopi KTP", "Surat keterangan usaha", "Pernyataan tidak menyewa kios lain")
            + "</ol><h2>Koperasi</h2><ol>"
            + items("Akta pendirian", "Fotokopi KTP", "Surat keterangan usaha", "Laporan keuangan dua tahun")
            + "</ol><p>Undian kios diadakan setiap Januari.</p>",
        ),
        asks=(
            ask(
                "Apa saja syarat sewa kios untuk perorangan?",
                *("Pasfoto", "Fotokopi KTP", "Surat keterangan usaha", "Pernyataan"),
                never=("Akta pendirian",),
            ),
            ask(
                "What must a cooperative bring?",
                *("Akta pendirian", "Laporan keuangan", "Fotokopi KTP"),
                never=("Pasfoto",),
                en=True,
            ),
            ask("Kapan undian kios diadakan?", "Januari"),
            refuse("Berapa sewa kios untuk koperasi?"),
            refuse("Apa saja syarat sewa kios untuk yayasan?"),
        ),
        lines=("Perorangan", "Pasfoto 3x4", "Fotokopi KTP", "Koperasi", "Akta pendirian", "Fotokopi KTP", "dua tahun"),
    ),
    Case(
        kind="letter",
        file="jadwal-vaksin.eml",
        content=lambda: office.letter(
            "Jadwal Vaksin Ternak",
            "Dinas Peternakan <ternak@example.org>",
            "Sun, 10 May 2026 17:45:00 +0000",
            "Jadwal ada dalam tabel.",
            html="<p>Berikut jadwal vaksin penyakit mulut dan kuku.</p><table>"
            + rows(
                "#Pekon | #Hari | #Dosis | #Dokter hewan",
                "Way Kerap | Senin | 240 | drh. Anton",
                "Kiluan | Selasa | 165 | drh. Meri",
                "Napal | Selasa | 90 | drh. Anton",
            )
            + "</table><p>Ternak diikat di balai pekon.</p>",
        ),
        asks=(
            ask("Berapa dosis vaksin untuk Kiluan?", "165", never=("240", "90")),
            ask("Hari apa vaksin ternak di Way Kerap?", "Senin", never=("Selasa",)),
            ask("Who is the vet in Napal?", "drh. Anton", never=("drh. Meri",), en=True),
            refuse("Pukul berapa vaksin ternak di Kiluan?"),
            refuse("Berapa dosis vaksin untuk Semaka?"),
        ),
        lines=("Way Kerap", "Senin", "240", "drh. Anton", "Kiluan", "Selasa", "165", "Napal", "90", "balai pekon"),
        published=date(2026, 5, 11),
    ),
    Case(
        kind="collection",
        file="dua-jalan.jsonl",
        content='{"id":"j1","title":"Jalan Padang Ratu Dilebarkan","text":"<p>Jalan Padang Ratu sepanjang 9,6 '
        'kilometer dilebarkan menjadi 7 meter. Biayanya Rp23 miliar.</p>"}\n'
        '{"id":"j2","title":"Jalan Kalianda Ditambal","text":"<p>Jalan Kalianda ditambal di 41 titik dan selesai dalam '
        '12 hari.</p>"}\n',
        asks=(
            ask("Berapa biaya pelebaran Jalan Padang Ratu?", "Rp23 miliar"),
            ask("How many spots of Jalan Kalianda were patched?", "41", never=("12",), en=True),
            refuse("Berapa biaya penambalan Jalan Kalianda?"),
            refuse("Berapa hari pelebaran Jalan Padang Ratu?"),
        ),
        lines=("9,6 kilometer", "7 meter", "Rp23 miliar", "41 titik", "12 hari"),
    ),
    Case(
        kind="csv",
        file="tamu-wisata.csv",
        content="Objek;Juni;Juli;Agustus;Pemandu\nGigi Hiu;1204;1398;1150;9\nTeluk Kiluan;2240;2871;2033;14\n"
        "Way Lalaan;640;715;;4\n",
        asks=(
            ask("Berapa pemandu di Gigi Hiu?", "9", never=("14", "4")),
            ask("Berapa tamu Teluk Kiluan bulan Juli?", "2871|2.871", never=("2240", "2033"), refusable=True),
            ask("How many guides (pemandu) are there at Way Lalaan?", "4", never=("9", "715"), en=True),
            refuse("Berapa tamu Way Lalaan bulan Agustus?"),
            refuse("Berapa pemandu di Pulau Pahawang?"),
            refuse("Berapa tamu Gigi Hiu bulan September?"),
        ),
        lines=("Gigi Hiu", "1204", "1398", "1150", "9", "Teluk Kiluan", "2240", "2871", "14", "Way Lalaan", "715", "4"),
    ),
)
