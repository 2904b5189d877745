"""Marks, hidden text and furniture of web pages; Markdown and plain text."""

from datetime import date

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.web import items, page, paragraphs

CASES = (
    Case(
        kind="note_marks",
        file="beras-cadangan.html",
        content=page(
            "Penyaluran Beras Cadangan",
            "<p>Beras cadangan disalurkan kepada 12.380<sup>2</sup> keluarga di pesisir.</p>"
            "<p>Luas gudang yang dipakai 950 m<sup>2</sup>.</p><p><small>2) Data sementara.</small></p>",
        ),
        asks=(
            ask("Berapa keluarga yang menerima beras cadangan?", "12.380", never=("12.3802", "123.802")),
            ask("Berapa luas gudang beras yang dipakai?", "950", never=("9502",)),
        ),
        lines=("keluarga di pesisir", "Luas gudang yang dipakai 950", "Data sementara"),
        gone=("12.3802",),
    ),
    Case(
        kind="struck",
        file="loket-pajak.html",
        content=page(
            "Loket Pajak Kendaraan",
            "<p>Loket pajak kendaraan kini berada di <s>Jalan Kenari 8</s> <ins>Jalan Cendana 21</ins>.</p>"
            "<p>Loket buka pukul <strike>09.00</strike> 08.00 setiap hari kerja.</p>",
        ),
        asks=(
            ask("Di mana loket pajak kendaraan?", "Jalan Cendana 21", never=("Jalan Kenari",)),
            ask("What time does the vehicle tax counter open?", "08.00", never=("09.00",), en=True),
        ),
        lines=("Loket pajak kendaraan kini berada di", "Jalan Cendana 21", "08.00 setiap hari kerja"),
        gone=("Jalan Kenari 8", "09.00"),
    ),
    Case(
        kind="hidden",
        file="museum.html",
        content=page(
            "Museum Bahari",
            '<p>Harga tiket masuk museum <span style="display:none">Rp25.000</span>Rp10.000 per orang.</p>'
            "<p hidden>Museum tutup setiap hari Senin dan Selasa.</p>"
            '<div aria-hidden="true"><p>Contoh teks pengisi halaman.</p></div><p>Museum tutup setiap hari Jumat.</p>',
        ),
        asks=(
            ask("Berapa harga tiket masuk museum?", "Rp10.000", never=("Rp25.000",)),
            ask("Hari apa museum tutup?", "Jumat", never=("Senin", "Selasa")),
        ),
        lines=("Rp10.000 per orang", "Museum tutup setiap hari Jumat"),
        gone=("Rp25.000", "Museum tutup setiap hari Senin dan Selasa", "Contoh teks pengisi halaman"),
    ),
    Case(
        kind="accordion",
        file="tanya-jawab-akta.html",
        content=page(
            "Tanya Jawab Akta",
            "".join(
                f"<div class='item'><button type='button'>{asked}</button><div class='panel'><p>{told}</p></div></div>"
                for asked, told in (
                    ("Berapa lama proses akta kelahiran?", "Selesai dalam 3 hari kerja."),
                    ("Berapa lama proses akta perceraian?", "Selesai dalam 14 hari kerja."),
                    ("Apakah akta dapat diambil keluarga?", "Dapat, dengan surat kuasa bermeterai."),
                )
            ),
        ),
        asks=(
            ask("Berapa lama proses akta perceraian?", "14 hari kerja", never=("3 hari kerja",)),
            ask("How long does a birth certificate take?", "3 hari kerja", never=("14 hari kerja",), en=True),
        ),
        lines=(
            "Berapa lama proses akta kelahiran",
            "Selesai dalam 3 hari kerja",
            "Berapa lama proses akta perceraian",
            "Selesai dalam 14 hari kerja",
        ),
    ),
    Case(
        kind="articles",
        file="kabar-desa.html",
        content=page(
            "Kabar Desa Sukamaju",
            "<article><h2>Jembatan gantung selesai</h2>"
            + paragraphs("Jembatan gantung sepanjang 62 meter selesai dibangun pekan lalu.", "Biayanya Rp410 juta.")
            + "</article><article><h2>Lapangan voli dibuka</h2>"
            + paragraphs("Lapangan voli baru dibuka kepala desa.", "Biayanya Rp95 juta dari dana desa.")
            + "</article>",
        ),
        asks=(
            ask("Berapa biaya lapangan voli di Desa Sukamaju?", "Rp95 juta", never=("Rp410 juta",)),
            ask("How long is the suspension bridge?", "62", en=True),
        ),
        lines=("Jembatan gantung selesai", "sepanjang 62 meter", "Rp410 juta", "Lapangan voli dibuka", "Rp95 juta"),
    ),
    Case(
        kind="rest_of_page",
        file="lomba-perahu.html",
        content=page(
            "Lomba Perahu Hias",
            "<p>Pemerintah kota mengadakan lomba perahu hias di muara.</p><h2>Kategori</h2>"
            + paragraphs("Lomba dibagi menjadi kategori umum dan kategori pelajar.", "Hadiah pelajar Rp6 juta.")
            + "<h2>Informasi Lainnya</h2>"
            + paragraphs("Pendaftaran ditutup 19 September 2026.", "Peserta membawa perahu sendiri."),
        ),
        asks=(
            ask("Kapan pendaftaran lomba perahu hias ditutup?", "19 September 2026"),
            ask("Berapa hadiah kategori pelajar?", "Rp6 juta"),
        ),
        lines=("Kategori", "kategori umum dan kategori pelajar", "Rp6 juta", "Informasi Lainnya", "19 September 2026"),
    ),
    Case(
        kind="links",
        file="sewa-alat.html",
        content=page(
            "Sewa Alat Pesta Milik Desa",
            "<p>Daftar harga sewa:</p><ul>"
            + items(
                '<a href="/sewa/kursi">Kursi plastik Rp2.500 per buah</a>',
                '<a href="/sewa/tenda">Tenda besar Rp350.000 per hari</a>',
                '<a href="/sewa/panggung">Panggung Rp600.000 per hari</a>',
            )
            + "</ul>",
        ),
        asks=(ask("Berapa sewa tenda besar milik desa?", "Rp350.000", never=("Rp2.500", "Rp600.000")),),
        lines=("Kursi plastik Rp2.500 per buah", "Tenda besar Rp350.000 per hari", "Panggung Rp600.000 per hari"),
    ),
    Case(
        kind="list_marks",
        file="larangan-pantai.html",
        content=page(
            "Larangan di Pantai",
            "<p>Pengunjung pantai dilarang:</p><ol type='a' start='3'>"
            + items("menyalakan api unggun", "membawa kaca", "berenang setelah pukul 17.00")
            + "</ol><p>Langkah bila terseret arus, dari yang terakhir:</p><ol reversed>"
            + items("lambaikan tangan", "ikuti arus", "tetap tenang")
            + "</ol>",
        ),
        asks=(ask("Apa larangan di pantai pada huruf d?", "membawa kaca", never=("api unggun", "berenang")),),
        lines=("c. menyalakan api unggun", "d. membawa kaca", "e. berenang", "3. lambaikan tangan", "1. tetap tenang"),
    ),
    Case(
        kind="dates",
        file="musyawarah.html",
        content=page(
            "Musyawarah Irigasi",
            '<div class="tgl">Jum\'at, 7 Nopember 2025</div>'
            "<div>Musyawarah petani pengguna air digelar Ahad, 9 Nop 2025 di balai pertemuan.</div>"
            "<p>Hasilnya diumumkan 3 Ags 2026.</p>",
        ),
        asks=(
            ask("Kapan musyawarah petani pengguna air digelar?", "9 November 2025|9 Nop 2025"),
            refuse("Kapan musyawarah petani pengguna air tahun 2023 digelar?"),
        ),
        lines=("Ahad, 9 Nop 2025 di balai pertemuan", "Hasilnya diumumkan 3 Ags 2026"),
        published=date(2025, 11, 7),
    ),
    Case(
        kind="dates",
        file="donor-darah.html",
        content=page(
            "Donor Darah di Balai Kota",
            "<p>Sebanyak 96 warga mendonorkan darah di balai kota.</p>",
            head='<meta property="article:published_time" content="2025-08-08T19:30:00Z">',
        ),
        asks=(ask("Berapa warga yang mendonorkan darah di balai kota?", "96"),),
        published=date(2025, 8, 9),
    ),
    Case(
        kind="figures_alone",
        file="pasar-baru.txt",
        content="Rencana Pasar Baru Kelurahan Karang Tengah\n\nTahun pembangunan\n\n2027\n\nJumlah kios\n\n388\n\n"
        "Jumlah los\n\n412\n\nLuas tanah dalam meter persegi\n\n9.600\n",
        asks=(
            ask("Berapa jumlah kios pasar baru?", "388", never=("412", "2027")),
            ask("Pada tahun berapa pasar baru dibangun?", "2027"),
        ),
        lines=("Tahun pembangunan", "2027", "Jumlah kios", "388", "Jumlah los", "412", "9.600"),
    ),
    Case(
        kind="before_after",
        file="jalan-lingkungan.md",
        content="# Pelebaran Jalan Dusun Sinar Pagi\n\nLebar jalan lingkungan ditambah dari 3 meter menjadi 5 meter, "
        "sedangkan iuran perawatan turun dari Rp20.000 menjadi Rp12.500 per keluarga.\n",
        asks=(
            ask("Berapa iuran perawatan jalan sekarang?", "Rp12.500", never=("Rp20.000",)),
            ask("How wide was the road before the widening?", "3 meter", never=("5 meter",), en=True),
        ),
        lines=("ditambah dari 3 meter menjadi 5 meter", "turun dari Rp20.000 menjadi Rp12.500 per keluarga"),
    ),
    Case(
        kind="markdown",
        file="kebun-bibit.md",
        content='+++\ntitle = "Kebun Bibit Kota"\ndate = "kemarin lusa"\n+++\n\n'
        "Kebun bibit membagikan 4&frac12; ribu bibit mangga &amp; nangka.\n\n"
        "<style>td { color: red }</style>\n<table><tr><th>Bibit</th><th>Jatah</th></tr>"
        "<tr><td>Mangga</td><td>2 batang</td></tr><tr><td>Nangka</td><td>3 batang</td></tr></table>\n",
        asks=(ask("Berapa jatah bibit nangka?", "3 batang", never=("2 batang",)),),
        lines=("ribu bibit mangga & nangka", "Mangga", "2 batang", "Nangka", "3 batang"),
        gone=("td { color: red }", 'title = "Kebun Bibit Kota"'),
    ),
)
