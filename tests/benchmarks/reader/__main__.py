"""Measures the reader behind retrieval, over whole corpora: `python -m tests.benchmarks.reader [DATA]`.

Each set's own corpus is ingested as `rag ingest` would, its questions are searched for, the best passages are read, and
what the reader and the program say is held against the right answers. `statutes` puts our own questions about the PDF
files of DATA/pdf to the whole program. Other sets: see SETS in questions.py.
"""

import time
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from rag.assembly import build_encoder
from rag.evaluation.text_summary import format_run
from rag.index.ingest import ingest
from rag.index.versions import LiveIndex
from rag.models.bundled import unpack
from rag.models.encoders.base import Encoder
from rag.models.encoders.caching import CachingEncoder
from rag.models.reader import Reader, load_reader
from rag.models.reader.loading import WEIGHTS
from rag.settings import Settings
from tests.benchmarks.reader.keeping import KeptReader, fingerprint
from tests.benchmarks.reader.observing import Observer, Seen
from tests.benchmarks.reader.questions import SETS, corpus_file
from tests.benchmarks.reader.records import write_records
from tests.benchmarks.reader.statutes import run_statutes
from tests.benchmarks.reader.tables import print_answers, print_orders, print_risks

DEFAULT_FOLDER = Path(__file__).parents[3].parent / "shared" / "data"
STATUTES = "statutes"
DEFAULT_SETS = ",".join([*SETS, STATUTES])


def main(
    data: Annotated[Path, typer.Argument(help="Folder of the public sets.")] = DEFAULT_FOLDER,
    sets: Annotated[str, typer.Option(help="Which sets, separated by commas.")] = DEFAULT_SETS,
    weights: Annotated[Path, typer.Option(help="A file of weights of the reader.")] = WEIGHTS,
    every: Annotated[int, typer.Option(min=1, help="Take every n-th question.")] = 1,
    keep: Annotated[Path, typer.Option(help="Where indexes are kept for the next run.")] = Path("build/benchmarks"),
    out: Annotated[Path | None, typer.Option(help="Write what was seen as JSON Lines.")] = None,
) -> None:
    """Prints exact match, F1, AUC, risk against coverage, and what the reader's order of passages is worth."""
    wanted = sets.split(",")
    if unknown := set(wanted) - {*SETS, STATUTES}:
        raise typer.BadParameter(f"no set is called {', '.join(sorted(unknown))}; there are {DEFAULT_SETS}")
    if not data.is_dir():
        raise typer.BadParameter(f"{data} is not there; name the folder of the public sets")
    settings = Settings()
    encoder = CachingEncoder(build_encoder(settings))
    loaded = load_reader(unpack(settings.cache), settings.cache, settings.backend, settings.threads, weights)
    reader = KeptReader(loaded, keep / "readings" / f"{fingerprint(weights)}.jsonl")
    console = Console(width=160)
    console.print(f"reader {reader.name}, passages read {settings.passages_read}, every {every}")
    seen = {name: _observed(name, data, keep, encoder, reader, every, console) for name in wanted if name in SETS}
    seen = {name: found for name, found in seen.items() if found}
    if out is not None:
        write_records(out, seen)
    print_answers(console, {SETS[name].title: found for name, found in seen.items() if SETS[name].spans})
    print_risks(console, {SETS[name].title: found for name, found in seen.items() if SETS[name].spans})
    print_orders(console, {SETS[name].title: found for name, found in seen.items()})
    if STATUTES in wanted:
        _print_statutes(data / "pdf", keep, encoder, reader, every, console)


def _observed(
    name: str, data: Path, keep: Path, encoder: Encoder, reader: KeptReader, every: int, console: Console
) -> list[Seen]:
    chosen = SETS[name]
    try:
        questions = chosen.questions(data, every)
        corpus = corpus_file(chosen.corpus, data, keep / "corpora")
        ingest([corpus], keep / chosen.corpus, encoder, Settings())
    except OSError as missing:
        console.print(f"{chosen.title}: left out: {missing}")
        return []
    version = LiveIndex(keep / chosen.corpus, encoder.fingerprint).current()
    observe = Observer(encoder, reader, version, Settings().passages_read)
    begun, known = time.perf_counter(), reader.fresh
    seen = [observe(one, chosen.spans) for one in track(questions, chosen.title)]
    read, spent = sum(len(one.readings) for one in seen), time.perf_counter() - begun
    console.print(f"{chosen.title}: {len(seen)} questions, {read} readings ({reader.fresh - known} new), {spent:.0f} s")
    return seen


def _print_statutes(folder: Path, keep: Path, encoder: Encoder, reader: Reader, every: int, console: Console) -> None:
    if not any(folder.glob("*.pdf")):
        console.print(f"statutes: left out: there are no PDF files in {folder}")
        return
    ingest([folder], keep / "pdf", encoder, Settings())
    console.print(format_run(run_statutes(keep / "pdf", encoder, reader, every)), markup=False, highlight=False)


if __name__ == "__main__":
    typer.run(main)
