"""What every rule is worth on documents as they are: `python -m tests.benchmarks.structure.rules --cache DIR`.

Each document is ingested once and asked with all rules, then with each left out by itself. Told for each rule, of the
documents anyone may look at and of those kept apart: how many answers it saves (right with it, not without), harms (not
right with it, right without), and how many wrong answers above .9 it keeps back. What the models say is remembered.
"""

import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from rag.index.ingest import ingest
from tests.benchmarks.replaying import Replayed, ReplayedEncoder, ReplayedReader
from tests.benchmarks.rules import RULES
from tests.benchmarks.structure.cases import Case
from tests.benchmarks.structure.dev import CASES
from tests.benchmarks.structure.held import CASES as HELD
from tests.benchmarks.structure.judging import Verdict
from tests.benchmarks.structure.report import SURE
from tests.benchmarks.structure.running import Judged, Machine, answered, documents_of, load_machine
from tests.benchmarks.switches import SWITCHES, noted


def main(
    only: Annotated[list[str] | None, typer.Option(help="Only these rules.")] = None,
    cache: Annotated[Path | None, typer.Option(help="Folder for what the models say.")] = None,
    every: Annotated[int, typer.Option(help="Only each so manieth document.")] = 1,
    held: Annotated[bool, typer.Option(help="Ask about the documents kept apart, too.")] = True,
    names: Annotated[bool, typer.Option(help="Name the questions of documents anyone may look at.")] = False,
) -> None:
    """Prints a line for each rule that changes anything."""
    rules = only or list(RULES)
    plain = load_machine()
    if cache is not None:
        cache.mkdir(parents=True, exist_ok=True)
    vectors, readings = (Replayed(cache and cache / f"{model}.pickle") for model in ("encoder", "reader"))
    machine = Machine(
        plain.settings,
        ReplayedEncoder(plain.encoder, vectors),  # type: ignore[arg-type]
        ReplayedReader(plain.reader, readings),  # type: ignore[arg-type]
    )
    found: dict[str, Counter[str]] = defaultdict(Counter)
    chosen = [*((case, "dev") for case in CASES[::every]), *((case, "held") for case in HELD[::every] if held)]
    for number, (case, split) in enumerate(track(chosen)):
        for rule, told in _of_case(case, machine, rules).items():
            for judged, what in told:
                found[rule][f"{split} {what}"] += 1
                if names and split == "dev":
                    print(f"{rule} {what}: {case.file}: {judged.ask.question}", flush=True)
        if number % 20 == 0:
            vectors.save()
            readings.save()
    vectors.save()
    readings.save()
    for rule in rules:
        counts = ", ".join(f"{what} {count}" for what, count in sorted(found[rule].items()))
        print(f"{rule:18}{counts or '-'}")


def _of_case(case: Case, machine: Machine, rules: list[str]) -> dict[str, list[tuple[Judged, str]]]:
    """By rule, the questions that it changes, and how."""
    with tempfile.TemporaryDirectory() as folder:
        file, index = Path(folder) / case.file, Path(folder) / "index"
        file.write_bytes(case.data)
        report = ingest([file], index, machine.encoder, machine.settings)
        if not documents_of(report, index, machine):
            return {}
        with noted() as met:
            usual = answered(case.asks, index, machine)
        told = [rule for rule in rules if rule in met or rule not in SWITCHES]  # of the others nothing can change
        without = {rule: answered(case.asks, index, machine, frozenset({rule})) for rule in told}
    return {
        rule: [(one, what) for one, other in zip(usual, left, strict=True) for what in _changes(one, other)]
        for rule, left in without.items()
    }


def _changes(with_it: Judged, without: Judged) -> list[str]:
    kept, left = with_it.verdict is Verdict.RIGHT, without.verdict is Verdict.RIGHT
    told = ["saves"] if kept and not left else ["harms"] if left and not kept else []
    return told + (["keeps back sure"] if _is_sure(without) and not _is_sure(with_it) else [])


def _is_sure(one: Judged) -> bool:
    return one.verdict is Verdict.WRONG and one.confidence > SURE


if __name__ == "__main__":
    typer.run(main)
