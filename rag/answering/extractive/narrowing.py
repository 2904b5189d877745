"""From the span a reader found to the words in it, or beside it, that are meant."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, Protocol

from rag.answering.extractive.addressed import words_of_address
from rag.answering.extractive.asked_amounts import amounts_of
from rag.answering.extractive.asking_words import PLAIN, asked_by, units_asked, units_for_one
from rag.answering.extractive.called_alike import topic_in
from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.cell_kinds import holds
from rag.answering.extractive.clause_brackets import ranged_in, told_in
from rag.answering.extractive.column_names import units_in
from rag.answering.extractive.excepted import Excepted
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.range_classes import class_meant
from rag.answering.extractive.row_codes import texts_above
from rag.answering.extractive.superseded import AsAmended
from rag.answering.extractive.table_binding import MEASURES, OF_PAPERS, Asked, Binding, bind, cell_at
from rag.language.changes import side_asked
from rag.language.dates import find_dates
from rag.language.doers import doer_asked
from rag.language.question_kinds import AnswerType, fits
from rag.language.stems import stem
from rag.language.units import MEASURES as MEASURED
from rag.language.units import SHARE, TIME
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Cell, Language, Passage, Table

_VERB = re.compile(r"(?:me[mnlrwy]?|di|ber|ter)[a-z]{3,}")
_UNITS = frozenset({*MEASURED, *SHARE, *TIME})
_LABELLED = re.compile(r"(?:[-*•]\s+)?(?P<label>[^\W\d][^:;.!?\n]{1,40}?)\s*:\s+(?P<value>[^\n]{1,80}?)[.;]?")
_BINDINGS = 64  # of questions to tables that are remembered
_KNOWN = 0.6
_NAMED = 0.85  # share of the question's words that must name a cell for it to be meant surely


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


class _Same:
    """Anything, known again by being the very same: to compare tables or questions takes longer than to bind them."""

    __slots__ = ("it",)

    def __init__(self, it: Any) -> None:
        self.it = it

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.it is other.it

    def __hash__(self) -> int:
        return id(self.it)


def bound(query: Query, candidate: Candidate, table: Table) -> Binding:
    """The rows and columns of a candidate's table that the question means."""
    passage = candidate.hit.passage
    above = " ".join((passage.title, *passage.headings, table.caption))
    text, begin = (candidate.source, 0) if candidate.source else (passage.text, passage.start)
    called = _called(passage)
    return _bound(_Same(query), _Same(table), _Same(text), begin, above, called, passage.language)


def _called(passage: Passage) -> str:
    """Who publishes a document, and what it is called where it lies: "perpustakaan-madrasah/peminjaman"."""
    return f"{passage.publisher or ''} {words_of_address(passage.document_id)}"


@lru_cache(_BINDINGS)
def _bound(query: _Same, table: _Same, text: _Same, begin: int, above: str, called: str, language: Language) -> Binding:
    """All rows of a table ask for it, and each several times."""
    whole, said = table.it, query.it.text
    told = " ".join((above, *whole.columns, text.it[max(0, whole.start - begin) : whole.end - begin]))
    every = frozenset(map(stem, query.it.words))
    verbs = frozenset(map(stem, filter(says_verb, query.it.words))) | units_asked(said, whole)
    topic, around = topic_in(query.it, topic_with_units(query.it), told, language), facts_of(above).terms
    amounts = amounts_of(query.it)
    classed = class_meant(text.it, said, amounts) if amounts else None
    words = every & MEASURES
    own = Asked(topic, query.it.marks, words, query.it.kind, around, verbs, every, said, amounts, classed)
    asked = replace(own, called=facts_of(called).terms)
    return bind(asked, whole, lambda cell: str(text.it[cell.start - begin : cell.end - begin]))


def topic_with_units(query: Query) -> tuple[frozenset[str], ...]:
    """The topic of a question, each word with the unit that it says."""
    return tuple(group | _units_meant(query, group) | _for_one(query, group) for group in query.topic)


def _for_one(query: Query, group: frozenset[str]) -> frozenset[str]:
    """The unit of which a word of the question says one: "sebulan"."""
    return frozenset().union(*(units_for_one(word) for word in query.words if stem(word) in group))


def _units_meant(query: Query, group: frozenset[str]) -> frozenset[str]:
    """The unit that a word of the question says: "kilogram" is asked of a column "Pakan (kg)"."""
    return frozenset().union(*(units_in(word) for word in query.words if word in group or stem(word) in group))


def says_verb(word: str) -> bool:
    """Whether an Indonesian word looks like one that says what is done or happens."""
    return _VERB.match(word) is not None and word not in _UNITS


def is_unit(word: str) -> bool:
    """Whether things are measured in it: "hektare", "persen", "hari"."""
    return word in _UNITS


def strays(query: Query, candidate: Candidate) -> tuple[str, ...]:
    """Words of the question that its table does not know; none where the two may be in different languages.

    Of a table alone the language is not always told: one that knows most words of an Indonesian question speaks it.
    """
    if candidate.table is None:
        return ()
    unknown = bound(query, candidate, candidate.table).strays
    if query.language is candidate.hit.passage.language:
        return unknown
    known = len(query.topic) - len(unknown)
    return unknown if query.language is Language.INDONESIAN and known >= _KNOWN * len(query.topic) else ()


def cell_bound(query: Query, candidate: Candidate, surely: bool = False) -> Cell | None:
    """The cell of a row that the question means; `surely`: its row and its column are both named in so many words."""
    table = candidate.table
    if table is None or candidate.row is None or query.computation is not None:
        return None
    binding = bound(query, candidate, table)
    # A label that is said whole names its value as a row and a column do, where all else is said above it.
    sure = binding.is_sure or (table.pairs and binding.is_one_cell and binding.row_is_named)
    if not (sure if surely else binding.is_one_cell) or binding.rows != (candidate.row,):
        return None
    if surely and not _is_all_named(query, candidate, table, binding):
        return None
    cell = cell_at(table, candidate.row, binding.columns[0])
    if cell is None or query.kind is None:
        return cell
    text, column = candidate.words_of(cell), table.columns[binding.columns[0]]
    return cell if fits(text, query.kind) or holds(text, column, query.kind) else None


def sole_label(query: Query, found: Sequence[Candidate]) -> Candidate | None:
    """The label with its value that is named in so many words, where no other one is: sections have the same labels."""
    pairs = (one for one in found if one.table is not None and one.table.pairs)
    named = [one for one in pairs if cell_bound(query, one, surely=True)]
    return named[0] if len(named) == 1 else None


def value_labelled(query: Query, candidate: Candidate) -> tuple[int, int] | None:
    """Offsets into the passage of what stands behind a label, where label, headings and title say all of a question.

    "Kepala: Nurhayati" below "Balai Benih Krui" is as sure as a cell whose row and column are named: the question says
    the label whole, "alamat" is no "Alamat gudang".
    """
    found, passage = _LABELLED.fullmatch(candidate.text), candidate.hit.passage
    if found is None or not passage.headings or query.wants_list or query.computation is not None:
        return None
    label, heading = facts_of(found["label"]).terms, facts_of(passage.headings[-1]).terms
    said = label | facts_of(" ".join((passage.title, *passage.headings))).terms
    topic = [group for group in query.topic if group]
    asked = MEASURES.union(map(stem, query.words), *topic)
    own = facts_of(found["label"]).stems <= asked and any(group & label for group in topic)
    own = own and any(group & heading for group in topic)
    fitting = query.kind is None or fits(found["value"], query.kind)
    if not own or not fitting or not all(group & said for group in topic):
        return None
    begin, _ = candidate.within
    return begin + found.start("value"), begin + found.end("value")


def _is_all_named(query: Query, candidate: Candidate, table: Table, binding: Binding) -> bool:
    """Whether nearly every word of the question stands in what names the cell: no column of placements has "gaji"."""
    passage, column = candidate.hit.passage, binding.columns[0]
    keys = (candidate.words_of(cell) for cell in table.rows[candidate.row or 0] if cell.column < table.keys)
    columns = (*table.columns[: table.keys], table.columns[column])
    above = texts_above(table, candidate.row or 0, candidate.words_of)
    texts = (passage.title, *passage.headings, table.caption, _called(passage), *columns, *keys, *above)
    said = facts_of(" ".join(texts)).terms
    said = said | OF_PAPERS | PLAIN | asked_by(query.kind, table, said, candidate.words_of)
    said |= units_asked(query.text, table)
    units = units_in(table.columns[column])
    wide = topic_in(query, topic_with_units(query), " ".join((*texts, candidate.text)), passage.language)
    topic = [(g, called) for g, called in zip(query.topic, wide, strict=True) if not g & binding.by_range]
    named = sum(bool(called & said or _units_meant(query, group) & units) for group, called in topic)
    return named >= (1.0 if table.pairs else _NAMED) * len(topic)


# A figure with a unit of one word behind it: "140 meter", "Rp12.500".
_FIGURE_TOLD = r"(?:[^\W\d]{1,4}\.? ?)?\d(?:[\d.,]*\d)?(?: (?!per\b|pada\b|di\b|in\b|menjadi\b|ke\b|to\b)[^\W\d]+)?"
_CHANGED = re.compile(
    rf"\b(?:dari|from)\s+(?P<old>{_FIGURE_TOLD})[^.;,\d]{{0,30}}?\s(?:menjadi|ke|to)\s+(?P<new>{_FIGURE_TOLD})",
    re.IGNORECASE,
)


class BeforeOrAfter:
    """The old figure of "dari 80 meter menjadi 140 meter" for how it was, the new one for how it is."""

    name = "before_or_after"

    def narrowed(self, query: Query, candidate: Candidate, span: ReadSpan) -> ReadSpan:
        side = side_asked(query.text)
        if side is None:
            return span
        start, end = candidate.local(span)
        changes = (match for match in _CHANGED.finditer(candidate.text) if match.start() < end and start < match.end())
        change = next(changes, None)
        if change is None:
            return span
        begin, _ = candidate.within
        first, last = change.span(side.value)
        return replace(span, start=begin + first, end=begin + last)


class WholeDate:
    """The date that a day of the week or a month belongs to: "Ahad" of "Ahad, 9 Nop 2025"."""

    name = "whole_date"

    def narrowed(self, query: Query, candidate: Candidate, span: ReadSpan) -> ReadSpan:
        if query.kind is not AnswerType.DATE or any(map(str.isdigit, candidate.said(span))):
            return span
        begin, end = candidate.local(span)
        first, _ = candidate.within
        for day in find_dates(candidate.text):
            if day.start <= begin and end <= day.end:
                return replace(span, start=first + day.start, end=first + day.end)
        return span


class Doer:
    """Who does it for "siapa yang melaksanakan ...": "dilakukan oleh Menteri Keuangan", not for whom it is done."""

    name = "doer"

    def narrowed(self, query: Query, candidate: Candidate, span: ReadSpan) -> ReadSpan:
        doer = doer_asked(query.text, candidate.text) if candidate.table is None else None
        start, end = candidate.local(span)
        if doer is None or (doer[0] <= start and end <= doer[1]):
            return span
        begin, _ = candidate.within
        return replace(span, start=begin + doer[0], end=begin + doer[1])


class OfRange:
    """The figure of the clause whose range holds the amount of the question: 1,5% for 75 minutes, not 1%."""

    name = "of_range"

    def narrowed(self, query: Query, candidate: Candidate, span: ReadSpan) -> ReadSpan:
        passage = candidate.hit.passage
        ranged = ranged_in(query, passage) if candidate.table is None else None
        meant = ranged.meant if ranged is not None else None
        over = ranged.over(span.start, span.end) if ranged is not None else ()
        if meant is None or not over or over == (meant,):
            return span
        start, end = candidate.within
        told = told_in(meant, passage.text, span.start, span.end)
        return replace(span, start=told[0], end=told[1]) if told and start <= told[0] and told[1] <= end else span


NARROWINGS: tuple[Narrowing, ...] = (
    BoundCell(),
    OfRange(),
    BeforeOrAfter(),
    AsAmended(),
    Excepted(),
    WholeDate(),
    Doer(),
)
