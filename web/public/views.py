"""An answer as the page shows it."""

from dataclasses import dataclass, replace
from secrets import token_hex

from rag.types import Answer, Citation, Framing, Language, Outcome, Sentence, Value
from rag.wording.prose import LONG, caution, original, suggestions, text_of, values_text, why_not
from rag.wording.words import Words, words_of
from web.public.sentences import SentenceView, foreign, view_sentences
from web.public.sources import SourceView, gather, plain_source


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
class AnswerView:
    """Everything the answer template needs; `id` ties feedback to this answer; `kept` when it has an address."""

    id: str
    answer: Answer
    kept: bool
    headline: HeadlineView | None
    sentences: tuple[SentenceView, ...]
    sources: tuple[SourceView, ...]
    closest: tuple[SourceView, ...]
    looked_at: tuple[SourceView, ...]  # without what is in `closest`
    follow_ups: tuple[str, ...] = ()

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
    def reason(self) -> str:
        """What a refusal says below its title."""
        return why_not(self.answer)

    @property
    def told(self) -> tuple[Citation, ...]:
        """The citations whose quote stands in the answer itself, where it need not stand again."""
        framings = (Framing.QUOTE, Framing.EXCERPT)
        return tuple(s.citations[0] for s in self.answer.sentences if s.framing in framings)

    @property
    def notes(self) -> tuple[str, ...]:
        """The sources a line each, for paper, in the language of the answer."""
        words = words_of(self.answer.language)
        return tuple(plain_source(citation, words) for citation in self.answer.citations)

    @property
    def document_ids(self) -> str:
        """The cited documents, one a line."""
        return "\n".join(source.document_id for source in self.sources)

    def plain(self, words: Words) -> str:
        """Question and answer with the sources, as one pastes it into a letter."""
        said = [f"“{citation.quote}” {plain_source(citation, words)}" for citation in self.answer.closest]
        notes = [plain_source(citation, words) for citation in self.answer.citations]
        return "\n".join(
            [
                self.answer.question,
                "",
                self.text,
                *(["", words.gettext("What the sources do say") + ":", *said] if said else []),
                *(["", words.gettext("Sources") + ":", *notes] if notes else []),
            ]
        )


def view_answer(answer: Answer, kept_as: str | None = None, follow_ups: tuple[str, ...] = ()) -> AnswerView:
    """The view of a finished answer; `kept_as` is its id where it is kept."""
    headline, sentences = _shown(answer)
    return AnswerView(
        id=kept_as or token_hex(16),
        answer=answer,
        kept=kept_as is not None,
        headline=headline,
        sentences=sentences,
        sources=gather(answer.citations),
        closest=gather(answer.closest),
        looked_at=gather(citation for citation in answer.looked_at if citation not in answer.closest),
        follow_ups=follow_ups,
    )


def _shown(answer: Answer) -> tuple[HeadlineView | None, tuple[SentenceView, ...]]:
    """A headline that fills lines is marked in the first quote instead, where it stands in that word for word."""
    headline, below = _headline(answer)
    sentences = view_sentences(below, answer.language)
    if headline is None or not sentences or len(headline.text) <= LONG:
        return headline, sentences
    first = sentences[0]
    if headline.aside or first.table or first.citations[:1] != answer.citations[:1] or "\n" in first.text:
        return headline, sentences
    if headline.text not in first.text:
        return headline, sentences
    return None, (replace(first, key=headline.text), *sentences[1:])


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
        language=foreign(answer.citations[0], answer.language),
    )
