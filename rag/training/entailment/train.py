"""Trains the judge: `python -m rag.training.entailment.train SEEDS --work FOLDER --minutes 24 --bitext FOLDER`.

Started again with the same folder it goes on where it was. At the end the weights lie in FOLDER:
`python -m rag.training.entailment.evaluate` measures them, `python -m tests.benchmarks.guard --fit` fits the curve
that joins their verdict with the wording's.
"""

import json
import random
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from tokenizers import Tokenizer

from rag.models.bundled import unpack
from rag.models.encoders.base import Encoder
from rag.models.encoders.loading import load_encoder
from rag.models.reader.loading import WEIGHTS
from rag.models.reader.network import apply, build, learnt, tensors_of
from rag.models.reader.weights import load, save
from rag.settings import Settings
from rag.training.entailment.changes import stock
from rag.training.entailment.loop import Recipe, Training, unbiased
from rag.training.entailment.pairs import Pair, read_pairs
from rag.training.entailment.sources import (
    by_source,
    claimed,
    guarded,
    inferred,
    mixed,
    respun,
    section_sentences,
    translated,
    twisted,
)
from rag.training.reader.memory import keep_memory
from rag.types import Language

_NAME = "judge.safetensors"


def main(
    seeds: Annotated[Path, typer.Argument(help="Folder with entailment, reading, guard and documents.", exists=True)],
    work: Annotated[Path, typer.Option(help="Folder for pairs, checkpoint, log and weights.")],
    minutes: Annotated[float, typer.Option(min=0.1, help="Time to train, over all sittings.")] = 24.0,
    seed: Annotated[int, typer.Option(help="Shapes the sampling and the changes.")] = 7,
    plain: Annotated[int, typer.Option(min=0, max=11, help="Lowest layers taken from the bundled encoder.")] = 4,
    frozen: Annotated[int, typer.Option(min=0, max=11, help="Lowest layers left alone; at least the plain ones.")] = 6,
    rate: Annotated[float, typer.Option(min=0, help="Highest rate of learning.")] = 2e-4,
    bitext: Annotated[Path | None, typer.Option(help="Folder of sentences with translations.", exists=True)] = None,
    nli: Annotated[Path | None, typer.Option(help="Folder of inference sets, id/ and en/.", exists=True)] = None,
    by_hand: Annotated[float, typer.Option(min=0, help="How often the pairs written by hand are taken.")] = 2.0,
    guard: Annotated[float, typer.Option(min=0, help="How often the sentences of seeds/guard are taken.")] = 0.5,
    rest: Annotated[float, typer.Option(min=0, help="Part taken of the shares of everything else.")] = 1.0,
    bf16: Annotated[bool, typer.Option(help="Multiply in bf16: twice as fast where the processor can.")] = False,
    begin: Annotated[
        Path, typer.Option("--from", help="Weights to begin with, a judge's with its head.", exists=True)
    ] = WEIGHTS,
) -> None:
    """Trains on the pairs written by hand, on changed ones and on translations."""
    settings = Settings()
    folder = unpack(settings.cache)
    work.mkdir(parents=True, exist_ok=True)
    kept = work / "pairs.jsonl"
    if not kept.is_file():
        encoder = load_encoder(settings.embedding_model, settings.cache, settings.backend, settings.threads)
        _keep(kept, gather(seeds, bitext, nli, encoder, Shares(by_hand, guard, rest), random.Random(seed)))  # noqa: S311 - sampling
    pairs = _kept(kept)
    network = build(folder)
    base = {name: values.copy() for name, values in tensors_of(dict(network.encoder.named_parameters())).items()}
    apply(network, load(begin, {name: values.shape for name, values in base.items()}), above=plain)
    if begin == WEIGHTS:
        unbiased(network)
    keep_memory()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    recipe = Recipe(seconds=60 * minutes, seed=seed, frozen=max(plain, frozen), rate=rate, bf16=bf16)
    training = Training(network, tokenizer, recipe, work)
    with Progress(TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn()) as progress:
        task = progress.add_task(f"{len(pairs)} pairs", total=1.0)
        for report in training.run(pairs):
            said = f"step {report.step}  loss {report.loss:.3f}  {report.tokens_per_second:.0f} tokens/s"
            progress.update(task, completed=report.share, description=said)
    save(work / _NAME, learnt(network, base), base)


@dataclass(frozen=True, slots=True)
class Shares:
    """How often each pair is taken: those written by hand, the sentences of the guard; `rest` scales all others."""

    by_hand: float = 2.0
    guard: float = 0.5
    rest: float = 1.0


def gather(
    seeds: Path, bitext: Path | None, nli: Path | None, encoder: Encoder, shares: Shares, draw: random.Random
) -> list[Pair]:
    """Everything that is learnt from, in the shares that are learnt."""
    by_hand = read_pairs(seeds / "entailment", held=False)
    claims, guard = list(claimed(seeds / "reading", encoder, held=False)), list(guarded(seeds, encoder))
    public = list(inferred(nli)) if nli else []
    sentences = section_sentences(seeds / "reading")
    found = stock([*sentences, *(pair.quote for pair in by_hand)])
    others: list[tuple[list[Pair], float]] = [
        (claims, 0.3),
        (list(respun([*by_hand, *by_hand, *by_hand], found, draw)), 0.8),
        (list(respun([*claims, *guard], found, draw)), 0.25),
        (list(twisted(draw.sample(sentences, min(700, len(sentences))), found, draw)), 1.0),
        (list(translated(bitext, found, draw)) if bitext else [], 0.6 if nli else 0.2),
        (public, 1.0),
        (list(respun(public, found, draw)), 0.3),
    ]
    scaled = [(pairs, shares.rest * share) for pairs, share in others]
    return mixed([(by_hand, shares.by_hand), (guard, shares.guard), *scaled], draw)


def _keep(path: Path, pairs: list[Pair]) -> None:
    fresh = path.with_suffix(".fresh")
    fresh.write_text("".join(json.dumps(asdict(pair), ensure_ascii=False) + "\n" for pair in pairs), "utf-8")
    fresh.replace(path)
    print(f"{len(pairs)} pairs, true and false by source: {by_source(pairs)}")


def _kept(path: Path) -> list[Pair]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [Pair(**row | {"language": Language(row["language"]), "changed": _spans(row["changed"])}) for row in rows]


def _spans(stored: list[list[int]] | None) -> tuple[tuple[int, int], ...] | None:
    return None if stored is None else tuple((start, end) for start, end in stored)


if __name__ == "__main__":
    typer.run(main)
