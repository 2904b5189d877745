"""How answers, passages and reports look in a terminal."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from rag.cli.doctor import Finding
from rag.index.report import FileResult, IngestReport, Phase, Status
from rag.index.report import Progress as TellsProgress
from rag.index.versions import VersionInfo
from rag.types import Answer, Citation, Excerpt, Hit, Language, Outcome
from rag.wording.prose import marked, suggestions, text_of

_LABELS = {
    Language.INDONESIAN: {
        "sources": "Sumber",
        "looked": "Yang paling dekat",
        "tips": "Saran",
        "page": "halaman",
        "based": "Ringkasan berdasarkan",
        "as": "Dipahami sebagai",
        "without": "Tidak ada dalam dokumen",
    },
    Language.ENGLISH: {
        "sources": "Sources",
        "looked": "Closest",
        "tips": "Try this",
        "page": "page",
        "based": "Summary based on",
        "as": "Understood as",
        "without": "Not in the documents",
    },
}


def answer_view(answer: Answer) -> RenderableType:
    """The answer, its sources and, when there is none, what was looked at."""
    label = _LABELS[answer.language]
    style = "" if answer.outcome is Outcome.ANSWERED else "yellow"
    parts: list[RenderableType] = [Text(line, style=style) for line in _lines(answer)]
    parts += [Text(f"\n{label['without']}: {asked}", style="yellow") for asked in answer.unanswered]
    if answer.understood_as:
        parts.insert(0, Text(f"{label['as']}: {answer.understood_as}", style="dim italic"))
    parts += _citation_block(label["sources"], answer.citations, label)
    parts += _citation_block(label["looked"], answer.looked_at, label)
    if tips := suggestions(answer):
        parts.append(Text(f"\n{label['tips']}:", style="bold"))
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


def _citation_block(heading: str, citations: Sequence[Citation], label: dict[str, str]) -> list[RenderableType]:
    if not citations:
        return []
    lines: list[RenderableType] = [Text(f"\n{heading}:", style="bold")]
    for citation in citations:
        lines.append(Padding(_citation_line(citation, label), (0, 0, 0, 2)))
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


def _citation_line(citation: Citation, label: dict[str, str]) -> Text:
    about = [citation.title, citation.publisher, citation.published.isoformat() if citation.published else None]
    about.append(f"{label['page']} {citation.page}" if citation.page else None)
    line = Text(f"[{citation.number}] {' · '.join(filter(None, about))}")
    line.append(f"  ({citation.document_id}, {citation.start}-{citation.end})", style="dim")
    for source in citation.based_on:
        line.append(f"\n    {label['based']}: {source}", style="dim")
    return line


def hits_view(hits: Sequence[Hit]) -> RenderableType:
    """Search results as a table."""
    table = Table("#", "Skor", "Dokumen", "Petikan", show_lines=True, expand=True)
    for rank, hit in enumerate(hits, start=1):
        table.add_row(str(rank), f"{hit.score:.3f}", escape(hit.passage.title), escape(hit.passage.text))
    return table


def say_error(console: Console, message: str) -> None:
    """An error as one plain line."""
    console.print(Text(f"Error: {message}", style="bold red"))


@contextmanager
def phase_bars(console: Console) -> Iterator[TellsProgress]:
    """A progress bar per phase of an ingest, on `console`; silent where that is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        tasks = {phase: bars.add_task(phase.value.capitalize(), total=None, visible=False) for phase in Phase}

        def tell(phase: Phase, done: int, total: int) -> None:
            bars.update(tasks[phase], completed=done, total=total, visible=total > 0)

        yield tell


def ingest_view(report: IngestReport) -> RenderableType:
    """Counts, then every file that needs a look."""
    counted = (
        ", ".join(f"{count} {status.value}" for status, count in report.counts.items() if count) or "nothing found"
    )
    state = "published" if report.published else "unchanged"
    lines = [Text(f"{counted}. Took {report.seconds:.1f} s.")]
    if report.version:
        holding = f"{report.documents} documents, {report.passages} passages"
        lines.append(Text(f"Index version {report.version} ({state}): {holding}."))
    else:
        lines.append(Text("No index was made: nothing could be read.", style="bold red"))
    return Group(*(line for result in report.results for line in _result_lines(result)), *lines)


def _result_lines(result: FileResult) -> list[Text]:
    lines = []
    if result.status in (Status.FAILED, Status.SKIPPED, Status.DUPLICATE, Status.REMOVED):
        style = {Status.FAILED: "bold red", Status.SKIPPED: "dim"}.get(result.status, "yellow")
        lines.append(
            Text(f"{result.status.value:>9}  {result.source}: {result.reason or ''}".rstrip(": "), style=style)
        )
    lines += [Text(f"  warning  {result.source}: {warning}", style="yellow") for warning in result.warnings]
    if result.near_duplicates:
        lines.append(Text(f"  similar  {result.source}: says almost the same as {', '.join(result.near_duplicates)}"))
    return lines


def versions_view(versions: Sequence[VersionInfo]) -> RenderableType:
    """The versions of an index as a table, the current one marked."""
    table = Table("", "Version", "Documents", "Passages", "Model", box=None)
    for version in versions:
        manifest = version.manifest
        held = (str(manifest.documents), str(manifest.passages), manifest.model) if manifest else ("damaged", "", "")
        table.add_row("*" if version.current else "", version.name, *held)
    return table


def findings_view(findings: Sequence[Finding]) -> RenderableType:
    """What `rag doctor` found, a line each."""
    table = Table(box=None, show_header=False)
    for finding in findings:
        table.add_row(Text("ok" if finding.fine else "!!", style="green" if finding.fine else "bold red"), finding.what,
                      Text(finding.text))  # fmt: skip
    return table
