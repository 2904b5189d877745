"""Marks, hidden text, several things on one web page."""

from datetime import date

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.web import items, page, paragraphs

CASES = (
    Case(
        kind="note_marks",
        file="pohon-peneduh.html",
        content=page(
            "Penanaman Pohon Peneduh",
            "<p>Sebanyak 3.640<sup><a href='#c4'>4</a></sup> pohon peneduh ditanam di tepi jalan.</p>"
            "<p>Dana yang dipakai Rp91<sup>*)</sup> juta.</p><p id='c4'><sup>4</sup> Belum termasuk pohon warga.</p>",
        ),
        asks=(
            ask("Berapa pohon peneduh yang ditanam?", "3.640", never=("3.6404", "36.404")),
            ask("How much money was used for the trees?", "Rp91 juta|Rp91*) juta|Rp91", en=True),
        ),
        lines=("pohon peneduh ditanam di tepi jalan", "Belum termasuk pohon warga"),
        gone=("3.6404",),
    ),
    Case(
        kind="struck",
        file="lomba-mewarnai.html",
        content=page(
            "Lomba Mewarnai",
            '<p>Lomba mewarnai diadakan <span style="text-decoration: line-through">17 Juli 2026</span>'
            " 24 Juli 2026.</p>"
            "<ul><li>Usia peserta 5 sampai 9 tahun</li><li><del>Peserta membayar Rp15.000</del></li>"
            "<li>Peserta tidak membayar</li></ul>",
        ),
        asks=(
            ask("Kapan lomba mewarnai diadakan?", "24 Juli 2026", never=("17 Juli 2026",)),
            ask("Berapa biaya lomba mewarnai?", "tidak membayar", never=("Rp15.000",), refusable=True),
        ),
        lines=("24 Juli 2026", "Usia peserta 5 sampai 9 tahun", "Peserta tidak membayar"),
        gone=("17 Juli 2026", "Rp15.000"),
    ),
    Case(
        kind="hidden",
        file="parkir-stasiun.html",
        content=page(
            "Parkir Stasiun",
            '<p>Tarif parkir motor Rp2.000<span style="visibility:hidden">0</span> per jam.</p>'
            "<template><p>Tarif parkir mobil Rp9.000 per jam.</p></template>"
            "<p>Tarif parkir mobil Rp5.000 per jam.</p><script>var tarif = 'Rp7.000';</script>",
        ),
        asks=(
            ask("Berapa tarif parkir motor di stasiun?", "Rp2.000", never=("Rp2.0000", "Rp20.000")),
            ask("Berapa tarif parkir mobil?", "Rp5.000", never=("Rp9.000", "Rp7.000", "Rp2.000")),
        ),
        lines=("Rp2.000 per jam", "Tarif parkir mobil Rp5.000 per jam"),
        gone=("Rp9.000 per jam", "Rp7.000"),
    ),
    Case(
        kind="accordion",
        file="tanya-paspor.html",
        content=page(
            "Pertanyaan Seputar Paspor",
            "".join(
                f"<details><summary>{asked}</summary><p>{told}</p></details>"
                for asked, told in (
                    ("Berapa biaya paspor biasa?", "Dikenakan Rp350.000."),
                    ("Berapa biaya paspor elektronik?", "Dikenakan Rp650.000."),
                    ("Di mana tempat wawancara?", "Di lantai dua gedung utama."),
                )
            ),
        ),
        asks=(
            ask("Berapa biaya paspor elektronik?", "Rp650.000", never=("Rp350.000",)),
            ask("Where is the interview held?", "lantai dua", en=True),
        ),
        lines=("Berapa biaya paspor biasa", "Rp350.000", "Berapa biaya paspor elektronik", "Rp650.000", "lantai dua"),
    ),
    Case(
        kind="articles",
        file="agenda-pekan.html",
        content=page(
            "Agenda Pekan Ini",
            "<article><h2>Pentas tari</h2><p>Digelar di taman budaya pukul 19.30.</p></article>"
            "<article><h2>Bazar buku</h2><p>Digelar di alun-alun pukul 08.00.</p></article>"
            "<article><h2>Senam lansia</h2><p>Digelar di stadion pukul 06.30.</p></article>",
        ),
        asks=(
            ask("Pukul berapa bazar buku digelar?", "08.00", never=("19.30", "06.30")),
            ask("Di mana senam lansia digelar?", "stadion", never=("taman budaya", "alun-alun")),
        ),
        lines=("Pentas tari", "taman budaya pukul 19.30", "Bazar buku", "pukul 08.00", "Senam lansia", "stadion"),
    ),
    Case(
        kind="rest_of_page",
        file="beasiswa-atlet.html",
        content=page(
            "Beasiswa Atlet Muda",
            paragraphs("Beasiswa diberikan kepada atlet pelajar berprestasi.", "Pendaftaran dibuka 1 Februari 2026.")
            + "<h2>Bagikan</h2><p>Setiap penerima mendapat Rp3,5 juta per tahun.</p><h2>Tautan Terkait</h2>"
            + paragraphs("Pengumuman penerima disampaikan 30 April 2026 di kantor dinas."),
        ),
        asks=(
            ask("Kapan penerima beasiswa atlet diumumkan?", "30 April 2026", never=("1 Februari 2026",)),
            ask("How much does each young athlete get per year?", "Rp3,5 juta", en=True),
        ),
        lines=("Pendaftaran dibuka 1 Februari 2026", "Rp3,5 juta per tahun", "disampaikan 30 April 2026"),
    ),
    Case(
        kind="links",
        file="formulir-daerah.html",
        content=page(
            "Unduh Formulir",
            "<p>Formulir yang tersedia dan batas penyerahannya:</p><ol>"
            + items(
                '<a href="/f/1.pdf">Formulir keberatan pajak, paling lambat 31 Maret 2026</a>',
                '<a href="/f/2.pdf">Formulir mutasi tanah, paling lambat 15 Mei 2026</a>',
            )
            + "</ol>",
        ),
        asks=(ask("Kapan batas penyerahan formulir mutasi tanah?", "15 Mei 2026", never=("31 Maret 2026",)),),
        lines=(
            "Formulir keberatan pajak, paling lambat 31 Maret 2026",
            "Formulir mutasi tanah, paling lambat 15 Mei 2026",
        ),
    ),
    Case(
        kind="list_marks",
        file="tata-tertib-rusun.html",
        content=page(
            "Tata Tertib Rumah Susun",
            "<p>Penghuni wajib:</p><ol type='I'>"
            + items("membayar iuran", "menjaga ketenangan", "memilah sampah")
            + "</ol><p>Lanjutan dari daftar sebelumnya:</p><ol start='7'>"
            + items("melapor bila menerima tamu", "mematikan keran")
            + "</ol>",
        ),
        asks=(ask("Apa kewajiban penghuni rusun pada angka 7?", "menerima tamu", never=("mematikan keran", "iuran")),),
        lines=(
            "I. membayar iuran",
            "II. menjaga ketenangan",
            "III. memilah sampah",
            "7. melapor",
            "8. mematikan keran",
        ),
    ),
    Case(
        kind="dates",
        file="panen-raya.html",
        content=page(
            "Panen Raya Kopi",
            "<time datetime='2025-12-30T17:45:00+00:00'>baru saja</time>"
            "<p>Panen raya kopi dimulai Rebo, 3 Juni 2026 dan ditutup Jum'at, 12 Juni 2026.</p>",
        ),
        asks=(
            ask("Kapan panen raya kopi dimulai?", "3 Juni 2026", never=("12 Juni 2026",)),
            ask("When does the coffee harvest end?", "12 Juni 2026", en=True),
        ),
        lines=("dimulai Rebo, 3 Juni 2026 dan ditutup Jum'at, 12 Juni 2026",),
        published=date(2025, 12, 31),
    ),
    Case(
        kind="siblings",
        file="pos-pemadam.html",
        content=page(
            "Pos Pemadam Kebakaran",
            "<h2>Pos Kedaton</h2>"
            + paragraphs("Telepon: (0721) 555 110", "Mobil pemadam: 3", "Kepala regu: Suparman")
            + "<h2>Pos Panjang</h2>"
            + paragraphs("Telepon: (0721) 555 240", "Mobil pemadam: 5", "Kepala regu: Marwan"),
        ),
        asks=(
            ask("Siapa kepala regu Pos Panjang?", "Marwan", never=("Suparman",)),
            ask("Berapa mobil pemadam di Pos Kedaton?", "3", never=("5",)),
            refuse("Siapa kepala regu Pos Rajabasa?"),
        ),
        lines=("Pos Kedaton", "(0721) 555 110", "Suparman", "Pos Panjang", "(0721) 555 240", "Marwan"),
    ),
    Case(
        kind="before_after",
        file="jam-layanan.html",
        content=page(
            "Jam Layanan Pelabuhan",
            "<p>Jam layanan loket kapal berubah dari semula pukul 07.00-15.00 menjadi pukul 06.00-21.00, dan "
            "jumlah loket bertambah dari 4 menjadi 7.</p>",
        ),
        asks=(
            ask("Berapa jumlah loket kapal semula?", "4", never=("7",)),
            ask("Pukul berapa jam layanan loket kapal sekarang?", "06.00-21.00", never=("07.00-15.00",)),
        ),
        lines=("berubah dari semula pukul 07.00-15.00 menjadi pukul 06.00-21.00", "bertambah dari 4 menjadi 7"),
    ),
)
