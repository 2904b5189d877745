"""Office files with crosses in a grid, procedures with marks below who acts, tiles of figures, agreements."""

from typing import Any

from pptx.util import Inches

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word

_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat")
_ON_DUTY = (
    ("Lestari", "Senin", "Kamis"),
    ("Gunawan", "Selasa", "Jumat"),
    ("Maimunah", "Rabu"),
    ("Pratiwi", "Senin", "Selasa"),
)


def _duty(book: Any) -> None:
    sheet = book.active
    sheet.title = "Piket"
    sheet.append(["Jadwal Piket Malam Puskesmas Way Tuba"])
    sheet.append([])
    sheet.append(["No", "Nama Petugas", *_DAYS])
    for number, (name, *days) in enumerate(_ON_DUTY, start=1):
        sheet.append([number, name, *("√" if day in days else None for day in _DAYS)])
    sheet.freeze_panes = "A4"


def _procedure() -> bytes:
    def bold(*texts: str) -> list[str]:
        return [word.cell(text, bold=True) for text in texts]

    heads = (
        word.row(
            word.cell("No", merge="restart", bold=True),
            word.cell("Kegiatan", merge="restart", bold=True),
            word.cell("Pelaksana", columns=3, bold=True),
            word.cell("Mutu Baku", columns=3, bold=True),
        ),
        word.row(
            word.cell("", merge="continue"),
            word.cell("", merge="continue"),
            *bold("Pemohon", "Petugas Loket", "Kepala Bidang", "Kelengkapan", "Waktu", "Keluaran"),
        ),
    )
    steps = (
        word.row("1", "Mengajukan permohonan dan proposal", "●", "", "", "Proposal, KTP", "5 menit", "Permohonan"),
        word.row("2", "Memeriksa kelengkapan berkas", "", "●", "", "Permohonan", "15 menit", "Berkas lengkap"),
        word.row("3", "Menandatangani rekomendasi", "", "", "●", "Konsep surat", "1 hari", "Surat rekomendasi"),
        word.row("4", "Menyerahkan rekomendasi", "", "●", "", "Surat rekomendasi", "10 menit", "Tanda terima"),
    )
    body = word.p("SOP Rekomendasi Penelitian", "Title") + word.p("Berlaku di Badan Kesatuan Kabupaten Umpu.")
    return word.word(body + word.table(*heads, *steps, columns=8))


def _tiles(show: Any) -> None:
    office.slide(show, "Kinerja RSUD Tegal Mukti", "Laporan semester pertama 2025")
    made = show.slides.add_slide(show.slide_layouts[5])
    made.shapes.title.text = "Angka Utama"
    tiles = (("78,4%", "Tingkat hunian tempat tidur"), ("4,2 hari", "Rata-rata lama rawat"), ("1.206", "Persalinan"))
    for at, (value, label) in enumerate(tiles):
        for high, text in ((2, value), (3, label)):
            made.shapes.add_textbox(Inches(0.5 + 3 * at), Inches(high), Inches(2.5), Inches(0.8)).text_frame.text = text
    other = show.slides.add_slide(show.slide_layouts[5])
    other.shapes.title.text = "Tenaga"
    for at, (value, label) in enumerate((("37", "Dokter umum dan spesialis"), ("164", "Perawat dan bidan"))):
        box = other.shapes.add_textbox(Inches(0.5 + 4 * at), Inches(2), Inches(3.5), Inches(1.5))
        box.text_frame.text = f"{value}\n{label}"


_ARTICLES = (
    ("MAKSUD DAN TUJUAN", "Nota kesepahaman ini dimaksudkan untuk memperluas pelatihan perajin rotan."),
    (
        "RUANG LINGKUP",
        "Ruang lingkup meliputi pelatihan, magang, dan pemasaran anyaman rotan.",
    ),
    ("PEMBIAYAAN", "Biaya pelatihan ditanggung PIHAK KESATU, biaya magang ditanggung PIHAK KEDUA."),
    ("JANGKA WAKTU", "Nota kesepahaman ini berlaku selama 3 (tiga) tahun sejak ditandatangani."),
    ("PENYELESAIAN PERSELISIHAN", "Perselisihan diselesaikan dengan musyawarah dalam waktu 30 hari."),
)


def _agreement() -> bytes:
    body = word.p("NOTA KESEPAHAMAN") + word.p("TENTANG PENGEMBANGAN KERAJINAN ROTAN")
    body += word.p("Nomor: 415.4/27/NK/2025")
    body += word.p("Kepala Dinas Perindustrian Kota Rajabasa Lama, selanjutnya disebut PIHAK KESATU.")
    body += word.p("Direktur Koperasi Anyam Lestari, selanjutnya disebut PIHAK KEDUA.")
    for number, (title, text) in enumerate(_ARTICLES, start=1):
        body += word.p(f"PASAL {number}") + word.p(title) + word.p(text)
    return word.word(body)


CASES = (
    Case(
        kind="crossed_grid",
        file="piket-puskesmas.xlsx",
        content=lambda: office.workbook(_duty),
        asks=(
            ask("Siapa yang piket malam hari Rabu?", "Maimunah", never=("Lestari", "Gunawan", "Pratiwi")),
            ask("Hari apa saja Gunawan piket?", "Selasa", "Jumat", never=("Senin", "Rabu", "Kamis")),
            ask("Siapa saja yang piket hari Senin?", "Lestari", "Pratiwi", never=("Gunawan", "Maimunah")),
            refuse("Siapa yang piket malam hari Minggu?"),
        ),
        lines=("Lestari", "Gunawan", "Maimunah", "Pratiwi"),
    ),
    Case(
        kind="procedure_table",
        file="sop-rekomendasi.docx",
        content=_procedure,
        asks=(
            ask("Berapa lama pemeriksaan kelengkapan berkas?", "15 menit", never=("5 menit", "1 hari", "10 menit")),
            ask("Siapa yang menandatangani rekomendasi?", "Kepala Bidang", never=("Pemohon",), refusable=True),
            ask("Apa keluaran dari penyerahan rekomendasi?", "Tanda terima"),
            ask("Apa langkah kedua dalam SOP itu?", "Memeriksa kelengkapan berkas"),
            refuse("Berapa biaya rekomendasi penelitian?"),
        ),
        lines=(
            "Mengajukan permohonan dan proposal",
            "15 menit",
            "Menandatangani rekomendasi",
            "1 hari",
            "Tanda terima",
        ),
    ),
    Case(
        kind="value_above_label",
        file="kinerja-rsud.pptx",
        content=lambda: office.slides(_tiles),
        asks=(
            ask("Berapa tingkat hunian tempat tidur RSUD Tegal Mukti?", "78,4", never=("4,2", "1.206")),
            ask("Berapa rata-rata lama rawat?", "4,2 hari", never=("78,4", "1.206")),
            ask("How many nurses and midwives (perawat dan bidan) are there?", "164", never=("37",), en=True),
            refuse("Berapa jumlah operasi jantung?"),
        ),
        lines=("78,4%", "4,2 hari", "1.206", "37", "164"),
    ),
    Case(
        kind="titled_articles",
        file="nota-kesepahaman.docx",
        content=_agreement,
        asks=(
            ask("Berapa lama nota kesepahaman itu berlaku?", "3 (tiga) tahun|3 tahun|tiga tahun", never=("30 hari",)),
            ask("Apa isi Pasal 2?", "pelatihan, magang, dan pemasaran", never=("musyawarah",)),
            ask("Siapa yang menanggung biaya magang?", "PIHAK KEDUA|Koperasi Anyam Lestari"),
            refuse("Apa isi Pasal 9?"),
            refuse("Berapa jumlah perajin rotan yang dilatih?"),
        ),
        lines=("PASAL 1", "MAKSUD DAN TUJUAN", "PASAL 3", "PEMBIAYAAN", "JANGKA WAKTU", "30 hari"),
    ),
)
