"""From a briefing to its sheet, in the language that it is framed in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rag.briefing.values import Audience, Briefing, Entry, Part
from rag.briefing.writing.notes import Notes
from rag.briefing.writing.sheet import Grid, Heading, Line, Sheet
from rag.types import Citation, Excerpt, Value
from rag.wording.words import N_, Words, words_of

TITLES: Mapping[Part, str] = MappingProxyType(
    {
        Part.MATTER: N_("The matter"),
        Part.AGREED: N_("What was agreed or decided"),
        Part.FIGURES: N_("Figures"),
        Part.RESPONSIBLE: N_("Who is responsible"),
        Part.DATES: N_("Dates"),
        Part.CONDITIONS: N_("Conditions and exceptions"),
        Part.FURTHER: N_("What else the sources say"),
        Part.DIFFERING: N_("Where sources disagree"),
        Part.UNANSWERED: N_("What the sources do not say"),
    }
)
AUDIENCES: Mapping[Audience, str] = MappingProxyType(
    {Audience.LEADERS: N_("for leaders"), Audience.STAFF: N_("for staff")}
)
Blocks = Iterator[Heading | Line | Grid]


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every part of the layout needs."""

    briefing: Briefing
    words: Words
    notes: Notes


def laid_out(briefing: Briefing) -> Sheet:
    """Every quote with the number of its note; what a person edited is marked."""
    words = words_of(briefing.language)
    desk = _Desk(briefing, words, Notes(words))
    blocks = tuple(block for section in briefing.sections for block in _section(section.part, desk))
    return Sheet(
        title=words.gettext("Briefing: %(topic)s", topic=briefing.topic),
        language=briefing.language.value,
        facts=tuple(_facts(briefing, words)),
        blocks=blocks,
        notes=desk.notes.all(),
        page=words.gettext("Page"),
        notes_heading=words.gettext("Sources"),
    )


def _facts(briefing: Briefing, words: Words) -> Iterator[str]:
    yield words.gettext(
        "Made on %(moment)s, %(audience)s, from the index version %(version)s.",
        moment=words.moment(briefing.made_at),
        audience=words.gettext(AUDIENCES[briefing.audience]),
        version=briefing.index_version,
    )
    yield words.gettext(
        "All that stands between quotation marks, and every table, is quoted word for word from the sources."
    )
    if any(entry.edited for section in briefing.sections for entry in section.entries):
        yield words.gettext("What a person has changed is marked as edited.")


def _section(part: Part, desk: _Desk) -> Blocks:
    yield Heading(desk.words.gettext(TITLES[part]))
    write = _WRITERS.get(part, _lines)
    yield from write(desk.briefing.entries_of(part), desk)


def _lines(entries: Sequence[Entry], desk: _Desk) -> Blocks:
    """Context once for the lines below it."""
    context = ""
    for entry in entries:
        lead, context = _beyond(entry.context, context), entry.context
        if table := _table_of(entry):
            yield _own_table(entry, table, desk)
        else:
            yield _line(entry, desk, lead=f"{lead}:" if lead else "")


def _beyond(context: str, before: str) -> str:
    """Without the title where the line before has it, too; "" where all of it is the same."""
    if context == before:
        return ""
    title, _, headings = context.partition(" › ")
    return headings if headings and before.partition(" › ")[0] == title else context


def _figures(entries: Sequence[Entry], desk: _Desk) -> Blocks:
    """One table of figures, then the tables that have more than one a row."""
    single = [entry for entry in entries if entry.values]
    if single:
        columns = (
            desk.words.gettext("Figure"),
            desk.words.gettext("What it counts"),
            desk.words.gettext("Source"),
            desk.words.gettext("Date"),
        )
        yield Grid(columns, tuple(_figure(entry, desk) for entry in single))
    yield from _lines([entry for entry in entries if not entry.values], desk)


def _figure(entry: Entry, desk: _Desk) -> tuple[Line, ...]:
    citation = entry.citations[0]
    figures = "; ".join(_worded(value) for value in entry.values)
    said = _row_named(citation.table, entry.context) if citation.table and not entry.edited else _quoted(entry)
    return (
        Line(figures),
        Line(said, (desk.notes.number(citation),), mark=_mark(entry, desk)),
        Line(_source(citation)),
        Line(desk.words.date(citation.published) if citation.published else "–"),
    )


def _dates(entries: Sequence[Entry], desk: _Desk) -> Blocks:
    """A timeline with the days told in other sections, which it names; then what has no day of its own."""
    days = {id(entry): entry.days for entry in entries}
    dated = [(entry, "") for entry in entries if entry.days]
    for section in desk.briefing.sections:
        if section.part not in (Part.DATES, Part.UNANSWERED):
            dated += [(entry, desk.words.gettext(TITLES[section.part])) for entry in section.entries if entry.days]
    dated.sort(key=lambda each: (each[0].days.first, each[0].days.last) if each[0].days else (date.max, date.max))
    if dated:
        rows = tuple(_day(entry, elsewhere, desk) for entry, elsewhere in dated)
        yield Grid((desk.words.gettext("Date"), desk.words.gettext("What")), rows)
    yield from _lines([entry for entry in entries if not days[id(entry)]], desk)


def _day(entry: Entry, elsewhere: str, desk: _Desk) -> tuple[Line, ...]:
    day = Line(desk.words.days(entry.days.first, entry.days.last)) if entry.days else Line("")
    numbers = tuple(map(desk.notes.number, entry.citations))
    if elsewhere:
        return day, Line(desk.words.gettext("see “%(section)s”", section=elsewhere), numbers)
    lead = f"{entry.context}:" if entry.context else ""
    return day, Line(_quoted(entry), numbers, lead, _mark(entry, desk))


def _differing(entries: Sequence[Entry], desk: _Desk) -> Blocks:
    """Each value with its date and its sentence."""
    columns = (desk.words.gettext("Figure"), desk.words.gettext("Date"), desk.words.gettext("What the source says"))
    for entry in entries:
        rows = tuple(
            (
                Line(_worded(value)),
                Line(desk.words.date(citation.published) if citation.published else "–"),
                Line(f"“{citation.quote}”", (desk.notes.number(citation),)),
            )
            for value, citation in zip(entry.values, entry.citations, strict=False)
        )
        yield Grid(columns, rows) if not entry.edited else _line(entry, desk)


def _questions(entries: Sequence[Entry], desk: _Desk) -> Blocks:
    for entry in entries:
        yield Line(entry.text, mark=_mark(entry, desk))


_WRITERS: Mapping[Part, Callable[[Sequence[Entry], _Desk], Blocks]] = MappingProxyType(
    {
        Part.FIGURES: _figures,
        Part.DATES: _dates,
        Part.DIFFERING: _differing,
        Part.UNANSWERED: _questions,
    }
)


def _line(entry: Entry, desk: _Desk, lead: str = "") -> Line:
    return Line(_quoted(entry), tuple(map(desk.notes.number, entry.citations)), lead, _mark(entry, desk))


def _own_table(entry: Entry, table: Excerpt, desk: _Desk) -> Grid:
    return grid_of(table, Line(table.caption or entry.context, tuple(map(desk.notes.number, entry.citations))))


def grid_of(table: Excerpt, caption: Line) -> Grid:
    """The rows of a table, every one as wide as the widest."""
    width = max(len(table.columns), *(len(row) for row in table.rows))
    columns = (*table.columns, *[""] * (width - len(table.columns))) if table.columns else ()
    rows = tuple(tuple(Line(cell) for cell in (*row, *[""] * (width - len(row)))) for row in table.rows)
    return Grid(columns, rows, caption, table.keys)


def _table_of(entry: Entry) -> Excerpt | None:
    return entry.citations[0].table if entry.citations and not entry.edited else None


def _row_named(table: Excerpt, context: str) -> str:
    """The cells that name a row, the column of its figure, and what stands above the table."""
    row, meant = table.rows[0], table.meant
    keys = [cell for cell in row[: table.keys] if cell]
    named = ", ".join([key for key in keys if not key.rstrip(".").isdigit()] or keys)
    column = table.columns[meant[1]] if meant and meant[1] < len(table.columns) else ""
    told = f"{named} ({column})" if column else named
    return f"{told} – {context}" if context else told


def _quoted(entry: Entry) -> str:
    return entry.text if entry.edited else f"“{entry.text}”"


def _mark(entry: Entry, desk: _Desk) -> str:
    return desk.words.gettext("(edited)") if entry.edited else ""


def _worded(value: Value) -> str:
    return f"{value.text} {value.unit}" if value.unit and value.unit not in value.text else value.text


def _source(citation: Citation) -> str:
    return citation.publisher or citation.title
