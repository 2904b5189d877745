"""An answer as the page shows it: what introduces a quote said once, citations gathered by document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode
from uuid import uuid4

from rag.types import Answer, Citation, Excerpt, Framing, Language, Outcome, Sentence, Value
from rag.wording.places import place_text
from rag.wording.prose import caution, introduction, original, quoted, sentence_text, suggestions, text_of, values_text
from rag.wording.words import Words


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a quote; `item` for a line of a list, its dash left out."""

    text: str
    item: bool


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence; `language` only where it differs from the answer's.

    `framing` introduces a quote ("Menurut ...:"); `part`: of several questions asked in one, the one answered from here
    on. Both are None where the sentence before says the same.
    """

    text: str
    citations: tuple[Citation, ...]
    language: Language | None = None
    framing: str | None = None
    part: str | None = None
    table: Excerpt | None = None  # instead of a text, where rows of a table are quoted

    @property
    def lines(self) -> tuple[Line, ...]:
        return lines_of(self.text)


@dataclass(frozen=True, slots=True)
class HeadlineView:
    """What answers by itself; `aside` gives its unit, the original of a translation, and that it was not read surely.

    `language` only where it differs from the answer's.
    """

    text: str
    citations: tuple[Citation, ...]
    aside: str | None = None
    language: Language | None = None


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


@dataclass(frozen=True, slots=True)
class AnswerView:
    """Everything the answer template needs; `id` ties feedback to this answer."""

    id: str
    answer: Answer
    headline: HeadlineView | None
    sentences: tuple[SentenceView, ...]
    sources: tuple[SourceView, ...]
    closest: tuple[SourceView, ...]
    looked_at: tuple[SourceView, ...]  # without what is in `closest`

    @property
    def answered(self) -> bool:
        return self.answer.outcome is Outcome.ANSWERED

    @property
    def shows_recognised(self) -> bool:
        """Whether a quote was read by text recognition, which may err: then nothing is told as word for word."""
        return any(citation.confidence is not None for citation in self.answer.citations)

    @property
    def closest_is_recognised(self) -> bool:
        """Whether what is quoted beside a refusal was read by text recognition."""
        return any(citation.confidence is not None for citation in self.answer.closest)

    @property
    def shows_tables(self) -> bool:
        """Whether rows of tables are quoted: their words are the document's, their line is not."""
        return any(citation.table for citation in self.answer.citations)

    @property
    def text(self) -> str:
        return text_of(self.answer)

    @property
    def suggestions(self) -> tuple[str, ...]:
        return suggestions(self.answer)

    @property
    def document_ids(self) -> str:
        """The cited documents, one a line."""
        return "\n".join(source.document_id for source in self.sources)

    def plain(self, words: Words) -> str:
        """The answer with its sources, as one pastes it into a letter."""
        said = [f"“{citation.quote}” {plain_source(citation, words)}" for citation in self.answer.closest]
        notes = [plain_source(citation, words) for citation in self.answer.citations]
        return "\n".join(
            [
                self.text,
                *(["", words.gettext("What the sources do say") + ":", *said] if said else []),
                *(["", words.gettext("Sources") + ":", *notes] if notes else []),
            ]
        )


def view_answer(answer: Answer) -> AnswerView:
    """The view of a finished answer."""
    headline, below = _headline(answer)
    return AnswerView(
        id=uuid4().hex,
        answer=answer,
        headline=headline,
        sentences=view_sentences(below, answer.language),
        sources=gather(answer.citations),
        closest=gather(answer.closest),
        looked_at=gather(citation for citation in answer.looked_at if citation not in answer.closest),
    )


def _headline(answer: Answer) -> tuple[HeadlineView | None, tuple[Sentence, ...]]:
    """What answers by itself, and the sentences below it."""
    if answer.short_answer is None or not answer.sentences:
        return None, answer.sentences
    first, *below = answer.sentences
    if first.framing is Framing.DIFFERING:
        # The page says by itself that sources differ, in the visitor's language.
        return HeadlineView(values_text(first, answer.language), first.citations), tuple(below)
    if first.framing is Framing.SHORT_ANSWER:
        return _value_view(answer.short_answer, first.citations, answer), tuple(below)
    return _value_view(answer.short_answer, (), answer), answer.sentences


def _value_view(value: Value, citations: tuple[Citation, ...], answer: Answer) -> HeadlineView:
    unsure = caution(value, answer.citations[0], answer.language)
    if value.translation:
        return HeadlineView(value.translation, citations, f"{original(value, answer.language)} {unsure}".rstrip())
    return HeadlineView(
        value.text,
        citations,
        f"{value.unit} {unsure}".strip() or None,
        language=_foreign(answer.citations[0], answer.language),
    )


def view_sentences(sentences: Sequence[Sentence], language: Language) -> tuple[SentenceView, ...]:
    """The sentences of an answer in `language`, in order."""
    return tuple(
        view_sentence(sentence, before, language)
        for sentence, before in zip(sentences, (None, *sentences), strict=False)
    )


def view_sentence(sentence: Sentence, before: Sentence | None, language: Language) -> SentenceView:
    """The sentence as it follows `before`, None for the first."""
    again = before is not None and before.part == sentence.part
    part = None if again else sentence.part
    framing = _framing(sentence, language)
    if sentence.framing is Framing.EXCERPT:
        (citation,) = sentence.citations
        return SentenceView(
            "" if citation.table else quoted(citation),
            sentence.citations,
            _foreign(citation, language),
            part=part,
            table=citation.table,
        )
    if framing is None:
        return SentenceView(sentence_text(sentence, language), sentence.citations, part=part)
    (citation,) = sentence.citations
    if citation.table:
        return SentenceView("", sentence.citations, _foreign(citation, language), framing, part, citation.table)
    said = before is not None and again and framing == _framing(before, language)
    return SentenceView(
        quoted(citation), sentence.citations, _foreign(citation, language), None if said else framing, part
    )


def _framing(sentence: Sentence, language: Language) -> str | None:
    return introduction(sentence.citations[0], language) if sentence.framing is Framing.QUOTE else None


def _foreign(citation: Citation, language: Language) -> Language | None:
    return citation.language if citation.language is not language else None


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold something, for showing a list in a quote as one."""
    stripped = (line.strip() for line in text.split("\n"))
    return tuple(Line(line.removeprefix("- "), line.startswith("- ")) for line in stripped if line)


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
    page = words.gettext("page %(page)s", page=citation.page) if citation.page else None
    published = words.date(citation.published) if citation.published else None
    sources = "; ".join(map(words.source, citation.based_on))
    summary = words.gettext("Summary based on:")
    based_on = f"{summary} {sources}" if sources else None
    seen = words.recognised(citation)
    place = place_text(citation.place, words) if citation.place else None
    parts = (citation.title, citation.publisher, published, page, place, seen, web_address(citation.url), based_on)
    return f"[{citation.number}] " + ". ".join(part for part in parts if part)


def web_address(url: str | None) -> str | None:
    """The address if a browser may safely follow it; documents come from anywhere, also with javascript: links."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def ask_href(question: str) -> str:
    """Where a question is answered."""
    return "/?" + urlencode({"q": question})


def document_href(document_id: str) -> str:
    """Where the document is shown."""
    return f"/documents/{quote(document_id, safe='/')}"


def citation_href(citation: Citation) -> str:
    """Where the document shows this quote."""
    return f"{document_href(citation.document_id)}?start={citation.start}&end={citation.end}#kutipan"
