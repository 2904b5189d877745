"""PDF files with ranks over two pages, shortfalls in brackets, a decision's two annexes, two samples beside a limit."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import Page, Text, grid, lines, pdf
from tests.benchmarks.structure.writers.report import report, ruled, text

_SCHOOLS = tuple(
    f"SMPN {number} {place}"
    for place in ("Kuripak", "Belok", "Merigin", "Sungkap", "Taloh", "Paseman", "Ngarai", "Kelumba", "Lerambah")
    for number in range(1, 7)
)
_JUDGED = ("Adiwiyata Mandiri", "Adiwiyata Provinsi", "Pembinaan")

_RANKED = tuple(
    f"{k + 1} | 20{417 + k * 19 % 54} | {_SCHOOLS[k * 25 % 54]} | {971 - 7 * k} | {612 + 5 * (k * 11 % 54)} | "
    f"{_JUDGED[(k > 5) + (k > 21)]}"
    for k in range(54)
)


def _ranked() -> bytes:
    head = "Urutan | NPSN | Sekolah | Skor akhir | Skor mandiri | Predikat"
    return report(
        text("Daftar Peringkat Sekolah Berbudaya Lingkungan Kota Talang Besi", "Heading1"),
        text("Skor mandiri diisi sekolah; skor akhir ditetapkan tim. Piagam diserahkan 5 Juni 2026."),
        ruled((head, *_RANKED), (50, 60, 130, 65, 65, 95), heads=0),
    )


_EARNED = (
    "Keterangan | Rencana 2025 | Realisasi 2025 | Selisih | Capaian (%) | Realisasi 2024",
    "Pendapatan usaha | | | | |",
    "Penjualan air curah | 9.400.000 | 8.836.000 | (564.000) | 94,00 | 8.105.500",
    "Sambungan baru | 1.250.000 | 1.475.000 | 225.000 | 118,00 | 1.310.000",
    "Denda pelanggan | 310.000 | 279.000 | (31.000) | 90,00 | 342.750",
    "Jumlah pendapatan usaha | 10.960.000 | 10.590.000 | (370.000) | 96,62 | 9.758.250",
    "Beban usaha | | | | |",
    "Beban bahan kimia | 2.100.000 | 2.226.000 | 126.000 | 106,00 | 1.987.400",
    "Beban listrik | 3.600.000 | 3.492.000 | (108.000) | 97,00 | 3.120.300",
    "Beban pegawai | 5.400.000 | 5.238.000 | (162.000) | 97,00 | 5.011.900",
    "Jumlah beban usaha | 11.100.000 | 10.956.000 | (144.000) | 98,70 | 10.119.600",
    "Laba/(Rugi) usaha | (140.000) | (366.000) | (226.000) | - | (361.350)",
)


def _earned() -> bytes:
    return report(
        text("Ikhtisar Laba Rugi Perumda Banyu Talang", "Heading1"),
        text("Tahun buku 2025, dalam ribuan rupiah"),
        ruled(_EARNED, (120, 70, 70, 65, 60, 70)),
    )


def _decision() -> bytes:
    return report(
        text("KEPUTUSAN DIREKTUR RSUD TALANG BESI", "Heading1"),
        text("NOMOR 445/058/SK/2025"),
        text("TENTANG TEMPAT TIDUR DAN TARIF RAWAT INAP"),
        text("MEMUTUSKAN:"),
        text("PERTAMA : Jumlah tempat tidur setiap ruang tercantum dalam Lampiran I."),
        text("KEDUA : Tarif setiap ruang tercantum dalam Lampiran II."),
        text("KETIGA : Tarif ditinjau kembali paling lambat 24 (dua puluh empat) bulan sejak ditetapkan."),
        text("Ditetapkan di Talang Besi pada tanggal 17 November 2025"),
        text("LAMPIRAN I : Tempat Tidur", "Heading2"),
        ruled(
            (
                "No | Ruang | Kelas | Tempat tidur | Penanggung jawab",
                "1 | Kenanga | I | 12 | Kepala Instalasi Bedah",
                "2 | Melati | II | 18 | Kepala Instalasi Anak",
                "3 | Cempaka | III | 36 | Kepala Instalasi Penyakit Dalam",
                "4 | Seroja | Isolasi | 7 | Kepala Instalasi Paru",
            ),
            (30, 90, 70, 80, 180),
        ),
        text("LAMPIRAN II : Tarif Rawat Inap", "Heading2"),
        ruled(
            (
                "No | Ruang | Akomodasi per hari (Rp) | Visite dokter (Rp) | Asuhan per hari (Rp)",
                "1 | Kenanga | 275.000 | 90.000 | 45.000",
                "2 | Melati | 190.000 | 75.000 | 36.000",
                "3 | Cempaka | 115.000 | 60.000 | 28.000",
                "4 | Seroja | 320.000 | 110.000 | -",
            ),
            (30, 90, 120, 110, 110),
        ),
    )


_SAMPLES = (
    "PM10 | harian | 38,5 | 81,2 | 75 | Gravimetri",
    "PM2,5 | harian | 19,7 | 47,3 | 55 | Beta atenuasi",
    "Sulfur dioksida | per jam | 12,4 | 33,8 | 150 | Pararosanilin",
    "Nitrogen dioksida | per jam | 21,6 | 58,9 | 200 | Griess-Saltzman",
    "Timbal | harian |  | 0,42 | 2 | AAS",
)


def _air() -> bytes:
    places = (60, 165, 270, 350, 430, 450)
    return pdf(
        Page(
            [
                *lines(760, "HASIL PEMANTAUAN UDARA AMBIEN", size=14, x=60),
                *lines(735, "Nomor sertifikat : 322/SHU-U/2025", "Pengambilan : 19 Agustus 2025", x=60),
                *[Text(x, 690, head, 10) for x, head in ((60, "Parameter"), (165, "Lama ukur"))],
                *[Text(x, 697, "Titik", 10) for x in (245, 325)],
                *[Text(x, 684, head, 10) for x, head in ((224, "Alun-alun"), (311, "Terminal"))],
                *[Text(x, 690, head, 10) for x, head in ((383, "Baku mutu"), (450, "Metode"))],
                *grid(662, places, *_SAMPLES),
                Text(242, 590, "<0,05"),
                *lines(550, "Semua kadar dalam mikrogram per meter kubik.", x=60, size=9),
            ],
            rules=((55, 708, 560, 708), (55, 678, 560, 678), (55, 578, 560, 578)),
        )
    )


CASES = (
    Case(
        kind="ranks_over_pages",
        file="peringkat-sekolah-hijau.pdf",
        content=_ranked,
        asks=(
            ask(
                "Sekolah mana yang berada di urutan 31?", "SMPN 1 Lerambah", never=("SMPN 6 Sungkap", "SMPN 2 Sungkap")
            ),
            ask("Berapa skor akhir SMPN 4 Paseman?", "614", never=("717",)),
            ask("What award (predikat) did SMPN 5 Belok get?", "Pembinaan", never=("Adiwiyata",), en=True),
            refuse("Berapa skor akhir SMPN 7 Lerambah?"),
            refuse("Which school came 60th?", en=True),
        ),
        lines=tuple(one.split(" | ")[2] for one in _RANKED),
    ),
    Case(
        kind="shortfalls_in_brackets",
        file="laba-rugi-banyu-talang.pdf",
        content=_earned,
        asks=(
            ask("Berapa selisih penjualan air curah dengan rencananya?", "564.000", never=("225.000", "370.000")),
            ask("Berapa persen capaian beban bahan kimia?", "106,00", never=("97,00", "98,70")),
            ask("How much was earned from new connections (sambungan baru) in 2024?", "1.310.000", en=True),
            ask("Berapa rugi usaha menurut realisasi tahun 2025?", "366.000", never=("140.000", "361.350", "226.000")),
            refuse("Berapa rencana denda pelanggan tahun 2024?"),
        ),
        lines=(*" | ".join(_EARNED[2:6]).split(" | "), "Beban listrik", "3.492.000", "Beban pegawai", "361.350"),
    ),
    Case(
        kind="two_annexes",
        file="rawat-inap-talang-besi.pdf",
        content=_decision,
        asks=(
            ask("Berapa tarif akomodasi per hari di ruang Melati?", "190.000", never=("275.000", "75.000", "36.000")),
            ask("Berapa tempat tidur di ruang Cempaka?", "36", never=("18", "12", "28.000")),
            ask("Who is responsible for the Seroja ward?", "Instalasi Paru", never=("Instalasi Anak",), en=True),
            ask("How much is a doctor's visit (visite dokter) in Cempaka?", "60.000", never=("75.000",), en=True),
            refuse("Berapa tarif asuhan per hari di ruang Seroja?"),
        ),
        lines=("KETIGA", "LAMPIRAN I", "Kenanga", "12", "Cempaka", "36", "LAMPIRAN II", "190.000", "Seroja", "320.000"),
    ),
    Case(
        kind="samples_and_limit",
        file="udara-ambien.pdf",
        content=_air,
        asks=(
            ask("Berapa kadar sulfur dioksida di Terminal?", "33,8", never=("12,4", "58,9", "150")),
            ask("Berapa baku mutu PM2,5?", "55", never=("19,7", "47,3", "75")),
            ask("What was the PM10 level at Alun-alun?", "38,5", never=("81,2", "19,7"), en=True),
            ask("Apa metode pengukuran nitrogen dioksida?", "Griess-Saltzman", never=("Pararosanilin", "AAS")),
            refuse("Berapa kadar ozon di Terminal?"),
        ),
        lines=("322/SHU-U/2025", "19 Agustus 2025", *" | ".join(_SAMPLES[2:4]).split(" | "), "0,42", "AAS"),
    ),
)
