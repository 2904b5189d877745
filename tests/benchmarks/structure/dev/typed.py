"""Word files that a program made, and PDF files out of a report generator."""

from typing import Any

from docx.oxml.ns import qn
from docx.shared import Pt
from reportlab.lib.pagesizes import A4, landscape

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.office import docx_of, docx_table
from tests.benchmarks.structure.writers.report import report, ruled, text, unruled


def _merged_header(made: Any) -> None:
    made.add_heading("Angka Stunting", 1)
    made.add_paragraph("Persentase balita stunting menurut kecamatan dan jenis kelamin.")
    rows = [
        ["Kecamatan", "2024", "", "2025", ""],
        ["", "Laki-laki", "Perempuan", "Laki-laki", "Perempuan"],
        ["Gisting", "14,2", "12,8", "11,9", "10,4"],
        ["Talang Padang", "17,5", "16,1", "15,3", "13,7"],
    ]
    docx_table(made, rows, [(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)])


def _groups(made: Any) -> None:
    made.add_heading("Biaya Perjalanan Dinas", 1)
    rows = [
        ["Tujuan", "Penginapan", "Uang harian"],
        ["Dalam provinsi", "", ""],
        ["Golongan III", "Rp420.000", "Rp150.000"],
        ["Golongan IV", "Rp560.000", "Rp180.000"],
        ["Luar provinsi", "", ""],
        ["Golongan III", "Rp730.000", "Rp380.000"],
        ["Golongan IV", "Rp990.000", "Rp430.000"],
    ]
    table = docx_table(made, rows, [(1, 0, 1, 2), (4, 0, 4, 2)])
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True


def _restarts(made: Any) -> None:
    made.add_heading("Alur Pengaduan", 1)
    made.add_heading("Lewat loket", 2)
    for step in ("Ambil nomor antrean.", "Isi formulir pengaduan.", "Terima tanda bukti."):
        made.add_paragraph(step, style="List Number")
    made.add_heading("Lewat telepon", 2)
    for step in ("Hubungi 1500-771.", "Sebutkan nomor KTP."):
        made.add_paragraph(step, style="List Number 2")


def _letterhead(made: Any) -> None:
    rows = [["Nomor", ":", "800/214/V.09/2026"], ["Sifat", ":", "Segera"], ["Hal", ":", "Undangan rapat koordinasi"]]
    docx_table(made, rows)
    made.add_paragraph("Dengan hormat, kami mengundang Saudara pada:")
    docx_table(
        made, [["Hari", ":", "Selasa, 14 Juli 2026"], ["Pukul", ":", "09.00 WIB"], ["Tempat", ":", "Aula Dinas Sosial"]]
    )
    made.add_paragraph("Demikian undangan ini disampaikan.")


def _nested(made: Any) -> None:
    made.add_heading("Kartu Inventaris Ruang", 1)
    outer = made.add_table(1, 2)
    outer.cell(0, 0).text = "Ruang Rapat"
    inner = outer.cell(0, 1).add_table(2, 2)
    for number, (name, count) in enumerate((("Kursi lipat", "60 buah"), ("Proyektor", "2 buah"))):
        inner.cell(number, 0).text, inner.cell(number, 1).text = name, count


def _raised(made: Any) -> None:
    made.add_heading("Jumlah Penduduk", 1)
    line = made.add_paragraph("Penduduk Kecamatan Natar berjumlah 192.410")
    line.add_run("2").font.superscript = True
    line.add_run(" jiwa, dengan luas 250 km")
    line.add_run("2").font.superscript = True
    line.add_run(".")
    hidden = made.add_paragraph().add_run("Angka sementara 188.000 jiwa.")
    hidden.font.size = Pt(9)
    hidden._r.get_or_add_rPr().append(hidden._r.makeelement(qn("w:vanish"), {}))


_VILLAGES = ("Banjar", "Cempaka", "Dadapan", "Enggal", "Fajar", "Gunung", "Harapan", "Indah", "Jaya", "Kencana")


def _long() -> bytes:
    rows = ["Pekon | Kegiatan utama yang dibiayai dana desa | Pagu (ribu rupiah) | Selesai"]
    rows += [
        f"Pekon {name} {part} | Pembangunan talud dan rabat beton di jalan menuju kebun warga tahap {number + 1} "
        f"| {310 + 17 * number + 5 * part}.500 | {(number * 7 + part) % 28 + 1} November 2025"
        for part in (1, 2, 3)
        for number, name in enumerate(_VILLAGES)
    ]
    return report(text("Daftar Kegiatan Dana Desa", "Heading1"), ruled(rows, (90, 210, 80, 90)))


def _columns() -> bytes:
    filler = "Petani di dataran tinggi memanen kopi satu kali setahun dan menjemurnya di lantai semen. " * 9
    return report(
        text("Warta Kebun", "Heading1"),
        text(filler),
        text("Harga kopi petik merah di gudang koperasi naik menjadi Rp68.500 per kilogram pada bulan Juni."),
        text(filler),
        text("Harga kopi asalan hanya Rp54.250 per kilogram."),
        text(filler),
        columns=2,
    )


def _spanned() -> bytes:
    rows = (
        "Kecamatan | Jalan (km) |  | Jembatan",
        " | Aspal | Tanah | ",
        "Ambarawa | 84,6 | 31,2 | 17",
        "Pagelaran | 102,3 | 27,9 | 22",
        "Sukoharjo | 91,0 | 40,4 | 14",
    )
    spans = (((0, 0), (0, 1)), ((1, 0), (2, 0)), ((3, 0), (3, 1)))
    return report(text("Prasarana Jalan", "Heading1"), ruled(rows, (120, 90, 90, 90), heads=2, spans=spans))


def _notes() -> bytes:
    return report(
        text("Angkutan Penyeberangan", "Heading1"),
        text("Penumpang pejalan kaki tercatat 48.720<super>1</super> orang selama masa mudik."),
        ruled(("Golongan | Tarif", "Sepeda motor | Rp54.000<super>2</super>", "Mobil | Rp428.000"), (150, 150)),
        text("<super>1</super> Tidak termasuk bayi.", "Italic"),
        text("<super>2</super> Sudah termasuk asuransi.", "Italic"),
    )


def _statement() -> bytes:
    rows = (
        "Uraian | 2025 | 2024",
        "Pendapatan pajak | 1.204.300 | 1.118.940",
        "Pendapatan retribusi | 86.210 | 91.775",
        "Jumlah pendapatan | 1.290.510 | 1.210.715",
        "Belanja pegawai | (702.400) | (688.125)",
        "Belanja modal | (315.060) | -",
    )
    return report(
        text("Ringkasan Laporan Keuangan", "Heading1"),
        text("(disajikan dalam jutaan rupiah)"),
        unruled(rows, (200, 100, 100)),
        size=landscape(A4),
    )


CASES = (
    Case(
        kind="levels",
        file="stunting.docx",
        content=lambda: docx_of(_merged_header),
        asks=(
            ask(
                "Berapa persen balita perempuan stunting di Gisting tahun 2025?", "10,4", never=("12,8", "11,9", "13,7")
            ),
            ask("What was the stunting rate of boys (laki-laki) in Talang Padang in 2024?", "17,5", en=True),
            refuse("Berapa persen balita laki-laki stunting di Gisting tahun 2023?"),
            refuse("Berapa persen balita stunting laki-laki di Pugung tahun 2025?"),
        ),
    ),
    Case(
        kind="row_groups",
        file="perjalanan-dinas.docx",
        content=lambda: docx_of(_groups),
        asks=(
            ask("Berapa uang harian golongan IV di luar provinsi?", "Rp430.000", never=("Rp180.000", "Rp990.000")),
            ask("Berapa biaya penginapan golongan III dalam provinsi?", "Rp420.000", never=("Rp730.000", "Rp150.000")),
            refuse("Berapa uang harian golongan II di luar provinsi?"),
            refuse("Berapa uang harian golongan IV di luar negeri?"),
        ),
    ),
    Case(
        kind="list_marks",
        file="alur-pengaduan.docx",
        content=lambda: docx_of(_restarts),
        asks=(
            ask("Nomor telepon berapa yang dihubungi untuk pengaduan?", "1500-771"),
            refuse("Bagaimana cara mengadu lewat surat elektronik?"),
        ),
        lines=(
            "Lewat loket",
            "1. Ambil nomor antrean",
            "3. Terima tanda bukti",
            "Lewat telepon",
            "1. Hubungi 1500-771",
        ),
    ),
    Case(
        kind="form",
        file="undangan-rakor.docx",
        content=lambda: docx_of(_letterhead),
        asks=(
            ask("Di mana rapat koordinasi diadakan?", "Aula Dinas Sosial"),
            ask("Berapa nomor surat undangan itu?", "800/214/V.09/2026"),
            ask("What time does the meeting start?", "09.00", en=True),
            refuse("Siapa yang memimpin rapat koordinasi?"),
        ),
    ),
    Case(
        kind="nested_tables",
        file="inventaris.docx",
        content=lambda: docx_of(_nested),
        asks=(
            ask("Berapa kursi lipat di Ruang Rapat?", "60", never=("2",)),
            refuse("Berapa meja di Ruang Rapat?"),
        ),
        lines=("Ruang Rapat", "Kursi lipat", "60 buah", "Proyektor", "2 buah"),
    ),
    Case(
        kind="note_marks",
        file="penduduk-natar.docx",
        content=lambda: docx_of(_raised),
        asks=(
            ask("Berapa penduduk Kecamatan Natar?", "192.410", never=("192.4102", "188.000")),
            ask("Berapa luas Kecamatan Natar?", "250"),
            refuse("Berapa penduduk laki-laki Kecamatan Natar?"),
        ),
        gone=("188.000",),
    ),
    Case(
        kind="pdf_wrapped_cells",
        file="dana-desa.pdf",
        content=_long,
        asks=(
            ask("Berapa pagu kegiatan Pekon Harapan 2?", "422.500", never=("417.500", "427.500")),
            ask("Kapan kegiatan Pekon Kencana 3 selesai?", "11 November 2025"),
            refuse("Berapa pagu kegiatan Pekon Lestari 2?"),
            refuse("Berapa pagu kegiatan Pekon Harapan 4?"),
        ),
    ),
    Case(
        kind="text_columns",
        file="warta-kebun.pdf",
        content=_columns,
        asks=(
            ask("Berapa harga kopi petik merah di gudang koperasi?", "Rp68.500", never=("Rp54.250",)),
            refuse("Berapa harga kakao di gudang koperasi?"),
        ),
        lines=("naik menjadi Rp68.500 per kilogram pada bulan Juni", "Harga kopi asalan hanya Rp54.250 per kilogram"),
    ),
    Case(
        kind="levels",
        file="jalan.pdf",
        content=_spanned,
        asks=(
            ask("Berapa kilometer jalan tanah di Pagelaran?", "27,9", never=("102,3", "40,4")),
            ask("How many bridges are there in Ambarawa?", "17", never=("22", "14"), en=True),
            refuse("Berapa kilometer jalan beton di Pagelaran?"),
            refuse("Berapa jembatan di Pardasuka?"),
        ),
    ),
    Case(
        kind="note_marks",
        file="penyeberangan.pdf",
        content=_notes,
        asks=(
            ask("Berapa penumpang pejalan kaki selama mudik?", "48.720", never=("48.7201",)),
            ask(
                "How much is the ferry fare for a motorcycle (sepeda motor)?", "Rp54.000", never=("Rp428.000",), en=True
            ),
            refuse("Berapa tarif penyeberangan untuk bus?"),
        ),
        lines=("48.720", "Sepeda motor", "Rp54.000", "Mobil", "Rp428.000"),
    ),
    Case(
        kind="negative",
        file="laporan-keuangan.pdf",
        content=_statement,
        asks=(
            ask("Berapa pendapatan retribusi tahun 2024?", "91.775", never=("86.210", "1.118.940")),
            ask("Berapa belanja modal tahun 2024?", "-", never=("315.060", "688.125"), refusable=True),
            ask("How much was collected in taxes (pendapatan pajak) in 2025?", "1.204.300", en=True),
            refuse("Berapa belanja hibah tahun 2025?"),
        ),
    ),
)
