"""The command `rag`."""

import io
import json
import os
import sys
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console
from rich.progress import track
from typer.core import TyperGroup

from rag.assembly import build_pipeline, build_reader, deferred_encoder
from rag.cli.backup import backup, restore
from rag.cli.batch import answer_lines, count_lines, reading_json
from rag.cli.brief import brief
from rag.cli.bulk import bulk
from rag.cli.doctor import diagnose
from rag.cli.evaluate import evaluate
from rag.cli.explain import explained
from rag.cli.failing import Expected, failure_text
from rag.cli.helping import in_order, plain, tidied
from rag.cli.index import index_app
from rag.cli.library import library_app
from rag.cli.mcp import mcp
from rag.cli.models import models_app
from rag.cli.start import serve
from rag.cli.terminal import terminal_language
from rag.cli.variables import oddities, set_variables, version_option
from rag.cli.views import answer_view, estimate_view, findings_view, hits_view, ingest_view, phase_bars, say_error
from rag.index.ingest import ingest as ingest_paths
from rag.index.removing import remove as remove_documents
from rag.index.report import Status
from rag.index.sources import SourceFile, find_sources
from rag.schemas import AskRequest, BatchLine, BatchQuestion, BatchReading, TurnIn, answer_to_json, hit_to_json
from rag.settings import Settings
from rag.types import Language
from rag.wording.prose import text_of
from rag.wording.words import words_of


class _Commands(TyperGroup):
    """Those of the site are loaded when one of them or the list of all is asked for: they bring a database along.

    The site stands above this package: its commands are named and not imported, as `serve` names its application.
    """

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        found = super().get_command(ctx, cmd_name) or _of_site().get(cmd_name)
        return found and tidied(cmd_name, found)

    def list_commands(self, ctx: Any) -> list[str]:
        return in_order([*super().list_commands(ctx), *_of_site()])

    def get_params(self, ctx: Any) -> list[Any]:
        return plain(super().get_params(ctx))


@cache
def _of_site() -> dict[str, Any]:
    site = typer.Typer()
    import_module("web.commands").add_to(site)
    group = typer.main.get_command(site)
    return dict(group.commands) if isinstance(group, TyperGroup) else {}


app = typer.Typer(
    cls=_Commands,
    help="Tanya Lampung: cited answers from your own documents, in Indonesian and English.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.add_typer(index_app, name="index")
app.add_typer(library_app, name="library")
app.add_typer(models_app, name="models")
app.command()(evaluate)
app.command()(backup)
app.command()(restore)
app.command()(brief)
app.command()(bulk)
app.command()(mcp)
app.command()(serve)
out = Console()
err = Console(stderr=True)

IndexOption = Annotated[
    Path | None, typer.Option("--index", help="Folder of the index (default: RAG_INDEX or ./index).")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
BatchOption = Annotated[Path | None, typer.Option("--batch", help='JSON Lines file of {"id","question"}.')]
LimitOption = Annotated[int, typer.Option("--limit", min=1, max=100, help="How many passages.")]

_TURNS_KEPT = 10
_LONG_MEGABYTES = 5  # of files, from which on it is said how long they will take
Line = TypeVar("Line", bound=BatchLine)


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=version_option, is_eager=True)
    ] = False,
) -> None:
    """What holds for every command."""


@app.command()
def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files, folders with all below them, and .jsonl collections.")],
    index: IndexOption = None,
    as_json: JsonOption = False,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for another ingest to end.")] = 3600,
    explain: Annotated[bool, typer.Option("--explain", help="Show what is read of files; index nothing.")] = False,
) -> None:
    """Read files, folders and .jsonl collections into a new version of the index."""
    settings = _settings(index)
    if explain:
        for line in explained(paths, settings.max_file_mb * 1_000_000, settings.ocr):
            out.print(line, markup=False, highlight=False)
        return
    words = words_of(terminal_language())
    megabytes = (
        sum(source.path.stat().st_size for source in find_sources(paths) if isinstance(source, SourceFile)) / 1e6
    )
    if megabytes >= _LONG_MEGABYTES:
        err.print(estimate_view(megabytes, words))
    with phase_bars(err, words) as progress:
        report = ingest_paths(paths, settings.index, deferred_encoder(settings), settings, progress, wait)
    if as_json:
        _print_json(report.to_json())
    else:
        out.print(ingest_view(report, words))
    raise typer.Exit(report.exit_status)


@app.command()
def remove(
    names: Annotated[list[str], typer.Argument(help="Ids of documents, files or folders; they may be gone already.")],
    index: IndexOption = None,
    as_json: JsonOption = False,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for an ingest to end.")] = 3600,
) -> None:
    """Take documents out of the index, even the last one; older versions hold them until they are pruned."""
    report = remove_documents(names, _settings(index).index, wait)
    if as_json:
        _print_json(report.to_json())
    else:
        out.print(ingest_view(report, words_of(terminal_language())))
    failed, removed = report.counts[Status.FAILED], report.counts[Status.REMOVED]
    raise typer.Exit(0 if not failed else 3 if removed else 1)


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in Indonesian or English.")] = None,
    index: IndexOption = None,
    language: Annotated[Language | None, typer.Option(help="Language of the answer; detected if not given.")] = None,
    batch: BatchOption = None,
    as_json: JsonOption = False,
) -> None:
    """Answer a question, or every question of a file, with citations."""
    pipeline = build_pipeline(_settings(index))
    if batch is not None:
        _run_batch(batch, BatchQuestion, lambda line: answer_to_json(pipeline.answer(line.to_question())))
        return
    answer = pipeline.answer(AskRequest(question=_given(question), language=language).to_question())
    if as_json:
        _print_json(answer_to_json(answer))
    else:
        out.print(answer_view(answer))


@app.command()
def search(
    question: Annotated[str | None, typer.Argument(help="What to look for.")] = None,
    limit: LimitOption = 10,
    index: IndexOption = None,
    batch: BatchOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find the passages nearest to a question."""
    pipeline = build_pipeline(_settings(index))

    def results(request: AskRequest) -> list[dict[str, Any]]:
        hits = pipeline.search(request.to_question(), limit)
        return [hit_to_json(hit, rank) for rank, hit in enumerate(hits, start=1)]

    if batch is not None:
        _run_batch(batch, BatchQuestion, lambda line: {"results": results(line)})
    elif as_json:
        _print_json({"question": question, "results": results(AskRequest(question=_given(question)))})
    else:
        hits = pipeline.search(AskRequest(question=_given(question)).to_question(), limit)
        out.print(hits_view(hits, words_of(terminal_language())))


@app.command()
def read(
    batch: Annotated[Path, typer.Option("--batch", help='JSON Lines file of {"id","question","passage"}.')],
) -> None:
    """Run the reader alone: the span of each passage that answers, or null when the passage does not say."""
    reader = build_reader(Settings())
    _run_batch(batch, BatchReading, lambda line: reading_json(reader, line))


@app.command()
def chat(
    index: IndexOption = None,
    language: Annotated[Language | None, typer.Option(help="Language of the answers; detected if not given.")] = None,
) -> None:
    """Hold a conversation; follow-up questions are understood. An empty line, or Ctrl-D, ends it."""
    pipeline = build_pipeline(_settings(index))
    history: list[TurnIn] = []
    out.print("Tanya Lampung. Silakan bertanya (baris kosong untuk selesai). / Please ask (empty line to leave).")
    while text := _prompt():
        answer = pipeline.answer(AskRequest(question=text, language=language, history=history).to_question())
        out.print(answer_view(answer))
        history = [*history, TurnIn(question=text[:2000], answer=text_of(answer)[:2000])][-_TURNS_KEPT:]


@app.command()
def doctor(index: IndexOption = None, as_json: JsonOption = False) -> None:
    """Say what is installed, which model and index are in use, and what is missing."""
    findings = diagnose(_settings(index))
    if as_json:
        _print_json([finding.to_json() for finding in findings])
    else:
        out.print(findings_view(findings))
    raise typer.Exit(0 if all(finding.fine for finding in findings) else 1)


def main() -> None:
    """Runs the command; an expected error becomes one line and exit status 1."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # half a surrogate pair, which JSON may hold, has no UTF-8
    words = words_of(terminal_language())
    for line in oddities(set_variables(), words):
        err.print(line, soft_wrap=True, markup=False, highlight=False)
    try:
        app()
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Expected as error:
        say_error(err, failure_text(error, words), words)
        sys.exit(1)


def _settings(index: Path | None) -> Settings:
    return Settings(index=index) if index is not None else Settings()


def _given(question: str | None) -> str:
    if question is None:
        raise typer.BadParameter(words_of(terminal_language()).gettext("give a question, or --batch FILE"))
    return question


def _prompt() -> str:
    try:
        return out.input("\n[bold]?[/bold] ").strip()
    except (EOFError, KeyboardInterrupt):
        return ""


def _run_batch(path: Path, form: type[Line], reply: Callable[[Line], dict[str, Any]]) -> None:
    total = count_lines(path)
    rows: Iterable[dict[str, Any]] = answer_lines(path, form, reply)
    failed = 0
    for row in track(rows, total=total, console=err, description=path.name, disable=not err.is_terminal):
        failed += "error" in row
        print(json.dumps(row, ensure_ascii=False), flush=True)
    if failed:
        words = words_of(terminal_language())
        told = words.gettext(
            "%(failed)s of %(total)s lines of %(path)s could not be answered; their rows say why",
            failed=failed,
            total=total,
            path=path,
        )
        say_error(err, told, words)
        raise typer.Exit(1)


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
