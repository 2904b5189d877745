"""Made-up and damaged inputs for all that reads what strangers wrote.

    python -m tests.benchmarks.fuzz [TARGET ...] [--examples N] [--seed N] [--show]

Without names all targets run: loaders of each kind of file, cleaning, questions, replies of language models, messages
of channels, pages and forms, JSON, uploads, streams, and the whole OpenAPI (schemathesis, in the extra `fuzz`). Told
are the inputs tried, crashes (an exception that was not foreseen, a status of 500), inputs that took over a second of
processor time, and how many files a library choked on that were told as unreadable. Exit status 1 when anything
crashed or hung.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.benchmarks.fuzz.parts import parts
from tests.benchmarks.fuzz.running import Finding, Result, run
from tests.benchmarks.fuzz.site import requests_of, site

OPENAPI = "OpenAPI"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", help="names, or beginnings of names; all if none is given")
    parser.add_argument("--examples", type=int, default=300, help="inputs for each target")
    parser.add_argument("--seed", type=int, help="other inputs than the usual ones")
    parser.add_argument("--show", action="store_true", help="print what was found")
    given = parser.parse_args()
    console = Console(width=160)
    results = []
    for result in _results(given.targets, given.examples, given.seed):
        results.append(result)
        console.print(f"{result.target}: {result.tried}", highlight=False)
        for finding in (*result.crashes, *result.hangs) if given.show else ():
            console.print(f"  {finding.what}\n    {finding.given[:400]}", markup=False, highlight=False, soft_wrap=True)
        for what, many in _counted(result.choked) if given.show else ():
            console.print(f"  choked: {what} {many}", markup=False, highlight=False)
    console.print(_table(results))
    return 1 if any(result.crashes or result.hangs for result in results) else 0


def _results(names: Sequence[str], examples: int, seed: int | None) -> Iterator[Result]:
    for part in parts():
        if _wanted(part.name, names):
            yield run(part, examples, seed)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        app, client = stack.enter_context(site(folder))
        for target in requests_of(app, client):
            if _wanted(target.name, names):
                yield run(target, examples, seed)
        if _wanted(OPENAPI, names):
            from tests.benchmarks.fuzz.openapi import run_openapi

            yield run_openapi(app, {}, examples, seed)


def _wanted(name: str, names: Sequence[str]) -> bool:
    return not names or any(name.startswith(one) for one in names)


def _counted(findings: Sequence[Finding]) -> list[tuple[str, int]]:
    kinds = [finding.what for finding in findings]
    return sorted((kind, kinds.count(kind)) for kind in {*kinds})


def _table(results: Sequence[Result]) -> Table:
    table = Table()
    for column in ("target", "inputs", "crashes", "over 1 s", "slowest s", "told as unreadable after a library failed"):
        table.add_column(column, justify="left" if column == "target" else "right")
    for one in results:
        cells = one.tried, len(one.crashes), len(one.hangs), f"{one.slowest_s:.2f}", len(one.choked)
        table.add_row(one.target, *map(str, cells))
    total = [sum(getattr(one, name) for one in results) for name in ("tried",)]
    table.add_section()
    crashed, hung = (
        sum(len(found) for found in group) for group in ([r.crashes for r in results], [r.hangs for r in results])
    )
    table.add_row("all", str(total[0]), str(crashed), str(hung))
    return table


if __name__ == "__main__":
    raise SystemExit(main())
