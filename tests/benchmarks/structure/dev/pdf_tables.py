"""PDF files whose tables, figures and records stand by place alone."""

from tests.benchmarks.structure.cases import Case, ask
from tests.benchmarks.structure.writers.pdf import Page, Text, grid, lines, pdf

_PLACES = (70, 220, 290, 360, 430, 500, 565)


def _figures() -> bytes:
    months = "Pelabuhan | Jan | Feb | Mar | Apr | Mei | Total"
    rows = (
        "Bakauheni Kecil | 410 | 398 | 442 | 467 | 455 | 2.172",
        "Teluk Semangka | 88 | 92 | 79 | 105 | 97 | 461",
        "Kuala Penet | 154 | 149 | 161 | 158 | 170 | 792",
        "Labuhan Ratu | 63 | 71 | 68 | 74 | 80 | 356",
        "Way Seputih | 201 | 215 | 208 | 223 | 219 | 1.066",
        "Kota Karang | 132 | 127 | 140 | 138 | 145 | 682",
        "Tanjung Kait | 47 | 52 | 49 | 55 | 58 | 261",
        "Pulau Pisang | 29 | 31 | 35 | 33 | 38 | 166",
        "Krui Lama | 118 | 124 | 121 | 130 | 127 | 620",
        "Kelumbayan | 76 | 81 | 84 | 79 | 90 | 410",
    )
    head = lines(740, "Tabel 7. Kapal ikan bersandar per bulan (kali)")
    return pdf(Page([*head, *grid(710, _PLACES, months, *rows[:5])]), Page(grid(740, _PLACES, *rows[5:])))


def _ruled() -> bytes:
    rows = (
        "Jenis uji | Biaya | Hari",
        "Uji air sumur | 85.000 | 4",
        "Uji tanah | 140.000 | 9",
        "Uji pupuk | 210.000 | 6",
    )
    drawn = [(60, 715 - 20 * number, 500, 715 - 20 * number) for number in range(5)]
    upright = [(x, 635, x, 715) for x in (60, 250, 415, 500)]
    return pdf(
        Page([*lines(740, "Biaya Uji Laboratorium"), *grid(700, (70, 370, 460), *rows, step=20)], rules=drawn + upright)
    )


def _levels() -> bytes:
    texts = [
        *lines(740, "Jumlah Nelayan"),
        *[Text(70, 690, "Desa"), Text(240, 700, "Pemilik kapal"), Text(420, 700, "Buruh nelayan")],
        *[Text(x, 685, year) for x, year in ((230, "2024"), (310, "2025"), (410, "2024"), (490, "2025"))],
        *grid(660, (70, 250, 330, 430, 510), "Sukaraya | 41 | 44 | 120 | 133", "Legundi | 26 | 29 | 95 | 90"),
    ]
    return pdf(Page(texts))


def _villages() -> bytes:
    data = (("Kampung Baru", 18, 6), ("Kampung Dalam", 25, 9), ("Kampung Pesisir", 31, 4))
    return pdf(
        *(
            Page(
                [
                    *lines(780, "Laporan Kampung Tangguh", size=9),
                    *lines(740, name, f"Relawan siaga: {people} orang", f"Pompa air: {pumps} unit", "Keadaan: siap"),
                    Text(300, 30, str(number), 9),
                ]
            )
            for number, (name, people, pumps) in enumerate(data, start=1)
        )
    )


def _figure_pages() -> bytes:
    return pdf(
        Page(
            lines(
                740, "Rencana Pembangunan Waduk", "Tahun selesai", "2029", "Kapasitas (juta meter kubik)", "57", step=26
            )
        ),
        Page(lines(740, "Jumlah pintu air", "14", "Luas genangan (hektare)", "236", step=26)),
    )


CASES = (
    Case(
        kind="pdf_figures",
        file="kapal-sandar.pdf",
        content=_figures,
        asks=(
            ask(
                "Berapa kali kapal ikan bersandar di Kuala Penet pada bulan Maret?",
                "161",
                never=("158", "149", "792", "68"),
            ),
            ask("Berapa total kapal bersandar di Krui Lama?", "620", never=("127", "118", "410", "166")),
            ask("How many boats docked at Tanjung Kait in May?", "58", never=("55", "261", "38"), en=True),
        ),
        lines=("Kuala Penet", "154", "149", "161", "158", "170", "792", "Tanjung Kait", "47", "52", "49", "55", "58"),
    ),
    Case(
        kind="pdf_figures",
        file="uji-laboratorium.pdf",
        content=_ruled,
        asks=(
            ask("Berapa biaya uji tanah?", "140.000", never=("85.000", "210.000")),
            ask("Berapa hari uji pupuk?", "6", never=("9", "4")),
        ),
        lines=("Uji air sumur", "85.000", "4", "Uji tanah", "140.000", "9", "Uji pupuk", "210.000", "6"),
    ),
    Case(
        kind="levels",
        file="jumlah-nelayan.pdf",
        content=_levels,
        asks=(ask("Berapa buruh nelayan di Sukaraya pada 2025?", "133", never=("120", "44", "41", "90")),),
        lines=("Sukaraya", "41", "44", "120", "133", "Legundi", "26", "29", "95", "90"),
    ),
    Case(
        kind="page_per_village",
        file="kampung-tangguh.pdf",
        content=_villages,
        asks=(
            ask("Berapa relawan siaga di Kampung Dalam?", "25", never=("18", "31")),
            ask("How many pumps does Kampung Pesisir have?", "4", never=("6", "9"), en=True),
        ),
        lines=(
            "Kampung Baru",
            "Relawan siaga: 18 orang",
            "Kampung Dalam",
            "Pompa air: 9 unit",
            "Kampung Pesisir",
            "31",
        ),
    ),
    Case(
        kind="figures_alone",
        file="rencana-waduk.pdf",
        content=_figure_pages,
        asks=(ask("Berapa jumlah pintu air waduk?", "14", never=("236", "57", "2029")),),
        lines=("Tahun selesai", "2029", "57", "Jumlah pintu air", "14", "Luas genangan (hektare)", "236"),
    ),
)
