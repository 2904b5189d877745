"""Measures the program on real documents that nobody here wrote; see README.md beside this file.

python -m tests.benchmarks.unseen collect CHECKOUTS FOLDER [--sources second/sources.toml]
python -m tests.benchmarks.unseen measure FOLDER [--program CHECKOUT] [--gold asked.jsonl] [--out run.json]
"""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from rag.errors import BadInput
from rag.evaluation.importers import read_questions
from rag.evaluation.run import save_run
from tests.benchmarks.unseen.collecting import collect as collect_into
from tests.benchmarks.unseen.measuring import GOLD, dev_only, must_exist, run_program, unfounded
from tests.benchmarks.unseen.printing import failures, tables
from tests.benchmarks.unseen.sources import SOURCES, read_sources

HERE = Path(__file__).parents[3]

app = typer.Typer(add_completion=False)


@app.command()
def collect(
    checkouts: Annotated[Path, typer.Argument(help="Folder with a checkout of each repository, called owner+name.")],
    folder: Annotated[Path, typer.Argument(help="Where the documents go.")],
    sources: Annotated[Path, typer.Option(help="Which file becomes which document.")] = SOURCES,
) -> None:
    """Copy the documents that sources.toml names."""
    print(f"{collect_into(read_sources(sources), checkouts, folder)} documents in {folder}")


@app.command()
def measure(
    folder: Annotated[Path, typer.Argument(help="Where `collect` put the documents.")],
    program: Annotated[Path, typer.Option(help="A checkout of the program; this one if not given.")] = HERE,
    gold: Annotated[Path, typer.Option(help="Other questions over the same documents.")] = GOLD,
    out: Annotated[Path | None, typer.Option(help="Write the answers to the dev questions there, as a run.")] = None,
) -> None:
    """Ingest the documents, ask all questions, print the totals, and for dev what went wrong."""
    folder, program = folder.resolve(), program.resolve()
    must_exist(folder, read_questions([gold]))
    console = Console(width=120)
    if changed := list(unfounded(folder, gold)):
        console.print(f"not in the documents as they are: {', '.join(changed)}")
    run = run_program(program, folder, gold.resolve())
    if out is not None:
        save_run(dev_only(run), out)
    console.print(f"{run.info.documents} documents, {run.info.passages} passages, {len(run.items)} questions")
    console.print(*tables(run.items))
    console.print(failures(run.items), markup=False, highlight=False, soft_wrap=True)


if __name__ == "__main__":
    try:
        app(standalone_mode=True)
    except BadInput as error:
        raise SystemExit(str(error)) from error
