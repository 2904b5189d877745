"""Which cell of a table a question means: its row by what names the row, its column by the column's name.

A word that every row (or every column) has tells nothing, nor does one that the title has already said, the others
decide; where two rows or columns are named equally well, neither is meant for sure. What names the row is given, and
the value asked for stands in another of its cells.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.answering.extractive.asking_words import PLAIN, asked_by
from rag.answering.extractive.cell_kinds import holds, names_kind
from rag.answering.extractive.column_brackets import across
from rag.answering.extractive.column_names import called_terms
from rag.answering.extractive.corners import is_missing
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.range_classes import Classed, of_class
from rag.answering.extractive.row_brackets import located
from rag.answering.extractive.row_codes import code_columns
from rag.answering.extractive.row_marks import without_mark
from rag.answering.extractive.row_words import (
    TextOf,
    group_of,
    has_whole_key,
    hits_apart,
    is_given,
    key_stems,
    most_hit,
    row_stems,
    stems,
    told_apart,
)
from rag.language.brackets import Amount
from rag.language.question_kinds import AnswerType
from rag.language.stems import terms
from rag.types import Cell, Table

Wanted = Sequence[frozenset[str]]  # for each word of a question that carries its topic, the stems it may stand for
_SEVERAL = 3  # columns from which rows are of things of their own; two of them are a form of one
_TOTALS = frozenset(terms("jumlah total subtotal subjumlah keseluruhan seluruhnya"))
# What is done with a paper, and what any of them may be called, tells none apart.
OF_PAPERS = frozenset(terms("pembuatan penerbitan pengurusan pelayanan penyelesaian pemrosesan surat dokumen berkas"))
# Of figures and amounts a form has many, and some that the question does not mean.
_TOLD_APART = (AnswerType.PLACE, AnswerType.TIME, AnswerType.DATE, AnswerType.PERSON)
# Words that carry no topic, and yet call a column: "Hari apa ...?", "Berapa lama ...?"
MEASURES = frozenset(terms("hari lama tanggal tahun bulan jam pukul jumlah banyak nama orang kali total"))


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a question tells rows and columns apart. `marks`: numbers and letters by which they are called."""

    topic: Wanted
    marks: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    kind: AnswerType | None = None
    around: frozenset[str] = frozenset()  # index terms of title, headings and caption
    verbs: frozenset[str] = frozenset()  # what the question says of the thing, which no column is called
    every: frozenset[str] = frozenset()  # stems of all its words: "dalam provinsi" is not "luar provinsi"
    text: str = ""
    amounts: tuple[Amount, ...] = ()  # "75 menit" of the text: a row may be called by a range that holds it
    classed: Classed | None = None  # the class that the document has such an amount in
    called: frozenset[str] = (
        frozenset()
    )  # index terms of who publishes the document, and what it is called where it lies
    as_run: bool = False  # "Januari sampai Maret": the two rows named are the first and the last of those meant


@dataclass(frozen=True, slots=True)
class Binding:
    """Positions of the rows and columns that a question means; none where it names none of them apart."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    column_is_named: bool = False  # by a word of the question, not merely for being the only one that can be meant
    row_is_named: bool = False  # by all words of its key
    open: tuple[int, ...] = ()  # columns in which the value may stand: all but those that name the row
    strays: tuple[str, ...] = ()  # words of the question that stand neither in nor above the table
    elsewhere: tuple[str, ...] = ()  # those that of all rows only others than the one meant say
    is_missing: bool = False  # whether the column lies where those cross that the question says by half
    by_range: frozenset[str] = frozenset()  # the terms of an amount for whose sake the rows are meant, or none are

    @property
    def is_one_cell(self) -> bool:
        return len(self.rows) == 1 and len(self.columns) == 1

    @property
    def is_sure(self) -> bool:
        """Whether row and column are both named in so many words."""
        return self.is_one_cell and self.column_is_named and self.row_is_named


def bind(asked: Asked, table: Table, text_of: TextOf) -> Binding:
    """The rows and columns that the words of a question name best."""
    spoken = asked.every | asked.words
    ranged = located(asked.text, asked.amounts, spoken, asked.topic, table, text_of) if asked.amounts else None
    if ranged is None and asked.classed is not None:
        ranged = of_class(asked.classed, table, text_of)
    above = across(asked.text, asked.amounts, spoken, asked.topic, table) if asked.amounts and ranged is None else None
    by_range = of_amount.terms if (of_amount := ranged or above) is not None else frozenset()
    asked = replace(asked, topic=[group for group in asked.topic if not group & by_range])
    rows = _named_rows(asked, table, text_of) if ranged is None else ranged.rows
    apart = _open_columns(asked, table, rows, text_of)
    apart = apart if ranged is None else tuple(column for column in apart if column not in ranged.columns)
    names, said = [called_terms(name) for name in table.columns], _said_of_columns(asked, table, rows, text_of)
    missing = is_missing(said, names, apart, MEASURES, asked.around)
    others = [column for column in apart if above is None or column not in above.every]
    named = () if missing else _named_columns(asked, table, others)
    if above is not None and not named:
        named, missing = above.columns, not above.columns
    strays = _strays(asked, table, text_of)
    guessed = not missing and (not strays or asked.kind in _TOLD_APART)  # of figures one that none names is any
    fitting = _only_fitting(asked, table, rows, apart, text_of) if guessed else ()
    by_word = not table.pairs and above is None
    if fitting and len(rows) == 1 and by_word and _is_of_key(asked, table, rows[0], named, text_of):
        named = ()
    columns = named or fitting
    shares = key_shares(asked, table, text_of)
    by_number = rows == _rows_by_number(asked, table, text_of)
    sure_row = len(rows) == 1 and (shares[rows[0]] == 1 or by_number or ranged is not None)
    elsewhere = _elsewhere(asked, table, rows, text_of)
    return Binding(rows, columns, bool(named) or missing, sure_row, apart, strays, elsewhere, missing, by_range)


def cell_at(table: Table, row: int, column: int) -> Cell | None:
    """The cell that covers a place of the body."""
    return next((c for c in table.rows[row] if c.column <= column < c.column + c.columns), None)


def is_total(table: Table, row: int, text_of: TextOf) -> bool:
    """Whether a row sums up the others: its key says so."""
    keys = [cell for cell in table.rows[row] if cell.column < table.keys]
    called = stems(map(text_of, keys))
    return bool(called) and bool(called & _TOTALS) and len(called) <= 3


def key_shares(asked: Asked, table: Table, text_of: TextOf) -> list[float]:
    """For each row, the share, 0..1, of its key that the question says."""
    said = asked.marks.union(asked.every, *asked.topic)
    keys = [key_stems(table, row, text_of) for row in range(len(table.rows))]
    return [len(key & said) / len(key) if key else 0.0 for key in keys]


def _named_rows(asked: Asked, table: Table, text_of: TextOf) -> tuple[int, ...]:
    """Rows with most of the words that not every row has; of equals, those whose key is said most fully."""
    cells = [row_stems(table, row, text_of) for row in range(len(table.rows))]
    shares = key_shares(asked, table, text_of)
    told = asked.around.union(*map(called_terms, table.columns))
    own = [group for group in asked.topic if not group & told]
    best, said = most_hit(hits_apart(asked.topic, cells)), asked.marks.union(asked.every, *asked.topic)
    # Of what the title or a column says already, a row is called only if that is all its key: "Panjang kolam" of a
    # "Kolam"; "sekali jalan" means no "Pejalan kaki".
    best = tuple(row for row in best if shares[row] == 1 or len(cells) == 1 or any(group & cells[row] for group in own))
    if best:
        # "Sekretaris" in a cell of its own goes before the "Sekretaris Daerah" of a shorter key.
        fulness = {row: (has_whole_key(table, row, text_of, said, asked.topic), shares[row]) for row in best}
        fullest = [row for row in best if fulness[row] == max(fulness.values())]
        return tuple(fullest) if len(fullest) == 1 or _is_all_said(asked, table, cells) else ()
    if numbered := _rows_by_number(asked, table, text_of):
        return numbered
    # "Magister" stands in the row "Magister Luar Negeri" too, but only one row is said whole.
    if shares.count(1) == 1:
        return (shares.index(1),)
    return _rows_by_measure(asked, table, text_of) if _is_all_said(asked, table, cells) or table.pairs else ()


def _rows_by_number(asked: Asked, table: Table, text_of: TextOf) -> tuple[int, ...]:
    """The row that a question counts to: "pertemuan ke-2" where the column "Pertemuan" says 2."""
    said = frozenset().union(*asked.topic)
    counting = [at for at in range(table.keys) if (name := facts_of(table.columns[at]).terms) and name <= said]
    found = [
        row
        for row, cells in enumerate(table.rows)
        if any(cell.column in counting and text_of(cell).strip(" .").lstrip("0") in asked.marks for cell in cells)
    ]
    return tuple(found) if len(found) == 1 else ()


def _rows_by_measure(asked: Asked, table: Table, text_of: TextOf) -> tuple[int, ...]:
    """The row that sums up, for "jumlah"; of labels and values the only one that holds what is asked for."""
    if table.pairs:
        called = [row for row, cells in enumerate(table.rows) if names_kind(text_of(cells[0]), asked.kind)]
        # Each part of a form has a name: the part must be what is asked about.
        about = asked.kind is not AnswerType.PERSON or any(group & asked.around for group in asked.topic)
        if len(called) == 1 and ((about and asked.kind in _TOLD_APART) or _is_of_all(asked, table, text_of)):
            return tuple(called)
        if asked.kind not in _TOLD_APART:
            return ()
        fitting = [row for row in range(len(table.rows)) if _value_fits(asked.kind, table, row, text_of)]
        return tuple(fitting) if len(fitting) == 1 else ()
    totals = [row for row in range(len(table.rows)) if asked.words & _TOTALS and is_total(table, row, text_of)]
    return tuple(totals) if len(totals) == 1 else ()


def _is_of_all(asked: Asked, table: Table, text_of: TextOf) -> bool:
    """Whether a question says nothing but what stands above labels and values, or in the labels."""
    said = asked.around | asked.verbs | OF_PAPERS | stems(text_of(row[0]) for row in table.rows)
    return all(group & said for group in asked.topic)


def _value_fits(kind: AnswerType, table: Table, row: int, text_of: TextOf) -> bool:
    value = cell_at(table, row, table.keys)
    return value is not None and holds(text_of(value), text_of(table.rows[row][0]), kind)


def _is_all_said(asked: Asked, table: Table, cells: Sequence[frozenset[str]]) -> bool:
    """Whether each word of the question stands in or above the table: "tiket lansia" is neither of two "tiket"."""
    said = asked.around.union(*cells, *map(called_terms, table.columns))
    return all(group & said for group in asked.topic)


def _strays(asked: Asked, table: Table, text_of: TextOf) -> tuple[str, ...]:
    cells = (stems(map(text_of, row)) for row in table.rows)
    said = asked.around.union(*cells, *map(called_terms, table.columns))
    plain = asked.called | asked.verbs | OF_PAPERS | PLAIN | {"per"}
    told = said | plain | asked_by(asked.kind, table, asked.around, text_of)
    return tuple(min(group) for group in asked.topic if not group & told)


def _elsewhere(asked: Asked, table: Table, rows: Sequence[int], text_of: TextOf) -> tuple[str, ...]:
    """ "Kambing" of another row than that of Karang Anyar, which has "Sapi"; of labels and values, all are of one."""
    if len(rows) != 1 or len(table.columns) < _SEVERAL or not any(table.columns):
        return ()
    row = row_stems(table, rows[0], text_of)
    own = asked.around.union(row, asked.verbs, *map(called_terms, table.columns))
    said = asked.marks.union(*asked.topic)
    # A cell is named by all its words: the "biaya" of a question is no "Biaya bulanan" of another row.
    cells = (facts_of(without_mark(text_of(cell))).terms for others in table.rows for cell in others)
    named = frozenset().union(*(cell for cell in cells if cell <= said))
    return tuple(min(group) for group in asked.topic if not group & own and group & named)


def _open_columns(asked: Asked, table: Table, rows: Sequence[int], text_of: TextOf) -> tuple[int, ...]:
    """Columns whose cell in the row meant holds none of the words by which the row is meant."""
    columns = range(len(table.columns))
    if table.pairs or len(rows) != 1:
        return tuple(columns[table.keys :])
    calling = told_apart(asked.topic, [row_stems(table, row, text_of) for row in range(len(table.rows))])
    said = asked.marks.union(*asked.topic)
    key = key_stems(table, rows[0], text_of)
    beyond = [group for group in calling if not group & key]  # of "Mesin gilas" no "Karya Mesin" tells the row again
    given = {
        column
        for cell in table.rows[rows[0]]
        for column in range(cell.column, cell.column + cell.columns)
        if is_given(
            facts_of(text_of(cell)).terms,
            called_terms(table.columns[cell.column]),
            calling if cell.column < table.keys else beyond,
            said,
        )
    }
    above = {cell.column for cell in group_of(table, rows[0])}
    apart = given | above | code_columns(table, said | asked.every)
    return tuple(column for column in columns if column not in apart)


def _named_columns(asked: Asked, table: Table, apart: Sequence[int]) -> tuple[int, ...]:
    """Of the columns `apart` those called by most words; of equals those called by a number, letter or measure."""
    names = [called_terms(name) for name in table.columns]
    hits = hits_apart(asked.topic, names)
    most = max((hits[column] for column in apart), default=0)
    best = [column for column in apart if most and hits[column] == most]
    marked = [column for column in apart if names[column] & asked.marks]
    if best and marked and not set(best) & set(marked):
        return (*best, *marked)  # "Buruh 2024" is not called by "buruh 2025", nor surely a "2025" beside it
    if len(best) == 1:
        return tuple(best)
    called = {column: len(names[column] & (asked.marks | asked.words)) for column in best or apart}
    first = max(called.values(), default=0)
    return tuple(column for column in called if first and called[column] == first) or tuple(best)


def _said_of_columns(asked: Asked, table: Table, rows: Sequence[int], text_of: TextOf) -> Wanted:
    """The words and numbers of the question that are none of the row it means, nor of every column."""
    key = stems(()).union(*(key_stems(table, row, text_of) for row in rows[:1] if len(rows) == 1))
    row = stems(()).union(*(row_stems(table, row, text_of) for row in rows[:1] if len(rows) == 1))
    numbers = [frozenset({one}) for one in sorted(asked.marks - row.union(*asked.topic))]
    said = [*(group for group in asked.topic if not group & key), *numbers]
    return told_apart(said, [called_terms(name) for name in table.columns])


def _is_of_key(asked: Asked, table: Table, row: int, columns: Sequence[int], text_of: TextOf) -> bool:
    """Whether columns are called by words that name the row: "kelengkapan berkas" is checked, not asked for."""
    key = key_stems(table, row, text_of)
    beyond = asked.marks.union(asked.words, *(group for group in asked.topic if not group & key))
    return not any(called_terms(table.columns[column]) & beyond for column in columns)


def _only_fitting(
    asked: Asked, table: Table, rows: Sequence[int], apart: Sequence[int], text_of: TextOf
) -> tuple[int, ...]:
    """The only column that can be meant, for being the only one or the only one that holds such a thing."""
    if len(apart) <= 1 or asked.kind is None or len(rows) != 1:
        return tuple(apart) if len(apart) == 1 else ()
    cells = [(column, cell_at(table, rows[0], column)) for column in apart]
    fitting = [column for column, cell in cells if cell and holds(text_of(cell), table.columns[column], asked.kind)]
    return tuple(fitting) if len(fitting) == 1 else ()
