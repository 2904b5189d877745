"""What a person changes in a briefing: words, order, what goes; every change makes a new value."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rag.briefing.values import Briefing, Entry, Section

Place = tuple[int, int]  # of a line: its section and its position in it, from 0


@dataclass(frozen=True, slots=True)
class Change:
    """Of one line. `text` None leaves its words; `order` sorts a section, lines of one number as they stood."""

    text: str | None = None
    removed: bool = False
    order: int | None = None


def can_be_worded(entry: Entry) -> bool:
    """Whether a line is prose: rows of tables and values that differ stay as their sources have them, or go."""
    return bool(entry.text) and not (entry.citations and entry.citations[0].table is not None)


def changed(briefing: Briefing, changes: Mapping[Place, Change]) -> Briefing:
    """With the changes; sections without a line go. Blank words remove nothing and change nothing."""
    sections = (_changed(section, number, changes) for number, section in enumerate(briefing.sections))
    return replace(briefing, sections=tuple(section for section in sections if section.entries))


def _changed(section: Section, number: int, changes: Mapping[Place, Change]) -> Section:
    kept: list[tuple[int, Entry]] = []
    for position, entry in enumerate(section.entries):
        change = changes.get((number, position), Change())
        if not change.removed:
            order = position + 1 if change.order is None else change.order
            kept.append((order, _worded(entry, change.text)))
    return replace(section, entries=tuple(entry for _, entry in sorted(kept, key=lambda each: each[0])))


def _worded(entry: Entry, text: str | None) -> Entry:
    if text is None or not text.strip() or not can_be_worded(entry):
        return entry
    same = text.split() == entry.text.split()  # a browser sends other breaks than it was given
    return entry if same else entry.saying(text.strip())
