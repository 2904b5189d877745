"""The units of each section, chosen in the order in which readers want them; no unit stands in two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from rag.answering.extractive.facts import facts_of
from rag.briefing.gathering.material import Found, Material
from rag.briefing.gathering.themes import Theme, share
from rag.briefing.gathering.units import Unit
from rag.briefing.ordering.choosing import chosen
from rag.briefing.ordering.disagreeing import Disagreement, disagreements
from rag.briefing.ordering.figures import figures_in
from rag.briefing.ordering.kinds import days_in, part_of
from rag.briefing.values import Audience, Part
from rag.language.norms import excepts
from rag.language.quantities import find_quantities

_PARTS = (Part.AGREED, Part.FIGURES, Part.RESPONSIBLE, Part.DATES, Part.CONDITIONS, Part.FURTHER)
_MOST = 14  # units of a section
_WORDS = MappingProxyType({Audience.LEADERS: 350, Audience.STAFF: 1000})  # of all sections, about
_LINES_OF_MATTER = 3
_LEAST = 0.35  # relevance, 0..1, that a quote needs
_OPENS = 2  # units at the head of a document that say what it is about
_AT_THE_HEAD, _FURTHER_DOWN = 0.25, 0.1  # of relevance: gained by first sentences, lost with each further document
_TELLING = (Part.AGREED, Part.FURTHER)  # of these parts a sentence further down may say what the matter is
_LONGEST_MATTER = 60  # words
_STATES = 4  # words that carry the topic, at least, of a sentence that says what the matter is


@dataclass(frozen=True, slots=True)
class Ordered:
    """Units by section, each section in the order in which it is read."""

    sections: Mapping[Part, tuple[Found, ...]]
    differing: tuple[Disagreement, ...]


def ordered(material: Material, themes: Sequence[Theme], audience: Audience) -> Ordered:
    """What is quoted, and where."""
    unlike = disagreements([one for one in material.found if one.relevance >= _LEAST])
    apart = {each.row for one in unlike for each in (one.newer, one.older)}
    left = [one for one in material.found if one.row not in apart]
    taken = [each for one in unlike for each in (one.newer, one.older)]
    sections = {Part.MATTER: _matter(material, left, themes)}
    taken += sections[Part.MATTER]
    parts = {one.row: part_of(one.unit) for one in left}
    tables = [one for one in left if one.unit.table is not None and parts[one.row] is Part.FIGURES]
    left = [one for one in left if not any(_tabled(one, table) for table in tables)]
    for part in _PARTS:
        of_part = [one for one in left if parts[one.row] is part]
        sections[part] = chosen(material, of_part, taken, _MOST, _LEAST)
        taken += sections[part]
    return Ordered(_within(_WORDS[audience], sections), unlike)


def _within(most: int, sections: Mapping[Part, tuple[Found, ...]]) -> dict[Part, tuple[Found, ...]]:
    """The best of each section, then the second best, and so on until there are `most` words, each section in order."""
    kept: dict[Part, list[Found]] = {part: [] for part in sections}
    left = most
    for rank in range(_MOST):
        for part, found in sections.items():
            if rank < len(found) and (left > 0 or rank == 0):
                kept[part].append(found[rank])
                left -= len(found[rank].unit.text.split())
    return {
        part: tuple(sorted(found, key=_by_day if part is Part.DATES else _by_place)) for part, found in kept.items()
    }


def _matter(material: Material, found: Sequence[Found], themes: Sequence[Theme]) -> tuple[Found, ...]:
    """Sentences that say what it is about: those of the most telling documents, at their heads, before others."""
    opening = _opening(material.found)
    prose = [
        replace(one, relevance=one.relevance + _AT_THE_HEAD * (one.row in opening) - _FURTHER_DOWN * one.rank)
        for one in found
        if _says_what_it_is(one.unit, themes) and (one.row in opening or part_of(one.unit) in _TELLING)
    ]
    kept = chosen(material, prose, (), _LINES_OF_MATTER, _LEAST)
    rows = [one.row for one in kept]
    return tuple(one for one in sorted(found, key=_by_place) if one.row in rows)


def _says_what_it_is(unit: Unit, themes: Sequence[Theme]) -> bool:
    if unit.listed or excepts(unit.text) or len(unit.text.split()) > _LONGEST_MATTER:
        return False
    return len(facts_of(unit.text).stems) >= _STATES and share(themes, unit.text) >= _LEAST


def _opening(found: Sequence[Found]) -> frozenset[int]:
    """Rows of the first units of every document."""
    by_document: dict[str, list[int]] = {}
    for one in found:
        by_document.setdefault(one.unit.document.id, []).append(one.row)
    return frozenset(row for rows in by_document.values() for row in rows[:_OPENS])


def _tabled(one: Found, table: Found) -> bool:
    """Whether all figures of a sentence, and most of its words, stand in a table beside it, which is shown."""
    if one.unit.listed or one.unit.document.id != table.unit.document.id or one.unit.headings != table.unit.headings:
        return False
    figures = {quantity.value for said in figures_in(one.unit.text) for quantity in find_quantities(said)}
    beside = facts_of(" ".join((*table.unit.above, table.unit.text)))
    stems = facts_of(one.unit.text).stems
    return bool(figures) and figures <= beside.figures and 2 * len(stems & beside.stems) >= len(stems)


def _by_place(one: Found) -> tuple[int, int]:
    return one.rank, one.unit.start


def _by_day(one: Found) -> tuple[int, int, int]:
    days = days_in(one.unit.text)
    return days.first.toordinal() if days else 0, *_by_place(one)
