"""A process that reads one file after the other, each in a child that may hang or burst: `-m ... DESCRIPTOR`.

It imports what reading needs once; a child is a copy that costs a few milliseconds and takes its limits with it.
"""

import gc
import os
import resource
import signal
import sys
from multiprocessing.connection import Connection

from rag.documents.apart.messages import Ended, Job, Limits
from rag.documents.loaders import load_traced, ready

_MEGABYTE = 1_000_000


def serve(connection: Connection) -> None:
    """Takes `(job, limits)` and answers with documents or errors, then `Ended`, until the other side is gone."""
    while True:
        try:
            job, limits = connection.recv()
        except EOFError:
            return
        ready(job.path.suffix)
        gc.freeze()  # what is imported is shared with the child, not copied
        child = os.fork()
        if child == 0:
            _read(connection, job, limits)
        connection.send(Ended(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])))


def _read(connection: Connection, job: Job, limits: Limits) -> None:
    """Ends the process. The alarm ends it too: without a handler, whatever library is at work cannot hold it up."""
    status = 1
    try:
        _limit_memory(limits.megabytes)
        seconds = limits.seconds_for(job.path)
        signal.alarm(seconds)
        for item in load_traced(job.path, job.document_id, limits.max_bytes, limits.recognise, job.known):
            signal.alarm(0)  # half a message would be taken for the beginning of the next
            connection.send(item)
            signal.alarm(seconds)
        status = 0
    finally:
        os._exit(status)


def _limit_memory(megabytes: int) -> None:
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    wanted = megabytes * _MEGABYTE
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if hard < 0 else min(wanted, hard), hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
