"""Answers laid out as a sheet, so that they can be written as files: one of them, or a conversation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.briefing.writing.layout import grid_of
from rag.briefing.writing.notes import Notes
from rag.briefing.writing.sheet import Grid, Heading, Line, Sheet
from rag.types import Answer, Framing, Language, Outcome, Sentence
from rag.wording.prose import LONG, quoted, sentence_text, text_of
from rag.wording.words import Words, words_of

Blocks = Iterator[Heading | Line | Grid]
_WORD_FOR_WORD = frozenset({Framing.QUOTE, Framing.EXCERPT})


@dataclass(frozen=True, slots=True)
class Told:
    """An answer, when it was given (ISO 8601) and where it can be read."""

    answer: Answer
    at: str
    address: str


def answers_laid_out(told: Sequence[Told]) -> Sheet:
    """In the language of the first question; every quote with the number of its note."""
    first = told[0].answer
    words = words_of(first.language)
    notes = Notes(words)
    blocks = tuple(block for one in told for block in _turn(one, notes, heading=len(told) > 1))
    return Sheet(
        title=first.question if len(told) == 1 else words.gettext("Conversation: %(topic)s", topic=first.question),
        language=first.language.value,
        facts=tuple(_facts(told, words)),
        blocks=blocks,
        notes=notes.all(),
        page=words.gettext("Page"),
        notes_heading=words.gettext("Sources"),
    )


def _facts(told: Sequence[Told], words: Words) -> Iterator[str]:
    last = told[-1]
    yield words.gettext("Tanya Lampung, %(moment)s. %(address)s", moment=words.moment(last.at), address=last.address)
    models = [one.answer.model for one in told if one.answer.model != "extractive"]
    if models:
        yield words.gettext(
            "Written with the language model %(model)s; each sentence was then checked against the documents.",
            model=models[0].removesuffix(" + guard"),
        )
    else:
        yield words.gettext(
            "All that stands between quotation marks, and every table, is quoted word for word from the sources."
        )


def _turn(one: Told, notes: Notes, heading: bool) -> Blocks:
    answer = one.answer
    if heading:
        yield Heading(answer.question)
    if answer.outcome is not Outcome.ANSWERED:
        yield Line(text_of(answer), item=False)
        yield from _closest(answer, notes)
        return
    part = None
    for sentence in _without_repetition(answer.sentences):
        lead = f"{sentence.part}:" if sentence.part and sentence.part != part else ""
        part = sentence.part
        yield _sentence(sentence, answer.language, notes, lead)
    words = words_of(answer.language)
    for asked in answer.unanswered:
        missing = words.gettext("The documents we hold do not contain an answer to “%(asked)s”.", asked=asked)
        yield Line(missing, item=False)


def _without_repetition(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
    """A short answer that fills lines is left out where the quote behind it has it word for word."""
    if len(sentences) < 2 or sentences[0].framing is not Framing.SHORT_ANSWER:
        return sentences
    value, quote = sentences[0].values[0], sentences[1].citations[0].quote
    repeated = value.translation is None and len(value.text) > LONG and value.text in quote
    return sentences[1:] if repeated else sentences


def _sentence(sentence: Sentence, language: Language, notes: Notes, lead: str) -> Line | Grid:
    """A quote by itself, for its note says whose it is; rows of a table as a table."""
    numbers = tuple(dict.fromkeys(map(notes.number, sentence.citations)))
    if sentence.framing not in _WORD_FOR_WORD:
        return Line(sentence_text(sentence, language), numbers, lead, item=False)
    (citation,) = sentence.citations
    if citation.table:
        return grid_of(citation.table, Line(citation.table.caption or citation.title, numbers, lead))
    return Line(quoted(citation), numbers, lead, item=False)


def _closest(answer: Answer, notes: Notes) -> Blocks:
    words = words_of(answer.language)
    for citation in answer.closest:
        lead = words.gettext("What the sources do say") + ":"
        number = notes.number(citation)
        if citation.table:
            yield grid_of(citation.table, Line(citation.table.caption or citation.title, (number,), lead))
        else:
            yield Line(quoted(citation), (number,), lead, item=False)
