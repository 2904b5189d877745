"""Tables on web pages and in Markdown: deep headers, units, groups of rows, grids of labels."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.web import page, paragraphs, rows

_DEEP = (
    '<tr><th rowspan="3">Puskesmas pembantu</th><th colspan="4">Kunjungan ibu hamil</th></tr>'
    '<tr><th colspan="2">Trimester pertama</th><th colspan="2">Trimester ketiga</th></tr>'
    + rows("Diperiksa | Dirujuk | Diperiksa | Dirujuk", cell="th")
    + rows("Sinar Harapan | 73 | 5 | 66 | 12", "Muara Dua | 58 | 3 | 49 | 8", "Gunung Sulah | 91 | 7 | 84 | 15")
)

CASES = (
    Case(
        kind="levels",
        file="kunjungan-bumil.html",
        content=page("Layanan Ibu Hamil", f"<table>{_DEEP}</table>"),
        asks=(
            ask("Berapa ibu hamil trimester ketiga yang dirujuk di Muara Dua?", "8", never=("3", "49", "12", "15")),
            ask("Berapa yang diperiksa pada trimester pertama di Gunung Sulah?", "91", never=("84", "7", "73")),
            refuse("Berapa ibu hamil trimester ketiga yang dirujuk di Rajabasa?"),
        ),
        lines=("Sinar Harapan", "73", "5", "66", "12", "Muara Dua", "58", "3", "49", "8"),
    ),
    Case(
        kind="units",
        file="belanja-desa.html",
        content=page(
            "Belanja Desa Pagar Iman",
            "<table><caption>Belanja menurut bidang, 2025 (juta rupiah)</caption>"
            + rows("#Bidang | #Pagu | #Realisasi", "Kesehatan | 212,5 | 198,0", "Jalan usaha tani | 640,0 | 611,3")
            + "</table>",
        ),
        asks=(
            ask("Berapa realisasi belanja jalan usaha tani Desa Pagar Iman?", "611,3|611,3 juta", never=("640", "198")),
            ask("Berapa pagu bidang kesehatan?", "212,5|212,5 juta", never=("198", "640")),
            refuse("Berapa pagu bidang pendidikan di Desa Pagar Iman?"),
        ),
    ),
    Case(
        kind="units",
        file="debit-sungai.md",
        content="# Pemantauan Sungai Way Rilau\n\nDebit air rata-rata, dalam liter per detik.\n\n"
        "| Titik pantau | Pagi | Petang |\n| -- | -- | -- |\n| Jembatan Batu | 1.420 | 1.365 |\n"
        "| Bendung Kecil | 980 | 1.010 |\n",
        asks=(
            ask("Berapa debit di Bendung Kecil pada petang hari?", "1.010", never=("980", "1.365")),
            ask("Titik pantau mana yang debit paginya paling besar?", "Jembatan Batu", never=("Bendung Kecil",)),
            refuse("Berapa debit di Muara Hilir?"),
        ),
    ),
    Case(
        kind="groups",
        file="lomba-kampung.html",
        content=page(
            "Lomba Kampung Bersih",
            "<table>"
            + rows("#Kampung | #Nilai | #Peringkat")
            + '<tr><td colspan="3">Kategori pesisir</td></tr>'
            + rows("Way Tataan | 87 | 1", "Karang Maritim | 81 | 2")
            + '<tr><td colspan="3">Kategori dataran</td></tr>'
            + rows("Sumber Agung | 92 | 1", "Beringin Raya | 79 | 2")
            + "</table>",
        ),
        asks=(
            ask("Berapa nilai Kampung Karang Maritim?", "81", never=("87", "79", "92")),
            ask("Peringkat berapa Beringin Raya?", "2", never=("79",)),
            refuse("Berapa nilai Kampung Telaga Sari?"),
        ),
    ),
    Case(
        kind="grid",
        file="profil-pasar.html",
        content=page(
            "Profil Pasar Way Kandis",
            "<table>"
            + rows(
                "#Kepala pasar | Suparman Hadi | #Berdiri | 1987",
                "#Jumlah kios | 164 | #Jumlah los | 92",
                "#Jam buka | 04.30 | #Jam tutup | 15.00",
            )
            + "</table>",
        ),
        asks=(
            ask("Berapa jumlah los di Pasar Way Kandis?", "92", never=("164",)),
            ask("Jam berapa Pasar Way Kandis tutup?", "15.00", never=("04.30",)),
            ask("Siapa kepala Pasar Way Kandis?", "Suparman Hadi", never=("1987",)),
            refuse("Berapa jumlah pedagang kaki lima di Pasar Way Kandis?"),
        ),
    ),
    Case(
        kind="merged",
        file="jadwal-posyandu.html",
        content=page(
            "Jadwal Posyandu Keliling",
            "<table>"
            + rows("Pekan | Dusun | Bidan | Pukul", cell="th")
            + '<tr><td rowspan="2">Pekan kesatu</td><td>Margo Rejo</td><td rowspan="2">Yuliana</td><td>08.15</td></tr>'
            + rows("Tirto Kencono | 10.40")
            + '<tr><td rowspan="2">Pekan ketiga</td><td>Sidodadi</td><td rowspan="2">Herlina</td><td>08.45</td></tr>'
            + rows("Bangun Rejo | 11.05")
            + "</table>",
        ),
        asks=(
            ask("Siapa bidan posyandu di Dusun Tirto Kencono?", "Yuliana", never=("Herlina",)),
            ask("Pukul berapa posyandu di Sidodadi?", "08.45", never=("08.15", "11.05")),
            ask("Pekan ke berapa posyandu datang ke Bangun Rejo?", "Pekan ketiga", never=("kesatu",), refusable=True),
            refuse("Siapa bidan posyandu di Dusun Purwosari?"),
        ),
    ),
    Case(
        kind="pairs",
        file="kontak-damkar.md",
        content="# Pos Damkar Rajabasa\n\n| | |\n| -- | -- |\n| Komandan regu | Fajar Nugroho |\n"
        "| Wakil komandan | Dedi Irawan |\n| Jumlah mobil | 3 unit |\n| Jumlah personel | 21 orang |\n",
        asks=(
            ask("Siapa komandan regu Pos Damkar Rajabasa?", "Fajar Nugroho", never=("Dedi Irawan",)),
            ask("Berapa mobil di Pos Damkar Rajabasa?", "3 unit", never=("21",)),
            refuse("Siapa bendahara Pos Damkar Rajabasa?"),
        ),
    ),
    Case(
        kind="pairs",
        file="data-waduk.html",
        content=page(
            "Embung Sri Katon",
            "<dl><dt>Luas genangan</dt><dd>7,4 hektare</dd><dt>Luas daerah irigasi</dt><dd>183 hektare</dd>"
            "<dt>Tahun dibangun</dt><dd>2019</dd><dt>Pengelola</dt><dd>P3A Tirta Makmur</dd></dl>",
        ),
        asks=(
            ask("Berapa luas daerah irigasi Embung Sri Katon?", "183 hektare", never=("7,4",)),
            ask("Who manages the Sri Katon reservoir?", "P3A Tirta Makmur", en=True, refusable=True),
            refuse("Berapa kedalaman Embung Sri Katon?"),
        ),
    ),
    Case(
        kind="largest",
        file="kelas-tani.html",
        content=page(
            "Sekolah Lapang Petani",
            "<table>"
            + rows("#Kelas | #Laki-laki | #Perempuan", "Kelas Padi | 31 | 14", "Kelas Kakao | 22 | 27")
            + rows("Kelas Lebah | 12 | 19", "Jumlah | 65 | 60")
            + "</table>",
        ),
        asks=(
            ask("Kelas mana yang pesertanya perempuan paling banyak?", "Kelas Kakao", never=("Jumlah", "Kelas Lebah")),
            ask("Berapa jumlah seluruh peserta laki-laki?", "65", never=("60", "31"), refusable=True),
            ask("Berapa peserta perempuan di Kelas Lebah?", "19", never=("12", "27")),
        ),
    ),
    Case(
        kind="units",
        file="harga-gabah.html",
        content=page(
            "Harga Gabah Minggu Ini",
            paragraphs("Harga di tingkat penggilingan.")
            + "<table>"
            + rows("#Penggilingan | #Kering panen (Rp/kg) | #Kering giling (Rp/kg)")
            + rows("Mulya Jaya | 6.450 | 7.800", "Dua Saudara | 6.600 | 8.050")
            + "</table>",
        ),
        asks=(
            ask("Berapa harga gabah kering giling di Dua Saudara?", "8.050", never=("6.600", "7.800")),
            ask("Berapa harga gabah di Mulya Jaya?", "6.450|7.800", refusable=True),
            refuse("Berapa harga gabah kering giling di Tani Subur?"),
        ),
    ),
)
