"""PDF files of a fifth set of subjects."""

from reportlab.lib.pagesizes import A4, landscape

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import WIDTH, Field, Page, Text, grid, lines, pdf
from tests.benchmarks.structure.writers.report import report, ruled, text, unruled

_CATCH = (
    "Lempasing | 1.812 | 640 | 377 | 2.829",
    "Kuala Teladas | 944 | 1.205 | 86 | 2.235",
    "Labuhan Maringgai | 2.310 | 518 | 902 | 3.730",
    "Kota Agung | 706 | 233 | 1.144 | 2.083",
)

_PLOTS = tuple(
    f"{number} | Blok {letter}{row} | {20 + (number * 13) % 41} | {number % 4 + 1} | "
    f"{'terisi' if number % 5 else 'kosong'}"
    for number, (letter, row) in enumerate(((a, b) for a in "ABCDEF" for b in range(1, 9)), start=1)
)


def _catch() -> bytes:
    places = (70, 250, 330, 410, 500)
    head = "Pelabuhan | Tongkol | Udang | Cumi | Jumlah"
    return pdf(
        Page(
            [
                *lines(750, "Hasil Tangkapan menurut Jenis (ton)", size=14),
                *grid(710, places, head, *_CATCH),
                *lines(600, "Angka sementara sampai September 2025."),
            ]
        )
    )


def _plots() -> bytes:
    return report(
        text("Daftar Petak Kebun Warga", "Heading1"),
        ruled(("No | Petak | Luas (m2) | Keran | Keadaan", *_PLOTS), (40, 120, 90, 70, 90)),
    )


def _columns() -> bytes:
    filler = "Panitia mengimbau warga membawa payung dan botol minum sendiri selama acara berlangsung. " * 6
    return report(
        text("Warta Festival Layang-layang Danau", "Heading1"),
        text("Festival hari pertama dibuka pukul 07.30 oleh Bupati. " + filler),
        text("Jumlah peserta 186<super>a</super> regu, bertambah dari 140 regu tahun lalu. " + filler),
        text("Hadiah juara umum Rp15.000.000 dan seekor kambing. " + filler),
        text("<super>a</super> Belum termasuk regu anak-anak."),
        columns=3,
        size=landscape(A4),
    )


def _prices() -> bytes:
    return report(
        text("Tarif Sewa Alat Berat", "Heading1"),
        unruled(
            (
                "Alat | Per jam | Per hari | Per bulan",
                "Ekskavator | Rp350.000 | Rp2.400.000 | Rp48.000.000",
                "Buldoser | Rp420.000 | Rp2.900.000 | Rp57.500.000",
                "Mesin gilas | Rp210.000 | Rp1.450.000 | -",
            ),
            (120, 100, 100, 100),
        ),
        text("Tarif belum termasuk bahan bakar dan operator."),
    )


def _sheets() -> bytes:
    def sheet(number: int, name: str, *values: str) -> Page:
        labels = ("Ketua", "Anggota", "Sarang", "Hasil setahun (liter)")
        pairs = [f"{a} : {b}" for a, b in zip(labels, values, strict=True)]
        return Page(
            [
                Text(70, 780, "Profil Kelompok Madu", 8),
                Text(520, 780, f"{number} / 3", 8),
                *lines(730, f"Kelompok {name}", *pairs, step=22),
            ]
        )

    return pdf(
        sheet(1, "Rimba Lestari", "Kasno", "18", "240", "1.310"),
        sheet(2, "Sumber Manis", "Rosdiana", "11", "95", "402"),
        sheet(3, "Way Harum", "Tumijan", "26", "310", "1.988"),
    )


def _form() -> bytes:
    names, values = ("Nama usaha", "Pemilik", "Modal awal (Rp)"), ("Keripik Bu Yati", "Hayati", "7.500.000")
    turned = [Text(WIDTH - 40, 200, "unduhan dari situs dinas", 9, 90)]
    return pdf(
        Page(
            [*lines(740, "Isian Usaha Rumahan", *names, step=40), *turned],
            fields=[Field(n, v, 250, 700 - 40 * k) for k, (n, v) in enumerate(zip(names, values, strict=True))],
        )
    )


CASES = (
    Case(
        kind="figures_pdf",
        file="hasil-tangkapan.pdf",
        content=_catch,
        asks=(
            ask("Berapa ton udang di Kuala Teladas?", "1.205", never=("944", "86")),
            ask("Berapa jumlah tangkapan di Kota Agung?", "2.083", never=("1.144", "3.730")),
            ask("How many tons of squid (cumi) in Lempasing?", "377", never=("640",), en=True),
            ask(
                "Pelabuhan mana yang tangkapan cuminya paling banyak?",
                "Kota Agung",
                never=("Labuhan Maringgai",),
                refusable=True,
            ),
            refuse("Berapa ton kepiting di Lempasing?"),
            refuse("Berapa ton tongkol di Lempasing tahun 2023?"),
        ),
        lines=tuple(" | ".join(_CATCH).split(" | ")),
    ),
    Case(
        kind="long_table",
        file="petak-kebun.pdf",
        content=_plots,
        asks=(
            ask("Bagaimana keadaan petak Blok C4?", "kosong"),
            ask("Berapa luas petak Blok A2?", "46"),
            refuse("Berapa luas petak Blok G1?"),
            refuse("Siapa penggarap Blok B3?"),
        ),
        lines=tuple(one.split(" | ")[1] for one in _PLOTS),
    ),
    Case(
        kind="columns_pdf",
        file="layang-danau.pdf",
        content=_columns,
        asks=(
            ask("Berapa regu peserta festival tahun ini?", "186", never=("140", "186a")),
            ask("Berapa regu peserta tahun lalu?", "140", never=("186",)),
            ask("What does the overall winner get?", "Rp15.000.000", en=True),
            refuse("Di mana penginapan peserta?"),
            refuse("Berapa hadiah juara kedua?"),
        ),
        lines=("Festival hari pertama dibuka pukul 07.30", "186", "bertambah dari 140 regu", "Rp15.000.000 dan seekor"),
        gone=("186a",),
    ),
    Case(
        kind="unruled_pdf",
        file="sewa-alat-berat.pdf",
        content=_prices,
        asks=(
            ask("Berapa sewa buldoser per hari?", "Rp2.900.000", never=("Rp420.000", "Rp2.400.000")),
            ask("Berapa sewa ekskavator per bulan?", "Rp48.000.000", never=("Rp57.500.000",)),
            ask("How much is the roller (mesin gilas) per hour?", "Rp210.000", never=("Rp350.000",), en=True),
            refuse("Berapa sewa mesin gilas per bulan?"),
            refuse("Berapa upah operator per hari?"),
        ),
        lines=("Ekskavator", "Rp350.000", "Rp2.400.000", "Rp48.000.000", "Buldoser", "Rp420.000", "Mesin gilas"),
    ),
    Case(
        kind="page_per_group",
        file="kelompok-madu.pdf",
        content=_sheets,
        asks=(
            ask("Siapa ketua Kelompok Sumber Manis?", "Rosdiana", never=("Kasno", "Tumijan")),
            ask("Berapa liter hasil setahun Kelompok Way Harum?", "1.988", never=("1.310", "402")),
            ask("How many members does Rimba Lestari have?", "18", never=("26", "11"), en=True),
            refuse("Siapa bendahara Kelompok Rimba Lestari?"),
            refuse("Berapa sarang Kelompok Bukit Raya?"),
        ),
        lines=(
            "Rimba Lestari",
            "Kasno",
            "18",
            "240",
            "1.310",
            "Sumber Manis",
            "Rosdiana",
            "11",
            "95",
            "402",
            "Way Harum",
        ),
    ),
    Case(
        kind="form",
        file="usaha-rumahan.pdf",
        content=_form,
        asks=(
            ask("Siapa pemilik usaha?", "Hayati"),
            ask("What is the initial capital?", "7.500.000", en=True),
            refuse("Berapa jumlah pekerja?"),
        ),
        lines=("Nama usaha", "Keripik Bu Yati", "Pemilik", "Hayati", "7.500.000"),
        gone=("unduhan dari situs dinas",),
    ),
)
