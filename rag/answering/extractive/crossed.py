"""Tables of crosses: who is on duty on which day, who does which step, what each village has.

Where a question names one column, the rows that have a cross in it are told; where it names one row, the columns that
have one. A question that says anything else than the table does, or denies, is left to others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.answering.base import DocumentOf
from rag.answering.extractive.cell_kinds import holds, names_kind
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.found_tables import tables_in, texts_over
from rag.answering.extractive.glosses import said_again
from rag.answering.extractive.narrowing import says_verb
from rag.answering.extractive.table_binding import cell_at
from rag.language.function_words import HOW_ID, WHY_ID
from rag.language.question_kinds import AnswerType, fits
from rag.language.stems import stem, terms
from rag.language.units import ANY_TIME
from rag.questions.understanding import Query
from rag.types import Cell, Document, Hit, Span, Table

_CROSS = re.compile(r"[√✓✔✅☑☒✗✘xXvV●•■◆⬤]|\[[xXvV]\]")
_FEWEST = 2  # columns of crosses
_MOST_ROWS = 20  # that are told
_DENIES = re.compile(r"\b(?:tidak|bukan|belum|tanpa|kecuali|selain|not|no|without|except)\b", re.IGNORECASE)
_PERIOD = re.compile(rf"\b(?:{ANY_TIME}|triwulan|semester|quarter|pagi|siang|sore|malam)\b", re.IGNORECASE)
_PLACES = frozenset(terms("desa kelurahan pekon dusun kampung kecamatan kabupaten kota provinsi village district city"))
_JOINTS = frozenset("bin binti van de dan and".split())  # small words within names
# What a cross does not tell: a figure, a sum of money.
_FIGURES = (AnswerType.NUMBER, AnswerType.MONEY, AnswerType.PERCENTAGE, AnswerType.DURATION)

Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class Crossed:
    """Rows to quote, in order, and the words that answer where there is but one thing to tell."""

    document: Document
    spans: tuple[Span, ...]
    only: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with the columns that hold nothing but crosses."""

    document: Document
    table: Table
    columns: tuple[int, ...]

    @property
    def one_mark(self) -> bool:
        """Whether all crosses look the same: a tick beside a cross says yes and no, and what is empty neither."""
        cells = (cell for row in self.table.rows for cell in row if cell.column in self.columns)
        return len({words for cell in cells if (words := self.words_of(cell).strip().lower())}) == 1

    def words_of(self, cell: Cell) -> str:
        return self.document.text[cell.start : cell.end]

    def has(self, row: int, column: int) -> bool:
        cell = cell_at(self.table, row, column)
        return cell is not None and bool(self.words_of(cell).strip())

    def key(self, row: int) -> Stems:
        return facts_of(self.name(row)).terms

    def name(self, row: int) -> str:
        keys = (self.words_of(cell) for cell in self.table.rows[row] if cell.column < self.table.keys)
        return " ".join(key for key in keys if not key.rstrip(".").isdecimal())

    def line(self, row: int) -> Span:
        start = self.document.text.rfind("\n", 0, self.table.rows[row][0].start) + 1
        end = self.table.rows[row][-1].end
        return Span(self.document.id, start, end, self.document.text[start:end])


def crossed(query: Query, hits: Sequence[Hit], document_of: DocumentOf) -> Crossed | None:
    """What the first table of crosses tells that knows all a question says."""
    if is_of_no_row(query) or asks_why_or_how(query):
        return None
    for document, table in tables_in(query, hits, document_of):
        grid = Grid(document, table, tuple(_columns_of_crosses(document, table)))
        if len(grid.columns) >= _FEWEST and grid.one_mark and (found := _told(query, grid)) is not None:
            return found
    return None


def is_of_no_row(query: Query) -> bool:
    """Whether a question asks for a figure or denies, which rows that are told do not answer."""
    return asks_of_figures(query) or _DENIES.search(query.text) is not None


def asks_of_figures(query: Query) -> bool:
    """Whether a question asks for a figure, or for what is made of some."""
    return query.kind in _FIGURES or query.computation is not None


def asks_why_or_how(query: Query) -> bool:
    """What no grid tells."""
    return not query.words.isdisjoint(WHY_ID | HOW_ID | {"why", "how"})


def _columns_of_crosses(document: Document, table: Table) -> Iterator[int]:
    """Columns behind the keys that hold crosses and, in some rows, nothing."""
    for column in range(table.keys, len(table.columns)):
        over = (cell_at(table, row, column) for row in range(len(table.rows)))
        cells = [cell for cell in over if cell is not None and cell.end > cell.start]
        crosses = all(_CROSS.fullmatch(document.text[cell.start : cell.end].strip()) for cell in cells)
        if cells and crosses and len(cells) < len(table.rows):
            yield column


def _told(query: Query, grid: Grid) -> Crossed | None:
    said = frozenset(map(stem, query.words)).union(*query.topic)
    typed = frozenset(map(stem, query.words))  # of a translated question one word may stand for many
    columns, rows = _columns_named(typed, grid) or _columns_named(said, grid), _rows_named(said, grid)
    if not _is_all_said(query, grid, rows) or bool(columns) == bool(rows):
        return None
    named = facts_of(" ".join([*(grid.table.columns[column] for column in columns), *map(grid.name, rows)])).terms
    if query.kind is None and not query.wants_list and all(group & named for group in query.topic):
        return None  # "Apa itu embung?" asks for nothing that a cross stands for
    if columns:
        marked = [row for row in range(len(grid.table.rows)) if grid.has(row, columns[0])]
        names = list(map(grid.name, marked))
        called = [grid.table.columns[column] for column in range(grid.table.keys)]
        if not marked or len(columns) > 1 or len(marked) > _MOST_ROWS or not answers(query, names, called):
            return None
        if query.kind is AnswerType.PERSON and any(map(_says_what_is_done, names)):
            return None
        only = grid.name(marked[0]) if len(marked) == 1 else ""
        return Crossed(grid.document, tuple(map(grid.line, marked)), only)
    others = set(range(grid.table.keys, len(grid.table.columns))) - set(grid.columns)
    if len(rows) > 1 or (others and query.kind is not AnswerType.PERSON):
        return None
    marked = [column for column in grid.columns if grid.has(rows[0], column)]
    if not answers(query, [grid.table.columns[column] for column in marked], [_shared_name(grid)]):
        return None
    only = grid.table.columns[marked[0]] if len(marked) == 1 else ""
    return Crossed(grid.document, (grid.line(rows[0]),), only) if marked else None


def answers(query: Query, names: Sequence[str], called: Sequence[str]) -> bool:
    """Whether names of rows or columns, which are `called` so, are of the kind that is asked for."""
    match query.kind:
        case AnswerType.DATE | AnswerType.TIME as kind:
            return all(holds(name, "", kind) or _PERIOD.search(name) for name in names)
        case AnswerType.PLACE as kind:
            said = frozenset(map(stem, query.words))
            return any(names_kind(name, kind) or facts_of(name).terms & (said | _PLACES) for name in called)
        case AnswerType.PERSON as kind:
            return all(fits(name, kind) for name in names)
    return True


def _says_what_is_done(name: str) -> bool:
    """Whether a row is called by more than a name: "Membuka rapat" is nobody."""
    return any(word.islower() and word not in _JOINTS for word in name.split())


def _shared_name(grid: Grid) -> str:
    """What all columns of crosses are called alike: "Pos" of "Pos 1" and "Pos 2"."""
    first, *others = (grid.table.columns[column].split() for column in grid.columns)
    return " ".join(word for word in first if all(word in other for other in others))


def _columns_named(said: Stems, grid: Grid) -> list[int]:
    """The columns of crosses of which the question says all words that not all of them have."""
    names = {column: facts_of(grid.table.columns[column]).terms for column in grid.columns}
    shared = frozenset.intersection(*names.values())
    return [column for column, name in names.items() if name - shared and name - shared <= said]


def _rows_named(said: Stems, grid: Grid) -> list[int]:
    """The rows whose key the question says in full."""
    return [row for row in range(len(grid.table.rows)) if (key := grid.key(row)) and key <= said]


def _is_all_said(query: Query, grid: Grid, rows: Sequence[int]) -> bool:
    """Whether title, headings, names of columns and the row named say all that carries the question's topic."""
    texts = (*texts_over(grid.document, grid.table), *grid.table.columns, *map(grid.name, rows))
    return says_all(query, facts_of(" ".join(texts)).terms)


def says_all(query: Query, known: Stems) -> bool:
    """Whether known words say all that carries the topic, verbs aside, and what is said again in brackets."""
    aside = frozenset(map(stem, filter(says_verb, query.words))) | said_again(query.text, known)
    return all(group & (known | aside) for group in query.topic)
