"""Classes that a document defines by ranges, and the rows of other tables that are called by them.

"Sedang: lebih dari 60 sampai 150 m²" below "Golongan menurut luas bangunan" makes a building of 100 m² a "Sedang" in
every table of the document whose rows are called "Kecil", "Sedang" and "Besar".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.answering.extractive.facts import facts_of
from rag.answering.extractive.row_brackets import Located, fits_unit
from rag.answering.extractive.row_words import TextOf
from rag.language.brackets import Amount, Bracket, bracket_of
from rag.types import Table

_FEWEST = 2
_LONGEST = 200_000  # characters of a document that is looked through
_NAME = 40  # characters of the name of a class
_TEXTS = 64
_BULLETS = "-*•– "


@dataclass(frozen=True, slots=True)
class Classes:
    """Names with the ranges that they stand for; `about`: terms of what the ranges are of, from the line above."""

    names: tuple[tuple[str, Bracket], ...]
    about: frozenset[str]


@dataclass(frozen=True, slots=True)
class Classed:
    """The class that an amount falls into, and all classes beside it."""

    amount: Amount
    name: str
    every: frozenset[frozenset[str]]
    terms: frozenset[str]  # of what the ranges are of, and of the amount


@lru_cache(_TEXTS)
def classes_in(text: str) -> tuple[Classes, ...]:
    """Runs of lines that are each a name and a range, in order."""
    found: list[Classes] = []
    run: list[tuple[str, Bracket, str]] = []
    above, last = "", ""
    for line in (*(text.splitlines() if len(text) <= _LONGEST else ()), "."):
        told = _class_of(line)
        if told is not None:
            above = above if run else last
            run.append(told)
        elif line.strip():
            if len(run) >= _FEWEST:
                about = facts_of(f"{above} {run[0][2]}").terms
                found.append(Classes(tuple((name, bracket) for name, bracket, _ in run), about))
            run, last = [], line
    return tuple(found)


def _class_of(line: str) -> tuple[str, Bracket, str] | None:
    """The name, the range and what the line says that it is of: "Kelas: II; Luas tanah: 200-500 m2"."""
    fields = [field.partition(": ") for field in line.strip().strip(_BULLETS).rstrip(".;").split("; ")]
    ranges = [(at, bracket) for at, (_, colon, value) in enumerate(fields) if colon and (bracket := bracket_of(value))]
    ranges = [(at, bracket) for at, bracket in ranges if not bracket.is_exact]
    if len(ranges) != 1 or not all(colon for _, colon, _ in fields):
        return None
    (at, bracket), said = ranges[0], [(name, value) for name, _, value in fields]
    if at == 0:
        return (said[0][0], bracket, "") if len(said) == 1 and len(said[0][0]) <= _NAME else None
    named = next((value for _, value in said[:at] if not value.rstrip(".").isdecimal()), "")
    return (named, bracket, said[at][0]) if 0 < len(named) <= _NAME else None


def class_meant(text: str, question: str, amounts: Sequence[Amount]) -> Classed | None:
    """The one class of a document that an amount of the question falls into."""
    found = list(_meant(text, question, amounts))
    return found[0] if len(found) == 1 else None


def _meant(text: str, question: str, amounts: Sequence[Amount]) -> Iterator[Classed]:
    for classes in classes_in(text):
        for amount in amounts:
            fitting = [(name, one) for name, one in classes.names if fits_unit(amount, one)]
            holding = [name for name, one in fitting if one.takes(amount)]
            if len(holding) == 1:
                own = facts_of(question[amount.start : amount.end]).terms
                every = frozenset(facts_of(name).terms for name, _ in classes.names)
                yield Classed(amount, holding[0], every, own | classes.about)


def of_class(classed: Classed, table: Table, text_of: TextOf) -> Located | None:
    """The rows of a table that are called by the class; None where its rows are not called by classes."""
    for column in range(table.keys):
        called = {
            row: facts_of(text_of(cell)).terms
            for row, cells in enumerate(table.rows)
            for cell in cells
            if cell.column == column
        }
        if len(classed.every.intersection(called.values())) >= _FEWEST:
            rows = tuple(row for row, name in called.items() if name == facts_of(classed.name).terms)
            return Located(rows, (column,), classed.terms, classed.amount)
    return None
