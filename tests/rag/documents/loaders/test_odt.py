from pathlib import Path

import pytest

from rag.documents.blocks import RawCell, RawPage
from rag.documents.cleaning import clean
from rag.documents.loaders import odt as loader
from rag.errors import UnreadableDocument
from rag.types import BlockKind, Document, Notice, NoticeKind, Omission
from tests.rag.documents.loaders.word import archive

WHERE = Path("surat.odt")
_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
        "form": "form",
    }.items()
)
_FIELD = 'xmlns:field="urn:openoffice:names:experimental:ooxml-odf-interop:xmlns:field:1.0"'
_DECLARED = f'{_NAMES} {_FIELD} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:m="http://www.w3.org/1998/Math/MathML"'
NUMBERED = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"'
    ' style:num-prefix="Pasal "/><text:list-level-style-number text:level="2" style:num-format="a"'
    ' style:num-suffix="."/></text:list-style>'
)


def odt(body: str, automatic: str = "", styles: str = "", **parts: str | bytes) -> bytes:
    content = f"<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}"
    held: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {_DECLARED}>{content}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {_DECLARED}>{styles}</office:document-styles>",
    }
    return archive(held | parts)


def parse(body: str, automatic: str = "", styles: str = "") -> RawPage:
    return loader.parse(odt(body, automatic, styles), WHERE)


def read(body: str, automatic: str = "", styles: str = "") -> Document:
    return clean(parse(body, automatic, styles), "d")


def p(content: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def item(*content: str) -> str:
    return f"<text:list-item>{''.join(content)}</text:list-item>"


def words(name: str, properties: str) -> str:
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'


def row(*cells: str) -> str:
    held = (each if each.startswith("<") else f"<table:table-cell>{p(each)}</table:table-cell>" for each in cells)
    return f"<table:table-row>{''.join(held)}</table:table-row>"


def test_headings_paragraphs_and_lists_are_told_apart() -> None:
    document = read(
        '<text:h text:outline-level="2">Jadwal</text:h>'
        + p("Pasar  buka<text:s/>tiap<text:tab/>hari.")
        + f'<text:list text:style-name="L9">{item(p("KTP"))}</text:list>'
    )
    assert document.text == "Jadwal\n\nPasar buka tiap hari.\n\n- KTP"
    assert [(h.start, h.end, h.level) for h in document.headings] == [(0, 6, 2)]


def test_items_carry_the_number_a_reader_sees() -> None:
    below = f"<text:list>{item(p('petani;'))}</text:list>"
    first = f'<text:list text:style-name="L1">{item(p(""), below)}</text:list>'
    second = f'<text:list text:style-name="L1" text:continue-numbering="true">{item(p(""))}</text:list>'
    anew = f'<text:list text:style-name="L1">{item(p("Penutup"))}</text:list>'
    assert read(first + p("Sela.") + second + anew, NUMBERED).text.split("\n\n") == [
        "Pasal 1",
        "a. petani;",
        "Sela.",
        "Pasal 2",
        "Pasal 1 Penutup",
    ]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    heads = "".join(
        f'<text:h text:outline-level="{level}">{name}</text:h>{p("Isi.")}'
        for level, name in ((1, "Umum"), (2, "Maksud"), (1, "Tarif"))
    )
    document = read(heads, styles=outline)
    assert [document.text[h.start : h.end] for h in document.headings] == ["I.1 Maksud", "II. Tarif"]
    assert document.title == "I. Umum"


def test_hidden_struck_and_deleted_words_are_left_out_and_said() -> None:
    styles = words("T1", 'style:text-line-through-style="solid"') + words("T2", 'text:display="none"')
    deleted = f"<text:tracked-changes><text:changed-region><text:deletion>{p('Lama.')}</text:deletion>"
    body = f"{deleted}</text:changed-region></text:tracked-changes>" + p(
        'Biaya <text:span text:style-name="T1">Rp50.000</text:span>'
        '<text:span text:style-name="T2">rahasia</text:span> Rp0.'
    )
    page = parse(body + f'<text:section text:display="none">{p("Tersembunyi.")}</text:section>', styles)
    assert clean(page, "d").text == "Biaya Rp0."
    assert [(each.text, each.reason) for each in page.left_out] == [
        ("Lama.", Omission.DELETED),
        ("Rp50.000", Omission.STRUCK),
        ("rahasia", Omission.HIDDEN),
        ("Tersembunyi.", Omission.HIDDEN),
    ]


def test_tables_keep_merged_cells_once_and_the_header_rows_that_are_marked() -> None:
    wide = f'<table:table-cell table:number-columns-spanned="2">{p("Jumlah")}</table:table-cell>'
    tall = f'<table:table-cell table:number-rows-spanned="2">{p("Desa")}</table:table-cell>'
    covered = "<table:covered-table-cell/>"
    heads = row(tall, wide, covered) + row(covered, "2024", "2025")
    body = f"<table:table><table:table-header-rows>{heads}</table:table-header-rows>{row('Sukajadi', '7', '9')}"
    (block,) = parse(f"{body}</table:table>").blocks
    assert block.table is not None
    assert block.table.rows[0] == (RawCell("Desa", rows=2), RawCell("Jumlah", columns=2))
    assert block.table.header_rows == 2
    assert read(f"{body}</table:table>").text == "Desa: Sukajadi; Jumlah 2024: 7; Jumlah 2025: 9"


def test_cells_and_rows_that_claim_to_repeat_without_end_stay_few() -> None:
    cell = f'<table:table-cell table:number-columns-repeated="1000000">{p("x")}</table:table-cell>'
    repeated = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    (block,) = parse(f"<table:table>{row('a', 'b')}{repeated}</table:table>").blocks
    assert block.table is not None
    assert sum(map(len, block.table.rows)) < 10_000


def test_captions_text_boxes_notes_and_pictures_find_their_place() -> None:
    styles = (
        '<style:style style:name="Caption" style:family="paragraph"/>'
        '<style:style style:name="Table" style:family="paragraph" style:parent-style-name="Caption"/>'
    )
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p('Sementara.')}</text:note-body></text:note>"
    )
    box = f"<draw:frame><draw:text-box>{p('Tutup Jumat.')}</draw:text-box></draw:frame>"
    picture = "<draw:frame><draw:image/><svg:desc>Peta desa</svg:desc></draw:frame>"
    table = f"<table:table>{row('a', '1')}{row('b', '2')}</table:table>"
    page = parse(p(f"Peserta 412{note} orang.{box}{picture}") + p("Tabel 1: Guru", "Table") + table, styles=styles)
    assert [(block.kind, block.text) for block in page.blocks[:4]] == [
        (None, "Peserta 412 orang."),
        (BlockKind.NOTE, "1) Sementara."),
        (None, "Tutup Jumat."),
        (BlockKind.IMAGE, "Peta desa"),
    ]
    assert page.blocks[4].table is not None
    assert page.blocks[4].table.caption == "Tabel 1: Guru"


def test_formulas_are_named_where_they_stand() -> None:
    formula = "<draw:frame><draw:object><m:math/></draw:object></draw:frame>"
    page = parse(p(f"Denda {formula} rupiah."))
    assert clean(page, "d").text == "Denda [rumus tidak dibaca] rupiah."
    assert page.notices == (Notice(NoticeKind.UNREAD_FORMULAS),)


def test_headers_are_kept_apart_but_for_labels_and_values() -> None:
    header = f"<style:header>{p('Nomor<text:tab/>: 420/17')}{p('PEMERINTAH CONTOH')}</style:header>"
    styles = (
        f'<office:master-styles><style:master-page style:name="S">{header}</style:master-page></office:master-styles>'
    )
    document = read(p("Dengan hormat."), styles=styles)
    assert document.text == "Nomor: 420/17\n\nDengan hormat."
    assert [block.aside for block in document.blocks if block.kind is BlockKind.RUNNING_HEAD] == ["PEMERINTAH CONTOH"]


def test_a_table_of_contents_is_left_out() -> None:
    contents = f"<text:table-of-content><text:index-body>{p('Umum 3')}</text:index-body></text:table-of-content>"
    page = parse(contents + p("Isi."))
    assert [block.text for block in page.blocks] == ["Isi."]
    assert page.left_out[0].reason == Omission.CONTENTS


def test_locked_and_broken_files_say_what_to_do() -> None:
    locked = odt(p("x"), **{"META-INF/manifest.xml": "<m><encryption-data/></m>"})
    with pytest.raises(UnreadableDocument, match="password"):
        loader.parse(locked, WHERE)
    with pytest.raises(UnreadableDocument, match="damaged"):
        loader.parse(archive({"content.xml": "<broken"}), WHERE)


def test_boxes_of_forms_show_whether_they_are_ticked() -> None:
    form = '<form:checkbox xml:id="c1" form:current-state="checked" form:label="Tunai"/>'
    field = (
        '<field:fieldmark field:type="vnd.oasis.opendocument.field.FORMCHECKBOX">'
        '<field:param field:name="Checkbox_Checked" field:value="{}"/></field:fieldmark>'
    )
    body = f"<office:forms>{form}</office:forms>" + p('<draw:control draw:control="c1"/>')
    assert read(body + p(field.format("true") + " Transfer") + p(field.format("false") + " Cek")).text == (
        "☒ Tunai\n\n☒ Transfer\n\n☐ Cek"
    )


def test_a_shaded_first_row_is_a_header() -> None:
    grey = (
        '<style:style style:name="G" style:family="table-cell">'
        '<style:table-cell-properties fo:background-color="#dddddd"/></style:style>'
    )
    head = row(*(f'<table:table-cell table:style-name="G">{p(name)}</table:table-cell>' for name in ("Desa", "Ketua")))
    (block,) = parse(f"<table:table>{head}{row('A', 'Ratna')}{row('B', 'Budi')}</table:table>", grey).blocks
    assert block.table is not None
    assert block.table.header_rows == 1
