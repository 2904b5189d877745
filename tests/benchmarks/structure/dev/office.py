"""Sheets, slides, OpenDocument, letters, JSON Lines."""

import json
from datetime import date
from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers import office


def _sheet(book: Any) -> None:
    sheet = book.active
    sheet.title = "Anggaran"
    for row in (
        ("Rincian Belanja Kelurahan Tahun 2026", None, None),
        ("Kegiatan", "Pagu", "Serapan"),
        ("Perbaikan drainase", 125000000, 0.62),
        ("Pengadaan lampu", 48000000, 0.875),
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    for number in (3, 4):
        sheet.cell(number, 2).number_format = '"Rp"#,##0'
        sheet.cell(number, 3).number_format = "0.0%"
    secret = book.create_sheet("Konsep")
    secret.append(("Kegiatan", "Pagu"))
    secret.append(("Perbaikan drainase", 99000000))
    secret.sheet_state = "hidden"


def _visits(book: Any) -> None:
    sheet = book.active
    sheet.title = "Kunjungan"
    rows = (
        ("Pantai", 2024, 2025),
        ("Pasir Putih", 18250, 20110),
        ("Batu Layar", 7400, 6980),
        ("Ujung Karang", 950, 1205),
    )
    for row in rows:
        sheet.append(row)


def _show(show: Any) -> None:
    office.slide(
        show,
        "Program Air Bersih Perdesaan",
        "Sasaran 14 desa",
        "Dana Rp2,6 miliar",
        notes="Serah terima sumur pertama direncanakan 2 Juli 2026.",
    )
    office.slide_table(
        show,
        "Capaian sambungan rumah",
        [("Desa", "Target", "Capaian"), ("Kalirejo", "300", "270"), ("Bangunrejo", "180", "192")],
    )


def _odt() -> bytes:
    return office.odt(
        '<text:h text:outline-level="1">Lumbung Pangan Desa</text:h>'
        "<text:p>Lumbung menyimpan gabah milik anggota.</text:p>"
        + office.odt_table("Kepala lumbung | Suwarno", "Juru timbang | Marsiti", "Isi lumbung | 18 ton")
    )


def _letter() -> bytes:
    return office.letter(
        "Jadwal pemadaman listrik",
        "Humas Perusahaan Listrik <humas@example.org>",
        "Tue, 03 Mar 2026 09:15:00 +0700",
        "Pemadaman bergilir di Kelurahan Gunung Sari berlangsung pukul 10.00 sampai 13.00 pada 6 Maret 2026.\n",
    )


def _lines() -> bytes:
    records = (
        {
            "id": "kabar-1",
            "title": "Pasar Murah",
            "text": "<p>Pasar murah menjual gula&nbsp;seharga <b>Rp14.500</b> per kilogram.</p><p>Stok 3 ton.</p>",
            "published": "2026-03-01",
        },
        {"id": "kabar-2", "title": "Pasar Ikan", "text": "<ul><li>Tongkol Rp32.000</li><li>Kembung Rp38.000</li></ul>"},
    )
    return "\r".join(json.dumps(record, ensure_ascii=False) for record in records).encode()


CASES = (
    Case(
        kind="sheet",
        file="belanja-kelurahan.xlsx",
        content=lambda: office.workbook(_sheet),
        asks=(
            ask("Berapa pagu perbaikan drainase?", "125.000.000|125 juta", never=("99.000.000", "48.000.000")),
            ask("Berapa persen serapan pengadaan lampu?", "87,5%|87.5%", never=("62%", "0,875")),
        ),
        lines=("Rincian Belanja Kelurahan Tahun 2026", "Perbaikan drainase", "Pengadaan lampu"),
        gone=("99000000", "Rp99.000.000"),
    ),
    Case(
        kind="total",
        file="kunjungan-pantai.xlsx",
        content=lambda: office.workbook(_visits),
        asks=(
            ask("Berapa kunjungan ke Batu Layar pada 2025?", "6.980|6980", never=("7.400", "7400", "20.110", "1.205")),
            ask("Berapa total kunjungan ketiga pantai pada 2025?", "28.295|28295", never=("20.110",), refusable=True),
            ask("Which beach had the fewest visits in 2024?", "Ujung Karang", never=("Batu Layar",), en=True),
        ),
        lines=("Pasir Putih", "Batu Layar", "Ujung Karang"),
    ),
    Case(
        kind="csv",
        file="harga-pangan.csv",
        content="Komoditas;Pasar Kopindo;Pasar Cendrawasih\nCabai rawit;41.500;43.000\nBawang putih;36.000;35.250\n"
        "Telur ayam;27.800;28.100\n",
        asks=(
            ask("Berapa harga bawang putih di Pasar Cendrawasih?", "35.250", never=("36.000", "43.000", "28.100")),
            ask("What do chicken eggs (telur ayam) cost at Pasar Kopindo?", "27.800", never=("28.100",), en=True),
        ),
        lines=("Cabai rawit", "41.500", "43.000", "Bawang putih", "36.000", "35.250", "Telur ayam", "27.800"),
    ),
    Case(
        kind="slides",
        file="air-perdesaan.pptx",
        content=lambda: office.slides(_show),
        asks=(
            ask("Berapa capaian sambungan rumah di Bangunrejo?", "192", never=("180", "270", "300")),
            ask("Kapan serah terima sumur pertama direncanakan?", "2 Juli 2026"),
        ),
        lines=("Sasaran 14 desa", "Dana Rp2,6 miliar", "2 Juli 2026", "Capaian sambungan rumah", "Kalirejo", "192"),
    ),
    Case(
        kind="opendocument",
        file="lumbung.odt",
        content=_odt,
        asks=(
            ask("Siapa juru timbang lumbung pangan desa?", "Marsiti", never=("Suwarno",)),
            refuse("Siapa bendahara lumbung pangan desa?"),
        ),
        lines=(
            "Lumbung menyimpan gabah milik anggota",
            "Kepala lumbung",
            "Suwarno",
            "Juru timbang",
            "Marsiti",
            "18 ton",
        ),
    ),
    Case(
        kind="mail",
        file="pemadaman.eml",
        content=_letter,
        asks=(ask("Pukul berapa pemadaman bergilir di Gunung Sari berlangsung?", "10.00"),),
        lines=("Jadwal pemadaman listrik", "Kelurahan Gunung Sari berlangsung pukul 10.00 sampai 13.00"),
        published=date(2026, 3, 3),
    ),
    Case(
        kind="json_lines",
        file="kabar.jsonl",
        content=_lines,
        asks=(
            ask("Berapa harga gula di pasar murah?", "Rp14.500", never=("Rp32.000", "Rp38.000")),
            ask("Berapa harga ikan kembung?", "Rp38.000", never=("Rp32.000", "Rp14.500")),
        ),
        lines=("menjual gula seharga Rp14.500 per kilogram", "Stok 3 ton", "Tongkol Rp32.000", "Kembung Rp38.000"),
        published=date(2026, 3, 1),
    ),
)
