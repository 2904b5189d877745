"""What a version holds, document by document, without any of their texts."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date

from rag.types import DocumentFacts, DocumentList, Filters

Row = tuple[DocumentFacts, str]  # a document and what is searched of it


class Listing:
    """Documents, newest first, those without a date last; made once for a version and kept with it."""

    def __init__(self, documents: Sequence[DocumentFacts]) -> None:
        ordered = sorted(documents, key=_newest_first)
        self._rows: list[Row] = [(document, _searched(document)) for document in ordered]
        self._publishers = _publishers(ordered)

    def documents(self, filters: Filters) -> Sequence[DocumentFacts]:
        """All that pass the filters; a restriction of dates leaves out documents without one."""
        found = [document for document, _ in self._rows]
        if filters.publisher is not None:
            wanted = filters.publisher.casefold()
            found = [one for one in found if one.publisher and one.publisher.casefold() == wanted]
        if filters.published_from is not None:
            found = [one for one in found if one.published and one.published >= filters.published_from]
        if filters.published_to is not None:
            found = [one for one in found if one.published and one.published <= filters.published_to]
        return found

    def find(self, query: str = "", publisher: str | None = None, offset: int = 0, limit: int = 50) -> DocumentList:
        """Documents in whose title, publisher or year every word of the query occurs, from `offset` on."""
        found = self._rows
        if publisher:
            wanted = publisher.casefold()
            found = [row for row in found if row[0].publisher and row[0].publisher.casefold() == wanted]
        for word in _folded(query).split():
            found = [row for row in found if word in row[1]]
        shown = tuple(document for document, _ in found[offset : offset + limit])
        return DocumentList(shown, len(found), self._publishers)


def _publishers(documents: Sequence[DocumentFacts]) -> tuple[tuple[str, int], ...]:
    """Each in its most frequent spelling: names that differ in case only are one."""
    spelt = Counter(document.publisher for document in documents if document.publisher)
    counts: dict[str, tuple[str, int]] = {}
    for name, count in spelt.most_common():
        known, before = counts.get(name.casefold(), (name, 0))
        counts[name.casefold()] = (known, before + count)
    return tuple(counts[key] for key in sorted(counts))


def _newest_first(document: DocumentFacts) -> tuple[int, str]:
    return -(document.published or date.min).toordinal(), document.title.casefold()


def _searched(document: DocumentFacts) -> str:
    year = str(document.published.year) if document.published else ""
    return _folded(f"{document.title} {document.publisher or ''} {year}")


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
