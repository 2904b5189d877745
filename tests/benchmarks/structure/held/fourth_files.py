"""Office files and PDF kept apart, written before the program was seen at work on their like."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word
from tests.benchmarks.structure.writers.pdf import Page, grid, lines, pdf
from tests.benchmarks.structure.writers.report import report, ruled, text

_POSTS = (
    "Pos Ketapang | 18 | 2 | 640 | 3,5",
    "Pos Ruguk | 12 | 1 | 415 | 5,2",
    "Pos Sumur | 24 | 4 | 980 | 2,7",
    "Pos Bandar Dalam | 9 | 1 | 305 | 6,8",
    "Pos Way Muli | 15 | 3 | 520 | 4,1",
)


def _terms() -> bytes:
    shown = ("decimal", "Pasal %1"), ("decimal", "%2."), ("lowerLetter", "%3.")
    body = (
        word.p("Peraturan Pekon tentang Damar", "Title")
        + word.p("Pengertian", list_level=0)
        + word.p("Repong adalah kebun damar yang diwariskan kepada anak tertua.", list_level=1)
        + word.p("Pepat adalah lubang pada batang tempat getah keluar.", list_level=1)
        + word.p("Pengunduh adalah orang yang memanen getah damar dengan bagi hasil.", list_level=1)
        + word.p("Panen", list_level=0)
        + word.p("Getah dipanen sekali dalam 25 hari.", list_level=1)
        + word.p("Pengunduh memperoleh sepertiga hasil panen.", list_level=1)
    )
    return word.word(body, numbering=word.levels(*shown))


def _fish(made: Any) -> None:
    made.add_heading("Budidaya Ikan Menurut Kecamatan", 1)
    cells = [["Kecamatan", "Lele", "", "Nila", ""], ["", "Kolam", "Panen (ton)", "Kolam", "Panen (ton)"]]
    cells += [["Pagelaran", "212", "640", "98", "187"], ["Ambarawa", "175", "512", "44", "73"]]
    cells += [["Banyumas", "88", "240", "61", "116"]]
    office.docx_table(made, cells, ((0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)))


def _rooms(book: Any) -> None:
    for number, (name, body) in enumerate(
        {
            "Gedung Utara": (("Meja", 62, "Baik"), ("Proyektor", 4, "Rusak 1"), ("Kipas", 16, "Baik")),
            "Gedung Selatan": (("Meja", 48, "Rusak 5"), ("Kipas", 10, "Rusak 2")),
        }.items()
    ):
        sheet = book.active if number == 0 else book.create_sheet()
        sheet.title = name
        for one in (("Barang", "Banyaknya", "Kondisi"), *body):
            sheet.append(one)


def _posts(show: Any) -> None:
    office.slide(show, "Pos Pantau Anak Krakatau", "Penanggung jawab: Andi Suardi", "Petugas: 7 orang", "Seismograf: 4")
    office.slide(show, "Pos Pantau Rajabasa", "Penanggung jawab: Rosmala", "Petugas: 5 orang", "Kamera: 2 buah")
    office.slide(show, "Pos Pantau Tanggamus", "Petugas: 3 orang", notes="Penanggung jawab menunggu keputusan")


def _guards() -> bytes:
    places = (70, 220, 320, 420, 520)
    head = "Pos | Relawan | Perahu | Warga dijaga | Jarak (km)"
    return pdf(
        Page(
            [
                *lines(750, "Pos Siaga Tsunami Pesisir Selatan", size=14),
                *grid(710, places, head, *_POSTS),
                *lines(560, "Jarak diukur sampai bukit tempat mengungsi."),
            ]
        )
    )


def _ruled() -> bytes:
    head = "No | Perizinan | Waktu | Tarif | Bidang"
    body = (
        "1 | Izin praktik bidan mandiri di wilayah kabupaten | 5 hari | Gratis | Kesehatan",
        "2 | Rekomendasi pendirian apotek dan toko obat | 12 hari | Rp200.000 | Kefarmasian",
        "3 | Sertifikat laik sehat rumah makan dan kantin | 10 hari | Rp75.000 | Lingkungan",
        "4 | Izin operasional klinik pratama | 30 hari | Rp500.000 | Kesehatan",
    )
    return report(
        text("Standar Pelayanan Perizinan Kesehatan", "Heading1"), ruled((head, *body), (30, 180, 80, 80, 80))
    )


def _boats() -> bytes:
    def sheet(name: str, owner: str, crew: str, power: str) -> Page:
        top = lines(760, "Lembar Data Kapal Penumpang")
        return Page([*top, *lines(720, name, f"Pemilik: {owner}", f"Awak kapal: {crew}", f"Tenaga mesin: {power}")])

    return pdf(
        sheet("KM Samudra Biru", "Hendri", "6 orang", "240 PK"),
        sheet("KM Mutiara Timur", "Rukmini", "4 orang", "115 PK"),
        sheet("KM Layar Putih", "Koperasi Bahtera", "5 orang", "160 PK"),
    )


def _terms_odt() -> str:
    body = "".join(
        f"<text:list-item><text:p>{one}</text:p></text:list-item>"
        for one in (
            "Cucukan adalah tusuk bambu penahan benang.",
            "Penenun muda adalah pelajar yang belajar menenun sepulang sekolah.",
            "Motif kapal adalah hiasan perahu pada kain tampan.",
        )
    )
    table = office.odt_table("Sanggar | Alat tenun | Kain (lembar)", "Sinar Way | 24 | 310", "Muli Tapis | 17 | 268")
    return (
        '<text:h text:outline-level="1">Sanggar Tenun Tapis</text:h>'
        f"<text:p>Beberapa istilah dipakai di sini:</text:p><text:list>{body}</text:list>{table}"
    )


def _fees(book: Any) -> None:
    sheet = book.active
    sheet.title = "Sewa"
    for one in (
        ("Sewa alat berat daerah (ribu rupiah per hari)", None, None, None),
        ("Alat", "Banyaknya", "Sewa", "Paling lama"),
        ("Ekskavator", 3, 3200, "10 hari"),
        ("Buldoser", 2, 3750, "7 hari"),
        ("Truk jungkit", 8, 950, "14 hari"),
    ):
        sheet.append(one)
    sheet.merge_cells("A1:D1")


CASES = (
    Case(
        kind="definitions",
        file="repong-damar.docx",
        content=_terms,
        asks=(
            ask("Apa itu repong?", "kebun damar", never=("lubang",)),
            ask("Apa yang dimaksud dengan pepat?", "tempat getah keluar"),
            ask("What is a pengunduh?", "memanen getah damar", never=("lubang",), en=True),
            ask("Berapa bagian hasil panen untuk pengunduh?", "sepertiga"),
            refuse("Apa itu hutan lindung?"),
        ),
        lines=(
            "Pasal 1",
            "1. Repong adalah",
            "2. Pepat adalah",
            "3. Pengunduh adalah",
            "Pasal 2",
            "25 hari",
            "sepertiga",
        ),
    ),
    Case(
        kind="merged",
        file="budidaya-ikan.docx",
        content=lambda: office.docx_of(_fish),
        asks=(
            ask("Berapa panen nila di Banyumas?", "116", never=("61", "240")),
            ask("Berapa kolam lele Ambarawa?", "175", never=("512", "44")),
            ask("How many tons of catfish (lele) did Pagelaran harvest?", "640", never=("212", "187"), en=True),
            refuse("Berapa panen gurami di Banyumas?"),
            refuse("Berapa panen nila di Sukoharjo?"),
            refuse("Berapa harga nila di Pagelaran?"),
        ),
        lines=("Pagelaran", "212", "640", "98", "187", "Ambarawa", "175", "512", "44", "Banyumas", "88", "61", "116"),
    ),
    Case(
        kind="sheets",
        file="barang-gedung.xlsx",
        content=lambda: office.workbook(_rooms),
        asks=(
            ask("Berapa meja di Gedung Selatan?", "48", never=("62",)),
            ask("Bagaimana kondisi kipas Gedung Utara?", "Baik", never=("Rusak 2",)),
            ask("How many fans (kipas) are there in Gedung Selatan?", "10", never=("16",), en=True),
            refuse("Berapa proyektor di Gedung Selatan?"),
            refuse("Berapa harga meja di Gedung Utara?"),
        ),
        lines=("Gedung Utara", "Meja", "62", "Proyektor", "4", "Rusak 1", "Kipas", "16", "Gedung Selatan", "48", "10"),
    ),
    Case(
        kind="slides",
        file="pos-pantau.pptx",
        content=lambda: office.slides(_posts),
        asks=(
            ask("Siapa penanggung jawab Pos Pantau Rajabasa?", "Rosmala", never=("Andi",)),
            ask("Berapa petugas Pos Pantau Tanggamus?", "3", never=("7", "5")),
            ask("How many seismographs does the Anak Krakatau post have?", "4", never=("2",), en=True),
            refuse("Siapa penanggung jawab Pos Pantau Tanggamus?"),
            refuse("Berapa seismograf di Pos Pantau Rajabasa?"),
        ),
        lines=("Pos Pantau Anak Krakatau", "Andi Suardi", "7 orang", "Pos Pantau Rajabasa", "Rosmala", "Tanggamus"),
    ),
    Case(
        kind="figures_pdf",
        file="pos-tsunami.pdf",
        content=_guards,
        asks=(
            ask("Berapa relawan di Pos Sumur?", "24", never=("4", "980")),
            ask("Berapa warga yang dijaga Pos Ruguk?", "415", never=("12", "5,2")),
            ask("How many boats are there at Pos Way Muli?", "3", never=("15", "520"), en=True),
            refuse("Berapa gaji relawan Pos Ketapang?"),
            refuse("Berapa relawan di Pos Kunjir?"),
        ),
        lines=tuple(" | ".join(_POSTS).split(" | ")),
    ),
    Case(
        kind="ruled_pdf",
        file="izin-kesehatan.pdf",
        content=_ruled,
        asks=(
            ask("Berapa hari waktu rekomendasi pendirian apotek?", "12 hari", never=("10 hari", "5 hari")),
            ask("Berapa tarif sertifikat laik sehat rumah makan?", "Rp75.000", never=("Rp200.000", "Gratis")),
            ask("How long does the operating permit of a clinic take?", "30 hari", never=("5 hari",), en=True),
            refuse("Berapa tarif izin praktik dokter gigi?"),
            refuse("Siapa kepala bidang Kefarmasian?"),
        ),
        lines=(
            "Rekomendasi pendirian apotek dan toko obat",
            "12 hari",
            "Rp200.000",
            "Kefarmasian",
            "10 hari",
            "Rp75.000",
        ),
    ),
    Case(
        kind="page_per_boat",
        file="data-kapal.pdf",
        content=_boats,
        asks=(
            ask("Siapa pemilik KM Mutiara Timur?", "Rukmini", never=("Hendri", "Koperasi")),
            ask("Berapa awak kapal KM Layar Putih?", "5 orang", never=("6 orang", "4 orang")),
            ask("What is the engine power of KM Samudra Biru?", "240", never=("115", "160"), en=True),
            refuse("Siapa pemilik KM Bintang Laut?"),
            refuse("Berapa kapasitas penumpang KM Layar Putih?"),
        ),
        lines=(
            "KM Samudra Biru",
            "Hendri",
            "6 orang",
            "240 PK",
            "KM Mutiara Timur",
            "Rukmini",
            "KM Layar Putih",
            "160 PK",
        ),
    ),
    Case(
        kind="definitions",
        file="tenun-tapis.odt",
        content=lambda: office.odt(_terms_odt()),
        asks=(
            ask("Apa itu cucukan?", "penahan benang", never=("perahu",)),
            ask("Siapa yang disebut penenun muda?", "pelajar yang belajar menenun"),
            ask("How many looms (alat tenun) does Muli Tapis have?", "17", never=("24", "268"), en=True),
            ask("Berapa lembar kain dari Sinar Way?", "310", never=("268", "24")),
            refuse("Apa itu benang emas?"),
            refuse("Berapa harga kain Muli Tapis?"),
        ),
        lines=(
            "Cucukan adalah",
            "Penenun muda adalah",
            "Motif kapal adalah",
            "Sinar Way",
            "24",
            "310",
            "Muli Tapis",
            "268",
        ),
    ),
    Case(
        kind="scale",
        file="sewa-alat-berat.xlsx",
        content=lambda: office.workbook(_fees),
        asks=(
            ask("Berapa sewa buldoser per hari?", "3.750|3750", never=("3.200", "950")),
            ask("Berapa banyaknya truk jungkit?", "8", never=("2", "950")),
            ask("For how long can an excavator be rented?", "10 hari", never=("7 hari",), en=True),
            refuse("Berapa sewa mesin gilas per hari?"),
            refuse("Berapa uang jaminan ekskavator?"),
        ),
        lines=("Ekskavator", "3", "3200", "10 hari", "Buldoser", "3750", "7 hari", "Truk jungkit", "950", "14 hari"),
    ),
)
