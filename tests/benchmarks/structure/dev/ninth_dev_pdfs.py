"""PDF files: groups of charges over a page break, a filled form, a letter with instalments, heads turned upright."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import Field, Page, Text, grid, lines, pdf
from tests.benchmarks.structure.writers.report import report, ruled, text

_CHARGES = (
    "No | Jenis pelayanan | Satuan |",
    "A | RAWAT JALAN | |",
    "1 | Pemeriksaan dokter umum | kunjungan | 15.000",
    "2 | Pemeriksaan dokter gigi | kunjungan | 20.000",
    "3 | Cabut gigi | |",
    " | a. gigi susu | gigi | 25.000",
    " | b. gigi tetap | gigi | 60.000",
    "4 | Surat keterangan sehat | lembar | 10.000",
    "B | RAWAT INAP | |",
    "1 | Kamar rawat | hari | 85.000",
    "2 | Makan pasien | hari | 45.000",
)
_CHARGES_ON = (
    "3 | Kunjungan dokter | kali | 30.000",
    "C | LABORATORIUM | |",
    "1 | Gula darah | kali | 20.000",
    "2 | Kolesterol | kali | 32.500",
    "3 | Asam urat | kali | 27.500",
    "4 | Golongan darah | kali | 15.000",
    "D | AMBULANS | |",
    "1 | Dalam kecamatan | kali | 100.000",
    "2 | Luar kecamatan | km | 7.500",
)


def _charges() -> bytes:
    places = (60, 90, 330, 500)
    first = lines(770, "LAMPIRAN PERATURAN BUPATI RAWA INDAH NOMOR 9 TAHUN 2026", "TARIF LAYANAN PUSKESMAS", x=60)
    note = lines(
        520,
        "Keterangan:",
        "Siswa SD yang membawa surat pengantar sekolah dibebaskan dari",
        "tarif huruf A angka 2 dan angka 3.",
        x=60,
    )
    head = Text(450, 720, "Tarif (Rp)")
    return pdf(
        Page([*first, head, *grid(720, places, *_CHARGES)], rules=((55, 735, 540, 735), (55, 714, 540, 714))),
        Page([Text(290, 770, "- 2 -"), *grid(740, places, *_CHARGES_ON), *note]),
    )


_ASKED = (
    (700, "A. PEMOHON", None),
    (676, "Nama", "CV Embun Mekar"),
    (652, "Alamat", "Jalan Kopi 31, Talang Padi"),
    (628, "Nomor telepon", ""),
    (594, "B. SUMUR", None),
    (570, "Alamat", "Dusun Umbul Kluwih"),
    (546, "Kedalaman", "64 meter"),
    (522, "Debit yang dimohon", "18 m³ per hari"),
    (488, "C. DIISI PETUGAS", None),
    (464, "Debit yang disetujui", "12 m³ per hari"),
    (440, "Berlaku sampai", "30 September 2028"),
)


def _well() -> bytes:
    fields = [Field(f"f{y}", value, 240, y) for y, _, value in _ASKED if value is not None]
    shown = [Text(70, y, label) for y, label, _ in _ASKED]
    head = lines(750, "FORMULIR IZIN SUMUR BOR", size=14)
    below = lines(
        390, "Pada musim kemarau (Juli sampai Oktober) air yang diambil", "paling banyak 8 m³ per hari.", size=9
    )
    return pdf(Page([*head, *shown, *below], fields=fields))


def _award() -> bytes:
    return report(
        text("PROVINCIAL OFFICE OF CULTURE", "Heading2"),
        text("Reference: 431/77/2026"),
        text("Date: 9 March 2026"),
        text("Award of a grant to the Tabuh Weaving Centre", "Heading1"),
        text("We are pleased to award IDR 240 million for the project Thread and Dye. It is paid in three parts:"),
        ruled(
            (
                "Instalment | Share | Amount (IDR million) | Paid after | Not before",
                "First | 50% | 120 | signature of the agreement | 1 April 2026",
                "Second | 30% | 72 | approval of the interim report<super>1</super> | 3 August 2026",
                "Final | 20% | 48 | audit of the accounts | 11 January 2027",
            ),
            (65, 45, 75, 160, 100),
        ),
        text("<super>1</super> The interim report must reach us by 30 June 2026."),
        text("Conditions", "Heading2"),
        text("1. At least 60 per cent of the trainees must be women."),
        text("2. Equipment may not be lent to others, except looms lent to schools."),
        text("3. Travel is paid for within the province only."),
    )


_AUCTIONS = (
    "TPI Muara Gading | 33 | 28 | 35 | 40 | 38 | 29 | 203",
    "TPI Teluk Sira | 12 | 9 | | | 14 | 17 | 52",
    "TPI Karang Tembus | 55 | 61 | 47 | 52 | 66 | 58 | 339",
    "Jumlah | 100 | 98 | 82 | 92 | 118 | 104 | 594",
)


def _auctions() -> bytes:
    places = (60, 230, 280, 330, 380, 430, 480, 540)
    names = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Jumlah")
    heads = [Text(place - 4, 660, name, angle=90) for place, name in zip(places[1:], names, strict=True)]
    return pdf(
        Page(
            [
                *lines(760, "IKAN YANG DILELANG SEMESTER I TAHUN 2026", x=60, size=13),
                *lines(740, "dalam ton", x=60),
                Text(60, 660, "Tempat pelelangan"),
                *heads,
                *grid(635, places, *_AUCTIONS),
                *lines(545, "TPI Teluk Sira tutup Maret-April karena perbaikan dermaga.", x=60, size=9),
            ],
            rules=((55, 715, 545, 715), (55, 652, 545, 652), (55, 574, 545, 574)),
        )
    )


CASES = (
    Case(
        kind="groups_over_a_page_break",
        file="tarif-puskesmas-lampiran.pdf",
        content=_charges,
        asks=(
            ask("cabut gigi tetap di puskesmas bayar brp?", "60.000", never=("25.000", "20.000")),
            ask(
                "Pemeriksaan laboratorium apa yang paling mahal?",
                "Kolesterol",
                never=("Gula darah", "Asam urat", "Golongan darah", "Kamar rawat"),
            ),
            ask("Who need not pay for having a tooth pulled (cabut gigi)?", "siswa SD", en=True),
            refuse("rontgen gigi brp tarifnya?"),
            refuse("Berapa tarif makan pasien rawat jalan?"),
        ),
        lines=("RAWAT JALAN", "Cabut gigi", "b. gigi tetap", "60.000", "Makan pasien", "LABORATORIUM", "32.500", "km"),
    ),
    Case(
        kind="form_with_an_empty_field",
        file="formulir-izin-sumur.pdf",
        content=_well,
        asks=(
            ask("debit yg disetujui petugas brp?", "12 m³", never=("18 m³", "8 m³")),
            ask("sumurnya alamatnya di mana?", "Umbul Kluwih", never=("Jalan Kopi",)),
            ask("How much water may be taken a day in the dry season?", "8 m³", never=("12 m³", "18 m³"), en=True),
            refuse("Berapa nomor telepon pemohon?"),
            refuse("Berapa diameter sumur yang dimohon?"),
        ),
        lines=("CV Embun Mekar", "Jalan Kopi 31", "Umbul Kluwih", "64 meter", "30 September 2028"),
    ),
    Case(
        kind="letter_with_instalments",
        file="grant-award-weaving.pdf",
        content=_award,
        asks=(
            ask(
                "By what date must the interim report be handed in?",
                "30 June 2026",
                never=("3 August 2026", "1 April 2026"),
                en=True,
            ),
            ask(
                "duit yg terakhir cair setelah apa?",
                "audit",
                never=("interim report", "signature"),
            ),
            ask("alat apa yg boleh dipinjemin ke pihak lain?", "looms|alat tenun"),
            refuse("How many trainees must the centre train?", en=True),
            refuse("Berapa juta hibah yang diterima pada tahun 2025?"),
        ),
        lines=("431/77/2026", "9 March 2026", "IDR 240 million", "120", "3 August 2026", "48", "60 per cent", "looms"),
    ),
    Case(
        kind="heads_turned_upright",
        file="lelang-ikan-semester.pdf",
        content=_auctions,
        asks=(
            ask("Karang Tembus paling banyak ngelelang ikan bulan apa?", "Mei", never=("Februari", "Juni", "Januari")),
            ask("Berapa ton ikan yang dilelang di TPI Teluk Sira pada bulan Juni?", "17", never=("14", "29", "58")),
            ask("Why was there no auction at Teluk Sira in March?", "perbaikan dermaga", en=True),
            refuse("Muara Gading bulan Juli dapet brp ton?"),
            refuse("Berapa rupiah nilai ikan yang dilelang di TPI Karang Tembus?"),
        ),
        lines=("TPI Muara Gading", "33", "203", "TPI Teluk Sira", "52", "TPI Karang Tembus", "339", "594"),
    ),
)
