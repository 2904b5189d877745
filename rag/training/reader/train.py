"""Trains the reader: `python -m rag.training.reader.train DATA --work FOLDER --minutes 60`.

Started again with the same folder it goes on where it was. At the end the weights lie in FOLDER, not calibrated:
`python -m rag.training.reader.evaluate` fits the calibration and measures.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from tokenizers import Tokenizer

from rag.models.bundled import unpack
from rag.models.encoders.loading import load_encoder
from rag.models.reader.network import ReaderNetwork, apply, build, learnt, tensors_of
from rag.models.reader.weights import ReaderWeights, load, save
from rag.settings import Settings
from rag.training.reader.examples import Example
from rag.training.reader.loop import Recipe, Training
from rag.training.reader.memory import keep_memory
from rag.training.reader.public import near_misses, training_examples
from rag.training.reader.sheets import examples as over_sheets
from rag.training.reader.sheets import nearest_by, sheets
from rag.training.reader.synthetic import generate
from rag.training.reader.written import Written, beside, questions_of, titled, written

_NAME = "span-reader.safetensors"
_NEAR_MISSES = 900  # questions of the written passages over another one of them
_TELLING = 6  # words; what is asked in fewer another document about the same may answer as well


def main(
    data: Annotated[Path, typer.Argument(help="Folder with idk_mrc, facqa, xquad_en and xlang.", exists=True)],
    work: Annotated[Path, typer.Option(help="Folder for checkpoint, log and weights.")],
    minutes: Annotated[float, typer.Option(min=0.1, help="Time to train, over all sittings.")] = 60.0,
    seed: Annotated[int, typer.Option(help="Shapes the sampling and the templates.")] = 7,
    frozen: Annotated[int, typer.Option(min=0, max=11, help="Lowest layers left alone.")] = 2,
    rate: Annotated[float, typer.Option(min=0, help="Highest rate of learning.")] = 1e-4,
    reading: Annotated[Path | None, typer.Option(help="Folder of passages written by hand.", exists=True)] = None,
    share: Annotated[float, typer.Option(min=0, max=1, help="Share of the public and generated examples.")] = 1.0,
    written_share: Annotated[
        float, typer.Option(min=0, max=1, help="Share of those written by hand, those of --whole apart.")
    ] = 1.0,
    whole: Annotated[str, typer.Option(help="Files of --reading whose questions are all taken.")] = "sections-*",
    published: Annotated[Path | None, typer.Option(help="Folder of sheets of published pages.", exists=True)] = None,
    near: Annotated[
        int | None, typer.Option(min=1, help="So many nearest passages that do not answer; else two drawn ones.")
    ] = None,
    dropout: Annotated[float, typer.Option(min=0, max=0.5, help="Share of values left out while training.")] = 0.0,
    bf16: Annotated[bool, typer.Option(help="Multiply in bf16: twice as fast where the processor can.")] = False,
    begin: Annotated[Path | None, typer.Option("--from", help="Weights to begin with.", exists=True)] = None,
    apart: Annotated[
        int, typer.Option(min=0, max=11, help="Lowest layers that are to see question and passage apart.")
    ] = 0,
    teacher: Annotated[Path | None, typer.Option(help="Weights of a reader to read like.", exists=True)] = None,
) -> None:
    """Trains on the public sets, on generated passages, on those written by hand and on published pages."""
    folder = unpack(Settings().cache)
    network = build(folder, dropout, apart)
    base = tensors_of(dict(network.encoder.named_parameters()))
    base = {name: values.copy() for name, values in base.items()}
    shapes = {name: values.shape for name, values in base.items()}
    if begin is not None:
        apply(network, load(begin, shapes))
    keep_memory()
    draw = random.Random(seed)  # noqa: S311 - sampling
    examples = [*training_examples(data, draw), *generate(seed)]
    examples = draw.sample(examples, round(share * len(examples)))
    if reading is not None:
        examples += by_hand(written(reading), whole, written_share, draw)
    if published is not None:
        examples += _over_published(published, near, draw)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    recipe = Recipe(seconds=60 * minutes, seed=seed, frozen=frozen, rate=rate, bf16=bf16)
    taught_by = None if teacher is None else _reading(load(teacher, shapes), folder)
    training = Training(network, tokenizer, recipe, work, taught_by)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns) as progress:
        task = progress.add_task(f"{len(examples)} examples", total=1.0)
        for report in training.run(examples):
            said = f"step {report.step}  loss {report.loss:.3f}  {report.tokens_per_second:.0f} tokens/s"
            progress.update(task, completed=report.share, description=said)
    save(work / _NAME, learnt(network, base), base, apart)


def _reading(weights: ReaderWeights, encoder: Path) -> ReaderNetwork:
    """The network with these weights, which nothing changes any more."""
    network = build(encoder, apart=weights.apart)
    apply(network, weights)
    return network.eval().requires_grad_(False)


def _over_published(folder: Path, near: int | None, draw: random.Random) -> Iterator[Example]:
    if near is None:
        return over_sheets(sheets(folder), draw)
    settings = Settings()
    encoder = load_encoder(settings.embedding_model, settings.cache, settings.backend, settings.threads)
    return over_sheets(sheets(folder), draw, near, nearest_by(encoder))


def by_hand(passages: Iterable[Written], whole: str, share: float, draw: random.Random) -> list[Example]:
    """What passages written by hand teach: all that files named like `whole` do, a share of what the others do.

    Those of `whole` are always shown below their title and headings, in which alone their subject may stand.
    """
    taught = [one for one in passages if not one.held_back]
    others = [one for one in taught if not fnmatch(one.file, whole)]
    some = [
        *_alone([one for one in others if not one.is_section], draw),
        *_shown([one for one in others if one.is_section], draw),
    ]
    chosen = _shown([one for one in taught if fnmatch(one.file, whole)], draw)
    return [*draw.sample(some, round(share * len(some))), *chosen]


def _alone(passages: Sequence[Written], draw: random.Random) -> list[Example]:
    """Every question, half of them once more with the title of the document, each time respelled or altered anew."""
    questions = questions_of(passages, held_back=False)
    with_title = [question for one in passages for question in titled(one)]
    return [*questions, *draw.sample(with_title, len(with_title) // 2), *_missed(questions, draw)]


def _shown(passages: Sequence[Written], draw: random.Random) -> list[Example]:
    """Every question over its passage as the program shows it and over a section beside it, some over one elsewhere."""
    questions = [question for one in passages for question in titled(one)]
    return [*questions, *beside(passages, draw), *_missed(questions, draw)]


def _missed(questions: Sequence[Example], draw: random.Random) -> list[Example]:
    answered = [one for one in questions if one.answerable and len(one.question.split()) >= _TELLING]
    some = draw.sample(answered, min(_NEAR_MISSES, len(answered)))
    return near_misses(some, _passages(questions), draw) if some else []


def _passages(questions: Sequence[Example]) -> list[str]:
    return sorted({question.passage for question in questions})


if __name__ == "__main__":
    typer.run(main)
