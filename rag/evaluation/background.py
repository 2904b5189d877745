"""One evaluation at a time in a thread of its own, with its progress; people who ask go first."""

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from enum import StrEnum

from rag.errors import RagError
from rag.evaluation.gold import GoldQuestion
from rag.evaluation.run_store import keep
from rag.evaluation.runner import Answering, run_gold
from rag.settings import Settings

log = logging.getLogger(__name__)
LONGEST_PAUSE_S = 20.0  # between two questions, so that a run comes to an end however much is asked
_LOOK_S = 0.1


class End(StrEnum):
    """How a run ended."""

    FINISHED = "finished"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be run; `ended` is told how, the name it was kept under, and what went wrong."""

    read: Callable[[], Sequence[GoldQuestion]]
    against: Callable[[], AbstractContextManager[tuple[Answering, Settings]]]
    ended: Callable[[End, str | None, str], None]
    busy: Callable[[], bool] = bool  # whether somebody is asking


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the latest evaluation stands; `name` is its run once it is finished."""

    running: bool = False
    done: int = 0
    total: int = 0
    name: str | None = None
    problem: str | None = None


class _Stopped(Exception):
    """Somebody stopped the run."""


class BackgroundEvaluation:
    """Starts runs and tells how far they are; safe to call from several threads."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._progress = Progress()

    @property
    def progress(self) -> Progress:
        return self._progress

    def claim(self) -> bool:
        """Whether the place was free, which it is not any more; to be followed by `start`."""
        with self._lock:
            if self._progress.running:
                return False
            self._progress = Progress(running=True)
            self._stop.clear()
            return True

    def free(self) -> None:
        """Gives a place back that was claimed and is not used."""
        self._progress = Progress()

    def start(self, order: Order) -> threading.Thread:
        """The thread that runs. The place must have been claimed."""
        # A daemon, so that a server told to stop does not wait for the last question.
        thread = threading.Thread(target=self._run, args=(order,), name="evaluation", daemon=True)
        thread.start()
        return thread

    def stop(self) -> None:
        """The run ends after the question that it is at."""
        self._stop.set()

    def _run(self, order: Order) -> None:
        end, name, problem = End.FAILED, None, "unexpected error; see the log"
        try:
            name = self._done(order)
            end, problem = End.FINISHED, ""
        except _Stopped:
            end, problem = End.STOPPED, ""
        except (RagError, OSError) as error:
            problem = str(error)
        except Exception:
            log.exception("an evaluation ended unexpectedly")
        try:
            order.ended(end, name, problem)
        except RagError as error:  # the run itself is kept
            log.warning("how an evaluation ended could not be noted: %s", error)
        finally:
            self._progress = replace(self._progress, running=False, name=name, problem=problem or None)

    def _done(self, order: Order) -> str:
        questions = order.read()
        self._progress = replace(self._progress, total=len(questions))
        with order.against() as (pipeline, settings):
            run = run_gold(questions, pipeline, settings, lambda done: self._advance(done, order))
        return keep(run, self._settings.evaluations)

    def _advance(self, done: int, order: Order) -> None:
        """Lets people go first. Raises _Stopped."""
        self._progress = replace(self._progress, done=done)
        waited = 0.0
        while order.busy() and waited < LONGEST_PAUSE_S and not self._stop.wait(_LOOK_S):
            waited += _LOOK_S
        if self._stop.is_set():
            raise _Stopped
