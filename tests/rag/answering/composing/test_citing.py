import pytest

from rag.answering.composing.citing import cite
from rag.errors import QuoteMismatch
from rag.types import Document, Span

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
