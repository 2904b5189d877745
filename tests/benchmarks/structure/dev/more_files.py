"""Office files and PDF of other subjects, each line of them to be kept."""

from datetime import date as day
from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word
from tests.benchmarks.structure.writers.pdf import Page, Text, grid, lines, pdf, without_map
from tests.benchmarks.structure.writers.report import report, ruled, text

_HEAD = "Kecamatan | Sapi | Kerbau | Kambing | Domba | Ayam"
_PLACES = (70, 230, 310, 390, 470, 550)
_STOCK = (
    "Sekampung | 4.120 | 88 | 9.705 | 311 | 61.200",
    "Batanghari | 2.874 | 41 | 7.330 | 190 | 48.950",
    "Way Jepara | 5.066 | 129 | 10.018 | 402 | 70.415",
    "Labuhan Ratu | 1.947 | 36 | 5.261 | 128 | 33.870",
    "Purbolinggo | 3.358 | 64 | 8.144 | 255 | 52.600",
    "Raman Utara | 2.205 | 52 | 6.087 | 174 | 40.125",
    "Metro Kibang | 1.688 | 29 | 4.930 | 96 | 29.340",
    "Jabung | 6.431 | 203 | 11.872 | 517 | 83.060",
    "Melinting | 1.102 | 18 | 3.415 | 77 | 21.755",
    "Bandar Sribawono | 4.790 | 110 | 9.226 | 340 | 65.980",
)


def _stock() -> bytes:
    title = lines(750, "Populasi Ternak Tahun 2024 (ekor)", size=14)
    first = Page([*title, *grid(710, _PLACES, _HEAD, *_STOCK[:5]), Text(300, 40, "1")])
    return pdf(first, Page([*grid(750, _PLACES, _HEAD, *_STOCK[5:]), Text(300, 40, "2")]))


def _raised() -> bytes:
    return report(
        text("Rumah Layak Huni", "Heading1"),
        text("Tahun ini dibangun 1.364<super>2</super> rumah di delapan kecamatan."),
        text("Biaya satu rumah paling tinggi Rp35 juta<super>3</super>."),
        text("<super>2</super> Belum termasuk swadaya."),
        text("<super>3</super> Di luar ongkos angkut."),
    )


def _longer() -> bytes:
    return pdf(
        Page(
            lines(
                740,
                "Jalan Lingkar Pulau",
                "Lebar jalan lingkar ditambah dari 4 meter menjadi 6,5 meter, dan jumlah",
                "jembatan berkurang dari 9 menjadi 7 buah setelah trase digeser.",
                "Pekerjaan memakan waktu 14 bulan.",
            )
        )
    )


def _three_columns() -> bytes:
    texts = (
        ("Bank sampah Asri buka", "setiap Sabtu pagi dan", "membayar Rp2.500 untuk", "satu kilogram plastik."),
        ("Bank sampah Lestari buka", "setiap Ahad sore dan", "membayar Rp1.800 untuk", "satu kilogram kardus."),
        ("Bank sampah Cemara buka", "setiap Rabu siang dan", "membayar Rp6.000 untuk", "satu kilogram logam."),
    )
    placed = [one for number, column in enumerate(texts) for one in lines(690, *column, x=50 + 185 * number)]
    return pdf(Page([*lines(740, "Bank Sampah Kelurahan Sumur Putri"), *placed]))


def _no_map() -> bytes:
    return pdf(Page(lines(740, *map(without_map, ("Pengumuman hasil seleksi", "Peserta lulus sebanyak 41 orang.")))))


def _struck() -> bytes:
    strike = "<w:strike/>"
    body = (
        word.p("Pengumuman Pajak Reklame", "Title")
        + word.p(
            word.run("Batas pembayaran pajak reklame adalah ") + word.run("30 April", strike) + word.run(" 15 Juni.")
        )
        + word.p(word.run("Catatan penyunting: cek lagi.", "<w:vanish/>"))
        + word.p(word.run("Keterlambatan dikenai bunga 1,8 persen sebulan."))
    )
    return word.word(body)


def _articles() -> bytes:
    texts = (
        *("PERATURAN DESA TENTANG AIR BERSIH", "BAB I", "PENGELOLA", "Pasal 1", "Air bersih dikelola badan pengelola."),
        *("Pasal 2", "(1) Iuran air Rp2.000 per meter kubik.", "(2) Warga lansia tidak membayar iuran."),
        *("BAB II", "SANKSI", "Pasal 3", "Sambungan pelanggan yang menunggak tiga bulan ditutup sementara."),
        *("Pasal 4", "Peraturan Desa ini berlaku sejak 2 Mei 2025."),
    )
    return word.word(word.text_of(*texts))


def _grants(made: Any) -> None:
    made.add_heading("Beasiswa Daerah", 1)
    cells = [["Program", "Bantuan Biaya (Rp juta)", "", "Kuota"], ["", "Kuliah", "Hidup", ""]]
    cells += [["Magister", "18", "9", "25"], ["Doktor", "30", "12", "8"], ["Profesi", "14", "6", "40"]]
    office.docx_table(made, cells, ((0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 1, 3)))


def _payments(book: Any) -> None:
    sheet = book.active
    sheet.title = "Angsuran"
    for one in (("Debitur", "Jatuh tempo", "Angsuran", "Lunas"), ("Koperasi Sejati", day(2026, 3, 15), 4250000, 0.4)):
        sheet.append(one)
    sheet.append(("Koperasi Bahari", day(2026, 4, 20), 3100000, 0.75))
    for number in (2, 3):
        sheet.cell(number, 2).number_format = "dd/mm/yyyy"
        sheet.cell(number, 3).number_format = '"Rp"#,##0'
        sheet.cell(number, 4).number_format = "0%"


def _lecture(show: Any) -> None:
    office.slide(show, "Sekolah Siaga Gempa", "Simulasi setiap tanggal 26", "Titik kumpul di lapangan timur")
    office.slide(show, "Anggaran", "Pelatihan guru Rp48 juta", "Alat peraga Rp17 juta", notes="Disetujui kepala dinas")


def _boxes() -> bytes:
    body = (
        word.p("Edaran Jaga Malam", "Title")
        + word.text_box(word.p("Piket mulai pukul 21.30."))
        + word.p("<w:r><w:t>Setiap anak</w:t><w:noBreakHyphen/><w:t>anak muda ikut bergiliran.</w:t></w:r>")
        + word.p(word.tick(ticked=True) + word.run(" Bersedia piket Sabtu"))
        + word.p(word.tick(ticked=False) + word.run(" Bersedia piket Minggu"))
    )
    return word.word(body)


def _lines_over_pages() -> bytes:
    head = "Kode | Kegiatan | Lokasi | Pagu"
    body = [f"K-{n:02d} | Pembangunan saluran irigasi tahap {n} | Blok {n} | Rp{n * 3 + 40} juta" for n in range(1, 41)]
    return report(text("Daftar Kegiatan Irigasi", "Heading1"), ruled((head, *body), (60, 220, 90, 90)))


CASES = (
    Case(
        kind="figures_pdf",
        file="populasi-ternak.pdf",
        content=_stock,
        asks=(
            ask("Berapa populasi kambing di Melinting?", "3.415", never=("77", "18", "21.755")),
            ask("How many buffaloes (kerbau) are there in Way Jepara?", "129", never=("402", "5.066"), en=True),
            ask("Kecamatan mana yang paling banyak sapinya?", "Jabung", never=("Way Jepara",), refusable=True),
            refuse("Berapa populasi kuda di Jabung?"),
        ),
        lines=tuple(" | ".join(_STOCK).split(" | ")),
    ),
    Case(
        kind="note_marks",
        file="rumah-layak.pdf",
        content=_raised,
        asks=(
            ask("Berapa rumah yang dibangun tahun ini?", "1.364", never=("1.3642", "13.642")),
            ask("What is the highest cost of one house?", "Rp35 juta", never=("juta3",), en=True),
        ),
        lines=(
            "Tahun ini dibangun 1.364",
            "rumah di delapan kecamatan",
            "Belum termasuk swadaya",
            "Di luar ongkos angkut",
        ),
        gone=("1.3642", "juta3"),
    ),
    Case(
        kind="before_after",
        file="jalan-lingkar.pdf",
        content=_longer,
        asks=(
            ask("Berapa lebar jalan lingkar sebelum ditambah?", "4 meter", never=("6,5 meter",)),
            ask("Berapa jumlah jembatan sekarang?", "7", never=("9",)),
            ask("How wide is the road now?", "6,5 meter", never=("4 meter",), en=True),
            refuse("Berapa biaya jalan lingkar pulau?"),
        ),
        lines=(
            "ditambah dari 4 meter menjadi 6,5 meter, dan jumlah jembatan berkurang dari 9 menjadi 7 buah",
            "14 bulan",
        ),
    ),
    Case(
        kind="text_columns",
        file="bank-sampah.pdf",
        content=_three_columns,
        asks=(
            ask("Berapa yang dibayar Bank sampah Cemara untuk satu kilogram logam?", "Rp6.000", never=("Rp1.800",)),
            ask("When is the Lestari waste bank open?", "Ahad", never=("Sabtu", "Rabu"), en=True),
            refuse("Kapan Bank sampah Melati buka?"),
        ),
        lines=(
            "Asri buka setiap Sabtu pagi dan membayar Rp2.500",
            "Lestari buka setiap Ahad sore",
            "Cemara buka setiap Rabu",
        ),
    ),
    Case(
        kind="no_map",
        file="hasil-seleksi.pdf",
        content=_no_map,
        asks=(refuse("Berapa peserta yang lulus seleksi?"),),
        unreadable=True,
    ),
    Case(
        kind="struck",
        file="pajak-reklame.docx",
        content=_struck,
        asks=(
            ask("Kapan batas pembayaran pajak reklame?", "15 Juni", never=("30 April",)),
            ask("What interest is charged for late payment?", "1,8", en=True),
            refuse("Berapa tarif pajak reklame?"),
        ),
        lines=("Batas pembayaran pajak reklame adalah", "15 Juni", "bunga 1,8 persen sebulan"),
        gone=("30 April", "Catatan penyunting"),
    ),
    Case(
        kind="typed_divisions",
        file="perdes-air.docx",
        content=_articles,
        asks=(
            ask("Apa isi Pasal 3?", "menunggak tiga bulan", never=("Rp2.000", "2 Mei 2025")),
            ask("Apa bunyi Pasal 2 ayat (2)?", "lansia", never=("Rp2.000",)),
            ask("What does Article 4 say?", "2 Mei 2025", never=("menunggak",), en=True),
            refuse("Apa isi Pasal 9?"),
        ),
        lines=("BAB I", "PENGELOLA", "Pasal 1", "Pasal 2", "(1) Iuran air", "(2) Warga lansia", "BAB II", "Pasal 3"),
    ),
    Case(
        kind="merged",
        file="beasiswa-daerah.docx",
        content=lambda: office.docx_of(_grants),
        asks=(
            ask("Berapa bantuan biaya hidup untuk Doktor?", "12", "juta", never=("30", "9")),
            ask("How many places (kuota) are there for Magister?", "25", never=("18", "40"), en=True),
            refuse("Berapa bantuan biaya kuliah untuk Diploma?"),
        ),
        lines=("Magister", "18", "9", "25", "Doktor", "30", "12", "8", "Profesi", "14", "6", "40"),
    ),
    Case(
        kind="sheet",
        file="angsuran.xlsx",
        content=lambda: office.workbook(_payments),
        asks=(
            ask("Kapan jatuh tempo Koperasi Bahari?", "20/04/2026|20 April 2026", never=("15/03/2026",)),
            ask("How much is the instalment (angsuran) of Koperasi Sejati?", "Rp4.250.000|Rp4,250,000", en=True),
            refuse("Berapa angsuran Koperasi Mandiri?"),
        ),
        lines=("Koperasi Sejati", "15/03/2026", "40%", "Koperasi Bahari", "20/04/2026", "75%"),
        gone=("0.4", "3100000"),
    ),
    Case(
        kind="slides",
        file="siaga-gempa.pptx",
        content=lambda: office.slides(_lecture),
        asks=(
            ask("Berapa anggaran alat peraga?", "Rp17 juta", never=("Rp48 juta",)),
            ask("Where is the assembly point?", "lapangan timur", en=True),
            refuse("Berapa anggaran rambu evakuasi?"),
        ),
        lines=("Sekolah Siaga Gempa", "Simulasi setiap tanggal 26", "Anggaran", "Alat peraga Rp17 juta", "Disetujui"),
    ),
    Case(
        kind="text_box",
        file="jaga-malam.docx",
        content=_boxes,
        asks=(
            ask("Pukul berapa piket mulai?", "21.30"),
            ask("Hari apa yang dipilih untuk piket?", "Sabtu", never=("Minggu",), refusable=True),
            refuse("Siapa koordinator jaga malam?"),
        ),
        lines=(
            "Piket mulai pukul 21.30",
            "anak-anak muda ikut bergiliran",
            "Bersedia piket Sabtu",
            "Bersedia piket Minggu",
        ),
        gone=("anakanak",),
    ),
    Case(
        kind="pdf_over_pages",
        file="kegiatan-irigasi.pdf",
        content=_lines_over_pages,
        asks=(
            ask("Berapa pagu kegiatan K-33?", "Rp139 juta", never=("Rp136 juta", "Rp142 juta")),
            ask("Di mana lokasi kegiatan K-17?", "Blok 17", never=("Blok 16",)),
            refuse("Berapa pagu kegiatan K-57?"),
        ),
        lines=(
            "K-01",
            "Pembangunan saluran irigasi tahap 1",
            "Blok 1",
            "Rp43 juta",
            "K-40",
            "Pembangunan saluran irigasi tahap 40",
        ),
    ),
)
