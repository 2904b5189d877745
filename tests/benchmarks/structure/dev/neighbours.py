"""Sections, lists, tiles and forms that say the same of different things, and of some things nothing."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.web import items, page, paragraphs, rows

CASES = (
    Case(
        kind="siblings",
        file="profil-puskesmas.html",
        content=page(
            "Puskesmas di Kecamatan Banyu",
            "<h2>Puskesmas Banyu Lor</h2>"
            + paragraphs("Kepala: dr. Ayu Pratiwi", "Telepon: 0721-555101", "Tempat tidur: 12")
            + "<h2>Puskesmas Banyu Kidul</h2>"
            + paragraphs("Kepala: dr. Johan Sirait", "Tempat tidur: 8")
            + "<h2>Puskesmas Banyu Wetan</h2>"
            + paragraphs("Kepala: dr. Lestari Widodo", "Telepon: 0721-555303"),
        ),
        asks=(
            ask("Siapa kepala Puskesmas Banyu Kidul?", "Johan Sirait", never=("Ayu", "Lestari")),
            ask("Berapa tempat tidur di Puskesmas Banyu Lor?", "12", never=("8",)),
            refuse("Berapa nomor telepon Puskesmas Banyu Kidul?"),
            refuse("How many beds does Puskesmas Banyu Wetan have?", en=True),
        ),
    ),
    Case(
        kind="siblings",
        file="jadwal-samsat.md",
        content="# Samsat Keliling\n\n## Senin\n\n- Tempat: halaman kantor Kelurahan Rajabasa\n- Jam: 08.30-11.30\n\n"
        "## Rabu\n\n- Tempat: parkiran Pasar Tugu\n- Jam: 09.00-12.00\n\n## Sabtu\n\n- Tempat: lapangan Way Halim\n",
        asks=(
            ask("Di mana samsat keliling hari Rabu?", "parkiran Pasar Tugu", never=("Rajabasa", "Way Halim")),
            ask("Jam berapa samsat keliling hari Senin?", "08.30", never=("09.00",)),
            refuse("Di mana samsat keliling hari Kamis?"),
            refuse("Jam berapa samsat keliling hari Sabtu?"),
        ),
    ),
    Case(
        kind="definitions",
        file="retribusi-pasar.html",
        content=page(
            "Retribusi Pasar Induk",
            "<dl><dt>Kios</dt><dd>Rp150.000 per bulan</dd><dt>Los</dt><dd>Rp80.000 per bulan</dd>"
            "<dt>Pelataran</dt><dd>Rp2.000 per hari</dd><dd>gratis pada hari besar</dd></dl>",
        ),
        asks=(
            ask("Berapa retribusi los di Pasar Induk?", "Rp80.000", never=("Rp150.000", "Rp2.000")),
            ask("How much is the fee for a kiosk (kios)?", "Rp150.000", never=("Rp80.000",), en=True),
            refuse("Berapa retribusi gudang di Pasar Induk?"),
        ),
    ),
    Case(
        kind="accordion",
        file="tanya-jawab-pbb.html",
        content=page(
            "Tanya Jawab PBB",
            "".join(
                f"<div class='item'><button aria-expanded='false'>{question}</button><div class='panel'>"
                f"<p>{answer}</p></div></div>"
                for question, answer in (
                    ("Kapan jatuh tempo PBB?", "Jatuh tempo 30 September setiap tahun."),
                    ("Berapa denda terlambat?", "Denda 1 persen setiap bulan, paling lama 24 bulan."),
                    ("Di mana membayar?", "Di Bank Daerah, kantor pos, atau minimarket."),
                )
            ),
        ),
        asks=(
            ask("Berapa persen denda terlambat membayar PBB?", "1 persen", never=("24",)),
            ask("When is PBB due?", "30 September", en=True),
            refuse("Berapa tarif PBB untuk sawah?"),
        ),
        lines=("Kapan jatuh tempo PBB", "30 September", "Berapa denda terlambat", "1 persen", "Di mana membayar"),
    ),
    Case(
        kind="tiles",
        file="statistik-perpustakaan.html",
        content=page(
            "Perpustakaan dalam Angka 2025",
            "<div class='row'>"
            + "".join(
                f"<div class='col'><span class='num'>{number}</span><span class='lbl'>{label}</span></div>"
                for number, label in (("14.230", "Judul buku"), ("3.118", "Anggota aktif"), ("46", "Komputer"))
            )
            + "</div>",
        ),
        asks=(
            ask("Berapa anggota aktif perpustakaan?", "3.118", never=("14.230", "46")),
            ask("How many computers does the library have?", "46", never=("3.118",), en=True),
            refuse("Berapa pustakawan di perpustakaan?"),
        ),
        lines=("14.230", "Judul buku", "3.118", "Anggota aktif", "46", "Komputer"),
    ),
    Case(
        kind="form",
        file="formulir-izin.html",
        content=page(
            "Formulir Izin Keramaian",
            "<table>"
            + rows("Nama pemohon | : | Sutrisno", "Alamat | : | Jalan Melati 14", "Jenis acara | : | Pentas wayang")
            + rows("Tanggal acara | : | 8 Agustus 2026", "Jumlah undangan | : | 350 orang", "Telepon | : | ")
            + "</table>",
        ),
        asks=(
            ask("Berapa jumlah undangan acara itu?", "350", never=("14",)),
            ask("Siapa nama pemohon izin keramaian?", "Sutrisno"),
            refuse("Berapa nomor telepon pemohon izin keramaian?"),
            refuse("Siapa penanggung jawab keamanan acara?"),
        ),
    ),
    Case(
        kind="nested_lists",
        file="syarat-usaha.html",
        content=page(
            "Izin Usaha Mikro",
            "<p>Syarat menurut jenis usaha:</p><ol><li>Usaha makanan<ul>"
            + items("sertifikat pangan", "hasil uji air")
            + "</ul></li><li>Usaha bengkel<ul>"
            + items("izin lingkungan", "bukti tempat penampungan oli")
            + "</ul></li></ol>",
        ),
        asks=(
            ask("Apa syarat izin usaha bengkel?", "izin lingkungan", "penampungan oli", never=("sertifikat pangan",)),
            ask("Apa syarat izin usaha makanan?", "sertifikat pangan", "hasil uji air", never=("izin lingkungan",)),
            refuse("Apa syarat izin usaha salon?"),
        ),
    ),
    Case(
        kind="other_year",
        file="hasil-panen.txt",
        content="Hasil Panen Kopi\n\nPada tahun 2024 panen kopi robusta di Ulubelu mencapai 4.310 ton.\n\n"
        "Panen kopi arabika di Sekincau pada tahun yang sama 275 ton.\n",
        asks=(
            ask("Berapa ton panen kopi robusta di Ulubelu tahun 2024?", "4.310", never=("275",)),
            refuse("Berapa ton panen kopi robusta di Ulubelu tahun 2023?"),
            refuse("Berapa ton panen kopi liberika di Ulubelu tahun 2024?"),
            refuse("How many tonnes of arabica were harvested in Ulubelu in 2024?", en=True),
        ),
    ),
    Case(
        kind="cards",
        file="daftar-wisata.html",
        content=page(
            "Tempat Wisata",
            "".join(
                f"<article class='card'><h3>{name}</h3><ul>"
                f"<li>Tiket masuk {fee}</li><li>Buka {opens}</li></ul></article>"
                for name, fee, opens in (
                    ("Air Terjun Curug Dua", "Rp10.000", "07.00-17.00"),
                    ("Pantai Pasir Hitam", "Rp15.000", "setiap hari"),
                    ("Bukit Pandang", "gratis", "05.30-18.00"),
                )
            ),
        ),
        asks=(
            ask("Berapa tiket masuk Pantai Pasir Hitam?", "Rp15.000", never=("Rp10.000", "gratis")),
            ask("When is Bukit Pandang open?", "05.30", never=("07.00",), en=True),
            refuse("Berapa tiket masuk Goa Kelelawar?"),
        ),
    ),
    Case(
        kind="siblings",
        file="bansos.html",
        content=page(
            "Bantuan Sosial Kota",
            "<h2>Bantuan Pangan</h2>"
            + paragraphs("Penerima: 2.140 keluarga.", "Besar bantuan: 10 kilogram beras per bulan.")
            + "<h2>Bantuan Sekolah</h2>"
            + paragraphs("Penerima: 865 siswa.", "Besar bantuan: Rp450.000 per semester.", "Pencairan: Juli.")
            + "<h2>Bantuan Lansia</h2>"
            + paragraphs("Penerima: 310 orang.", "Pencairan: setiap tanggal 5."),
        ),
        asks=(
            ask("Berapa besar Bantuan Sekolah?", "Rp450.000", never=("10 kilogram",)),
            ask("How many people receive Bantuan Lansia?", "310", never=("865", "2.140"), en=True),
            refuse("Berapa besar Bantuan Lansia?"),
            refuse("Kapan pencairan Bantuan Pangan?"),
        ),
    ),
    Case(
        kind="divisions",
        file="perdes-sampah.txt",
        content="PERATURAN DESA REJOSARI\nNOMOR 4 TAHUN 2024\nTENTANG PENGELOLAAN SAMPAH\n\nBAB I\nKETENTUAN UMUM\n\n"
        "Pasal 1\nDalam Peraturan Desa ini yang dimaksud dengan:\n1. Desa adalah Desa Rejosari.\n"
        "2. Bank sampah adalah tempat menabung sampah kering.\n\nBAB II\nIURAN\n\nPasal 2\n"
        "(1) Setiap rumah membayar iuran Rp12.000 per bulan.\n(2) Warung membayar iuran Rp25.000 per bulan.\n"
        "(3) Iuran sebagaimana dimaksud pada ayat (1) tidak dipungut dari keluarga miskin.\n\nBAB III\nSANKSI\n\n"
        "Pasal 3\nPembakaran sampah plastik dikenai denda Rp100.000.\n\nPasal 4\nPeraturan Desa ini mulai berlaku pada "
        "tanggal diundangkan.\n",
        asks=(
            ask("Apa isi Pasal 3?", "Rp100.000", never=("Rp12.000", "Rp25.000")),
            ask("Berapa iuran sampah untuk warung?", "Rp25.000", never=("Rp12.000", "Rp100.000")),
            ask("Apa isi Pasal 2 ayat (3)?", "keluarga miskin", never=("Rp25.000",)),
            refuse("Apa isi Pasal 7?"),
        ),
    ),
    Case(
        kind="amendment",
        file="perubahan-perbup.md",
        content="# PERATURAN BUPATI NOMOR 31 TAHUN 2025\n\nTENTANG PERUBAHAN ATAS PERATURAN BUPATI NOMOR 12 TAHUN 2022 "
        "TENTANG RETRIBUSI TERMINAL\n\nPasal I\n\nBeberapa ketentuan dalam Peraturan Bupati Nomor 12 Tahun 2022 diubah "
        "sebagai berikut:\n\n1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n\nPasal 5\n\n"
        "Retribusi bus besar sebesar Rp9.000 sekali masuk.\n\n2. Pasal 8 dihapus.\n\nPasal II\n\nPeraturan Bupati ini "
        "mulai berlaku pada tanggal 2 Januari 2026.\n",
        asks=(
            ask("Berapa retribusi bus besar di terminal?", "Rp9.000"),
            ask("Apa isi Pasal 8?", "dihapus", refusable=True),
            ask("When does the regulation take effect?", "2 Januari 2026", en=True),
            refuse("Berapa retribusi bus kecil di terminal?"),
        ),
    ),
)
