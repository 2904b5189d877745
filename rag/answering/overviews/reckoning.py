"""A sum or a difference of two figures that stand in different places: both quoted, the result computed openly."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from rag.answering.composing.sentences import computed_of_quotes
from rag.answering.composing.several import combined
from rag.answering.extractive.notation import currency_of, figure_of, written
from rag.answering.overviews.comparing import AnswerOne, Side, names_both, one_sided, sides_told
from rag.language.computations import Computation
from rag.language.dates import years_in
from rag.language.quantities import Quantity, find_quantities
from rag.retrieval.evidence import Evidence
from rag.types import Answer, Framing, Language, Outcome

_QUOTES = 2
_NAMED = 0.5  # share of what only one of the figures is asked by that its quote has; English finds not every word


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as a source writes it; `unit` are the words behind it."""

    text: str
    amount: Decimal
    quantity: Quantity

    @property
    def unit(self) -> str:
        """As written; of one that the number holds by itself ("Rp340 juta"), nothing is left."""
        digits = [row for row, character in enumerate(self.text) if character.isdigit()]
        if not digits or currency_of([self.text]):
            return ""
        plain = self.amount == figure_of(self.text[digits[0] : digits[-1] + 1])
        return self.text[digits[-1] + 1 :].strip() if plain else ""


def reckoned_by_parts(evidence: Evidence, answer_one: AnswerOne) -> Answer:
    """From a table, from two quotes or from one that gives both figures; else that quote alone, else not found."""
    how = evidence.query.computation or Computation.TOTAL
    alone = replace(evidence, query=replace(evidence.query, overview=None, parts=()), parts=())
    whole = answer_one(alone, _QUOTES)
    if any(sentence.framing is Framing.COMPUTED for sentence in whole.sentences):
        return whole
    sides = sides_told(evidence, answer_one, _NAMED)
    language = evidence.query.question.language
    figures = [figure_in(side.value) for side in sides]
    if all(side.is_told for side in sides) and not _is_one_place(sides):
        told = result_of(how, figures, language)
        if told is not None:
            return _openly(combined(evidence.query.question, [(side.name, side.answer) for side in sides]), how, told)
    if whole.outcome is not Outcome.ANSWERED or not names_both(sides, whole.citations[:1], _NAMED):
        return one_sided(evidence, sides)
    shown = replace(whole, sentences=tuple(one for one in whole.sentences if one.framing is not Framing.SHORT_ANSWER))
    told = result_of(how, _alike_in(whole.citations[0].quote), language)
    shown = replace(shown, short_answer=None, short_confidence=None)
    return _openly(shown, how, told) if told is not None else shown


def _alike_in(quote: str) -> list[Figure | None]:
    """The figures of a sentence, years aside, where all count one thing."""
    years = {*years_in(quote)}
    found = [one for one in find_quantities(quote) if quote[one.start : one.end] not in years]
    units = {one.unit for one in found}
    return [figure_in(quote[one.start : one.end]) for one in found] if len(units) == 1 else []


def figure_in(text: str | None) -> Figure | None:
    """The one figure that a short answer is; None for a bound ("lebih dari 40"), which has no sum."""
    if text is None:
        return None
    found = list(find_quantities(text))
    if len(found) != 1 or found[0].qualifier:
        return None
    amount = _plain(found[0].value)
    return None if amount is None else Figure(text, amount, found[0])


def _plain(digits: str) -> Decimal | None:
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


def _is_one_place(sides: Sequence[Side]) -> bool:
    """Whether both rest on one value of one quote."""
    first, second = (side.answer.citations[0] for side in sides)
    same = (first.document_id, first.start) == (second.document_id, second.start)
    return same and sides[0].value == sides[1].value


def result_of(how: Computation, found: Sequence[Figure | None], language: Language) -> tuple[str, list[Figure]] | None:
    """The value with its unit, and its terms in order; None unless both count the same thing."""
    figures = [one for one in found if one is not None]
    if len(found) != _QUOTES or len(figures) != _QUOTES or figures[0].quantity.unit != figures[1].quantity.unit:
        return None
    terms = list(figures)
    if how is Computation.DIFFERENCE:
        terms.sort(key=lambda one: -one.amount)
    amount = terms[0].amount + terms[1].amount * (1 if how is Computation.TOTAL else -1)
    units = {one.unit.casefold(): one.unit for one in terms}
    unit = next(iter(units.values())) if len(units) == 1 else ""
    value = currency_of([one.text for one in terms]) + written(amount, language)
    return " ".join(filter(None, (value, unit))), terms


def _openly(answer: Answer, how: Computation, told: tuple[str, list[Figure]]) -> Answer:
    """The result with its terms above the answer that quotes them."""
    value, terms = told
    first = computed_of_quotes(value, [one.text for one in terms], how, answer.citations[:_QUOTES])
    return replace(answer, sentences=(first, *answer.sentences))
