import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from rag.documents.blocks import RawPage
from rag.documents.cleaning import clean
from rag.documents.loaders.sheets import delimited, xlsx
from rag.errors import UnreadableDocument
from rag.types import Notice, NoticeKind, Omission
from tests.rag.documents.loaders.word import archive

WHERE = Path("rekap.xlsx")
Rows = list[list[object]]
TEACHERS: Rows = [["Desa", "Guru SD", "Guru SMP"], ["Sukajadi", 7, 9], ["Sukamaju", 12, 15]]


def workbook(build: Callable[[Workbook], None]) -> bytes:
    book, buffer = Workbook(), io.BytesIO()
    build(book)
    book.save(buffer)
    return buffer.getvalue()


def page(rows: Rows, then: Callable[[Worksheet], object] = lambda sheet: None) -> RawPage:
    def build(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for row in rows:
            sheet.append(row)
        then(sheet)

    return xlsx.parse(workbook(build), WHERE)


def text(read: RawPage) -> str:
    return clean(read, "d").text


def test_a_sheet_is_a_table_with_its_names() -> None:
    assert text(page(TEACHERS)) == (
        "Desa: Sukajadi; Guru SD: 7; Guru SMP: 9\nDesa: Sukamaju; Guru SD: 12; Guru SMP: 15"
    )


def test_values_are_shown_as_in_the_sheet() -> None:
    def formats(sheet: Worksheet) -> None:
        sheet["B2"].number_format = '"Rp"#,##0'
        sheet["C2"].number_format = "0.0%"
        sheet["D2"].number_format = "d mmmm yyyy"

    rows: Rows = [["Kegiatan", "Anggaran", "Realisasi", "Selesai"], ["Jalan desa", 1250000, 0.875, date(2025, 11, 7)]]
    assert text(page(rows, formats)) == (
        "Kegiatan: Jalan desa; Anggaran: Rp1.250.000; Realisasi: 87,5%; Selesai: 7 November 2025"
    )


def test_merged_header_cells_join_with_the_names_below() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:A2")
        sheet.merge_cells("B1:C1")

    rows: Rows = [["Kabupaten", "Jumlah Peserta", None], [None, 2024, 2025], ["Pringsewu", 287, 412]]
    assert text(page(rows, merge)) == "Kabupaten: Pringsewu; Jumlah Peserta 2024: 287; Jumlah Peserta 2025: 412"


def test_hidden_rows_columns_and_sheets_are_left_out_and_said() -> None:
    def build(book: Workbook) -> None:
        sheet = book.worksheets[0]
        for row in TEACHERS:
            sheet.append(row)
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True
        secret = book.create_sheet("Rahasia")
        secret.append(["Jangan dibaca"])
        secret.sheet_state = "hidden"

    read = xlsx.parse(workbook(build), WHERE)
    assert text(read) == "Desa: Guru SD\nSukamaju: 12"
    assert [each.text for each in read.left_out] == ["Sukajadi 7 9"]
    assert read.notices == (
        Notice(NoticeKind.HIDDEN_SHEET, name="Rahasia"),
        Notice(NoticeKind.HIDDEN_CELLS, name="Sheet", count=1, columns=1),
    )


@pytest.mark.parametrize("mark", ["table", "frozen", "filter", "print", "bold", "shaded"])
def test_a_header_of_words_is_known_by_whatever_marks_it(mark: str) -> None:
    def marked(sheet: Worksheet) -> None:
        match mark:
            case "table":
                sheet.add_table(Table(displayName="Pengurus", ref="A1:C3"))
            case "frozen":
                sheet.freeze_panes = "A2"
            case "filter":
                sheet.auto_filter.ref = "A1:C3"
            case "print":
                sheet.print_title_rows = "1:1"
            case "bold":
                for cell in sheet[1]:
                    cell.font = Font(bold=True)
            case "shaded":
                for cell in sheet[1]:
                    cell.fill = PatternFill("solid", fgColor="FFD9D9D9")

    rows: Rows = [["Jabatan", "Nama", "Desa"], ["Ketua", "Ratna", "Sukajadi"], ["Sekretaris", "Budi", "Sukamaju"]]
    assert text(page(rows)).startswith("Jabatan; Nama; Desa")
    assert text(page(rows, marked)).startswith("Jabatan: Ketua; Nama: Ratna; Desa: Sukajadi")


def test_sheets_with_names_are_sections() -> None:
    def build(book: Workbook) -> None:
        for name in ("Guru", "Murid"):
            sheet = book.create_sheet(name)
            for row in TEACHERS:
                sheet.append(row)
        book.remove(book.worksheets[0])

    document = clean(xlsx.parse(workbook(build), WHERE), "d")
    assert [document.text[h.start : h.end] for h in document.headings] == ["Guru", "Murid"]


def test_struck_out_values_are_not_read() -> None:
    def strike(sheet: Worksheet) -> None:
        sheet["B2"].font = Font(strike=True)

    read = page(TEACHERS, strike)
    assert "7" not in text(read)
    assert [(each.text, each.reason) for each in read.left_out] == [("7", Omission.STRUCK)]


def test_formulas_that_were_never_computed_are_said() -> None:
    read = page([["Desa", "Jumlah", "x"], ["A", "=1+1", 3]])
    assert read.notices == (Notice(NoticeKind.NEVER_COMPUTED, name="Sheet", count=1),)


def test_an_english_sheet_keeps_its_commas() -> None:
    def formats(sheet: Worksheet) -> None:
        sheet["B2"].number_format = "#,##0.00"

    rows: Rows = [["Name of the village", "Budget for this year", "Notes"], ["Sukajadi", 1250000.5, 1]]
    assert "1,250,000.50" in text(page(rows, formats))


def test_a_sheet_too_long_is_cut_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MAX_CELLS", 6)
    read = page(TEACHERS)
    assert "Sukamaju" not in text(read)
    assert read.notices == (Notice(NoticeKind.LONG_SHEET, name="Sheet", count=2),)


def test_names_of_the_iso_standard_are_read_too() -> None:
    usual = b"http://schemas.openxmlformats.org/"
    data = workbook(lambda book: book.worksheets[0].append(["Desa", "Sukajadi"]))
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        held = {name: source.read(name) for name in source.namelist()}
    for old, new in (
        (b"spreadsheetml/2006/main", b"spreadsheetml/main"),
        (b"officeDocument/2006/", b"officeDocument/"),
    ):
        held = {name: part.replace(usual + old, b"http://purl.oclc.org/ooxml/" + new) for name, part in held.items()}
    assert text(xlsx.parse(archive(held), WHERE)) == "Desa: Sukajadi"


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", archive({"xl/workbook.xml": "<broken"})])
def test_a_damaged_workbook_says_what_to_do(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="open and save it again"):
        xlsx.parse(data, WHERE)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_values_are_parted_by_whatever_sign_does_it(sign: str) -> None:
    data = sign.join(["desa", "guru", "alamat"]) + "\n" + sign.join(["Sukajadi", "7", '"Jalan Contoh, 2; Atas | B"'])
    assert text(delimited.parse(data.encode(), WHERE)) == "desa: Sukajadi; guru: 7; alamat: Jalan Contoh, 2; Atas | B"


def test_a_first_line_may_name_the_sign_and_old_encodings_are_read() -> None:
    data = "sep=;\r\nnama;biaya;ket\r\nKafé;12,5;x\r\n".encode("cp1252")
    assert text(delimited.parse(data, WHERE)) == "nama: Kafé; biaya: 12,5; ket: x"


def test_a_quoted_value_may_hold_line_ends() -> None:
    assert text(delimited.parse(b'nama,alamat,no\nAni,"Jalan A\nKota B",7\n', WHERE)) == (
        "nama: Ani; alamat: Jalan A Kota B; no: 7"
    )


def test_a_quotation_that_never_ends_is_an_error() -> None:
    with pytest.raises(UnreadableDocument, match="no end"):
        delimited.parse(b'a,b\n"' + b"x" * 200_000, WHERE)


def test_a_table_without_a_title_is_called_by_its_file() -> None:
    assert delimited.parse(b"desa,guru\nA,7\n", Path("data/guru_desa 2025.csv")).title == "guru desa 2025"
    assert page(TEACHERS).title == "rekap"
    assert page([["Guru menurut desa"], [], *TEACHERS]).title == "Guru menurut desa"
