"""The verdict: whether a sentence says no more than one sentence of the passages it cites.

Lenient nowhere: a sentence that is true and worded too freely is dropped, a verbatim quote takes its place. Titles and
headings support nothing. docs/decisions/ tells why rules and not a model decide.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rag.answering.guard.meaning import Meaning
from rag.answering.guard.names import keep_their_offices, stands_in
from rag.answering.guard.negation import keeps_direction, keeps_hope, keeps_negation
from rag.answering.guard.numbers import same_amount, stays_with_its_thing
from rag.answering.guard.support import Unit, lead_in, units
from rag.answering.guard.terms import Kind, Term, all_keys, contrasts, is_known, terms
from rag.embedding import Encoder
from rag.types import Passage


class Reason(StrEnum):
    """Why a sentence does not pass, from the plainest to the subtlest."""

    NOTHING_CITED = "nothing_cited"
    CLAIMS_NOTHING = "claims_nothing"
    NUMBER = "number"
    NAME = "name"
    WORDS = "words"
    NUMBER_MOVED = "number_moved"
    OFFICE = "office"
    NEGATION = "negation"
    DIRECTION = "direction"
    HOPE = "hope"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason` is None when the sentence passes; then `support` holds what supports it, in the order of its clauses."""

    reason: Reason | None
    support: tuple[Unit, ...] = ()

    @property
    def passed(self) -> bool:
        return self.reason is None


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Set on the tuning half of seeds/guard.jsonl for the bundled encoder."""

    own_share: float = 0.5  # of the words, in the supporting sentence itself rather than in what it leans on
    near: float = 0.82  # cosine of sentence and support
    near_word: float = 0.88  # cosine of a word with one of the support that stands for it
    free_words: float = 0.2  # share of words that may be supported by such nearness only


_CLAUSE = re.compile(r";\s|,?\s\b(?:sedangkan|sementara(?: itu)?|while|whereas)\b,?\s", re.IGNORECASE)
_TRIED = 4  # supporting sentences, best first


class Guard:
    """Checks sentences against the passages they cite. Safe to call from several threads."""

    def __init__(self, encoder: Encoder, thresholds: Thresholds | None = None) -> None:
        self._meaning = Meaning(encoder)
        self._thresholds = thresholds or Thresholds()

    def check(self, sentence: str, passages: Sequence[Passage], around: Sequence[Passage] = ()) -> Verdict:
        """Whether one sentence of the passages supports the sentence, or one each of its clauses.

        `around` are further passages at hand; they support nothing, but may introduce a list a passage begins with.
        """
        if not passages:
            return Verdict(Reason.NOTHING_CITED)
        at_hand = (*passages, *around)
        available = [unit for passage in passages for unit in units(passage, lead_in(passage, at_hand))]
        whole = self._clause(sentence, available)
        clauses = _CLAUSE.split(sentence)
        if whole.passed or len(clauses) == 1:
            return whole
        verdicts = [self._clause(clause, available) for clause in clauses]
        if all(verdict.passed for verdict in verdicts) and _of_one_document(verdicts):
            return Verdict(None, tuple(dict.fromkeys(unit for verdict in verdicts for unit in verdict.support)))
        return whole

    def _clause(self, text: str, available: Sequence[Unit]) -> Verdict:
        said = terms(text)
        if not any(term.kind in _TELLING for term in said):
            return Verdict(Reason.CLAIMS_NOTHING)
        ranked = sorted(available, key=lambda unit: -_covered(said, unit))[:_TRIED]
        first = Reason.WORDS
        for index, unit in enumerate(ranked):
            reason = self._objection(text, said, unit)
            if reason is None:
                return Verdict(None, (unit,))
            first = reason if index == 0 else first
        return Verdict(first)

    def _objection(self, text: str, said: Sequence[Term], unit: Unit) -> Reason | None:
        source = (unit.text, unit.own)
        claim = (text, said)
        if not _amounts_stand(said, unit):
            return Reason.NUMBER
        if not _names_stand(said, unit):
            return Reason.NAME
        if not self._words_stand(said, unit):
            return Reason.WORDS
        if not stays_with_its_thing(claim, source, unit.topic):
            return Reason.NUMBER_MOVED
        if not keep_their_offices(claim, source):
            return Reason.OFFICE
        if not keeps_negation(claim, source):
            return Reason.NEGATION
        if not keeps_direction(claim, source):
            return Reason.DIRECTION
        if not keeps_hope(text, unit.text):
            return Reason.HOPE
        near = self._meaning.nearness(text, unit.text)
        return None if near >= self._thresholds.near else Reason.MEANING

    def _words_stand(self, said: Sequence[Term], unit: Unit) -> bool:
        wanted = [term for term in said if term.kind in {Kind.WORD, Kind.PLACE}]
        if not wanted:
            return True
        own, leaning = unit.keys, unit.keys | all_keys(unit.before) | unit.topic
        of_a_whole = any(term.quantity is not None and term.quantity.unit == "%" for term in said)
        strict = [term for term in wanted if contrasts(term) or (of_a_whole and term.kind is Kind.PLACE)]
        if not all(
            _supported(term, own) for term in strict
        ):  # the whole of a share is not to be guessed from the topic
            return False
        missing = [term for term in wanted if not _supported(term, leaning)]
        if any(term.kind is Kind.PLACE for term in missing):
            return False
        if len(missing) > self._thresholds.free_words * len(wanted):
            return False
        if not all(self._nearly_said(term, unit) for term in missing):
            return False
        return sum(_supported(term, own) for term in wanted) >= self._thresholds.own_share * len(wanted)

    def _nearly_said(self, term: Term, unit: Unit) -> bool:
        """Only for words that the lists do not have: of those they have, the meaning is known, and it is another."""
        return not is_known(term) and self._meaning.nearest_word(term, unit.own) >= self._thresholds.near_word


_TELLING = frozenset(Kind)


def _supported(term: Term, keys: frozenset[str]) -> bool:
    return bool(term.keys & keys) or (bool(term.parts) and all(_supported(part, keys) for part in term.parts))


def _covered(said: Sequence[Term], unit: Unit) -> float:
    """How much of the sentence the unit says itself; amounts and names weigh more, length breaks ties."""
    keys = unit.keys
    words = sum(_supported(term, keys) for term in said if term.keys)
    amounts = sum(any(same_amount(term, other) for other in unit.own) for term in said if term.kind in _AMOUNTS)
    named = sum(stands_in(term, unit.words) for term in said if term.kind is Kind.NAME)
    return words + 2 * amounts + 2 * named - len(unit.own) / 1000


_AMOUNTS = frozenset({Kind.QUANTITY, Kind.DATE})


def _amounts_stand(said: Sequence[Term], unit: Unit) -> bool:
    return all(any(same_amount(term, other) for other in unit.own) for term in said if term.kind in _AMOUNTS)


def _names_stand(said: Sequence[Term], unit: Unit) -> bool:
    """In the sentence itself, in the one it leans on, or in what the passage is about."""
    before = tuple(word for term in unit.before for word in (term.words or (term.text.lower(),)))
    topic = tuple(unit.topic)
    return all(
        stands_in(term, unit.words) or stands_in(term, before) or all(word in topic for word in term.words)
        for term in said
        if term.kind is Kind.NAME
    )


def _of_one_document(verdicts: Sequence[Verdict]) -> bool:
    return len({unit.passage.document_id for verdict in verdicts for unit in verdict.support}) == 1
