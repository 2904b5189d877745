import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.styles import CT_Styles

from rag.documents.cleaning import clean
from rag.documents.loaders import docx as loader
from rag.documents.loaders.docx import package
from rag.errors import UnreadableDocument
from rag.types import BlockKind, Document, Notice, NoticeKind
from tests.rag.documents.loaders.word import archive, bold, p, table, tc, tr, word

WHERE = Path("surat.docx")


def word_file(build: Callable[[Any], object]) -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    build(document)
    document.save(buffer)
    return buffer.getvalue()


def read(build: Callable[[Any], object]) -> Document:
    return clean(loader.parse(word_file(build), WHERE), "d")


def put(document: Any, xml: str) -> None:
    """Adds an element to the body, before the properties of its last section."""
    document.element.body.sectPr.addprevious(parse_xml(xml.replace(">", f" {nsdecls('w')}>", 1)))


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_headings_lists_and_tables_keep_their_order() -> None:
    def build(document: Any) -> None:
        document.add_heading("Pasar Tani", 0)
        document.add_heading("Jadwal", 2)
        document.add_paragraph("Pasar buka tiap hari.")
        table = document.add_table(2, 2)
        for cell, text in zip(table._cells, ["Hari", "Jam", "Senin", "08.00"], strict=True):
            cell.text = text
        document.add_paragraph("Bawa KTP", style="List Bullet")

    document = read(build)
    assert document.title == "Pasar Tani"
    assert document.text == "Jadwal\n\nPasar buka tiap hari.\n\nHari: Jam\nSenin: 08.00\n- Bawa KTP"
    assert [(h.start, h.end, h.level) for h in document.headings] == [(0, 6, 2)]


def test_a_style_counts_by_its_name_whatever_its_id() -> None:
    def build(document: Any) -> None:
        style = document.styles.add_style("Tajuk 2", WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(f"{{{style.element.nsmap['w']}}}styleId", "Gaya7")
        document.add_paragraph("Jadwal", style="Tajuk 2")
        document.add_paragraph("Pasar buka tiap hari.")

    document = read(build)
    assert [document.text[h.start : h.end] for h in document.headings] == ["Jadwal"]


def test_styles_are_not_searched_for_every_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(document: Any) -> None:
        for number in range(30):
            document.add_paragraph(f"Butir {number}", style="List Bullet")

    data, searched, search = word_file(build), list[str](), CT_Styles.get_by_id

    def spy(styles: CT_Styles, style_id: str) -> Any:
        searched.append(style_id)
        return search(styles, style_id)

    monkeypatch.setattr(CT_Styles, "get_by_id", spy)
    assert len(loader.parse(data, WHERE).blocks) == 30
    assert len(searched) < 30


def test_content_controls_are_read_in_their_place() -> None:
    def build(document: Any) -> None:
        document.add_paragraph("Sebelum.")
        inner = f"<w:sdt><w:sdtContent>{paragraph('Pemohon: Dinas Contoh.')}</w:sdtContent></w:sdt>"
        put(document, f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
        put(document, "<w:sdt><w:sdtPr/></w:sdt>")
        document.add_paragraph("Sesudah.")

    assert read(build).text == "Sebelum.\n\nPemohon: Dinas Contoh.\n\nSesudah."


def test_what_was_inserted_with_changes_tracked_is_read_and_what_was_deleted_is_not() -> None:
    def build(document: Any) -> None:
        put(
            document,
            '<w:p><w:r><w:t xml:space="preserve">Kuota </w:t></w:r>'
            "<w:del><w:r><w:delText>200</w:delText></w:r></w:del><w:ins><w:r><w:t>250</w:t></w:r></w:ins>"
            '<w:r><w:t xml:space="preserve"> orang.</w:t></w:r></w:p>',
        )

        put(
            document,
            "<w:p><w:moveFrom><w:r><w:t>Dulu.</w:t></w:r></w:moveFrom>"
            "<w:moveTo><w:r><w:t>Kini.</w:t></w:r></w:moveTo></w:p>",
        )
        put(document, f"<w:customXml>{paragraph('Bertanda.')}</w:customXml>")

    assert read(build).text == "Kuota 250 orang.\n\nKini.\n\nBertanda."


def test_a_table_within_a_cell_is_read() -> None:
    def build(document: Any) -> None:
        table = document.add_table(2, 2)
        for cell, text in zip(table._cells, ["Hari", "Jam", "Senin", ""], strict=True):
            cell.text = text
        inner = table.cell(1, 1).add_table(1, 2)
        for cell, text in zip(inner._cells, ["08.00", "gratis"], strict=True):
            cell.text = text

    assert read(build).text == "Hari: Jam\nSenin: 08.00 gratis"


def test_a_bomb_is_not_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 40_000_000)
    with pytest.raises(UnreadableDocument, match="unpacks"):
        loader.parse(buffer.getvalue(), WHERE)


def test_more_xml_than_fits_in_memory_as_a_tree_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = word_file(lambda document: document.add_paragraph("Isi."))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = sum(entry.file_size for entry in archive.infolist() if entry.filename.endswith((".xml", ".rels")))
    monkeypatch.setattr(package, "MAX_TREE", xml)
    assert loader.parse(data, WHERE).blocks
    monkeypatch.setattr(package, "MAX_TREE", xml - 1)
    with pytest.raises(UnreadableDocument, match="unpacks"):
        loader.parse(data, WHERE)


def test_a_letter_is_called_what_it_is_about_and_its_head_is_no_text() -> None:
    head = p("Nomor\t: 420/17") + p("Perihal\t: Undangan rapat") + p("PEMERINTAH CONTOH") + p("Halaman 1")
    section = '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
    page = loader.parse(word(p("Dengan hormat.") + section, header=head, footer=p("Jalan Contoh 1")), WHERE)
    document = clean(page, "d")
    assert document.title == "Undangan rapat"
    assert document.text == "Nomor: 420/17\nPerihal: Undangan rapat\n\nDengan hormat."
    asides = [block.aside for block in document.blocks if block.kind is BlockKind.RUNNING_HEAD]
    assert asides == ["PEMERINTAH CONTOH", "Halaman 1", "Jalan Contoh 1"]


def test_the_bold_lines_a_document_opens_with_are_its_title() -> None:
    centred = '<w:jc w:val="center"/>'
    body = p(bold("PERATURAN DESA"), extra=centred) + p(bold("TENTANG PASAR"), extra=centred) + p("Menimbang hal.")
    assert loader.parse(word(body), WHERE).title == "PERATURAN DESA TENTANG PASAR"
    assert loader.parse(word(body, title="Pasar Desa"), WHERE).title == "Pasar Desa"
    assert loader.parse(word(p("Isi."), title="Microsoft Word - a.doc"), WHERE).title is None


def test_bold_lines_above_plain_text_are_headings() -> None:
    document = clean(loader.parse(word(p("Awal.") + p(bold("Kelompok 7")) + p("Tujuh unit.")), WHERE), "d")
    assert [document.text[h.start : h.end] for h in document.headings] == ["Kelompok 7"]


def test_the_main_part_may_have_another_name() -> None:
    assert loader.parse(word(p("Isi."), main="word/document2.xml"), WHERE).blocks[0].text == "Isi."


def test_names_of_the_iso_standard_are_read_too() -> None:
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(io.BytesIO(word(p("Isi.")))) as source:
        held = {name: source.read(name) for name in source.namelist()}
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    held["word/document.xml"] = held["word/document.xml"].replace(transitional, strict)
    assert loader.parse(archive(held), WHERE).blocks[0].text == "Isi."


def test_pictures_and_nothing_else_are_named_as_unread() -> None:
    picture = "<w:r><w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing></w:r>"
    with pytest.raises(UnreadableDocument, match="OCR"):
        loader.parse(word(p(picture)), WHERE)


def test_an_archive_that_lies_about_its_sizes_is_damaged() -> None:
    data = word(p("x" * 3_000_000))
    with zipfile.ZipFile(io.BytesIO(data)) as honest:
        size = honest.getinfo("word/document.xml").file_size
    lying = data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    with pytest.raises(UnreadableDocument, match="damaged"):
        loader.parse(lying, WHERE)


def test_tables_nested_without_end_are_read_no_deeper_than_sense() -> None:
    body = p("Inti.")
    for _ in range(60):
        body = table(tr(tc(body)))
    assert loader.parse(word(body + p("Akhir.")), WHERE).blocks[-1].text == "Akhir."


def test_a_document_set_into_another_is_said() -> None:
    (notice,) = loader.parse(word(p("Isi.") + '<w:altChunk r:id="x"/>'), WHERE).notices
    assert notice == Notice(NoticeKind.UNREAD_INSERT)
