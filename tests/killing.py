"""A piece of work that dies by SIGKILL, at each thing in turn that it does to files."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_DONE = frozenset(
    {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.chmod", "os.truncate", "sqlite3.connect"}
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_MOST = 2000


def kills(work: Callable[[], object], prepare: Callable[[], object], every: int = 1) -> Iterator[int]:
    """Kills the work before its first step, before the one `every` steps on, and so on until it comes to its end.

    Yields the number of each step, so that what was left can be looked at; `prepare` puts everything back before each.
    """
    for step in range(1, _MOST, every):
        prepare()
        if not _killed(work, step):
            return
        yield step
    raise AssertionError(f"more than {_MOST} steps")


def _killed(work: Callable[[], object], step: int) -> bool:
    """In a process of its own. Raises AssertionError where the work fails by itself."""
    child = os.fork()
    if child == 0:
        _die_in(work, step)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0, "the work failed"
    return False


def _die_in(work: Callable[[], object], step: int) -> None:
    left = step

    def due() -> bool:
        nonlocal left
        left -= 1
        return left == 0

    def count(event: str, values: tuple[Any, ...]) -> None:
        opened = event == "open" and isinstance(values[2], int) and values[2] & _WRITES
        if (event in _DONE or opened) and due():
            os.kill(os.getpid(), signal.SIGKILL)
        if opened and values[2] & os.O_TRUNC and isinstance(values[0], str) and due():
            Path(values[0]).write_bytes(b"")  # what it holds until something is written
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    try:
        work()
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(1)
    os._exit(0)
