"""Averages two files of weights: `python -m rag.training.reader.average ONE OTHER --share 0.35 --out FILE`.

Two runs of which one went on from the other lie close enough together for their mean to keep the good sides of both
(Wortsman et al. 2022, "Model soups"); the mean is quantised anew and needs its own calibration.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from rag.models.bundled import unpack
from rag.models.reader.weights import Floats, ReaderWeights, load, save
from rag.models.words import tensor_shapes
from rag.settings import Settings


def main(
    one: Annotated[Path, typer.Argument(help="A file of weights.", exists=True)],
    other: Annotated[Path, typer.Argument(help="Another one.", exists=True)],
    out: Annotated[Path, typer.Option(help="Where the mean goes.")],
    share: Annotated[float, typer.Option(min=0, max=1, help="Weight of the first; the other has the rest.")] = 0.5,
) -> None:
    """Writes the weighted mean of both."""
    shapes = tensor_shapes(unpack(Settings().cache))
    average(load(one, shapes), load(other, shapes), share, out)


def average(one: ReaderWeights, other: ReaderWeights, share: float, out: Path) -> None:
    """Writes `share` of one and the rest of the other; what only one of them changed counts as unchanged there.

    Raises ValueError where the two see texts apart in unequal numbers of layers: no mean of those reads anything.
    """
    if one.apart != other.apart:
        raise ValueError(f"{one.apart} layers of the one see texts apart, {other.apart} of the other")
    changes = _mean(one.changes, other.changes, share)
    unchanged = {name: np.zeros_like(values) for name, values in changes.items()}
    save(out, changes | _mean(one.head, other.head, share), unchanged, one.apart)


def _mean(one: Mapping[str, Floats], other: Mapping[str, Floats], share: float) -> dict[str, Floats]:
    mean = {name: share * values for name, values in one.items()}
    for name, values in other.items():
        mean[name] = mean.get(name, np.zeros_like(values)) + (1 - share) * values
    return {name: values.astype(np.float32) for name, values in mean.items()}


if __name__ == "__main__":
    typer.run(main)
