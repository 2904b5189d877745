"""Office files: charges with units under bands, a decision with notes, a show of quarters, conditions within lists."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word

_RENT: tuple[tuple[Any, ...], ...] = (
    ("GEDUNG SERBAGUNA", None, None, None, None),
    ("Pesta pernikahan", "sekali pakai", 3500000, 4000000, None),
    ("Rapat", "4 jam", 750000, 900000, "tambahan jam Rp150.000"),
    ("Kursi lipat", "buah/hari", 2500, 3000, None),
    ("LAPANGAN", None, None, None, None),
    ("Pertandingan", "sekali pakai", 400000, 500000, "siang hari"),
    ("Pertandingan malam", "sekali pakai", 650000, 825000, "termasuk lampu"),
    ("Kursi lipat", "buah/hari", 2000, 2250, None),
    ("ALAT BERAT", None, None, None, None),
    ("Ekskavator", "jam", 275000, 310000, "tanpa bahan bakar"),
    ("Mesin gilas", "jam", 190000, None, "rusak sejak 2025"),
)


def _rent(book: Any) -> None:
    sheet = book.active
    sheet.title = "Tarif"
    sheet.append(("TARIF SEWA ASET KABUPATEN RIMBA RAYA",))
    sheet.append(("Aset", "Satuan", "Tarif (Rp)", None, "Keterangan"))
    sheet.append((None, None, "Lama", "Baru", None))
    for row in _RENT:
        sheet.append(row)
    for number in range(4, 4 + len(_RENT)):
        sheet[f"C{number}"].number_format = sheet[f"D{number}"].number_format = "#,##0"
    for place in ("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "A4:E4", "A8:E8", "A12:E12"):
        sheet.merge_cells(place)
    other = book.create_sheet("Potongan")
    for row in (("Penyewa", "Potongan"), ("Sekolah", 0.5), ("Organisasi sosial", 0.25), ("Perusahaan", 0)):
        other.append(row)
    for number in (2, 3, 4):
        other[f"B{number}"].number_format = "0%"


def _decision() -> bytes:
    cell = word.cell
    groups = (
        ("Kepala pelaksana", "1", "Rp1.750.000", "Rp2.000.000"),
        ("Kepala regu", "4", "Rp1.200.000", "Rp1.350.000"),
        ("Anggota", "32", "Rp850.000", "Rp975.000"),
    )
    return word.word(
        word.text_of(
            "KEPUTUSAN CAMAT RIMBA HULU",
            "NOMOR 300/27/2026",
            "TENTANG REGU SIAGA BANJIR TAHUN 2026",
            "MEMUTUSKAN:",
            "KESATU : Membentuk regu siaga banjir yang bertugas 1 November 2026 sampai 31 Maret 2027.",
        )
        + word.p(word.run("KEDUA : Honor setiap bulan ditetapkan sebagai berikut:"))
        + word.table(
            word.row(
                cell("Kedudukan", merge="restart"),
                cell("Jumlah orang", merge="restart"),
                cell("Honor sebulan", columns=2),
            ),
            word.row(cell("", merge="continue"), cell("", merge="continue"), "Siaga", "Tanggap darurat"),
            *(word.row(*row) for row in groups),
            word.row(
                cell("Juru masak", columns=1),
                "3",
                f"<w:tc><w:tcPr/><w:p>{word.run('Rp600.000')}{word.footnote_mark(2)}</w:p></w:tc>",
                "Rp725.000",
            ),
            columns=4,
        )
        + word.text_of(
            "KETIGA : Posko siaga:",
            "a. Posko Utama di Balai Pekon Lubuk Tenang, telepon (0729) 555-101;",
            "b. Posko Hilir di SD Negeri 3 Muara Tenang, telepon (0729) 555-118;",
            "c. Posko Hulu di Kantor Perkebunan, tanpa telepon, radio saluran 7.",
            "KEEMPAT : Keputusan Camat Nomor 300/19/2024, yang menetapkan 24 anggota, dicabut.",
        ),
        footnotes=word.footnote(2, "Hanya dibayar bila dapur umum dibuka."),
    )


def _quarters(show: Any) -> None:
    office.slide(show, "Forest Fire Monitoring Unit", "Half-year report, January to June 2026", "Areas in hectares")
    for quarter, rows in (
        (
            "First quarter",
            (
                ("Rimba Hulu", "14", "62.5", "2"),
                ("Rimba Hilir", "9", "18.0", "0"),
                ("Bukit Rawa", "21", "240.0", "5"),
            ),
        ),
        (
            "Second quarter",
            (
                ("Rimba Hulu", "6", "11.5", "0"),
                ("Rimba Hilir", "17", "81.0", "3"),
                ("Bukit Rawa", "33", "415.5", "8"),
            ),
        ),
    ):
        office.slide_table(show, quarter, (("District", "Hotspots", "Area burnt", "Patrols called out"), *rows))
    office.slide(
        show,
        "Alert levels",
        "Yellow: more than 10 hotspots in a week",
        "Orange: more than 20 hotspots in a week, or any fire on peat",
        "Red: more than 40 hotspots in a week; all leave is cancelled except maternity leave",
        notes="The red level has not been declared since 2019.",
    )


_GRANT = (
    "<text:h text:outline-level='1'>Bantuan Rehabilitasi Rumah 2026</text:h>"
    "<text:h text:outline-level='2'>Rusak ringan</text:h>"
    "<text:p>Besar bantuan: Rp10.000.000</text:p><text:p>Waktu pengerjaan: 30 hari</text:p>"
    "<text:p>Syarat:</text:p><text:list><text:list-item><text:p>fotokopi KTP</text:p></text:list-item>"
    "<text:list-item><text:p>foto rumah</text:p></text:list-item></text:list>"
    "<text:h text:outline-level='2'>Rusak berat</text:h>"
    "<text:p>Besar bantuan: Rp45.000.000</text:p><text:p>Waktu pengerjaan: 90 hari</text:p>"
    "<text:p>Syarat:</text:p><text:list><text:list-item><text:p>fotokopi KTP</text:p></text:list-item>"
    "<text:list-item><text:p>surat keterangan tanah, kecuali untuk rumah di tanah adat</text:p></text:list-item>"
    "<text:list-item><text:p>berita acara pemeriksaan</text:p></text:list-item></text:list>"
    "<text:h text:outline-level='2'>Penyaluran</text:h>"
    + office.odt_table(
        "Tahap | Rusak ringan | Rusak berat",
        "I, setelah kontrak | 100% | 40%",
        "II, setelah atap terpasang | - | 35%",
        "III, setelah selesai | - | 25%",
    )
    + "<text:p>Permohonan diterima sampai 30 April 2026, untuk kecamatan kepulauan sampai 15 Mei 2026.</text:p>"
)

CASES = (
    Case(
        kind="units_under_bands",
        file="tarif-sewa-aset.xlsx",
        content=lambda: office.workbook(_rent),
        asks=(
            ask(
                "sewa kursi lipat di lapangan skrg brp per buah?",
                "2.250",
                never=("3.000", "2.500", "2.000"),
            ),
            ask(
                "Berapa tarif baru pertandingan malam di lapangan?",
                "825.000",
                never=("650.000", "500.000", "400.000"),
            ),
            ask("What discount (potongan) do schools get?", "50%|0,5", never=("25%", "0,25"), en=True),
            refuse("tarif baru mesin gilas per jam brp?"),
            refuse("Berapa potongan sewa bagi partai politik?"),
        ),
        lines=("GEDUNG SERBAGUNA", "Pesta pernikahan", "Kursi lipat", "LAPANGAN", "Kursi lipat", "ALAT BERAT"),
    ),
    Case(
        kind="a_decision_with_notes",
        file="sk-siaga-banjir.docx",
        content=_decision,
        asks=(
            ask(
                "honor kepala regu pas tanggap darurat brp sebulan?",
                "1.350.000",
                never=("1.200.000", "2.000.000", "975.000"),
            ),
            ask("Kapan juru masak dibayar honor siaga?", "dapur umum"),
            ask("What is the telephone number of Posko Hilir?", "555-118", never=("555-101",), en=True),
            refuse("telepon Posko Hulu brp?"),
            refuse("Berapa honor anggota pada tahun 2024?"),
        ),
        lines=("KESATU", "Kepala pelaksana", "Rp1.350.000", "Anggota", "Juru masak", "KETIGA", "555-118", "KEEMPAT"),
    ),
    Case(
        kind="the_same_table_of_two_quarters",
        file="fire-monitoring.pptx",
        content=lambda: office.slides(_quarters),
        asks=(
            ask(
                "How many hotspots did Rimba Hilir have in the second quarter?",
                "17",
                never=("9", "6", "33", "81.0"),
                en=True,
            ),
            ask(
                "How many hectares burnt in Rimba Hulu in the first half of 2026?",
                "74|74.0|74,0",
                never=("11.5", "62.5", "81.0"),
                en=True,
            ),
            ask("Which leave is not cancelled at the red level?", "maternity", en=True),
            refuse("How many hotspots did Bukit Rawa have in the third quarter?", en=True),
            refuse("How many firefighters took part in the patrols in Rimba Hulu?", en=True),
        ),
        lines=("First quarter", "62.5", "240.0", "Second quarter", "11.5", "415.5", "Alert levels", "Orange"),
    ),
    Case(
        kind="conditions_within_lists",
        file="bantuan-rumah.odt",
        content=lambda: office.odt(_GRANT),
        asks=(
            ask("rumah rusak berat dibantu brp?", "45.000.000", never=("10.000.000",)),
            ask(
                "Sampai tanggal berapa kecamatan kepulauan dapat mengajukan permohonan?",
                "15 Mei 2026|15 Mei",
                never=("30 April 2026",),
            ),
            ask(
                "What share is paid to heavily damaged (rusak berat) houses after the roof is in place?",
                "35%",
                never=("40%", "25%", "100%"),
                en=True,
            ),
            refuse("rumah rusak sedang bantuannya brp?"),
            refuse("Berapa rumah yang mendapat bantuan pada tahun 2026?"),
        ),
        lines=("Rp10.000.000", "foto rumah", "Rp45.000.000", "berita acara pemeriksaan", "Tahap", "15 Mei 2026"),
    ),
)
