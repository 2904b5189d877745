"""A few processes that read files, kept busy, replaced when one is lost, ended with the work."""

import os
import signal
import subprocess
import sys
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from pathlib import Path

from rag.documents.apart.messages import Ended, Job, Limits
from rag.documents.loaders.tracing import Traced
from rag.errors import UnreadableDocument
from rag.types import Document
from rag.wording.words import N_

Item = Document | UnreadableDocument

_MOST_WORKERS = 4
_BYTES_A_WORKER = 200_000
_FILES_A_WORKER = 50
_AHEAD = 4  # files for each worker that may be read before those above them are taken
_TOO_SLOW = N_("reading it took longer than %(seconds)s s; split it, save it anew, or raise RAG_PARSE_SECONDS")
_ENDED = N_(
    "reading it was ended: it is damaged, or needs more than %(megabytes)s MB of memory; save it anew, split it, or "
    "raise RAG_PARSE_MB"
)
_SOURCE = Path(__file__).parents[3]  # the folder that the package is imported from


@contextmanager
def reading(jobs: Sequence[Job], limits: Limits) -> Iterator[Iterator[Iterator[Item]]]:
    """What becomes of each file, in order: its documents, or the error that says what was wrong with it.

    The documents of one file are taken before the next file is asked for.
    """
    with tracing(jobs, limits) as files:
        yield ((item for item in file if isinstance(item, Document | UnreadableDocument)) for file in files)


@contextmanager
def tracing(jobs: Sequence[Job], limits: Limits) -> Iterator[Iterator[Iterator[Traced]]]:
    """As `reading`, with where each document came from, of jobs that have `known`."""
    pool = Pool(jobs, limits)
    try:
        yield pool.results()
    finally:
        pool.close()


@dataclass(slots=True)
class _Worker:
    """A process and the file it is reading: its position among all files, None when idle."""

    process: subprocess.Popen[bytes]
    connection: Connection
    job: int | None = None


class Pool:
    """The only place that knows of processes; everything is done in the thread that asks for results."""

    def __init__(self, jobs: Sequence[Job], limits: Limits) -> None:
        self._jobs, self._limits = jobs, limits
        self._next, self._asked = 0, 0
        self._found: defaultdict[int, deque[Traced]] = defaultdict(deque)
        self._done: set[int] = set()
        self._workers = [_started() for _ in range(min(len(jobs), _cores(), _MOST_WORKERS, _worth(jobs)))]

    def processes(self) -> list[subprocess.Popen[bytes]]:
        """The processes that read."""
        return [worker.process for worker in self._workers]

    def results(self) -> Iterator[Iterator[Traced]]:
        for position in range(len(self._jobs)):
            self._asked = position
            yield self._items(position)
            self._done.discard(position)

    def start_reading(self) -> None:
        """Gives every idle worker a file, unless too many wait to be taken already."""
        for at, worker in enumerate(self._workers):
            last = min(len(self._jobs), self._asked + _AHEAD * len(self._workers) + 1)
            if worker.job is None and self._next < last:
                try:
                    worker.connection.send((self._jobs[self._next], self._limits))
                except OSError:
                    _end(worker)
                    worker = self._workers[at] = _started()
                    worker.connection.send((self._jobs[self._next], self._limits))
                worker.job = self._next
                self._next += 1

    def close(self) -> None:
        for worker in self._workers:
            _end(worker)
        self._workers = []

    def _items(self, position: int) -> Iterator[Traced]:
        found = self._found[position]
        while found or position not in self._done:
            if found:
                yield found.popleft()
            else:
                self.start_reading()
                self._take()
        del self._found[position]
        self.start_reading()

    def _take(self) -> None:
        """Waits for the next message of any worker."""
        busy = {worker.connection: at for at, worker in enumerate(self._workers) if worker.job is not None}
        for ready in wait(list(busy)):
            self._hear(busy[ready])  # type: ignore[index]  # only connections are waited for

    def _hear(self, at: int) -> None:
        worker = self._workers[at]
        if worker.job is None:
            return
        try:
            message = worker.connection.recv()
        except Exception:  # the worker itself is gone, or its words are garbled: a new one takes its place
            self._finish(worker, 1)
            _end(worker)
            self._workers[at] = _started()
            return
        if isinstance(message, Ended):
            self._finish(worker, message.status)
        else:
            self._found[worker.job].append(message)

    def _finish(self, worker: _Worker, status: int) -> None:
        if worker.job is None:
            return
        if status:
            self._found[worker.job].append(_failure(self._jobs[worker.job], status, self._limits))
        self._done.add(worker.job)
        worker.job = None


def _failure(job: Job, status: int, limits: Limits) -> UnreadableDocument:
    if status == -signal.SIGALRM:
        return UnreadableDocument(str(job.path), _TOO_SLOW, seconds=limits.seconds_for(job.path))
    return UnreadableDocument(str(job.path), _ENDED, megabytes=limits.megabytes)


def _started() -> _Worker:
    ours, theirs = Pipe()
    with theirs:
        command = [sys.executable, "-P", "-m", "rag.documents.apart.worker", str(theirs.fileno())]
        path = os.pathsep.join(filter(None, (str(_SOURCE), os.environ.get("PYTHONPATH", ""))))
        process = subprocess.Popen(  # noqa: S603 - our own module, run by the interpreter that runs us
            command,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            start_new_session=True,  # an interrupt from the terminal is for us; we end it, and its children with it
        )
    return _Worker(process, ours)


def _end(worker: _Worker) -> None:
    worker.connection.close()
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(worker.process.pid, signal.SIGKILL)
    worker.process.wait()


def _worth(jobs: Sequence[Job]) -> int:
    """How many processes pay for their start: a few small files are read by one before another is there."""
    size = 0
    for job in jobs:
        with suppress(OSError):
            size += job.path.stat().st_size
    return 1 + size // _BYTES_A_WORKER + len(jobs) // _FILES_A_WORKER


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
