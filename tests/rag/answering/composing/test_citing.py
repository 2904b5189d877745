import pytest

from rag.answering.composing.citing import cite
from rag.documents.cleaning import Block, RawCell, RawPage, RawTable, clean
from rag.errors import QuoteMismatch
from rag.types import Block as StoredBlock
from rag.types import BlockKind, Document, Doubt, Excerpt, Span

DOCUMENT = Document("a.md", "Judul", "Satu dua. Tiga empat.", page_starts=(0, 10))


def test_a_citation_carries_the_quote_and_its_page() -> None:
    citation = cite(1, Span("a.md", 10, 21, "Tiga empat."), DOCUMENT)
    assert (citation.quote, citation.page, citation.title) == ("Tiga empat.", 2, "Judul")


@pytest.mark.parametrize(
    "span",
    [
        Span("a.md", 10, 21, "Tiga Empat."),
        Span("a.md", 9, 20, "Tiga empat."),
        Span("b.md", 10, 21, "Tiga empat."),
        Span("a.md", 5, 5, ""),
        Span("a.md", 10, 99, "Tiga empat. "),
    ],
)
def test_a_quote_that_does_not_stand_there_is_refused(span: Span) -> None:
    with pytest.raises(QuoteMismatch):
        cite(1, span, DOCUMENT)


def test_pages_count_from_one_and_only_where_there_are_pages() -> None:
    assert [DOCUMENT.page_at(offset) for offset in (0, 9, 10, 20)] == [1, 1, 2, 2]
    assert Document("b.md", "Judul", "teks").page_at(2) is None


def tabled() -> Document:
    rows = (("Desa", "Padi", "Jagung"), ("Sukajadi", "412", ""), ("Wonosari", "388", "90"))
    table = RawTable(tuple(tuple(map(RawCell, row)) for row in rows), "Panen (ton)", header_rows=1)
    return clean(RawPage((Block("", kind=BlockKind.TABLE, table=table), Block("Data sementara."))), "d")


def test_quoted_rows_of_a_table_are_shown_as_such_with_the_cell_that_answers() -> None:
    document = tabled()
    start = document.text.index("Desa: Wonosari")
    span = Span(
        "d", start, start + len("Desa: Wonosari; Padi: 388; Jagung: 90"), "Desa: Wonosari; Padi: 388; Jagung: 90"
    )
    at = document.text.index("388")
    assert cite(1, span, document, (at, at + 3)).table == Excerpt(
        "Panen (ton)", ("Desa", "Padi", "Jagung"), (("Wonosari", "388", "90"),), 1, (0, 1)
    )


def test_a_missing_cell_leaves_its_column_empty() -> None:
    document = tabled()
    table = document.blocks[0].table
    assert table is not None
    found = cite(1, Span("d", table.start, table.end, document.text[table.start : table.end]), document).table
    assert found is not None
    assert found.rows == (("Sukajadi", "412", ""), ("Wonosari", "388", "90"))


def test_a_sentence_is_no_table() -> None:
    document = tabled()
    start = document.text.index("Data")
    assert cite(1, Span("d", start, start + 15, "Data sementara."), document).table is None


def test_a_quote_from_a_picture_says_how_sure_it_is_and_which_of_its_figures_are_doubtful() -> None:
    written = StoredBlock(BlockKind.PARAGRAPH, 0, 9)
    seen = StoredBlock(BlockKind.PARAGRAPH, 10, 31, confidence=0.74, doubtful=(Doubt("Rp2:389"), Doubt("7O")))
    document = Document("c.pdf", "Judul", "Satu dua. Parkir Rp2:389 sehari", blocks=(written, seen))
    quote = cite(1, Span("c.pdf", 10, 31, "Parkir Rp2:389 sehari"), document)
    assert (quote.confidence, quote.doubtful) == (0.74, ("Rp2:389",))
    assert cite(2, Span("c.pdf", 0, 9, "Satu dua."), document).confidence is None


def test_a_doubtful_figure_is_not_found_within_a_longer_one() -> None:
    seen = StoredBlock(BlockKind.PARAGRAPH, 0, 33, confidence=0.8, doubtful=(Doubt("41"), Doubt("388.")))
    document = Document("c.pdf", "Judul", "Ada 1.412 orang. Datang 388. Lain", blocks=(seen,))
    assert cite(1, Span("c.pdf", 0, 16, "Ada 1.412 orang."), document).doubtful == ()
    assert cite(1, Span("c.pdf", 17, 28, "Datang 388."), document).doubtful == ("388.",)
