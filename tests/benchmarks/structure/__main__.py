"""Measures what structure survives, and what is answered from it: `python -m tests.benchmarks.structure`.

Small documents with the properties that real ones have and programs garble, made on the spot, each ingested alone and
asked about. "text": of the lines that must stand in the stored document in their order (and those that must not), how
many do. "right" counts refusals where one is due; "refused" those that are not due; "unread" the questions about files
of a kind that the program does not read. Of the documents in `held` nothing is told but totals, and only when all run.
"""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from tests.benchmarks.structure.dev import CASES
from tests.benchmarks.structure.held import CASES as HELD
from tests.benchmarks.structure.report import as_json, print_confidences, print_failures, print_report
from tests.benchmarks.structure.running import load_machine, run


def main(
    kind: Annotated[str | None, typer.Option(help="Only documents of this kind; none of those kept apart.")] = None,
    failures: Annotated[bool, typer.Option(help="Name what went wrong.")] = False,
    out: Annotated[Path | None, typer.Option("--json", help="Write the figures to this file.")] = None,
) -> None:
    """Prints text kept and questions answered rightly, wrongly and not at all, for each kind of document."""
    chosen = [case for case in CASES if kind in (None, case.kind)]
    if not chosen:
        raise typer.BadParameter(f"no kind is called {kind}; there are {', '.join(sorted({c.kind for c in CASES}))}")
    machine, console = load_machine(), Console(width=150)
    dev = [run(case, machine) for case in track(chosen, "dev", console=Console(stderr=True))]
    held = [run(case, machine) for case in track(HELD, "held", console=Console(stderr=True))] if kind is None else []
    if failures:
        print_failures(console, dev)
    print_report(console, dev, held)
    print_confidences(console, dev, held)
    if out is not None:
        out.write_text(json.dumps(as_json(dev, held), ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    typer.run(main)
