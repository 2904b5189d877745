"""Office files about clinics, groups and fares, each line of them to be kept."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word


def _visits(book: Any) -> None:
    sheet = book.active
    sheet.title = "Kunjungan"
    for one in (
        ("Kunjungan dan rujukan puskesmas", None, None, None, None),
        ("Puskesmas", "Kunjungan", None, "Rujukan", None),
        (None, "Semester I", "Semester II", "Semester I", "Semester II"),
        ("Kotabumi", 8120, 7944, 310, 295),
        ("Bukit Kemuning", 5466, 6018, 188, 240),
        ("Abung Barat", 2071, 1985, 96, 71),
    ):
        sheet.append(one)
    for area in ("A1:E1", "A2:A3", "B2:C2", "D2:E2"):
        sheet.merge_cells(area)


def _owner() -> bytes:
    pairs = ("Nama usaha", "Keripik Pisang Bu Lastri"), ("Pemilik", "Sulastri"), ("Nomor izin", "9120-77-14")
    cells = [word.row(*pair) for pair in (*pairs, ("Alamat", "Jalan Melati 12, Natar"), ("Karyawan", "6 orang"))]
    return word.word(word.p("Data Usaha Binaan", "Title") + word.table(*cells, columns=2))


def _hamlets() -> bytes:
    parts = [word.p("Bantuan Bibit Durian", "Title")]
    for name, seeds, head in (("RW 3", "120 batang", "Sutrisno"), ("RW 13", "75 batang", "Marlina"), ("RW 30", "", "")):
        parts.append(word.p(name, "Heading1"))
        if seeds:
            parts += [word.p(f"Jumlah bibit: {seeds}"), word.p(f"Penerima: {head}")]
        else:
            parts.append(word.p("Belum ada usulan."))
    return word.word("".join(parts))


def _fares() -> bytes:
    merged = word.cell
    first = word.row(
        merged("Golongan", merge="restart", bold=True),
        merged("Tarif Sekali Jalan", columns=2, bold=True),
        merged("Tarif Langganan", columns=2, bold=True),
    )
    second = word.row(merged("", merge="continue"), *(merged(one, bold=True) for one in ("Siang", "Malam") * 2))
    body = (
        word.row("Pejalan kaki", "Rp8.000", "Rp9.500", "Rp150.000", "Rp170.000"),
        word.row("Sepeda motor", "Rp21.000", "Rp24.000", "Rp400.000", "Rp450.000"),
        word.row("Mobil", "Rp97.000", "Rp110.000", "Rp1.900.000", "Rp2.100.000"),
    )
    return word.word(word.p("Tarif Penyeberangan Perintis", "Title") + word.table(first, second, *body, columns=5))


def _requirements() -> str:
    def listed(*names: str) -> str:
        return "".join(f"<text:list-item><text:p>{name}</text:p></text:list-item>" for name in names)

    def head(name: str) -> str:
        return f'<text:h text:outline-level="2">{name}</text:h>'

    adult = listed("KTP", "Kartu keluarga", "Surat keterangan sehat", "Akta kelahiran", "Pasfoto 4x6")
    child = listed("Kartu keluarga", "Akta kelahiran", "Pasfoto 4x6", "Kartu pelajar")
    return (
        '<text:h text:outline-level="1">Pendaftaran Kolam Renang Daerah</text:h>'
        f"{head('Anggota dewasa')}<text:list>{adult}</text:list>{head('Anggota anak')}<text:list>{child}</text:list>"
    )


def _decree() -> bytes:
    shown = ("decimal", "Pasal %1"), ("decimal", "(%2)"), ("lowerLetter", "%3.")
    body = (
        word.p("Peraturan Pekon tentang Pasar Pekon", "Title")
        + word.p("Pengelolaan", list_level=0)
        + word.p("Pasar pekon buka setiap Ahad.", list_level=1)
        + word.p("Pengelola pasar terdiri atas:", list_level=1)
        + word.p("ketua;", list_level=2)
        + word.p("juru pungut.", list_level=2)
        + word.p("Pungutan", list_level=0)
        + word.p(
            word.run("Pungutan lapak sebesar Rp4.000") + word.footnote_mark(2) + word.run(" sehari."), list_level=1
        )
        + word.text_box(word.p("Pengaduan: 0812-7000-1122"))
    )
    notes = word.footnote(2, "Tidak berlaku bagi pedagang lansia.")
    return word.word(body, numbering=word.levels(*shown), footnotes=notes)


def _show(show: Any) -> None:
    office.slide(
        show, "Gerai Vaksin Rabies", "Hewan peliharaan umur 3 bulan ke atas", "Gratis", notes="Stok 2.400 dosis"
    )
    table = [["Kelurahan", "Dosis", "Petugas"], ["Kedaton", "340", "drh. Wulan"], ["Rajabasa", "275", "drh. Fikri"]]
    office.slide_table(show, "Pembagian Dosis", table)


CASES = (
    Case(
        kind="pairs",
        file="usaha-binaan.docx",
        content=_owner,
        asks=(
            ask("Siapa pemilik usaha?", "Sulastri"),
            ask("What is the address of the business?", "Jalan Melati 12", never=("Sulastri",), en=True),
            refuse("Berapa omzet usaha per bulan?"),
        ),
        lines=("Nama usaha", "Keripik Pisang Bu Lastri", "Pemilik", "Sulastri", "9120-77-14", "Karyawan", "6 orang"),
    ),
    Case(
        kind="levels",
        file="kunjungan.xlsx",
        content=lambda: office.workbook(_visits),
        asks=(
            ask("Berapa rujukan Bukit Kemuning pada semester II?", "240", never=("188", "6018", "6.018")),
            ask("How many visits did Abung Barat have in semester I?", "2071|2.071", never=("1985", "96"), en=True),
            ask("Berapa selisih kunjungan Kotabumi semester I dan II?", "176", refusable=True),
            refuse("Berapa kunjungan Sungkai Utara pada semester I?"),
        ),
        lines=("Kotabumi", "8120", "7944", "310", "295", "Bukit Kemuning", "5466", "6018", "188", "240", "Abung Barat"),
    ),
    Case(
        kind="siblings",
        file="bibit-rw.docx",
        content=_hamlets,
        asks=(
            ask("Berapa jumlah bibit untuk RW 13?", "75", never=("120",)),
            ask("Who receives the seedlings in RW 3?", "Sutrisno", never=("Marlina",), en=True),
            refuse("Berapa jumlah bibit untuk RW 30?"),
        ),
        lines=("RW 3", "Jumlah bibit: 120 batang", "Sutrisno", "RW 13", "75 batang", "RW 30", "Belum ada usulan"),
    ),
    Case(
        kind="merged",
        file="tarif-perintis.docx",
        content=_fares,
        asks=(
            ask("Berapa tarif langganan malam untuk sepeda motor?", "Rp450.000", never=("Rp400.000", "Rp24.000")),
            ask("Berapa tarif sekali jalan siang untuk mobil?", "Rp97.000", never=("Rp110.000", "Rp1.900.000")),
            ask("What does a pedestrian pay for a single trip at night?", "Rp9.500", never=("Rp8.000",), en=True),
            refuse("Berapa tarif sekali jalan malam untuk truk?"),
        ),
        lines=("Pejalan kaki", "Rp8.000", "Rp9.500", "Rp150.000", "Rp170.000", "Sepeda motor", "Mobil", "Rp97.000"),
    ),
    Case(
        kind="recurring_items",
        file="kolam-renang.odt",
        content=lambda: office.odt(_requirements()),
        asks=(
            ask(
                "Apa saja syarat anggota dewasa kolam renang?",
                "KTP",
                "Kartu keluarga",
                "Surat keterangan sehat",
                "Akta kelahiran",
                "Pasfoto",
                never=("Kartu pelajar",),
            ),
            ask("What must children bring to register?", "Kartu pelajar", "Akta kelahiran", never=("KTP",), en=True),
        ),
        lines=(
            "Anggota dewasa",
            *("KTP", "Kartu keluarga", "Surat keterangan sehat", "Akta kelahiran", "Pasfoto 4x6"),
            "Anggota anak",
            *("Kartu keluarga", "Akta kelahiran", "Pasfoto 4x6", "Kartu pelajar"),
        ),
    ),
    Case(
        kind="numbered_divisions",
        file="pasar-pekon.docx",
        content=_decree,
        asks=(
            ask("Berapa pungutan lapak sehari?", "Rp4.000", never=("Rp4.0002",)),
            ask("Apa isi Pasal 1 ayat (2)?", "ketua", "juru pungut", never=("Rp4.000",)),
            ask("What is the complaint phone number?", "0812-7000-1122", en=True),
            refuse("Apa isi Pasal 3?"),
        ),
        lines=("Pasal 1", "(1) Pasar pekon buka setiap Ahad", "(2) Pengelola pasar", "a. ketua", "b. juru pungut"),
        gone=("Rp4.0002",),
    ),
    Case(
        kind="slides",
        file="gerai-vaksin.pptx",
        content=lambda: office.slides(_show),
        asks=(
            ask("Siapa petugas vaksin di Rajabasa?", "drh. Fikri", never=("drh. Wulan",)),
            ask("How many doses does Kedaton get?", "340", never=("275",), en=True),
            refuse("Berapa dosis untuk Kelurahan Sukarame?"),
        ),
        lines=(
            "Gerai Vaksin Rabies",
            "umur 3 bulan ke atas",
            "Gratis",
            "Stok 2.400 dosis",
            "Kedaton",
            "340",
            "drh. Wulan",
        ),
    ),
)
