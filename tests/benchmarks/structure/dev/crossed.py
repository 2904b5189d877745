"""Tables with spans, totals, empty cells and figures in many notations, asked across and beside what they hold."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.web import page, rows

CASES = (
    Case(
        kind="absent_row",
        file="kunjungan-museum.html",
        content=page(
            "Kunjungan Museum Daerah",
            "<table>"
            + rows("#Bulan | #Pelajar | #Umum | #Mancanegara")
            + rows("Januari | 820 | 410 | 37", "Februari | 765 | 398 | 29", "Maret | 1.104 | 522 | 41")
            + rows("Jumlah | 2.689 | 1.330 | 107")
            + "</table>",
        ),
        asks=(
            ask("Berapa pengunjung pelajar di Museum Daerah pada bulan Februari?", "765", never=("820", "398")),
            ask("Berapa jumlah pengunjung umum museum seluruhnya?", "1.330", never=("2.689", "410")),
            refuse("Berapa pengunjung pelajar museum pada bulan April?"),
            refuse("How many pensioners visited the museum in March?", en=True),
        ),
    ),
    Case(
        kind="subtotals",
        file="belanja-dinas.html",
        content=page(
            "Realisasi Belanja Dinas Perikanan",
            "<table><caption>Realisasi belanja (dalam ribu rupiah)</caption>"
            + rows("#Uraian | #Pagu | #Realisasi")
            + rows("Belanja pegawai | 4.200.000 | 4.115.250", "Belanja barang | 1.850.000 | 1.702.400")
            + rows("Subtotal operasi | 6.050.000 | 5.817.650")
            + rows("Belanja modal kapal | 2.400.000 | 2.388.000", "Belanja modal gedung | 960.000 | 745.300")
            + rows("Subtotal modal | 3.360.000 | 3.133.300", "Total | 9.410.000 | 8.950.950")
            + "</table>",
        ),
        asks=(
            ask("Berapa realisasi belanja modal kapal?", "2.388.000|2.388.000 ribu", never=("2.400.000", "3.133.300")),
            ask("Berapa total pagu belanja Dinas Perikanan?", "9.410.000", never=("6.050.000", "8.950.950")),
            ask(
                "What was the realised spending on goods (belanja barang)?", "1.702.400", never=("1.850.000",), en=True
            ),
            refuse("Berapa realisasi belanja hibah Dinas Perikanan?"),
        ),
    ),
    Case(
        kind="empty_cells",
        file="sekolah-terbuka.html",
        content=page(
            "Fasilitas Sekolah Terbuka",
            "<table>"
            + rows("#Sekolah | #Komputer | #Perpustakaan | #Laboratorium")
            + rows("SMP Terbuka Rawa | 24 | 1 | -", "SMP Terbuka Muara | - | 2 | 1", "SMP Terbuka Bukit | 31 | - | 3")
            + "</table>",
        ),
        asks=(
            ask("Berapa komputer di SMP Terbuka Bukit?", "31", never=("24", "3")),
            ask("Berapa laboratorium di SMP Terbuka Rawa?", "-", never=("1", "3", "24"), refusable=True),
            ask(
                "How many computers does SMP Terbuka Muara have?", "-", never=("24", "31", "2"), en=True, refusable=True
            ),
        ),
    ),
    Case(
        kind="negative",
        file="neraca-bumdes.html",
        content=page(
            "Laba Rugi BUMDes Sumber Makmur",
            "<p>Angka dalam kurung berarti rugi.</p><table>"
            + rows("#Unit usaha | #2023 | #2024")
            + rows("Toko sembako | Rp12.450.000 | Rp15.300.000", "Air isi ulang | (Rp3.120.000) | Rp2.480.000")
            + rows("Sewa tenda | Rp6.700.000 | (Rp940.000)")
            + "</table>",
        ),
        asks=(
            ask("Berapa hasil unit sewa tenda BUMDes tahun 2024?", "(Rp940.000)", never=("Rp6.700.000", "Rp2.480.000")),
            ask("Berapa laba toko sembako pada 2023?", "Rp12.450.000", never=("Rp15.300.000",)),
            refuse("Berapa laba toko sembako BUMDes pada 2022?"),
            refuse("Berapa laba unit simpan pinjam BUMDes tahun 2024?"),
        ),
    ),
    Case(
        kind="dates_as_rows",
        file="pasang-surut.html",
        content=page(
            "Pasang Surut Teluk Kiluan",
            "<table>"
            + rows("#Tanggal | #Pasang (m) | #Surut (m)")
            + rows("3 Mei 2026 | 1,42 | 0,31", "4 Mei 2026 | 1,55 | 0,28", "13 Mei 2026 | 1,18 | 0,47")
            + "</table>",
        ),
        asks=(
            ask("Berapa meter surut Teluk Kiluan pada 4 Mei 2026?", "0,28", never=("0,31", "1,55", "0,47")),
            ask("How high was the tide (pasang) on 13 May 2026?", "1,18", never=("1,42", "0,47"), en=True),
            refuse("Berapa meter pasang Teluk Kiluan pada 5 Mei 2026?"),
        ),
    ),
    Case(
        kind="months_as_columns",
        file="curah-hujan.md",
        content="# Curah Hujan\n\nTabel 2. Curah hujan menurut pos pengamatan (mm)\n\n"
        "| Pos | Jan | Feb | Mar | Apr |\n| -- | --: | --: | --: | --: |\n| Kemiling | 312 | 287 | 254 | 198 |\n"
        "| Natar | 275 | 301 | 233 | 176 |\n| Kalianda | 298 | 265 | 241 | 154 |\n",
        asks=(
            ask("Berapa curah hujan di pos Natar pada bulan Februari?", "301", never=("275", "287", "265")),
            ask("How much rain fell at Kalianda in April?", "154", never=("198", "241"), en=True),
            refuse("Berapa curah hujan di pos Natar pada bulan Mei?"),
            refuse("Berapa curah hujan di pos Sidomulyo pada bulan Maret?"),
        ),
    ),
    Case(
        kind="ranges",
        file="tarif-air.html",
        content=page(
            "Tarif Air Minum",
            "<table>"
            + '<tr><th rowspan="2">Golongan</th><th colspan="3">Tarif per m³ menurut pemakaian</th></tr>'
            + rows("0-10 m³ | 11-20 m³ | > 20 m³", cell="th")
            + rows("Rumah tangga A | Rp2.100 | Rp2.900 | Rp4.250", "Rumah tangga B | Rp3.050 | Rp3.800 | Rp5.400")
            + rows("Niaga | Rp6.200 | Rp7.450 | Rp9.100")
            + "</table>",
        ),
        asks=(
            ask("Berapa tarif air niaga untuk pemakaian 11-20 m³?", "Rp7.450", never=("Rp6.200", "Rp9.100")),
            ask("Berapa tarif rumah tangga B untuk pemakaian 0-10 m³?", "Rp3.050", never=("Rp2.100", "Rp3.800")),
            refuse("Berapa tarif air golongan industri untuk pemakaian 0-10 m³?"),
        ),
    ),
    Case(
        kind="twin_tables",
        file="guru-dan-murid.html",
        content=page(
            "Pendidikan dalam Angka",
            "<h2>Sekolah Negeri</h2><table>"
            + rows("#Kecamatan | #Guru | #Murid", "Sukau | 118 | 2.010", "Lumbok | 73 | 1.244")
            + "</table><h2>Sekolah Swasta</h2><table>"
            + rows("#Kecamatan | #Guru | #Murid", "Sukau | 42 | 655", "Lumbok | 19 | 287")
            + "</table>",
        ),
        asks=(
            ask("Berapa murid sekolah swasta di Kecamatan Sukau?", "655", never=("2.010", "287")),
            ask("Berapa guru sekolah negeri di Kecamatan Lumbok?", "73", never=("19", "118")),
            refuse("Berapa murid madrasah di Kecamatan Sukau?"),
        ),
    ),
    Case(
        kind="twin_tables",
        file="ternak-dua-tahun.html",
        content=page(
            "Populasi Ternak",
            "<table><caption>Tabel 1. Populasi ternak tahun 2023 (ekor)</caption>"
            + rows("#Desa | #Sapi | #Kambing", "Margasari | 214 | 980", "Bandar | 187 | 1.105")
            + "</table><table><caption>Tabel 2. Populasi ternak tahun 2024 (ekor)</caption>"
            + rows("#Desa | #Sapi | #Kambing", "Margasari | 239 | 1.012", "Bandar | 174 | 1.166")
            + "</table>",
        ),
        asks=(
            ask("Berapa populasi sapi di Desa Margasari tahun 2024?", "239", never=("214", "174")),
            ask("How many goats were there in Bandar in 2023?", "1.105", never=("1.166", "980"), en=True),
            refuse("Berapa populasi sapi di Desa Margasari tahun 2025?"),
            refuse("Berapa populasi kerbau di Desa Bandar tahun 2024?"),
        ),
    ),
    Case(
        kind="keys_right",
        file="nilai-indeks.html",
        content=page(
            "Indeks Desa Membangun",
            "<table>"
            + rows("#No | #Skor | #Status | #Desa")
            + rows(
                "1 | 0,7412 | Maju | Sidorejo", "2 | 0,6120 | Berkembang | Sukamulya", "3 | 0,8255 | Mandiri | Tirta"
            )
            + "</table>",
        ),
        asks=(
            ask("Berapa skor indeks Desa Sukamulya?", "0,6120", never=("0,7412", "0,8255")),
            ask("Apa status Desa Tirta?", "Mandiri", never=("Maju", "Berkembang")),
            refuse("Berapa skor indeks Desa Karangrejo?"),
        ),
    ),
    Case(
        kind="merged",
        file="layanan-rowspan.html",
        content=page(
            "Waktu Layanan Kecamatan",
            "<table>"
            + rows("#Layanan | #Hari | #Buka | #Tutup")
            + '<tr><td rowspan="2">Loket KTP</td><td>Senin-Kamis</td><td rowspan="2">08.00</td><td>15.00</td></tr>'
            + "<tr><td>Jumat</td><td>11.00</td></tr>"
            + '<tr><td>Loket izin</td><td>Senin-Jumat</td><td colspan="2">09.00 (sampai antrean habis)</td></tr>'
            + "</table>",
        ),
        asks=(
            ask("Pukul berapa Loket KTP tutup pada hari Jumat?", "11.00", never=("15.00", "08.00")),
            ask("What time does the KTP counter open on Friday (Jumat)?", "08.00", never=("11.00", "09.00"), en=True),
            refuse("Pukul berapa Loket KTP tutup pada hari Sabtu?"),
        ),
    ),
    Case(
        kind="nested_tables",
        file="tabel-dalam-tabel.html",
        content=page(
            "Profil Koperasi Tani",
            "<table><tr><td><b>Anggota</b></td><td><table>"
            + rows("Laki-laki | 154", "Perempuan | 89")
            + "</table></td></tr><tr><td><b>Simpanan</b></td><td><table>"
            + rows("Pokok | Rp25.000", "Wajib | Rp10.000")
            + "</table></td></tr></table>",
        ),
        asks=(
            ask("Berapa anggota perempuan Koperasi Tani?", "89", never=("154",)),
            ask("Berapa simpanan wajib Koperasi Tani?", "Rp10.000", never=("Rp25.000",)),
            refuse("Berapa simpanan sukarela Koperasi Tani?"),
        ),
        lines=("Anggota", "Laki-laki", "154", "Perempuan", "89", "Simpanan", "Pokok", "Rp25.000", "Wajib", "Rp10.000"),
    ),
    Case(
        kind="units",
        file="satuan-judul.html",
        content=page(
            "Pengelolaan Sampah",
            "<h2>Timbulan sampah menurut sumber (ton per hari)</h2><table>"
            + rows("#Sumber | #2024 | #2025", "Pasar | 18,4 | 21,7", "Rumah tangga | 96,2 | 101,5")
            + "</table><h2>Armada (unit)</h2><table>"
            + rows("#Jenis | #2024 | #2025", "Truk | 27 | 30", "Gerobak motor | 64 | 71")
            + "</table>",
        ),
        asks=(
            ask("Berapa timbulan sampah pasar pada 2025?", "21,7", never=("18,4", "101,5")),
            ask("How many trucks were there in 2024?", "27", never=("30", "64"), en=True),
            refuse("Berapa timbulan sampah hotel pada 2025?"),
            refuse("Berapa truk sampah pada tahun 2019?"),
        ),
    ),
)
