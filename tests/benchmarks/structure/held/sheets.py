"""Workbooks and delimited files."""

from typing import Any

from tests.benchmarks.structure.cases import Case, ask, refuse
from tests.benchmarks.structure.writers.office import workbook


def _filled(*told: tuple[object, ...], merged: tuple[str, ...] = (), formats: dict[str, str] | None = None) -> bytes:
    def fill(book: Any) -> None:
        for row in told:
            book.active.append(row)
        for cells in merged:
            book.active.merge_cells(cells)
        for cell, form in (formats or {}).items():
            book.active[cell].number_format = form

    return workbook(fill)


def _two_sheets() -> bytes:
    def fill(book: Any) -> None:
        first, second = book.active, book.create_sheet("Gudang Selatan")
        first.title = "Gudang Utara"
        for sheet, counts in ((first, (310, 45)), (second, (128, 77))):
            for row in (("Barang", "Stok"), ("Tikar", counts[0]), ("Tenda", counts[1])):
                sheet.append(row)

    return workbook(fill)


CASES = (
    Case(
        kind="sheet",
        file="listrik-kampung.xlsx",
        content=lambda: _filled(
            ("Sambungan listrik tenaga surya", None, None, None, None),
            ("Kampung", "2024", None, "2025", None),
            (None, "Rumah", "Sekolah", "Rumah", "Sekolah"),
            ("Wono Agung", 140, 3, 176, 4),
            ("Mekar Asri", 95, 1, 133, 2),
            merged=("A1:E1", "A2:A3", "B2:C2", "D2:E2"),
        ),
        asks=(
            ask("Berapa rumah di Mekar Asri yang tersambung pada 2025?", "133", never=("95", "176", "2")),
            ask("Berapa sekolah di Wono Agung yang tersambung pada 2024?", "3", never=("4", "140")),
            refuse("Berapa rumah di Tunas Jaya yang tersambung pada 2025?"),
        ),
        lines=("Wono Agung", "140", "3", "176", "4"),
    ),
    Case(
        kind="sheet",
        file="stok-gudang.xlsx",
        content=_two_sheets,
        asks=(
            ask("Berapa stok tenda di Gudang Selatan?", "77", never=("45", "128", "310")),
            ask("Berapa stok tikar di Gudang Utara?", "310", never=("128", "45")),
            refuse("Berapa stok genset di Gudang Utara?"),
        ),
    ),
    Case(
        kind="sheet",
        file="kinerja-bumdes.xlsx",
        content=lambda: _filled(
            ("Unit usaha", "Laba", "Pertumbuhan"),
            ("Penyewaan traktor", 38500000, 0.125),
            ("Toko tani", 21750000, 0.08),
            formats={"B2": '"Rp" #,##0', "B3": '"Rp" #,##0', "C2": "0.0%", "C3": "0.0%"},
        ),
        asks=(
            ask("Berapa persen pertumbuhan penyewaan traktor?", "12,5%|12.5%|12,5", never=("0,125", "8,0")),
            ask("Berapa laba toko tani?", "Rp 21.750.000|21.750.000", never=("38.500.000",)),
            refuse("Berapa laba unit simpan pinjam?"),
        ),
    ),
    Case(
        kind="csv",
        file="jembatan.csv",
        content="Nama jembatan;Panjang (m);Lebar (m);Kondisi\nJembatan Way Sabuk;48;6;baik\n"
        "Jembatan Way Umpu;112;7;rusak ringan\n",
        asks=(
            ask("Berapa panjang Jembatan Way Umpu?", "112", never=("48", "7")),
            ask("Bagaimana kondisi Jembatan Way Sabuk?", "baik", never=("rusak ringan",)),
            refuse("Berapa panjang Jembatan Way Pisang?"),
        ),
    ),
    Case(
        kind="csv",
        file="relawan.csv",
        content="Nama,Kecamatan,Keahlian,Nomor anggota\nYusuf Effendi,Kedondong,montir,R-014\n"
        "Marwan Syah,Gedong Tataan,juru masak,R-022\nNining Astuti,Kedondong,perawat,R-031\n",
        asks=(
            ask("Apa keahlian Marwan Syah?", "juru masak", never=("montir", "perawat")),
            ask("Siapa yang bernomor anggota R-031?", "Nining Astuti", never=("Yusuf Effendi", "Marwan Syah")),
            refuse("Apa keahlian Burhan Jaya?"),
        ),
    ),
    Case(
        kind="csv",
        file="curah-hujan.tsv",
        content="Stasiun\tJan\tFeb\tMar\tApr\nKota Agung\t301\t287\t244\t198\nBatu Brak\t412\t365\t330\t276\n",
        asks=(
            ask("Berapa curah hujan di Batu Brak pada bulan Maret?", "330", never=("365", "244", "276")),
            ask("How much rain fell at Kota Agung in February?", "287", never=("301", "365"), en=True, refusable=True),
            refuse("Berapa curah hujan di Krui pada bulan Maret?"),
        ),
    ),
)
