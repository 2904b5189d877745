"""A table as it stands in a document, and what questions mean in it."""

from dataclasses import replace

from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.narrowing import topic_with_units
from rag.answering.extractive.table_binding import MEASURES, Asked, Binding, bind, cell_at
from rag.answering.extractive.table_computing import Computed, compute
from rag.documents.blocks import Block, RawCell, RawTable
from rag.documents.composing import compose
from rag.language.brackets import amounts_in
from rag.language.computations import Computation, names_run
from rag.language.stems import stem
from rag.questions.understanding import read
from rag.types import BlockKind, Cell, Language, Question, Table

HARVEST = (
    "Kecamatan|Padi 2024|Padi 2025|Jagung 2025",
    "Sukamaju|1.250|1.310|90",
    "Bumi Asri|980|1.020|415",
    "Bumi Raya|700|655,5|80",
)


def topic_of(question: str) -> tuple[frozenset[str], ...]:
    return read(Question(question, Language.INDONESIAN)).topic


class Page:
    """A table as it stands in a document."""

    def __init__(self, *lines: str, marked: bool = True, title: str = "") -> None:
        cells = tuple(
            tuple(RawCell(text, header=marked and number == 0) for text in line.split("|"))
            for number, line in enumerate(lines)
        )
        composed = compose([Block("", kind=BlockKind.TABLE, table=RawTable(cells))], paged=False)
        self.text = composed.text
        self.title = title
        table = composed.blocks[0].table
        assert table is not None
        self.table: Table = table

    def words(self, cell: Cell) -> str:
        return self.text[cell.start : cell.end]

    def bound(self, question: str) -> Binding:
        query = read(Question(question, Language.INDONESIAN))
        measures = frozenset(map(stem, query.words)) & MEASURES
        asked = Asked(topic_with_units(query), query.marks, measures, query.kind, facts_of(self.title).terms)
        asked = replace(asked, text=query.text, amounts=amounts_in(query.text))
        return bind(asked, self.table, self.words)

    def answer(self, question: str) -> str | None:
        binding = self.bound(question)
        cell = cell_at(self.table, binding.rows[0], binding.columns[0]) if binding.is_one_cell else None
        return self.words(cell) if cell else None

    def computed(self, how: Computation, question: str) -> Computed | None:
        return compute(how, Asked(topic_of(question), as_run=names_run(question)), self.table, self.words)
