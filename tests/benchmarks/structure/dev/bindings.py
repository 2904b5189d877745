"""Tables on web pages, in Markdown, in plain text."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.web import page, paragraphs, rows

CASES = (
    Case(
        kind="pairs",
        file="pramuka.md",
        content="# Kwartir Ranting Sinar Laut\n\nSusunan pembina:\n\n| | |\n| -- | -- |\n"
        "| Kepala kwartir | Hendra Kusuma |\n"
        "| Wakil kepala | Nur Aini |\n| Penata usaha | Gilang Ramadan |\n| Juru uang | Tri Astuti |\n",
        asks=(
            ask("Siapa penata usaha Kwartir Ranting Sinar Laut?", "Gilang Ramadan", never=("Nur Aini", "Tri Astuti")),
            ask("Siapa kepala kwartir?", "Hendra Kusuma", never=("Nur Aini", "Gilang Ramadan")),
        ),
        lines=("Kepala kwartir", "Hendra Kusuma", "Wakil kepala", "Nur Aini", "Penata usaha", "Gilang Ramadan"),
    ),
    Case(
        kind="pairs",
        file="kolam-renang.html",
        content=page(
            "Kolam Renang Tirta Ria",
            "<p>Kolam milik kota dibuka kembali.</p><table>"
            + rows("Panjang kolam | 50 meter", "Kedalaman | 2 meter", "Tiket dewasa | Rp12.000", "Tiket anak | Rp7.000")
            + "</table>",
        ),
        asks=(
            ask("Berapa tiket anak di Kolam Renang Tirta Ria?", "Rp7.000", never=("Rp12.000",)),
            ask("How deep is the Tirta Ria pool?", "2 meter", never=("50 meter",), en=True),
            refuse("Berapa tiket lansia di Kolam Renang Tirta Ria?"),
        ),
        lines=(
            "Panjang kolam",
            "50 meter",
            "Kedalaman",
            "2 meter",
            "Tiket dewasa",
            "Rp12.000",
            "Tiket anak",
            "Rp7.000",
        ),
    ),
    Case(
        kind="levels",
        file="panen-jagung.html",
        content=page(
            "Panen Jagung dan Kedelai",
            "<p>Luas panen per musim, dalam hektare.</p><table>"
            '<tr><th rowspan="2">Desa</th><th colspan="2">Musim hujan</th><th colspan="2">Musim kemarau</th></tr>'
            + rows("Jagung | Kedelai | Jagung | Kedelai", cell="th")
            + rows("Wanasari | 64 | 21 | 38 | 45", "Purbasari | 72 | 18 | 51 | 33")
            + "</table>",
        ),
        asks=(
            ask("Berapa luas panen jagung di Wanasari pada musim kemarau?", "38", never=("64", "45", "51", "21")),
            ask("Berapa luas panen kedelai di Purbasari pada musim hujan?", "18", never=("33", "72", "21", "51")),
        ),
        lines=("Wanasari", "64", "21", "38", "45", "Purbasari", "72", "18", "51", "33"),
    ),
    Case(
        kind="merged",
        file="jadwal-truk.html",
        content=page(
            "Jadwal Truk Sampah",
            "<table>"
            + rows("Hari | Kelurahan | Jam", cell="th")
            + '<tr><td rowspan="3">Senin</td><td>Batu Putih</td><td>06.00</td></tr>'
            + rows("Gedong Air | 08.30", "Sukadanaham | 10.15")
            + '<tr><td rowspan="2">Rabu</td><td>Kelapa Tiga</td><td>06.00</td></tr>'
            + rows("Langkapura | 09.45")
            + "</table>",
        ),
        asks=(
            ask("Hari apa truk sampah datang ke Sukadanaham?", "Senin", never=("Rabu",)),
            ask("What time does the waste truck come to Langkapura?", "09.45", never=("06.00", "10.15"), en=True),
        ),
        lines=(
            "Senin",
            "Batu Putih",
            "Gedong Air",
            "08.30",
            "Sukadanaham",
            "10.15",
            "Rabu",
            "Kelapa Tiga",
            "Langkapura",
        ),
    ),
    Case(
        kind="merged",
        file="piket-pos.html",
        content=page(
            "Piket Pos Ronda",
            "<p>Petugas piket tiap malam.</p><table>"
            + rows("#Malam | #Pos Timur | #Pos Barat")
            + '<tr><td>Sabtu</td><td colspan="2">Paimin</td></tr>'
            + rows("Minggu | Slamet | Warto")
            + "</table>",
        ),
        asks=(
            ask("Siapa petugas piket Pos Barat malam Sabtu?", "Paimin", never=("Warto", "Slamet")),
            ask("Siapa petugas piket Pos Timur malam Minggu?", "Slamet", never=("Warto", "Paimin")),
        ),
        lines=("Sabtu", "Paimin", "Minggu", "Slamet", "Warto"),
    ),
    Case(
        kind="caption_row",
        file="denda-pustaka.html",
        content=page(
            "Aturan Pinjam Buku",
            "<p>Aturan berlaku untuk semua anggota.</p><table>"
            '<tr><th colspan="3">Lama Pinjam dan Denda Perpustakaan Keliling</th></tr>'
            + rows("#Jenis | #Lama pinjam | #Denda per hari")
            + rows("Novel | 14 hari | Rp500", "Kamus | 3 hari | Rp2.500", "Majalah | 7 hari | Rp250")
            + "</table>",
        ),
        asks=(
            ask("Berapa lama kamus boleh dipinjam?", "3 hari", never=("14 hari", "7 hari")),
            ask("What is the daily fine for a magazine (majalah)?", "Rp250", never=("Rp500", "Rp2.500"), en=True),
        ),
        lines=(
            "Lama Pinjam dan Denda Perpustakaan Keliling",
            "Novel",
            "14 hari",
            "Rp500",
            "Kamus",
            "3 hari",
            "Rp2.500",
        ),
    ),
    Case(
        kind="largest",
        file="sekolah-murid.html",
        content=page(
            "Jumlah Murid Sekolah Dasar",
            "<table>"
            + rows("#Sekolah | #Murid | #Guru")
            + rows("SD Pelita | 312 | 19", "SD Bahari | 287 | 24", "SD Cempaka | 405 | 21", "SD Wijaya | 198 | 12")
            + "</table>",
        ),
        asks=(
            ask(
                "Sekolah mana yang muridnya paling banyak?", "SD Cempaka", never=("SD Pelita", "SD Bahari", "SD Wijaya")
            ),
            ask("Which school has the most teachers?", "SD Bahari", never=("SD Cempaka", "SD Wijaya"), en=True),
            ask("Ada berapa sekolah di tabel itu?", "4", never=("312", "405"), refusable=True),
        ),
        lines=("SD Pelita", "312", "19", "SD Bahari", "287", "24", "SD Cempaka", "405", "21", "SD Wijaya", "198", "12"),
    ),
    Case(
        kind="total",
        file="bibit-ikan.html",
        content=page(
            "Penebaran Bibit Ikan",
            "<p>Bibit ikan yang ditebar di waduk, dalam ribu ekor.</p><table>"
            + rows("#Waduk | #Nila | #Lele")
            + rows("Way Tebu | 45 | 30", "Way Gatel | 28 | 52", "Way Napal | 61 | 17")
            + "</table>",
        ),
        asks=(
            ask(
                "Berapa total bibit nila di ketiga waduk?",
                "134|134 ribu",
                never=("45", "28", "61", "99"),
                refusable=True,
            ),
            ask("Berapa bibit lele di Way Gatel?", "52|52 ribu", "ribu|52 ribu", never=("28", "30", "17")),
        ),
        lines=("Way Tebu", "45", "30", "Way Gatel", "28", "52", "Way Napal", "61", "17"),
    ),
    Case(
        kind="units",
        file="ekspor-hasil-laut.html",
        content=page(
            "Hasil Laut",
            "<table><caption>Hasil laut menurut jenis (dalam ton)</caption>"
            + rows("#Jenis | #2024 | #2025")
            + rows("Teri | 1.240 | 1.315", "Rajungan | 386 | 402")
            + "</table>",
        ),
        asks=(
            ask("Berapa hasil rajungan pada tahun 2025?", "402", "ton", never=("386", "1.315")),
            ask("How much anchovy (teri) was landed in 2024?", "1.240", never=("1.315", "386"), en=True),
        ),
        lines=("Hasil laut menurut jenis (dalam ton)", "Teri", "1.240", "1.315", "Rajungan", "386", "402"),
    ),
    Case(
        kind="tiles",
        file="angka-kota.html",
        content=page(
            "Kota dalam Angka",
            paragraphs("Ringkasan keadaan kota akhir tahun.")
            + "<section class='grid'>"
            + "".join(
                f"<div><h3>{label}</h3><p>{number}</p></div>"
                for label, number in (("Kelurahan", "28"), ("Taman bermain", "53"), ("Pos pemadam", "9"))
            )
            + "</section>",
        ),
        asks=(
            ask("Berapa jumlah taman bermain di kota?", "53", never=("28", "9")),
            ask("How many fire posts (pos pemadam) are there?", "9", never=("53", "28"), en=True),
        ),
        lines=("Kelurahan", "28", "Taman bermain", "53", "Pos pemadam", "9"),
    ),
)
