"""Processes that begin with everything loaded: forked from one that has, so that one killed costs no start of its own.

They are processes of their own all the same: signals, limits and kills reach them alone.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

WARM = multiprocessing.get_context("forkserver")
# What tests begin again and again. Nothing of it starts a thread or holds a connection by being loaded.
WARM.set_forkserver_preload(
    [
        "pytest",
        "uvicorn",
        "rag.cli.door",
        "rag.cli.serving",
        "tests.rag.index.versions.build_forever",
        "tests.web.records.dying",
    ]
)


def begun(work: Callable[..., object], *values: object) -> BaseProcess:
    """The work, which must be a function of a module, running in a process of its own."""
    process = WARM.Process(target=work, args=values, daemon=True)
    process.start()
    return process


def ended(work: Callable[..., object], *values: object) -> int | None:
    """The exit status of the work, negative for the signal that killed it."""
    process = begun(work, *values)
    process.join()
    return process.exitcode


def program(text: str, arguments: tuple[str, ...], log: Path) -> None:
    """Runs the text as `python -c` would, and writes what it says into `log`."""
    with log.open("wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    sys.argv = ["-c", *arguments]
    exec(text, {"__name__": "__main__"})
