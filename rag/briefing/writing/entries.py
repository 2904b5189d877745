"""From chosen units to the lines of a briefing: each a quote that `citing` has verified."""

from collections.abc import Iterator, Sequence

from rag.answering.composing.citing import cite
from rag.briefing.gathering.themes import Theme, share
from rag.briefing.gathering.units import Unit
from rag.briefing.ordering.disagreeing import Disagreement
from rag.briefing.ordering.figures import figure_columns, figures_in, unit_over
from rag.briefing.ordering.kinds import days_in
from rag.briefing.values import Entry, Part
from rag.language.norms import leans_back
from rag.types import Cell, Span, Value

_FEW_ROWS = 8  # more are a table of their own
_CLEAR = 0.3  # of the words of a theme from which a sentence says itself what it is about


def entries_of(unit: Unit, part: Part, themes: Sequence[Theme]) -> Iterator[Entry]:
    """One line, or one a row of a table that has one figure a row. Raises QuoteMismatch."""
    columns = figure_columns(unit.document, unit.table) if unit.table and part is Part.FIGURES else ()
    if unit.table and len(columns) == 1 and len(unit.table.rows) <= _FEW_ROWS:
        yield from _rows(unit, columns[0])
        return
    yield Entry(
        text=unit.text,
        citations=(cite(1, unit.span, unit.document),),
        values=() if unit.table else tuple(map(Value, figures_in(unit.text))),
        days=None if unit.table else days_in(unit.text),
        context=context_of(unit, themes),
    )


def differing(one: Disagreement) -> Entry:
    """Both sentences with their figures, the newer document first."""
    units = (one.newer.unit, one.older.unit)
    citations = tuple(cite(number, unit.span, unit.document) for number, unit in enumerate(units, start=1))
    return Entry("", citations, tuple(map(Value, one.values)))


def context_of(unit: Unit, themes: Sequence[Theme]) -> str:
    """What stands above a unit that cannot be understood alone; "" where it can."""
    clear = not unit.listed and not leans_back(unit.text) and share(themes, unit.text) >= _CLEAR
    return "" if clear else " › ".join(unit.above)


def _rows(unit: Unit, column: int) -> Iterator[Entry]:
    text, table = unit.document.text, unit.table
    for row in table.rows if table else ():
        cell = next((one for one in row if one.column == column), None)
        if cell is not None and table is not None and cell.start < cell.end:
            value = Value(text[cell.start : cell.end], unit=unit_over(table, cell))
            citation = cite(1, _line(unit, row), unit.document, (cell.start, cell.end))
            yield Entry(citation.quote, (citation,), (value,), context=table.caption or " › ".join(unit.above))


def _line(unit: Unit, row: Sequence[Cell]) -> Span:
    text = unit.document.text
    start, end = text.rfind("\n", 0, row[0].start) + 1, text.find("\n", row[-1].end)
    end = len(text) if end < 0 else end
    return Span(unit.document.id, start, end, text[start:end])
