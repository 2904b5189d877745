"""The rules: what of a sentence a source does not bear out, and no other wording can explain."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from rag.answering.guard.meaning import Meaning
from rag.answering.guard.members import members_stand
from rag.answering.guard.names import keep_their_offices, office_fields, offices_stand, stands_in, titles
from rag.answering.guard.negation import keeps_cause, keeps_direction, keeps_hope, keeps_negation
from rag.answering.guard.numbers import same_amount, stays_with_its_thing
from rag.answering.guard.support import Unit
from rag.answering.guard.terms import Kind, Term, all_keys, contrasts, supported, yearless
from rag.language.calendar_names import weekdays
from rag.language.quantities import agrees, implied
from rag.types import Language


class Reason(StrEnum):
    """Why a sentence does not pass, from the plainest to the subtlest."""

    NOTHING_CITED = "nothing_cited"
    CLAIMS_NOTHING = "claims_nothing"
    NUMBER = "number"
    BOUND = "bound"
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
    JUDGED = "judged"


# What a judge who is sure enough outweighs. Of the other rules about small words none gained by being outweighed.
OUTWEIGHED = frozenset({Reason.BOUND, Reason.NEGATION})
AMOUNTS = frozenset({Kind.QUANTITY, Kind.DATE})
_OF_ALL = re.compile(r"\b(?:dari|of)\s+$", re.IGNORECASE)
_FIGURE_NEXT = re.compile(r"\s+(?:some |about |sekitar )?\d")
_TELLS_A_PLACE = frozenset({"Provinsi", "Province"})
_DENYING = ("i", "il", "ir", "im", "in", "un", "non", "dis")


def objections(text: str, said: Sequence[Term], unit: Unit, meaning: Meaning, *, judged: bool) -> tuple[Reason, ...]:
    """What of the sentence the unit does not bear out: the first that decides, or else all that a judge outweighs.

    `judged` tells whether a judge will hear the sentence; without one the first of all decides.
    """
    source, claim = (unit.text, unit.own), (text, said)
    rules: tuple[tuple[Reason, Callable[[], bool]], ...] = (
        (Reason.NUMBER, lambda: amounts_stand(said, unit, bounded=not judged)),
        (Reason.BOUND, lambda: amounts_stand(said, unit)),
        (Reason.NAME, lambda: names_stand(text, said, unit)),
        (Reason.WORDS, lambda: _strict_words_stand(text, said, unit)),
        (Reason.NUMBER_MOVED, lambda: stays_with_its_thing(claim, source, unit.topic)),
        (Reason.OFFICE, lambda: offices_stand(text, unit.spoken, unit.meant)),
        (Reason.OFFICE, lambda: keep_their_offices(claim, source, unit.meant)),
        (Reason.NEGATION, lambda: keeps_negation(claim, source, strictly=not judged)),
        (Reason.DIRECTION, lambda: keeps_direction(claim, source)),
        (Reason.DIRECTION, lambda: not _turns_into_opposite(said, unit)),
        (Reason.HOPE, lambda: keeps_hope(text, unit.text)),
        (Reason.CAUSE, lambda: keeps_cause(text, unit.text)),
        (Reason.MEMBER, lambda: members_stand(text, said, unit, meaning)),
    )
    outweighed: list[Reason] = []
    for reason, holds in rules:
        if holds():
            continue
        if not judged or reason not in OUTWEIGHED:
            return (reason,)
        outweighed.append(reason)
    return tuple(outweighed)


def amounts_stand(said: Sequence[Term], unit: Unit, *, bounded: bool = True) -> bool:
    """Whether the unit has each amount and date of the sentence; `bounded`, with the same "more than" or "at most"."""
    missing = [
        term
        for term in said
        if term.kind in AMOUNTS and not any(same_amount(term, other, bounded=bounded) for other in unit.own)
    ]
    found = list(implied(unit.text)) if missing else []
    return all(term.quantity and any(agrees(term.quantity, one, bounded=bounded) for one in found) for term in missing)


def _strict_words_stand(text: str, said: Sequence[Term], unit: Unit) -> bool:
    """Places, and words that no other word may stand for.

    Those that tell one group from another must stand in the sentence itself, like the place that a share is a share
    of; the capitalised ones and those of an office or an organisation may stand in what it leans on.
    """
    own, leaning = unit.keys, unit.keys | all_keys(unit.before) | unit.topic
    of_a_whole = speaks_of_a_share(said)
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


def speaks_of_a_share(said: Sequence[Term]) -> bool:
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


def names_stand(text: str, said: Sequence[Term], unit: Unit) -> bool:
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
