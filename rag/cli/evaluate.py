"""The command `rag evaluate`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from rag.assembly import build_pipeline
from rag.cli.terminal import terminal_language
from rag.evaluation.command import EvaluationOptions, run_evaluation
from rag.settings import Settings
from rag.types import Language


def evaluate(
    gold: Annotated[list[Path], typer.Argument(help="Gold .jsonl, SQuAD .json, .csv, .xlsx, or folders of them.")],
    index: Annotated[Path | None, typer.Option("--index", help="Folder of the index.")] = None,
    report: Annotated[Path | None, typer.Option(help="Folder for run.json and report.html.")] = None,
    against: Annotated[Path | None, typer.Option(help="An earlier run.json to compare with.")] = None,
    gate: Annotated[Path | None, typer.Option(help="Fail when this file's thresholds do not hold.")] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Write the present answers into the gate file.")] = False,
    language: Annotated[
        Language | None, typer.Option(help="Language of figures and report; the terminal's if not given.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Put gold questions to the program and count how it does."""
    if accept and gate is None:
        raise typer.BadParameter("--accept needs --gate FILE")
    settings = Settings(index=index) if index is not None else Settings()
    options = EvaluationOptions(
        report=report,
        against=against,
        gate=gate,
        accept=accept,
        as_json=as_json,
        language=language or terminal_language(),
    )
    err = Console(stderr=True)
    with Progress(console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task("questions", total=None)
        text, status = run_evaluation(
            gold,
            build_pipeline(settings),
            settings,
            options,
            lambda done, total: bar.update(task, completed=done, total=total),
        )
    print(text)
    raise typer.Exit(status)
