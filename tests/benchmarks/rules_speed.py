"""How much processor time a question takes outside the models, in this build and in others, side by side.

    python -m tests.benchmarks.rules_speed BUILD=INDEX [BUILD=INDEX ...] [--every 4] [--rounds 5]

Each BUILD is a folder with the program in it ("." is this one), INDEX an index that this build made of the same
documents. What the encoder and the reader say is replayed, so that only our code is timed; time is of the processor.
Each round forgets what the program remembers, asks one half of the questions, and times the other half, whose words
are new while most passages are not: as it is in a service that has run for a minute. With `--cold` everything is
forgotten before every single question. The builds are timed by turns, and
the ratio to the first is the median of rounds.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from typing import IO

from rag.evaluation.importers import read_questions

_WORKER = Path(__file__).with_name("rules_speed_worker.py")
_SEED = 7


@dataclass(frozen=True, slots=True)
class Build:
    """A running worker."""

    name: str
    to: IO[str]
    come_from: IO[str]

    def tell(self, command: str, numbers: list[int]) -> list[float]:
        """Seconds of each question, for "time". Raises RuntimeError when the worker has died."""
        self.to.write(json.dumps([command, numbers]) + "\n")
        self.to.flush()
        return self.heard()

    def heard(self) -> list[float]:
        line = self.come_from.readline()
        if not line:
            raise RuntimeError(f"{self.name}: the build stopped; run rules_speed_worker.py by hand to see why")
        times: list[float] = json.loads(line)
        return times


def started(pair: str, questions: Path) -> Build:
    """The worker of BUILD=INDEX, that has answered every question once."""
    folder, index = pair.split("=", maxsplit=1)
    process = subprocess.Popen(
        [sys.executable, str(_WORKER), str(Path(index).resolve()), str(questions)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(folder).resolve())},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    return Build(folder, process.stdin, process.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("builds", nargs="+", help="BUILD=INDEX")
    parser.add_argument("--gold", type=Path, default=Path("seeds/gold"))
    parser.add_argument("--every", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cold", action="store_true")
    given = parser.parse_args()
    texts = [one.question for one in read_questions([given.gold]) if not one.history][:: given.every]
    random.Random(_SEED).shuffle(texts)
    with tempfile.TemporaryDirectory() as folder:
        questions = Path(folder) / "questions.json"
        questions.write_text(json.dumps(texts), "utf-8")
        builds = [started(pair, questions) for pair in given.builds]
        for build in builds:
            build.heard()
        report(builds, timed(builds, len(texts), given.rounds, given.cold))


def timed(builds: list[Build], questions: int, rounds: int, cold: bool) -> list[list[float]]:
    """Mean seconds a question, for each round of each build; the halves change places from round to round."""
    halves = [list(range(0, questions, 2)), list(range(1, questions, 2))]
    rows: list[list[float]] = [[] for _ in builds]
    for number in range(rounds):
        known, new = halves if number % 2 else halves[::-1]
        for row, build in zip(rows, builds, strict=True):
            if cold:
                row.append(mean(_cold(build, number) for number in new))
                continue
            build.tell("forget", [])
            build.tell("warm", known)
            row.append(mean(build.tell("time", new)))
    return rows


def _cold(build: Build, question: int) -> float:
    build.tell("forget", [])
    return build.tell("time", [question])[0]


def report(builds: list[Build], rows: list[list[float]]) -> None:
    for build, row in zip(builds, rows, strict=True):
        ratio = median(own / first for own, first in zip(row, rows[0], strict=True))
        print(f"{build.name:24} {1000 * median(row):7.2f} ms a question   {ratio:.3f} of {builds[0].name}")


if __name__ == "__main__":
    main()
