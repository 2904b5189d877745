"""Citations that cannot lie: a quote must stand in its document, character for character."""

from bisect import bisect_right

from rag.errors import QuoteMismatch
from rag.types import Citation, Document, Span


def cite(number: int, span: Span, document: Document) -> Citation:
    """The citation of `span`. Raises QuoteMismatch unless `span.text` is exactly `document.text[start:end]`."""
    if span.document_id != document.id or document.text[span.start : span.end] != span.text or not span.text:
        raise QuoteMismatch(f"{span.document_id}: the text at {span.start}-{span.end} is not the quote")
    return Citation(
        number=number,
        document_id=document.id,
        title=document.title,
        quote=span.text,
        start=span.start,
        end=span.end,
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        page=page_at(document, span.start),
        based_on=document.based_on,
    )


def page_at(document: Document, offset: int) -> int | None:
    """The 1-based page that holds `offset`; None for a document without pages."""
    if not document.page_starts:
        return None
    return max(1, bisect_right(document.page_starts, offset))
