"""Answers without a language model: verbatim sentences, chosen by score, framed in the question's language."""

from collections.abc import Iterator, Mapping, Sequence

from rag.answering.base import DocumentOf
from rag.answering.composing.citing import cite
from rag.answering.composing.english import in_english
from rag.answering.composing.phrases import Phrases, phrases, source_name
from rag.answering.composing.several import combined, marked
from rag.answering.extractive.candidates import Candidate, candidates
from rag.answering.extractive.checks.which_figure import names_the_same
from rag.answering.extractive.confidence import Calibration, confidence, missing_names
from rag.answering.extractive.coverage import content_stems
from rag.answering.extractive.disagreement import differing
from rag.answering.extractive.scoring import Scored, Weights, score
from rag.answering.extractive.short_answers import read_in, short_answer
from rag.answering.extractive.thresholds import USUAL, least_confidence
from rag.language.detection import detect
from rag.language.question_kinds import wants_list
from rag.language.spelling import standardise
from rag.models.encoders.loading import Encoder
from rag.models.reader import Reader
from rag.questions.refusing import Refusal
from rag.types import (
    Answer,
    AnswerReady,
    Citation,
    Evidence,
    Language,
    Outcome,
    Question,
    Sentence,
    SentenceReady,
)

_MOST_QUOTES, _MOST_OF_A_LIST = 4, 5  # the members of a list often stand in several sentences
_MOST_OF_A_PART = 3  # for each of several questions asked in one
_NEAR_THE_BEST = 0.65  # share of the best score a further sentence needs to be quoted too
_SAME = 0.6  # Jaccard similarity of stems above which two sentences say the same
_LOOKED_AT = 3
_CLOSE = 0.35  # nearness of question and sentence, 0..1, from which a refusal quotes what the sources do say


class ExtractiveAnswerer:
    """Chooses and quotes; every figure and name in its answers stands in a verified quote."""

    name = "extractive"

    def __init__(
        self,
        encoder: Encoder,
        reader: Reader | None = None,
        weights: Weights | None = None,
        calibration: Calibration | None = None,
        least: Mapping[Language, float] | None = None,
    ) -> None:
        """`least`: the lowest confidence, 0..1, that is answered, for each language of the question."""
        self._encoder = encoder
        self._reader = reader
        self._weights = weights or Weights()
        self._calibration = calibration or Calibration()
        self._least = least or least_confidence(USUAL)

    def answer(self, evidence: Evidence, document_of: DocumentOf) -> Iterator[SentenceReady | AnswerReady]:
        """One SentenceReady per sentence, then AnswerReady."""
        answer = self._answer_parts(evidence, document_of) or self._answer_one(evidence, document_of, _MOST_QUOTES)
        for sentence in answer.sentences:
            yield SentenceReady(sentence, tuple(c for c in answer.citations if c.number in sentence.citations))
        yield AnswerReady(answer)

    def _answer_parts(self, evidence: Evidence, document_of: DocumentOf) -> Answer | None:
        """None when the question is one, or none of those it consists of has an answer."""
        answers = [(p.asked, self._answer_one(p.evidence, document_of, _MOST_OF_A_PART)) for p in evidence.parts]
        if not any(answer.outcome is Outcome.ANSWERED for _, answer in answers):
            return None
        return combined(evidence.question, answers)

    def _answer_one(self, evidence: Evidence, document_of: DocumentOf, most: int) -> Answer:
        """`most`: how many sentences may be quoted, unless a list is asked for."""
        question = evidence.question
        plain = standardise(question.text)
        several = wants_list(plain)
        found = candidates(evidence.hits, whole_tables=several)
        scored = score(plain, found, self._encoder, self._reader, self._weights)
        absent = missing_names(plain, scored)
        sure = 0.0 if absent else confidence(scored, self._calibration)
        if not scored or absent or sure < self._least[question.language]:
            return not_found(question, scored, absent, sure, document_of)
        unlike = differing(plain, scored, lambda one: self._answers_alone(one, question.language))
        chosen = unlike or _chosen(plain, scored, _MOST_OF_A_LIST if several else most)
        short = read_in(unlike[0]) if unlike else short_answer(plain, scored, several)
        return _compose(question, chosen, short, bool(unlike), sure, document_of)

    def _answers_alone(self, one: Scored, language: Language) -> bool:
        return confidence([one], self._calibration) >= self._least[language]


def not_found(
    question: Question, scored: Sequence[Scored], absent: Sequence[str], sure: float, document_of: DocumentOf
) -> Answer:
    """An answer that says openly that there is none, what the sources say instead, and how to ask better."""
    say = phrases(question.language)
    by_meaning = sorted(
        scored, key=lambda one: -one.signals.semantic
    )  # their score is for what they might have answered
    nearest = [one.candidate for one in by_meaning]
    looked_at = _cite_all(_one_per_document(nearest)[:_LOOKED_AT], document_of)
    parts = [say.not_found if nearest else say.not_found_empty_index]
    if absent:
        parts.append(say.no_such_name.format(names=", ".join(f"“{name}”" for name in absent)))
    if looked_at:
        parts.append(say.looked_at.format(titles="; ".join(dict.fromkeys(c.title for c in looked_at))))
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.NOT_FOUND,
        text=" ".join(parts),
        looked_at=looked_at,
        suggestions=say.suggestions,
        confidence=sure,
        closest=looked_at[:1] if by_meaning and by_meaning[0].signals.semantic >= _CLOSE else (),
    )


def declined(question: Question, why: Refusal) -> Answer:
    """The answer to what is no question for this service."""
    text = phrases(question.language).declined[why]
    return Answer(question=question.text, language=question.language, outcome=Outcome.DECLINED, text=text)


def _chosen(question: str, scored: Sequence[Scored], most: int) -> tuple[Scored, ...]:
    """The best sentence and those near it that add something, at most `most`."""
    best = scored[0]
    chosen = [best]
    for one in scored[1:]:
        if len(chosen) == most or one.score < _NEAR_THE_BEST * best.score:
            break
        if _another_row(question, best, one):
            continue
        if all(_overlap(one, other) < _SAME for other in chosen):
            chosen.append(one)
    return tuple(chosen)


def _another_row(question: str, best: Scored, one: Scored) -> bool:
    """Whether it is the row of a table for something else than what the question and the best sentence name."""
    named = names_the_same(question, best.candidate.text)
    return named and one.candidate.is_row and not names_the_same(question, one.candidate.text)


def _overlap(one: Scored, other: Scored) -> float:
    a, b = frozenset(content_stems(one.candidate.text)), frozenset(content_stems(other.candidate.text))
    return len(a & b) / len(a | b) if a | b else 1.0


def _compose(
    question: Question,
    chosen: Sequence[Scored],
    short: str | None,
    unlike: bool,
    sure: float,
    document_of: DocumentOf,
) -> Answer:
    citations = _cite_all([one.candidate for one in chosen], document_of)
    say = phrases(question.language)
    sentences = [_quoting(citation, question.language, say, document_of) for citation in citations]
    if unlike:
        sentences.insert(0, _values(chosen, citations, question.language, document_of))
    elif short:
        sentences.insert(0, Sentence(_short_sentence(short, question.language, say), (citations[0].number,)))
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.ANSWERED,
        text=" ".join(map(marked, sentences)),
        short_answer=short,
        sentences=tuple(sentences),
        citations=citations,
        confidence=sure,
        differing=unlike,
    )


def _values(
    chosen: Sequence[Scored], citations: Sequence[Citation], language: Language, document_of: DocumentOf
) -> Sentence:
    """Each value with who says it and when."""
    say = phrases(language)
    values = (
        say.value_of.format(
            short=_short_sentence(read_in(one) or "", language, say).rstrip("."),
            source=source_name(document_of(citation.document_id), language),
        )
        for one, citation in zip(chosen, citations, strict=True)
    )
    return Sentence(say.differing.format(values="; ".join(values)), tuple(c.number for c in citations))


def _cite_all(chosen: Sequence[Candidate], document_of: DocumentOf) -> tuple[Citation, ...]:
    return tuple(cite(n, one.span, document_of(one.span.document_id)) for n, one in enumerate(chosen, start=1))


def _one_per_document(found: Sequence[Candidate]) -> list[Candidate]:
    return list({one.span.document_id: one for one in reversed(found)}.values())[::-1]


def _short_sentence(short: str, language: Language, say: Phrases) -> str:
    translation = in_english(short) if language is Language.ENGLISH else None
    if translation:
        return say.short_translated.format(short=short, translation=translation)
    return say.short.format(short=short)


def _quoting(citation: Citation, language: Language, say: Phrases, document_of: DocumentOf) -> Sentence:
    source = source_name(document_of(citation.document_id), language)
    frame = say.quote if detect(citation.quote) is language else say.quote_foreign
    return Sentence(frame.format(source=source, quote=citation.quote), (citation.number,))
