"""Everything that is read from a question, once; what comes after takes the `Query` and reads no question again."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from rag.language.computations import Computation, computation_asked
from rag.language.dates import years_in
from rag.language.deeds import Deed, deeds_in
from rag.language.detection import detect
from rag.language.disguises import undisguised
from rag.language.events import Event, premises_in
from rag.language.grave import Grave, asked_about
from rag.language.offices import Office, office_in
from rag.language.question_kinds import AnswerType, wants_list
from rag.language.sequences import StepsAsked, step_asked, steps_asked
from rag.language.spelling import standardise
from rag.language.territories import places_in, territory_codes
from rag.language.text import words
from rag.questions.articles import articles_named, asks_whole_article, points_named, subject_of_article
from rag.questions.asking import Choice, Where, choice_offered, kind_wanted, where_asked
from rag.questions.exclusions import Exclusion, exclusions_in
from rag.questions.follow_ups import stand_alone
from rag.questions.names import Name, names_in
from rag.questions.overviews import Overview, overview_asked
from rag.questions.refusing import refusal
from rag.questions.several import parts_of
from rag.questions.topic import search_terms, topic_of, whole_topic_of
from rag.questions.unnamed import without_names
from rag.types import Language, Question

# What may be switched off by name to measure what it is worth, besides the checks of the answer and `Refusal`s.
QUESTION_RULES = ("disguises", "spelling", "glossary", "follow_ups", "several", "overviews", "unnamed")

_MARK = re.compile(r"(?<=\w )(?:[A-Z]|[IVX]{2,4})\b")  # behind the word that it belongs to


@dataclass(frozen=True, slots=True)
class Named:
    """A country, province, regency or city as the question writes it; `codes`: any of these may be meant."""

    text: str
    codes: frozenset[str]

    @property
    def words(self) -> frozenset[str]:
        return frozenset(words(self.text))


@dataclass(frozen=True, slots=True)
class Query:
    """A question understood. `question` is complete; `text` is that in standard spelling, and what all else is of."""

    question: Question
    typed: str  # by the person, perhaps leaning on the conversation
    text: str
    language: Language  # of its words, whichever language the answer is to be framed in
    kind: AnswerType | None  # None when any kind will do
    wants_list: bool
    steps: StepsAsked | None  # that are asked for in their order
    places: tuple[Named, ...]
    territories: frozenset[str]  # codes of the countries and provinces named, and of those that a named regency lies in
    years: tuple[str, ...]
    office: Office | None  # whose holder is asked for, or about
    exclusions: tuple[Exclusion, ...]
    events: tuple[Event, ...]  # that it takes for granted
    grave: tuple[Grave, ...]  # matters that are said of nobody without a source
    deeds: tuple[Deed, ...]  # that it says of somebody by name
    where: Where
    choice: Choice
    names: tuple[Name, ...]  # words of names, codes and large figures, places aside
    articles: tuple[str, ...]  # of a law: "Pasal 3"
    points: tuple[str, ...]  # within an article or a list: "(2)", "d."
    wants_article: bool  # whole, and not something that it says
    subject: str | None  # what the article says that is asked for: "denda" of "Pasal berapa yang mengatur denda?"
    computation: Computation | None  # that is asked for: the largest, the total
    words: frozenset[str]
    topic: tuple[frozenset[str], ...]  # for each word that carries it, the index terms that may name it
    whole_topic: tuple[tuple[frozenset[str], ...], ...]  # the same, with a term of each group
    terms: tuple[tuple[str, float], ...]  # searched for, with their weights
    may_unname: bool = False  # whether it may be asked without the names in it
    step: int | None = None  # the one of several that is asked for, from 1
    overview: Overview | None = None  # what it wants told of the documents themselves
    parts: tuple["Query", ...] = ()  # where several questions are asked in one, and the topics of an overview

    @property
    def marks(self) -> frozenset[str]:
        """Numbers and single letters by which a row or a column is called: the floor, the year, "Gedung B"."""
        called = _MARK.findall(self.text)
        return frozenset(mark.lower() for mark in called) | {word for word in self.words if word.isdigit()}

    @property
    def unnamed(self) -> str | None:
        """What an Indonesian one asks without the names in it, where that says enough.

        Worked out when it is wanted, which is seldom: it takes longer than all else that is understood.
        """
        return without_names(self.text, self.names, (place.text for place in self.places)) if self.may_unname else None

    @property
    def sought(self) -> str:
        """What a text must say to answer: which article says it, no article says itself."""
        return self.subject or self.text

    @property
    def understood_as(self) -> str | None:
        """The completed question, where what was typed leans on the conversation."""
        return self.question.text if self.question.text != self.typed else None


class Sought(Protocol):
    """As much of a question as passages are looked for by; a `Query` is one, and `Searched` is nothing else."""

    @property
    def question(self) -> Question: ...
    @property
    def text(self) -> str: ...
    @property
    def language(self) -> Language: ...
    @property
    def articles(self) -> tuple[str, ...]: ...
    @property
    def terms(self) -> tuple[tuple[str, float], ...]: ...


@dataclass(frozen=True, slots=True)
class Searched:
    """A question that is searched for and not answered: half of what a `Query` holds takes longer than to find it."""

    question: Question
    text: str
    language: Language
    articles: tuple[str, ...]
    terms: tuple[tuple[str, float], ...]


class Rewriter(Protocol):
    """Completes a question from its history; the very same object when it need not or cannot be."""

    def complete(self, question: Question) -> Question: ...


@dataclass(frozen=True, slots=True)
class Understanding:
    """How questions are completed and read. `longest`: characters that a completed question may have."""

    longest: int
    today: Callable[[], date] = date.today
    rewriter: Rewriter | None = None
    without: frozenset[str] = frozenset()  # names of QUESTION_RULES left out, for measurement

    def understand(self, asked: Question) -> Query:
        """The question completed from its history, and each of those it consists of."""
        today = self.today()
        complete = self._complete(asked, today)
        whole = self.read(complete)
        if whole.overview is not None:
            parts = tuple((topic, replace(complete, text=topic, history=())) for topic in whole.overview.topics)
        else:
            parts = () if "several" in self.without else parts_of(complete, today)
        language = whole.language if whole.overview is not None else None  # a topic of two words tells none
        read = tuple(replace(self.read(part, language), typed=typed, overview=None) for typed, part in parts)
        return replace(whole, typed=asked.text, parts=read)

    def read(self, question: Question, language: Language | None = None) -> Query:
        """The question as it is, whatever was said before it; `language` of its words where that is known."""
        return read(question, self.without, language)

    def searched(self, question: Question) -> Searched:
        """What is looked for; as `read` would have it."""
        return searched(question, self.without)

    def _complete(self, question: Question, today: date) -> Question:
        """By rules; by the model, if there is one, only what the rules leave alone."""
        # What was declined was no question: "terima kasih" is not what "dia" means.
        undo = "disguises" not in self.without
        turns = tuple(turn for turn in question.history if refusal(turn.question, self.longest, undo) is None)
        plain = undisguised(question.text) if undo else question.text
        asked = replace(question, text=plain, history=turns)
        by_rules = asked if "follow_ups" in self.without else stand_alone(asked, today)
        if len(by_rules.text) > self.longest:
            return asked
        if by_rules is not asked or self.rewriter is None:
            return by_rules
        return self.rewriter.complete(asked)


def searched(
    question: Question, without: frozenset[str] = frozenset(), known_language: Language | None = None
) -> Searched:
    """As much as a search needs of a question that stands alone."""
    text = question.text if "spelling" in without else standardise(question.text)
    language = known_language or detect(question.text)
    terms = search_terms(question.text, text, language, "glossary" not in without)
    return Searched(question, text, language, articles_named(text), tuple(terms.items()))


def read(question: Question, without: frozenset[str] = frozenset(), known_language: Language | None = None) -> Query:
    """A question that stands alone; `without` names QUESTION_RULES left out."""
    found = searched(question, without, known_language)
    text, language, glossary = found.text, found.language, "glossary" not in without
    exclusions, rest = exclusions_in(text)
    subject = subject_of_article(text)
    whole_topic = whole_topic_of(subject or text, language, glossary)
    return Query(
        question=question,
        typed=question.text,
        text=text,
        language=language,
        kind=kind_wanted(text) if subject is None else None,
        wants_list=wants_list(text),
        steps=steps_asked(text),
        places=tuple(Named(text[one.start : one.end], one.codes) for one in places_in(text, asked=True)),
        territories=territory_codes(text),
        years=years_in(text),
        office=office_in(text, rest),
        exclusions=exclusions,
        events=premises_in(text),
        grave=asked_about(text),
        deeds=deeds_in(text),
        where=where_asked(text),
        choice=choice_offered(text),
        names=names_in(question.text, language),
        articles=found.articles,
        points=points_named(text),
        wants_article=asks_whole_article(text),
        subject=subject,
        computation=computation_asked(text),
        words=frozenset(words(text)),
        topic=topic_of(whole_topic),
        whole_topic=whole_topic,
        terms=found.terms,
        may_unname=language is Language.INDONESIAN and "unnamed" not in without,
        step=step_asked(text),
        overview=None if "overviews" in without else overview_asked(text),
    )
