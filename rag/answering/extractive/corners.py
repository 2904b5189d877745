"""Columns that are called by two things at once, "Anggaran 2026", and the corner of their grid that a table lacks.

A table with "Anggaran 2026", "Realisasi 2026" and "Realisasi 2025" has no "anggaran 2025": that the question says half
of what each of two columns is called makes it mean neither.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Stems = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Column:
    """`hits`: the words of the question that its name says; `rest`: what it says besides."""

    hits: frozenset[int]
    rest: Stems
    is_numbered: bool  # by a number of the question
    has_number: bool

    @property
    def says_more(self) -> bool:
        """Whether it is of something that the question does not say, its number aside."""
        return not _is_number(self.rest)


def is_missing(
    asked: Sequence[Stems], names: Sequence[Stems], columns: Iterable[int], plain: Stems, around: Stems
) -> bool:
    """Whether each of the `columns` said most fully is said by half, and what is said lies where their halves cross.

    `asked`: for each word or number of the question the terms that may stand for it; `names`: the terms of all columns'
    names; `plain`: terms that tell no column from another, such as "jumlah"; `around`: what the title says.
    """
    found = _columns(asked, names, columns, plain)
    fullest = [one for one in found.values() if one.hits and not any(one.hits < other.hits for other in found.values())]
    dated = any(_is_number(group) and group & around for group in asked)
    return len({one.hits for one in fullest}) > 1 and all(
        any(
            _are_halves(one, other, names)
            or _is_of_other_year(one, other, dated)
            or _is_of_other_year(other, one, dated)
            for other in fullest
            if one.hits != other.hits
        )
        for one in fullest
    )


def _columns(
    asked: Sequence[Stems], names: Sequence[Stems], columns: Iterable[int], plain: Stems
) -> dict[int, _Column]:
    said = frozenset().union(*asked)
    found = {}
    for at in columns:
        hits = frozenset(number for number, group in enumerate(asked) if group & names[at])
        numbered = any(_is_number(asked[number]) for number in hits)
        found[at] = _Column(hits, names[at] - said - plain, numbered, any(term.isdigit() for term in names[at]))
    return found


def _are_halves(one: _Column, other: _Column, names: Sequence[Stems]) -> bool:
    """Whether what the question does not say of two columns is called together: "Realisasi 2026"."""
    return bool(one.rest) and bool(other.rest) and any(one.rest | other.rest <= name for name in names)


def _is_of_other_year(one: _Column, other: _Column, dated: bool) -> bool:
    """Whether a column is of what is asked for, of another year or of none, and another one is of something else."""
    if one.is_numbered or not other.is_numbered or not other.says_more:
        return False
    return (one.has_number and _is_number(one.rest)) or not (one.has_number or dated)


def _is_number(terms: Stems) -> bool:
    return all(term.isdigit() for term in terms if not term.startswith("unit:"))
