"""Sheets, slides, OpenDocument, letters, JSON Lines."""

import json
from datetime import date
from typing import Any

from tests.benchmarks.structure.cases import Case, ask
from tests.benchmarks.structure.writers import office


def _merged(book: Any) -> None:
    sheet = book.active
    sheet.title = "Produksi"
    for row in (
        ("Kecamatan", "Padi", None, "Singkong", None),
        (None, 2024, 2025, 2024, 2025),
        ("Way Tuba", 5120, 5340, 880, 915),
        ("Blambangan", 4675, 4410, 1230, 1190),
    ):
        sheet.append(row)
    for area in ("A1:A2", "B1:C1", "D1:E1"):
        sheet.merge_cells(area)


def _dates(book: Any) -> None:
    sheet = book.active
    sheet.title = "Jadwal"
    sheet.append(("Kegiatan", "Tanggal", "Biaya"))
    sheet.append(("Kerja bakti", date(2026, 5, 17), 1500000))
    sheet.append(("Lomba mancing", date(2026, 6, 28), 4250000))
    for number in (2, 3):
        sheet.cell(number, 2).number_format = "DD/MM/YYYY"
        sheet.cell(number, 3).number_format = '"Rp" #,##0'
    sheet.append(("Rapat tertutup", date(2026, 7, 1), 990000))
    sheet.row_dimensions[4].hidden = True


def _show(show: Any) -> None:
    office.slide(show, "Pasar Tani Digital", "Peserta 85 petani", "Omzet Rp310 juta per bulan")
    office.slide(show, "Kendala", "Sinyal lemah di 6 dusun", notes="Menara baru dijanjikan bulan November 2026.")


def _odt() -> bytes:
    entries = ("fotokopi kartu keluarga", "surat keterangan sehat", "pas foto berwarna")
    listed = "".join(f"<text:list-item><text:p>{one}</text:p></text:list-item>" for one in entries)
    return office.odt(
        '<text:h text:outline-level="1">Penerimaan Kader Lingkungan</text:h>'
        f"<text:p>Pendaftar membawa:</text:p><text:list>{listed}</text:list>"
        + office.odt_table("Wilayah | Kader", "Utara | 16", "Selatan | 23")
    )


def _letter() -> bytes:
    html = (
        "<html><body><p>Pengambilan kartu peserta dilaksanakan <b>11 Mei 2026</b> di gedung kesenian.</p>"
        "<table><tr><th>Loket</th><th>Huruf awal</th></tr><tr><td>1</td><td>A sampai K</td></tr>"
        "<tr><td>2</td><td>L sampai Z</td></tr></table></body></html>"
    )
    sender = "Panitia Lomba <panitia@example.org>"
    text = "Pengambilan kartu peserta dilaksanakan 11 Mei 2026 di gedung kesenian.\n"
    return office.letter("Kartu peserta lomba", sender, "Fri, 01 May 2026 22:30:00 +0000", text, html=html)


def _lines() -> bytes:
    records = (
        {
            "id": "a",
            "title": "Sumur Resapan",
            "text": "<p>Dibangun 64 sumur resapan &amp; 12 biopori.</p><p>Biaya Rp96 juta.</p>",
        },
        {"id": "b", "title": "Taman Vertikal", "text": "Taman vertikal dibuat di 9 sekolah.\nBiaya Rp41 juta."},
    )
    return "\r\n".join(json.dumps(record) for record in records).encode()


CASES = (
    Case(
        kind="levels",
        file="produksi-padi.xlsx",
        content=lambda: office.workbook(_merged),
        asks=(
            ask("Berapa produksi singkong Way Tuba pada 2025?", "915", never=("880", "5340", "5.340", "1190", "1.190")),
            ask("Berapa produksi padi Blambangan pada 2024?", "4675|4.675", never=("4410", "4.410", "1230", "1.230")),
        ),
        lines=("Way Tuba", "880", "915", "Blambangan"),
    ),
    Case(
        kind="sheet",
        file="jadwal-warga.xlsx",
        content=lambda: office.workbook(_dates),
        asks=(
            ask("Kapan lomba mancing?", "28 Juni 2026", never=("17 Mei 2026",)),
            ask("Berapa biaya kerja bakti?", "1.500.000|1,5 juta", never=("4.250.000",)),
        ),
        lines=("Kerja bakti", "Lomba mancing"),
        gone=("Rapat tertutup",),
    ),
    Case(
        kind="csv",
        file="curah-hujan.csv",
        content='pos,"Januari, mm","Februari, mm"\n"Pos Argoguruh",312,287\n'
        '"Pos Way Rarem",245,301\n"Pos Batutegi",398,356\n',
        asks=(
            ask("Berapa curah hujan Pos Way Rarem pada Februari?", "301", never=("245", "287", "356")),
            ask(
                "Pos mana yang curah hujannya paling tinggi pada Januari?",
                "Pos Batutegi|Batutegi",
                never=("Argoguruh",),
            ),
        ),
        lines=("Pos Argoguruh", "312", "287", "Pos Way Rarem", "245", "301", "Pos Batutegi", "398", "356"),
    ),
    Case(
        kind="slides",
        file="pasar-tani.pptx",
        content=lambda: office.slides(_show),
        asks=(
            ask("Berapa omzet Pasar Tani Digital per bulan?", "Rp310 juta"),
            ask("When is the new tower promised?", "November 2026", en=True),
        ),
        lines=(
            "Peserta 85 petani",
            "Omzet Rp310 juta per bulan",
            "Kendala",
            "Sinyal lemah di 6 dusun",
            "November 2026",
        ),
    ),
    Case(
        kind="opendocument",
        file="kader-lingkungan.odt",
        content=_odt,
        asks=(
            ask("Apa saja yang dibawa pendaftar?", "kartu keluarga", "keterangan sehat", "pas foto"),
            ask("Berapa kader di wilayah Selatan?", "23", never=("16",)),
        ),
        lines=(
            "Pendaftar membawa",
            "fotokopi kartu keluarga",
            "surat keterangan sehat",
            "pas foto berwarna",
            "Utara",
            "16",
        ),
    ),
    Case(
        kind="mail",
        file="kartu-peserta.eml",
        content=_letter,
        asks=(
            ask("Kapan pengambilan kartu peserta dilaksanakan?", "11 Mei 2026"),
            ask("Di mana kartu peserta diambil?", "gedung kesenian"),
        ),
        lines=("Pengambilan kartu peserta dilaksanakan 11 Mei 2026 di gedung kesenian",),
        published=date(2026, 5, 2),
    ),
    Case(
        kind="json_lines",
        file="infrastruktur.jsonl",
        content=_lines,
        asks=(
            ask("Berapa biaya sumur resapan?", "Rp96 juta", never=("Rp41 juta",)),
            ask("Berapa sekolah yang dibuatkan taman vertikal?", "9", never=("64", "12")),
        ),
        lines=(
            "Dibangun 64 sumur resapan & 12 biopori",
            "Biaya Rp96 juta",
            "Taman vertikal dibuat di 9 sekolah",
            "Rp41 juta",
        ),
    ),
)
