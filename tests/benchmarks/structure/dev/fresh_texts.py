"""Texts, pages and letters about villages, fees and rules, each line of them to be kept."""

from datetime import date

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office
from tests.benchmarks.structure.writers.web import items, page, paragraphs, rows

CASES = (
    Case(
        kind="square_metres",
        file="rumah-produksi.html",
        content=page(
            "Rumah Produksi Bersama Kopi",
            paragraphs(
                "Rumah produksi berdiri di atas lahan 480 m<sup>2</sup> milik desa.",
                "Sampai Juni, 1.260<sup>a)</sup> orang telah dilatih menyangrai kopi.",
                "Kadar CO<sub>2</sub> di ruang sangrai dipantau setiap jam.",
            )
            + "<p><small><sup>a)</sup> Termasuk 214 pelajar.</small></p>",
        ),
        asks=(
            ask("Berapa orang yang telah dilatih menyangrai kopi?", "1.260", never=("214",)),
            ask("How large is the land of the production house?", "480 m²|480 m2|480 m^2", en=True),
            refuse("Berapa biaya pembangunan rumah produksi kopi?"),
        ),
        lines=("lahan 480", "milik desa", "orang telah dilatih menyangrai kopi", "Termasuk 214 pelajar"),
        gone=("m2milik", "1.260a"),
    ),
    Case(
        kind="struck",
        file="retribusi-kios.md",
        content="# Retribusi Kios Pasar Gintung\n\nSewa kios ukuran 2x3 meter kini ~~Rp175.000~~ Rp140.000 per "
        "bulan.\n\n"
        "Sewa los basah tetap Rp60.000 per bulan.\n",
        asks=(
            ask("Berapa sewa kios ukuran 2x3 meter?", "Rp140.000", never=("Rp175.000", "Rp60.000")),
            ask("How much is the rent of a wet stall (los basah)?", "Rp60.000", never=("Rp140.000",), en=True),
        ),
        lines=("Sewa kios ukuran 2x3 meter kini", "Rp140.000 per bulan", "Sewa los basah tetap Rp60.000 per bulan"),
        gone=("Rp175.000",),
    ),
    Case(
        kind="typed_divisions",
        file="perbup-pemakaman.md",
        content="# PERATURAN BUPATI TENTANG PEMAKAMAN UMUM\n\n**BAB I**\n\n**KETENTUAN UMUM**\n\n**Pasal 1**\n\n"
        "Makam umum dikelola dinas yang membidangi permukiman.\n\n**Pasal 2**\n\n"
        "(1) Setiap petak makam berukuran paling luas 2,5 meter persegi.\n\n"
        "(2) Petak makam tumpang diizinkan setelah tiga tahun.\n\n**BAB II**\n\n**SEWA**\n\n**Pasal 3**\n\n"
        "Sewa petak makam berlaku lima tahun dan dapat diperpanjang.\n\n**Pasal 4**\n\n"
        "Ahli waris yang tidak memperpanjang sewa diberi teguran dua kali.\n",
        asks=(
            ask("Apa isi Pasal 3?", "lima tahun", never=("teguran", "tumpang")),
            ask("Apa bunyi Pasal 2 ayat (2)?", "tiga tahun", never=("2,5",)),
            ask("What does Article 4 say?", "teguran dua kali", never=("lima tahun",), en=True),
            refuse("Apa isi Pasal 7?"),
        ),
        lines=("BAB I", "KETENTUAN UMUM", "Pasal 1", "Makam umum dikelola", "Pasal 2", "BAB II", "SEWA", "Pasal 3"),
    ),
    Case(
        kind="neighbours",
        file="layanan-keliling.txt",
        content="Jadwal Perpustakaan Keliling\n\nDesa Gunung Rejo\n\nMobil pustaka singgah setiap Senin pukul 09.00 di "
        "halaman SD Negeri 2.\nPengunjung boleh meminjam paling banyak tiga buku.\n\nDesa Way Layap\n\n"
        "Mobil pustaka singgah setiap Kamis pukul 13.30 di balai pekon.\n\nDesa Bagelen\n\n"
        "Mobil pustaka belum singgah di desa ini karena jembatan rusak.\n",
        asks=(
            ask("Di mana mobil pustaka singgah di Gunung Rejo?", "SD Negeri 2", never=("balai pekon",)),
            ask("Kapan mobil pustaka singgah di Way Layap?", "Kamis", never=("Senin",)),
            ask("On what day does the mobile library stop at Gunung Rejo?", "Senin|Monday", never=("Kamis",), en=True),
            refuse("Pukul berapa mobil pustaka singgah di Bagelen?"),
        ),
        lines=("Desa Gunung Rejo", "setiap Senin pukul 09.00", "paling banyak tiga buku", "Desa Way Layap", "13.30"),
    ),
    Case(
        kind="before_after",
        file="perizinan-cepat.html",
        content=page(
            "Perizinan Lebih Singkat",
            paragraphs(
                "Pengurusan izin reklame dipangkas dari 12 hari menjadi 4 hari sejak Mei.",
                "Jumlah loket ditambah dari 3 menjadi 8 loket.",
                "Biaya cetak kartu turun 20 persen menjadi Rp8.000.",
            ),
        ),
        asks=(
            ask("Berapa hari pengurusan izin reklame sebelumnya?", "12 hari", never=("4 hari",)),
            ask("Sekarang ada berapa loket?", "8", never=("3",)),
            ask("How long did an advertising permit take before?", "12 hari|12 days", never=("4 hari",), en=True),
            refuse("Berapa biaya cetak kartu sebelum turun?"),
        ),
        lines=("dari 12 hari menjadi 4 hari", "dari 3 menjadi 8 loket", "turun 20 persen menjadi Rp8.000"),
    ),
    Case(
        kind="tiles",
        file="pekon-angka.html",
        content=page(
            "Profil Pekon Sinar Waya",
            "<div class='row'>"
            + "".join(
                f"<div class='tile'><div class='n'>{n}</div><div class='t'>{t}</div></div>"
                for n, t in (("4.106", "Penduduk"), ("1.187", "Keluarga"), ("27", "RT"), ("612", "Hektare sawah"))
            )
            + "</div><h3>Kategori</h3><p>Pekon ini termasuk kategori pekon maju sejak 2023.</p>"
            "<h3>Informasi Lainnya</h3><p>Kantor pekon buka pukul 08.00 sampai 15.00.</p>",
        ),
        asks=(
            ask("Berapa jumlah keluarga di Pekon Sinar Waya?", "1.187", never=("4.106", "27")),
            ask("Pekon ini masuk kategori apa?", "maju"),
            ask("When is the village office open?", "08.00", en=True),
            refuse("Berapa jumlah sekolah di Pekon Sinar Waya?"),
        ),
        lines=("Penduduk", "4.106", "Keluarga", "1.187", "RT", "27", "Hektare sawah", "612", "Kategori", "08.00"),
    ),
    Case(
        kind="accordion",
        file="bantuan-nelayan.html",
        content=page(
            "Bantuan Asuransi Nelayan",
            "<h2><button aria-expanded='false'>Siapa yang boleh mendaftar?</button></h2>"
            "<div hidden class='panel'><p>Nelayan berumur 17 sampai 65 tahun dengan kapal paling besar 10 GT.</p></div>"
            "<h2><button aria-expanded='false'>Berapa santunannya?</button></h2>"
            "<div hidden class='panel'><p>Santunan meninggal di laut Rp200.000.000.</p></div>"
            "<p style='display:none'>Naskah lama: santunan Rp160.000.000.</p>"
            f"<h2>Langkah</h2><ol start='4'>{items('Unggah kartu KUSUKA.', 'Tunggu pesan singkat.')}</ol>",
        ),
        asks=(
            ask("Berapa santunan meninggal di laut?", "Rp200.000.000", never=("Rp160.000.000",)),
            ask("Who may register for the insurance?", "17 sampai 65 tahun", en=True),
            refuse("Berapa iuran asuransi nelayan per tahun?"),
        ),
        lines=(
            "Siapa yang boleh mendaftar",
            "Nelayan berumur 17 sampai 65 tahun",
            "Berapa santunannya",
            "Rp200.000.000",
            "4. Unggah kartu KUSUKA",
            "5. Tunggu pesan singkat",
        ),
        gone=("Rp160.000.000",),
    ),
    Case(
        kind="amendment",
        file="ubah-perda-parkir.txt",
        content="PERATURAN DAERAH NOMOR 6 TAHUN 2025\nTENTANG\nPERUBAHAN ATAS PERATURAN DAERAH NOMOR 2 TAHUN 2019 "
        "TENTANG RETRIBUSI TERMINAL\n\nPasal I\n\nBeberapa ketentuan dalam Peraturan Daerah Nomor 2 Tahun 2019 tentang "
        "Retribusi Terminal diubah sebagai berikut:\n\n1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai "
        "berikut:\n\n"
        "Pasal 5\n\n(1) Retribusi masuk bus antarkota Rp6.000 sekali masuk.\n\n(2) Retribusi masuk angkutan desa "
        "Rp1.500 "
        "sekali masuk.\n\n2. Pasal 9 dihapus.\n\nPasal II\n\nPeraturan Daerah ini mulai berlaku pada tanggal "
        "diundangkan.\n",
        asks=(
            ask("Berapa retribusi masuk angkutan desa?", "Rp1.500", never=("Rp6.000",)),
            ask("Apa isi Pasal 5 ayat (1) setelah diubah?", "Rp6.000", never=("Rp1.500",)),
            ask("Apa isi Pasal I angka 2?", "Pasal 9 dihapus|dihapus"),
            refuse("Berapa retribusi parkir sepeda motor di terminal?"),
        ),
        lines=("Pasal I", "1. Ketentuan Pasal 5 diubah", "Pasal 5", "(1) Retribusi masuk bus", "2. Pasal 9 dihapus"),
    ),
    Case(
        kind="mail",
        file="undangan-pelatihan.eml",
        content=lambda: office.letter(
            "Undangan pelatihan tera ulang",
            "metrologi@example.org",
            "Fri, 14 Nov 2025 08:15:00 +0700",
            "Lihat versi HTML.",
            html="<p>Yth. pedagang pasar,</p><p>Pelatihan tera ulang timbangan menurut pasar:</p><table>"
            + rows(
                "#Pasar | #Tanggal | #Peserta", "Pasar Tugu | 24 November | 35", "Pasar Way Halim | 26 November | 48"
            )
            + "</table><p>Setiap peserta membawa timbangan sendiri.</p>",
        ),
        asks=(
            ask("Kapan pelatihan tera ulang di Pasar Way Halim?", "26 November", never=("24 November",)),
            ask("How many participants at Pasar Tugu?", "35", never=("48",), en=True),
            refuse("Kapan pelatihan tera ulang di Pasar Bambu Kuning?"),
        ),
        lines=(
            "Yth. pedagang pasar",
            "Pasar Tugu",
            "24 November",
            "35",
            "Pasar Way Halim",
            "26 November",
            "48",
            "sendiri",
        ),
        published=date(2025, 11, 14),
    ),
    Case(
        kind="collection",
        file="berita-dinas.jsonl",
        content='{"id": "embung-2025", "title": "Embung Baru di Trimulyo", "text": "<p>Embung Trimulyo menampung '
        '18.000&nbsp;m<sup>3</sup> air.</p><ul><li>Biaya: Rp1,4 miliar</li><li>Pelaksana: CV Tirta Abadi</li></ul>", '
        '"published": "2025-10-02"}\r{"id": "embung-2024", "title": "Embung Margodadi Selesai", "text": "<p>Embung '
        'Margodadi menampung 9.500&nbsp;m<sup>3</sup> air dan mengairi 40 hektare.</p>", "published": "2024-09-12"}\r',
        asks=(
            ask("Berapa air yang ditampung Embung Margodadi?", "9.500", never=("18.000", "9.5003")),
            ask("Siapa pelaksana Embung Trimulyo?", "CV Tirta Abadi"),
            refuse("Berapa biaya Embung Margodadi?"),
        ),
        lines=("Embung Trimulyo menampung", "Biaya: Rp1,4 miliar", "Pelaksana: CV Tirta Abadi", "mengairi 40 hektare"),
        gone=("<p>", "&nbsp;"),
    ),
    Case(
        kind="scale",
        file="belanja-opd.csv",
        content="Perangkat Daerah;Anggaran (juta rupiah);Realisasi (juta rupiah);Persentase\n"
        "Dinas Sosial;4.350;4.012;92,2%\nDinas Pariwisata;2.780;2.310;83,1%\nDinas Perkebunan;6.125;5.900;96,3%\n",
        asks=(
            ask("Berapa realisasi Dinas Pariwisata?", "2.310", "juta|miliar", never=("2.780", "5.900")),
            ask("Perangkat daerah mana yang anggarannya paling besar?", "Dinas Perkebunan", never=("Dinas Sosial",)),
            ask("What is the budget of the plantation office (Dinas Perkebunan)?", "6.125", never=("5.900",), en=True),
            refuse("Berapa realisasi Dinas Perhubungan?"),
        ),
        lines=(
            "Dinas Sosial",
            "4.350",
            "4.012",
            "92,2%",
            "Dinas Pariwisata",
            "2.780",
            "2.310",
            "83,1%",
            "Dinas Perkebunan",
        ),
    ),
)
