"""Citations gathered by document, for the page and for pasting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rag.types import Citation, Language
from rag.wording.places import place_text
from rag.wording.words import Words
from web.public.addresses import web_address


@dataclass(frozen=True, slots=True)
class SourceView:
    """One document and every quote taken from it, in the order of their numbers."""

    document_id: str
    title: str
    language: Language
    publisher: str | None
    published: date | None
    url: str | None
    based_on: tuple[str, ...]
    citations: tuple[Citation, ...]


def gather(citations: Iterable[Citation]) -> tuple[SourceView, ...]:
    """Citations by document, in order of first appearance."""
    grouped: dict[str, list[Citation]] = {}
    for citation in citations:
        grouped.setdefault(citation.document_id, []).append(citation)
    return tuple(_source(group) for group in grouped.values())


def _source(group: list[Citation]) -> SourceView:
    first = group[0]
    return SourceView(
        document_id=first.document_id,
        title=first.title,
        language=first.language,
        publisher=first.publisher,
        published=first.published,
        url=web_address(first.url),
        based_on=first.based_on,
        citations=tuple(group),
    )


def plain_source(citation: Citation, words: Words) -> str:
    """One line that lets a reader find the source again."""
    return f"[{citation.number}] {source_line(citation, words)}"


def source_line(citation: Citation, words: Words, title: str | None = None) -> str:
    """That line without its number; `title`, a link, stands for the plain one and for the address."""
    page = words.gettext("page %(page)s", page=citation.page) if citation.page else None
    published = words.date(citation.published) if citation.published else None
    sources = "; ".join(map(words.source, citation.based_on))
    summary = words.gettext("Summary based on:")
    based_on = f"{summary} {sources}" if sources else None
    seen = words.recognised(citation)
    place = place_text(citation.place, words) if citation.place else None
    parts = (
        title or citation.title,
        citation.publisher,
        published,
        page,
        place,
        seen,
        None if title else web_address(citation.url),
        based_on,
    )
    return ". ".join(part for part in parts if part)
