"""Resident memory of one process that answers, after each step: `python -m tests.benchmarks.memory GOLD --index DIR`.

RSS counts pages of files that are mapped, which other processes share; "own" does not.
"""

from itertools import cycle, islice
from pathlib import Path
from typing import Annotated

import typer

from rag.assembly import build_encoder, build_reader, pipeline_of
from rag.evaluation.importers import read_questions
from rag.settings import Settings
from rag.types import Question

_TOLD_EVERY = 50


def main(
    gold: Annotated[list[Path], typer.Argument(help="Files or folders of gold questions.", exists=True)],
    index: Annotated[Path, typer.Option(help="The index they are asked of.")] = Path("index"),
    questions: Annotated[int, typer.Option(help="How many are asked, from the beginning again after the last.")] = 200,
) -> None:
    """Load, ask, and tell the megabytes after each step."""
    settings = Settings(index=index)
    print("step           | RSS, MB | own, MB")
    _tell("started")
    encoder = build_encoder(settings)
    _tell("encoder")
    reader = build_reader(settings)
    _tell("reader")
    pipeline = pipeline_of(settings, encoder, reader)
    for number, each in enumerate(islice(cycle(read_questions(gold)), questions), start=1):
        pipeline.answer(Question(each.question, each.language))
        if number == 1 or number % _TOLD_EVERY == 0:
            _tell(f"{number} answers")


def _tell(step: str) -> None:
    found = dict(line.split(":") for line in Path("/proc/self/smaps_rollup").read_text("utf-8").splitlines()[1:])
    rss, own = (int(found[name].split()[0]) // 1024 for name in ("Rss", "Anonymous"))
    print(f"{step:14} | {rss:7} | {own:7}", flush=True)


if __name__ == "__main__":
    typer.run(main)
