"""Office files of a fifth set of subjects."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word


def _band() -> bytes:
    merged = word.table(
        word.row(
            word.cell("Kelas", merge="restart"),
            word.cell("Putra", columns=2),
            word.cell("Putri", columns=2),
            header=True,
        ),
        word.row(word.cell("", merge="continue"), "Daftar", "Diterima", "Daftar", "Diterima", header=True),
        word.row("Terompet", "31", "12", "18", "9"),
        word.row("Genderang", "44", "20", "7", "5"),
        word.row("Bendera", "-", "-", "52", "24"),
        columns=5,
    )
    body = word.p("Penerimaan Anggota Drumben Provinsi", "Title") + word.p("Seleksi selesai 20 Oktober 2025.") + merged
    return word.word(body)


def _guards() -> bytes:
    shown = ("decimal", "Pasal %1"), ("decimal", "(%2)"), ("lowerLetter", "%3.")
    body = (
        word.p("Peraturan Kepala Satuan tentang Penjaga Pintu Air", "Title")
        + word.p("BAB I")
        + word.p("TUGAS")
        + word.p("Tugas penjaga", list_level=0)
        + word.p("Penjaga mencatat tinggi air setiap enam jam.", list_level=1)
        + word.p("Penjaga dilarang:", list_level=1)
        + word.p("meninggalkan pos tanpa pengganti;", list_level=2)
        + word.p("membuka pintu tanpa perintah; dan", list_level=2)
        + word.p("menerima imbalan dari petani.", list_level=2)
        + word.p("Upah", list_level=0)
        + word.p("Penjaga menerima upah Rp1.650.000 sebulan.", list_level=1)
        + word.p("Tunjangan malam Rp25.000 setiap jaga.", list_level=1)
    )
    return word.word(body, numbering=word.levels(*shown))


def _boxes() -> bytes:
    body = (
        word.p("Formulir Kunjungan Rumah", "Title")
        + word.text_box(word.p("Nomor: 114/KR/2025") + word.p("Petugas: Anita Rahayu"))
        + word.p("Keadaan rumah:")
        + word.p(word.tick(ticked=False) + word.run(" Lantai tanah"))
        + word.p(word.tick(ticked=True) + word.run(" Lantai semen"))
        + word.p(word.tick(ticked=True) + word.run(" Sumur sendiri"))
        + word.p(word.run("Penghasilan sebulan ") + word.run("Rp900.000", "<w:strike/>") + word.run(" Rp1.350.000"))
        + word.p(word.run("Catatan rahasia petugas", "<w:vanish/>") + word.run("Kunjungan berikutnya 3 Maret 2026."))
    )
    return word.word(body)


def _stock(book: Any) -> None:
    for number, (name, body) in enumerate(
        {
            "Apotek Utara": (("Parasetamol", 4200, "2027-03"), ("Oralit", 910, "2026-11"), ("Zink", 0, "-")),
            "Apotek Selatan": (("Parasetamol", 1850, "2026-08"), ("Zink", 640, "2027-01")),
        }.items()
    ):
        sheet = book.active if number == 0 else book.create_sheet()
        sheet.title = name
        for one in (("Obat", "Sisa (butir)", "Kedaluwarsa"), *body):
            sheet.append(one)


def _radio(show: Any) -> None:
    office.slide(show, "Siaran Radio Desa", "Frekuensi: 107,8 MHz", "Jangkauan: 12 km")
    office.slide_table(
        show,
        "Acara",
        (
            ("Acara", "Hari", "Jam", "Penyiar"),
            ("Kabar Tani", "Senin–Jumat", "05.30", "Mbak Tini"),
            ("Lagu Lama", "Sabtu", "20.00", "Om Benny"),
            ("Tanya Dokter", "Rabu", "16.00", "dr. Yoga"),
        ),
    )
    office.slide(show, "Siaran Radio Sekolah", "Frekuensi: 107,9 MHz", "Siaran hanya saat istirahat")


def _books() -> str:
    return (
        '<text:h text:outline-level="1">Koleksi Naskah Kuno</text:h>'
        + office.odt_table(
            "Naskah | Aksara | Lembar | Keadaan",
            "Kuntara Raja Niti | Had Lampung | 142 | baik",
            "Cempala | Had Lampung | 58 | robek",
            "Tambo Paksi | Jawi | 37 | berjamur",
        )
        + "<text:p>Naskah robek tidak boleh difoto dengan lampu kilat.</text:p>"
        '<text:h text:outline-level="2">Jam baca</text:h><text:p>Senin sampai Kamis pukul 09.00 sampai 14.00.</text:p>'
    )


CASES = (
    Case(
        kind="merged",
        file="drumben.docx",
        content=_band,
        asks=(
            ask("Berapa putri yang diterima di terompet?", "9", never=("18", "12")),
            ask("Berapa putra yang mendaftar genderang?", "44", never=("20", "7")),
            ask("How many girls registered for the flags (bendera)?", "52", never=("24",), en=True),
            refuse("Berapa putra yang diterima di bendera?"),
            refuse("Berapa putri yang mendaftar seruling?"),
        ),
        lines=("Terompet", "31", "12", "18", "9", "Genderang", "44", "20", "7", "5", "Bendera", "52", "24"),
    ),
    Case(
        kind="auto_divisions",
        file="pintu-air.docx",
        content=_guards,
        asks=(
            ask("Apa isi Pasal 2 ayat (2)?", "Rp25.000", never=("Rp1.650.000",)),
            ask("Apa saja larangan bagi penjaga pintu air?", "tanpa pengganti", "tanpa perintah", "imbalan"),
            ask("How often does the guard record the water level?", "enam jam", en=True),
            refuse("Apa isi Pasal 3?"),
            refuse("Berapa upah kepala penjaga?"),
        ),
        lines=("Pasal 1", "(1) Penjaga mencatat", "(2) Penjaga dilarang", "a. meninggalkan", "c. menerima", "Pasal 2"),
    ),
    Case(
        kind="boxes",
        file="kunjungan-rumah.docx",
        content=_boxes,
        asks=(
            ask("Siapa petugas kunjungan rumah?", "Anita Rahayu"),
            ask("Berapa penghasilan sebulan?", "Rp1.350.000", never=("Rp900.000",)),
            ask("When is the next visit?", "3 Maret 2026", en=True),
            refuse("Berapa jumlah anak di rumah itu?"),
            refuse("Di mana alamat rumah itu?"),
        ),
        lines=("114/KR/2025", "Anita Rahayu", "Lantai semen", "Sumur sendiri", "Rp1.350.000", "3 Maret 2026"),
        gone=("Rp900.000", "Catatan rahasia petugas"),
    ),
    Case(
        kind="sheets",
        file="stok-apotek.xlsx",
        content=lambda: office.workbook(_stock),
        asks=(
            ask("Berapa sisa parasetamol di Apotek Selatan?", "1.850|1850", never=("4200", "4.200")),
            ask("Kapan oralit di Apotek Utara kedaluwarsa?", "2026-11", never=("2027",)),
            ask("How many zinc tablets are left at Apotek Selatan?", "640", never=("910",), en=True),
            refuse("Berapa sisa oralit di Apotek Selatan?"),
            refuse("Kapan zink di Apotek Utara kedaluwarsa?"),
            refuse("Berapa harga parasetamol di Apotek Utara?"),
        ),
        lines=("Parasetamol", "4200", "Oralit", "910", "Zink", "Apotek Selatan", "1850", "640"),
    ),
    Case(
        kind="slides",
        file="radio-desa.pptx",
        content=lambda: office.slides(_radio),
        asks=(
            ask("Siapa penyiar Tanya Dokter?", "Yoga", never=("Tini", "Benny")),
            ask("Berapa frekuensi Radio Sekolah?", "107,9", never=("107,8",)),
            ask("At what time is Lagu Lama on air?", "20.00", never=("16.00",), en=True),
            refuse("Berapa jangkauan Radio Sekolah?"),
            refuse("Siapa penyiar Kabar Laut?"),
        ),
        lines=("107,8 MHz", "12 km", "Kabar Tani", "05.30", "Mbak Tini", "Tanya Dokter", "dr. Yoga", "107,9 MHz"),
    ),
    Case(
        kind="opendocument",
        file="naskah-kuno.odt",
        content=lambda: office.odt(_books()),
        asks=(
            ask("Berapa lembar naskah Cempala?", "58", never=("142", "37")),
            ask("Naskah apa yang berjamur?", "Tambo Paksi", never=("Cempala",)),
            ask("In which script is Tambo Paksi written?", "Jawi", never=("Had",), en=True),
            refuse("Tahun berapa naskah Kuntara Raja Niti ditulis?"),
            refuse("Berapa lembar naskah Sindang Mardika?"),
        ),
        lines=("Kuntara Raja Niti", "Had Lampung", "142", "Cempala", "58", "robek", "Tambo Paksi", "Jawi", "37"),
    ),
)
