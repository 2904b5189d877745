"""Answers that no sentence gives: the largest of a column, a total, a difference, how many rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from rag.answering.base import DocumentOf
from rag.answering.extractive.computed import Compared, Computed, Unsure
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.found_tables import tables_in, texts_over
from rag.answering.extractive.glosses import said_again
from rag.answering.extractive.table_binding import Asked, bind, cell_at
from rag.answering.extractive.table_computing import compute
from rag.answering.extractive.yearly_tables import difference, of_years, years_over
from rag.documents.figure_units import unit_of
from rag.language.computations import Computation, adding_asked, change_asked, growth_asked, moment_asked, names_run
from rag.language.directions import Direction, words_of_change
from rag.language.numerals import MAGNITUDES
from rag.language.patterns import any_of
from rag.language.periods import period_asked
from rag.language.question_kinds import AnswerType
from rag.language.stems import stem, terms
from rag.language.units import CURRENCY_MARKS, MONEY
from rag.questions.understanding import Query
from rag.types import Cell, Document, Hit, Span, Table

_COVERED = 0.75  # share of the question's words that title, headings and table must hold
_SCALES = frozenset(map(stem, (*MAGNITUDES, *MONEY)))
_LONGEST = 12  # rows of a table that is quoted whole; of a longer one only those that count
_COMPARING = frozenset(
    terms(
        "paling terbanyak terbesar tertinggi terluas terlama termahal terpanjang terendah terkecil tersedikit termurah "
        "tersingkat terpendek banyak besar tinggi sedikit kecil rendah mahal murah luas total jumlah seluruh "
        "keseluruhan selisih beda antara lebih most least largest biggest highest longest greatest smallest lowest "
        "fewest cheapest shortest expensive total sum difference combined more fewer less than earliest awal akhir "
        "together adding added grow grown change berubah pagi malam sore dini"
    )
)


_RUPIAH = re.compile(rf"\b(?:rp|idr)\.? ({any_of(MAGNITUDES)})\b", re.IGNORECASE)
_SHARE = re.compile(r"%|\b(?:persen(?:tase)?|per ?cent|percentage)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What was computed from a table of a document; `spans` are what is quoted of it."""

    computed: Computed
    document: Document
    table: Table
    spans: tuple[Span, ...]

    def words_of(self, cell: Cell) -> str:
        return self.document.text[cell.start : cell.end]

    @property
    def stands_written(self) -> str:
        """What of the answer stands in the table: what names the largest row or column, the total that a row gives."""
        if self.computed.names == "column":
            return self.table.columns[self.computed.column]
        if self.computed.names == "row":
            return self._key()
        if self.computed.how is Computation.TOTAL and not self.computed.value:
            return self.words_of(self.computed.cells[0])
        return ""

    @property
    def result(self) -> str:
        """What was computed, with its unit; "" where the table itself says it."""
        how, value = self.computed.how, self.computed.value
        if how in (Computation.MOST, Computation.LEAST):
            value = self.words_of(self.computed.cells[0])
        return " ".join(filter(None, [value, self._unit if how is not Computation.COUNT else ""])) if value else ""

    @property
    def _unit(self) -> str:
        """That the column gives, else the caption; of a column that names months the caption's alone."""
        name = "" if self.computed.names == "column" else self.table.columns[self.computed.column]
        scaled = _RUPIAH.search(name)
        own = f"{scaled[1].lower()} rupiah" if scaled else unit_of(name)
        return own if own and own.lower() not in CURRENCY_MARKS else self.table.unit

    @property
    def said_of(self) -> str:
        """What is told of the result: which computation, of a row and no column, of moments and no figures."""
        how = self.computed.how.value
        if self.computed.names == "column":
            return f"{how}_of_row"
        return f"{how}_moment" if self.computed.is_moment else how

    @property
    def terms(self) -> tuple[str, ...]:
        """The cells it was computed from, in order."""
        return tuple(map(self.words_of, self.computed.cells))

    def _key(self) -> str:
        """What names the first row that counts: where the question says a column, its words, else those of no group."""
        row = self.computed.rows[0]
        keys = [cell for cell in self.table.rows[row] if cell.column < self.table.keys]
        named = [cell for cell in keys if not self.words_of(cell).rstrip(".").isdecimal()] or keys
        called = [cell for cell in named if cell.column == self.computed.called]
        alone = [cell for cell in named if cell.rows == 1]
        first = next(iter(called or alone or named), None)
        return self.words_of(first) if first else ""


def reckon(query: Query, hits: Sequence[Hit], document_of: DocumentOf) -> Reckoned | Unsure | None:
    """The value that a question wants computed, from the table found that knows most of what it says, of equals first.

    Sections may have tables with the same columns.
    """
    tables = list(tables_in(query, hits, document_of))
    grown = growth_asked(query.text)
    if (query.computation is Computation.DIFFERENCE or grown) and (yearly := _between_years(query, tables)):
        return yearly
    found = ((_known(query, *one), *one) for one in tables)
    about = [one for one in found if one[0] >= _COVERED]
    for _, document, table in sorted(about, key=lambda one: -one[0]):
        how = query.computation or (Computation.DIFFERENCE if grown else None)
        how = how or (Computation.COUNT if _counts_rows(query, table, document.text) else None)
        if how is None:
            continue
        asked = Asked(query.topic, query.marks, as_run=names_run(query.text))
        text_of = partial(_words_of, document.text)
        compared = replace(_compared(query), around=facts_of(" ".join(texts_over(document, table))).terms)
        computed = compute(how, asked, table, text_of, document.language, compared)
        if isinstance(computed, Unsure):
            return computed
        if computed is not None:
            return Reckoned(computed, document, table, tuple(_quoted(document, table, computed)))
    return Unsure() if tables and adding_asked(query.text) else None


def _between_years(query: Query, tables: Sequence[tuple[Document, Table]]) -> Reckoned | None:
    for document in {document.id: document for document, _ in tables}.values():
        sides = of_years(document, [table for its, table in tables if its is document], query.years)
        if sides is None or min(_known(query, document, table, query.years) for table in sides) < _COVERED:
            continue
        text_of = partial(_words_of, document.text)
        computed = difference(Asked(query.topic, query.marks), sides, text_of, document)
        if computed is not None and _went(query, document, computed, sides):
            return Reckoned(computed, document, sides[1], tuple(_line(document, cell) for cell in computed.cells))
    return None


def _went(query: Query, document: Document, computed: Computed, sides: tuple[Table, Table]) -> bool:
    """Whether the larger figure is of the year that the question takes for the larger: what fell did not grow."""
    way = growth_asked(query.text)
    second = max(sides, key=lambda table: sorted(set(query.years) & years_over(document, table)))
    later = second.start <= computed.cells[0].start < second.end
    return way is None or later is (way is Direction.UP)


def _line(document: Document, cell: Cell) -> Span:
    """The line of the text in which a cell stands."""
    start = document.text.rfind("\n", 0, cell.start) + 1
    end = document.text.find("\n", cell.end)
    end = len(document.text) if end < 0 else end
    return Span(document.id, start, end, document.text[start:end])


def _compared(query: Query) -> Compared:
    in_share = query.kind is AnswerType.PERCENTAGE or _SHARE.search(query.text) is not None
    return Compared(
        change_asked(query.text), in_share, period_asked(query.text), growth_asked(query.text), moment_asked(query.text)
    )


def _words_of(text: str, cell: Cell) -> str:
    return text[cell.start : cell.end]


def _counts_rows(query: Query, table: Table, text: str) -> bool:
    """ "Berapa kecamatan ...?" of a table whose rows are kecamatan, and none of whose rows and columns is named.

    Where one has several rows, as one for each year, the rows are no kecamatan.
    """
    if query.kind is not AnswerType.NUMBER or len(table.rows) < 2 or table.pairs or not query.topic:
        return False
    key = next((at for at in range(table.keys) if query.topic[0].intersection(terms(table.columns[at]))), None)
    if key is None:
        return False
    names = [_words_of(text, cell) for row in range(len(table.rows)) if (cell := cell_at(table, row, key))]
    meant = bind(Asked(query.topic), table, partial(_words_of, text))
    return len(names) == len(set(names)) and not meant.rows and not meant.column_is_named


def _known(query: Query, document: Document, table: Table, but: Sequence[str] = ()) -> float:
    """Share, 0..1, of the words of a question that stand in a table or above it; 0 where another section has one.

    `but`: words that need not. Those that tell what is compared, and units and scales, are of no topic.
    """
    changing = frozenset(map(stem, words_of_change(query.text)))
    wanted = [group for group in query.topic if not group & (_COMPARING | _SCALES | changing | set(but))]
    around = facts_of(" ".join((*texts_over(document, table), *table.columns))).terms
    said = around | facts_of(document.text[table.start : table.end]).terms
    said |= said_again(query.text, said)
    lacking = [group for group in wanted if not group & said]
    if set(query.years).difference(but, facts_of(f"{document.title} {document.text}").dated, _published(document)):
        return 0.0
    heads = facts_of(" ".join(document.text[head.start : head.end] for head in document.headings)).terms
    if any(group & heads for group in lacking):
        return 0.0
    return 1.0 - len(lacking) / len(wanted) if wanted else 1.0


def _published(document: Document) -> Sequence[str]:
    return [str(document.published.year)] if document.published else []


def _quoted(document: Document, table: Table, computed: Computed) -> Iterator[Span]:
    if len(table.rows) <= _LONGEST:
        yield Span(document.id, table.start, table.end, document.text[table.start : table.end])
        return
    for row in computed.rows[:_LONGEST]:
        start, end = table.rows[row][0].start, table.rows[row][-1].end
        start = document.text.rfind("\n", 0, start) + 1
        yield Span(document.id, start, end, document.text[start:end])
