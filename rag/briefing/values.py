"""A briefing as a value: what was asked, its sections in order, and of each line whose words it has."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from rag.types import Citation, Language, Value


class Audience(StrEnum):
    """For whom it is, and so how long it gets."""

    LEADERS = "leaders"  # about a page
    STAFF = "staff"


class Part(StrEnum):
    """The sections, in their order."""

    MATTER = "matter"
    AGREED = "agreed"
    FIGURES = "figures"
    RESPONSIBLE = "responsible"
    DATES = "dates"
    CONDITIONS = "conditions"
    FURTHER = "further"
    DIFFERING = "differing"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day that a line is about, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a quote with the citation it comes from, word for word unless it was `edited`.

    Of values that differ, `text` is empty, and `values` has one of each citation. Of what the sources do not say,
    `text` is the question, and there is no citation.
    """

    text: str
    citations: tuple[Citation, ...] = ()
    values: tuple[Value, ...] = ()  # the figures that stand in it, verbatim
    days: Days | None = None  # where it is part of the timeline
    context: str = ""  # title and headings above it, where it cannot be understood alone
    edited: bool = False

    def saying(self, text: str) -> "Entry":
        """The same line in a person's own words; unchanged words leave it as it is."""
        return self if text == self.text else replace(self, text=text, edited=True)


@dataclass(frozen=True, slots=True)
class Section:
    part: Part
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """`questions` are those that were given instead of a topic; `made_at` is ISO 8601, UTC."""

    topic: str
    language: Language
    audience: Audience
    index_version: str
    made_at: str
    sections: tuple[Section, ...]
    questions: tuple[str, ...] = ()

    def entries_of(self, part: Part) -> tuple[Entry, ...]:
        return tuple(entry for section in self.sections if section.part is part for entry in section.entries)
