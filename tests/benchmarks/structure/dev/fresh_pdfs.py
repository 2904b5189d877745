"""PDF files about prices, villages and ports, each line of them to be kept."""

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.pdf import WIDTH, Field, Page, Text, grid, lines, pdf
from tests.benchmarks.structure.writers.report import report, text, unruled

_PRICES = (
    "Cabai merah | 41.200 | 38.900 | 44.150 | 52.300 | 44.138",
    "Bawang merah | 33.000 | 31.750 | 29.400 | 30.800 | 31.238",
    "Bawang putih | 38.500 | 39.100 | 40.250 | 39.900 | 39.438",
    "Telur ayam | 27.600 | 28.150 | 28.900 | 29.300 | 28.488",
    "Daging sapi | 132.000 | 133.500 | 135.000 | 138.250 | 134.688",
    "Daging ayam | 36.400 | 35.200 | 37.900 | 38.600 | 37.025",
    "Gula pasir | 17.200 | 17.350 | 17.500 | 17.900 | 17.488",
    "Minyak goreng | 18.300 | 18.450 | 18.900 | 19.200 | 18.713",
    "Tepung terigu | 11.700 | 11.800 | 11.950 | 12.100 | 11.888",
    "Kedelai | 12.900 | 13.050 | 13.400 | 13.250 | 13.150",
)


def _prices() -> bytes:
    head = "Komoditas | Januari | Februari | Maret | April | Rata-rata"
    return report(
        text("Harga Rata-rata Bahan Pokok (Rp/kg)", "Heading1"),
        unruled((head, *_PRICES), (130, 70, 70, 70, 70, 70)),
        text("Sumber: pemantauan petugas di enam pasar."),
    )


def _broken_words() -> bytes:
    body = lines(
        740,
        "Laporan Sekolah Lapang Iklim",
        "Kegiatan tahun 2025-",
        "2026 diikuti 94 petani dan anak-",
        "anak mereka. Pada peringatan ke-",
        "62 hari jadi kabupaten dibagikan pupuk organik ke-",
        "pada setiap kelompok tani yang hadir.",
        step=18,
    )
    return pdf(Page([*body, Text(150, 400, "DRAF BELUM SAH", 52, 40)]))


def _villages() -> bytes:
    def sheet(name: str, *figures: str) -> Page:
        labels = ("Jumlah penduduk", "Jumlah keluarga", "Luas wilayah (ha)", "Kepala desa")
        pairs = [one for label, figure in zip(labels, figures, strict=True) for one in (label, figure)]
        return Page([*lines(760, "Kecamatan Gedong Tataan dalam Angka"), *lines(720, f"Desa {name}", *pairs, step=20)])

    return pdf(
        sheet("Bernung", "5.412", "1.388", "611", "Hartati"),
        sheet("Sukaraja", "7.027", "1.905", "742", "Joko Susilo"),
        sheet("Wiyono", "6.118", "1.612", "388", "Nurdin"),
    )


def _form() -> bytes:
    names = ("Nama pemohon", "Merek kapal", "Ukuran kapal (GT)")
    values = ("Saiful Anwar", "Putri Laut 3", "7")
    return pdf(
        Page(
            lines(740, "Formulir Pendaftaran Kapal Nelayan", *names, step=40),
            fields=[Field(n, v, 250, 700 - 40 * k) for k, (n, v) in enumerate(zip(names, values, strict=True))],
        )
    )


def _turned() -> bytes:
    places = (70, 220, 330, 440)
    table = (
        "Pelabuhan | Kapal | Penumpang | Barang (ton)",
        "Bakauheni | 812 | 61.300 | 9.870",
        "Panjang | 77 | - | 48.220",
    )
    turned = [
        Text(WIDTH - one.y, one.x, one.text, one.size, 90)
        for one in (
            *lines(540, "Lalu Lintas Pelabuhan", x=70),
            *grid(500, places, *table, "Kota Agung | 23 | 1.410 | 365"),
        )
    ]
    return pdf(Page(turned, turned=90))


def _scan() -> bytes:
    return pdf(Page([], pictures=[(0, 0, 600, 800)]))


CASES = (
    Case(
        kind="figures_pdf",
        file="harga-pokok.pdf",
        content=_prices,
        asks=(
            ask("Berapa harga telur ayam bulan Maret?", "28.900", never=("28.150", "29.300", "28.488")),
            ask("Berapa harga rata-rata minyak goreng?", "18.713", never=("18.300", "19.200")),
            ask("What was the price of beef (daging sapi) in April?", "138.250", never=("135.000",), en=True),
            refuse("Berapa harga cabai merah bulan Mei?"),
        ),
        lines=tuple(" | ".join(_PRICES).split(" | ")),
    ),
    Case(
        kind="hyphens",
        file="sekolah-lapang.pdf",
        content=_broken_words,
        asks=(
            ask("Berapa petani yang ikut sekolah lapang iklim?", "94"),
            ask("Pada peringatan hari jadi ke berapa dibagikan pupuk?", "62"),
        ),
        lines=("2025-2026 diikuti 94 petani dan anak-anak mereka", "ke-62 hari jadi", "kepada setiap kelompok tani"),
        gone=("20252026", "anakanak", "DRAF"),
    ),
    Case(
        kind="page_per_village",
        file="kecamatan-angka.pdf",
        content=_villages,
        asks=(
            ask("Berapa jumlah keluarga di Desa Sukaraja?", "1.905", never=("1.388", "1.612", "7.027")),
            ask("Who is the village head of Wiyono?", "Nurdin", never=("Hartati", "Joko"), en=True),
            ask("Berapa luas wilayah Desa Bernung?", "611", never=("742", "388")),
            refuse("Berapa jumlah penduduk Desa Bagelen?"),
        ),
        lines=("Desa Bernung", "5.412", "1.388", "611", "Hartati", "Desa Sukaraja", "1.905", "Desa Wiyono", "388"),
    ),
    Case(
        kind="form",
        file="daftar-kapal.pdf",
        content=_form,
        asks=(
            ask("Siapa nama pemohon pendaftaran kapal?", "Saiful Anwar"),
            ask("How large is the boat in GT?", "7", never=("3",), en=True),
            refuse("Berapa nomor telepon pemohon?"),
        ),
        lines=("Nama pemohon", "Saiful Anwar", "Merek kapal", "Putri Laut 3", "Ukuran kapal (GT)", "7"),
    ),
    Case(
        kind="turned_page",
        file="pelabuhan.pdf",
        content=_turned,
        asks=(
            ask("Berapa penumpang di Pelabuhan Kota Agung?", "1.410", never=("61.300", "365")),
            ask("How many tons of cargo (barang) at Panjang?", "48.220", never=("9.870", "365"), en=True),
            refuse("Berapa penumpang di Pelabuhan Panjang?"),
        ),
        lines=("Lalu Lintas Pelabuhan", "Bakauheni", "812", "61.300", "9.870", "Kota Agung", "23", "1.410", "365"),
    ),
    Case(
        kind="scan",
        file="edaran-ramadan.pdf",
        content=_scan,
        asks=(refuse("Pukul berapa jam masuk sekolah selama Ramadan?"),),
        unreadable=True,
    ),
)
