"""Texts, pages and letters of still other subjects: definitions in lists, near rows, what no cell says."""

from datetime import date

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office
from tests.benchmarks.structure.writers.web import items, page, paragraphs, rows

CASES = (
    Case(
        kind="near_rows",
        file="ternak-dusun.html",
        content=page(
            "Ternak Bantuan per Dusun",
            "<table><thead>"
            + rows("#Dusun | #Ternak | #Jumlah | #Pendamping")
            + "</thead><tbody>"
            + rows(
                "Tegal Sari | Kambing | 42 ekor | Rohman",
                "Karang Anyar | Sapi | 18 ekor | Mujiono",
                "Sumber Agung | Itik | 260 ekor | Sri Lestari",
            )
            + "</tbody></table>",
        ),
        asks=(
            ask("Berapa kambing yang dibagikan?", "42", never=("18", "260")),
            ask("Siapa pendamping ternak di Karang Anyar?", "Mujiono", never=("Rohman",)),
            ask("How many ducks (itik) were given to Sumber Agung?", "260", never=("42",), en=True),
            refuse("Berapa kambing yang dibagikan di Karang Anyar?"),
            refuse("Berapa domba yang dibagikan?"),
            refuse("Berapa harga sapi bantuan?"),
        ),
        lines=("Tegal Sari", "Kambing", "42 ekor", "Rohman", "Karang Anyar", "Sapi", "18 ekor", "Mujiono", "260 ekor"),
    ),
    Case(
        kind="definitions",
        file="istilah-hutan-desa.md",
        content="# Pedoman Hutan Desa\n\n## Istilah\n\nDalam pedoman ini yang dimaksud dengan:\n\n"
        "a. Hutan desa adalah hutan negara yang dikelola oleh lembaga desa.\n"
        "b. Wanatani adalah cara bertanam yang memadukan pohon dan tanaman pangan di satu lahan.\n"
        "c. Petak ukur adalah bidang tanah 20 x 20 meter tempat pohon dihitung.\n"
        "d. Penggarap adalah warga yang diberi izin mengolah petak.\n\n"
        "## Izin\n\nIzin mengolah petak berlaku tujuh tahun. Penggarap membayar iuran Rp15.000 setahun.\n",
        asks=(
            ask("Apa itu wanatani?", "memadukan pohon", never=("hutan negara",)),
            ask("Apa yang dimaksud dengan petak ukur?", "20 x 20", never=("memadukan",)),
            ask("Siapa yang disebut penggarap?", "warga yang diberi izin"),
            ask("What is a village forest?", "hutan negara", en=True),
            ask("Berapa lama izin mengolah petak berlaku?", "tujuh tahun"),
            refuse("Apa itu pengusahaan air?"),
        ),
        lines=(
            "a. Hutan desa adalah",
            "b. Wanatani adalah",
            "c. Petak ukur adalah",
            "d. Penggarap adalah",
            "tujuh tahun",
        ),
    ),
    Case(
        kind="scale",
        file="belanja-sekolah.md",
        content="# Belanja Sekolah Negeri 2025\n\nTabel 1. Realisasi belanja (juta rupiah)\n\n"
        "| Sekolah | Buku | Laboratorium | Listrik |\n| --- | --- | --- | --- |\n"
        "| SMAN 1 Talang Padang | 84 | 210 | 36 |\n| SMAN 2 Talang Padang | 61 | 148 | 29 |\n"
        "| SMKN 1 Sumberejo | 97 | 402 | 58 |\n",
        asks=(
            ask("Berapa belanja laboratorium SMAN 2 Talang Padang?", "148", "rupiah", never=("210", "402")),
            ask("Berapa belanja listrik SMKN 1 Sumberejo?", "58", never=("29", "36", "97")),
            ask("How much did SMAN 1 Talang Padang spend on books?", "84", never=("61", "210"), en=True),
            refuse("Berapa belanja gaji guru honorer SMAN 1 Talang Padang?"),
            refuse("Berapa belanja buku SMAN 3 Talang Padang?"),
        ),
        lines=("Realisasi belanja (juta rupiah)", "SMAN 1 Talang Padang", "84", "210", "36", "SMKN 1 Sumberejo", "402"),
    ),
    Case(
        kind="pairs",
        file="pengurus-masjid.html",
        content=page(
            "Pengurus Masjid Al-Ikhlas",
            "<table>"
            + rows(
                "Ketua | Fathur Rahman",
                "Wakil ketua | Zulkifli",
                "Bendahara | Aminah",
                "Imam Jumat | Hasan Basri",
                "Kas per 1 Mei | Rp12.750.000",
            )
            + "</table>",
        ),
        asks=(
            ask("Siapa ketua pengurus masjid?", "Fathur Rahman", never=("Zulkifli",)),
            ask("Siapa wakil ketua?", "Zulkifli", never=("Fathur",)),
            ask("Who is the treasurer of the mosque?", "Aminah", never=("Zulkifli", "Fathur"), en=True),
            refuse("Siapa sekretaris pengurus masjid?"),
            refuse("Siapa imam tarawih?"),
            refuse("Berapa kas masjid per 1 Juni?"),
        ),
        lines=(
            "Ketua",
            "Fathur Rahman",
            "Wakil ketua",
            "Zulkifli",
            "Bendahara",
            "Aminah",
            "Imam Jumat",
            "Rp12.750.000",
        ),
    ),
    Case(
        kind="siblings",
        file="dermaga-desa.txt",
        content="Keadaan Dermaga Rakyat\n\nDermaga Tanjung Putus\nPanjang: 46 meter\nTahun dibangun: 2009\n"
        "Kapal sandar: 14 sehari\n\nDermaga Pagar Jaya\nPanjang: 30 meter\nTahun dibangun: 2017\n\n"
        "Dermaga Legundi\nPanjang: 58 meter\nKapal sandar: 22 sehari\nPenerangan: belum ada\n",
        asks=(
            ask("Berapa panjang Dermaga Pagar Jaya?", "30 meter", never=("46", "58")),
            ask("Tahun berapa Dermaga Tanjung Putus dibangun?", "2009", never=("2017",)),
            ask("How many boats a day dock at Legundi?", "22", never=("14",), en=True),
            refuse("Berapa kapal sandar di Dermaga Pagar Jaya?"),
            refuse("Tahun berapa Dermaga Legundi dibangun?"),
        ),
        lines=(
            "Dermaga Tanjung Putus",
            "46 meter",
            "2009",
            "Dermaga Pagar Jaya",
            "30 meter",
            "Dermaga Legundi",
            "58 meter",
        ),
    ),
    Case(
        kind="typed_divisions",
        file="perbup-irigasi.txt",
        content="PERATURAN BUPATI\nTENTANG PEMBAGIAN AIR IRIGASI\n\nBAB I\nKETENTUAN UMUM\n\nPasal 1\n"
        "Dalam Peraturan Bupati ini yang dimaksud dengan:\n1. Ulu-ulu adalah petugas pembagi air di tingkat desa.\n"
        "2. Gilir air adalah urutan pemberian air antarblok sawah.\n3. Saluran tersier adalah saluran yang mengairi "
        "satu blok sawah.\n\nBAB II\nPEMBAGIAN\n\nPasal 2\n(1) Gilir air ditetapkan setiap awal musim tanam.\n"
        "(2) Ulu-ulu menerima upah gabah 50 kilogram setiap panen.\n\nPasal 3\n"
        "Petani yang membuka pintu air tanpa izin dikenai teguran dan denda Rp250.000.\n",
        asks=(
            ask("Apa itu ulu-ulu?", "petugas pembagi air", never=("urutan",)),
            ask("Apa yang dimaksud dengan gilir air?", "urutan pemberian air"),
            ask("What is a tertiary channel (saluran tersier)?", "satu blok sawah", en=True),
            ask("Apa isi Pasal 3?", "Rp250.000", never=("gabah",)),
            ask("Berapa upah ulu-ulu?", "50 kilogram"),
            refuse("Apa itu bendung gerak?"),
            refuse("Berapa denda bagi ulu-ulu yang lalai?"),
        ),
        lines=(
            "Pasal 1",
            "1. Ulu-ulu adalah",
            "2. Gilir air adalah",
            "Pasal 2",
            "(1) Gilir air",
            "(2) Ulu-ulu",
            "Pasal 3",
        ),
    ),
    Case(
        kind="before_after",
        file="kapasitas-kapal.html",
        content=page(
            "Kapal Perintis Diganti",
            paragraphs(
                "Kapasitas kapal naik dari 98 penumpang menjadi 160 penumpang.",
                "Tarif dewasa turun dari Rp45.000 menjadi Rp38.000, sedangkan tarif anak tetap Rp20.000.",
                "Waktu tempuh berkurang dari 5 jam menjadi 3 jam.",
            ),
        ),
        asks=(
            ask("Berapa tarif dewasa sebelumnya?", "Rp45.000", never=("Rp38.000", "Rp20.000")),
            ask("Berapa tarif anak?", "Rp20.000", never=("Rp38.000", "Rp45.000")),
            ask("How many passengers could the ship carry before?", "98", never=("160",), en=True),
            ask("Berapa jam waktu tempuhnya sekarang?", "3 jam", never=("5 jam",)),
            refuse("Berapa tarif bayi?"),
        ),
        lines=("dari 98 penumpang menjadi 160 penumpang", "dari Rp45.000 menjadi Rp38.000", "dari 5 jam menjadi 3 jam"),
    ),
    Case(
        kind="recurring_items",
        file="syarat-rekening-air.html",
        content=page(
            "Pemasangan Sambungan Air",
            "<h2>Rumah tangga</h2><ol>"
            + items("Fotokopi KTP", "Fotokopi kartu keluarga", "Bukti lunas PBB", "Denah lokasi")
            + "</ol><h2>Usaha</h2><ol>"
            + items("Fotokopi KTP", "Nomor induk berusaha", "Bukti lunas PBB", "Izin lingkungan")
            + "</ol><p>Berkas diperiksa paling lama tiga hari kerja.</p>",
        ),
        asks=(
            ask(
                "Apa saja syarat sambungan air untuk rumah tangga?",
                *("Fotokopi KTP", "kartu keluarga", "Bukti lunas PBB", "Denah lokasi"),
                never=("Izin lingkungan",),
            ),
            ask(
                "What must a business bring?",
                *("Nomor induk berusaha", "Izin lingkungan", "Bukti lunas PBB"),
                never=("kartu keluarga",),
                en=True,
            ),
            ask("Berapa lama berkas diperiksa?", "tiga hari kerja"),
            refuse("Berapa biaya sambungan air untuk usaha?"),
            refuse("Apa saja syarat sambungan air untuk rumah ibadah?"),
        ),
        lines=(
            "Rumah tangga",
            "Fotokopi KTP",
            "Bukti lunas PBB",
            "Denah lokasi",
            "Usaha",
            "Fotokopi KTP",
            "Izin lingkungan",
        ),
    ),
    Case(
        kind="letter",
        file="lomba-panahan.eml",
        content=lambda: office.letter(
            "Jadwal Lomba Panahan",
            "Dispora <dispora@example.org>",
            "Wed, 04 Mar 2026 18:30:00 +0000",
            "Jadwal terlampir dalam tabel.",
            html="<p>Berikut jadwal lomba panahan pelajar.</p><table>"
            + rows(
                "#Kelas | #Hari | #Jarak | #Biaya",
                "Pemula | Sabtu | 18 meter | Rp30.000",
                "Madya | Minggu | 30 meter | Rp45.000",
                "Utama | Minggu | 50 meter | Rp60.000",
            )
            + "</table><p>Busur dibawa sendiri.</p>",
        ),
        asks=(
            ask("Berapa jarak untuk kelas Madya?", "30 meter", never=("18", "50")),
            ask("Hari apa kelas Pemula berlomba?", "Sabtu", never=("Minggu",)),
            ask("How much is the fee for the Utama class?", "Rp60.000", never=("Rp45.000",), en=True),
            refuse("Berapa hadiah untuk kelas Utama?"),
            refuse("Berapa biaya kelas Veteran?"),
        ),
        lines=(
            "Pemula",
            "Sabtu",
            "18 meter",
            "Rp30.000",
            "Madya",
            "30 meter",
            "Utama",
            "50 meter",
            "Busur dibawa sendiri",
        ),
        published=date(2026, 3, 5),
    ),
    Case(
        kind="collection",
        file="dua-pasar.jsonl",
        content='{"id":"p1","title":"Pasar Gadingrejo Direhab","text":"<p>Pasar Gadingrejo memiliki 212 kios. '
        'Perbaikan atap menelan Rp1,4 miliar dan selesai pada Agustus.</p>"}\n'
        '{"id":"p2","title":"Pasar Pringsewu Dibuka Lagi","text":"<p>Pasar Pringsewu dibuka lagi dengan 540 kios. '
        'Sewa kios Rp90.000 sebulan.</p>"}\n',
        asks=(
            ask("Berapa kios di Pasar Gadingrejo?", "212", never=("540",)),
            ask("What does a stall in Pasar Pringsewu cost a month?", "Rp90.000", en=True),
            refuse("Berapa sewa kios di Pasar Gadingrejo?"),
            refuse("Berapa biaya perbaikan Pasar Pringsewu?"),
        ),
        lines=("212 kios", "Rp1,4 miliar", "540 kios", "Rp90.000"),
    ),
    Case(
        kind="csv",
        file="posyandu-bulan.csv",
        content="Posyandu;Januari;Februari;Maret;Kader\nMawar;38;41;40;6\nMelati;52;49;57;8\nKenanga;27;30;;5\n",
        asks=(
            ask("Berapa balita datang ke Posyandu Melati bulan Februari?", "49", never=("52", "57"), refusable=True),
            ask("Berapa kader di Posyandu Mawar?", "6", never=("8", "5")),
            ask("How many cadres (kader) does Kenanga have?", "5", never=("30", "27"), en=True),
            refuse("Berapa kunjungan Posyandu Kenanga bulan Maret?"),
            refuse("Berapa kader di Posyandu Anggrek?"),
            refuse("Berapa kunjungan Posyandu Mawar bulan April?"),
        ),
        lines=("Mawar", "38", "41", "40", "6", "Melati", "52", "49", "57", "8", "Kenanga", "27", "30", "5"),
    ),
)
