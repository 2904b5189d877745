"""`rag evaluate --calibrate`: gold questions over one's own index in; thresholds in its folder, and promises, out."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rag.answering.extractive.calibrated import Calibrated, write_calibrated
from rag.answering.extractive.thresholds import Thresholds
from rag.evaluation.calibrating.promises import Calibration, Promise, calibrate
from rag.evaluation.calibrating.telling import told
from rag.evaluation.importers import read_questions
from rag.evaluation.run import Run, save_run
from rag.evaluation.runner import Answering, run_gold
from rag.models.reader import WEIGHTS, identity
from rag.settings import Settings
from rag.types import Language


@dataclass(frozen=True, slots=True)
class CalibrationOptions:
    """What is bounded, and how it is told."""

    at_most: float = 0.05  # share wrong of those shown, 0..1
    report: Path | None = None  # folder for run.json
    as_json: bool = False
    language: Language = Language.ENGLISH


def run_calibration(
    gold: Sequence[Path],
    pipeline: Answering,
    settings: Settings,
    before: Thresholds,
    options: CalibrationOptions,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[str, int]:
    """The text to print and the exit status: 0, or 1 when nothing can be promised of the answers.

    `pipeline` shows everything, whatever its confidence; `before` are the thresholds in force. What can be promised is
    written, in the place of what was before; where nothing can, that stays. Raises BadInput, IndexMissing.
    """
    questions = read_questions(gold)
    run = run_gold(questions, pipeline, settings, progress and (lambda done: progress(done, len(questions))))
    if options.report:
        save_run(run, options.report / "run.json")
    calibration = calibrate(run, options.at_most, before)
    written = _write(calibration, run, settings.index)
    if options.as_json:
        text = json.dumps(to_json(calibration, written), ensure_ascii=False)
    else:
        text = told(calibration, written, options.language)
    return text, int(not calibration.thresholds(short=False))


def to_json(calibration: Calibration, written: Path | None) -> dict[str, Any]:
    """Promises as plain values."""
    return {
        "questions": calibration.questions,
        "left_out": calibration.left_out,
        "at_most": calibration.at_most,
        "confidence": 1 - calibration.error,
        "promises": [_promise_to_json(promise) for promise in calibration.promises],
        "file": str(written) if written else None,
    }


def _promise_to_json(promise: Promise) -> dict[str, Any]:
    choice = promise.choice
    return {
        "of": "short_answers" if promise.short else "answers",
        "languages": [language.value for language in promise.languages],
        "questions": promise.questions,
        "chosen": asdict(choice.chosen) if choice.chosen else None,
        "failed": asdict(choice.failed) if choice.failed else None,
        "before": [asdict(tested) for tested in promise.before],
        "answers_needed": choice.needed,
        "questions_guessed": choice.guessed,
    }


def _write(calibration: Calibration, run: Run, folder: Path) -> Path | None:
    answers, short = calibration.thresholds(short=False), calibration.thresholds(short=True)
    if not answers and not short:
        return None
    return write_calibrated(
        folder,
        Calibrated(
            answers,
            short,
            calibration.at_most,
            1 - calibration.error,
            calibration.questions,
            run.info.index_version or "",
            run.info.model,
            datetime.now(UTC).isoformat(timespec="seconds"),
            identity(WEIGHTS),
        ),
    )
