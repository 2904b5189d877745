"""How answers, passages and reports look in a terminal."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from rag.cli.doctor import Finding
from rag.index.report import FileResult, IngestReport, Phase, Status
from rag.index.report import Progress as TellsProgress
from rag.index.versions import VersionInfo
from rag.types import Answer, Citation, Excerpt, Hit, Outcome
from rag.wording.files import notice_text
from rag.wording.places import place_text
from rag.wording.prose import marked, suggestions, text_of
from rag.wording.reasons import reason_text
from rag.wording.words import N_, Words, words_of

_STATUSES = {
    Status.ADDED: N_("added"),
    Status.UPDATED: N_("updated"),
    Status.UNCHANGED: N_("unchanged"),
    Status.REMOVED: N_("removed"),
    Status.DUPLICATE: N_("duplicate"),
    Status.SKIPPED: N_("skipped"),
    Status.FAILED: N_("failed"),
}
_PHASES = {
    Phase.WAITING: N_("Waiting for another ingest"),
    Phase.READING: N_("Reading"),
    Phase.SPLITTING: N_("Splitting"),
    Phase.EMBEDDING: N_("Embedding"),
    Phase.PUBLISHING: N_("Publishing"),
}


def answer_view(answer: Answer) -> RenderableType:
    """The answer, its sources and, when there is none, what was looked at."""
    words = words_of(answer.language)
    style = "" if answer.outcome is Outcome.ANSWERED else "yellow"
    parts: list[RenderableType] = [Text(line, style=style) for line in _lines(answer)]
    without = words.gettext("Not in the documents:")
    parts += [Text(f"\n{without} {asked}", style="yellow") for asked in answer.unanswered]
    if answer.understood_as:
        understood = words.gettext("Understood as:")
        parts.insert(0, Text(f"{understood} {answer.understood_as}", style="dim italic"))
    parts += _citation_block(words.gettext("Sources"), answer.citations, words)
    parts += _citation_block(words.gettext("Closest"), answer.looked_at, words)
    if tips := suggestions(answer):
        parts.append(Text("\n" + words.gettext("Try this:"), style="bold"))
        parts += [Text(f"  - {suggestion}") for suggestion in tips]
    return Group(*parts)


def _lines(answer: Answer) -> list[str]:
    if not answer.sentences:
        return [text_of(answer)]
    lines, part = [], None
    for sentence in answer.sentences:
        if sentence.part != part:
            lines.append(f"{sentence.part}:")
        lines.append(marked(sentence, answer.language))
        part = sentence.part
    return lines


def _citation_block(heading: str, citations: Sequence[Citation], words: Words) -> list[RenderableType]:
    if not citations:
        return []
    lines: list[RenderableType] = [Text(f"\n{heading}:", style="bold")]
    for citation in citations:
        lines.append(Padding(_citation_line(citation, words), (0, 0, 0, 2)))
        if citation.table:
            lines.append(Padding(_excerpt_view(citation.table), (0, 0, 0, 4)))
    return lines


def _excerpt_view(excerpt: Excerpt) -> Table:
    """The rows as a table, the cell that answers set apart."""
    table = Table(title=excerpt.caption or None, title_justify="left", show_header=bool(excerpt.columns))
    for column in excerpt.columns or excerpt.rows[0]:
        table.add_column(escape(column) if excerpt.columns else "")
    for number, row in enumerate(excerpt.rows):
        meant = excerpt.meant[1] if excerpt.meant and excerpt.meant[0] == number else None
        table.add_row(*(Text(cell, style="bold reverse" if at == meant else "") for at, cell in enumerate(row)))
    return table


def _citation_line(citation: Citation, words: Words) -> Text:
    about = [citation.title, citation.publisher, citation.published.isoformat() if citation.published else None]
    about.append(words.gettext("page %(page)s", page=citation.page) if citation.page else None)
    about.append(place_text(citation.place, words) if citation.place else None)
    about.append(words.recognised(citation))
    line = Text(f"[{citation.number}] {' · '.join(filter(None, about))}")
    line.append(f"  ({citation.document_id}, {citation.start}-{citation.end})", style="dim")
    summary = words.gettext("Summary based on:")
    for source in citation.based_on:
        line.append(f"\n    {summary} {source}", style="dim")
    return line


def hits_view(hits: Sequence[Hit], words: Words) -> RenderableType:
    """Search results as a table."""
    names = words.gettext("Score"), words.gettext("Document"), words.gettext("Passage")
    table = Table("#", *names, show_lines=True, expand=True)
    for rank, hit in enumerate(hits, start=1):
        table.add_row(str(rank), f"{hit.score:.3f}", escape(hit.passage.title), escape(hit.passage.text))
    return table


def say_error(console: Console, message: str, words: Words) -> None:
    """An error as one plain line."""
    told = words.gettext("Error: %(reason)s", reason=message)
    console.print(Text(told, style="bold red"), soft_wrap=True)


@contextmanager
def phase_bars(console: Console, words: Words) -> Iterator[TellsProgress]:
    """A progress bar per phase of an ingest, on `console`; a line now and then where that is no terminal."""
    if not console.is_terminal:
        yield PhaseLines(console, words)
        return
    times = TimeElapsedColumn(), TimeRemainingColumn()
    with Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), *times, console=console) as bars:
        tasks = {
            phase: bars.add_task(words.gettext(name), total=None, visible=False) for phase, name in _PHASES.items()
        }

        def tell(phase: Phase, done: int, total: int) -> None:
            bars.update(tasks[phase], completed=done, total=total, visible=total > 0)

        yield tell


class PhaseLines:
    """A line at the beginning of a long phase and every `every_s` after it: how far it is, how long it will take."""

    def __init__(
        self, console: Console, words: Words, every_s: float = 10.0, clock: Callable[[], float] = monotonic
    ) -> None:
        self._console, self._words, self._every_s, self._clock = console, words, every_s, clock
        self._phase: Phase | None = None
        self._begun = self._told = 0.0

    def __call__(self, phase: Phase, done: int, total: int) -> None:
        now = self._clock()
        if phase is not self._phase:
            self._phase, self._begun, self._told = phase, now, now
        if now - self._told < self._every_s or not done:
            return
        self._told = now
        left = (now - self._begun) / done * (total - done)
        text = self._words.gettext(
            "%(phase)s: %(done)s of %(total)s, about %(seconds)s s left",
            phase=self._words.gettext(_PHASES[phase]),
            done=self._words.number(done),
            total=self._words.number(total),
            seconds=self._words.number(round(left)),
        )
        self._console.print(Text(text), soft_wrap=True)


def estimate_view(megabytes: float, minutes: int, words: Words) -> RenderableType:
    """How long that much text will take, before anything is read."""
    return Text(
        words.gettext(
            "%(size)s MB to read: about %(minutes)s min if all of it is new text.",
            size=words.number(round(megabytes)),
            minutes=words.number(minutes),
        )
    )


def ingest_view(report: IngestReport, words: Words) -> RenderableType:
    """Counts, then every file that needs a look."""
    results = (line for result in report.results for line in _result_lines(result, words))
    return Group(*results, *_damage(report, words), Text(_counted(report, words)), _state(report, words))


def _damage(report: IngestReport, words: Words) -> list[Text]:
    """Which versions were found damaged, and what was done instead of building on them."""
    if not report.damaged:
        return []
    names = ", ".join(report.damaged)
    text = words.gettext("Damaged, and not built on: %(names)s.", names=names)
    if report.base:
        after = words.gettext("Built on %(name)s instead.", name=report.base)
    else:
        after = words.gettext("No whole version is left, so all is built anew from what was given.")
    return [Text(f"{text} {after}", style="bold red")]


def _counted(report: IngestReport, words: Words) -> str:
    counts = (f"{count} " + words.gettext(_STATUSES[status]) for status, count in report.counts.items() if count)
    counted = ", ".join(counts) or words.gettext("nothing found")
    seconds = words.number(report.seconds, "0.0")
    return words.gettext("%(counted)s. Took %(seconds)s s.", counted=counted, seconds=seconds)


def _state(report: IngestReport, words: Words) -> Text:
    if not report.version:
        return Text(words.gettext("No index was made: nothing could be read."), style="bold red")
    version = words.gettext(
        "Index version %(name)s (%(state)s): %(documents)s, %(passages)s.",
        name=report.version,
        state=words.gettext("published") if report.published else words.gettext("unchanged"),
        documents=words.ngettext("%(count)s document", "%(count)s documents", report.documents),
        passages=words.ngettext("%(count)s passage", "%(count)s passages", report.passages),
    )
    return Text(version)


def _result_lines(result: FileResult, words: Words) -> list[Text]:
    lines = []
    if result.status in (Status.FAILED, Status.SKIPPED, Status.DUPLICATE, Status.REMOVED):
        style = {Status.FAILED: "bold red", Status.SKIPPED: "dim"}.get(result.status, "yellow")
        status = words.gettext(_STATUSES[result.status])
        reason = reason_text(result.reason, words) if result.reason else ""
        lines.append(Text(f"{status:>9}  {result.source}: {reason}".rstrip(": "), style=style))
    warning = words.gettext("warning")
    told = (notice_text(each, words) for each in result.warnings)
    lines += [Text(f"{warning:>9}  {result.source}: {text}", style="yellow") for text in told]
    if result.near_duplicates:
        others = ", ".join(result.near_duplicates)
        similar, said = words.gettext("similar"), words.gettext("says almost the same as %(others)s", others=others)
        lines.append(Text(f"{similar:>9}  {result.source}: {said}"))
    return lines


def versions_view(versions: Sequence[VersionInfo], words: Words) -> RenderableType:
    """The versions of an index as a table, the current one marked."""
    names = words.gettext("Version"), words.gettext("Documents"), words.gettext("Passages"), words.gettext("Model")
    table = Table("", *names, box=None)
    damaged = (words.gettext("damaged"), "", "")
    for version in versions:
        manifest = version.manifest
        held = (str(manifest.documents), str(manifest.passages), manifest.model) if manifest else damaged
        table.add_row("*" if version.current else "", version.name, *held)
    return table


def findings_view(findings: Sequence[Finding]) -> RenderableType:
    """What `rag doctor` found, a line each."""
    table = Table(box=None, show_header=False)
    for finding in findings:
        table.add_row(Text("ok" if finding.fine else "!!", style="green" if finding.fine else "bold red"), finding.what,
                      Text(finding.text))  # fmt: skip
    return table
