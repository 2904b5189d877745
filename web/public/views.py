"""An answer as the page shows it: sentences cut where the language changes, citations gathered by document."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote, urlencode
from uuid import uuid4

from rag.types import Answer, Citation, Document, Language, Outcome, Sentence
from web.i18n import Words

DocumentOf = Callable[[str], Document | None]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a quote; `item` for a line of a list, its dash left out."""

    text: str
    item: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a sentence; `language` only where it differs from the answer's."""

    text: str
    language: Language | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        return lines_of(self.text)


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence; `framing` introduces its quote ("Menurut ...:"), None where nothing does or it was just said.

    `part`: of several questions asked in one, the one answered from here on; None where that was just said.
    """

    segments: tuple[Segment, ...]
    citations: tuple[Citation, ...]
    framing: str | None = None
    part: str | None = None


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
    headline: SentenceView | None
    sentences: tuple[SentenceView, ...]
    sources: tuple[SourceView, ...]
    closest: tuple[SourceView, ...]
    looked_at: tuple[SourceView, ...]  # without what is in `closest`

    @property
    def answered(self) -> bool:
        return self.answer.outcome is Outcome.ANSWERED

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
                self.answer.text,
                *(["", words("answer.closest") + ":", *said] if said else []),
                *(["", words("answer.sources") + ":", *notes] if notes else []),
            ]
        )


def view_answer(answer: Answer, document_of: DocumentOf) -> AnswerView:
    """The view of a finished answer; `document_of` tells the language each source is written in."""
    languages = languages_of((*answer.citations, *answer.closest, *answer.looked_at), document_of)
    sentences = view_sentences(answer.sentences, answer.citations, answer.language, languages)
    headline, rest = _headline(answer, sentences, languages)
    return AnswerView(
        id=uuid4().hex,
        answer=answer,
        headline=headline,
        sentences=rest,
        sources=gather(answer.citations, languages),
        closest=gather(answer.closest, languages),
        looked_at=gather((c for c in answer.looked_at if c not in answer.closest), languages),
    )


def languages_of(citations: Iterable[Citation], document_of: DocumentOf) -> dict[str, Language]:
    """The language of each cited document; Indonesian for one that is no longer there."""
    found = {citation.document_id: document_of(citation.document_id) for citation in citations}
    return {key: document.language if document else Language.INDONESIAN for key, document in found.items()}


def _headline(
    answer: Answer, sentences: tuple[SentenceView, ...], languages: dict[str, Language]
) -> tuple[SentenceView | None, tuple[SentenceView, ...]]:
    """The short answer and the sentences below it; a first sentence that says no more than it is taken for it."""
    if answer.short_answer is None:
        return None, sentences
    if sentences and not any(citation.quote in answer.sentences[0].text for citation in sentences[0].citations):
        first = sentences[0]
        # The page says by itself that sources differ, in the visitor's language.
        told = first.segments[0].text.partition(": ")[0] + ": " if answer.differing else ""
        texts = (segment.text.removeprefix(told).removesuffix(".") for segment in first.segments)
        segments = tuple(replace(each, text=text) for each, text in zip(first.segments, texts, strict=True))
        return replace(first, segments=segments), sentences[1:]
    source = languages.get(answer.citations[0].document_id) if answer.citations else None
    short = Segment(answer.short_answer, source if source is not answer.language else None)
    return SentenceView((short,), ()), sentences


def view_sentences(
    sentences: Iterable[Sentence], citations: Iterable[Citation], language: Language, languages: dict[str, Language]
) -> tuple[SentenceView, ...]:
    """The sentences in order; a framing or a part that repeats the one before it is left out."""
    views = [view_sentence(sentence, citations, language, languages) for sentence in sentences]
    return tuple(unrepeated(view, before) for view, before in zip(views, [None, *views], strict=False))


def unrepeated(view: SentenceView, before: SentenceView | None) -> SentenceView:
    """The view without a part and a framing that the sentence before it (as it was, None for the first) has, too."""
    if before is None or view.part != before.part:
        return view
    return replace(view, framing=None if view.framing == before.framing else view.framing, part=None)


def view_sentence(
    sentence: Sentence, citations: Iterable[Citation], language: Language, languages: dict[str, Language]
) -> SentenceView:
    """The sentence with its framing and its quotes told apart, and the citations it names."""
    cited = tuple(citation for citation in citations if citation.number in sentence.citations)
    for citation in cited:
        before, quoted, after = sentence.text.partition(f"“{citation.quote}”")
        if quoted and not after:
            whole = Segment(quoted, _foreign(citation, language, languages))
            return SentenceView((whole,), cited, before.strip() or None, sentence.part)
    segments = _cut(sentence.text, [c for c in cited if _foreign(c, language, languages)], languages)
    return SentenceView(segments, cited, part=sentence.part)


def _foreign(citation: Citation, language: Language, languages: dict[str, Language]) -> Language | None:
    source = languages.get(citation.document_id, language)
    return source if source is not language else None


def _cut(text: str, foreign: list[Citation], languages: dict[str, Language]) -> tuple[Segment, ...]:
    for citation in foreign:
        before, quoted, after = text.partition(citation.quote)
        if quoted:
            marked = Segment(quoted, languages[citation.document_id])
            parts = (*_cut(before, foreign, languages), marked, *_cut(after, foreign, languages))
            return tuple(part for part in parts if part.text)
    return (Segment(text),)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that hold something, for showing a list in a quote as one."""
    stripped = (line.strip() for line in text.split("\n"))
    return tuple(Line(line.removeprefix("- "), line.startswith("- ")) for line in stripped if line)


def split_aside(text: str) -> tuple[str, str]:
    """The text, and the one bracket at its end with all that it holds; "" where nothing or something else ends it."""
    depth = 0
    for at in range(len(text) - 1, 0, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if depth == 0:
            return (text[: at - 1], text[at:]) if text[at - 1 : at + 1] == " (" else (text, "")
    return text, ""


def gather(citations: Iterable[Citation], languages: dict[str, Language]) -> tuple[SourceView, ...]:
    """Citations by document, in order of first appearance."""
    grouped: dict[str, list[Citation]] = {}
    for citation in citations:
        grouped.setdefault(citation.document_id, []).append(citation)
    return tuple(_source(group, languages) for group in grouped.values())


def _source(group: list[Citation], languages: dict[str, Language]) -> SourceView:
    first = group[0]
    return SourceView(
        document_id=first.document_id,
        title=first.title,
        language=languages.get(first.document_id, Language.INDONESIAN),
        publisher=first.publisher,
        published=first.published,
        url=web_address(first.url),
        based_on=first.based_on,
        citations=tuple(group),
    )


def plain_source(citation: Citation, words: Words) -> str:
    """One line that lets a reader find the source again."""
    page = words("source.page", page=citation.page) if citation.page else None
    published = words.date(citation.published) if citation.published else None
    based_on = (
        f"{words('source.based_on')} {'; '.join(map(words.source, citation.based_on))}" if citation.based_on else None
    )
    parts = (citation.title, citation.publisher, published, page, web_address(citation.url), based_on)
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
