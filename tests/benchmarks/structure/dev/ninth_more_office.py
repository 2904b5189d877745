"""Office files: who does which step, schools by district with ticks, plan and actual of two years, a lease of two."""

from typing import Any

from openpyxl.comments import Comment

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office, word

_STEPS = (
    ("No", "Uraian kegiatan", "Pelaksana", "", "", "Mutu baku", "", ""),
    ("", "", "Petugas loket", "Verifikator", "Kepala bidang", "Kelengkapan", "Waktu", "Keluaran"),
    ("1", "Menerima berkas dan mencatatnya", "√", "", "", "Ijazah asli dan salinan", "10 menit", "Tanda terima"),
    ("2", "Mencocokkan salinan dengan aslinya", "", "√", "", "Salinan ijazah", "25 menit", "Salinan terperiksa"),
    ("3", "Memberi paraf pada salinan", "", "√", "", "Salinan terperiksa", "5 menit", "Salinan berparaf"),
    ("4", "Menandatangani dan memberi cap", "", "", "√", "Salinan berparaf", "15 menit", "Salinan sah"),
    ("5", "Menyerahkan hasil kepada pemohon", "√", "", "", "Tanda terima", "5 menit", "Bukti penyerahan"),
)


def _procedure(document: Any) -> None:
    document.add_heading("SOP Legalisasi Ijazah Dinas Pendidikan Rawa Indah", 1)
    document.add_paragraph("Nomor SOP: 420/31/2026")
    office.docx_table(document, _STEPS, ((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4), (0, 5, 0, 7)))
    document.add_paragraph("Catatan: untuk ijazah luar negeri, langkah 2 dikerjakan paling lama 2 hari kerja.")


def _cells(*texts: str, down: int = 1) -> str:
    """A row of a table; "^" stands for the rest of a cell above, `down`: over how many rows the first one goes."""
    inside = []
    for number, text in enumerate(texts):
        over = f' table:number-rows-spanned="{down}"' if down > 1 and not number else ""
        whole = f"<table:table-cell{over}><text:p>{text}</text:p></table:table-cell>"
        inside.append("<table:covered-table-cell/>" if text == "^" else whole)
    return f"<table:table-row>{''.join(inside)}</table:table-row>"


def _schools() -> bytes:
    table = (
        _cells("Kecamatan", "Sekolah", "Perpustakaan", "Jamban", "Komputer (unit)")
        + _cells("Tanjung Lada", "SDN Karang Pucung", "v", "v", "12", down=2)
        + _cells("^", "SDN Muara Bubu", "-", "v *)", "4")
        + _cells("Pulau Rimau", "SDN Batu Menyan", "v", "-", "0", down=3)
        + _cells("^", "SDN Kelagi", "-", "-", "7")
        + _cells("^", "SDN Legun", "v", "v", "15")
    )
    return office.odt(
        '<text:h text:outline-level="1">SARANA SEKOLAH PESISIR KABUPATEN RAWA INDAH</text:h>'
        "<text:p>Keadaan 2 Maret 2026. v = ada; - = tidak ada.</text:p>"
        f'<table:table table:name="Sarana"><table:table-column table:number-columns-repeated="5"/>{table}</table:table>'
        "<text:p>*) tidak dapat dipakai sejak banjir Januari 2026</text:p>"
    )


_FUEL: tuple[tuple[Any, ...], ...] = (
    ("North Quay 1)", 64, 310, 296, 325, 248),
    ("Lagoon Mouth", 41, 185, 185, 190, 201),
    ("Old Jetty (closed)", 12, 90, 99, 0, 0),
    ("Coral Point", 88, 402, 377, 420, 415),
    ("Mangrove Pier", 27, 114, 109, 130, 118),
    ("Total", 220, 1011, 967, 1065, 982),
)


def _fuel(book: Any) -> None:
    sheet = book.active
    sheet.title = "Support"
    sheet.append(("Fuel support to small fishing boats",))
    sheet.append(("IDR million",))
    sheet.append(())
    sheet.append(("Landing place", "Boats", "2023", None, "2024", None))
    sheet.append((None, None, "Plan", "Actual", "Plan", "Actual"))
    for row in _FUEL:
        sheet.append(row)
    sheet.append(("1) The actual figure for 2024 covers January to October only.",))
    sheet.append(("Source: Fisheries Office",))
    for place in ("A4:A5", "B4:B5", "C4:D4", "E4:F4", "A12:F12"):
        sheet.merge_cells(place)
    sheet.row_dimensions[8].hidden = True
    sheet["F9"].comment = Comment("Checked against the bank statement", "Treasurer")


def _lease() -> bytes:
    def party(*rows: tuple[str, str]) -> str:
        return word.table(*(word.row(label, ":", value) for label, value in rows), columns=3)

    due = word.table(
        word.row("Termin", "Persentase", "Jatuh tempo", "Jumlah (Rp)", header=True),
        word.row("I", "40%", "10 Februari 2026", "14.400.000"),
        word.row("II", "35%", "10 Juni 2026", "12.600.000"),
        word.row("III", "25%", "10 Oktober 2026", "9.000.000"),
        word.row(word.cell("Jumlah", columns=3), "36.000.000"),
        columns=4,
    )
    return word.word(
        word.p("PERJANJIAN SEWA KIOS DERMAGA TELUK SEMANGKIR", "Title")
        + word.p("PIHAK PERTAMA")
        + party(("Nama", "UPT Dermaga Teluk Semangkir"), ("Alamat", "Jalan Nelayan 4"), ("Telepon", "(0729) 550014"))
        + word.p("PIHAK KEDUA")
        + party(("Nama", "Koperasi Mina Sejati"), ("Alamat", "Jalan Karang 19"), ("Objek sewa", "Kios B-7 dan B-8"))
        + word.p("Pasal 3 Pembayaran", "Heading2")
        + word.p("PIHAK KEDUA membayar sewa dalam tiga termin:")
        + due
        + word.p("Pasal 4 Denda", "Heading2")
        + word.text_of(
            "(1) Keterlambatan dikenai denda 0,1% per hari dari jumlah termin.",
            "(2) Denda tidak dikenakan selama dermaga ditutup karena gelombang pasang.",
        )
    )


CASES = (
    Case(
        kind="steps_and_actors",
        file="sop-legalisasi-ijazah.docx",
        content=lambda: office.docx_of(_procedure),
        asks=(
            ask(
                "Siapa yang memberi paraf pada salinan ijazah?", "Verifikator", never=("Petugas loket", "Kepala bidang")
            ),
            ask("Adding up all five steps, how many minutes does it take?", "60|1 jam|1 hour", en=True),
            ask("klo ijazahnya dr luar negeri, nyocokinnya brp lama?", "2 hari kerja", never=("25 menit", "10 menit")),
            refuse("legalisir ijazah bayar brp?"),
            refuse("Apa keluaran langkah keenam?"),
        ),
        lines=(
            "420/31/2026",
            "Menerima berkas",
            "10 menit",
            "25 menit",
            "Memberi paraf",
            "Salinan sah",
            "2 hari kerja",
        ),
    ),
    Case(
        kind="spanned_rows_and_ticks",
        file="sarana-sekolah-pesisir.odt",
        content=_schools,
        asks=(
            ask(
                "sekolah mana aja di Pulau Rimau yg ga punya jamban?",
                "SDN Batu Menyan",
                "SDN Kelagi",
                never=("Legun", "Karang Pucung", "Muara Bubu"),
            ),
            ask("Berapa unit komputer di SDN Muara Bubu?", "4", never=("12", "7", "15")),
            ask("How many computers do the schools in Pulau Rimau have together?", "22", never=("38", "16"), en=True),
            refuse("SDN Legun punya brp jamban?"),
            refuse("Berapa komputer di SDN Karang Anyar?"),
        ),
        lines=(
            "Tanjung Lada",
            "SDN Muara Bubu",
            "4",
            "Pulau Rimau",
            "SDN Batu Menyan",
            "SDN Legun",
            "15",
            "Januari 2026",
        ),
    ),
    Case(
        kind="plan_and_actual",
        file="fuel-support-boats.xlsx",
        content=lambda: office.workbook(_fuel),
        asks=(
            ask(
                "Which landing place spent more than planned in 2024?",
                "Lagoon Mouth",
                never=("Coral Point", "North Quay", "Mangrove Pier", "Old Jetty"),
                en=True,
            ),
            ask("di Coral Point taun 2023 realisasinya brp juta?", "377", never=("402", "415", "420")),
            ask(
                "Angka realisasi 2024 untuk North Quay mencakup bulan apa sampai bulan apa?",
                "January to October|Januari sampai Oktober",
            ),
            refuse("rencana taun 2025 buat Mangrove Pier brp?"),
            refuse("How many litres of fuel did Coral Point receive in 2024?", en=True),
        ),
        lines=("Lagoon Mouth", "201", "Coral Point", "377", "Mangrove Pier", "January to October"),
        gone=("Old Jetty",),
    ),
    Case(
        kind="two_parties_and_instalments",
        file="sewa-kios-dermaga.docx",
        content=_lease,
        asks=(
            ask("alamatnya pihak kedua di mana?", "Jalan Karang 19", never=("Jalan Nelayan 4",)),
            ask(
                "termin kedua paling telat dibayar tgl brp?",
                "10 Juni 2026",
                never=("10 Februari 2026", "10 Oktober 2026"),
            ),
            ask("When is no fine charged for late payment?", "gelombang pasang", never=("0,1%",), en=True),
            refuse("Berapa nomor telepon Pihak Kedua?"),
            refuse("Berapa jumlah yang dibayar pada termin keempat?"),
        ),
        lines=(
            "PIHAK PERTAMA",
            "Jalan Nelayan 4",
            "PIHAK KEDUA",
            "Jalan Karang 19",
            "12.600.000",
            "36.000.000",
            "0,1%",
        ),
    ),
)
