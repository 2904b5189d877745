"""The command `rag evaluate`."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from rag.answering.extractive.calibrated import FILE, remove_calibrated
from rag.answering.extractive.thresholds import no_thresholds
from rag.assembly import build_pipeline, thresholds_of
from rag.cli.options import IndexOption, JsonOption, settings_with
from rag.cli.terminal import terminal_language
from rag.errors import BadInput
from rag.evaluation.calibrating.command import CalibrationOptions, run_calibration
from rag.evaluation.command import EvaluationOptions, run_evaluation
from rag.settings import Settings
from rag.types import Language
from rag.wording.words import N_, words_of

_Evaluated = tuple[str, int]  # what to print, and the exit status
_Counted = Callable[[int, int], None]  # questions done, of all


GoldArgument = Annotated[
    list[Path] | None, typer.Argument(help="Gold .jsonl, SQuAD .json, .csv, .xlsx, or folders of them.")
]
ReportOption = Annotated[Path | None, typer.Option(help="Folder for run.json and report.html.")]
AgainstOption = Annotated[Path | None, typer.Option(help="An earlier run.json to compare with.")]
GateOption = Annotated[Path | None, typer.Option(help="Fail when this file's thresholds do not hold.")]
AcceptOption = Annotated[bool, typer.Option("--accept", help="Write the present answers into the gate file.")]
LanguageOption = Annotated[
    Language | None, typer.Option(help="Language of figures and report; the terminal's if not given.")
]
CalibrateOption = Annotated[
    bool, typer.Option("--calibrate", help="Choose how sure answers over this index must be, and keep that.")
]
AtMostOption = Annotated[
    float, typer.Option(min=0.001, max=0.5, help="With --calibrate: the share of what is shown that may be wrong.")
]
UncalibrateOption = Annotated[bool, typer.Option("--uncalibrate", help="Remove what --calibrate chose for this index.")]


def evaluate(
    gold: GoldArgument = None,
    index: IndexOption = None,
    report: ReportOption = None,
    against: AgainstOption = None,
    gate: GateOption = None,
    accept: AcceptOption = False,
    language: LanguageOption = None,
    as_json: JsonOption = False,
    calibrate: CalibrateOption = False,
    at_most: AtMostOption = 0.05,
    uncalibrate: UncalibrateOption = False,
) -> None:
    """Put gold questions to the program and count how it does."""
    if accept and gate is None:
        raise typer.BadParameter(words_of(terminal_language()).gettext("--accept needs --gate FILE"))
    if calibrate and (gate or against or uncalibrate):
        raise typer.BadParameter(
            words_of(terminal_language()).gettext("--calibrate goes without --gate, --against and --uncalibrate")
        )
    settings = settings_with(index)
    tongue = language or terminal_language()
    if uncalibrate:
        print(_uncalibrated(settings, tongue))
        return
    if not gold:
        raise typer.BadParameter(words_of(terminal_language()).gettext("name gold questions: files or folders"))
    if calibrate:
        options = CalibrationOptions(at_most, report, as_json, tongue)
        text, status = _counted(lambda counted: _calibrate(gold, settings, options, counted))
    else:
        plain = EvaluationOptions(report, against, gate, accept, as_json, tongue)
        text, status = _counted(
            lambda counted: run_evaluation(gold, build_pipeline(settings), settings, plain, counted)
        )
    print(text)
    raise typer.Exit(status)


def _calibrate(gold: list[Path], settings: Settings, options: CalibrationOptions, counted: _Counted) -> _Evaluated:
    if settings.most_wrong is not None:
        raise BadInput(N_("RAG_MOST_WRONG is set, which comes before what is calibrated: unset it, then calibrate"))
    before = thresholds_of(settings)
    return run_calibration(gold, build_pipeline(settings, no_thresholds()), settings, before, options, counted)


def _counted(work: Callable[[_Counted], _Evaluated]) -> _Evaluated:
    """Shows how many questions are done."""
    err = Console(stderr=True)
    with Progress(console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task("questions", total=None)
        return work(lambda done, total: bar.update(task, completed=done, total=total))


def _uncalibrated(settings: Settings, language: Language) -> str:
    words = words_of(language)
    if remove_calibrated(settings.index):
        return words.gettext("%(path)s removed: the program's own thresholds again", path=settings.index / FILE)
    return words.gettext("nothing was calibrated for %(path)s", path=settings.index)
