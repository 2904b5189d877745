"""Measures the judge by itself: `python -m rag.training.entailment.evaluate PAIRS --weights FILE`.

PAIRS is a folder of the form of `seeds/entailment`; of that one itself, only the subjects held out are measured.
`python -m tests.benchmarks.guard` measures the guard as a whole.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.console import Console
from rich.table import Table

from rag.models.bundled import unpack
from rag.models.judge import QuoteJudge, load_judge
from rag.models.judge.loading import WEIGHTS
from rag.settings import Backend, Settings
from rag.training.entailment.pairs import Pair, read_pairs
from rag.training.reader.measures import auc
from rag.types import Language

_KEPT = 0.92  # share of true statements that ought to be kept


def main(
    pairs: Annotated[Path, typer.Argument(help="Folder of pairs.", exists=True)],
    weights: Annotated[Path, typer.Option(help="Weights to measure.", exists=True)] = WEIGHTS,
    backend: Annotated[Backend, typer.Option(help="What runs the network.")] = Backend.OPENVINO,
) -> None:
    """Prints how well true and false statements are told apart, kind by kind."""
    settings = Settings()
    folder = unpack(settings.cache)
    judge = load_judge(folder, settings.cache, backend, settings.threads, weights, settings.reader_precision)
    held = read_pairs(pairs, held=True) or read_pairs(pairs, held=False)
    report([(pair, margin_of(judge, pair)) for pair in held])


def margin_of(judge: QuoteJudge, pair: Pair) -> float:
    """The logit that the quote says what the statement says."""
    return judge.margins(pair.statement, [pair.quote])[0]


def passed_of(judged: Sequence[tuple[Pair, float]], threshold: float) -> dict[str, tuple[int, int]]:
    """How many of each kind lie at or above the threshold, and how many there are; true ones under "true"."""
    found: dict[str, list[bool]] = defaultdict(list)
    for pair, margin in judged:
        found["true" if pair.supported else pair.kind].append(margin >= threshold)
        if not pair.supported:
            found["false"].append(margin >= threshold)
    return {kind: (sum(passed), len(passed)) for kind, passed in sorted(found.items())}


def report(judged: Sequence[tuple[Pair, float]]) -> None:
    """Two tables: by language how well they are told apart, by kind what passes where most true ones are kept."""
    told = Table("statements", "true", "false", "AUC", f"false passed with {_KEPT:.0%} kept")
    for language in Language:
        rows = [(pair, margin) for pair, margin in judged if pair.language is language]
        true = [margin for pair, margin in rows if pair.supported]
        false = [margin for pair, margin in rows if not pair.supported]
        if true and false:
            passed = float(np.mean(np.array(false) >= np.quantile(true, 1 - _KEPT)))
            told.add_row(str(language), str(len(true)), str(len(false)), f"{auc(true, false):.3f}", f"{passed:.3f}")
    threshold = float(np.quantile([margin for pair, margin in judged if pair.supported], 1 - _KEPT))
    kinds = Table("kind", f"passed with {_KEPT:.0%} kept", "of")
    for kind, (passed, of) in passed_of(judged, threshold).items():
        kinds.add_row(kind, str(passed), str(of))
    console = Console()
    console.print(told)
    console.print(kinds)


if __name__ == "__main__":
    typer.run(main)
