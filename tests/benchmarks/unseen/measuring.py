"""Ingests the collected documents with the program of any checkout and puts the gold questions to it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from rag.documents.loaders import load
from rag.errors import BadInput
from rag.evaluation.command import RUN_FILE
from rag.evaluation.gold import GoldQuestion
from rag.evaluation.importers import read_questions
from rag.evaluation.metrics.answers import missing_groups
from rag.evaluation.run import Run, load_run
from rag.types import Document

GOLD = Path(__file__).with_name("gold")
_MOST_BYTES = 100_000_000


def run_program(program: Path, folder: Path, gold: Path = GOLD) -> Run:
    """Every answer of the program whose checkout is `program`. Raises BadInput when it fails."""
    with tempfile.TemporaryDirectory() as work:
        index, report = Path(work) / "index", Path(work) / "report"
        _rag(program, "ingest", folder, "--index", index)
        _rag(program, "evaluate", gold, "--index", index, "--report", report)
        return load_run(report / RUN_FILE)


def unfounded(folder: Path, gold: Path = GOLD) -> Iterator[str]:
    """Ids of the questions whose expected strings none of their documents holds: the sources are not those meant."""
    questions = [question for question in read_questions([gold]) if question.expected]
    texts = _texts(folder, {name for question in questions for name in question.documents})
    for question in questions:
        if all(missing_groups([texts.get(name, "")], question.expected) for name in question.documents):
            yield question.id


def dev_only(run: Run) -> Run:
    """The run without the held questions, so that it may be kept and read."""
    return Run(run.info, tuple(item for item in run.items if item.gold.split == "dev"))


def must_exist(folder: Path, gold: Sequence[GoldQuestion]) -> None:
    """Raises BadInput when a document that a question names has not been collected."""
    wanted = {name for question in gold for name in question.documents}
    if absent := sorted(name for name in wanted if not (folder / name).is_file()):
        raise BadInput(f"{folder}: has no {', '.join(absent[:5])}; run `collect` into it first")


def _texts(folder: Path, names: set[str]) -> dict[str, str]:
    found = (one for name in sorted(names) for one in load(folder / name, name, _MOST_BYTES))
    return {one.id: one.text for one in found if isinstance(one, Document)}


def _rag(program: Path, *arguments: str | Path) -> None:
    """Runs `rag` as it stands in that checkout: its folder is where Python looks first."""
    command = [sys.executable, "-m", "rag", *map(str, arguments)]
    ended = subprocess.run(
        command, cwd=program, env={**os.environ, "PYTHONPATH": str(program)}, capture_output=True, text=True
    )
    if ended.returncode:
        raise BadInput(f"{program}: `rag {arguments[0]}` ended with {ended.returncode}: {ended.stderr[-2000:]}")
