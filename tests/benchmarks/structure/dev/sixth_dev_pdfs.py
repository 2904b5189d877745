"""PDF files with numbered columns, dotted lines to fill in, a decision's parts, heads of columns set upright."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import Page, Text, grid, lines, pdf

_PATROLS = (
    "1 | Pos Kuala Teladas | 26 | 118 | 4.310",
    "2 | Pos Tulung Buyut | 19 | 84 | 2.955",
    "3 | Pos Rawa Jitu | 31 | 140 | 5.020",
    "4 | Pos Gaya Baru | 12 | 51 | 1.680",
)


def _patrols() -> bytes:
    places = (70, 110, 290, 390, 500)
    head = (
        *lines(712, "No", x=70),
        *lines(712, "Pos", x=110),
        *lines(718, "Jumlah", "petugas", x=258, step=12),
        *lines(718, "Hari", "patroli", x=358, step=12),
        *lines(718, "Jarak", "(km)", x=468, step=12),
        *[Text(x, 690, f"({number})", 9) for number, x in enumerate((70, 150, 275, 375, 485), start=1)],
    )
    rows = grid(670, places, *_PATROLS, "  | Jumlah | 88 | 393 | 13.965")
    return pdf(Page([*lines(755, "Patroli Kebakaran Lahan 2025", size=14), *head, *rows]))


def _dotted() -> bytes:
    filled = (
        ("Nama kelompok", "Tunas Samudra"),
        ("Ketua kelompok", "Hasanuddin"),
        ("Bendahara", "Siti Rohmah"),
        ("Jumlah anggota", "21 orang"),
        ("Jenis usaha", "budidaya rumput laut"),
        ("Luas lahan", "............................"),
    )
    return pdf(
        Page(
            [
                *lines(750, "FORMULIR BANTUAN BENIH", size=14),
                *[
                    Text(70, 700 - 20 * k, f"{k + 1}. {name} {'.' * (60 - 2 * len(name))} : {value}")
                    for k, (name, value) in enumerate(filled)
                ],
                *lines(540, "Kuala Teladas, 3 Maret 2025", x=360),
                *lines(520, "Pemohon,", x=360),
                *lines(460, "Hasanuddin", x=360),
            ]
        )
    )


def _decision() -> bytes:
    parts = (
        ("Menimbang", ":", "a.", ("bahwa sumur tua di Way Lima perlu dirawat;",)),
        ("", "", "b.", ("bahwa untuk itu perlu dibentuk satuan tugas;",)),
        ("Mengingat", ":", "1.", ("Peraturan Daerah tentang Air Tanah;",)),
    )
    decided = (
        ("KESATU", ":", "", ("Membentuk Satuan Tugas Sumur Tua yang diketuai", "Sudarmaji dengan sekretaris Yuliana.")),
        ("KEDUA", ":", "", ("Satuan tugas bekerja selama 10 (sepuluh) bulan.",)),
        ("KETIGA", ":", "", ("Biaya dibebankan pada anggaran Dinas Pertambangan.",)),
    )
    shown = [Text(190, 760, "K E P U T U S A N   C A M A T", 13), Text(250, 742, "NOMOR 17 TAHUN 2025", 11)]
    top = 705.0
    for part in (*parts, None, *decided):
        if part is None:
            shown.append(Text(250, top, "M E M U T U S K A N :"))
            top -= 30
            continue
        label, colon, mark, texts = part
        shown += [Text(x, top, text) for x, text in ((70, label), (155, colon), (170, mark)) if text]
        for text in texts:
            shown.append(Text(190, top, text))
            top -= 15
        top -= 5
    return pdf(Page([*shown, *lines(top - 20, "Ditetapkan di Way Lima", "pada tanggal 9 Juli 2025", x=350)]))


_ANIMALS = (
    "Beruang madu | 08.00 | 12 | Kandang C",
    "Siamang | 07.30 | 6 | Kandang A",
    "Rusa sambar | 15.15 | 28 | Padang rumput",
    "Kukang | 19.00 | 3 | Kandang malam",
)


def _upright() -> bytes:
    heads = (("Jam makan", 262), ("Pakan (kg)", 362), ("Letak", 432))
    return pdf(
        Page(
            [
                *lines(755, "Jadwal Pakan Pusat Satwa", size=14),
                Text(70, 680, "Satwa"),
                *[Text(x, 672, head, 10, 90) for head, x in heads],
                *grid(650, (70, 270, 370, 425), *_ANIMALS),
                *lines(560, "Pengunjung dilarang memberi makan satwa."),
            ]
        )
    )


CASES = (
    Case(
        kind="numbered_columns",
        file="patroli-lahan.pdf",
        content=_patrols,
        asks=(
            ask("Berapa hari patroli di Pos Tulung Buyut?", "84", never=("118", "19")),
            ask("Berapa jumlah petugas di Pos Rawa Jitu?", "31", never=("140", "26")),
            ask("How many kilometres did Pos Gaya Baru patrol?", "1.680", never=("51",), en=True),
            refuse("Berapa jumlah petugas di Pos Menggala?"),
        ),
        lines=("Pos Kuala Teladas", "26", "118", "4.310", "Pos Gaya Baru", "12", "51", "1.680", "Jumlah", "88"),
    ),
    Case(
        kind="dotted_form",
        file="bantuan-benih.pdf",
        content=_dotted,
        asks=(
            ask("Siapa bendahara kelompok Tunas Samudra?", "Siti Rohmah", never=("Hasanuddin",)),
            ask("Apa jenis usaha kelompok?", "rumput laut"),
            ask("How many members does the group have?", "21", en=True),
            refuse("Berapa luas lahan kelompok?"),
            refuse("Siapa sekretaris kelompok?"),
        ),
        lines=("Tunas Samudra", "Hasanuddin", "Siti Rohmah", "21 orang", "budidaya rumput laut", "3 Maret 2025"),
    ),
    Case(
        kind="decision",
        file="keputusan-sumur.pdf",
        content=_decision,
        asks=(
            ask("Siapa ketua Satuan Tugas Sumur Tua?", "Sudarmaji", never=("Yuliana",)),
            ask("Berapa lama satuan tugas bekerja?", "10 (sepuluh) bulan|sepuluh|10"),
            ask("Kapan keputusan itu ditetapkan?", "9 Juli 2025"),
            refuse("Berapa honor ketua satuan tugas?"),
            refuse("Siapa bendahara satuan tugas?"),
        ),
        lines=(
            "NOMOR 17 TAHUN 2025",
            "Menimbang",
            "a.",
            "bahwa sumur tua",
            "KESATU",
            "Sudarmaji dengan sekretaris Yuliana",
            "KEDUA",
        ),
    ),
    Case(
        kind="upright_heads",
        file="pakan-satwa.pdf",
        content=_upright,
        asks=(
            ask("Jam berapa siamang diberi makan?", "07.30", never=("08.00", "15.15")),
            ask("Berapa kilogram pakan rusa sambar?", "28", never=("12", "6")),
            refuse("Jam berapa tapir diberi makan?"),
            refuse("Di mana letak kandang harimau?"),
        ),
        lines=("Beruang madu", "08.00", "12", "Kandang C", "Siamang", "07.30", "Kukang", "19.00", "Kandang malam"),
    ),
)
