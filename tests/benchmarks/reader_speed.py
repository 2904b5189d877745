"""How fast the reader reads the passages of one question, in f32 and in 8 bits, side by side.

    python -m tests.benchmarks.reader_speed [--every 16] [--passages 6] [--threads 1 --threads 2]

Needs nothing but the seed documents and gold questions of this repository. Each n-th gold question is asked of six
passages drawn from the documents, of the readers by turns. Time is of the processor, summed over its cores, which other
programs disturb less than the clock; that is printed beside it. `f32, padded` reads the longest of the passages six
times over: the tokens that padding all to one length would cost. `met before`: passages that the reader has read for
another question, of which it has kept what its lower layers made. Ratios are f32's time over the row's, the median of
questions.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from rag.documents.chunking import split
from rag.documents.loaders import load
from rag.evaluation.gold import load_gold, unique
from rag.models import bundled
from rag.models.encoders.loading import load_encoder
from rag.models.reader import Reader, load_reader
from rag.models.reader.apart import MOST_BYTES
from rag.models.reader.vocabulary import PairTokenizer
from rag.settings import Precision, Settings
from rag.types import Document

SEEDS = Path(__file__).parents[2] / "seeds"
_LARGEST_FILE = 1 << 20
_SEED = 5

Asked = tuple[str, list[str]]  # a question and its passages


@dataclass(frozen=True, slots=True)
class Spent:
    """Milliseconds of one reading."""

    processor: float
    clock: float


def main(
    every: Annotated[int, typer.Option(min=1, help="Take every n-th gold question.")] = 16,
    passages: Annotated[int, typer.Option(min=1, help="Passages read for one question.")] = 6,
    threads: Annotated[list[int] | None, typer.Option(min=1, help="Threads; may be given several times.")] = None,
) -> None:
    """Prints tokens, milliseconds and ratios."""
    settings = Settings()
    cases = _cases(settings, every, passages)
    tokenizer = PairTokenizer(bundled.unpack(settings.cache))
    lengths = [_lengths(tokenizer, *case) for case in cases]
    table = Table("threads", "reader", "tokens", "processor ms", "clock ms", "times as fast as f32")
    for count in threads or [1, 2]:
        spent = _spent(_readers(settings, count), cases)
        for name, times in spent.items():
            padded = name.endswith("padded")
            tokens = median(max(each) * len(each) if padded else sum(each) for each in lengths)
            ratio = median(f32.processor / t.processor for f32, t in zip(spent["f32"], times, strict=True))
            shown = (median(t.processor for t in times), median(t.clock for t in times))
            table.add_row(str(count), name, f"{tokens:.0f}", *(f"{ms:.0f}" for ms in shown), f"{ratio:.2f}")
    Console(width=110).print(f"{len(cases)} questions, {passages} passages each, medians", table)


def _lengths(tokenizer: PairTokenizer, question: str, passages: Sequence[str]) -> list[int]:
    asked, windows = tokenizer.windows(question, passages)
    return [len(asked) + len(window.ids) for window in windows]


def _cases(settings: Settings, every: int, count: int) -> list[Asked]:
    draw = random.Random(_SEED)
    encoder = load_encoder(settings.embedding_model, settings.cache, settings.backend, settings.threads)
    texts = [
        passage.text
        for path in sorted((SEEDS / "documents").glob("*.md"))
        for document in load(path, path.name, _LARGEST_FILE)
        if isinstance(document, Document)
        for passage in split(document, encoder.count_tokens, settings.passage_tokens)
    ]
    located = (one for path in sorted((SEEDS / "gold").glob("*.jsonl")) for one in load_gold(path))
    return [(one.question, draw.sample(texts, count)) for one in unique(located)[::every]]


def _readers(settings: Settings, threads: int) -> dict[str, Callable[[str, Sequence[str]], object]]:
    folder = bundled.unpack(settings.cache)

    def opened(precision: Precision, most_bytes: int = 0) -> Reader:
        return load_reader(folder, settings.cache, threads=threads, precision=precision, most_bytes=most_bytes)

    f32, int8 = opened(Precision.F32), opened(Precision.INT8)
    return {
        "f32": f32.read,
        "f32, padded": lambda question, passages: f32.read(question, [max(passages, key=len)] * len(passages)),
        "int8": int8.read,
        "int8, met before": opened(Precision.INT8, MOST_BYTES).read,
    }


def _spent(
    readers: dict[str, Callable[[str, Sequence[str]], object]], cases: Sequence[Asked]
) -> dict[str, list[Spent]]:
    spent: dict[str, list[Spent]] = defaultdict(list)
    for case in cases:
        for read in readers.values():
            read(*case)  # a length met for the first time is compiled
        for name, read in readers.items():
            clock, processor = perf_counter(), process_time()
            read(*case)
            spent[name].append(Spent((process_time() - processor) * 1000, (perf_counter() - clock) * 1000))
    return spent


if __name__ == "__main__":
    typer.run(main)
