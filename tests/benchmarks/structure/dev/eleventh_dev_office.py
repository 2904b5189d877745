"""Office files: years over columns and programmes over rows, two firms side by side, before and after, a course."""

from typing import Any

from pptx.util import Inches

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word

_SPENDING: tuple[tuple[Any, ...], ...] = (
    ("Program Kebersihan", None, None, None, None),
    ("Pengangkutan sampah", 2450.0, 2401.5, 2600.0, 2548.25),
    ("Penyapuan jalan", 980.0, 955.0, 1015.0, 1009.5),
    ("Honor petugas", 1320.0, 1320.0, 1410.0, 1392.75),
    ("Jumlah", 4750.0, 4676.5, 5025.0, 4950.5),
    ("Program Pertamanan", None, None, None, None),
    ("Perawatan taman", 615.0, 588.75, 640.0, 611.5),
    ("Honor petugas", 410.0, 402.5, 435.0, 428.0),
    ("Pengadaan bibit", None, None, 175.0, 92.25),
    ("Jumlah", 1025.0, 991.25, 1250.0, 1131.75),
)


def _spending(book: Any) -> None:
    sheet = book.active
    sheet.title = "Belanja"
    sheet.append(("BELANJA DINAS KEBERSIHAN KABUPATEN WAY LINDAI",))
    sheet.append(("(dalam juta rupiah)",))
    sheet.append(("Program/kegiatan", "2024", None, "2025", None))
    sheet.append((None, "Anggaran", "Realisasi", "Anggaran", "Realisasi"))
    for row in _SPENDING:
        sheet.append(row)
    for place in ("A1:E1", "A2:E2", "A3:A4", "B3:C3", "D3:E3", "A5:E5", "A10:E10"):
        sheet.merge_cells(place)


def _firms() -> bytes:
    cell = word.cell
    return word.word(
        word.text_of("DINAS PERINDUSTRIAN KABUPATEN WAY LINDAI", "FORMULIR PENDAFTARAN KEMITRAAN")
        + word.table(
            word.row(cell("PERUSAHAAN INTI", columns=2, bold=True), cell("PERUSAHAAN PLASMA", columns=2, bold=True)),
            word.row("Nama", "CV Kopi Embun Timur", "Nama", "Koperasi Tani Lereng Biru"),
            word.row("NIB", "9120-3344-17", "NIB", "9120-5561-08"),
            word.row("Tahun berdiri", "2011", "Tahun berdiri", "2019"),
            word.row("Jumlah pekerja", "64 orang", "Jumlah anggota", "212 orang"),
            word.row("Kapasitas mesin", "1,8 ton per hari", "Luas kebun", "340 hektare"),
            word.row("Telepon", "(0729) 555-014", "Telepon", ""),
            columns=4,
        )
        + word.p("Kesepakatan")
        + word.table(
            word.row("Harga beli ceri merah", "Rp11.500/kg"),
            word.row("Harga beli ceri campur", "Rp8.250/kg"),
            word.row("Uang muka", "20% dari nilai kiriman"),
            word.row("Masa kerja sama", "3 tahun, dapat diperpanjang 2 tahun"),
            columns=2,
        )
        + word.text_of("Kiriman dengan kadar air di atas 14% tidak diterima, kecuali pada bulan Desember dan Januari.")
    )


def _boxes(show: Any) -> None:
    office.slide(show, "One-Stop Licensing Office", "Service reform, 2024 to 2026", "Times in working days")
    made = show.slides.add_slide(show.slide_layouts[5])
    made.shapes.title.text = "Before and after the reform"
    columns = (
        ("BEFORE", "Building permit\n45", "Signboard permit\n12", "Event permit\n9", "Counters open\n4"),
        ("AFTER", "Building permit\n28", "Signboard permit\n5", "Event permit\n3", "Counters open\n7"),
    )
    for side, texts in enumerate(columns):
        for number, text in enumerate(texts):
            box = made.shapes.add_textbox(Inches(0.8 + 4.5 * side), Inches(1.8 + number), Inches(3.5), Inches(0.8))
            box.text_frame.text = text
    office.slide_table(
        show,
        "Applications in 2026, first half",
        (
            ("Permit", "Received", "Granted", "Refused", "Pending"),
            ("Building", "318", "241", "29", "48"),
            ("Signboard", "156", "139", "11", "6"),
            ("Event", "204", "190", "14", "0"),
        ),
    )
    office.slide(
        show,
        "Still to do",
        "Online payment is available for all permits except the building permit",
        "The counter in Rimba Hulu opens in October 2026",
        notes="The building permit fee is paid at the bank on the ground floor.",
    )


_COURSE = (
    "<text:h text:outline-level='1'>Pelatihan Arsiparis Angkatan VII</text:h>"
    "<text:p>Balai Diklat Rimba Raya, 8 sampai 10 Juni 2026</text:p>"
    + office.odt_table(
        "Hari | Pukul | Materi | Ruang | JP",
        "Senin | 08.00-10.15 | Dasar kearsipan | Anggrek | 3",
        " | 10.30-12.00 | Klasifikasi arsip | Anggrek | 2",
        " | 13.00-15.15 | Praktik pemberkasan | Lab 1 | 3",
        "Selasa | 08.00-10.15 | Arsip elektronik | Lab 2 | 3",
        " | 10.30-12.00 | Penyusutan arsip | Melati | 2",
        " | 13.00-15.15 | Praktik pemindaian *) | Lab 1 | 3",
        "Rabu | 08.00-09.30 | Ujian tertulis | Melati | 2",
        " | 09.45-11.15 | Penutupan | Aula | 2",
    )
    + "<text:p>*) Peserta membawa laptop sendiri.</text:p>"
    "<text:p>JP: jam pelajaran, 45 menit.</text:p>"
    "<text:h text:outline-level='2'>Biaya</text:h>"
    "<text:list><text:list-item><text:p>Peserta dari kabupaten: tanpa biaya</text:p></text:list-item>"
    "<text:list-item><text:p>Peserta dari luar kabupaten: Rp1.250.000</text:p></text:list-item>"
    "<text:list-item><text:p>Penginapan: Rp185.000 per malam, kecuali bagi peserta dari kecamatan "
    "kepulauan yang menginap gratis</text:p></text:list-item></text:list>"
)

CASES = (
    Case(
        kind="years_over_and_programmes_beside",
        file="belanja-kebersihan.xlsx",
        content=lambda: office.workbook(_spending),
        asks=(
            ask(
                "realisasi honor petugas program pertamanan th 2025 brp juta?",
                "428|428,0|428.0",
                never=("1.392,75", "402,5", "435", "611,5"),
            ),
            ask(
                "Berapa anggaran penyapuan jalan tahun 2024?",
                "980|980,0|980.0",
                never=("955", "1.015", "2.450"),
            ),
            ask(
                "In 2025, how many million rupiah of the budget (anggaran) for seedlings (pengadaan bibit) "
                "were left unspent?",
                "82,75|82.75",
                en=True,
            ),
            refuse("anggaran pengangkutan sampah 2026 brp?"),
            refuse("Berapa realisasi pengadaan bibit tahun 2024?"),
        ),
        lines=("dalam juta rupiah", "Program Kebersihan", "Honor petugas", "Program Pertamanan", "Honor petugas"),
    ),
    Case(
        kind="two_firms_side_by_side",
        file="formulir-kemitraan.docx",
        content=_firms,
        asks=(
            ask("NIB perusahaan plasmanya brp?", "9120-5561-08", never=("9120-3344-17",)),
            ask("Tahun berapa CV Kopi Embun Timur berdiri?", "2011", never=("2019",)),
            ask(
                "In which months may deliveries with a moisture content (kadar air) above 14% be accepted?",
                "Desember|December",
                "Januari|January",
                en=True,
            ),
            refuse("telepon Koperasi Tani Lereng Biru brp?"),
            refuse("Berapa luas kebun CV Kopi Embun Timur?"),
        ),
        lines=("CV Kopi Embun Timur", "Koperasi Tani Lereng Biru", "64 orang", "212 orang", "Rp11.500/kg"),
    ),
    Case(
        kind="boxes_before_and_after",
        file="licensing-reform.pptx",
        content=lambda: office.slides(_boxes),
        asks=(
            ask(
                "How many working days does a signboard permit take after the reform?",
                "5",
                never=("12", "28", "3", "11", "156"),
                en=True,
            ),
            ask("How many building permit applications are pending?", "48", never=("29", "241", "6", "318"), en=True),
            ask("Which permit cannot be paid for online?", "building", never=("signboard", "event"), en=True),
            refuse("How many signboard permits were granted in the second half of 2026?", en=True),
            refuse("How much is the fee for an event permit?", en=True),
        ),
        lines=("BEFORE", "AFTER", "318", "139", "190", "October 2026"),
    ),
    Case(
        kind="days_left_out_below",
        file="jadwal-arsiparis.odt",
        content=lambda: office.odt(_COURSE),
        asks=(
            ask("penyusutan arsip diajarin di ruang apa?", "Melati", never=("Anggrek", "Lab 1", "Lab 2", "Aula")),
            ask("Pada hari apa ada praktik pemberkasan?", "Senin", never=("Selasa", "Rabu")),
            ask(
                "For which practical do participants have to bring their own laptop?",
                "pemindaian|scanning",
                never=("pemberkasan",),
                en=True,
            ),
            refuse("hari Kamis materinya apa?"),
            refuse("Siapa pengajar Arsip elektronik?"),
        ),
        lines=("Dasar kearsipan", "Praktik pemberkasan", "Lab 1", "Arsip elektronik", "Ujian tertulis", "Rp1.250.000"),
    ),
)
