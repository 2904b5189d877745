from pathlib import Path

import pytest

from rag.documents.blocks import RawPage
from rag.documents.cleaning import clean
from rag.documents.loaders import docx as loader
from rag.types import BlockKind, Notice, NoticeKind, Omission
from tests.rag.documents.loaders.word import field, p, r, styled, table, tr, word


def parse(body: str, **parts: str) -> RawPage:
    return loader.parse(word(body, **parts), Path("surat.docx"))


def text(body: str, **parts: str) -> str:
    return clean(parse(body, **parts), "d").text


def test_hidden_struck_and_deleted_words_are_left_out_and_said() -> None:
    body = p(
        r("Biaya "),
        r("Rp50.000", "<w:strike/>"),
        r("Rp40.000", "<w:vanish/>"),
        '<w:del><w:r><w:delText xml:space="preserve">Rp30.000</w:delText></w:r></w:del>',
        r("Rp0."),
    )
    page = parse(body)
    assert [block.text for block in page.blocks] == ["Biaya Rp0."]
    assert [(each.text, each.reason) for each in page.left_out] == [
        ("Rp50.000", Omission.STRUCK),
        ("Rp40.000", Omission.HIDDEN),
        ("Rp30.000", Omission.DELETED),
    ]


def test_a_run_says_more_than_its_style() -> None:
    styles = styled("Rahasia", "Rahasia", "<w:rPr><w:vanish/></w:rPr>")
    assert text(p("Tertutup", r(" terbuka", '<w:vanish w:val="0"/>'), style="Rahasia"), styles=styles) == "terbuka"


def test_a_hyphen_that_does_not_break_is_a_hyphen() -> None:
    body = p("<w:r><w:t>anak</w:t><w:noBreakHyphen/><w:t>anak</w:t></w:r>", " sekolah")
    assert text(body) == "anak-anak sekolah"


@pytest.mark.parametrize(
    ("run", "shown"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "☐"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', "☑"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        (r("\uf0fc", '<w:rFonts w:ascii="Wingdings"/>'), "✓"),
    ],
)
def test_symbols_are_what_a_reader_sees(run: str, shown: str) -> None:
    assert text(p(run, " Setuju")) == f"{shown} Setuju"


def test_an_unknown_symbol_is_said() -> None:
    page = parse(p('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "Isi"))
    assert page.notices == (Notice(NoticeKind.UNREAD_SYMBOLS),)


def test_boxes_show_whether_they_are_ticked() -> None:
    def box(properties: str, content: str) -> str:
        checked = f"<w14:checkbox>{properties}</w14:checkbox>"
        return f"<w:sdt><w:sdtPr>{checked}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    old = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'
        "</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = (
        p(box('<w14:checked w14:val="1"/>', r("☒")), " Tunai")
        + p(box('<w14:checked w14:val="0"/>', ""), " Transfer")
        + p(old, " Cek")
    )
    assert text(body) == "☒ Tunai\n\n☐ Transfer\n\n☒ Cek"


def test_fields_show_their_result_and_not_their_instruction() -> None:
    simple = f'<w:fldSimple w:instr="AUTHOR">{r("Sari")}</w:fldSimple>'
    assert text(p("Disusun oleh ", simple, ", lihat halaman ", field(" PAGEREF x ", "7"), ".")) == (
        "Disusun oleh Sari, lihat halaman 7."
    )


def test_a_field_may_span_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>'
    body = p(begin) + p('<w:r><w:instrText>Y</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>', "Hasil")
    body += p("lagi", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    assert text(body) == "Hasil\n\nlagi"


def test_prompts_of_fields_nobody_filled_in_are_left_out() -> None:
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Klik di sini')}</w:sdtContent></w:sdt>"
    page = parse(p("Nama: ", control))
    assert [block.text for block in page.blocks] == ["Nama:"]
    assert page.left_out[0].text == "Klik di sini"


def test_a_text_box_stands_behind_its_paragraph_once() -> None:
    inner = f"<wps:txbx><w:txbxContent>{p('Pendaftaran ditutup Jumat.')}</w:txbxContent></wps:txbx>"
    old = f"<w:pict><v:textbox><w:txbxContent>{p('Pendaftaran ditutup Jumat.')}</w:txbxContent></v:textbox></w:pict>"
    drawing = f'<w:drawing><a:graphic><a:graphicData uri="">{inner}</a:graphicData></a:graphic></w:drawing>'
    both = f"<mc:Choice>{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    run = f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"
    assert text(p("Pengumuman.", run) + p("Penutup.")) == ("Pengumuman.\n\nPendaftaran ditutup Jumat.\n\nPenutup.")
    assert "ditutup" in text(p(f"<w:r>{old}</w:r>"))


def test_notes_stand_behind_their_paragraph_and_their_mark_is_no_figure() -> None:
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{p("x")}</w:footnote>'
        f'<w:footnote w:id="4">{p("Termasuk peserta cadangan.")}</w:footnote>'
    )
    ends = f'<w:endnote w:id="2">{p("Data tahun 2025.")}</w:endnote>'
    marks = '<w:r><w:footnoteReference w:id="4"/></w:r>', '<w:r><w:endnoteReference w:id="2"/></w:r>'
    page = parse(p("Peserta 7.420", marks[0], " orang", marks[1], ".") + p("Lain."), footnotes=notes, endnotes=ends)
    assert [(block.kind, block.text) for block in page.blocks] == [
        (None, "Peserta 7.420 orang."),
        (BlockKind.NOTE, "1) Termasuk peserta cadangan."),
        (BlockKind.NOTE, "i) Data tahun 2025."),
        (None, "Lain."),
    ]


def test_notes_of_a_table_follow_it() -> None:
    notes = f'<w:footnote w:id="1">{p("Sementara.")}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    row = tr("Ambarawa", f"<w:tc>{p('120', mark)}</w:tc>")
    page = parse(table(row, tr("Sukoharjo", "95")), footnotes=notes)
    assert [block.kind for block in page.blocks] == [BlockKind.TABLE, BlockKind.NOTE]


def test_raised_figures_do_not_join_the_number_before_them() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    assert text(p("7.420", r("1", raised), " orang di lahan 50 m", r("2", raised))) == "7.420 orang di lahan 50 m²"


def test_formulas_are_named_where_they_stand() -> None:
    page = parse(p("Denda = ", "<m:oMath><m:r><m:t>a×b</m:t></m:r></m:oMath>", " per hari."))
    assert clean(page, "d").text == "Denda = [rumus tidak dibaca] per hari."
    assert Notice(NoticeKind.UNREAD_FORMULAS) in page.notices


def test_pictures_are_known_by_their_description_and_are_no_text() -> None:
    named = '<wp:docPr id="1" name="x" descr="Peta jalan desa"/>'
    picture = f"<w:drawing><wp:inline>{named}<pic:pic/></wp:inline></w:drawing>"
    page = parse(p("Peta.") + p(f"<w:r>{picture}</w:r>"))
    assert [(block.kind, block.text) for block in page.blocks][1] == (BlockKind.IMAGE, "Peta jalan desa")
    assert clean(page, "d").text == "Peta."


def test_a_chart_is_a_table_of_its_figures() -> None:
    def points(*values: str) -> str:
        return "".join(f'<c:pt idx="{place}"><c:v>{value}</c:v></c:pt>' for place, value in enumerate(values))

    cats = f"<c:cat><c:strCache>{points('2024', '2025')}</c:strCache></c:cat>"
    code = "<c:formatCode>#,##0</c:formatCode>"
    values = f"<c:val><c:numCache>{code}{points('1250', '1475')}</c:numCache></c:val>"
    name = f"<c:tx><c:strCache>{points('Peserta')}</c:strCache></c:tx>"
    drawing = '<w:r><w:drawing><c:chart r:id="chart"/></w:drawing></w:r>'
    shown = text(p("Grafik.", drawing), chart=f"<c:chart><c:ser>{name}{cats}{values}</c:ser></c:chart>")
    assert shown == "Grafik.\n\n2024; Peserta: 1.250\n2025; Peserta: 1.475"


def test_a_diagram_is_a_list_of_its_words() -> None:
    def point(word: str) -> str:
        return f"<dgm:pt><dgm:t><a:p><a:r><a:t>{word}</a:t></a:r></a:p></dgm:t></dgm:pt>"

    drawing = '<w:r><w:drawing><dgm:relIds r:dm="diagramData"/></w:drawing></w:r>'
    data = f"<dgm:ptLst>{point('Daftar')}{point('Bayar')}</dgm:ptLst>"
    assert text(p("Alur:", drawing), diagramData=data) == "Alur:\n\n- Daftar\n- Bayar"


def test_a_note_with_a_mark_of_its_own_is_not_counted() -> None:
    notes = f'<w:footnote w:id="1">{p("* Sementara.")}</w:footnote><w:footnote w:id="2">{p("Tetap.")}</w:footnote>'
    own = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    page = parse(
        p("Peserta", own, " dan tamu") + p("Lain", '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=notes
    )
    assert [block.text for block in page.blocks if block.kind is BlockKind.NOTE] == ["* Sementara.", "1) Tetap."]
