"""Office files and PDF of still other subjects: near rows, sheets beside each other, what no cell says."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word
from tests.benchmarks.structure.writers.pdf import Page, grid, lines, pdf
from tests.benchmarks.structure.writers.report import report, ruled, text

_WELLS = (
    "Sumber Rejo | 46 | 12 | 310 | 0,8",
    "Mulyo Asih | 52 | 9 | 275 | 1,1",
    "Way Rilau | 38 | 15 | 402 | 0,6",
    "Banjar Agung | 61 | 7 | 198 | 1,4",
    "Sido Makmur | 44 | 11 | 340 | 0,9",
)


def _terms() -> bytes:
    shown = ("decimal", "Pasal %1"), ("decimal", "%2."), ("lowerLetter", "%3.")
    body = (
        word.p("Peraturan Desa tentang Lumbung Pangan", "Title")
        + word.p("Pengertian", list_level=0)
        + word.p("Lumbung pangan adalah bangunan tempat warga menyimpan gabah bersama.", list_level=1)
        + word.p("Juru timbang adalah orang yang mencatat gabah masuk dan keluar.", list_level=1)
        + word.p("Gabah titipan adalah gabah yang tetap milik warga yang menyimpannya.", list_level=1)
        + word.p("Simpanan", list_level=0)
        + word.p("Setiap keluarga menyimpan paling sedikit 20 kilogram gabah setahun.", list_level=1)
        + word.p("Gabah dipinjamkan paling lama satu musim.", list_level=1)
    )
    return word.word(body, numbering=word.levels(*shown))


def _fields(made: Any) -> None:
    made.add_heading("Luas Tanam dan Hasil", 1)
    cells = [["Desa", "Padi", "", "Kedelai", ""], ["", "Luas (ha)", "Hasil (ton)", "Luas (ha)", "Hasil (ton)"]]
    cells += [["Margodadi", "310", "1.705", "42", "55"], ["Sukoharjo", "288", "1.612", "18", "21"]]
    cells += [["Adiluwih", "402", "2.331", "67", "90"]]
    office.docx_table(made, cells, ((0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)))


def _hamlets(book: Any) -> None:
    for number, (name, body) in enumerate(
        {
            "Dusun Timur": (("Mesin jahit", 14, "Rusak 2"), ("Oven", 5, "Baik"), ("Kompor gas", 11, "Baik")),
            "Dusun Barat": (("Mesin jahit", 9, "Baik"), ("Kompor gas", 7, "Rusak 1")),
        }.items()
    ):
        sheet = book.active if number == 0 else book.create_sheet()
        sheet.title = name
        for one in (("Alat", "Jumlah", "Keadaan"), *body):
            sheet.append(one)


def _teams(show: Any) -> None:
    office.slide(show, "Regu Padang Cermin", "Komandan: Yusuf Hidayat", "Anggota: 18 orang", "Perahu karet: 3 buah")
    office.slide(show, "Regu Punduh Pidada", "Komandan: Teguh Santoso", "Anggota: 11 orang", "Kendaraan: 2 truk")
    office.slide(show, "Regu Kedondong", "Anggota: 9 orang", notes="Komandan belum ditunjuk")


def _wells() -> bytes:
    places = (70, 220, 320, 420, 520)
    head = "Desa | Kedalaman (m) | Sumur | Keluarga | Debit (l/dtk)"
    return pdf(
        Page(
            [
                *lines(750, "Hasil Pengeboran Air Tanah 2025", size=14),
                *grid(710, places, head, *_WELLS),
                *lines(560, "Pengeboran dihentikan pada kedalaman yang dianggap cukup."),
            ]
        )
    )


def _ruled() -> bytes:
    head = "No | Layanan | Lama proses | Biaya | Petugas"
    body = (
        "1 | Legalisasi ijazah sekolah dasar dan menengah | 1 hari | Gratis | Loket 2",
        "2 | Mutasi siswa antarkabupaten di dalam provinsi | 3 hari | Gratis | Loket 4",
        "3 | Surat keterangan pengganti ijazah yang hilang | 7 hari | Rp10.000 | Loket 4",
        "4 | Izin pendirian taman kanak-kanak | 21 hari | Rp150.000 | Loket 6",
    )
    return report(text("Standar Layanan Dinas Pendidikan", "Heading1"), ruled((head, *body), (30, 180, 80, 80, 80)))


def _schools() -> bytes:
    def sheet(name: str, head: str, pupils: str, rooms: str) -> Page:
        top = lines(760, "Lembar Profil Sekolah Dasar")
        return Page([*top, *lines(720, name, f"Kepala sekolah: {head}", f"Murid: {pupils}", f"Ruang kelas: {rooms}")])

    return pdf(
        sheet("SDN 1 Kalirejo", "Partini", "214", "8"),
        sheet("SDN 2 Kalirejo", "Sunaryo", "187", "6"),
        sheet("SDN 3 Kalirejo", "Ida Royani", "96", "6"),
    )


def _terms_odt() -> str:
    body = "".join(
        f"<text:list-item><text:p>{one}</text:p></text:list-item>"
        for one in (
            "Pawang adalah orang yang memimpin panen madu hutan.",
            "Tikung adalah dahan buatan tempat lebah bersarang.",
            "Musim bunga adalah bulan Oktober sampai Desember.",
        )
    )
    table = office.odt_table("Kelompok | Tikung | Madu (kg)", "Rimba Jaya | 120 | 340", "Sungai Hening | 85 | 205")
    return (
        '<text:h text:outline-level="1">Panen Madu Hutan</text:h>'
        f"<text:p>Beberapa istilah dipakai di sini:</text:p><text:list>{body}</text:list>{table}"
    )


def _pay(book: Any) -> None:
    sheet = book.active
    sheet.title = "Honor"
    for one in (
        ("Honor pelaksana kegiatan (ribu rupiah per bulan)", None, None, None),
        ("Jabatan", "Jumlah orang", "Honor", "Masa kerja"),
        ("Koordinator", 1, 2500, "6 bulan"),
        ("Fasilitator", 12, 1750, "5 bulan"),
        ("Juru data", 4, 1600, "3 bulan"),
    ):
        sheet.append(one)
    sheet.merge_cells("A1:D1")


CASES = (
    Case(
        kind="definitions",
        file="lumbung-pangan.docx",
        content=_terms,
        asks=(
            ask("Apa itu juru timbang?", "mencatat gabah", never=("tempat warga",)),
            ask("Apa yang dimaksud dengan gabah titipan?", "tetap milik warga"),
            ask("What is a lumbung pangan?", "menyimpan gabah bersama", never=("mencatat",), en=True),
            ask("Berapa lama gabah dipinjamkan?", "satu musim"),
            refuse("Apa itu gabah cadangan nasional?"),
        ),
        lines=("Pasal 1", "1. Lumbung pangan adalah", "2. Juru timbang", "3. Gabah titipan", "Pasal 2", "20 kilogram"),
    ),
    Case(
        kind="merged",
        file="luas-tanam.docx",
        content=lambda: office.docx_of(_fields),
        asks=(
            ask("Berapa hasil kedelai di Adiluwih?", "90", never=("67", "2.331")),
            ask("Berapa luas tanam padi Sukoharjo?", "288", never=("1.612", "18")),
            ask("How many tons of rice did Margodadi harvest?", "1.705", never=("310", "55"), en=True),
            refuse("Berapa hasil jagung di Adiluwih?"),
            refuse("Berapa hasil kedelai di Pardasuka?"),
            refuse("Berapa harga kedelai di Margodadi?"),
        ),
        lines=("Margodadi", "310", "1.705", "42", "55", "Sukoharjo", "288", "1.612", "Adiluwih", "402", "2.331", "90"),
    ),
    Case(
        kind="sheets",
        file="alat-dusun.xlsx",
        content=lambda: office.workbook(_hamlets),
        asks=(
            ask("Berapa mesin jahit di Dusun Barat?", "9", never=("14",)),
            ask("Bagaimana keadaan kompor gas Dusun Timur?", "Baik", never=("Rusak 1",)),
            ask("How many gas stoves (kompor gas) does Dusun Timur have?", "11", never=("7",), en=True),
            refuse("Berapa oven di Dusun Barat?"),
            refuse("Berapa harga mesin jahit di Dusun Timur?"),
        ),
        lines=("Dusun Timur", "Mesin jahit", "14", "Oven", "5", "Kompor gas", "11", "Dusun Barat", "9", "7", "Rusak 1"),
    ),
    Case(
        kind="slides",
        file="regu-penyelamat.pptx",
        content=lambda: office.slides(_teams),
        asks=(
            ask("Siapa komandan Regu Punduh Pidada?", "Teguh Santoso", never=("Yusuf",)),
            ask("Berapa anggota Regu Kedondong?", "9", never=("18", "11")),
            ask("How many rubber boats does the Padang Cermin team have?", "3", never=("2 truk",), en=True),
            refuse("Siapa komandan Regu Kedondong?"),
            refuse("Berapa perahu karet Regu Punduh Pidada?"),
        ),
        lines=(
            "Regu Padang Cermin",
            "Yusuf Hidayat",
            "18 orang",
            "Regu Punduh Pidada",
            "Teguh Santoso",
            "Regu Kedondong",
        ),
    ),
    Case(
        kind="figures_pdf",
        file="air-tanah.pdf",
        content=_wells,
        asks=(
            ask("Berapa kedalaman sumur di Way Rilau?", "38", never=("15", "402")),
            ask("Berapa keluarga yang terlayani di Banjar Agung?", "198", never=("61", "7")),
            ask("What is the discharge (debit) in Mulyo Asih?", "1,1", never=("0,8", "275"), en=True),
            refuse("Berapa biaya pengeboran di Sumber Rejo?"),
            refuse("Berapa kedalaman sumur di Tanjung Sari?"),
        ),
        lines=tuple(" | ".join(_WELLS).split(" | ")),
    ),
    Case(
        kind="ruled_pdf",
        file="standar-layanan.pdf",
        content=_ruled,
        asks=(
            ask("Berapa lama proses mutasi siswa?", "3 hari", never=("7 hari", "1 hari")),
            ask("Berapa biaya surat keterangan pengganti ijazah?", "Rp10.000", never=("Rp150.000", "Gratis")),
            ask("At which counter are kindergarten permits handled?", "Loket 6", never=("Loket 4",), en=True),
            refuse("Berapa biaya legalisasi sertifikat guru?"),
            refuse("Pukul berapa Loket 4 buka?"),
        ),
        lines=("Mutasi siswa antarkabupaten di dalam provinsi", "3 hari", "Gratis", "Loket 4", "7 hari", "Rp10.000"),
    ),
    Case(
        kind="page_per_school",
        file="profil-sd.pdf",
        content=_schools,
        asks=(
            ask("Berapa murid SDN 2 Kalirejo?", "187", never=("214", "96")),
            ask("Siapa kepala sekolah SDN 3 Kalirejo?", "Ida Royani", never=("Partini", "Sunaryo")),
            ask("How many classrooms does SDN 1 Kalirejo have?", "8", never=("6",), en=True),
            refuse("Berapa murid SDN 4 Kalirejo?"),
            refuse("Berapa guru di SDN 1 Kalirejo?"),
        ),
        lines=("SDN 1 Kalirejo", "Partini", "214", "8", "SDN 2 Kalirejo", "187", "SDN 3 Kalirejo", "Ida Royani", "96"),
    ),
    Case(
        kind="definitions",
        file="madu-hutan.odt",
        content=lambda: office.odt(_terms_odt()),
        asks=(
            ask("Apa itu tikung?", "dahan buatan", never=("memimpin",)),
            ask("Siapa yang disebut pawang?", "memimpin panen madu"),
            ask("How many kilograms of honey did Sungai Hening harvest?", "205", never=("340", "85"), en=True),
            ask("Berapa tikung milik Rimba Jaya?", "120", never=("85", "340")),
            refuse("Apa itu sarang gantung?"),
            refuse("Berapa harga madu Rimba Jaya?"),
        ),
        lines=(
            "Pawang adalah",
            "Tikung adalah",
            "Musim bunga adalah",
            "Rimba Jaya",
            "120",
            "340",
            "Sungai Hening",
            "205",
        ),
    ),
    Case(
        kind="scale",
        file="honor-kegiatan.xlsx",
        content=lambda: office.workbook(_pay),
        asks=(
            ask("Berapa honor fasilitator per bulan?", "1.750|1750", never=("2.500", "1.600", "12")),
            ask("Berapa orang juru data?", "4", never=("12", "1.600")),
            ask("How long does a coordinator work?", "6 bulan", never=("5 bulan",), en=True),
            refuse("Berapa honor narasumber per bulan?"),
            refuse("Berapa uang transpor fasilitator?"),
        ),
        lines=("Koordinator", "2500", "6 bulan", "Fasilitator", "12", "1750", "Juru data", "1600", "3 bulan"),
    ),
)
