"""Office files and PDF written after the others, and kept apart as they are."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word
from tests.benchmarks.structure.writers.pdf import Page, Text, lines, pdf
from tests.benchmarks.structure.writers.report import report, ruled, text, unruled

_HEAD = "Puskesmas | Balita | Ibu Hamil | Lansia | Remaja | Jumlah"
_CLINICS = (
    "Gedong Air | 812 | 140 | 505 | 377 | 1.834",
    "Kemiling | 1.044 | 198 | 612 | 455 | 2.309",
    "Sukabumi | 937 | 171 | 488 | 402 | 1.998",
    "Way Kandis | 765 | 122 | 430 | 318 | 1.635",
    "Pasar Ambon | 508 | 96 | 377 | 244 | 1.225",
    "Simpur | 641 | 118 | 402 | 290 | 1.451",
    "Labuhan Ratu | 890 | 155 | 520 | 361 | 1.926",
    "Satelit | 722 | 131 | 447 | 305 | 1.605",
    "Panjang | 1.120 | 214 | 690 | 512 | 2.536",
    "Susunan Baru | 463 | 88 | 301 | 219 | 1.071",
)


def _clinics() -> bytes:
    return report(
        text("Sasaran Posyandu Tahun 2026", "Heading1"),
        ruled((_HEAD, *_CLINICS), (110, 70, 80, 70, 70, 70)),
        text("Akhir."),
    )


def _profiles() -> bytes:
    def sheet(name: str, *values: str) -> Page:
        labels = ("Luas kawasan", "Jumlah kios", "Pengelola")
        told = (f"{label}: {value}" for label, value in zip(labels, values, strict=True))
        return Page([*lines(770, "Profil Sentra Kuliner"), *lines(730, f"Sentra {name}", *told, step=18)])

    return pdf(
        sheet("Enggal", "2.400 m2", "64", "Koperasi Boga"),
        sheet("Rajabasa", "1.150 m2", "38", "BUMD Sejahtera"),
        sheet("Teluk", "980 m2", "27", "Pokdarwis Teluk"),
    )


def _notes() -> bytes:
    return pdf(
        Page(
            [
                *lines(740, "Luas Tanam Kedelai", "Luas tanam kedelai tahun ini mencapai 5.206"),
                Text(291, 729, "4", 6),
                Text(298, 725, "hektare, naik tipis."),
                *lines(110, "4) Belum termasuk lahan perhutanan sosial 318 hektare.", size=8),
            ]
        )
    )


def _mark() -> bytes:
    body = lines(
        740,
        "Lowongan Pendamping Desa",
        "Pendaftaran pendamping desa dibuka 3 sampai 14 Ma-",
        "ret 2026 secara daring.",
        "Honor pendamping Rp3.150.000 sebulan.",
        step=26,
    )
    return pdf(Page([*body, Text(110, 420, "CONTOH DOKUMEN", 50, 45)]))


def _two_columns() -> bytes:
    left = ("Kolam ikan di Dusun Satu", "berukuran sepuluh meter", "dan diisi lele sejak bulan", "Maret tahun lalu.")
    right = ("Kolam ikan di Dusun Dua", "berukuran enam meter dan", "diisi gurami sejak bulan", "Agustus tahun ini.")
    return pdf(Page([*lines(750, "Kolam Ikan Warga"), *lines(700, *left, x=60), *lines(700, *right, x=330)]))


def _permits(made: Any) -> None:
    made.add_heading("Perizinan Usaha", 1)
    made.add_paragraph("Tabel 1. Waktu dan biaya izin")
    cells = [["Izin", "Waktu", "Biaya"], ["Apotek", "10 hari", "Rp300.000"], ["Klinik", "14 hari", "Rp500.000"]]
    office.docx_table(made, cells)
    made.add_paragraph("Tabel 2. Masa berlaku izin")
    office.docx_table(made, [["Izin", "Masa berlaku"], ["Apotek", "5 tahun"], ["Klinik", "3 tahun"]])


def _two_levels() -> bytes:
    made = word.cell
    first = word.row(made("Kelompok", merge="restart"), made("Pupuk (kg)", columns=2), made("Benih (kg)", columns=2))
    second = word.row(made("", merge="continue"), *map(made, ("Urea", "NPK", "Padi", "Jagung")))
    body = (word.row("Tani Jaya", "1.200", "900", "300", "80"), word.row("Sri Rejeki", "750", "640", "210", "45"))
    return word.word(word.p("Bantuan Tani", "Title") + word.table(first, second, *body, columns=5))


def _regulation() -> bytes:
    texts = ("PERATURAN DESA TENTANG TERNAK", "Pasal 1", "Ternak wajib dikandangkan.", "Pasal 2")
    more = ("(1) Ternak lepas ditahan di balai desa.", "(2) Pemilik menebus Rp100.000 per ekor.", "Pasal 3")
    return word.word(word.text_of(*texts, *more, "Hasil tebusan masuk kas desa."))


def _stock(book: Any) -> None:
    first = book.active
    first.title = "Gudang A"
    for one in (("Barang", "Stok", "Rak"), ("Masker", 1200, "A-3"), ("Sarung tangan", 860, "B-1")):
        first.append(one)
    second = book.create_sheet("Gudang B")
    for one in (("Barang", "Stok", "Rak"), ("Masker", 430, "C-2"), ("Alkohol", 95, "C-7")):
        second.append(one)


def _talk(show: Any) -> None:
    office.slide(show, "Bank Pohon", "Bibit tersedia 18.500 batang", "Jenis terbanyak: mahoni")
    rows = [["Bulan", "Tanam", "Hidup"], ["Januari", "2.100", "1.780"], ["Februari", "1.640", "1.502"]]
    office.slide_table(show, "Penanaman", rows)


def _beans() -> bytes:
    rows = ("Varietas | Hasil | Umur", "Anjasmoro | 2,2 ton | 83 hari", "Grobogan | 2,8 ton | 76 hari")
    return report(text("Varietas Kedelai", "Heading1"), unruled(rows, (140, 90, 90)), text("Sumber: balai benih."))


def _letter() -> bytes:
    table = office.odt_table("Perihal | Izin keramaian", "Pemohon | Karang Taruna Melati", "Tanggal acara | 8 Mei 2026")
    return office.odt(
        f"<text:h text:outline-level='1'>Surat Rekomendasi</text:h>{table}<text:p>Berlaku satu kali.</text:p>"
    )


CASES = (
    Case(
        kind="figures_pdf",
        file="sasaran-posyandu.pdf",
        content=_clinics,
        asks=(
            ask("Berapa sasaran lansia di Puskesmas Simpur?", "402", never=("118", "290", "488")),
            ask("Berapa jumlah sasaran di Puskesmas Panjang?", "2.536", never=("1.120", "690")),
            ask("How many pregnant women (ibu hamil) in Kemiling?", "198", never=("1.044", "612"), en=True),
            refuse("Berapa sasaran lansia di Puskesmas Natar?"),
        ),
        lines=tuple(" | ".join(_CLINICS).split(" | ")),
    ),
    Case(
        kind="page_per_village",
        file="sentra-kuliner.pdf",
        content=_profiles,
        asks=(
            ask("Berapa jumlah kios di Sentra Rajabasa?", "38", never=("64", "27")),
            ask("Who manages Sentra Teluk?", "Pokdarwis Teluk", never=("Koperasi Boga",), en=True),
            refuse("Berapa jumlah kios di Sentra Kedaton?"),
        ),
        lines=("Sentra Enggal", "2.400", "64", "Koperasi Boga", "Sentra Rajabasa", "38", "Sentra Teluk", "27"),
    ),
    Case(
        kind="note_marks",
        file="tanam-kedelai.pdf",
        content=_notes,
        asks=(
            ask("Berapa luas tanam kedelai tahun ini?", "5.206", never=("5.2064", "318")),
            refuse("Berapa luas panen kedelai tahun ini?"),
        ),
        lines=("tahun ini mencapai 5.206", "hektare, naik tipis", "perhutanan sosial 318 hektare"),
        gone=("5.2064",),
    ),
    Case(
        kind="watermark",
        file="pendamping-desa.pdf",
        content=_mark,
        asks=(
            ask("Berapa honor pendamping desa?", "Rp3.150.000"),
            ask("When does registration open?", "3 sampai 14 Maret 2026|3", en=True),
            refuse("Berapa formasi pendamping desa?"),
        ),
        lines=("dibuka 3 sampai 14 Maret 2026 secara daring", "Honor pendamping Rp3.150.000 sebulan"),
        gone=("CONTOH",),
    ),
    Case(
        kind="text_columns",
        file="kolam-ikan.pdf",
        content=_two_columns,
        asks=(
            ask("Ikan apa yang diisi di kolam Dusun Dua?", "gurami", never=("lele",)),
            refuse("Berapa biaya kolam ikan di Dusun Dua?"),
        ),
        lines=("Dusun Satu berukuran sepuluh meter dan diisi lele", "Dusun Dua berukuran enam meter dan diisi gurami"),
    ),
    Case(
        kind="twin_tables",
        file="izin-usaha.docx",
        content=lambda: office.docx_of(_permits),
        asks=(
            ask("Berapa biaya izin klinik?", "Rp500.000", never=("Rp300.000",)),
            ask("How long is a pharmacy (apotek) permit valid?", "5 tahun", never=("10 hari", "3 tahun"), en=True),
            refuse("Berapa biaya izin optik?"),
        ),
        lines=(
            "Apotek",
            "10 hari",
            "Rp300.000",
            "Klinik",
            "14 hari",
            "Rp500.000",
            "Apotek",
            "5 tahun",
            "Klinik",
            "3 tahun",
        ),
    ),
    Case(
        kind="merged",
        file="bantuan-tani.docx",
        content=_two_levels,
        asks=(
            ask("Berapa bantuan benih jagung untuk Sri Rejeki?", "45", never=("80", "210", "640")),
            ask("How much NPK did Tani Jaya receive?", "900", never=("1.200", "640"), en=True),
            refuse("Berapa bantuan benih kedelai untuk Tani Jaya?"),
        ),
        lines=("Tani Jaya", "1.200", "900", "300", "80", "Sri Rejeki", "750", "640", "210", "45"),
    ),
    Case(
        kind="typed_divisions",
        file="perdes-ternak.docx",
        content=_regulation,
        asks=(
            ask("Apa isi Pasal 3?", "kas desa", never=("Rp100.000",)),
            ask("Apa bunyi Pasal 2 ayat (1)?", "balai desa", never=("Rp100.000",)),
            refuse("Apa isi Pasal 5?"),
        ),
        lines=(
            "Pasal 1",
            "Ternak wajib dikandangkan",
            "Pasal 2",
            "(1) Ternak lepas",
            "(2) Pemilik",
            "Pasal 3",
            "kas desa",
        ),
    ),
    Case(
        kind="sheet",
        file="stok-dua-gudang.xlsx",
        content=lambda: office.workbook(_stock),
        asks=(
            ask("Berapa stok masker di Gudang B?", "430", never=("1200", "1.200")),
            ask("On which shelf (rak) are the gloves (sarung tangan)?", "B-1", never=("A-3", "C-2"), en=True),
            refuse("Berapa stok alkohol di Gudang A?"),
        ),
        lines=("Masker", "1200", "A-3", "Sarung tangan", "860", "B-1", "Masker", "430", "C-2", "Alkohol", "95", "C-7"),
    ),
    Case(
        kind="slides",
        file="bank-pohon.pptx",
        content=lambda: office.slides(_talk),
        asks=(
            ask("Berapa pohon yang hidup dari penanaman Februari?", "1.502", never=("1.640", "1.780")),
            ask("How many seedlings are available?", "18.500", never=("2.100",), en=True),
            refuse("Berapa pohon yang ditanam bulan Maret?"),
        ),
        lines=("Bank Pohon", "18.500 batang", "mahoni", "Januari", "2.100", "1.780", "Februari", "1.640", "1.502"),
    ),
    Case(
        kind="units",
        file="varietas-kedelai.pdf",
        content=_beans,
        asks=(
            ask("Berapa umur kedelai Grobogan?", "76 hari", never=("83 hari",)),
            ask("What is the yield of Anjasmoro?", "2,2 ton", never=("2,8 ton",), en=True),
            refuse("Berapa umur kedelai Devon?"),
        ),
        lines=("Anjasmoro", "2,2 ton", "83 hari", "Grobogan", "2,8 ton", "76 hari", "Sumber: balai benih"),
    ),
    Case(
        kind="opendocument",
        file="rekomendasi.odt",
        content=_letter,
        asks=(
            ask("Siapa pemohon surat rekomendasi?", "Karang Taruna Melati"),
            ask("When is the event?", "8 Mei 2026", en=True),
            refuse("Siapa yang menandatangani surat rekomendasi?"),
        ),
        lines=("Perihal", "Izin keramaian", "Pemohon", "Karang Taruna Melati", "8 Mei 2026", "Berlaku satu kali"),
    ),
)
