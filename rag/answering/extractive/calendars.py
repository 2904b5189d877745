"""Calendars: tables whose columns are days of the week, and whose cells begin with the day of the month."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.answering.base import DocumentOf
from rag.answering.extractive.crossed import Crossed, asks_why_or_how
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.found_tables import tables_in, texts_over
from rag.answering.extractive.narrowing import says_verb
from rag.language.calendar_names import any_weekday
from rag.language.question_kinds import AnswerType
from rag.language.stems import stem, terms
from rag.questions.understanding import Query
from rag.types import Cell, Document, Hit, Span, Table

_WEEKDAY = re.compile(any_weekday(), re.IGNORECASE)
_FEWEST = 5  # days of a week
_MONTH = range(28, 32)  # days, behind which the next one begins
_DAY = re.compile(r"(?P<day>\d{1,2})\b[.:\s-]*(?P<told>.*)", re.DOTALL)
_HELD = frozenset(terms("kegiatan acara agenda jadwal event activity"))  # what any entry of a calendar is
_WHICH_DAY = re.compile(r"\b(?:hari apa|what day|which day)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a calendar says of a day."""

    weekday: str
    day: str
    told: str
    row: int
    column: int


def on_calendar(query: Query, hits: Sequence[Hit], document_of: DocumentOf) -> Crossed | None:
    """The day of what a question names in full, or what is on the day it names, from the first calendar that knows."""
    for document, table in tables_in(query, hits, document_of):
        entries = list(_entries(document, table)) if _is_of_weekdays(table) else []
        if not _counts_days(entries):
            continue
        told = _day_of(query, document, table, entries) or _told_on(query, document, table, entries)
        if told is not None:
            return told
    return None


def _is_of_weekdays(table: Table) -> bool:
    days = [name for name in table.columns if _WEEKDAY.fullmatch(name.strip())]
    return len(days) >= _FEWEST and len(days) == len(table.columns)


def _entries(document: Document, table: Table) -> Iterator[_Entry]:
    for row, cells in enumerate(table.rows):
        for cell in cells:
            found = _DAY.fullmatch(document.text[cell.start : cell.end].strip())
            if found is not None:
                yield _Entry(table.columns[cell.column], found["day"], found["told"].strip(), row, cell.column)


def _counts_days(entries: Sequence[_Entry]) -> bool:
    """Whether the days of each week follow each other: those of lessons, "2 jam Seni", do not."""
    beside = [(one, other) for one, other in pairwise(entries) if one.row == other.row]
    passed = (int(one.day) + other.column - one.column - int(other.day) for one, other in beside)
    return bool(beside) and all(days == 0 or days in _MONTH for days in passed)


def _day_of(query: Query, document: Document, table: Table, entries: Sequence[_Entry]) -> Crossed | None:
    if query.kind is not AnswerType.DATE:
        return None
    said = frozenset(map(stem, query.words)).union(*query.topic)
    named = [one for one in entries if one.told and facts_of(one.told).terms <= said]
    if len(named) != 1 or not _is_all_said(query, document, table, named[0].told):
        return None
    only = named[0].weekday if _WHICH_DAY.search(query.text) else named[0].day
    return Crossed(document, (_line(document, table.rows[named[0].row]),), only)


def _told_on(query: Query, document: Document, table: Table, entries: Sequence[_Entry]) -> Crossed | None:
    if query.kind is not None or asks_why_or_how(query):
        return None
    named = [one for one in entries if one.told and one.day in query.marks]
    if len(named) != 1 or not _is_all_said(query, document, table, f"{named[0].told} {named[0].day}"):
        return None
    return Crossed(document, (_line(document, table.rows[named[0].row]),), named[0].told)


def _is_all_said(query: Query, document: Document, table: Table, told: str) -> bool:
    """Whether title, headings, caption and the entry say all that carries the question's topic."""
    known = facts_of(" ".join((*texts_over(document, table), told))).terms
    verbs = frozenset(map(stem, filter(says_verb, query.words)))
    return all(group & (known | verbs | _HELD) for group in query.topic)


def _line(document: Document, row: Sequence[Cell]) -> Span:
    start = document.text.rfind("\n", 0, row[0].start) + 1
    return Span(document.id, start, row[-1].end, document.text[start : row[-1].end])
