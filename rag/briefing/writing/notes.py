"""The notes of a briefing: one for each page of a document that is quoted, numbered as they are met."""

from rag.briefing.writing.sheet import Note
from rag.types import Citation
from rag.wording.words import Words


class Notes:
    """Hands out numbers while a briefing is laid out."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._numbers: dict[tuple[str, int | None, str], int] = {}
        self._notes: list[Note] = []

    def number(self, citation: Citation) -> int:
        """The number of its note, from 1; the same for every quote of a page that is read as well."""
        text = self._text(citation)
        key = (citation.document_id, citation.page, text)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._notes.append(Note(self._numbers[key], text, citation.url))
        return self._numbers[key]

    def all(self) -> tuple[Note, ...]:
        return tuple(self._notes)

    def _text(self, citation: Citation) -> str:
        """ "“Title”, Publisher, 4 November 2025, page 3"; then what it is a summary of."""
        words = self._words
        parts = [
            f"“{citation.title}”",
            citation.publisher,
            words.date(citation.published) if citation.published else None,
            words.gettext("page %(page)s", page=citation.page) if citation.page else None,
            None if citation.url else words.gettext("document %(id)s", id=citation.document_id),
            words.recognised(citation),
        ]
        told = ", ".join(part for part in parts if part)
        if not citation.based_on:
            return told
        sources = "; ".join(map(words.source, citation.based_on))
        return ". ".join((told, words.gettext("Summary of: %(sources)s", sources=sources)))
