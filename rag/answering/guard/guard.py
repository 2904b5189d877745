"""The verdict: whether a sentence says no more than one sentence of the passages it cites.

Rules decide on everything that can be looked up, a fitted curve on how freely the rest may be worded. A sentence that
is dropped gives its place to a verbatim quote. Titles and headings support nothing. docs/decisions/ tells why.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rag.answering.guard.meaning import Meaning
from rag.answering.guard.members import members_stand
from rag.answering.guard.names import keep_their_offices, office_fields, stands_in, titles, unnamed_offices
from rag.answering.guard.negation import keeps_cause, keeps_direction, keeps_hope, keeps_negation
from rag.answering.guard.numbers import same_amount, stays_with_its_thing
from rag.answering.guard.reference import with_whom_they_mean
from rag.answering.guard.support import Unit, joined, lead_in, units
from rag.answering.guard.terms import Kind, Term, all_keys, contrasts, supported, terms, yearless
from rag.answering.guard.wording import Curve, Wording, wording
from rag.language.calendar_names import weekdays
from rag.language.function_words import ANY_AND, ANY_WHILE
from rag.models.encoders.loading import Encoder
from rag.types import Language, Passage


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
    CAUSE = "cause"
    MEMBER = "member"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason` is None when the sentence passes; then `support` holds what supports it, in the order of its clauses."""

    reason: Reason | None
    support: tuple[Unit, ...] = ()
    wording: Wording | None = None  # of the source that comes nearest, when no rule speaks against it

    @property
    def passed(self) -> bool:
        return self.reason is None


_CLAUSE = re.compile(rf";\s|,?\s\b{ANY_WHILE}\b,?\s", re.IGNORECASE)
_OPENING_CLAUSE = re.compile(rf"{ANY_WHILE}\s([^,]+),\s(.+)", re.IGNORECASE | re.DOTALL)
_AND = re.compile(rf",?\s{ANY_AND}\s", re.IGNORECASE)
_OF_ALL = re.compile(r"\b(?:dari|of)\s+$", re.IGNORECASE)
_FIGURE_NEXT = re.compile(r"\s+(?:some |about |sekitar )?\d")
_TELLS_A_PLACE = frozenset({"Provinsi", "Province"})
_DENYING = ("i", "il", "ir", "im", "in", "un", "non", "dis")
_REMEMBERED = 32  # sets of passages
_TRIED = 5  # supporting sentences, best first
_NEARNESS = 10.0  # of a cosine, whose band is narrow, against a word each


class Guard:
    """Checks sentences against the passages they cite. Safe to call from several threads."""

    def __init__(self, encoder: Encoder, curve: Curve | None = None) -> None:
        self._meaning = Meaning(encoder)
        self._curve = curve or Curve()

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
        if reason not in _LACKING or any(unnamed_offices(sentence, said)) or _speaks_of_a_share(said):
            return None
        # The cheap rules first: every pair left costs the encoder a text.
        pairs = [u for u in _pairs(cited, at_hand) if _amounts_stand(said, u) and _names_stand(sentence, said, u)]
        verdict = self._clause(sentence, pairs, self._curve.least_by_two)
        return verdict if verdict.passed else None

    def _clause(self, text: str, available: Sequence[Unit], least: float) -> Verdict:
        said = terms(text)
        if not any(term.kind in _TELLING for term in said):
            return Verdict(Reason.CLAIMS_NOTHING)
        ranked = sorted(available, key=lambda unit: -self._promise(text, said, unit))[:_TRIED]
        objections = [_objection(text, said, unit, self._meaning) for unit in ranked]
        allowed = [unit for unit, reason in zip(ranked, objections, strict=True) if reason is None]
        first = next(iter(objections), None) or (Reason.MEANING if allowed else Reason.WORDS)
        if not allowed:
            return Verdict(first)
        judged = [(wording(text, said, unit, self._meaning), unit) for unit in allowed]
        best, unit = max(judged, key=lambda pair: self._curve.probability(pair[0]))
        sure = self._curve.probability(best)
        denied = [unit for unit, reason in zip(ranked, objections, strict=True) if reason in _CONTRADICTIONS]
        if any(self._curve.probability(wording(text, said, other, self._meaning)) > sure for other in denied):
            return Verdict(first, (), best)
        return Verdict(None, (unit,), best) if sure >= least else Verdict(first, (), best)

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
        if all(any(term.kind in _AMOUNTS for term in terms(part)) for part in parts):
            return parts
    return clauses


def _objection(text: str, said: Sequence[Term], unit: Unit, meaning: Meaning) -> Reason | None:
    """What of the sentence the unit does not bear out and no other wording can explain."""
    source, claim = (unit.text, unit.own), (text, said)
    rules: tuple[tuple[Reason, Callable[[], bool]], ...] = (
        (Reason.NUMBER, lambda: _amounts_stand(said, unit)),
        (Reason.NAME, lambda: _names_stand(text, said, unit)),
        (Reason.WORDS, lambda: _strict_words_stand(text, said, unit)),
        (Reason.NUMBER_MOVED, lambda: stays_with_its_thing(claim, source, unit.topic)),
        (Reason.OFFICE, lambda: keep_their_offices(claim, source, unit.meant)),
        (Reason.NEGATION, lambda: keeps_negation(claim, source)),
        (Reason.DIRECTION, lambda: keeps_direction(claim, source)),
        (Reason.DIRECTION, lambda: not _turns_into_opposite(said, unit)),
        (Reason.HOPE, lambda: keeps_hope(text, unit.text)),
        (Reason.CAUSE, lambda: keeps_cause(text, unit.text)),
        (Reason.MEMBER, lambda: members_stand(text, said, unit, meaning)),
    )
    return next((reason for reason, holds in rules if not holds()), None)


def _covered(said: Sequence[Term], unit: Unit) -> float:
    """How much of the sentence the unit says itself; amounts and names weigh more, length breaks ties."""
    keys = unit.keys
    words = sum(supported(term, keys) for term in said if term.keys)
    amounts = sum(any(same_amount(term, other) for other in unit.own) for term in said if term.kind in _AMOUNTS)
    named = sum(stands_in(term, unit.words) for term in said if term.kind is Kind.NAME)
    return words + 2 * amounts + 2 * named - len(unit.own) / 1000


_AMOUNTS = frozenset({Kind.QUANTITY, Kind.DATE})


def _amounts_stand(said: Sequence[Term], unit: Unit) -> bool:
    return all(any(same_amount(term, other) for other in unit.own) for term in said if term.kind in _AMOUNTS)


def _strict_words_stand(text: str, said: Sequence[Term], unit: Unit) -> bool:
    """Places, and words that no other word may stand for.

    Those that tell one group from another must stand in the sentence itself, like the place that a share is a share
    of; the capitalised ones and those of an office or an organisation may stand in what it leans on.
    """
    own, leaning = unit.keys, unit.keys | all_keys(unit.before) | unit.topic
    of_a_whole = _speaks_of_a_share(said)
    for term in said:
        place = term.kind is Kind.PLACE
        if of_a_whole and _OF_ALL.search(text, 0, term.start) and "seluruh" in term.keys:
            continue  # what a share is a share of is looked at by its own words
        if _falls_on(term, said) or (term.text in _TELLS_A_PLACE and _is_place_next(term, said)):
            continue  # "Rabu, 18 Juni 2025", "Provinsi Lampung": one says what the other does
        if "hanya" in term.keys and _FIGURE_NEXT.match(text, term.end):
            continue  # "only 385": the figure is the claim
        if (contrasts(term) or (of_a_whole and place)) and not supported(term, own):
            return False
        if (place or _is_capitalised(text, term)) and not supported(term, leaning):
            return False
    return all(supported(term, leaning) for term in office_fields(said))


def _is_place_next(term: Term, said: Sequence[Term]) -> bool:
    return any(other.kind is Kind.PLACE and other.start == term.end + 1 for other in said)


def _falls_on(term: Term, said: Sequence[Term]) -> bool:
    """Whether the term is the day of the week of a date in the sentence."""
    days = (other.days for other in said if other.days is not None and not yearless(other.days))
    return any(first == last and weekdays(Language.INDONESIAN)[first.weekday()] in term.keys for first, last in days)


def _speaks_of_a_share(said: Sequence[Term]) -> bool:
    return any(term.quantity is not None and term.quantity.unit == "%" for term in said)


def _turns_into_opposite(said: Sequence[Term], unit: Unit) -> bool:
    """Whether a word of the source came to be denied by a prefix, or lost one: "legal", "ilegal"."""
    words = frozenset(unit.words)
    ours = [term.text.lower() for term in said if term.kind is Kind.WORD and not supported(term, unit.keys)]
    return any(
        prefix + word in words or (word.startswith(prefix) and word.removeprefix(prefix) in words)
        for word in ours
        for prefix in _DENYING
    )


def _is_capitalised(text: str, term: Term) -> bool:
    """Not merely as the first word of a sentence."""
    return term.kind is Kind.WORD and term.text[0].isupper() and bool(text[: term.start].strip("\"'“‘([-–—*• \n"))


def _names_stand(text: str, said: Sequence[Term], unit: Unit) -> bool:
    """In the sentence itself, in the one it leans on or in what the passage is about; with an office in itself.

    Whom the sentence means by an office or a pronoun counts as named there.
    """
    here = unit.words + tuple(word for title in unit.meant for word in ("|", *title.name.words))
    if any(not stands_in(title.name, here) for title in titles(text, said)):
        return False
    before = tuple(word for term in unit.before for word in (term.words or (term.text.lower(),)))
    topic = tuple(unit.topic)
    return all(
        stands_in(term, here) or stands_in(term, before) or all(word in topic for word in term.words)
        for term in said
        if term.kind is Kind.NAME
    )


def _of_one_document(verdicts: Sequence[Verdict]) -> bool:
    return len({unit.passage.document_id for verdict in verdicts for unit in verdict.support}) == 1
