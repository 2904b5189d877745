"""Sources that give different values for one question: a person sees each of them, not one by chance."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.scoring import Scored
from rag.language.dates import find_dates
from rag.language.offices import names_in
from rag.language.quantities import Quantity, find_quantities
from rag.language.question_kinds import AnswerType
from rag.questions.understanding import Query

MOST_VALUES = 3
_FIGURES = frozenset({AnswerType.NUMBER, AnswerType.PERCENTAGE, AnswerType.MONEY, AnswerType.DURATION, AnswerType.TIME})
_AS_MUCH_ASKED = 0.8  # share of the best sentence's coverage of the question that another sentence needs
_ROUNDED = Decimal("0.05")  # "lebih dari 9.000" and "9.154" say the same
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}  # lengths of time compare roughly: "3 bulan", "90 hari"


def differing(query: Query, scored: Sequence[Scored], sure: Callable[[Scored], bool]) -> tuple[Scored, ...]:
    """The best sentence and those of other documents that answer with another value, newest document first.

    Those of the same document count where they stand below one heading that returns in several of its sections. Empty
    unless at least two differ. `sure` says whether a sentence could be answered with by itself.
    Only values that can be compared count: figures, dates, and the holder of an office.
    """
    if not scored or scored[0].span is None or not _comparable(query):
        return ()
    found = [scored[0]]
    for one in scored[1:]:
        if len(found) < MOST_VALUES and _rivals(query, one, found) and sure(one):
            found.append(one)
    return tuple(sorted(found, key=_newest_first)) if len(found) > 1 else ()


def same_value(kind: AnswerType | None, one: str, other: str) -> bool:
    """Whether two spans name one value, in whatever spelling or rounding; True when they cannot be told apart."""
    if kind is AnswerType.DATE:
        a, b = find_dates(one), find_dates(other)
        return not (a and b) or any(x.first <= y.last and y.first <= x.last for x in a for y in b)
    if kind is AnswerType.PERSON:
        return _same_person(names_in(one), names_in(other))
    measured, against = list(find_quantities(one)), list(find_quantities(other))
    return not (measured and against) or any(_equal(x, y) for x in measured for y in against)


def _comparable(query: Query) -> bool:
    if query.kind is AnswerType.PERSON:
        return query.office is not None and query.office.sole
    return query.kind is AnswerType.DATE or query.kind in _FIGURES


def _rivals(query: Query, one: Scored, found: Sequence[Scored]) -> bool:
    """Another document, of the place and year asked for, about as much of the question, with a value of its own."""
    if one.span is None or one.span.score <= 0:
        return False
    sentence, title = facts_of(one.candidate.text), facts_of(one.candidate.hit.passage.title)
    if any(not place.codes <= sentence.territories | title.territories for place in query.places):
        return False
    if one.signals.context < _AS_MUCH_ASKED * found[0].signals.context:
        return False
    if query.years and sentence.years and not sentence.years & frozenset(query.years):
        return False
    return all(
        (one.candidate.span.document_id != other.candidate.span.document_id or _are_asked_alike(one, other))
        and not same_value(query.kind, _said(one), _said(other))
        for other in found
    )


def _are_asked_alike(one: Scored, other: Scored) -> bool:
    """Whether the last headings above two sentences say the same of different things."""
    first, second = one.candidate.hit.passage.headings, other.candidate.hit.passage.headings
    return len(first) > 1 and first[:-1] != second[:-1] and first[-1:] == second[-1:]


def _said(one: Scored) -> str:
    return one.candidate.hit.passage.text[one.span.start : one.span.end] if one.span else ""


def _newest_first(one: Scored) -> int:
    return -(one.candidate.hit.passage.published or date.min).toordinal()


def _same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a name is shared, perhaps short ("Mirza", "Mirzani"), or one side has none."""
    pairs = [(a.casefold(), b.casefold()) for a in one for b in other]
    return not pairs or any(a.startswith(b) or b.startswith(a) for a, b in pairs)


def _equal(one: Quantity, other: Quantity) -> bool:
    a, b = _amount(one), _amount(other)
    if a is None or b is None:
        return one.value == other.value
    exact = not (one.qualifier or other.qualifier or _is_round(a) or _is_round(b) or one.unit in _DAYS)
    return a == b or (not exact and abs(a - b) <= _ROUNDED * max(a, b))


def _amount(quantity: Quantity) -> Decimal | None:
    try:
        return Decimal(quantity.value) * _DAYS.get(quantity.unit, 1)
    except InvalidOperation:
        return None


def _is_round(amount: Decimal) -> bool:
    return amount >= 100 and amount % 100 == 0
