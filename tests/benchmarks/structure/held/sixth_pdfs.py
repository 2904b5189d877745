"""Kept apart: PDF files."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import Page, Text, grid, lines, pdf
from tests.benchmarks.structure.writers.report import report, ruled, text

_LEFT = ("Kelas ternak | Ekor", "Sapi | 314", "Kambing | 1.082", "Itik | 2.470")
_RIGHT = ("Obat | Stok", "Vaksin PMK | 190", "Vitamin B | 75", "Antiseptik | 28")
_CASH = (
    "Uraian | 2024 | 2025",
    "Pendapatan penjualan | 812.400 | 905.150",
    "Beban bahan | (410.220) | (472.900)",
    "Beban upah | (236.000) | (251.500)",
    "Laba (rugi) bersih | 166.180 | 180.750",
)
_ALARMS = (
    "No | Bangunan | Tindakan yang diminta | Tenggat",
    "(1) | (2) | (3) | (4)",
    "1 | Asrama haji lama di Jalan Teratai | Mengganti pintu darurat lantai dua dan melatih penghuni | 30 April 2025",
    "2 | Gedung arsip | Menambah empat alat pemadam | 15 Mei 2025",
    "3 | Pasar lantai atas | Membongkar kios yang menutup tangga | 31 Maret 2025",
)


def _two_tables() -> bytes:
    return pdf(
        Page(
            [
                *lines(755, "Keadaan Puskeswan Mulya Asri", size=14),
                *lines(720, "Ternak terdaftar", x=70),
                *lines(720, "Obat tersedia", x=350),
                *grid(700, (70, 230), *_LEFT),
                *grid(700, (350, 500), *_RIGHT),
                *lines(600, "Dokter hewan bertugas Senin dan Kamis."),
            ],
            rules=[
                *((65, 714 - 18 * k, 240, 714 - 18 * k) for k in range(5)),
                *((345, 714 - 18 * k, 510, 714 - 18 * k) for k in range(5)),
                *((x, 714, x, 642) for x in (65, 180, 240, 345, 450, 510)),
            ],
        )
    )


def _cash() -> bytes:
    places = (70, 330, 450)
    shown = []
    for number, row in enumerate(_CASH):
        for place, cell in zip(places, (one.strip() for one in row.split("|")), strict=True):
            width = 0.556 * 11 * len(cell) - (2.5 if cell.startswith("(") else 0) if place != 70 else 0
            shown.append(Text(place - width, 690 - 18 * number, cell))
    top = lines(755, "Koperasi Kopi Sumber Makmur", size=14)
    return pdf(Page([*top, *lines(730, "Laporan Laba Rugi (dalam ribu rupiah)"), *shown]))


def _alarms() -> bytes:
    return report(
        text("Hasil Pemeriksaan Alat Pemadam", "Heading1"),
        text("Pemeriksaan dilakukan Regu Pencegahan pada 3 Maret 2025 terhadap tiga bangunan."),
        ruled(_ALARMS, (35, 150, 190, 90), heads=2),
    )


def _contents() -> bytes:
    parts = (("Pendahuluan", 1), ("Keadaan hutan adat", 4), ("Rencana pemulihan", 11), ("Anggaran", 19))
    return pdf(
        Page(
            [
                *lines(750, "DAFTAR ISI", size=14),
                *[
                    piece
                    for k, (name, number) in enumerate(parts)
                    for piece in (
                        Text(70, 710 - 20 * k, f"{name} {'.' * (90 - 2 * len(name))}"),
                        Text(500, 710 - 20 * k, str(number)),
                    )
                ],
            ]
        ),
        Page(
            lines(
                750,
                "Keadaan hutan adat",
                "Hutan adat Tebu Raya seluas 312 hektare dijaga",
                "delapan orang bergantian. Pohon yang ditebang dicatat",
                "juru tulis adat, Bapak Minak Raja.",
            )
        ),
    )


CASES = (
    Case(
        kind="held",
        file="puskeswan.pdf",
        content=_two_tables,
        asks=(
            ask("Berapa ekor kambing terdaftar?", "1.082", never=("314", "75")),
            ask("Berapa stok antiseptik?", "28", never=("2.470",)),
            refuse("Berapa ekor kerbau terdaftar?"),
        ),
        lines=("Sapi", "314", "Kambing", "1.082", "Senin dan Kamis"),
    ),
    Case(
        kind="held",
        file="laba-rugi.pdf",
        content=_cash,
        asks=(
            ask("Berapa beban upah tahun 2025?", "251.500", never=("236.000", "472.900")),
            ask("Berapa laba bersih tahun 2024?", "166.180", never=("180.750",)),
            refuse("Berapa beban sewa tahun 2025?"),
        ),
        lines=("Pendapatan penjualan", "812.400", "905.150", "Beban bahan", "(410.220)", "Laba (rugi) bersih"),
    ),
    Case(
        kind="held",
        file="periksa-pemadam.pdf",
        content=_alarms,
        asks=(
            ask("Kapan tenggat bagi gedung arsip?", "15 Mei 2025", never=("30 April", "31 Maret")),
            ask("Apa yang harus dilakukan pasar lantai atas?", "kios", never=("pintu darurat",)),
            refuse("Kapan tenggat bagi gedung olahraga?"),
        ),
        lines=("3 Maret 2025", "Gedung arsip", "Menambah empat alat pemadam", "15 Mei 2025", "Pasar lantai atas"),
    ),
    Case(
        kind="held",
        file="hutan-adat.pdf",
        content=_contents,
        asks=(
            ask("Berapa luas hutan adat Tebu Raya?", "312"),
            ask("Siapa yang mencatat pohon yang ditebang?", "Minak Raja"),
            refuse("Berapa anggaran pemulihan hutan adat?"),
        ),
        lines=("312 hektare dijaga delapan orang", "Minak Raja"),
    ),
)
