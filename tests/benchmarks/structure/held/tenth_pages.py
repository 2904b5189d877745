"""Web pages: questions about identity papers, news of a harvest, hours of libraries, fees of a park, whom to call."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.web import items, page, paragraphs, rows

_PAPERS = (
    "<h2>Berapa lama KTP elektronik dicetak?</h2>"
    "<p>1 hari kerja setelah perekaman, jika blangko tersedia.</p>"
    "<h2>Apa syarat membuat Kartu Identitas Anak?</h2>"
    f"<ul>{items('fotokopi akta kelahiran', 'kartu keluarga asli', 'pasfoto 2 lembar bagi anak di atas 5 tahun')}</ul>"
    "<h2>Bagaimana jika KTP hilang?</h2>"
    "<p>Bawa surat kehilangan dari kepolisian dan fotokopi kartu keluarga. Penggantian tidak dipungut biaya.</p>"
    "<h2>Apakah ada layanan malam?</h2>"
    "<p>Ada, setiap Selasa pukul 18.30 sampai 20.30 di kantor dinas.</p>"
    "<h2>Bagaimana mengurus pindah datang?</h2>"
    "<p>Serahkan surat keterangan pindah (SKPWNI) dari daerah asal paling lambat 100 hari sejak diterbitkan. "
    "Kartu keluarga baru selesai dalam 2 hari kerja.</p>"
)

_HARVEST = paragraphs(
    "KENALI JAYA, 5 Agustus 2026 - Produksi kopi robusta Kabupaten Way Kenali tahun 2026 mencapai 7.380 ton, "
    "naik dari 6.915 ton pada tahun 2025. Harga biji kopi kering di tingkat petani rata-rata Rp62.500 per kilogram.",
    "Menurut Dinas Perkebunan, luas kebun kopi kini 11.240 hektare dan 820 hektare di antaranya sedang diremajakan. "
    "Sebanyak 3.150 petani menerima bibit unggul dari pemerintah kabupaten.",
    "Ekspor tahun ini mencapai 2.640 ton. Italia menjadi tujuan terbesar dengan 1.120 ton, disusul Mesir 730 ton "
    "dan Malaysia 415 ton.",
    "Festival kopi akan digelar pada 22 Agustus 2026 di Lapangan Merdeka Kenali Jaya.",
)

_LIBRARIES = (
    "<table>"
    + rows("#Tempat | #Senin-Kamis | #Jumat | #Sabtu | #Minggu")
    + rows(
        "Perpustakaan Daerah | 08.00-20.00 | 08.00-17.00 | 09.00-16.00 | 09.00-14.00",
        "Taman Baca Kenali Ulu | 08.30-15.30 | 08.30-11.30 | 09.00-12.00 | tutup",
        "Taman Baca Bandar Jering | 09.00-16.00 | 09.00-11.00 | tutup | tutup",
        "Perpustakaan Keliling | 10.00-14.00 | 10.00-11.30 | 10.00-13.00 | tutup",
    )
    + "</table>"
    + paragraphs(
        "Kartu anggota dibuat gratis dengan menunjukkan KTP atau kartu pelajar.",
        "Setiap anggota boleh meminjam paling banyak 3 buku selama 14 hari. "
        "Denda keterlambatan Rp500 per buku per hari.",
    )
)

_PARK = (
    "<p>Fees at Way Kenali Waterfall Park from 1 January 2026, per person in rupiah.</p><table>"
    + rows("#Visitor | #Weekdays | #Weekends and holidays")
    + rows(
        "Indonesian adult | 15,000 | 20,000",
        "Indonesian child (5 to 12) | 8,000 | 10,000",
        "Foreign adult | 75,000 | 100,000",
        "Foreign child (5 to 12) | 40,000 | 55,000",
        "School group (at least 20 pupils) | 6,000 | 9,000",
    )
    + "</table><h2>Other charges</h2>"
    + f"<ul>{items('Motorcycle parking: Rp3,000', 'Car parking: Rp10,000', 'Guide, per group: Rp120,000')}"
    + "<li>Camping pitch, per night: Rp45,000</li></ul><h2>Opening hours</h2>"
    + paragraphs(
        "The park is open every day from 07.30 to 17.00. Last entry is at 16.00.",
        "The swimming pond is closed on Mondays for cleaning.",
    )
)

_OFFICES = (
    "<p>Jalan Lintas Kenali Nomor 18, Kenali Jaya. Telepon (0728) 555018, lalu tekan nomor pesawat.</p><table>"
    + rows("#Unit Kerja | #Ruang | #Pesawat | #Surel")
    + rows(
        "Sekretariat | 104 | 210 | sekretariat@naker.example",
        "Loket Kartu Pencari Kerja | 101 | 215 | loket@naker.example",
        "Bidang Pelatihan Kerja | 201 | 221 | pelatihan@naker.example",
        "Bidang Penempatan Tenaga Kerja | 205 | 224 | penempatan@naker.example",
        "Bidang Hubungan Industrial | 302 | 231 | hubungan@naker.example",
    )
    + "</table><p>Ruang konsultasi dibuka setiap hari kerja pukul 08.00 sampai 15.00.</p>"
)

CASES = (
    Case(
        kind="questions_as_heads",
        file="tanya-dukcapil.html",
        content=page("Pertanyaan yang Sering Diajukan - Dinas Dukcapil Way Kenali", _PAPERS),
        asks=(
            ask(
                "KTP saya hilang, harus bawa apa aja?", "surat kehilangan", "kartu keluarga", never=("akta kelahiran",)
            ),
            ask("Layanan malamnya hari apa?", "Selasa"),
            ask("Within how many days must the moving letter (SKPWNI) be handed in?", "100", en=True),
            refuse("Berapa lama penerbitan akta kematian?"),
            refuse("Antrean per hari dibatasi berapa orang?"),
        ),
        lines=("KTP elektronik", "pasfoto 2 lembar", "surat kehilangan", "18.30 sampai 20.30", "100 hari"),
    ),
    Case(
        kind="news_with_figures",
        file="berita-panen-kopi.html",
        content=page("Produksi Kopi Way Kenali Naik", _HARVEST),
        asks=(
            ask("Harga kopi kering di petani sekilo berapa?", "62.500"),
            ask("Berapa ton kopi yang diekspor ke Mesir?", "730", never=("415",)),
            ask("Petani yang dapat bibit ada berapa orang?", "3.150", never=("820",)),
            refuse("How many tonnes of coffee were produced in 2023?", en=True),
            refuse("Tiket masuk festival kopinya berapa?"),
        ),
        lines=("7.380 ton", "Rp62.500", "3.150 petani", "730 ton", "22 Agustus 2026"),
    ),
    Case(
        kind="hours_by_place_and_day",
        file="jam-buka-perpustakaan.html",
        content=page("Jam Buka Perpustakaan dan Taman Baca Kabupaten Way Kenali", _LIBRARIES),
        asks=(
            ask("Taman Baca Kenali Ulu kalau Jumat buka jam berapa?", "08.30", never=("15.30", "08.00")),
            ask("Pinjam buku boleh berapa lama?", "14 hari"),
            ask(
                "Which place is open on Sundays?",
                "Perpustakaan Daerah",
                never=("Taman Baca Kenali Ulu", "Perpustakaan Keliling"),
                en=True,
            ),
            refuse("Pukul berapa Taman Baca Talang Pisang buka pada hari Jumat?"),
            refuse("Kalau bukunya hilang harus ganti berapa?"),
        ),
        lines=("Perpustakaan Daerah", "08.00-20.00", "Taman Baca Kenali Ulu", "08.30-11.30", "14 hari", "Rp500"),
    ),
    Case(
        kind="park_fees",
        file="waterfall-park-fees.html",
        content=page("Entrance Fees", _PARK),
        asks=(
            ask(
                "How much does a foreign child pay at the weekend?",
                "55,000",
                never=("100,000", "40,000", "10,000"),
                en=True,
            ),
            ask("Sewa pemandu per rombongan berapa?", "120,000", never=("45,000", "6,000")),
            ask("Kolam renangnya tutup hari apa?", "Mondays|Monday|Senin"),
            refuse("Parkir bus bayarnya berapa?"),
            refuse("How much does it cost to rent a tent?", en=True),
        ),
        lines=("Indonesian adult", "20,000", "Foreign child", "55,000", "Rp10,000", "Rp120,000", "16.00", "Mondays"),
    ),
    Case(
        kind="contacts",
        file="kontak-dinas-tenaga-kerja.html",
        content=page("Kontak Dinas Tenaga Kerja Kabupaten Way Kenali", _OFFICES),
        asks=(
            ask("Mau nelpon Bidang Hubungan Industrial, nomor pesawatnya berapa?", "231", never=("302", "224", "221")),
            ask("Loket kartu pencari kerja ada di ruang berapa?", "101", never=("104", "215")),
            ask(
                "Apa alamat surel Bidang Penempatan Tenaga Kerja?",
                "penempatan@naker.example",
                never=("pelatihan@naker.example", "hubungan@naker.example"),
            ),
            refuse("Berapa nomor pesawat Bidang Pengawasan Ketenagakerjaan?"),
            refuse("Kepala Bidang Pelatihan Kerja itu siapa namanya?"),
        ),
        lines=("Sekretariat", "210", "loket@naker.example", "Bidang Hubungan Industrial", "231", "08.00 sampai 15.00"),
    ),
)
