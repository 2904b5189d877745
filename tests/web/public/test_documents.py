import asyncio
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from lxml import html

from rag.documents.cleaning import Block as RawBlock
from rag.documents.cleaning import RawCell, RawPage, RawTable, clean
from rag.types import BlockKind, Document
from tests.web.conftest import Open
from tests.web.fakes import DOCUMENTS, FIGURES, MIGRANTS, MOST, PORTS
from web.public import documents
from web.public.documents import Block, CellView, Piece, blocks, bounds, page_of

PATH = "/documents/pekerja%20migran/angka%202025.md"


def test_the_quote_is_marked_exactly_and_once_anchored(client: TestClient) -> None:
    start = MIGRANTS.text.index(FIGURES)
    tree = html.fromstring(client.get(f"{PATH}?start={start}&end={start + len(FIGURES)}").text)
    assert [mark.text_content() for mark in tree.xpath("//mark")] == [FIGURES]
    assert tree.xpath("//mark/@id") == ["kutipan"]


def test_a_quote_over_several_lines_is_marked_in_each_and_anchored_in_the_first(client: TestClient) -> None:
    start, end = MIGRANTS.text.index(MOST), MIGRANTS.text.index("2.389") + 5
    tree = html.fromstring(client.get(f"{PATH}?start={start}&end={end}").text)
    assert [mark.text_content() for mark in tree.xpath("//mark")] == [MOST, "Hong Kong: 2.389"]
    assert tree.xpath("//mark/@id") == ["kutipan"]


def test_the_page_names_title_publisher_date_and_what_it_is_based_on(client: TestClient) -> None:
    tree = html.fromstring(client.get(PATH).text)
    assert tree.xpath("string(//h1)") == MIGRANTS.title
    assert [dd.text_content().strip() for dd in tree.xpath("//dd")] == [
        "Tanya Lampung",
        "4 November 2025",
        "Kantor Berita Contoh, Data penempatan pekerja migran, 4 November 2025",
    ]
    assert "https://contoh.example/pekerja-migran" in tree.xpath("//a/@href")


def test_a_document_names_the_pages_that_could_not_be_read(client: TestClient) -> None:
    assert "mungkin hasil pindaian): 2, 3. Isinya" in client.get("/documents/pelabuhan.pdf").text
    assert "pindaian" not in client.get(PATH).text


def test_what_was_not_read_of_a_file_is_folded_at_the_end_of_its_page(client: TestClient) -> None:
    tree = html.fromstring(client.get("/documents/pelabuhan.pdf").text)
    (fold,) = tree.xpath("//details")
    assert fold.xpath("string(summary)") == "Yang tidak dibaca dari berkas ini"
    assert [item.text for item in fold.xpath("ul/li")] == [
        "halaman 2, 3: tanpa teks, mungkin hasil pindaian; "
        "jalankan pengenalan teks (OCR), lalu tambahkan lagi berkasnya",
        "rumus tidak dibaca; di tempatnya, teks menyebutkannya",
    ]
    assert [reason.text for reason in fold.xpath("dl/dt")] == ["menu atau kaki halaman", "tautan ke halaman lain"]
    told = [text.text for text in fold.xpath("dl/dd")]
    assert (told[0], told[1], told[-2], told[-1]) == ("Beranda <Profil>", "Tautan 0", "Tautan 7", "dan 2 lagi")
    assert not html.fromstring(client.get(PATH).text).xpath("//details")


def test_pages_read_by_text_recognition_are_marked(client: TestClient) -> None:
    text = client.get("/documents/pelabuhan.pdf").text
    assert "dibaca dari gambar dengan pengenalan teks: 1." in text
    tree = html.fromstring(text)
    marks = [mark.text_content() for mark in tree.xpath("//*[@class='page-mark']")]
    assert marks == ["halaman 1 · hasil pengenalan teks", "halaman 2"]


def test_headings_lists_and_markup_in_the_text_are_shown_as_such(client: TestClient) -> None:
    tree = html.fromstring(client.get(PATH).text)
    body = tree.xpath("//div[@class='document-text']")[0]
    assert body.xpath("string(h2)") == "Tujuan penempatan"
    assert [item.text for item in body.xpath("ul/li")] == ["Hong Kong: 2.389 orang", "Malaysia: 697 orang"]
    assert "<dari seluruhnya>" in body.text_content()


def test_pages_are_named_where_they_begin(client: TestClient) -> None:
    tree = html.fromstring(client.get("/documents/pelabuhan.pdf?start=27&end=40").text)
    assert [mark.get("id") for mark in tree.xpath("//*[@class='page-mark']")] == ["halaman-1", "halaman-2"]
    assert "halaman 2" in tree.xpath("string(//dl)")


@pytest.mark.parametrize(
    ("start", "end"),
    [("5", "5"), ("9", "3"), ("0", "101"), ("-1", "4"), ("", "4"), ("a", "b"), ("٣", "٤"), ("0", "9" * 30)],
)
def test_offsets_outside_the_text_mark_nothing(start: str, end: str) -> None:
    assert bounds(start, end, 100) is None


def test_offsets_inside_the_text_are_kept() -> None:
    assert bounds("0", "100", 100) == (0, 100)


def test_page_of_counts_the_pages_begun() -> None:
    assert [page_of(PORTS, offset) for offset in (0, 26, 27)] == [1, 1, 2]
    assert page_of(MIGRANTS, 5) is None


def test_no_character_of_the_text_is_lost_but_space_and_dashes() -> None:
    text = "Satu  dua\n\n  - tiga\nA: 1; B: 2\n"
    document = Document("d", "t", text)
    found = list(blocks(document, (0, len(text))))
    assert ["".join(piece.text for piece in block.pieces) for block in found] == ["Satu  dua", "tiga", "A: 1; B: 2"]
    assert [(block.start, block.item) for block in found] == [(0, False), (15, True), (20, False)]


def harvest() -> Document:
    rows = (("Desa", "Padi", "Jagung"), ("Sukajadi", "412", ""), ("Wonosari", "388", "90"))
    cells = tuple(tuple(map(RawCell, row)) for row in rows)
    table = RawBlock("", item=True, kind=BlockKind.TABLE, table=RawTable(cells, "Panen (ton)", header_rows=1))
    return clean(RawPage((RawBlock("Panen", 2), table, RawBlock("Sekian."))), "panen.md")


def test_a_table_is_shown_with_its_caption_its_names_and_an_empty_cell_where_there_is_none() -> None:
    heading, table, last = blocks(harvest(), None)
    assert (heading.level, last.pieces) == (2, (Piece("Sekian."),))
    assert table.table is not None
    assert (table.table.caption, table.table.columns) == ((Piece("Panen (ton)"),), ("Desa", "Padi", "Jagung"))
    assert table.table.rows[0] == (
        CellView((Piece("Sukajadi"),), names_row=True),
        CellView((Piece("412"),)),
        CellView(()),
    )


def test_the_quoted_cells_of_a_table_are_marked_and_the_first_is_the_anchor() -> None:
    document = harvest()
    start = document.text.index("Desa: Wonosari")
    shown = list(blocks(document, (start, document.text.index("90") + 2)))
    assert shown[1].table is not None
    marked = [piece for row in shown[1].table.rows for cell in row for piece in cell.pieces if piece.marked]
    assert marked == [Piece("Wonosari", True, True), Piece("388", True), Piece("90", True)]
    assert [block.is_anchor for block in shown] == [False, True, False]


def test_a_table_is_a_table_on_the_page(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DOCUMENTS, "panen.md", harvest())
    tree = html.fromstring(client.get("/documents/panen.md").text)
    assert [cell.text for cell in tree.xpath("//thead//th[@scope='col']")] == ["Desa", "Padi", "Jagung"]
    assert [cell.text for cell in tree.xpath("//tbody//th[@scope='row']")] == ["Sukajadi", "Wonosari"]


def test_an_unknown_document_is_a_designed_404(client: TestClient) -> None:
    response = client.get("/documents/tidak/ada.md")
    assert response.status_code == 404
    assert "Dokumen ini tidak ada di sini" in response.text
    assert html.fromstring(response.text).xpath("//main//h1")


def test_a_document_is_laid_out_outside_the_event_loop(open_client: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    loops: list[bool] = []

    def noted(document: Document, quote: tuple[int, int] | None, pictures: tuple[()]) -> Iterator[Block]:
        try:
            asyncio.get_running_loop()
            loops.append(True)
        except RuntimeError:
            loops.append(False)
        return blocks(document, quote, pictures)

    monkeypatch.setattr(documents, "blocks", noted)
    assert open_client().get(PATH).status_code == 200
    assert loops == [False]
