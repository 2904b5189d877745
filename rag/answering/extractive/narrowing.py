"""From the span a reader found to the words in it, or beside it, that are meant."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.table_binding import bind, cell_at
from rag.language.question_kinds import AnswerType, fits
from rag.language.territories import territories_in
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Cell, Table

_NAMED = 0.85  # share of the question's words that must name a cell for it to be meant surely
_ONE_FIGURE = frozenset({AnswerType.MONEY, AnswerType.PERCENTAGE, AnswerType.DURATION, AnswerType.NUMBER})
_CLAUSE = re.compile(r"[,;](?!\d)\s*|\s+(?:dan|serta|sedangkan|sementara|and|while)\s+")


class Narrowing(Protocol):
    """Gives the span itself back where it has nothing to say."""

    @property
    def name(self) -> str: ...

    def narrowed(self, query: Query, candidate: Candidate, span: ReadSpan) -> ReadSpan: ...


class BoundCell:
    """The cell of a table that the question means by its row and its column."""

    name = "bound_cell"

    def narrowed(self, query: Query, candidate: Candidate, span: ReadSpan) -> ReadSpan:
        cell = cell_bound(query, candidate)
        if cell is None:
            return span
        begin = candidate.hit.passage.start
        return replace(span, start=cell.start - begin, end=cell.end - begin)


def cell_bound(query: Query, candidate: Candidate, surely: bool = False) -> Cell | None:
    """The cell of a row that the question means; `surely`: its row and its column are both named in so many words."""
    table = candidate.table
    if table is None or candidate.row is None or query.computation is not None:
        return None
    binding = bind(query.topic, table, candidate.words_of)
    if not (binding.is_sure if surely else binding.is_one_cell) or binding.rows != (candidate.row,):
        return None
    if surely and not _is_all_named(query, candidate, table, binding.columns[0]):
        return None
    cell = cell_at(table, candidate.row, binding.columns[0])
    fitting = cell is not None and (query.kind is None or fits(candidate.words_of(cell), query.kind))
    return cell if fitting else None


def _is_all_named(query: Query, candidate: Candidate, table: Table, column: int) -> bool:
    """Whether nearly every word of the question stands in what names the cell: no column of placements has "gaji"."""
    passage = candidate.hit.passage
    keys = (candidate.words_of(cell) for cell in table.rows[candidate.row or 0] if cell.column < table.keys)
    columns = (*table.columns[: table.keys], table.columns[column])
    said = facts_of(" ".join((passage.title, *passage.headings, table.caption, *columns, *keys))).terms
    return sum(bool(group & said) for group in query.topic) >= _NAMED * len(query.topic)


class FirstClause:
    """Only the first clause, where one figure is wanted and that clause holds one."""

    name = "first_clause"

    def narrowed(self, query: Query, candidate: Candidate, span: ReadSpan) -> ReadSpan:
        if query.kind not in _ONE_FIGURE:
            return span
        first = _CLAUSE.split(candidate.said(span), maxsplit=1)[0]
        return replace(span, end=span.start + len(first)) if fits(first, query.kind) else span


_FIGURE = {
    AnswerType.NUMBER: re.compile(
        r"(?<![\w.,/(])\d+(?:[.,]\d+)*(?![\w/%]|[.,]\d)"
        r"(?! ?(?:%|persen|detik|menit|jam|hari|minggu|pekan|bulan|tahun|seconds?|minutes?|hours?|days?|weeks?|months?|"
        r"years?|per ?cent)\b)(?: (?:orang|jiwa|siswa|peserta|unit|ton|ribu|juta|people|students|persons))*",
        re.IGNORECASE,
    ),
    AnswerType.PERCENTAGE: re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?(?: ?%| persen\b| per ?cent\b)", re.IGNORECASE),
    AnswerType.DURATION: re.compile(
        r"(?<![\w.,])\d+(?:[.,]\d+)? (?:detik|menit|jam|hari|minggu|pekan|bulan|tahun|seconds?|minutes?|hours?|days?|"
        r"weeks?|months?|years?)\b",
        re.IGNORECASE,
    ),
    AnswerType.MONEY: re.compile(
        r"(?:Rp\.? ?|US\$|RM ?)\d+(?:[.,]\d+)*(?: (?:ribu|juta|miliar|triliun))?", re.IGNORECASE
    ),
}
_CLAUSE_END = re.compile(
    r"[,;](?!\d)|\s(?:dan|serta|sedangkan|sementara|adapun|diikuti|disusul|kemudian|lalu|and|while|followed)\s"
)
_LONGER_NAME = re.compile(r" [A-Z]")  # behind a province: "Lampung Timur" is another place
_YEAR_OR_DATE = re.compile(
    r"(?:19|20)\d\d(?!\d|[.,]\d| (?:orang|jiwa|siswa|peserta|unit|people|students|persons))|"
    r"\d{1,2} (?=jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)",
    re.IGNORECASE,
)


class WhichFigure:
    """Of several figures in a sentence the one whose clause, and no other, names what the question names.

    "Pelatihan untuk alumni 3 bulan, untuk siswa kelas XII 12 bulan" holds two durations. A figure before the one found
    is never taken: what the first clause names is often the subject of the whole sentence.
    """

    name = "which_figure"

    def narrowed(self, query: Query, candidate: Candidate, span: ReadSpan) -> ReadSpan:
        begin, _ = candidate.within
        start, end = candidate.local(span)
        meant = _meant(query, candidate.text, start, end)
        return replace(span, start=begin + meant[0], end=begin + meant[1])


def names_the_same(query: Query, clause: str) -> bool:
    """Whether `clause` holds a country, province, numeral ("XII") or code ("N5") that the question holds."""
    places = (clause[a:b] for a, b in territories_in(clause) if not _LONGER_NAME.match(clause, b))
    if any(query.territories & facts_of(place).territories for place in places):
        return True
    return any(re.search(rf"\b{mark}\b", clause) for mark in query.marks)


def _meant(query: Query, text: str, start: int, end: int) -> tuple[int, int]:
    pattern = _FIGURE.get(query.kind) if query.kind is not None else None
    figures = [m.span() for m in pattern.finditer(text) if not _YEAR_OR_DATE.match(text, m.start())] if pattern else []
    if len(figures) < 2 or not any(a < end and start < b for a, b in figures):
        return start, end
    clauses = _clauses(text)
    named = [clause for clause in clauses if names_the_same(query, text[clause[0] : clause[1]])]
    if len(named) != 1 or named[0] <= _clause_of(start, clauses):
        return start, end
    theirs = [figure for figure in figures if _clause_of(figure[0], clauses) == named[0]]
    return theirs[0] if len(theirs) == 1 and not _asked_with(query, text[slice(*theirs[0])]) else (start, end)


def _clauses(text: str) -> tuple[tuple[int, int], ...]:
    ends = [match.start() for match in _CLAUSE_END.finditer(text)]
    return tuple(zip([0, *ends], [*ends, len(text)], strict=True))


def _clause_of(offset: int, clauses: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return next(clause for clause in reversed(clauses) if clause[0] <= offset)


def _asked_with(query: Query, figure: str) -> bool:
    """Whether the question brings that figure along: "how many of the 385?" is not answered with 385."""
    number = figure.split()[0]
    return re.search(rf"(?<![\w.,]){re.escape(number)}(?!\w)", query.text) is not None


# A figure with a unit of one word behind it: "140 meter", "Rp12.500".
_FIGURE_TOLD = r"(?:[^\W\d]{1,4}\.? ?)?\d(?:[\d.,]*\d)?(?: (?!per\b|pada\b|di\b|in\b|menjadi\b|ke\b|to\b)[^\W\d]+)?"
_CHANGED = re.compile(
    rf"\b(?:dari|from)\s+(?P<old>{_FIGURE_TOLD})[^.;,\d]{{0,30}}?\s(?:menjadi|ke|to)\s+(?P<new>{_FIGURE_TOLD})",
    re.IGNORECASE,
)
_WAS = re.compile(
    r"\b(?:sebelum(?:nya)?|semula|awalnya|mulanya|tadinya|dulu(?:nya)?|before|previously|originally|used to|"
    r"at first)\b",
    re.IGNORECASE,
)
_IS = re.compile(
    r"\b(?:sekarang|kini|saat ini|setelah(?:nya)?|sesudah(?:nya)?|terbaru|now|currently|today|after(?:wards)?)\b",
    re.IGNORECASE,
)


class BeforeOrAfter:
    """The old figure of "dari 80 meter menjadi 140 meter" for how it was, the new one for how it is."""

    name = "before_or_after"

    def narrowed(self, query: Query, candidate: Candidate, span: ReadSpan) -> ReadSpan:
        was, now = _WAS.search(query.text), _IS.search(query.text)
        if bool(was) == bool(now):
            return span
        start, end = candidate.local(span)
        changes = (match for match in _CHANGED.finditer(candidate.text) if match.start() < end and start < match.end())
        change = next(changes, None)
        if change is None:
            return span
        begin, _ = candidate.within
        first, last = change.span("old" if was else "new")
        return replace(span, start=begin + first, end=begin + last)


_IN_WHICH = re.compile(r"\bdi (?P<noun>ruang|ruangan|aula|gedung|hotel) (?:mana|apa)\b", re.IGNORECASE)


class Venue:
    """The room for "di ruang mana", the hotel for "di hotel mana", where the sentence names just one."""

    name = "venue"

    def narrowed(self, query: Query, candidate: Candidate, span: ReadSpan) -> ReadSpan:
        asked = _IN_WHICH.search(query.text)
        if asked is None:
            return span
        named = re.compile(rf"\b(?i:{asked['noun'].removesuffix('an')})(?:an)?(?: [A-Z][\w-]*)+")
        found = [match.span() for match in named.finditer(candidate.text)]
        start, end = candidate.local(span)
        if len(found) != 1 or (found[0][0] <= start and end <= found[0][1]):
            return span
        begin, _ = candidate.within
        return replace(span, start=begin + found[0][0], end=begin + found[0][1])


NARROWINGS: tuple[Narrowing, ...] = (BoundCell(), BeforeOrAfter(), FirstClause(), WhichFigure(), Venue())
