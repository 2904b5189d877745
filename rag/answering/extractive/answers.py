"""The answers of the extractive answerer: quotes, what was computed, a refusal; what they hold is verbatim."""

from collections.abc import Sequence
from dataclasses import replace

from rag.answering.base import DocumentOf
from rag.answering.composing.citing import cite
from rag.answering.composing.sentences import computed, quoting, short, value_in
from rag.answering.composing.sentences import differing as told_apart
from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.computing import Reckoned
from rag.answering.extractive.crossed import Crossed
from rag.answering.extractive.scoring import Scored
from rag.answering.extractive.short_answers import read_in
from rag.documents.figure_units import unit_of
from rag.documents.table_heads import is_figure
from rag.types import Answer, Citation, Objection, Outcome, Question, Refusal, Value

_LOOKED_AT = 3
_CLOSE = 0.35  # nearness of question and sentence, 0..1, from which a refusal quotes what the sources do say
COMPUTED = 0.9  # confidence of what is computed; measured on tables of other people's documents


def not_found(
    question: Question,
    scored: Sequence[Scored],
    nearest: Sequence[Scored],
    absent: Sequence[Objection],
    sure: float,
    document_of: DocumentOf,
) -> Answer:
    """An answer that says openly that there is none, and what the sources say instead: the `nearest`, best first."""
    looked_at = _cite_all(_one_per_document([one.candidate for one in nearest])[:_LOOKED_AT], document_of)
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.NOT_FOUND,
        looked_at=looked_at,
        confidence=sure,
        closest=looked_at[:1] if nearest and nearest[0].signals.semantic >= _CLOSE else (),
        unnamed=tuple(dict.fromkeys(name for reason in absent for name in reason.missing)),
        objections=tuple(absent) or _objections(scored, sure),
    )


def _objections(scored: Sequence[Scored], sure: float) -> tuple[Objection, ...]:
    """To every span that would have counted, and to an answer that is not sure enough without them."""
    to_spans = dict.fromkeys(reason for one in scored for reason in one.objections)
    return (*to_spans, Objection("confidence", (f"{sure:.2f}",)))


def declined(question: Question, why: Refusal) -> Answer:
    """The answer to what is no question for this service."""
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.DECLINED,
        refusal=why,
        objections=(Objection(why.value),),
    )


def told_openly(question: Question, reckoned: Reckoned, in_short: bool = True) -> Answer:
    """What was computed, with each of its terms, and the rows they stand in; a figure that stands there `in_short`."""
    citations = tuple(cite(n, span, reckoned.document) for n, span in enumerate(reckoned.spans, start=1))
    value = Value(reckoned.stands_written) if reckoned.stands_written and in_short else None
    first = [short(value, citations[0])] if value else []
    openly = [computed(reckoned.result, reckoned.terms, reckoned.said_of, citations[0])] if reckoned.result else []
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.ANSWERED,
        short_answer=value,
        sentences=(*first, *openly, *map(quoting, citations)),
        citations=citations,
        confidence=COMPUTED,
        short_confidence=COMPUTED if value else None,
    )


def told_by_crosses(question: Question, found: Crossed, in_short: bool = True) -> Answer:
    """The rows that a table of crosses tells, and above them what they say where that is one thing."""
    citations = tuple(cite(n, span, found.document) for n, span in enumerate(found.spans, start=1))
    value = Value(found.only) if found.only and in_short else None
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.ANSWERED,
        short_answer=value,
        sentences=(*([short(value, citations[0])] if value else []), *map(quoting, citations)),
        citations=citations,
        confidence=COMPUTED,
        short_confidence=COMPUTED if value else None,
    )


def composed(
    question: Question,
    chosen: Sequence[Scored],
    span: str | None,
    unlike: bool,
    sure: float,
    document_of: DocumentOf,
) -> Answer:
    """`span` answers by itself, if there is one; `unlike`: the chosen sentences give different values."""
    language = question.language
    citations = _cite_shown(chosen, document_of, marked=unlike or span is not None)
    value = replace(value_in(span, language), unit=_unit_of(chosen[0])) if span else None
    sentences = [quoting(citation) for citation in citations]
    if unlike:
        sentences.insert(0, told_apart([value_in(read_in(one) or "", language) for one in chosen], citations))
    elif value:
        sentences.insert(0, short(value, citations[0]))
    return Answer(
        question=question.text,
        language=language,
        outcome=Outcome.ANSWERED,
        short_answer=value,
        sentences=tuple(sentences),
        citations=citations,
        confidence=sure,
        differing=unlike,
    )


def _unit_of(one: Scored) -> str:
    """Of the figure found in a row of a table; its column says it before the caption does."""
    meant, table = _meant(one), one.candidate.table
    if meant is None or table is None or one.candidate.row is None:
        return ""
    cell = next((c for c in table.rows[one.candidate.row] if c.start < meant[1] and meant[0] < c.end), None)
    if cell is None or not is_figure(one.candidate.words_of(cell)) or cell.column < table.keys:
        return ""
    return unit_of(table.columns[cell.column]) or table.unit


def _cite_all(chosen: Sequence[Candidate], document_of: DocumentOf) -> tuple[Citation, ...]:
    return tuple(cite(n, one.span, document_of(one.span.document_id)) for n, one in enumerate(chosen, start=1))


def _cite_shown(chosen: Sequence[Scored], document_of: DocumentOf, marked: bool) -> tuple[Citation, ...]:
    """With the cell of a table that answers `marked`, where one is sure enough to be told in short."""
    return tuple(
        cite(n, one.candidate.span, document_of(one.candidate.span.document_id), _meant(one) if marked else None)
        for n, one in enumerate(chosen, start=1)
    )


def _meant(one: Scored) -> tuple[int, int] | None:
    """What the reader found, as offsets into the document."""
    begin = one.candidate.hit.passage.start
    return (begin + one.span.start, begin + one.span.end) if one.span and one.candidate.is_row else None


def _one_per_document(found: Sequence[Candidate]) -> list[Candidate]:
    """The first of each document, in their order."""
    first: dict[str, Candidate] = {}
    for one in found:
        first.setdefault(one.span.document_id, one)
    return list(first.values())
