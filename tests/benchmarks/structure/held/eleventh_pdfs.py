"""PDF files: harvests without lines, grants with marks over pages, a letter with its list, a leaflet in columns."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import pdf, report


def _harvest() -> bytes:
    texts = pdf.lines(
        750,
        "Luas Tanam dan Hasil Kopi dan Lada menurut Kecamatan",
        "Luas dalam hektare, hasil dalam kuintal, tahun 2025",
    )
    heads = pdf.grid(695, (60, 235, 425), "Kecamatan | Kopi | Lada")
    heads += pdf.grid(677, (60, 180, 280, 370, 470), " | Luas | Hasil | Luas | Hasil")
    body = pdf.grid(
        655,
        (60, 205, 305, 395, 500),
        "Rimba Hulu | 1.240 | 9.672 | 310 | 1.426",
        "Rimba Hilir | 865 | 6.314 | 542 | 2.818",
        "Tanah Gambut | 120 | 744 | 75 | 285",
        "Bukit Rindang | 1.575 | 13.230 | - | -",
        "Jumlah | 3.800 | 29.960 | 927 | 4.529",
    )
    notes = pdf.lines(
        540,
        "Hasil kopi berupa biji kering; hasil lada berupa lada hitam.",
        "Kebun perusahaan tidak termasuk.",
    )
    return pdf.pdf(pdf.Page([*texts, *heads, *body, *notes]))


_GRANTS: tuple[str, ...] = (
    "Reading Garden Rimba | Education | 24 | 22 | 18",
    "Hilltop School Choir | Education | 15 | 12 | 12",
    "Evening Classes for Fishers | Education | 40 | 31<super>1</super> | 26",
    "Science Van | Education | 86 | 60 | 60",
    "Braille Corner | Education | 33 | 33 | 29",
    "School Kitchen Bukit | Education | 52 | 45 | 44",
    "Toy Library | Education | 18 | 10 | 9",
    "Clean River Week | Environment | 28 | 25 | 25",
    "Mangrove Nursery | Environment | 64 | 58 | 51",
    "Compost for Markets | Environment | 37 | 30 | 17<super>2</super>",
    "Bird Count | Environment | 9 | 9 | 8",
    "Tree Wardens | Environment | 47 | 40 | 38",
    "Rain Gauges for Villages | Environment | 22 | 19 | 19",
    "Beach Patrol | Environment | 31 | 24 | 23",
    "Village Theatre Days | Culture | 55 | 38 | 36",
    "Lampung Script Workshop | Culture | 26 | 26 | 24",
    "Weavers' Market | Culture | 43 | 35 | 35",
    "Gamelan Repair | Culture | 70 | 48 | 41",
    "Old Photographs Archive | Culture | 29 | 20 | 20",
    "Dance for All | Culture | 34 | 27 | 25",
    "Children's Film Week | Culture | 45 | 30 | 30",
    "Night Clinic Boat | Health | 92 | 80 | 77",
    "Helmet Loan | Health | 16 | 14 | 11",
    "Walking Groups | Health | 12 | 12 | 12",
    "First Aid in Markets | Health | 38 | 28 | 27",
    "Mosquito Nets | Health | 61 | 55 | 55",
    "Hearing Tests | Health | 49 | 36 | 33",
    "Mothers' Room at the Terminal | Health | 58 | 50 | 46",
)


def _grants() -> bytes:
    rows = ["Project | Field | Requested | Granted | Paid out by 31 December 2025", *_GRANTS]
    return report.report(
        report.text("Small Grants Programme 2025", "Heading2"),
        report.text("Amounts in million rupiah"),
        report.ruled(rows, (165, 85, 65, 60, 90)),
        report.text("<super>1</super> Includes four million for boats, granted on appeal."),
        report.text("<super>2</super> The second instalment was withheld because no report was received."),
        report.text("Applications for 2026 close on 28 February; those from the islands on 14 March."),
    )


def _invitation() -> bytes:
    first = pdf.Page(
        pdf.lines(
            750,
            "BADAN PENANGGULANGAN BENCANA KABUPATEN RIMBA RAYA",
            "",
            "Nomor     : 360/512/2026",
            "Lampiran  : 1 lembar",
            "Hal       : Gladi lapang",
            "",
            "Yth. para camat dan kepala puskesmas",
            "",
            "Gladi lapang tsunami dilaksanakan hari Rabu, 22 Juli 2026, pukul 07.30 di Pantai",
            "Karang Bolong. Bila hujan lebat, gladi diundur ke hari Kamis, 30 Juli 2026.",
            "Setiap kecamatan mengirim 10 orang, kecuali Kecamatan Bukit Rindang yang",
            "mengirim 4 orang.",
            "Kesediaan disampaikan paling lambat 10 Juli 2026.",
        )
    )
    head = pdf.lines(750, "LAMPIRAN SURAT NOMOR 360/512/2026", "", "Regu Evakuasi")
    head += pdf.grid(
        700,
        (70, 230, 400),
        "Titik kumpul | Lapangan Kenanga | ",
        "Ketua regu | Camat Rimba Hilir | ",
        "Kendaraan | 6 truk | ",
        "Saluran radio | 12 | ",
    )
    head.append(pdf.Text(70, 610, "Regu Kesehatan"))
    head += pdf.grid(
        590,
        (70, 230, 400),
        "Titik kumpul | Puskesmas Pesisir | ",
        "Ketua regu | Kepala Puskesmas Pesisir | ",
        "Kendaraan | 3 ambulans | ",
        "Tenda | 2 buah | ",
    )
    head.append(pdf.Text(70, 490, "Peserta membawa jas hujan dan air minum; makan siang disediakan."))
    return pdf.pdf(first, pdf.Page(head))


def _leaflet() -> bytes:
    left = pdf.lines(
        690,
        "KARTU TANI BARU",
        "Syarat: KTP, bukti garapan,",
        "dan surat dari kelompok tani.",
        "Selesai dalam 14 hari kerja.",
        "Biaya: gratis.",
        "",
        "KARTU HILANG",
        "Syarat: KTP dan surat",
        "kehilangan dari polisi.",
        "Selesai dalam 5 hari kerja.",
        "Biaya: Rp20.000.",
        x=60,
    )
    right = pdf.lines(
        690,
        "JATAH PUPUK 2026",
        "(kg per hektare)",
        "Padi: urea 250, NPK 200",
        "Jagung: urea 300, NPK 225",
        "Kopi: urea 150, NPK 275",
        "",
        "GANTI KELOMPOK TANI",
        "Diajukan bulan Januari saja.",
        "Syarat: KTP dan kartu lama.",
        "Biaya: gratis, kecuali pindah",
        "kecamatan (Rp15.000).",
        x=330,
    )
    head = [pdf.Text(60, 740, "Layanan Kartu Tani di Kabupaten Rimba Raya", 15)]
    foot = [pdf.Text(60, 470, "Loket buka Senin sampai Kamis, 08.00-14.00. Jumat tutup.")]
    return pdf.pdf(pdf.Page([*head, *left, *right, *foot]))


CASES = (
    Case(
        kind="two_heads_without_lines",
        file="kopi-lada-kecamatan.pdf",
        content=_harvest,
        asks=(
            ask("hasil lada di Rimba Hilir brp kuintal?", "2.818", never=("6.314", "542", "865", "1.426")),
            ask(
                "Kecamatan mana yang luas tanam kopinya paling besar?",
                "Bukit Rindang",
                never=("Rimba Hulu", "Rimba Hilir"),
            ),
            ask(
                "How many hectares of pepper (lada) were planted in Tanah Gambut?",
                "75",
                never=("120", "744", "285"),
                en=True,
            ),
            refuse("luas lada di Bukit Rindang brp hektare?"),
            refuse("Berapa hasil kopi Rimba Hulu pada tahun 2024?"),
        ),
        lines=("Rimba Hulu", "9.672", "Rimba Hilir", "2.818", "Bukit Rindang", "13.230", "Jumlah", "4.529"),
    ),
    Case(
        kind="grants_with_marks_over_pages",
        file="small-grants.pdf",
        content=_grants,
        asks=(
            ask("How much was granted to Gamelan Repair, in million rupiah?", "48", never=("70", "41", "35"), en=True),
            ask(
                "Why did Compost for Markets not get its second instalment?",
                "no report",
                never=("appeal",),
                en=True,
            ),
            ask(
                "By when must applicants from the islands apply for 2026?",
                "14 March",
                never=("28 February", "31 December 2025"),
                en=True,
            ),
            refuse("How much did Tree Wardens request in 2024?", en=True),
            refuse("How many people took part in the Walking Groups?", en=True),
        ),
        lines=("Reading Garden Rimba", "Science Van", "Mangrove Nursery", "Gamelan Repair", "Hearing Tests"),
    ),
    Case(
        kind="a_letter_and_its_list",
        file="undangan-gladi.pdf",
        content=_invitation,
        asks=(
            ask(
                "klo hujan lebat gladinya jadi tgl brp?", "30 Juli 2026|30 Juli", never=("22 Juli 2026", "10 Juli 2026")
            ),
            ask("Di mana titik kumpul Regu Kesehatan?", "Puskesmas Pesisir", never=("Lapangan Kenanga",)),
            ask("How many people does Kecamatan Bukit Rindang send?", "4", never=("10", "6"), en=True),
            refuse("Regu Kesehatan pake saluran radio brp?"),
            refuse("Berapa tenda yang dibawa Regu Evakuasi?"),
        ),
        lines=(
            "360/512/2026",
            "22 Juli 2026",
            "30 Juli 2026",
            "Regu Evakuasi",
            "6 truk",
            "Regu Kesehatan",
            "3 ambulans",
        ),
    ),
    Case(
        kind="services_in_columns",
        file="kartu-tani.pdf",
        content=_leaflet,
        asks=(
            ask("kartu tani ilang, ngurusnya bayar brp?", "20.000", never=("15.000", "gratis")),
            ask("Berapa jatah NPK untuk jagung per hektare?", "225", never=("300", "200", "275")),
            ask("How many working days does a new card (kartu tani baru) take?", "14", never=("5",), en=True),
            refuse("jatah urea buat singkong brp?"),
            refuse("Berapa hari kerja ganti kelompok tani selesai?"),
        ),
        lines=("KARTU TANI BARU", "KARTU HILANG", "Rp20.000", "JATAH PUPUK 2026", "GANTI KELOMPOK TANI", "Jumat tutup"),
    ),
)
