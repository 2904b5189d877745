"""Ingest again, beside another build: `python -m tests.benchmarks.ingesting --base FOLDER [--documents 20000 100000]`.

Each build makes its own index of the same invented documents, with a stand-in that embeds at no cost; then nothing has
changed, and then one document more. The builds take turns; what counts is processor time, children included.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.ingesting.made_up import add_line, write_lines

_WORKER = Path(__file__).with_name("worker.py").resolve()
Figures = Mapping[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, help="a checkout of the build that ratios are to")
    parser.add_argument("--documents", type=int, nargs="+", default=[20_000, 100_000])
    parser.add_argument("--repeats", type=int, default=3)
    given = parser.parse_args()
    builds = {"today": Path()} | ({"base": given.base} if given.base else {})
    print("| documents | ingest | build | processor, s | elapsed, s | own memory, KB a document | ratio |")
    print("| --: | -- | -- | --: | --: | --: | --: |")
    for documents in given.documents:
        with tempfile.TemporaryDirectory() as folder:
            for task, figures in measured(builds, Path(folder), documents, given.repeats).items():
                print("\n".join(rows(documents, task, figures)), flush=True)


def measured(
    builds: Mapping[str, Path], folder: Path, documents: int, repeats: int
) -> dict[str, dict[str, list[Figures]]]:
    """Figures of each build by task."""
    source = folder / "all.jsonl"
    write_lines(source, documents)
    found: dict[str, dict[str, list[Figures]]] = {}
    for task, times in (("first", 1), ("nothing new", repeats), ("one more", repeats)):
        found[task] = {name: [] for name in builds}
        for number in range(times):
            if task == "one more":
                add_line(source, number)
            for name, checkout in builds.items():
                found[task][name].append(run(checkout, source, folder / name))
    return found


def run(checkout: Path, source: Path, index: Path) -> Figures:
    """One ingest by one build."""
    environment = {**os.environ, "PYTHONPATH": str(checkout.resolve())}
    command = [sys.executable, str(_WORKER), str(source), str(index)]
    done = subprocess.run(command, env=environment, cwd=source.parent, check=True, capture_output=True, text=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def rows(documents: int, task: str, figures: Mapping[str, Sequence[Figures]]) -> list[str]:
    """A line for each build, the least of its repeats."""
    least = {name: {key: min(each[key] for each in runs) for key in runs[0]} for name, runs in figures.items()}
    against = least.get("base", least["today"])["processor"]
    return [
        f"| {documents:,} | {task} | {name} | {of['processor']:.2f} | {of['seconds']:.2f} "
        f"| {of['own_mb'] * 1024 / documents:.1f} | {of['processor'] / against:.3f} |"
        for name, of in least.items()
    ]


if __name__ == "__main__":
    main()
