"""A process that has files read by children that may hang or burst: `-m ... DESCRIPTOR`.

It imports what reading needs once; a child is a copy that costs some ten milliseconds and takes its limits with it. A
large file has a child of its own; one child reads several small files one after the other, and what it has learnt of
one, such as the patterns of dates, it need not learn again.
"""

import gc
import os
import resource
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from rag.documents.apart.messages import Ended, Job, Limits
from rag.documents.loaders import load_traced, ready

_MEGABYTE = 1_000_000
_MOST_FILES = 25  # that a child reads
_MOST_BYTES = 1_000_000  # of them together


@dataclass(slots=True)
class _Child:
    """A process that reads files until its end of `jobs` is closed, and says a word after each."""

    pid: int
    jobs: Connection
    files: int = 0
    bytes: int = 0

    def may_read(self, size: int) -> bool:
        """Whether a file of that size is small enough to be read beside those before it."""
        return self.files < _MOST_FILES and self.bytes + size <= _MOST_BYTES

    def read(self, job: Job, limits: Limits, size: int) -> int:
        """0, or what ended the child, as `os.waitstatus_to_exitcode` gives it."""
        self.files, self.bytes = self.files + 1, self.bytes + size
        with suppress(OSError, EOFError):
            self.jobs.send((job, limits))
            self.jobs.recv()
            return 0
        return self.end()

    def end(self) -> int:
        """Waits for it."""
        self.jobs.close()
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1]) or 1


def serve(connection: Connection) -> None:
    """Takes `(job, limits)` and answers with documents or errors, then `Ended`, until the other side is gone."""
    child: _Child | None = None
    known = set[str]()
    while True:
        try:
            job, limits = connection.recv()
        except EOFError:
            return
        suffix, size = job.path.suffix.lower(), _size(job)
        if child is not None and (suffix not in known or not child.may_read(size)):
            child.end()
            child = None
        if child is None:
            ready(suffix)
            known.add(suffix)
            gc.freeze()  # what is imported is shared with the child, not copied
            child = _forked(connection)
        status = child.read(job, limits, size)
        connection.send(Ended(status))
        child = None if status else child


def _forked(connection: Connection) -> _Child:
    ours, theirs = Pipe()
    pid = os.fork()
    if pid == 0:
        ours.close()
        _read_all(connection, theirs)
    theirs.close()
    return _Child(pid, ours)


def _read_all(connection: Connection, jobs: Connection) -> None:
    """Ends the process. The alarm ends it too: without a handler, whatever library is at work cannot hold it up."""
    status = 1
    try:
        while True:
            job, limits = jobs.recv()
            _read(connection, job, limits)
            jobs.send(None)
    except EOFError:
        status = 0
    finally:
        os._exit(status)


def _read(connection: Connection, job: Job, limits: Limits) -> None:
    _limit_memory(limits.megabytes)
    seconds = limits.seconds_for(job.path)
    signal.alarm(seconds)
    for item in load_traced(job.path, job.document_id, limits.max_bytes, limits.recognise, job.known):
        signal.alarm(0)  # half a message would be taken for the beginning of the next
        connection.send(item)
        signal.alarm(seconds)
    signal.alarm(0)


def _size(job: Job) -> int:
    """0 for what is not there, or no file: whoever reads it tells of that."""
    with suppress(OSError):
        return job.path.stat().st_size
    return 0


def _limit_memory(megabytes: int) -> None:
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    wanted = megabytes * _MEGABYTE
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if hard < 0 else min(wanted, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
