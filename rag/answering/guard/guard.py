"""The verdict: whether a sentence says no more than one sentence of the passages it cites.

Rules decide on everything that can be looked up, a judge and a fitted curve over the wording on what the rest says;
without a judge the curve alone. A sentence that is dropped gives its place to a verbatim quote. Titles and headings
support nothing. docs/decisions/ tells why.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.answering.guard.meaning import Meaning
from rag.answering.guard.names import stands_in, unnamed_offices
from rag.answering.guard.numbers import same_amount
from rag.answering.guard.objections import (
    AMOUNTS,
    OUTWEIGHED,
    Reason,
    amounts_stand,
    names_stand,
    objections,
    speaks_of_a_share,
)
from rag.answering.guard.reference import with_whom_they_mean
from rag.answering.guard.support import Unit, joined, lead_in, units
from rag.answering.guard.terms import Kind, Term, supported, terms
from rag.answering.guard.wording import HEARD, Curve, Wording, wording
from rag.language.detection import detect
from rag.language.function_words import ANY_AND, ANY_WHILE
from rag.language.text import is_list_item
from rag.models.encoders.loading import Encoder
from rag.models.judge import Judge
from rag.types import Passage


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason` is None when the sentence passes; then `support` holds what supports it, in the order of its clauses."""

    reason: Reason | None
    support: tuple[Unit, ...] = ()
    wording: Wording | None = None  # of the source that comes nearest, when no rule speaks against it
    margin: float | None = None  # what the judge says of it

    @property
    def passed(self) -> bool:
        return self.reason is None


_CLAUSE = re.compile(rf";\s|,?\s\b{ANY_WHILE}\b,?\s", re.IGNORECASE)
_OPENING_CLAUSE = re.compile(rf"{ANY_WHILE}\s([^,]+),\s(.+)", re.IGNORECASE | re.DOTALL)
_AND = re.compile(rf",?\s{ANY_AND}\s", re.IGNORECASE)
_REMEMBERED = 32  # sets of passages
_TRIED = 5  # supporting sentences, best first
_NEARNESS = 10.0  # of a cosine, whose band is narrow, against a word each


class Guard:
    """Checks sentences against the passages they cite. Safe to call from several threads."""

    def __init__(self, encoder: Encoder, curve: Curve | None = None, judge: Judge | None = None) -> None:
        """`judge` has the last word on what the rules let pass; without one the curve has it."""
        self._meaning = Meaning(encoder)
        self._curve = curve or Curve()
        self._judge = judge

    def check(self, sentence: str, passages: Sequence[Passage], around: Sequence[Passage] = ()) -> Verdict:
        """Whether one sentence of the passages supports the sentence, or one each of its clauses, or two in a row.

        `around` are further passages at hand; they support nothing, but may introduce a list a passage begins with.
        """
        if not passages:
            return Verdict(Reason.NOTHING_CITED)
        cited, at_hand = tuple(passages), (*passages, *around)
        available = _available(cited, at_hand)
        whole = self._clause(sentence, available, self._curve.least)
        if whole.passed:
            return whole
        return self._by_clauses(sentence, available) or self._by_two(sentence, cited, at_hand, whole.reason) or whole

    def _by_clauses(self, sentence: str, available: Sequence[Unit]) -> Verdict | None:
        """What each clause rests on, if all have a sentence of the same document to rest on."""
        clauses = _clauses(sentence)
        if len(clauses) == 1:
            return None
        verdicts = [self._clause(clause, available, self._curve.least) for clause in clauses]
        if not all(verdict.passed for verdict in verdicts) or not _of_one_document(verdicts):
            return None
        return Verdict(None, tuple(dict.fromkeys(unit for verdict in verdicts for unit in verdict.support)))

    def _by_two(
        self, sentence: str, cited: tuple[Passage, ...], at_hand: tuple[Passage, ...], reason: Reason | None
    ) -> Verdict | None:
        """Two sentences that follow each other, where either alone lacks a number, a name or a word.

        Not where the sentence speaks of an office by itself, for two sentences name two people too easily, nor of a
        share: each may speak of another whole.
        """
        said = terms(sentence)
        if reason not in _LACKING or any(unnamed_offices(sentence, said)) or speaks_of_a_share(said):
            return None
        # The cheap rules first: every pair left costs the encoder a text.
        pairs = [u for u in _pairs(cited, at_hand) if amounts_stand(said, u) and names_stand(sentence, said, u)]
        verdict = self._clause(sentence, pairs, self._curve.least_by_two)
        return verdict if verdict.passed else None

    def _clause(self, text: str, available: Sequence[Unit], least: float) -> Verdict:
        said = terms(text)
        if not any(term.kind in _TELLING for term in said):
            return Verdict(Reason.CLAIMS_NOTHING)
        ranked = sorted(available, key=lambda unit: -self._promise(text, said, unit))[:_TRIED]
        judged = self._judge is not None
        against = [objections(text, said, unit, self._meaning, judged=judged) for unit in ranked]
        allowed = [unit for unit, reasons in zip(ranked, against, strict=True) if not reasons]
        first = next((reasons[0] for reasons in against[:1] if reasons), Reason.MEANING if allowed else Reason.WORDS)
        if not allowed:
            together = least > self._curve.least  # no rule about two sentences in a row is outweighed
            return (
                Verdict(first)
                if together
                else self._outweighed(text, said, list(zip(ranked, against, strict=True)), first)
            )
        worded = [(wording(text, said, unit, self._meaning), unit) for unit in allowed]
        best, unit = max(worded, key=lambda pair: self._curve.probability(pair[0]))
        sure = self._curve.probability(best)
        denied = [unit for unit, reasons in zip(ranked, against, strict=True) if _CONTRADICTIONS.intersection(reasons)]
        if any(self._curve.probability(wording(text, said, other, self._meaning)) > sure for other in denied):
            return Verdict(first, (), best)
        margin = self._margin(text, unit)
        # Two sentences together need as much of the curve as without a judge.
        if sure < least and (margin is None or least > self._curve.least):
            return Verdict(first, (), best, margin)
        if margin is not None and not HEARD[detect(text)].bears_out(margin, objected=False):
            return Verdict(Reason.JUDGED, (), best, margin)
        return Verdict(None, (unit,), best, margin)

    def _outweighed(
        self, text: str, said: Sequence[Term], against: Sequence[tuple[Unit, tuple[Reason, ...]]], first: Reason
    ) -> Verdict:
        """The judge's word against the rules', where all of them are such as a sure judge outweighs."""
        weighed = next((one for one in against if OUTWEIGHED.issuperset(one[1])), None)
        margin = self._margin(text, weighed[0]) if weighed else None
        if weighed is None or margin is None:
            return Verdict(first)
        worded = wording(text, said, weighed[0], self._meaning)
        if not HEARD[detect(text)].bears_out(margin, objected=True):
            return Verdict(first, (), worded, margin)
        return Verdict(None, (weighed[0],), worded, margin)

    def _margin(self, text: str, unit: Unit) -> float | None:
        """What the judge says; of lists it says nothing, for it has learnt from sentences."""
        if self._judge is None or is_list_item(unit.text.splitlines()[-1]):
            return None
        return self._judge.margins(text, [unit.spoken])[0]

    def _promise(self, text: str, said: Sequence[Term], unit: Unit) -> float:
        """By which units are tried: what of the sentence they say, and how near they are to it."""
        return _covered(said, unit) + _NEARNESS * self._meaning.nearness(text, unit.text)


@lru_cache(_REMEMBERED)
def _available(passages: tuple[Passage, ...], at_hand: tuple[Passage, ...]) -> tuple[Unit, ...]:
    """Every sentence asks about the same passages again."""
    return with_whom_they_mean([unit for passage in passages for unit in units(passage, lead_in(passage, at_hand))])


@lru_cache(_REMEMBERED)
def _pairs(passages: tuple[Passage, ...], at_hand: tuple[Passage, ...]) -> tuple[Unit, ...]:
    return joined(_available(passages, at_hand))


_TELLING = frozenset(Kind)
_LACKING = frozenset({Reason.NUMBER, Reason.NAME, Reason.WORDS})
# A sentence nearer to one that says the contrary than to one that bears it out is not borne out.
_CONTRADICTIONS = frozenset({Reason.OFFICE, Reason.NEGATION, Reason.DIRECTION, Reason.HOPE, Reason.MEMBER})


def _clauses(sentence: str) -> list[str]:
    """The parts around "sedangkan" or "while", or around one "dan" or "and" if each part has an amount of its own."""
    opening = _OPENING_CLAUSE.fullmatch(sentence.strip())
    clauses = [opening[1], opening[2]] if opening else _CLAUSE.split(sentence)
    if len(clauses) > 1:
        return clauses
    for match in _AND.finditer(sentence):
        parts = [sentence[: match.start()], sentence[match.end() :]]
        if all(any(term.kind in AMOUNTS for term in terms(part)) for part in parts):
            return parts
    return clauses


def _covered(said: Sequence[Term], unit: Unit) -> float:
    """How much of the sentence the unit says itself; amounts and names weigh more, length breaks ties."""
    keys = unit.keys
    words = sum(supported(term, keys) for term in said if term.keys)
    amounts = sum(any(same_amount(term, other) for other in unit.own) for term in said if term.kind in AMOUNTS)
    named = sum(stands_in(term, unit.words) for term in said if term.kind is Kind.NAME)
    return words + 2 * amounts + 2 * named - len(unit.own) / 1000


def _of_one_document(verdicts: Sequence[Verdict]) -> bool:
    return len({unit.passage.document_id for verdict in verdicts for unit in verdict.support}) == 1
