"""PDF files with ranks over two pages, shortfalls in brackets, a decision's two annexes, two samples beside a limit."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import Page, Text, grid, lines, pdf
from tests.benchmarks.structure.writers.report import report, ruled, text

_GROUPS = tuple(
    f"{first} {second}"
    for first in ("Tunas", "Sinar", "Karya", "Mekar", "Bina")
    for second in "Makmur Jaya Lestari Bersama Abadi Mandiri Rukun Sejati Utama Baru Subur".split()
)
_AREAS = ("Way Belida Hulu", "Way Belida Hilir", "Gunung Sari", "Tanjung Heran")


def _score(hundredths: int) -> str:
    return f"{hundredths // 100},{hundredths % 100:02}"


def _result(rank: int) -> str:
    return "Lolos final" if rank <= 10 else "Cadangan" if rank <= 15 else "Tidak lolos"


_RANKED = tuple(
    f"{k + 1} | {101 + k * 23 % 55} | {_GROUPS[k * 17 % 55]} | {_AREAS[k % 4]} | {_score(8120 - 37 * (k * 13 % 55))} | "
    f"{_score(9680 - 43 * k)} | {_result(k + 1)}"
    for k in range(55)
)


def _ranked() -> bytes:
    head = "Peringkat | No. Daftar | Kelompok Tani | Kecamatan | Nilai 2025 | Nilai 2026 | Hasil"
    return report(
        text("Pengumuman Hasil Penilaian Kelompok Tani Kabupaten Way Belida", "Heading1"),
        text("Urutan disusun menurut Nilai 2026. Peserta yang lolos final dinilai ulang pada 9 September 2026."),
        ruled((head, *_RANKED), (55, 50, 85, 95, 55, 55, 65), heads=0),
        text("Keputusan juri tidak dapat diganggu gugat."),
    )


_REALISED = (
    "Uraian | Anggaran 2026 | Realisasi 2026 | Lebih/ (Kurang) | % | Realisasi 2025",
    "PENDAPATAN | | | | |",
    "Jasa layanan | 48.200 | 45.930 | (2.270) | 95,29 | 41.115",
    "Hibah | 1.500 | 1.725 | 225 | 115,00 | 640",
    "Hasil kerja sama | 3.250 | 2.990 | (260) | 92,00 | 3.105",
    "Pendapatan lain | 420 | 378 | (42) | 90,00 | 511",
    "Jumlah pendapatan | 53.370 | 51.023 | (2.347) | 95,60 | 45.371",
    "BELANJA | | | | |",
    "Belanja pegawai | 21.600 | 20.952 | (648) | 97,00 | 19.870",
    "Belanja barang dan jasa | 26.400 | 27.060 | 660 | 102,50 | 22.915",
    "Belanja modal | 6.250 | 4.375 | (1.875) | 70,00 | 5.036",
    "Jumlah belanja | 54.250 | 52.387 | (1.863) | 96,57 | 47.821",
    "Surplus/(Defisit) | (880) | (1.364) | (484) | - | (2.450)",
)


def _budget() -> bytes:
    return report(
        text("Laporan Realisasi Anggaran RSUD Way Kawat", "Heading1"),
        text("Untuk tahun yang berakhir 31 Desember 2026 (dalam jutaan rupiah)"),
        ruled(_REALISED, (130, 65, 65, 65, 55, 65)),
    )


def _decision() -> bytes:
    return report(
        text("KEPUTUSAN BUPATI WAY BELIDA", "Heading1"),
        text("NOMOR 188.45/212/2026"),
        text("TENTANG SATUAN TUGAS PENERTIBAN ASET DAERAH"),
        text("MEMUTUSKAN:"),
        text("KESATU : Membentuk Satuan Tugas dengan susunan sebagaimana tercantum dalam Lampiran I."),
        text("KEDUA : Besaran honorarium sebagaimana tercantum dalam Lampiran II."),
        text("KETIGA : Satuan Tugas melaporkan hasil kerja kepada Bupati setiap 3 (tiga) bulan."),
        text("Ditetapkan di Belida Jaya pada tanggal 2 Februari 2026"),
        text("LAMPIRAN I : Susunan Satuan Tugas", "Heading2"),
        ruled(
            (
                "No | Kedudukan dalam Satuan Tugas | Jabatan dalam Dinas | Jumlah",
                "1 | Pengarah | Sekretaris Daerah | 1",
                "2 | Ketua | Kepala Badan Keuangan | 1",
                "3 | Wakil Ketua | Inspektur Pembantu Wilayah II | 1",
                "4 | Sekretaris | Kepala Bidang Aset | 1",
                "5 | Anggota | Unsur Satuan Polisi Pamong Praja | 14",
            ),
            (30, 160, 190, 60),
        ),
        text("LAMPIRAN II : Besaran Honorarium", "Heading2"),
        ruled(
            (
                "No | Kedudukan dalam Satuan Tugas | Honorarium per bulan (Rp) | Lama (bulan) | Pajak (%)",
                "1 | Pengarah | - | - | -",
                "2 | Ketua | 1.250.000 | 10 | 15",
                "3 | Wakil Ketua | 1.150.000 | 10 | 15",
                "4 | Sekretaris | 900.000 | 8 | 5",
                "5 | Anggota | 650.000 | 6 | 5",
            ),
            (30, 160, 130, 60, 60),
        ),
    )


_SAMPLES = (
    "pH | - | 7,2 | 6,6 | 6-9 | Elektroda",
    "Kekeruhan | NTU | 18,4 | 42,7 | 25 | Nefelometri",
    "Besi | mg/L | 0,28 | 0,91 | 0,3 | AAS",
    "Mangan | mg/L |  | 0,17 | 0,1 | AAS",
    "Nitrat | mg/L | 3,6 | 5,9 | 10 | Brusin",
    "Nitrit | mg/L | 0,02 | 0,05 | 0,06 | Sulfanilamid",
)


def _water() -> bytes:
    places = (60, 140, 270, 350, 430, 460)
    return pdf(
        Page(
            [
                *lines(760, "LAPORAN HASIL UJI AIR BAKU", size=14, x=60),
                *lines(735, "Nomor laporan : 071/LHU/III/2026", "Tanggal contoh : 11 Maret 2026", x=60),
                *[Text(x, 690, head, 10) for x, head in zip((60, 140), ("Parameter", "Satuan"), strict=True)],
                *[Text(x, 697, "Hasil", 10) for x in (240, 325)],
                *[Text(x, 684, head, 10) for x, head in ((226, "Way Ruhu"), (302, "Bukit Kelir"))],
                *[Text(x, 690, head, 10) for x, head in ((383, "Baku mutu"), (460, "Metode"))],
                *grid(662, places, *_SAMPLES),
                Text(242, 608, "<0,01"),
                *lines(530, "AAS: spektrofotometri serapan atom. Contoh diambil pukul 08.40.", x=60, size=9),
            ],
            rules=((55, 708, 560, 708), (55, 678, 560, 678), (55, 560, 560, 560)),
        )
    )


CASES = (
    Case(
        kind="ranks_over_pages",
        file="nilai-kelompok-tani.pdf",
        content=_ranked,
        asks=(
            ask("Kelompok tani apa yang meraih peringkat 13?", "Mekar Rukun", never=("Karya Makmur", "Tunas Jaya")),
            ask("Berapa Nilai 2026 kelompok tani Sinar Lestari?", "95,08", never=("61,96",)),
            ask("What rank did Karya Mandiri get?", "22", never=("144",), en=True),
            refuse("Berapa nilai 2026 kelompok tani Mekar Sentosa?"),
            refuse("Which farmer group came 58th?", en=True),
        ),
        lines=tuple(one.split(" | ")[2] for one in _RANKED),
    ),
    Case(
        kind="shortfalls_in_brackets",
        file="realisasi-rsud-way-kawat.pdf",
        content=_budget,
        asks=(
            ask("Berapa kurangnya realisasi belanja modal dari anggarannya?", "1.875", never=("648", "1.863", "4.375")),
            ask("Berapa persen realisasi belanja barang dan jasa?", "102,50", never=("97,00", "70,00", "96,57")),
            ask("What was the realised grant income (hibah) in 2025, in millions?", "640", never=("1.725",), en=True),
            ask("Berapa defisit menurut realisasi 2026?", "1.364", never=("880", "2.450", "484")),
            refuse("Berapa anggaran hibah tahun 2025?"),
        ),
        lines=(*" | ".join(_REALISED[2:7]).split(" | "), "Belanja pegawai", "648", "4.375", "2.450"),
    ),
    Case(
        kind="two_annexes",
        file="satgas-aset.pdf",
        content=_decision,
        asks=(
            ask("Berapa honorarium Wakil Ketua per bulan?", "1.150.000", never=("1.250.000", "900.000")),
            ask("Jabatan apa yang menjadi Sekretaris Satuan Tugas?", "Kepala Bidang Aset", never=("Kepala Badan",)),
            ask("How many members (anggota) does the task force have?", "14", never=("6", "5"), en=True),
            ask("For how many months is the secretary paid?", "8", never=("10", "6", "3"), en=True),
            refuse("Berapa honorarium Bendahara Satuan Tugas?"),
        ),
        lines=("KETIGA", "LAMPIRAN I", "Sekretaris Daerah", "Kepala Bidang Aset", "14", "LAMPIRAN II", "1.150.000"),
    ),
    Case(
        kind="samples_and_limit",
        file="uji-air-baku.pdf",
        content=_water,
        asks=(
            ask("Berapa kadar nitrit di Bukit Kelir?", "0,05", never=("0,02", "5,9", "0,06")),
            ask("Berapa baku mutu untuk besi?", "0,3", never=("0,28", "0,91", "0,1")),
            ask("What was the turbidity (kekeruhan) at Way Ruhu?", "18,4", never=("42,7", "25"), en=True),
            ask("Metode apa yang dipakai untuk nitrat?", "Brusin", never=("Sulfanilamid", "AAS")),
            refuse("Berapa kadar timbal di Way Ruhu?"),
        ),
        lines=("071/LHU/III/2026", "11 Maret 2026", *" | ".join(_SAMPLES[1:3]).split(" | "), "Brusin", "0,06"),
    ),
)
