"""Clauses that are each of another range: "a. 1 sampai 30 menit 0,5%; b. 31 sampai 60 menit 1%".

What a question says of an amount is told by the clause whose range holds it, wherever the list stands: in items, in one
sentence, in the paragraphs of an article.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rag.answering.extractive.asked_amounts import amounts_of
from rag.answering.extractive.column_brackets import Across, across
from rag.answering.extractive.range_classes import class_meant, of_class
from rag.answering.extractive.row_brackets import Located, fits_unit, located
from rag.answering.extractive.row_words import TextOf
from rag.language.brackets import Amount, Bracket, brackets_in
from rag.language.quantities import find_quantities
from rag.language.stems import carries_topic, stem
from rag.language.text import sentence_spans, word_spans
from rag.questions.understanding import Query
from rag.types import Cell, Passage, Table

_STRONG = re.compile(r"[;\n]\s*")
_WEAK = re.compile(r",\s+(?:dan\s+|and\s+|sedangkan\s+|while\s+)?|\s+(?:dan|and|sedangkan|while)\s+")
_TAIL = re.compile(r"[,;.\s]*(?:\b(?:dan|and|sedangkan|while)\b)?[,;.\s]*$")
_BESIDE = 3  # words before a range that may say what it is of
_PASSAGES = 512


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a passage with the ranges that it is about; offsets into the passage."""

    start: int
    end: int
    brackets: tuple[Bracket, ...]

    def holds(self, amount: Amount) -> bool:
        return any(one.takes(amount) for one in self.brackets)


@dataclass(frozen=True, slots=True)
class Ranged:
    """The clauses of a passage with a range of the kind that an amount of the question is of."""

    amount: Amount
    clauses: tuple[Clause, ...]

    def over(self, start: int, end: int) -> tuple[Clause, ...]:
        """The clauses of which a stretch has something."""
        return tuple(one for one in self.clauses if one.start < end and start < one.end)

    @property
    def meant(self) -> Clause | None:
        """The only one whose range holds the amount."""
        holding = [one for one in self.clauses if one.holds(self.amount)]
        return holding[0] if len(holding) == 1 else None


def ranged_in(query: Query, passage: Passage) -> Ranged | None:
    """None where the ranges are of something else, or of what no amount or several of the question may be of.

    One clause alone counts where the words before its range say what the question says the amount is of ("berumur").
    """
    amounts = amounts_of(query)
    if not amounts:
        return None
    found = []
    for amount in amounts:
        clauses = tuple(
            Clause(start, end, brackets)
            for start, end, all_of_it in _clauses(passage.text, _tables(passage))
            if (brackets := tuple(one for one in all_of_it if fits_unit(amount, one)))
        )
        clauses = tuple(one for one in clauses if len(clauses) > 1 or _is_of_same(query, passage.text, one))
        if clauses and not all(bracket.is_limit for one in clauses for bracket in one.brackets):
            found.append(Ranged(amount, clauses))
    return found[0] if len(found) == 1 else None


def _tables(passage: Passage) -> tuple[tuple[int, int], ...]:
    return tuple((table.start - passage.start, table.end - passage.start) for table in passage.tables)


@lru_cache(_PASSAGES)
def _clauses(text: str, but: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int, tuple[Bracket, ...]], ...]:
    """The clauses with a range; `but`: stretches left out."""
    every = [one for one in brackets_in(text) if not any(start < one.end and one.start < end for start, end in but)]
    found = []
    for start, end in sentence_spans(text) if every else ():
        inside = [one for one in every if start <= one.start and one.end <= end]
        for begin, beyond in _divided(text, start, end, inside) if inside else ():
            own = tuple(one for one in inside if begin <= one.start and one.end <= beyond)
            if own:
                found.append((begin, beyond, own))
    return tuple(found)


def _divided(text: str, start: int, end: int, brackets: Sequence[Bracket]) -> Iterator[tuple[int, int]]:
    """A sentence in parts of one range each, at its semicolons if that will do, else at its commas; else all of it."""
    for mark in (_STRONG, _WEAK):
        cuts = [match.end() for match in mark.finditer(text, start, end) if not _within(match.start(), brackets)]
        parts = [part for part in pairwise([start, *cuts, end]) if part[0] < part[1]]
        counts = [sum(begin <= one.start < beyond for one in brackets) for begin, beyond in parts]
        if max(counts) <= 1:
            yield from _with_rest(parts, counts)
            return
    yield start, end


def _within(at: int, brackets: Sequence[Bracket]) -> bool:
    return any(one.start <= at < one.end for one in brackets)


def _with_rest(parts: Sequence[tuple[int, int]], counts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each part with those behind it that have no range; those before the first are of all of them."""
    first = [at for at, count in enumerate(counts) if count]
    for at, following in zip(first, [*first[1:], len(parts)], strict=True):
        yield parts[at][0], parts[following - 1][1]


def _is_of_same(query: Query, text: str, clause: Clause) -> bool:
    """Whether the words at a range say what it is of, and the question says that too."""
    said = frozenset(stem(word) for word in query.words if carries_topic(word) and not word.isdigit())
    unit = frozenset(stem(word.lower()) for one in clause.brackets for word in _spoken(text, one.start, one.end)[-1:])
    for one in clause.brackets:
        before = _spoken(text, clause.start, one.start)[-_BESIDE:]
        own = {stem(word.lower()) for word in (*before, *_spoken(text, one.start, one.end))}
        if own & said - unit:
            return True
    return False


def _spoken(text: str, start: int, end: int) -> list[str]:
    return [text[start + begin : start + beyond] for begin, beyond in word_spans(text[start:end])]


def told_in(clause: Clause, text: str, start: int, end: int) -> tuple[int, int] | None:
    """What a clause says in place of a stretch read elsewhere or over several clauses.

    Its only figure of the kind of one that was read, its range aside; else the part of the stretch that lies in it.
    """
    read = {one.unit for one in find_quantities(text[start:end])}
    figures = [
        (clause.start + one.start, clause.start + one.end)
        for one in find_quantities(text[clause.start : clause.end])
        if one.unit in read and not _overlaps(clause.start + one.start, clause.start + one.end, clause.brackets)
    ]
    if len(figures) == 1:
        return figures[0]
    inside = text[max(start, clause.start) : min(end, clause.end)]
    begin = max(start, clause.start)
    return (begin, begin + len(_TAIL.sub("", inside))) if inside.strip() else None


def _overlaps(start: int, end: int, brackets: Sequence[Bracket]) -> bool:
    return any(one.start < end and start < one.end for one in brackets)


def with_range(query: Query, passage: Passage, source: str = "") -> str | None:
    """The question with the range that holds its amount in place of that: "lebih dari 60 menit" for "75 menit".

    Or with the class that the document, whose text `source` is, has such an amount in.
    """

    def text_of(cell: Cell) -> str:
        return passage.text[cell.start - passage.start : cell.end - passage.start]

    ranged = ranged_in(query, passage)
    meant = ranged.meant if ranged is not None else None
    if ranged is not None and meant is not None:
        bracket = next(one for one in meant.brackets if one.takes(ranged.amount))
        return _put(query.text, ranged.amount, passage.text[bracket.start : bracket.end])
    amounts = amounts_of(query)
    classed = class_meant(source or passage.text, query.text, amounts) if amounts else None
    if classed is not None and any(of_class(classed, table, text_of) for table in passage.tables):
        return _put(query.text, classed.amount, classed.name)
    for table in passage.tables if amounts else ():
        found = located_for(query, table, text_of)
        if found is not None and found.text:
            return _put(query.text, found.amount, found.text)
    return None


def _put(text: str, amount: Amount, words: str) -> str:
    return f"{text[: amount.start]}{words}{text[amount.end :]}"


def located_for(query: Query, table: Table, text_of: TextOf) -> Located | Across | None:
    """The rows of a table into whose range an amount of the question falls, else the columns."""
    said, amounts = frozenset(map(stem, query.words)), amounts_of(query)
    if not amounts:
        return None
    rows = located(query.text, amounts, said, query.topic, table, text_of)
    return rows or across(query.text, amounts, said, query.topic, table)
