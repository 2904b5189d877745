"""One evaluation at a time in a thread of its own, with its progress."""

import logging
import threading
from dataclasses import dataclass, replace
from pathlib import Path

from rag.errors import RagError
from rag.evaluation.importers import read_questions
from rag.evaluation.run_store import keep
from rag.evaluation.runner import Answering, run_gold
from rag.settings import Settings

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the latest evaluation stands; `name` is its run once it is finished."""

    running: bool = False
    done: int = 0
    total: int = 0
    name: str | None = None
    problem: str | None = None


class BackgroundEvaluation:
    """Starts runs and tells how far they are; safe to call from several threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._progress = Progress()

    @property
    def progress(self) -> Progress:
        return self._progress

    def start(self, pipeline: Answering) -> threading.Thread | None:
        """The thread that runs, or None when one runs already."""
        with self._lock:
            if self._progress.running:
                return None
            self._progress = Progress(running=True)
        # A daemon, so that a server told to stop does not wait for the last question.
        thread = threading.Thread(target=self._run, args=(pipeline, self._settings.gold), daemon=True)
        thread.start()
        return thread

    def _run(self, pipeline: Answering, gold: Path) -> None:
        try:
            questions = read_questions([gold])
            self._progress = replace(self._progress, total=len(questions))
            run = run_gold(questions, pipeline, self._settings, self._advance)
            self._progress = replace(self._progress, running=False, name=keep(run, self._settings.evaluations))
        except (RagError, OSError) as error:
            self._progress = replace(self._progress, running=False, problem=str(error))
        finally:
            if self._progress.running:  # something unforeseen; the next run must not find the place taken
                log.error("an evaluation ended unexpectedly")
                self._progress = replace(self._progress, running=False, problem="unexpected error; see the log")

    def _advance(self, done: int) -> None:
        self._progress = replace(self._progress, done=done)
