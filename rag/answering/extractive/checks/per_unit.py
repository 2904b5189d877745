"""What is paid for an hour does not say what a day costs."""

import re
from collections.abc import Iterator

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.table_binding import cell_at
from rag.language.patterns import any_of
from rag.language.question_kinds import AnswerType
from rag.language.units import MEASURES, TIME
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Cell, Objection, Table

_UNITS = {**TIME, **MEASURES}
_BY_WORD = {
    **{f"{unit}ly": unit for unit in ("hour", "week", "month", "year")},
    **{"daily": "day", "annual": "year", "annually": "year"},
    **{f"se{word}": unit for word, unit in TIME.items()},
}
_PER = re.compile(rf"(?:\b(?:per|tiap|setiap|each|every)[ -]|/ ?)(?:1 )?(?P<unit>{any_of(_UNITS)})\b", re.IGNORECASE)
_ADVERB = re.compile(rf"\b(?P<unit>{any_of(_BY_WORD)})\b", re.IGNORECASE)
_WHOLE = re.compile(rf"(?:per |rp/|/)?(?:1 )?(?P<unit>{any_of(_UNITS)})", re.IGNORECASE)
_NO_RATE = (AnswerType.DURATION, AnswerType.DATE, AnswerType.TIME, AnswerType.PERSON, AnswerType.PLACE)
_BEHIND = 30  # characters behind a figure in which it is told for what it is paid


class PerUnit:
    """Objects to a figure for another unit than the question names: "Rp515.000" an hour where a day is asked for."""

    name = "per_unit"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        asked = None if query.kind in _NO_RATE else _asked(query.text)
        if asked is None:
            return None
        if candidate.table is None or candidate.row is None:
            start, end = candidate.local(span)
            told = set(_told(candidate.text[start : end + _BEHIND]))
        else:
            told = _told_in_row(candidate, candidate.table, candidate.row, span, asked)
        return Objection(self.name, tuple(sorted(told))) if told and asked not in told else None


def _asked(text: str) -> str | None:
    """The unit for which a figure is asked, where it is one only."""
    found = set(_told(text)) | {_BY_WORD[match["unit"].lower()] for match in _ADVERB.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _told(text: str) -> Iterator[str]:
    return (_UNITS[match["unit"].lower()] for match in _PER.finditer(text))


def _told_in_row(candidate: Candidate, table: Table, row: int, span: ReadSpan, asked: str) -> set[str]:
    """The units that the name of a figure's column says, or else those of the row's cells that say nothing but units.

    A cell says one too where the column has the unit asked for in another row: "rit" where others have "hari".
    """
    begin = candidate.hit.passage.start
    own = [cell for cell in table.rows[row] if cell.start - begin < span.end and span.start < cell.end - begin]
    above = {unit for cell in own for unit in _told(f"{table.columns[cell.column]} {candidate.words_of(cell)}")}
    if above:
        return above
    others = (column for column in range(len(table.columns)) if column not in {cell.column for cell in own})
    return {unit for column in others for unit in _of_cell(candidate, table, row, column, asked)}


def _of_cell(candidate: Candidate, table: Table, row: int, column: int, asked: str) -> Iterator[str]:
    cell = cell_at(table, row, column)
    if cell is None:
        return
    if unit := _unit_in(candidate, cell):
        yield unit
    elif any(_unit_in(candidate, one) == asked for at in range(len(table.rows)) if (one := cell_at(table, at, column))):
        yield candidate.words_of(cell).strip()


def _unit_in(candidate: Candidate, cell: Cell) -> str | None:
    found = _WHOLE.fullmatch(candidate.words_of(cell).strip())
    return _UNITS[found["unit"].lower()] if found else None
