"""Timetables: what is on at an hour of a day, at which hour something is on, and on which day.

A table is one whose columns are days and whose rows are hours, or the other way round, or days or hours beside anything
else that names rows. A question that says anything else than the table does is left to others.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rag.answering.base import DocumentOf
from rag.answering.extractive.crossed import Crossed, asks_why_or_how
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.found_tables import tables_in, texts_over
from rag.answering.extractive.narrowing import says_verb
from rag.language.calendar_names import HOURS, day_or_month
from rag.language.question_kinds import AnswerType
from rag.language.stems import stem, terms
from rag.questions.understanding import Query
from rag.types import Cell, Document, Hit, Span, Table

_DAY = day_or_month()
_TIME = re.compile(r"\b(\d{1,2})[.:](\d{2})\b")
_NOTHING = re.compile(r"[-–—.…*\s]*")
_FEWEST = 3  # days or hours of a side
_MOST = 12  # rows that are told
_WHICH_DAY = re.compile(r"\b(?:hari|bulan) (?:apa|mana)\b|\b(?:what|which) (?:days?|months?)\b", re.IGNORECASE)
# What any entry of a timetable is, and what its sides are called.
_HELD = frozenset(terms("kegiatan acara agenda jadwal event activity jam pukul hari hour time day ada held"))


@dataclass(frozen=True, slots=True)
class _Entry:
    """A cell with the names of the columns and the rows that it takes."""

    told: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    at: int  # position of its first row


def on_timetable(query: Query, hits: Sequence[Hit], document_of: DocumentOf) -> Crossed | None:
    """What the first timetable tells that knows all a question says."""
    for document, table in tables_in(query, hits, document_of):
        sides = _sides(document, table)
        if sides is None:
            continue
        entries = list(_entries(document, table))
        told = _when(query, document, table, entries, sides) or _what(query, document, table, entries)
        if told is not None:
            return told
    return None


def _sides(document: Document, table: Table) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None] | None:
    """What columns and rows are called by, days or hours; None where neither is."""
    if table.pairs or not table.keys:
        return None
    rows = [_key(document, table, row) for row in range(len(table.rows))]
    columns, called = _side(table.columns[table.keys :]), _side(rows)
    return (columns, called) if columns or called else None


def _side(names: Sequence[str]) -> re.Pattern[str] | None:
    return next(
        (one for one in (_DAY, HOURS) if len(names) >= _FEWEST and all(one.fullmatch(name.strip()) for name in names)),
        None,
    )


def _entries(document: Document, table: Table) -> Iterator[_Entry]:
    seen: dict[tuple[int, int], _Entry] = {}
    for row, cells in enumerate(table.rows):
        for cell in cells:
            told = document.text[cell.start : cell.end].strip()
            if cell.column < table.keys or _NOTHING.fullmatch(told):
                continue
            names = tuple(filter(None, table.columns[cell.column : cell.column + cell.columns]))
            before = seen.get((cell.start, cell.end))
            keys = (*(before.rows if before else ()), _key(document, table, row))
            seen[cell.start, cell.end] = _Entry(told, names, keys, before.at if before else row)
    return iter(seen.values())


def _when(
    query: Query,
    document: Document,
    table: Table,
    entries: Sequence[_Entry],
    sides: tuple[re.Pattern[str] | None, re.Pattern[str] | None],
) -> Crossed | None:
    """At which hours, or on which days, what the question names in full is on."""
    side = _DAY if _WHICH_DAY.search(query.text) else HOURS if query.kind is AnswerType.TIME else None
    if side is None or side not in sides:
        return None
    said = frozenset(map(stem, query.words)).union(*query.topic)
    named = [one for one in entries if (own := facts_of(one.told).terms) and own <= said]
    fullest = max((len(facts_of(one.told).terms) for one in named), default=0)
    named = [one for one in named if len(facts_of(one.told).terms) == fullest]
    named = _among(query, named, side is sides[0])
    if not named or not _is_all_said(query, document, table, named):
        return None
    names = [name for one in named for name in (one.columns if side is sides[0] else one.rows)]
    return _shown(document, table, named, ", ".join(dict.fromkeys(names)))


def _among(query: Query, named: Sequence[_Entry], by_columns: bool) -> list[_Entry]:
    """Of several entries those on the other side that the question names, if it does."""
    said = frozenset(map(stem, query.words)).union(*query.topic)
    other: Callable[[_Entry], tuple[str, ...]] = (lambda one: one.rows) if by_columns else (lambda one: one.columns)
    kept = [one for one in named if any(_is_said(query, said, name) for name in other(one))]
    return kept or list(named)


def _what(query: Query, document: Document, table: Table, entries: Sequence[_Entry]) -> Crossed | None:
    """What is on at the hour and on the day that a question names."""
    if query.kind not in (None, AnswerType.PERSON) or asks_why_or_how(query):
        return None
    said = frozenset(map(stem, query.words)).union(*query.topic)
    named = [
        one
        for one in entries
        if any(_is_said(query, said, name) for name in one.columns)
        and any(_is_said(query, said, name) for name in one.rows)
    ]
    if len(named) != 1 or not _is_all_said(query, document, table, named):
        return None
    return _shown(document, table, named, named[0].told)


def _is_said(query: Query, said: frozenset[str], name: str) -> bool:
    """Whether a question names a day, or an hour of which it says both ends or one within it."""
    hours, asked = _minutes(name), _minutes(query.text)
    if hours and HOURS.fullmatch(name.strip()):
        if len(asked) == 1 and len(hours) > 1:
            return hours[0] <= asked[0] < hours[1]
        return bool(asked) and asked[: len(hours)] == hours
    own = facts_of(name).terms
    return bool(own) and own <= said | query.marks


def _minutes(text: str) -> list[int]:
    return [60 * int(one[1]) + int(one[2]) for one in _TIME.finditer(text)]


def _is_all_said(query: Query, document: Document, table: Table, entries: Sequence[_Entry]) -> bool:
    """Whether title, headings, names and entries say all that carries the question's topic, its hours aside."""
    told = [text for one in entries for text in (one.told, *one.columns, *one.rows)]
    texts = (*texts_over(document, table), *table.columns[: table.keys], *told)
    known = facts_of(" ".join(texts)).terms | frozenset(map(stem, filter(says_verb, query.words))) | _HELD
    return all(group & known or all(_TIME.fullmatch(term) for term in group) for group in query.topic)


def _shown(document: Document, table: Table, entries: Sequence[_Entry], only: str) -> Crossed | None:
    rows = list(dict.fromkeys(one.at for one in entries))
    if len(rows) > _MOST:
        return None
    return Crossed(document, tuple(_line(document, table.rows[row]) for row in rows), only)


def _key(document: Document, table: Table, row: int) -> str:
    keys = (document.text[cell.start : cell.end] for cell in table.rows[row] if cell.column < table.keys)
    return " ".join(key for key in keys if not key.rstrip(".").isdecimal() or table.keys == 1)


def _line(document: Document, row: Sequence[Cell]) -> Span:
    start = document.text.rfind("\n", 0, row[0].start) + 1
    return Span(document.id, start, row[-1].end, document.text[start : row[-1].end])
