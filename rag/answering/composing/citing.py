"""Citations that cannot lie: a quote must stand in its document, character for character."""

from rag.errors import QuoteMismatch
from rag.language.detection import detect
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
        page=document.page_at(span.start),
        based_on=document.based_on,
        language=detect(span.text),
    )
