"""Which documents there are, which are the newest, and what one of them says: lists and quotes, no words of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from rag.answering.base import DocumentOf
from rag.answering.composing.citing import cite
from rag.answering.composing.sentences import excerpt, quoting
from rag.answering.overviews.about import Found, about, found_about
from rag.answering.overviews.leads import lead_of, leads_of
from rag.index.versions.listing import Listing
from rag.questions.overviews import Overview, Wanted
from rag.retrieval.evidence import Evidence
from rag.types import (
    Answer,
    Citation,
    Document,
    DocumentFacts,
    Framing,
    Objection,
    Outcome,
    Question,
    Sentence,
    Value,
)

_LISTED, _NEWEST, _LEADS = 8, 4, 4
_NAMED = 0.5  # share of the topic's words that the title of the one document meant has
_BY_METADATA, _BY_WORDS = 1.0, 0.9  # confidence of a list of all, and of what is chosen by the words of a topic
_NEAREST = 3


def told(evidence: Evidence, listing: Listing, document_of: DocumentOf) -> Answer | None:
    """None where the question has to be answered as an ordinary one."""
    asked, question = evidence.query.overview, evidence.query.question
    if asked is None or not listing.find(limit=1).total:
        return None
    if asked.wanted is Wanted.PROGRAMMES:
        return _programmes(evidence, listing, document_of)
    if not asked.topics:
        return _of_all(asked, question, listing, document_of)
    (part,) = evidence.parts
    if asked.wanted is Wanted.LEADS:
        return _leads(asked, part, question, document_of)
    return _about(asked, part, question, document_of)


def as_ordinary(evidence: Evidence) -> Evidence:
    """The same as an ordinary question: what a summary is wanted of, else all that was asked."""
    asked = evidence.query.overview
    if asked is not None and asked.wanted is Wanted.LEADS and evidence.parts:
        (part,) = evidence.parts
        return replace(part, hits=part.hits[: len(evidence.hits)])
    return replace(evidence, parts=())


def withheld(answer: Answer) -> Answer:
    """One that is not sure enough."""
    nearest = answer.citations[:_NEAREST]
    reason = Objection("confidence", (f"{answer.confidence:.2f}",))
    return replace(
        answer, outcome=Outcome.NOT_FOUND, sentences=(), citations=(), looked_at=nearest, objections=(reason,)
    )


def _of_all(asked: Overview, question: Question, listing: Listing, document_of: DocumentOf) -> Answer:
    """What there is, newest first; the newest with what they begin with."""
    held = listing.documents(question.filters)
    if asked.wanted is Wanted.LATEST and any(document.published for document in held):
        newest = [document for document in held if document.published][:_NEWEST]
        return _answer(question, [_said("latest")], map(quoting, _leading(newest, document_of)), _BY_METADATA)
    dates = [document.published.isoformat() for document in held if document.published]
    opening = [_said("holdings", len(held), len({document.publisher for document in held}), *dates[:1], *dates[-1:])]
    if asked.wanted is Wanted.LEADS:
        opening.insert(0, _said("no_summary"))
    if asked.wanted is Wanted.LATEST:
        opening.insert(0, _said("undated"))
    return _answer(question, opening, _entries(held, document_of), _BY_METADATA)


def _about(asked: Overview, part: Evidence, question: Question, document_of: DocumentOf) -> Answer:
    """The documents about a topic, newest first."""
    (topic,) = asked.topics
    documents = sorted((document_of(name) for name in about(part)), key=_newest_first)
    if not documents:
        return _nothing_about(topic, part, question, document_of)
    if asked.wanted is Wanted.LATEST:
        quotes = map(quoting, _leading(documents[:_NEWEST], document_of))
        return _answer(question, [_said("latest_about", topic)], quotes, _BY_WORDS)
    return _answer(question, [_said("holdings_about", topic)], _entries(documents, document_of), _BY_WORDS)


def _leads(asked: Overview, part: Evidence, question: Question, document_of: DocumentOf) -> Answer | None:
    """The lead sentences of the document that is meant. None where none is, unless a piece of news was named."""
    (topic,) = asked.topics
    best = _meant(found_about(part), asked)
    if best is None:
        return _nothing_about(topic, part, question, document_of) if asked.of_press else None
    document = document_of(best.id)
    leads = enumerate(leads_of(document, _LEADS), start=1)
    quotes = [excerpt(cite(n, one.span, document), one.heading) for n, one in leads]
    day = document.published.isoformat() if document.published else ""
    language = quotes[0].citations[0].language
    opening = _said("leads", document.title, document.publisher or "", day, language.value)
    return _answer(question, [opening], quotes, _BY_WORDS)


def _meant(found: Sequence[Found], asked: Overview) -> Found | None:
    """The one whose title has every word of the topic, else the first found of those that may be meant."""
    meant = [one for one in found if one.is_about and (asked.of_press or one.in_title >= _NAMED)]
    return next((one for one in meant if one.in_title == 1), next(iter(meant), None))


def _programmes(evidence: Evidence, listing: Listing, document_of: DocumentOf) -> Answer | None:
    """Documents that name one in their title; no list of them is kept. None where no title does."""
    (part,) = evidence.parts
    names = sorted({term for group in part.query.topic for term in group})
    named = {one.id: one for name in names for one in listing.find(name, limit=_LISTED).documents}
    if not named:
        return None
    documents = sorted((document_of(name) for name in named), key=_newest_first)
    opening = [_said("no_list", part.query.question.text)]
    return _answer(evidence.query.question, opening, _entries(documents, document_of), _BY_WORDS)


def _entries(documents: Sequence[Document | DocumentFacts], document_of: DocumentOf) -> list[Sentence]:
    """One for each document that is shown, and how many more there are."""
    shown = _leading(documents[:_LISTED], document_of)
    more = len(documents) - len(shown)
    return [*(Sentence(Framing.DOCUMENT, (one,)) for one in shown), *([_said("more", more)] if more else [])]


def _leading(documents: Sequence[Document | DocumentFacts], document_of: DocumentOf) -> tuple[Citation, ...]:
    """The first sentence of each."""
    whole = (document_of(one.id) for one in documents)
    return tuple(cite(n, lead_of(document), document) for n, document in enumerate(whole, start=1))


def _said(statement: str, *values: object) -> Sentence:
    """What rag/wording/overviews.py says by that name."""
    return Sentence(Framing.OVERVIEW, (), tuple(Value(str(value)) for value in values), statement)


def _answer(question: Question, opening: Sequence[Sentence], below: Iterable[Sentence], sure: float) -> Answer:
    sentences = (*opening, *below)
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.ANSWERED,
        sentences=sentences,
        citations=tuple(citation for sentence in sentences for citation in sentence.citations),
        confidence=sure,
    )


def _nothing_about(topic: str, part: Evidence, question: Question, document_of: DocumentOf) -> Answer:
    nearest = tuple(dict.fromkeys(hit.passage.document_id for hit in part.hits))[:_NEAREST]
    documents = tuple(document_of(name) for name in nearest)
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.NOT_FOUND,
        looked_at=_leading(documents, document_of),
        objections=(Objection("no_document", (topic,)),),
    )


def _newest_first(document: Document) -> tuple[int, str]:
    return -(document.published or date.min).toordinal(), document.title.casefold()
