"""Builds and stacks as processes, asked by turns, so that a busy machine slows all of them alike."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

_HERE = Path(__file__).parent
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAG_THREADS"), "1")


@dataclass(frozen=True, slots=True)
class Task:
    """What is measured: a command over an index, with each of these.

    `before` is asked first and not timed: what is loaded then, and what of others' questions is remembered.
    """

    name: str
    command: str
    index: str
    given: tuple[Any, ...]
    before: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """A running process and the commands it knows."""

    name: str
    to: IO[str]
    come_from: IO[str]
    commands: frozenset[str]

    def told(self, command: str, index: str, given: Any) -> float:
        """Milliseconds (or megabytes). Raises RuntimeError when the process has died."""
        self.to.write(json.dumps([command, index, given]) + "\n")
        self.to.flush()
        return float(self.heard())

    def heard(self) -> Any:
        line = self.come_from.readline()
        if not line:
            raise RuntimeError(f"{self.name} stopped; what it wrote stands above")
        return json.loads(line)


def build(name: str, folder: Path, indexes: Mapping[str, Path]) -> Side:
    """The program in `folder` over indexes that it made itself."""
    paths = json.dumps({each: str(path.resolve()) for each, path in indexes.items()})
    return _started(name, [str(_HERE / "worker.py"), paths], folder, {"answer", "search", "embed", "memory"})


def plain(name: str, model: Path, texts: Path, precision: str) -> Side:
    """The plain stack over as many passages."""
    given = [str(_HERE / "plain.py"), str(model), str(texts), precision]
    return _started(name, given, Path.cwd(), {"search", "embed"})


def questions_of(data: Path) -> list[str]:
    """Those about the large collection."""
    lines = (data / "idk_mrc/queries.valid.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["question"] for line in lines]


def ingest(folder: Path, source: Path, index: Path) -> None:
    """Indexes with the program in `folder` what is not indexed. Raises CalledProcessError."""
    if not (index / "CURRENT").exists():
        command = [sys.executable, "-m", "rag", "ingest", str(source.resolve()), "--index", str(index.resolve())]
        subprocess.run(command, cwd=folder, env=_environment(folder), check=True, stdout=subprocess.DEVNULL)


def by_turns(sides: Sequence[Side], task: Task) -> dict[str, list[float]]:
    """Milliseconds of each question, for every side that knows the command; who goes first changes."""
    able = [side for side in sides if task.command in side.commands]
    for given in task.before:
        for side in able:
            side.told(task.command, task.index, given)
    found: dict[str, list[float]] = {side.name: [] for side in able}
    for turn, given in enumerate(task.given):
        first = turn % len(able)
        for side in (*able[first:], *able[:first]):
            found[side.name].append(side.told(task.command, task.index, given))
    return found


def _started(name: str, command: Sequence[str], folder: Path, commands: set[str]) -> Side:
    process = subprocess.Popen(
        [sys.executable, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=folder,
        env=_environment(folder),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    side = Side(name, process.stdin, process.stdout, frozenset(commands))
    side.heard()
    return side


def _environment(folder: Path) -> dict[str, str]:
    """Each build keeps other things in its cache."""
    own = {"PYTHONPATH": str(folder.resolve()), "RAG_CACHE": str(folder.resolve() / "build/cache")}
    return {**os.environ, **_ONE_THREAD, **own}
