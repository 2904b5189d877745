"""The one step that a question counts to: "langkah kedua" is the item, or the row, with the number 2."""

import re

from rag.answering.extractive.candidates import Candidate
from rag.answering.extractive.facts import facts_of
from rag.language.sequences import words_of_steps
from rag.language.stems import terms
from rag.questions.understanding import Query

_ITEM = re.compile(r"^\s*\(?(?P<number>\d{1,2})[.)]\s+(?P<told>\S[^\n]*)", re.MULTILINE)
_COUNTING = frozenset(terms(" ".join(words_of_steps())))


def one_step(query: Query, candidate: Candidate) -> tuple[int, int] | None:
    """Offsets into the passage of what the step says; None where title, headings and step do not say the rest."""
    found = _row(query, candidate) if candidate.table is not None else _item(query, candidate)
    passage = candidate.hit.passage
    said = facts_of(" ".join((passage.title, *passage.headings, candidate.text))).terms
    rest = (group for group in query.topic if not group & _COUNTING)
    return found if found is not None and all(group & said for group in rest) else None


def _item(query: Query, candidate: Candidate) -> tuple[int, int] | None:
    begin, _ = candidate.within
    item = next((one for one in _ITEM.finditer(candidate.text) if int(one["number"]) == query.step), None)
    return (begin + item.start("told"), begin + item.end("told")) if item else None


def _row(query: Query, candidate: Candidate) -> tuple[int, int] | None:
    """What stands behind the number of a row whose first cell counts."""
    table = candidate.table
    if table is None or candidate.row is None or table.keys < 2:
        return None
    number, *others = table.rows[candidate.row]
    if number.column or candidate.words_of(number).strip(" .") != str(query.step):
        return None
    told = next((cell for cell in others if cell.column < table.keys and cell.end > cell.start), None)
    begin = candidate.hit.passage.start
    return (told.start - begin, told.end - begin) if told else None
