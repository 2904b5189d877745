"""`rag evaluate`: gold questions in; figures, a report, a comparison and a verdict out."""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from rag.errors import BadInput
from rag.evaluation.compare import Comparison, compare_runs
from rag.evaluation.gate import GateFile, Verdict, accept, check_gate, load_gate
from rag.evaluation.importers import read_questions
from rag.evaluation.report import write_report
from rag.evaluation.run import Run, load_run, save_run
from rag.evaluation.runner import Answering, run_gold
from rag.evaluation.summary import GROUPINGS, Measure, by_group, summarise
from rag.evaluation.text_summary import format_comparison, format_run, format_verdict
from rag.settings import Settings
from rag.types import Language
from rag.wording.words import N_, words_of

Progress = Callable[[int, int], None]  # (questions done, all questions)

RUN_FILE = "run.json"
REPORT_FILE = "report.html"


@dataclass(frozen=True, slots=True)
class EvaluationOptions:
    """What to do with a run besides printing its figures."""

    report: Path | None = None  # folder for run.json and report.html
    against: Path | None = None  # an earlier run.json
    gate: Path | None = None  # thresholds and accepted answers
    accept: bool = False  # write this run's answers into the gate file
    as_json: bool = False
    language: Language = Language.ENGLISH  # of the report and of what is printed; JSON has but one form


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A run and what was concluded from it."""

    run: Run
    comparison: Comparison | None
    verdict: Verdict | None
    not_kept: str | None = None  # why the report or the gate file could not be written


def run_evaluation(
    gold: Sequence[Path],
    pipeline: Answering,
    settings: Settings,
    options: EvaluationOptions,
    progress: Progress | None = None,
) -> tuple[str, int]:
    """The text to print and the exit status: 0, or 1 when the gate fails or what was found cannot be kept.

    Raises BadInput, IndexMissing, OSError where nothing can be written, all before the first question.
    """
    questions = read_questions(gold)
    # Read and tried before the long part, so that a wrong path does not cost a whole run.
    earlier = load_run(options.against) if options.against else None
    gate = load_gate(options.gate) if options.gate else None
    for folder in _written_to(options):
        _require_writable(folder)
    run = run_gold(questions, pipeline, settings, progress and partial(_with_total, progress, len(questions)))
    comparison = compare_runs(earlier, run) if earlier else None
    verdict = check_gate(run, gate, Language.ENGLISH if options.as_json else options.language) if gate else None
    not_kept = _kept(run, gate, comparison, options)
    evaluated = Evaluated(run, comparison, verdict, not_kept)
    text = (
        json.dumps(to_json(evaluated), ensure_ascii=False)
        if options.as_json
        else to_text(evaluated, options.language, options.report)
    )
    failed = verdict is not None and not verdict.passed and not options.accept
    return text, int(failed or not_kept is not None)


def _written_to(options: EvaluationOptions) -> list[Path]:
    """The folders that files go into."""
    gate = options.gate.absolute().parent if options.gate and options.accept else None
    return [folder for folder in (options.report, gate) if folder]


def _require_writable(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        raise BadInput(N_("%(folder)s may not be written to, so nothing was asked"), folder=folder)


def _kept(run: Run, gate: GateFile | None, comparison: Comparison | None, options: EvaluationOptions) -> str | None:
    """Writes what is to be written. Why it could not, if so: the figures, hours of work, are told all the same."""
    try:
        if options.report:
            save_run(run, options.report / RUN_FILE)
            write_report(run, options.report / REPORT_FILE, comparison, options.language)
        if options.accept and gate and options.gate:
            accept(run, gate, options.gate)
    except OSError as error:
        return error.strerror or str(error)
    return None


def to_text(evaluated: Evaluated, language: Language, report: Path | None = None) -> str:
    """Everything concluded, for the terminal, and last where the report was written."""
    parts = [format_run(evaluated.run, language)]
    if evaluated.comparison:
        parts.append(format_comparison(evaluated.comparison, language))
    if evaluated.verdict:
        parts.append(format_verdict(evaluated.verdict, language))
    words = words_of(language)
    if evaluated.not_kept:
        told = words.gettext("Not all of this could be kept: %(reason)s", reason=evaluated.not_kept)
        parts.append(told)
    elif report:
        parts.append(words.gettext("Report: %(page)s (%(run)s beside it)", page=report / REPORT_FILE, run=RUN_FILE))
    return "\n\n".join(parts)


def to_json(evaluated: Evaluated) -> dict[str, Any]:
    """Figures, groups, wrong questions, comparison and verdict as plain values; the whole run is in run.json."""
    run = evaluated.run
    return {
        "info": asdict(run.info),
        "questions": len(run.items),
        "measures": _plain(summarise(run.items)),
        "groups": {
            grouping: {name: _plain(figures) for name, figures in by_group(run.items, group_of).items()}
            for grouping, group_of in GROUPINGS.items()
        },
        "wrong": [item.gold.id for item in run.items if not item.score.right],
        "comparison": asdict(evaluated.comparison) if evaluated.comparison else None,
        "gate": {**asdict(evaluated.verdict), "passed": evaluated.verdict.passed} if evaluated.verdict else None,
        "not_kept": evaluated.not_kept,
    }


def _plain(figures: dict[str, Measure]) -> dict[str, Any]:
    return {name: asdict(measure) for name, measure in figures.items()}


def _with_total(progress: Progress, total: int, done: int) -> None:
    progress(done, total)
