"""Answers that no sentence gives: the largest of a column, a total, a difference, how many rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rag.answering.base import DocumentOf
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.grounding import unnamed_in
from rag.answering.extractive.table_binding import Asked, bind, cell_at
from rag.answering.extractive.table_computing import Computed, compute
from rag.language.computations import Computation, names_run
from rag.language.question_kinds import AnswerType
from rag.language.stems import terms
from rag.questions.understanding import Query
from rag.types import Cell, Document, Hit, Span, Table

_COVERED = 0.75  # share of the question's words that title, headings and table must hold
_LONGEST = 12  # rows of a table that is quoted whole; of a longer one only those that count
_COMPARING = frozenset(
    terms(
        "paling terbanyak terbesar tertinggi terluas terlama termahal terpanjang terendah terkecil tersedikit termurah "
        "tersingkat terpendek banyak besar tinggi sedikit kecil rendah mahal murah luas total jumlah seluruh "
        "keseluruhan selisih beda antara lebih most least largest biggest highest longest greatest smallest lowest "
        "fewest cheapest shortest expensive total sum difference combined more fewer less than"
    )
)


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
        """What of the answer stands in the table: what names the largest row, the total that a row gives."""
        match self.computed.how:
            case Computation.MOST | Computation.LEAST:
                return self._key()
            case Computation.TOTAL if not self.computed.value:
                return self.words_of(self.computed.cells[0])
        return ""

    @property
    def result(self) -> str:
        """What was computed, with its unit; "" where the table itself says it."""
        how, value = self.computed.how, self.computed.value
        if how in (Computation.MOST, Computation.LEAST):
            value = self.words_of(self.computed.cells[0])
        return " ".join(filter(None, [value, self.table.unit if how is not Computation.COUNT else ""])) if value else ""

    @property
    def terms(self) -> tuple[str, ...]:
        """The cells it was computed from, in order."""
        return tuple(map(self.words_of, self.computed.cells))

    def _key(self) -> str:
        """What names the first row that counts."""
        keys = [cell for cell in self.table.rows[self.computed.rows[0]] if cell.column < self.table.keys]
        named = [cell for cell in keys if not self.words_of(cell).rstrip(".").isdecimal()] or keys
        return self.words_of(named[0]) if named else ""


def reckon(query: Query, hits: Sequence[Hit], document_of: DocumentOf) -> Reckoned | None:
    """The value that a question wants computed, from the table found that knows most of what it says, of equals first.

    Sections may have tables with the same columns.
    """
    found = ((_known(query, *one), *one) for one in tables_in(query, hits, document_of))
    about = [one for one in found if one[0] >= _COVERED]
    for _, document, table in sorted(about, key=lambda one: -one[0]):
        how = query.computation or (Computation.COUNT if _counts_rows(query, table, document.text) else None)
        if how is None:
            continue
        asked = Asked(query.topic, query.marks, as_run=names_run(query.text))
        text_of = partial(_words_of, document.text)
        computed = compute(how, asked, table, text_of, document.language)
        if computed is not None:
            return Reckoned(computed, document, table, tuple(_quoted(document, table, computed)))
    return None


def _words_of(text: str, cell: Cell) -> str:
    return text[cell.start : cell.end]


def tables_in(query: Query, hits: Sequence[Hit], document_of: DocumentOf) -> Iterator[tuple[Document, Table]]:
    """The whole tables of which some rows were found, best passage first, of documents that have what is named."""
    seen: set[tuple[str, int]] = set()
    ids = dict.fromkeys(hit.passage.document_id for hit in hits if hit.passage.tables)
    named = {one for one in ids if not unnamed_in(query, document_of(one))}
    for hit in (hit for hit in hits if hit.passage.document_id in named):
        for part in hit.passage.tables:
            document = document_of(hit.passage.document_id)
            wholes = (block.table for block in document.blocks if block.table is not None)
            whole = next((one for one in wholes if one.start <= part.start < one.end), None)
            if whole is not None and (document.id, whole.start) not in seen:
                seen.add((document.id, whole.start))
                yield document, whole


def texts_over(document: Document, table: Table) -> tuple[str, ...]:
    """The title, the headings that a table stands under, and its caption: not those of the sections before."""
    block = next(one for one in document.blocks if one.table is not None and one.table.start == table.start)
    heads = (document.blocks[at] for at in block.path)
    return (document.title, *(document.text[head.start : head.end] for head in heads), table.caption)


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


def _known(query: Query, document: Document, table: Table) -> float:
    """Share, 0..1, of the words of a question that stand in a table or above it; 0 where another section has one."""
    wanted = [group for group in query.topic if not group & _COMPARING]
    around = facts_of(" ".join((*texts_over(document, table), *table.columns))).terms
    said = around | facts_of(document.text[table.start : table.end]).terms
    lacking = [group for group in wanted if not group & said]
    heads = facts_of(" ".join(document.text[head.start : head.end] for head in document.headings)).terms
    if any(group & heads for group in lacking):
        return 0.0
    return 1.0 - len(lacking) / len(wanted) if wanted else 1.0


def _quoted(document: Document, table: Table, computed: Computed) -> Iterator[Span]:
    if len(table.rows) <= _LONGEST:
        yield Span(document.id, table.start, table.end, document.text[table.start : table.end])
        return
    for row in computed.rows[:_LONGEST]:
        start, end = table.rows[row][0].start, table.rows[row][-1].end
        start = document.text.rfind("\n", 0, start) + 1
        yield Span(document.id, start, end, document.text[start:end])
