"""The command `rag`."""

import io
import os
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from typer.core import TyperGroup

from rag.assembly import deferred_encoder
from rag.cli.asking import ask, chat, read, search
from rag.cli.backup import backup, restore
from rag.cli.brief import brief
from rag.cli.bulk import bulk
from rag.cli.doctor import diagnose
from rag.cli.estimating import LONG_MEGABYTES, estimated_minutes, new_megabytes, passage_seconds
from rag.cli.evaluate import evaluate
from rag.cli.explain import explained
from rag.cli.failing import Expected, failure_text
from rag.cli.helping import frame, in_order, plain, spoken, tidied
from rag.cli.index import index_app
from rag.cli.library import library_app
from rag.cli.mcp import mcp
from rag.cli.models import models_app
from rag.cli.options import IndexOption, JsonOption, print_json, settings_with
from rag.cli.shortage import shortage
from rag.cli.start import serve
from rag.cli.terminal import terminal_language
from rag.cli.variables import oddities, set_variables, version_option
from rag.cli.views import estimate_view, findings_view, ingest_view, phase_bars, say_error
from rag.index.ingest import ingest as ingest_paths
from rag.index.removing import remove as remove_documents
from rag.index.report import Status
from rag.wording.reasons import reason_text
from rag.wording.words import Words, words_of


def _words() -> Words:
    """Of the terminal."""
    return words_of(terminal_language())


class _Commands(TyperGroup):
    """Those of the site are loaded when one of them or the list of all is asked for: they bring a database along.

    The site stands above this package: its commands are named and not imported, as `serve` names its application.
    """

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        found = super().get_command(ctx, cmd_name) or _of_site().get(cmd_name)
        return found and tidied(cmd_name, found, _words())

    def main(self, *given: Any, **named: Any) -> Any:
        frame(_words())
        spoken(self, _words())
        return super().main(*given, **named)

    def list_commands(self, ctx: Any) -> list[str]:
        return in_order([*super().list_commands(ctx), *_of_site()])

    def get_params(self, ctx: Any) -> list[Any]:
        return plain(super().get_params(ctx), _words())


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
app.command()(ask)
app.command()(search)
app.command()(read)
app.command()(chat)
app.command()(evaluate)
app.command()(backup)
app.command()(restore)
app.command()(brief)
app.command()(bulk)
app.command()(mcp)
app.command()(serve)
out = Console()
err = Console(stderr=True)


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
    settings = settings_with(index)
    if explain:
        for line in explained(paths, settings.max_file_mb * 1_000_000, settings.ocr):
            out.print(line, markup=False, highlight=False)
        return
    words, encoder = _words(), deferred_encoder(settings)
    if (megabytes := new_megabytes(paths, settings.index)) >= LONG_MEGABYTES:
        err.print(estimate_view(megabytes, estimated_minutes(megabytes, passage_seconds(encoder)), words))
    with phase_bars(err, words) as progress:
        report = ingest_paths(paths, settings.index, encoder, settings, progress, wait)
    if as_json:
        print_json(report.to_json())
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
    report = remove_documents(names, settings_with(index).index, wait)
    if as_json:
        print_json(report.to_json())
    else:
        out.print(ingest_view(report, _words()))
    failed, removed = report.counts[Status.FAILED], report.counts[Status.REMOVED]
    raise typer.Exit(0 if not failed else 3 if removed else 1)


@app.command()
def doctor(index: IndexOption = None, as_json: JsonOption = False) -> None:
    """Say what is installed, which model and index are in use, and what is missing."""
    findings = diagnose(settings_with(index))
    if as_json:
        print_json([finding.to_json() for finding in findings])
    else:
        out.print(findings_view(findings))
    raise typer.Exit(0 if all(finding.fine for finding in findings) else 1)


def main() -> None:
    """Runs the command; an expected error becomes one line and exit status 1."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # half a surrogate pair, which JSON may hold, has no UTF-8
    words = _words()
    for line in oddities(set_variables(), words):
        err.print(line, soft_wrap=True, markup=False, highlight=False)
    try:
        _run()
    except BrokenPipeError:  # the reader of our output has seen enough
        _write_no_more()
        sys.exit(1)
    except Exception as error:
        missing = shortage(error)
        if missing is None and not isinstance(error, Expected):
            raise
        if isinstance(error, OSError):
            _write_no_more()
        say_error(err, reason_text(missing, words) if missing else failure_text(error, words), words)
        sys.exit(1)


def _run() -> None:
    """All output is written when it returns or raises, for later nobody can be told that it was not."""
    try:
        app()
    finally:
        if sys.stdout is not None:  # closed by whoever started us
            sys.stdout.flush()


def _write_no_more() -> None:
    """What could not be written is not tried again when Python ends."""
    with suppress(AttributeError, OSError):  # closed by whoever started us, or no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
