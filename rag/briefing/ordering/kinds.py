"""Which section a unit belongs to: told by its structure, and by the heading above it."""

import re
from datetime import timedelta

from rag.briefing.gathering.units import Unit
from rag.briefing.ordering.figures import figure_columns, figures_in
from rag.briefing.values import Days, Part
from rag.language.dates import DateMention, find_dates
from rag.language.norms import Head, announced, charges, decides, excepts, obliges
from rag.language.offices import names_in
from rag.language.question_kinds import AnswerType, answer_type
from rag.language.text import sentence_spans
from rag.language.titles import mentions_in

_HEADED = {
    Head.DECISIONS: Part.AGREED,
    Head.CONDITIONS: Part.CONDITIONS,
    Head.PEOPLE: Part.RESPONSIBLE,
    Head.DAYS: Part.DATES,
}
_ASKED = {AnswerType.DATE: Part.DATES, AnswerType.PERSON: Part.RESPONSIBLE}
_LONGEST_DAYS = timedelta(days=92)  # what is longer is a period of a report, no date to keep
_NUMBER = re.compile(r"\d+")


def part_of(unit: Unit) -> Part:
    """Of a unit that says several things, the one that readers look for first."""
    headed = _by_heading(unit)
    if unit.table is not None:
        return _of_table(unit, headed)
    if headed is Part.AGREED or decides(unit.text):
        return Part.AGREED
    if headed is Part.CONDITIONS or excepts(unit.text):
        return Part.CONDITIONS
    if days_in(unit.text) is not None:
        return Part.DATES
    if headed is Part.RESPONSIBLE or _names_who_is_in_charge(unit.text):
        return Part.RESPONSIBLE
    if not unit.listed and figures_in(unit.text):
        return Part.FIGURES
    if obliges(unit.text):
        return Part.CONDITIONS
    return headed or (Part.FIGURES if figures_in(unit.text) else Part.FURTHER)


def days_in(text: str) -> Days | None:
    """The first day, or few days, that a text names."""
    named = (Days(one.first, one.last) for one in find_dates(text) if _is_days(text, one))
    return next(named, None)


def _by_heading(unit: Unit) -> Part | None:
    """The nearest heading that announces something."""
    for heading in reversed(unit.headings):
        head = announced(heading)
        if head is not None:
            return _HEADED[head]
        if heading.endswith("?"):
            kind = answer_type(heading)
            return _ASKED.get(kind) if kind else None
    return None


def _of_table(unit: Unit, headed: Part | None) -> Part:
    if unit.table is not None and headed is not Part.DATES and figure_columns(unit.document, unit.table):
        return Part.FIGURES
    return headed or Part.FURTHER


def _is_days(text: str, mention: DateMention) -> bool:
    """Whether days are named, and no mere month or year."""
    numbers = _NUMBER.findall(text[mention.start : mention.end])
    return len(numbers) > 1 and mention.last - mention.first <= _LONGEST_DAYS


def _names_who_is_in_charge(text: str) -> bool:
    """Whether it names an office and its holder, or says who does it and names them."""
    named = {word for word in names_in(text) if not _opens_a_sentence(text, word)}
    holds = any(text[mention.start].isupper() for mention in mentions_in(text))
    return bool(named) and (holds or charges(text))


def _opens_a_sentence(text: str, word: str) -> bool:
    return any(text[start:end].startswith(word) for start, end in sentence_spans(text))
