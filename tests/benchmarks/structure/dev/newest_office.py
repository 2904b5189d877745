"""Office files about tapis cloth, a choir, settlers, an airfield and dogs that search."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word


def _tapis() -> bytes:
    merged = word.table(
        word.row(
            word.cell("Motif", merge="restart"),
            word.cell("Harga (ribu rupiah)", columns=2),
            word.cell("Lama tenun (hari)", merge="restart"),
            header=True,
        ),
        word.row(
            word.cell("", merge="continue"),
            word.cell("Katun"),
            word.cell("Sutra"),
            word.cell("", merge="continue"),
            header=True,
        ),
        word.row("Pucuk rebung", "850", "2.400", "30"),
        word.row("Jung sarat", "1.750", "4.900", "75"),
        word.row("Bintang perak", "640", "-", "21"),
        columns=4,
    )
    body = (
        word.p("Daftar Harga Tapis Sentra Negeri Olok Gading", "Title")
        + word.p("Harga di bawah ini berlaku di sentra, belum termasuk ongkos kirim" + "")
        + merged
        + word.text_box(word.p("Kursus menyulam setiap Sabtu pukul 13.00, pengajar Ibu Rohaya"))
        + word.p(word.run("Sentra dikunjungi 1.830") + word.footnote_mark(2) + word.run(" orang sebulan."))
    )
    return word.word(body, footnotes=word.footnote(2, "Rata-rata Januari sampai Juni 2025."))


def _choir() -> bytes:
    shown = ("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")
    body = (
        word.p("Pedoman Lomba Paduan Suara Pelajar", "Title")
        + word.p("Peserta", list_level=0)
        + word.p("Setiap sekolah mengirim satu regu, 20 sampai 32 penyanyi.", list_level=1)
        + word.p("Pelatih boleh berasal dari luar sekolah.", list_level=1)
        + word.p("Lagu", list_level=0)
        + word.p("Lagu wajib:", list_level=1)
        + word.p("Sang Bumi Ruwa Jurai", list_level=2)
        + word.p("Bagimu Negeri", list_level=2)
        + word.p("Lagu pilihan satu buah, paling lama lima menit.", list_level=1)
        + word.p("Hadiah", list_level=0)
        + word.p("Juara pertama Rp12.000.000, juara kedua Rp8.000.000.", list_level=1)
        + word.p(word.tick(ticked=True) + word.run(" Pengiring piano disediakan panitia"))
        + word.p(word.tick(ticked=False) + word.run(" Pengeras suara disediakan panitia"))
    )
    return word.word(body, numbering=word.levels(*shown))


def _settlers(book: Any) -> None:
    years = {"2023": ((212, 806), (148, 590)), "2024": ((190, 731), (77, 301)), "2025": ((64, 240), (None, None))}
    for number, (year, ((a, b), (c, d))) in enumerate(years.items()):
        sheet = book.active if number == 0 else book.create_sheet()
        sheet.title = year
        for one in (
            (f"Penempatan transmigran tahun {year}", None, None),
            ("Permukiman", "Keluarga", "Jiwa"),
            ("Rawa Pitu", a, b),
            ("Dente Makmur", c, d),
            ("Jumlah", a + (c or 0), b + (d or 0)),
        ):
            sheet.append(one)
        sheet.merge_cells("A1:C1")


def _airfield(show: Any) -> None:
    office.slide(show, "Perluasan Bandara Perintis", "Landas pacu: 1.200 m menjadi 1.650 m", "Mulai: Maret 2026")
    office.slide_table(
        show,
        "Penerbangan mingguan",
        (
            ("Tujuan", "Hari", "Pesawat", "Harga"),
            ("Palembang", "Senin, Kamis", "ATR 42", "Rp740.000"),
            ("Bengkulu", "Rabu", "Caravan", "Rp610.000"),
            ("Krui", "Jumat", "Caravan", "Rp325.000"),
        ),
    )
    office.slide(show, "Yang belum ada", "Pengisian bahan bakar", notes="Menara pengawas selesai Agustus 2026")


def _rescue_dogs() -> str:
    return (
        '<text:h text:outline-level="1">Satuan Anjing Pelacak</text:h>'
        '<text:h text:outline-level="2">Regu Darat</text:h><text:p>Pawang: Iwan Kusnadi. Anjing: 7 ekor.</text:p>'
        '<text:h text:outline-level="2">Regu Pelabuhan</text:h><text:p>Pawang: Sari Utami. Anjing: 4 ekor.</text:p>'
        '<text:h text:outline-level="2">Pakan</text:h>'
        + office.odt_table(
            "Umur | Pagi (gram) | Sore (gram)",
            "di bawah 6 bulan | 150 | 150",
            "6–12 bulan | 250 | 300",
            "di atas 12 bulan | 350 | 400",
        )
        + "<text:p>Pakan basah tidak diberikan sebelum tugas.</text:p>"
    )


CASES = (
    Case(
        kind="merged",
        file="harga-tapis.docx",
        content=_tapis,
        asks=(
            ask("Berapa harga tapis jung sarat dari sutra?", "4.900", never=("1.750", "2.400")),
            ask("Berapa hari menenun pucuk rebung?", "30", never=("75", "850")),
            ask("When is the embroidery course (kursus menyulam)?", "Sabtu", en=True),
            ask("Berapa orang mengunjungi sentra sebulan?", "1.830", never=("1.8302",)),
            refuse("Berapa harga tapis bintang perak dari sutra?"),
            refuse("Berapa ongkos kirim tapis?"),
        ),
        lines=(
            "Pucuk rebung",
            "850",
            "2.400",
            "30",
            "Jung sarat",
            "1.750",
            "4.900",
            "75",
            "Bintang perak",
            "640",
            "21",
        ),
    ),
    Case(
        kind="auto_numbers",
        file="paduan-suara.docx",
        content=_choir,
        asks=(
            ask("Apa saja lagu wajib lomba paduan suara?", "Sang Bumi Ruwa Jurai", "Bagimu Negeri"),
            ask("Berapa hadiah juara kedua?", "Rp8.000.000", never=("Rp12.000.000 juara kedua",)),
            ask("How many singers may a team have?", "20 sampai 32", en=True),
            ask("Apa yang disediakan panitia?", "piano"),
            refuse("Berapa hadiah juara harapan?"),
            refuse("Kapan lomba paduan suara diadakan?"),
        ),
        lines=(
            "I. Peserta",
            "1. Setiap sekolah",
            "2. Pelatih",
            "II. Lagu",
            "1. Lagu wajib",
            "a) Sang Bumi",
            "b) Bagimu Negeri",
            "2. Lagu pilihan",
            "III. Hadiah",
        ),
    ),
    Case(
        kind="sheets",
        file="transmigran.xlsx",
        content=lambda: office.workbook(_settlers),
        asks=(
            ask("Berapa keluarga transmigran di Rawa Pitu tahun 2024?", "190", never=("212", "64", "731")),
            ask("Berapa jumlah jiwa tahun 2023?", "1396|1.396", never=("1.032", "1032", "360")),
            ask("How many people (jiwa) settled in Dente Makmur in 2024?", "301", never=("590", "77"), en=True),
            refuse("Berapa keluarga di Dente Makmur tahun 2025?"),
            refuse("Berapa keluarga transmigran di Rawa Pitu tahun 2022?"),
            refuse("Berapa luas lahan tiap keluarga di Rawa Pitu?"),
        ),
        lines=("Rawa Pitu", "212", "806", "Dente Makmur", "148", "590", "190", "731", "77", "301", "64", "240"),
    ),
    Case(
        kind="slides",
        file="bandara-perintis.pptx",
        content=lambda: office.slides(_airfield),
        asks=(
            ask("Berapa panjang landas pacu sebelum diperluas?", "1.200", never=("1.650",)),
            ask("Hari apa penerbangan ke Bengkulu?", "Rabu", never=("Jumat", "Senin")),
            ask("How much is a flight to Krui?", "Rp325.000", never=("Rp610.000",), en=True),
            ask("Kapan menara pengawas selesai?", "Agustus 2026", never=("Maret",)),
            refuse("Hari apa penerbangan ke Jakarta?"),
            refuse("Berapa biaya perluasan bandara?"),
        ),
        lines=(
            "Landas pacu: 1.200 m menjadi 1.650 m",
            "Palembang",
            "ATR 42",
            "Rp740.000",
            "Krui",
            "Jumat",
            "Rp325.000",
        ),
    ),
    Case(
        kind="sections",
        file="anjing-pelacak.odt",
        content=lambda: office.odt(_rescue_dogs()),
        asks=(
            ask("Siapa pawang Regu Pelabuhan?", "Sari Utami", never=("Iwan",)),
            ask("Berapa gram pakan sore untuk anjing umur 6-12 bulan?", "300", never=("250", "400")),
            ask("How many dogs does the land team (Regu Darat) have?", "7", never=("4",), en=True),
            refuse("Siapa pawang Regu Udara?"),
            refuse("Berapa gram pakan siang untuk anjing di bawah 6 bulan?"),
        ),
        lines=(
            "Regu Darat",
            "Iwan Kusnadi",
            "7 ekor",
            "Regu Pelabuhan",
            "Sari Utami",
            "di bawah 6 bulan",
            "150",
            "300",
        ),
    ),
)
