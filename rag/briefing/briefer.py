"""A topic or questions in, a briefing out; every line of it is a verified quote or a question left open."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from rag.answering.base import Answerer, DocumentOf
from rag.briefing.asking import open_questions, sub_queries
from rag.briefing.gathering.material import Material, gathered
from rag.briefing.gathering.themes import Theme, theme_of
from rag.briefing.ordering.kinds import days_in
from rag.briefing.ordering.sections import Ordered, ordered
from rag.briefing.values import Audience, Briefing, Entry, Part, Section
from rag.briefing.writing.entries import differing, entries_of
from rag.errors import BadInput
from rag.index.versions import LiveIndex, OpenVersion
from rag.language.detection import detect
from rag.language.norms import without_order
from rag.models.encoders.loading import Encoder
from rag.questions.refusing import refusal
from rag.questions.understanding import Query, read
from rag.retrieval.retriever import Retriever
from rag.types import Answer, AnswerReady, Citation, Framing, Language, Outcome, Question
from rag.wording.words import N_

_DEPTH = 40  # passages looked at for each query
_ANSWERING = 0.5  # relevance that a sentence gains with which one of the questions was answered


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a briefing is asked for: a topic, or questions under a title."""

    topic: str
    language: Language
    questions: tuple[str, ...] = ()
    audience: Audience = Audience.STAFF


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with the answer to it."""

    text: str
    answer: Answer


class Briefer:
    """Safe to call from several threads; a briefing holds the index version it began with."""

    def __init__(
        self,
        index: LiveIndex,
        retriever: Retriever,
        encoder: Encoder,
        answerer: Answerer,
        *,
        passages_read: int,
        longest_question: int,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._index, self._retriever, self._encoder, self._answerer = index, retriever, encoder, answerer
        self._passages_read, self._longest, self._now = passages_read, longest_question, now

    def brief(self, wanted: Wanted) -> Briefing:
        """The same for the same index version, but for `made_at`. Raises BadInput, IndexMissing, IndexMismatch."""
        wanted = replace(wanted, topic=without_order(wanted.topic))
        version = self._index.current()
        document_of = version.decoding_once()
        themes = self._themes(wanted, version)
        asked = [self._asked(text, version, document_of) for text in wanted.questions]
        material = _with_answers(self._material(wanted, themes, version, document_of), asked)
        sections = list(_written(ordered(material, themes, wanted.audience), themes))
        sections = _told_apart(sections, asked)
        left = [one.text for one in asked if one.answer.outcome is not Outcome.ANSWERED]
        if not wanted.questions:
            sections, left = self._closed(wanted, sections, version, document_of)
        unanswered = (Section(Part.UNANSWERED, tuple(map(Entry, left))),) if left else ()
        return Briefing(
            topic=wanted.topic,
            language=wanted.language,
            audience=wanted.audience,
            index_version=version.name,
            made_at=self._now().isoformat(timespec="seconds"),
            sections=(*(section for section in sections if section.entries), *unanswered),
            questions=wanted.questions,
        )

    def _themes(self, wanted: Wanted, version: OpenVersion) -> tuple[Theme, ...]:
        for text in (wanted.topic, *wanted.questions):
            why = refusal(text, self._longest)
            if why is not None:
                raise BadInput(
                    N_("a briefing cannot be made of '%(text)s' (%(value)s): name a topic or a question"),
                    text=text[:80],
                    value=why.value,
                )
        queries = [_read(text) for text in wanted.questions or (wanted.topic,)]
        themes = tuple(theme for query in queries if (theme := theme_of(query, version.lexical)).weights)
        if not themes:
            raise BadInput(
                N_("'%(topic)s' has no word to look for: say what the briefing is about"), topic=wanted.topic
            )
        return themes

    def _material(
        self, wanted: Wanted, themes: Sequence[Theme], version: OpenVersion, document_of: DocumentOf
    ) -> Material:
        queries: list[Query] = [theme.query for theme in themes]
        if not wanted.questions:
            queries += map(_read, sub_queries(wanted.topic, detect(wanted.topic)))
        hits = [self._retriever.retrieve(query, version, _DEPTH).hits for query in queries]
        return gathered(themes, hits, document_of, self._encoder)

    def _asked(self, text: str, version: OpenVersion, document_of: DocumentOf) -> _Asked:
        evidence = self._retriever.retrieve(_read(text), version, self._passages_read)
        *_, last = self._answerer.answer(evidence, document_of)
        if not isinstance(last, AnswerReady):
            raise TypeError("the stream did not end with an answer")
        return _Asked(text, last.answer)

    def _closed(
        self, wanted: Wanted, sections: list[Section], version: OpenVersion, document_of: DocumentOf
    ) -> tuple[list[Section], list[str]]:
        """The sections with what answers the questions they leave open, and those that nothing answers."""
        left: list[str] = []
        for part, text in list(open_questions(wanted.topic, wanted.language, sections)):
            asked = self._asked(text, version, document_of)
            if asked.answer.outcome is not Outcome.ANSWERED:
                left.append(text)
                continue
            told = [citation for section in sections for entry in section.entries for citation in entry.citations]
            fresh = tuple(_quoting(one) for one in asked.answer.citations[:1] if not _overlaps(one, told))
            sections = [
                replace(section, entries=(*section.entries, *fresh)) if section.part is part else section
                for section in sections
            ]
        return sections, left


def _read(text: str) -> Query:
    return read(Question(text, detect(text)))


def _with_answers(material: Material, asked: Sequence[_Asked]) -> Material:
    """What answers one of the questions counts for more."""
    places = [(c.document_id, c.start, c.end) for one in asked for c in one.answer.citations]
    if not places:
        return material
    found = tuple(
        replace(one, relevance=min(1.0, one.relevance + _ANSWERING))
        if any(
            one.unit.document.id == key and one.unit.start < end and start < one.unit.end for key, start, end in places
        )
        else one
        for one in material.found
    )
    return replace(material, found=found)


def _written(chosen: Ordered, themes: Sequence[Theme]) -> Iterator[Section]:
    """Every section but that of open questions, empty ones too."""
    for part in Part:
        if part is Part.DIFFERING:
            yield Section(part, tuple(map(differing, chosen.differing)))
        elif part is not Part.UNANSWERED:
            units = chosen.sections[part]
            yield Section(part, tuple(entry for one in units for entry in entries_of(one.unit, part, themes)))


def _told_apart(sections: list[Section], asked: Sequence[_Asked]) -> list[Section]:
    """With the values that differ in the answers, each sentence in this section only."""
    told = [s for one in asked for s in one.answer.sentences if s.framing is Framing.DIFFERING]
    if not told:
        return sections
    unlike = tuple(Entry("", sentence.citations, sentence.values) for sentence in told)
    apart = [citation for entry in unlike for citation in entry.citations]
    return [
        replace(section, entries=(*section.entries, *unlike))
        if section.part is Part.DIFFERING
        else replace(
            section, entries=tuple(e for e in section.entries if not any(_overlaps(c, apart) for c in e.citations))
        )
        for section in sections
    ]


def _quoting(citation: Citation) -> Entry:
    return Entry(citation.quote, (citation,), days=days_in(citation.quote), context=citation.title)


def _overlaps(one: Citation, others: Sequence[Citation]) -> bool:
    """Whether a stretch that it quotes is quoted by another."""
    return any(
        one.document_id == other.document_id and one.start < other.end and other.start < one.end for other in others
    )
