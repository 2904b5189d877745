"""How documents of the library look in a terminal."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rag.library.desk import Compared
from rag.library.looking import Preview
from rag.library.planning import Difference
from rag.library.publishing import Candidate
from rag.library.records import Entry, Event, Field, Publication
from rag.library.telling import change_text, effect_text, field_text, problems_of, state_text
from rag.wording.files import notice_text, notices_of, omission_text
from rag.wording.reasons import reason_text
from rag.wording.words import N_, Words


def library_view(entries: Sequence[Entry], total: int, words: Words) -> RenderableType:
    """A line a document."""
    table = Table(box=None)
    table.add_column(words.gettext("Id"), overflow="fold")
    for title in (N_("State"), N_("Date"), N_("Publisher"), N_("Title"), N_("Problems"), N_("Changed by")):
        table.add_column(words.gettext(title))
    for entry in entries:
        day = entry.published.isoformat() if entry.published else ""
        about = (entry.id, state_text(entry.state, words), day, entry.publisher or "", entry.title)
        table.add_row(*map(Text, (*about, str(entry.problems or ""), entry.changed_by)))
    counted = words.ngettext("%(count)s document", "%(count)s documents", total)
    return Group(table, Text(counted, style="dim"))


def entry_view(entry: Entry, words: Words, events: Sequence[Event] = ()) -> RenderableType:
    """What is known of a document, what needs a look, and what was done to it."""
    day = words.date(entry.published) if entry.published else None
    about = (entry.title, entry.publisher, day, entry.url, entry.kind, ", ".join(entry.tags))
    revision = words.gettext("revision")
    head = f"{entry.id}  {state_text(entry.state, words)}, {revision} {entry.revision}"
    lines = [Text(head, style="bold"), Text(f"  {' · '.join(filter(None, about))}")]
    lines += [Text(f"  {text}", style="yellow") for text in problems_of(entry, words)]
    for event in events:
        told = ", ".join(f"{field_text(Field(name), words)}: {value}" for name, value in event.fields.items())
        done = f"  {event.at}  {event.who}  {change_text(event.change, words)}"
        lines.append(Text(f"{done}  {event.reason} {told}".rstrip()))
    return Group(*lines)


def preview_view(shown: Preview, words: Words) -> RenderableType:
    """The cleaned text, how it is cut, and what was left out."""
    lines = [Text(shown.document.text), Text("")]
    for number, passage in enumerate(shown.passages, start=1):
        lines.append(Text(f"[{number}] {passage.start}-{passage.end}  {' > '.join(passage.headings)}", style="dim"))
    lines += [Text(f"! {notice_text(each, words)}", style="yellow") for each in notices_of(shown.document)]
    for left in shown.document.left_out:
        lines.append(Text(f"- {omission_text(left.reason, words)}: {' '.join(left.text.split())}", style="dim"))
    return Group(*lines)


def differences_view(made: Candidate, told: Publication | None, words: Words) -> RenderableType:
    """What publishing changes, what could not be taken, and the version that is public now."""
    lines = [_difference(each, words) for each in made.differences]
    for each in made.failures:
        reason = reason_text(each.reason, words) if each.reason else ""
        lines.append(Text(f"! {each.document_id or each.source}: {reason}", style="bold red"))
    if not made.differences:
        lines.append(Text(words.gettext("Nothing changes.")))
    if told:
        lines.append(Text(words.gettext("current: %(name)s", name=told.version)))
    return Group(*lines)


def compared_view(compared: Compared, words: Words) -> RenderableType:
    """Which gold questions get better, and which worse."""
    none = words.gettext("none")
    asked = words.ngettext(
        "%(count)s question asked before and after", "%(count)s questions asked before and after", compared.questions
    )
    better = words.gettext("better: %(names)s", names=", ".join(compared.better) or none)
    worse = words.gettext("worse: %(names)s", names=", ".join(compared.worse) or none)
    return Text("\n".join((asked, better, worse)))


def _difference(each: Difference, words: Words) -> Text:
    what = [field_text(field, words) for field in each.fields] + [words.gettext("file")] * each.file
    more = f" ({', '.join(what)})" if what else ""
    return Text(f"{effect_text(each.effect, words):>9}  {each.document_id}: {each.title}{more}")


def entry_json(entry: Entry) -> dict[str, Any]:
    """As `--json` tells it."""
    told = {name: getattr(entry, name) for name in ("title", "publisher", "published", "url", "kind", "tags")}
    return {**asdict(entry), **told, "misnamed": entry.misnamed}


def candidate_json(made: Candidate) -> Mapping[str, Any]:
    """As `--json` tells it."""
    return {
        "differences": [asdict(each) for each in made.differences],
        "failures": [
            {"document_id": each.document_id, "reason": each.reason and str(each.reason)} for each in made.failures
        ],
        "version": made.report.version,
        "before": made.before,
    }
