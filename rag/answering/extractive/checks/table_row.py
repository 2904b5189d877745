"""A row of a table is the one that the question names, not its neighbour."""

from collections.abc import Sequence

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.counted_steps import one_step
from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.narrowing import bound, strays
from rag.language.stems import stem
from rag.models.reader import ReadSpan
from rag.questions.understanding import Query
from rag.types import Objection, Table


class TableRow:
    """Objects to a row where the question names another row of the table, also in part, or one that is not there."""

    name = "table_row"

    def objects(self, query: Query, candidate: Candidate, span: ReadSpan) -> Objection | None:
        table = candidate.table
        if table is None or candidate.row is None or query.wants_list:
            return None
        if query.step is not None and one_step(query, candidate):
            return None  # it is meant by its number
        unknown = strays(query, candidate)
        if unknown and (len(table.rows) < 2 or _is_half_named(query, candidate, table, candidate.row)):
            return Objection(self.name, unknown)
        binding = bound(query, candidate, table)
        if len(table.rows) < 2 or candidate.row in binding.rows:
            others = () if query.computation is not None else _of_others(query, candidate, binding.elsewhere)
            return Objection(self.name, others) if others else None
        return Objection(self.name, (candidate.text,))


def _of_others(query: Query, candidate: Candidate, elsewhere: Sequence[str]) -> tuple[str, ...]:
    """The words of a question that other rows say, typed as they stand there where it is in another language."""
    if query.language is candidate.hit.passage.language:
        return tuple(elsewhere)
    typed = frozenset(map(stem, query.words))
    return tuple(word for word in elsewhere if word in typed)


def _is_half_named(query: Query, candidate: Candidate, table: Table, row: int) -> bool:
    """Whether of the group that a row belongs to the question says some words only: "luar" of "luar provinsi"."""
    said = frozenset(map(stem, query.words)).union(*query.topic)
    groups = (facts_of(candidate.words_of(cell)).terms for cell in table.rows[row] if cell.rows > 1)
    return any(group & said and not group <= said for group in groups)
