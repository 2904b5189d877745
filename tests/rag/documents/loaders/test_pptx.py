import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.util import Cm

from rag.documents.blocks import RawPage
from rag.documents.cleaning import clean
from rag.documents.loaders import pptx as loader
from rag.errors import UnreadableDocument
from rag.types import BlockKind, Document, Notice, NoticeKind, Omission
from tests.rag.documents.loaders.word import archive

WHERE = Path("paparan.pptx")
TITLED, BULLETS, TITLE_ONLY, BLANK = 0, 1, 5, 6
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100"
    "c9fe92ef0000000049454e44ae426082"
)
DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def page(build: Callable[[Any], object]) -> RawPage:
    presentation, buffer = Presentation(), io.BytesIO()
    build(presentation)
    presentation.save(buffer)
    return loader.parse(buffer.getvalue(), WHERE)


def read(build: Callable[[Any], object]) -> Document:
    return clean(page(build), "d")


def add(presentation: Any, layout: int, title: str = "") -> Any:
    slide = presentation.slides.add_slide(presentation.slide_layouts[layout])
    if title:
        slide.shapes.title.text = title
    return slide


def box(slide: Any, text: str, top: float = 5, left: float = 1) -> Any:
    shape = slide.shapes.add_textbox(Cm(left), Cm(top), Cm(6), Cm(2))
    shape.text_frame.text = text
    return shape


def test_slides_are_pages_and_their_titles_headings() -> None:
    def build(presentation: Any) -> None:
        add(presentation, TITLED, "Pasar Tani").placeholders[1].text = "Tahun 2025"
        box(add(presentation, TITLE_ONLY, "Jadwal"), "Buka tiap Senin.")

    document = read(build)
    assert document.title == "Pasar Tani"
    assert document.text == "Tahun 2025\n\nJadwal\n\nBuka tiap Senin."
    assert [document.text[h.start : h.end] for h in document.headings] == ["Jadwal"]
    assert document.page_at(document.text.index("Buka")) == 2


def test_bullets_and_numbers_stand_before_their_lines() -> None:
    def build(presentation: Any) -> None:
        frame = add(presentation, BULLETS, "Syarat").placeholders[1].text_frame
        frame.text = "KTP\nKartu keluarga\nFormulir"
        frame.paragraphs[1].level = 1
        numbered = box(add(presentation, TITLE_ONLY, "Alur"), "Daftar\nBayar").text_frame
        for paragraph in numbered.paragraphs:
            paragraph._p.get_or_add_pPr().append(parse_xml(f'<a:buAutoNum {DRAWING} type="alphaLcParenR"/>'))

    document = read(build)
    assert document.text == "- KTP\n- Kartu keluarga\n- Formulir\n\nAlur\n\na) Daftar\nb) Bayar"
    assert [(b.level, b.marker) for b in document.blocks if b.kind is BlockKind.ITEM][1] == (2, "-")


def test_shapes_are_read_from_top_to_bottom_and_left_to_right() -> None:
    def build(presentation: Any) -> None:
        slide = add(presentation, TITLE_ONLY, "Letak")
        for text, top, left in (("bawah", 12, 1), ("kanan", 5.2, 12), ("kiri", 5.4, 1)):
            box(slide, text, top, left)

    assert read(build).text == "kiri\n\nkanan\n\nbawah"


def test_tables_have_the_header_that_they_mark_and_merged_cells_once() -> None:
    def build(presentation: Any) -> None:
        slide = add(presentation, TITLE_ONLY, "Guru")
        table = slide.shapes.add_table(3, 3, Cm(1), Cm(5), Cm(9), Cm(3)).table
        for row, line in enumerate((("Desa", "SD", "SMP"), ("Sukajadi", "7", "9"), ("Sukamaju", "libur", ""))):
            for column, text in enumerate(line):
                table.cell(row, column).text = text
        table.cell(2, 1).merge(table.cell(2, 2))

    assert read(build).text == "Desa: Sukajadi; SD: 7; SMP: 9\nDesa: Sukamaju; SD, SMP: libur"


def test_charts_are_tables_of_their_figures() -> None:
    def build(presentation: Any) -> None:
        data = CategoryChartData(number_format="#,##0")
        data.categories = ["2024", "2025"]
        data.add_series("Peserta", (1250, 1475))
        slide = add(presentation, TITLE_ONLY, "Grafik")
        slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(1), Cm(5), Cm(9), Cm(5), data)

    assert read(build).text.endswith("2024; Peserta: 1.250\n2025; Peserta: 1.475")


def test_notes_follow_their_slide() -> None:
    def build(presentation: Any) -> None:
        slide = add(presentation, TITLE_ONLY, "Jadwal")
        box(slide, "Buka tiap Senin.")
        slide.notes_slide.notes_text_frame.text = "Libur pada hari besar."

    kinds = [(block.kind, block.text) for block in page(build).blocks]
    assert kinds[-1] == (BlockKind.NOTE, "Libur pada hari besar.")


def test_hidden_slides_are_left_out_and_counted() -> None:
    def build(presentation: Any) -> None:
        box(add(presentation, TITLE_ONLY, "Satu"), "Isi satu.")
        hidden = add(presentation, TITLE_ONLY, "Dua")
        box(hidden, "Rahasia.")
        hidden._element.set("show", "0")
        box(add(presentation, TITLE_ONLY, "Tiga"), "Isi tiga.")

    raw = page(build)
    document = clean(raw, "d")
    assert "Rahasia" not in document.text
    assert document.page_at(document.text.index("Isi tiga")) == 3
    assert [(each.text, each.page) for each in raw.left_out] == [("Dua Rahasia.", 2)]
    assert raw.notices == (Notice(NoticeKind.HIDDEN_SLIDE, (2,)),)


def test_struck_out_words_are_left_out_and_marks_of_notes_too() -> None:
    def build(presentation: Any) -> None:
        frame = box(add(presentation, TITLE_ONLY, "Biaya"), "Rp50.000").text_frame
        frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("strike", "sngStrike")
        frame.paragraphs[0].add_run().text = "Rp0 untuk 7.420"
        mark = frame.paragraphs[0].add_run()
        mark.text = "1"
        mark._r.get_or_add_rPr().set("baseline", "30000")

    raw = page(build)
    assert clean(raw, "d").text == "Rp0 untuk 7.420"
    assert [each.reason for each in raw.left_out] == [Omission.STRUCK, Omission.NOTE_MARK]


def test_shapes_in_groups_are_read() -> None:
    def build(presentation: Any) -> None:
        group = add(presentation, TITLE_ONLY, "Alur").shapes.add_group_shape()
        group.shapes.add_textbox(0, 0, Cm(5), Cm(1)).text_frame.text = "Daftar dulu."

    assert read(build).text == "Daftar dulu."


def test_slides_of_pictures_alone_are_named() -> None:
    def mixed(presentation: Any) -> None:
        box(add(presentation, TITLE_ONLY, "Satu"), "Isi satu.")
        add(presentation, BLANK).shapes.add_picture(io.BytesIO(PIXEL), 0, 0)

    assert page(mixed).unread_pages == (2,)
    with pytest.raises(UnreadableDocument, match="OCR"):
        page(lambda presentation: add(presentation, BLANK).shapes.add_picture(io.BytesIO(PIXEL), 0, 0))


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", archive({"ppt/presentation.xml": "<broken"})])
def test_a_damaged_presentation_says_what_to_do(data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match="open and save it again"):
        loader.parse(data, WHERE)


TILES = (("78,4%", "Tingkat hunian"), ("4,2 hari", "Lama rawat"), ("1.206", "Persalinan"))


def stacked(shapes: Any, first: int, second: int) -> None:
    """Boxes of figures at one height, of what they count at the other; in centimetres."""
    for at, (value, label) in enumerate(TILES):
        for high, text in ((first, value), (second, label)):
            shapes.add_textbox(Cm(1 + 7 * at), Cm(high), Cm(6), Cm(2)).text_frame.text = text


@pytest.mark.parametrize(("values", "labels"), [(5, 7), (9, 7)])
def test_figures_above_or_below_what_they_count_are_labels_and_values(values: int, labels: int) -> None:
    document = read(lambda show: stacked(add(show, TITLE_ONLY, "Kinerja").shapes, values, labels))
    assert document.text == "Tingkat hunian: 78,4%\nLama rawat: 4,2 hari\nPersalinan: 1.206"


def test_tiles_in_a_group_and_in_one_box_each_are_read_the_same() -> None:
    grouped = read(lambda show: stacked(add(show, TITLE_ONLY, "Kinerja").shapes.add_group_shape().shapes, 5, 7))

    def boxes(show: Any) -> None:
        slide = add(show, TITLE_ONLY, "Kinerja")
        for at, (value, label) in enumerate(TILES):
            slide.shapes.add_textbox(Cm(1 + 7 * at), Cm(5), Cm(6), Cm(4)).text_frame.text = f"{value}\n{label}"

    assert grouped.text == read(boxes).text == "Tingkat hunian: 78,4%\nLama rawat: 4,2 hari\nPersalinan: 1.206"


STEPS = ("Isi formulir", "Verifikasi berkas", "Ambil surat")


@pytest.mark.parametrize("boxes", [1, 2])
def test_figures_that_count_on_above_words_are_numbers_of_steps(boxes: int) -> None:
    def build(show: Any) -> None:
        slide = add(show, TITLE_ONLY, "Alur")
        for at, step in enumerate(STEPS):
            for lower, text in enumerate((f"{at + 1}\n{step}",) if boxes == 1 else (str(at + 1), step)):
                slide.shapes.add_textbox(Cm(1 + 7 * at), Cm(5 + 2 * lower), Cm(6), Cm(2)).text_frame.text = text

    assert read(build).text == "1. Isi formulir\n2. Verifikasi berkas\n3. Ambil surat"


def test_tiles_that_are_a_group_each_are_labels_and_values() -> None:
    def build(show: Any) -> None:
        slide = add(show, TITLE_ONLY, "Kinerja")
        for at, (value, label) in enumerate(TILES):
            group = slide.shapes.add_group_shape()
            group.shapes.add_shape(MSO_SHAPE.RECTANGLE, Cm(1 + 7 * at), Cm(5), Cm(6), Cm(4))
            for top, text in ((5, value), (7, label)):
                group.shapes.add_textbox(Cm(1 + 7 * at), Cm(top), Cm(6), Cm(2)).text_frame.text = text

    assert read(build).text == "Tingkat hunian: 78,4%\nLama rawat: 4,2 hari\nPersalinan: 1.206"


def test_shapes_of_a_group_are_read_in_their_order_on_the_slide() -> None:
    def build(show: Any) -> None:
        group = add(show, TITLE_ONLY, "Alur").shapes.add_group_shape()
        for at in (2, 0, 1):
            group.shapes.add_textbox(Cm(1 + 7 * at), Cm(5), Cm(6), Cm(2)).text_frame.text = f"{STEPS[at]}."

    assert read(build).text == "Isi formulir.\n\nVerifikasi berkas.\n\nAmbil surat."


def test_figures_go_with_the_nearer_words_where_there_are_some_above_and_below() -> None:
    def build(show: Any) -> None:
        slide = add(show, TITLE_ONLY, "Sarana")
        for at, (value, label) in enumerate((("12", "Puskesmas"), ("45", "Sekolah"), ("7", "Pasar"))):
            slide.shapes.add_textbox(Cm(2), Cm(3 + 3.4 * at), Cm(5), Cm(1.2)).text_frame.text = label
            slide.shapes.add_textbox(Cm(2), Cm(4.3 + 3.4 * at), Cm(5), Cm(1.5)).text_frame.text = value
        slide.shapes.add_textbox(Cm(2), Cm(13.2), Cm(5), Cm(1)).text_frame.text = "Sumber: dinas"

    assert read(build).text == "Puskesmas: 12\nSekolah: 45\nPasar: 7\n\nSumber: dinas"


def test_boxes_that_begin_nearly_at_one_height_are_read_from_left_to_right() -> None:
    def build(show: Any) -> None:
        slide = add(show, TITLE_ONLY, "Syarat")
        for left, top, text in ((1, 5.03, "Pemohon baru."), (13, 4.98, "Pemohon lama.")):
            slide.shapes.add_textbox(Cm(left), Cm(top), Cm(9), Cm(2)).text_frame.text = text

    assert read(build).text == "Pemohon baru.\n\nPemohon lama."


def test_one_figure_above_a_line_is_no_tile() -> None:
    def build(show: Any) -> None:
        slide = add(show, TITLE_ONLY, "Kinerja")
        slide.shapes.add_textbox(Cm(1), Cm(5), Cm(6), Cm(2)).text_frame.text = "2025"
        slide.shapes.add_textbox(Cm(1), Cm(7), Cm(6), Cm(2)).text_frame.text = "Laporan tahunan"

    assert read(build).text == "2025\n\nLaporan tahunan"


def in_two_forms(shape: Any, older: str = "") -> None:
    """As PowerPoint stores what a program of before 2010 does not know."""
    names = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" '
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    )
    both = f'<mc:Choice Requires="a14"/><mc:Fallback>{older}</mc:Fallback>'
    alternatives = parse_xml(f"<mc:AlternateContent {names}>{both}</mc:AlternateContent>")
    shape._element.addprevious(alternatives)
    alternatives[0].append(shape._element)


def test_a_text_box_with_a_formula_is_read_though_it_is_stored_in_two_forms() -> None:
    def build(presentation: Any) -> None:
        slide = add(presentation, TITLE_ONLY, "Iuran")
        shape = box(slide, "Sewa kios dibayar tiap bulan: ")
        formula = 'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"'
        shape.text_frame.paragraphs[0]._p.append(parse_xml(f"<a14:m {formula}/>"))
        in_two_forms(shape, "<p:sp/>")
        in_two_forms(slide.shapes.add_group_shape([box(slide, "Dibayar di loket 4.", top=9)]))

    found = page(build)
    document = clean(found, "d")
    assert document.text.startswith("Sewa kios dibayar tiap bulan:")
    assert document.text.endswith("Dibayar di loket 4.")
    assert Notice(NoticeKind.UNREAD_FORMULAS) in found.notices


def test_what_stands_in_for_a_shape_without_words_is_read() -> None:
    def build(presentation: Any) -> None:
        slide = add(presentation, TITLE_ONLY, "Hasil")
        shape = box(slide, "")
        in_two_forms(shape)
        shape._element.getparent().getnext().append(box(slide, "Bagan hasil panen")._element)

    assert read(build).text == "Bagan hasil panen"
