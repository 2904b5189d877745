"""PDF files: a bulletin in columns, a turned page with two timetables side by side, a list that says "as above"."""

from collections.abc import Iterable

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import WIDTH, Page, Text, grid, lines, pdf
from tests.benchmarks.structure.writers.report import report, ruled, text


def _bulletin() -> bytes:
    return report(
        text("Community Forest Bulletin", "Heading1"),
        text("Issue of June 2026"),
        text("Bukit Rindu block", "Heading2"),
        text("Area: 1,240 hectares"),
        text("Households: 318"),
        text("Main product: cinnamon"),
        text("Some 46,000 seedlings were planted in 2025, of which nine per cent died in the dry months."),
        text("Way Sindala block", "Heading2"),
        text("Area: 865 hectares"),
        text("Households: 204"),
        text("Main product: dammar resin"),
        text("Permit ends: 14 May 2041"),
        text("Patrols", "Heading2"),
        ruled(
            (
                "Month of 2026 | Patrols | Fires found",
                "January | 8 | 0",
                "February | 11 | 2",
                "March | 9 | 5",
                "April | 14 | 3",
            ),
            (80, 60, 70),
        ),
        text("Visitors", "Heading2"),
        text("Camping is forbidden in both blocks, except at the Rindu gate from April to September."),
        columns=2,
        size=(595, 430),
    )


def _turned(texts: Iterable[Text]) -> list[Text]:
    """As they are written on a page that viewers turn by 90 degrees."""
    return [Text(WIDTH - one.y, one.x, one.text, one.size, 90) for one in texts]


_OUT = (
    "KMP Elang Teluk | 06.00 | 07.40",
    "KM Bina Samudra | 09.30 | 11.25",
    "KMP Elang Teluk | 13.15 | 14.55",
    "KM Bina Samudra | 16.45* | 18.40",
)
_BACK = (
    "KM Bina Samudra | 05.45 | 07.35",
    "KMP Elang Teluk | 08.20 | 10.00",
    "KM Bina Samudra | 12.10 | 14.05",
    "KMP Elang Teluk | 15.30 | 17.10",
)
_FARES = ("Penumpang dewasa | 22.500", "Anak 2-5 tahun | 15.000", "Sepeda motor | 48.000", "Mobil | 310.000")


def _boats() -> bytes:
    shown = lines(560, "JADWAL PENYEBERANGAN MULAI 1 JULI 2026", x=50, size=14)
    for left, name, rows in ((50, "DARI TANJUNG SIGER", _OUT), (430, "DARI PULAU SERINDIT", _BACK)):
        shown += [Text(left, 520, name), Text(left, 496, "Kapal"), Text(left + 135, 496, "Berangkat")]
        shown += [Text(left + 236, 496, "Tiba"), *grid(474, (left, left + 180, left + 260), *rows)]
    shown += [Text(50, 370, "Golongan"), Text(180, 370, "Tarif (Rp)"), *grid(348, (50, 230), *_FARES)]
    shown += lines(250, "*) tidak berlayar pada hari Jumat", x=50, size=9)
    return pdf(Page(_turned(shown), turned=90))


_GIVEN = (
    "1 | Mina Bahari | Kuala Sebuku | Mesin ketinting | 6 | -",
    "2 | Tali Rezeki | sda | sda | 4 | -",
    "3 | Layar Timur | sda | Jaring insang | 10 | menyusul",
    "4 | Camar Putih | Muara Tulung | sda | 8 | -",
    "5 | Ombak Senja | sda | Kotak pendingin | 12 | -",
)
_GIVEN_ON = (
    "6 | Teripang Jaya | sda | sda | 9 | -",
    "7 | Kerang Hijau | Pasir Kulon | Mesin ketinting | 5 | -",
    "8 | Bintang Laut | sda | Jaring insang | 7 | batal",
)


def _listed(top: float, rows: tuple[str, ...]) -> list[Text]:
    places = (50, 80, 190, 290, 440, 470)
    return [
        *grid(top, places, "No | Kelompok | Dusun | Bantuan | | Keterangan"),
        Text(404, top, "Jumlah"),
        *grid(top - 22, places, *rows),
    ]


def _decree() -> bytes:
    return pdf(
        Page(
            [
                *lines(770, "KEPUTUSAN KEPALA PEKON TELUK SEMANGKIR", "NOMOR 141/06/2026", x=50),
                *lines(
                    730,
                    "KESATU : Menetapkan kelompok penerima bantuan seperti dalam Lampiran.",
                    "KEDUA : Bantuan diserahkan pada 6 Juli 2026, kecuali yang berketerangan",
                    "menyusul, yang diserahkan pada 20 Agustus 2026.",
                    "KETIGA : Bantuan yang berketerangan batal tidak diserahkan.",
                    x=50,
                ),
                Text(50, 640, "LAMPIRAN"),
                *_listed(615, _GIVEN),
            ],
            rules=((45, 630, 550, 630), (45, 609, 550, 609)),
        ),
        Page(
            [Text(290, 780, "2"), *_listed(740, _GIVEN_ON), *lines(640, "sda = sama dengan di atas", x=50, size=9)],
            rules=((45, 755, 550, 755), (45, 734, 550, 734)),
        ),
    )


CASES = (
    Case(
        kind="bulletin_in_columns",
        file="forest-bulletin.pdf",
        content=_bulletin,
        asks=(
            ask("How many households live in the Way Sindala block?", "204", never=("318",), en=True),
            ask("bulan apa patrolinya paling sering?", "April", never=("March", "Maret", "February", "Februari")),
            ask("Where are visitors allowed to camp?", "Rindu gate", en=True),
            refuse("Izin blok Bukit Rindu berakhir kapan?"),
            refuse("kebakaran yg ditemuin bulan Mei ada brp?"),
        ),
        lines=(
            "Bukit Rindu block",
            "Households: 318",
            "cinnamon",
            "Way Sindala block",
            "Households: 204",
            "14 May 2041",
        ),
    ),
    Case(
        kind="timetables_on_a_turned_page",
        file="jadwal-seberang-serindit.pdf",
        content=_boats,
        asks=(
            ask("kapal terakhir dari Pulau Serindit jam brp?", "15.30", never=("16.45", "17.10", "18.40")),
            ask("Kapal pukul 09.30 dari Tanjung Siger tiba pukul berapa?", "11.25", never=("10.00", "07.40", "14.55")),
            ask("On which day does the boat of 16.45 not sail?", "Jumat|Friday", en=True),
            refuse("truk bayar brp?"),
            refuse("Pukul berapa tiba kapal yang berangkat pukul 16.45 dari Pulau Serindit?"),
        ),
        lines=("1 JULI 2026", "06.00", "09.30", "11.25", "Penumpang dewasa", "22.500", "310.000"),
    ),
    Case(
        kind="same_as_above",
        file="keputusan-bantuan-nelayan.pdf",
        content=_decree,
        asks=(
            ask("Tali Rezeki dpt bantuan apa?", "Mesin ketinting", never=("Jaring insang", "Kotak pendingin")),
            ask("Kapan bantuan untuk Layar Timur diserahkan?", "20 Agustus 2026", never=("6 Juli 2026",)),
            ask("How many cool boxes (kotak pendingin) are given in total?", "21", never=("43",), en=True),
            refuse("harga satu mesin ketinting brp?"),
            refuse("Berapa unit bantuan untuk kelompok Kerang Merah?"),
        ),
        lines=("141/06/2026", "20 Agustus 2026", "Mina Bahari", "Layar Timur", "menyusul", "Teripang Jaya", "batal"),
    ),
)
