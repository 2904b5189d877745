"""Tables on web pages and in Markdown."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.web import page, paragraphs, rows

CASES = (
    Case(
        kind="pairs",
        file="bank-sampah.html",
        content=page(
            "Bank Sampah Melati",
            "<p>Bank Sampah Melati melayani tiga rukun warga.</p><table>"
            + rows("Pembina | Sri Wahyuni", "Ketua | Darmawan Saputra", "Sekretaris | Lilis Kurnia")
            + rows("Hari timbang | Sabtu", "Jumlah nasabah | 318")
            + "</table>",
        ),
        asks=(
            ask("Siapa sekretaris Bank Sampah Melati?", "Lilis Kurnia", never=("Darmawan Saputra", "Sri Wahyuni")),
            ask("Who chairs the Melati waste bank?", "Darmawan Saputra", never=("Lilis Kurnia",), en=True),
            refuse("Siapa bendahara Bank Sampah Melati?"),
        ),
        lines=("Pembina", "Sri Wahyuni", "Ketua", "Darmawan Saputra", "Sekretaris", "Hari timbang", "Sabtu", "318"),
    ),
    Case(
        kind="levels",
        file="vaksinasi-ternak.html",
        content=page(
            "Vaksinasi Ternak per Kecamatan",
            "<p>Ternak yang divaksin dua tahun terakhir, dalam ekor.</p><table>"
            '<thead><tr><th rowspan="2">Kecamatan</th><th colspan="2">Sapi</th><th colspan="2">Kambing</th></tr>'
            f"{rows('2023 | 2024 | 2023 | 2024', cell='th')}</thead><tbody>"
            f"{rows('Merbau | 140 | 155 | 88 | 97', 'Candimas | 210 | 198 | 120 | 134')}"
            f"{rows('Sukaraja | 95 | 101 | 60 | 72')}</tbody></table>",
        ),
        asks=(
            ask("Berapa sapi yang divaksin di Candimas pada tahun 2024?", "198", never=("210", "120", "134", "155")),
            ask("How many goats were vaccinated in Merbau in 2023?", "88", never=("97", "140", "155"), en=True),
            refuse("Berapa kambing yang divaksin di Candimas pada tahun 2022?"),
        ),
        lines=("Merbau", "140", "155", "88", "97", "Candimas", "210", "198", "120", "134", "Sukaraja", "95"),
    ),
    Case(
        kind="merged",
        file="tarif-bus.html",
        content=page(
            "Tarif Bus Kota",
            "<p>Tarif bus kota mulai bulan depan.</p><table>"
            + rows("Koridor | Halte akhir | Tarif", cell="th")
            + '<tr><td rowspan="2">Koridor 1</td><td>Terminal Rajawali</td><td>Rp3.000</td></tr>'
            + rows("Pasar Lama | Rp3.500")
            + '<tr><td rowspan="2">Koridor 2</td><td>Alun-alun Utara</td><td>Rp4.000</td></tr>'
            + rows("Stasiun Ujung | Rp4.500")
            + "</table>",
        ),
        asks=(
            ask("Berapa tarif bus ke Stasiun Ujung?", "Rp4.500", never=("Rp4.000", "Rp3.500", "Rp3.000")),
            ask("Halte Pasar Lama termasuk koridor berapa?", "Koridor 1", never=("Koridor 2",)),
        ),
        lines=("Koridor 1", "Terminal Rajawali", "Rp3.000", "Pasar Lama", "Rp3.500", "Koridor 2", "Stasiun Ujung"),
    ),
    Case(
        kind="caption_row",
        file="retribusi-sampah.html",
        content=page(
            "Retribusi Kebersihan",
            "<p>Tarif yang berlaku bagi pelanggan di dalam kota.</p><table>"
            '<tr><td colspan="3">Daftar Tarif Retribusi Sampah</td></tr>'
            "<tr><td><b>Golongan</b></td><td><b>Tarif per bulan</b></td><td><b>Denda</b></td></tr>"
            + rows("Rumah tangga | Rp8.000 | Rp1.000", "Warung | Rp15.000 | Rp2.000", "Hotel | Rp250.000 | Rp25.000")
            + "</table>",
        ),
        asks=(
            ask("Berapa denda retribusi sampah untuk warung?", "Rp2.000", never=("Rp15.000", "Rp1.000", "Rp25.000")),
            ask("What is the monthly waste fee for a hotel?", "Rp250.000", never=("Rp25.000", "Rp15.000"), en=True),
        ),
        lines=("Daftar Tarif Retribusi Sampah", "Rumah tangga", "Rp8.000", "Warung", "Rp15.000", "Hotel", "Rp25.000"),
    ),
    Case(
        kind="largest",
        file="taman-kota.html",
        content=page(
            "Taman Kota",
            "<p>Taman yang dirawat dinas pertamanan.</p><table>"
            + rows("Taman | Luas (m2) | Jumlah pohon", cell="th")
            + rows("Taman Beringin | 4.200 | 270", "Taman Kemuning | 6.850 | 355", "Taman Flamboyan | 5.100 | 455")
            + "</table>",
        ),
        asks=(
            ask("Taman mana yang paling luas?", "Taman Kemuning", never=("Taman Beringin", "Taman Flamboyan")),
            ask("Which park has the fewest trees?", "Beringin", never=("Kemuning", "Flamboyan"), en=True),
            ask("Berapa jumlah pohon di Taman Flamboyan?", "455", never=("5.100", "355", "270")),
        ),
        lines=("Taman Beringin", "4.200", "270", "Taman Kemuning", "6.850", "355", "Taman Flamboyan", "5.100", "455"),
    ),
    Case(
        kind="total",
        file="perpustakaan.md",
        content="# Kunjungan Perpustakaan Daerah\n\nCatatan triwulan pertama.\n\n"
        "| Bulan | Pengunjung | Buku dipinjam |\n| -- | --: | --: |\n"
        "| Januari | 1.210 | 640 |\n| Februari | 980 | 512 |\n| Maret | 1.345 | 705 |\n",
        asks=(
            ask(
                "Berapa total pengunjung perpustakaan dari Januari sampai Maret?",
                "3.535",
                never=("1.210", "980", "1.345", "1.857"),
                refusable=True,
            ),
            ask("Berapa selisih pengunjung antara Maret dan Februari?", "365", never=("980", "1.345"), refusable=True),
            ask("How many books were borrowed in February?", "512", never=("980", "640", "705"), en=True),
        ),
        lines=("Januari", "1.210", "640", "Februari", "980", "512", "Maret", "1.345", "705"),
    ),
    Case(
        kind="tiles",
        file="beranda-air.html",
        content=page(
            "Perusahaan Air Bersih",
            "<p>Kami melayani pelanggan di tujuh kelurahan.</p><div class='statistik'>"
            + "".join(
                f"<div class='kotak'><span class='angka'>{number}</span><span class='ket'>{label}</span></div>"
                for number, label in (("1.284", "Pelanggan aktif"), ("37", "Sambungan rusak"), ("6", "Sumur bor"))
            )
            + "</div>",
        ),
        asks=(
            ask("Berapa pelanggan aktif perusahaan air bersih?", "1.284", never=("37", "6")),
            ask("How many broken connections are there?", "37", never=("1.284", "6"), en=True),
        ),
        lines=("1.284", "Pelanggan aktif", "37", "Sambungan rusak", "6", "Sumur bor"),
    ),
    Case(
        kind="pairs",
        file="gedung-serbaguna.html",
        content=page(
            "Gedung Serbaguna Wira Bakti",
            paragraphs("Gedung ini dapat disewa warga.")
            + "<dl><dt>Kapasitas</dt><dd>600 kursi</dd><dt>Sewa siang</dt><dd>Rp1.750.000</dd>"
            "<dt>Sewa malam</dt><dd>Rp2.250.000</dd><dt>Uang jaminan</dt><dd>Rp500.000</dd></dl>",
        ),
        asks=(
            ask("Berapa sewa malam Gedung Serbaguna Wira Bakti?", "Rp2.250.000", never=("Rp1.750.000", "Rp500.000")),
            ask("What is the capacity of the hall?", "600", en=True),
        ),
        lines=("Kapasitas", "600 kursi", "Sewa siang", "Rp1.750.000", "Sewa malam", "Rp2.250.000", "Uang jaminan"),
    ),
)
