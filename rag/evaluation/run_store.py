"""Runs kept in a folder, one sub-folder each, named by when they were made."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rag.errors import BadInput
from rag.evaluation.run import Run, load_run, save_run
from rag.evaluation.summary import Measure, summarise
from rag.wording.words import N_

RUN_FILE = "run.json"
_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]*")


@dataclass(frozen=True, slots=True)
class Listed:
    """A run as a list shows it; `problem` says why it cannot be read."""

    name: str
    created_at: str = ""
    questions: int = 0
    figures: dict[str, Measure] | None = None
    problem: str | None = None


def name_of(run: Run) -> str:
    """A folder name made from the time of the run."""
    return re.sub(r"[^0-9A-Za-z]+", "-", run.info.created_at).strip("-")


def keep(run: Run, shelf: Path) -> str:
    """Saves the run and returns its name; a second run of the same second gets a number."""
    name, number = name_of(run), 1
    while (shelf / name).exists():
        number += 1
        name = f"{name_of(run)}-{number}"
    save_run(run, shelf / name / RUN_FILE)
    return name


def fetch(name: str, shelf: Path) -> Run:
    """The run of that name. Raises BadInput for a name that is none, or of no readable run."""
    if not _NAME.fullmatch(name):
        raise BadInput(N_("'%(name)s' is not the name of a run"), name=name)
    return load_run(shelf / name / RUN_FILE)


def list_runs(shelf: Path) -> Iterator[Listed]:
    """All runs, latest first; one that cannot be read is listed with its problem."""
    for path in sorted(shelf.glob(f"*/{RUN_FILE}"), key=lambda path: path.parent.name, reverse=True):
        yield _listed(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _listed(path: Path, _changed_ns: int) -> Listed:
    """Cached by time of change: a run holds every answer, too much to read anew for each look at the list."""
    try:
        run = load_run(path)
    except BadInput as error:
        return Listed(path.parent.name, problem=str(error))
    return Listed(path.parent.name, run.info.created_at, len(run.items), summarise(run.items))
