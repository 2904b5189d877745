"""Answers without a language model: verbatim sentences, chosen by score, framed in the question's language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from rag.answering.base import DocumentOf
from rag.answering.composing.sentences import tentative
from rag.answering.composing.several import combined
from rag.answering.extractive.answers import COMPUTED, composed, not_found, told_by_crosses, told_openly
from rag.answering.extractive.calendars import on_calendar
from rag.answering.extractive.candidates import candidates
from rag.answering.extractive.checks import checks_without
from rag.answering.extractive.checks.unknown_words import UnknownWords
from rag.answering.extractive.computing import Reckoned, reckon
from rag.answering.extractive.conditions import on_condition
from rag.answering.extractive.confidence import Calibration, confidence, unsupported
from rag.answering.extractive.crossed import Crossed, crossed
from rag.answering.extractive.disagreement import differing
from rag.answering.extractive.displaced import displaced
from rag.answering.extractive.exceptions import exceptions_to
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.grounding import RULES as GROUNDING_RULES
from rag.answering.extractive.grounding import Grounded, grounded, tells_of_grave
from rag.answering.extractive.lacking import lacking
from rag.answering.extractive.law import (
    changes_first,
    of_law,
    of_meant_laws,
    repealing_candidates,
    repeals_of,
    sole_article,
    within_articles,
)
from rag.answering.extractive.names_told import names_nobody
from rag.answering.extractive.narrowing import NARROWINGS
from rag.answering.extractive.nearness import Nearness
from rag.answering.extractive.scoring import Scored, Scorer, Weights
from rag.answering.extractive.short_answers import Short, read_in, short_answer
from rag.answering.extractive.steps import in_order_first, steps_of
from rag.answering.extractive.thresholds import LEAST_OUTRIGHT, LEAST_SHORT, least_confidence
from rag.answering.extractive.timetables import on_timetable
from rag.answering.extractive.whole_lists import is_within, tells_a_list, with_whole_list
from rag.answering.overviews.comparing import compared
from rag.answering.overviews.reckoning import reckoned_by_parts
from rag.answering.overviews.telling import as_ordinary, told, withheld
from rag.language.deeds import people_in
from rag.language.sequences import StepsAsked
from rag.language.spelling import standardise
from rag.models.encoders.loading import Encoder
from rag.models.reader import Reader
from rag.questions.overviews import BY_PARTS, Wanted
from rag.questions.understanding import Query
from rag.retrieval.evidence import Evidence
from rag.types import (
    Answer,
    AnswerReady,
    Document,
    Language,
    Objection,
    Outcome,
    SentenceReady,
)

ANSWER_RULES = (
    "differing",
    "displaced",
    "calendars",
    "computing",
    "conditions",
    "crossed",
    "exceptions",
    "lacking",
    "lists",
    "names",
    "people",
    "steps",
    "tentative",
    "timetables",
    *GROUNDING_RULES,
    UnknownWords.name,
)  # that may be left out, besides checks and narrowings

_MOST_QUOTES, _MOST_OF_A_LIST = 4, 5  # the members of a list often stand in several sentences
_MOST_OF_A_PART = 3  # for each of several questions asked in one
_NEAR_THE_BEST = 0.65  # share of the best score a further sentence needs to be quoted too
_SAME = 0.6  # Jaccard similarity of stems above which two sentences say the same
_MOST_LIMITS = 2
_OF_A_TERM = 0.85  # the figures of a sum or a difference are shown with what was made of them


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
        least_short: Mapping[Language, float] | None = None,
        without: frozenset[str] = frozenset(),
    ) -> None:
        """`least`: the lowest confidence, 0..1, that is answered, for each language of the question.

        `least_short`: the same of the short answer. Both may change between two questions.
        `without` names checks, narrowings and ANSWER_RULES that are left out, to measure what they are worth.
        """
        self._checks = checks_without(without)
        narrowings = tuple(one for one in NARROWINGS if one.name not in without)
        self._encoder, self._weights = encoder, weights or Weights()
        self._scorer = Scorer(reader, self._weights, self._checks.of_spans, narrowings)
        self._calibration = calibration or Calibration()
        self._least = least_confidence() if least is None else least
        self._least_short = dict.fromkeys(Language, LEAST_SHORT) if least_short is None else least_short
        self._rival = least_confidence()
        self._without = without

    def answer(self, evidence: Evidence, document_of: DocumentOf) -> Iterator[SentenceReady | AnswerReady]:
        """One SentenceReady per sentence, then AnswerReady."""
        answer = (
            self._answer_overview(evidence, document_of)
            or self._answer_parts(evidence, document_of)
            or self._answer_one(evidence, document_of, _MOST_QUOTES)
        )
        for sentence in answer.sentences:
            yield SentenceReady(sentence, sentence.citations)
        yield AnswerReady(answer)

    def _answer_overview(self, evidence: Evidence, document_of: DocumentOf) -> Answer | None:
        """None when the question is not about the documents themselves."""
        if evidence.query.overview is None or evidence.listing is None:
            return None
        least = self._least[evidence.query.question.language]
        if evidence.query.overview.wanted in BY_PARTS:
            compares = evidence.query.overview.wanted is Wanted.COMPARISON
            by_parts, share = (compared, 1.0) if compares else (reckoned_by_parts, _OF_A_TERM)
            return by_parts(evidence, lambda one, most: self._answer_one(one, document_of, most, share))
        answer = told(evidence, evidence.listing, document_of)
        if answer is None:
            return self._answer_one(as_ordinary(evidence), document_of, _MOST_QUOTES)
        return withheld(answer) if answer.outcome is Outcome.ANSWERED and answer.confidence < least else answer

    def _answer_parts(self, evidence: Evidence, document_of: DocumentOf) -> Answer | None:
        """None when the question is one, or none of those it consists of has an answer.

        What leans on a grave matter that is told nowhere is asked of it too.
        """
        answers: list[tuple[str, Answer]] = []
        for part in evidence.parts:
            before = answers[-1][1] if answers and _leans(part.query) else None
            refused = before is not None and any(reason.check == "grave" for reason in before.objections)
            mine = before if before and refused else self._answer_one(part, document_of, _MOST_OF_A_PART)
            answers.append((part.query.typed, mine))
        if not any(answer.outcome is Outcome.ANSWERED for _, answer in answers):
            return None
        return combined(evidence.query.question, answers)

    def _answer_one(self, evidence: Evidence, document_of: DocumentOf, most: int, share: float = 1.0) -> Answer:
        """`most`: how many sentences may be quoted, unless a list is asked for.

        `share`: of the probability a short answer needs otherwise.
        """
        query = evidence.query
        language = query.question.language
        least, least_short = self._least[language], share * self._least_short[language]
        reckoned = None if "computing" in self._without else reckon(query, evidence.hits, document_of)
        if isinstance(reckoned, Reckoned) and least <= COMPUTED and self._may_tell(query, reckoned.document):
            return told_openly(query.question, reckoned, least_short <= COMPUTED)
        in_grid = self._in_grid(query, evidence, document_of)
        if in_grid is not None and least <= COMPUTED and self._may_tell(query, in_grid.document):
            return told_by_crosses(query.question, in_grid, least_short <= COMPUTED)
        told = partial(of_law, query, sole_article(query, evidence.hits))
        near = Nearness(self._encoder, query, evidence.vector, self._weights.semantic)
        in_order = query.steps is StepsAsked.NAMED and "steps" not in self._without
        whole = query.wants_list or in_order
        quotable = candidates(
            evidence.hits, whole_tables=whole, of_law=told, in_order=in_order, document_of=document_of
        )
        found = scored = self._scorer.score(query, quotable)
        kept = self._meant(query, near.settled(within_articles(query, scored)), document_of)
        scored, absent = near.settled(kept.scored), kept.objections
        scored = in_order_first(scored) if in_order else scored
        other = self._displaced(query, scored, document_of)
        sure = 0.0 if absent else confidence(scored, self._calibration, bool(other))
        if not absent and least <= sure < LEAST_OUTRIGHT and UnknownWords.name not in self._without:
            absent = unsupported(query, scored, (UnknownWords(),))
        if not absent and "names" not in self._without and names_nobody(query, scored):
            absent = (Objection("names"),)
        if not scored or absent or reckoned or sure < least:  # what is computed is not told in another way
            return not_found(query.question, scored, near.nearest(scored), absent, sure, document_of)
        steps = self._steps(query, scored[0], document_of)
        if steps:
            shown = (*steps, *self._limits(scored[0], scored))
            return composed(query.question, shown, None, False, sure, document_of)
        scored = near.settled(scored, _NEAR_THE_BEST)
        unlike = self._differing(query, near.settled_rivals(scored))
        chosen = unlike or self._chosen(scored, _MOST_OF_A_LIST if query.wants_list else most)
        if unlike:
            return composed(query.question, chosen, read_in(unlike[0]), True, sure, document_of)
        chosen = (*chosen[:1], *self._repeals(evidence, chosen, found, document_of), *chosen[1:])
        alone = self._short(query, scored, other, least_short)
        if "lists" not in self._without:
            unasked = not query.wants_list and tells_a_list(query, chosen, document_of)
            alone = replace(alone, text=None) if unasked else alone  # one item is no answer
            if unasked or query.wants_list:
                chosen = with_whole_list(chosen, document_of, first=alone.text is not None)
        answer = composed(query.question, chosen, alone.text, False, sure, document_of)
        if alone.text is None and sure < LEAST_OUTRIGHT and "tentative" not in self._without:
            if people := self._people(query, scored, document_of):
                return not_found(query.question, scored, near.nearest(scored), (people,), sure, document_of)
            answer = replace(answer, sentences=(tentative(), *answer.sentences))
        return replace(answer, objections=alone.objections, short_confidence=alone.sure)

    def _in_grid(self, query: Query, evidence: Evidence, document_of: DocumentOf) -> Crossed | None:
        """What a table of crosses, a calendar or a timetable tells."""
        ways = {"crossed": crossed, "calendars": on_calendar, "timetables": on_timetable, "conditions": on_condition}
        ways |= {"lacking": lacking}
        found = (way(query, evidence.hits, document_of) for name, way in ways.items() if name not in self._without)
        return next((one for one in found if one is not None), None)

    def _may_tell(self, query: Query, document: Document) -> bool:
        return "grave" in self._without or tells_of_grave(query, document)

    def _meant(self, query: Query, scored: Sequence[Scored], document_of: DocumentOf) -> Grounded:
        """The sentences that are about what the question names, best first, or why there are none."""
        scored = changes_first(query, of_meant_laws(query, scored, document_of), document_of)
        absent = unsupported(query, scored, self._checks.of_evidence)
        return Grounded(scored, absent) if absent else grounded(query, scored, document_of, self._without)

    def _people(self, query: Query, scored: Sequence[Scored], document_of: DocumentOf) -> Objection | None:
        """Those whom the question names: beside a name no quote is shown that may not answer."""
        if "people" in self._without:
            return None
        found = dict.fromkeys(one.candidate.span.document_id for one in scored)
        texts = "\n".join(document_of(key).text for key in found)
        return Objection("people") if people_in(query.text, texts) else None

    def _displaced(self, query: Query, scored: Sequence[Scored], document_of: DocumentOf) -> tuple[str, ...]:
        if not scored or "displaced" in self._without:
            return ()
        return displaced(query, scored[0], document_of(scored[0].candidate.span.document_id))

    def _short(self, query: Query, scored: Sequence[Scored], other: tuple[str, ...], least: float) -> Short:
        """`other`: words in whose place something else stands, above which nothing may be said."""
        if other:
            return Short(None, (Objection("displaced", other),))
        return short_answer(query, scored, self._checks.of_short_answers, least=least)

    def _differing(self, query: Query, scored: Sequence[Scored]) -> tuple[Scored, ...]:
        if "differing" in self._without:
            return ()
        return differing(query, scored, lambda one: self._answers_alone(one, query.question.language))

    def _chosen(self, scored: Sequence[Scored], most: int) -> tuple[Scored, ...]:
        """The best sentence and those near it that add something, at most `most`."""
        best = scored[0]
        chosen = [best]
        for one in scored[1:]:
            if len(chosen) == most or one.score < _NEAR_THE_BEST * best.score:
                break
            if all(_overlap(one, other) < _SAME and not is_within(one, other) for other in chosen):
                chosen.append(one)
        chosen[1:1] = [one for one in self._limits(best, scored) if one not in chosen]
        return tuple(chosen)

    def _steps(self, query: Query, best: Scored, document_of: DocumentOf) -> tuple[Scored, ...]:
        if query.steps is None or "steps" in self._without:
            return ()
        return steps_of(query.steps, best, document_of(best.candidate.span.document_id))

    def _limits(self, rule: Scored, scored: Sequence[Scored]) -> tuple[Scored, ...]:
        return () if "exceptions" in self._without else exceptions_to(rule, scored)[:_MOST_LIMITS]

    def _repeals(
        self, evidence: Evidence, chosen: Sequence[Scored], found: Sequence[Scored], document_of: DocumentOf
    ) -> list[Scored]:
        """What repeals the law that is quoted, among the sentences found or looked up for it."""
        looked_up = repealing_candidates(chosen[0], evidence.repealing, document_of)
        scored = (*found, *self._scorer.score(evidence.query, looked_up)) if looked_up else found
        return [one for one in repeals_of(chosen[0], scored, document_of) if one not in chosen]

    def _answers_alone(self, one: Scored, language: Language) -> bool:
        """Whatever confidence is asked for, so that what is shown from a higher one is what a lower one shows."""
        return confidence([one], self._calibration) >= self._rival[language]


def _leans(part: Query) -> bool:
    """Whether one of several questions has its topic from the one before it: "..., and for how long?"."""
    return standardise(part.typed) != part.question.text.rstrip(" ?")


def _overlap(one: Scored, other: Scored) -> float:
    a, b = facts_of(one.candidate.text).stems, facts_of(other.candidate.text).stems
    return len(a & b) / len(a | b) if a | b else 1.0
