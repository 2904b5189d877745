"""Learns the query adapter: `python -m rag.training.query_adapter.train INDEX SHEETS [INDEX SHEETS ...] --out FILE`.

Each index comes with a folder of sheets made from it (`rag.training.reader.sheets`), whose answered questions say which
passage should be found. The loss is the cross entropy of that passage among all of its index, plus `pull` times the
distance from where the question lay, which keeps other kinds of questions where they were. Takes a minute.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import torch
import typer
from torch.nn import functional

from rag.assembly import build_encoder
from rag.errors import BadInput
from rag.index.versions import LiveIndex
from rag.models.encoders.base import Encoder, Vectors
from rag.models.query_adapter import WEIGHTS, QueryAdapter, save_adapter
from rag.questions.understanding import read
from rag.settings import Settings
from rag.training.reader.sheets import Sheet, sheets
from rag.types import Question

_TEMPERATURE = 0.03
_BATCH = 128
_DROPOUT = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """Unit vectors of questions (n, dimension) and passages (m, dimension), and the row of each one's passage (n,)."""

    questions: torch.Tensor
    passages: torch.Tensor
    rows: torch.Tensor


@dataclass(frozen=True, slots=True)
class Recipe:
    """How it is learnt; the defaults are those of the shipped weights."""

    rank: int = 64
    passes: int = 5
    rate: float = 1e-3
    decay: float = 1e-2
    pull: float = 3.0
    seed: int = 1


class _Step(torch.nn.Module):
    def __init__(self, dimension: int, rank: int) -> None:
        super().__init__()
        self.down = torch.nn.Linear(dimension, rank, bias=False)
        self.up = torch.nn.Linear(rank, dimension)
        torch.nn.init.zeros_(self.up.weight)
        torch.nn.init.zeros_(self.up.bias)

    def forward(self, questions: torch.Tensor) -> torch.Tensor:
        step = self.up(functional.dropout(self.down(questions), _DROPOUT, self.training))
        return functional.normalize(questions + step, dim=1)


def main(
    given: Annotated[list[Path], typer.Argument(help="Folders by twos: an index and its sheets.", exists=True)],
    out: Annotated[Path, typer.Option(help="Where the weights go.")] = WEIGHTS,
) -> None:
    """Learns from all of them, and writes the weights."""
    if len(given) % 2:
        raise BadInput("give an index and the folder of its sheets, as often as you like")
    encoder = build_encoder(Settings())
    collections = [
        collection(index, sheets(folder), encoder) for index, folder in zip(given[::2], given[1::2], strict=True)
    ]
    save_adapter(learn(collections, encoder.fingerprint), out)
    print(f"{sum(len(one.rows) for one in collections)} questions learnt from")


def collection(index: Path, found: Sequence[Sheet], encoder: Encoder) -> Collection:
    """The answered questions of the sheets, and all passages of the index. Raises BadInput where none is of it."""
    version = LiveIndex(index, encoder.fingerprint).current()
    row_of = {passage.text.strip(): row for row, passage in enumerate(version.passages)}
    pairs = [(text, row) for sheet in found for text, row in _asked(sheet, row_of)]
    if not pairs:
        raise BadInput(f"{index}: no passage of these sheets is of this index")
    vectors = encoder.encode_queries([text for text, _ in pairs])
    passages = version.store.vectors(np.arange(len(version.passages)))
    rows = torch.tensor([row for _, row in pairs])
    return Collection(torch.from_numpy(vectors), torch.from_numpy(np.array(passages)), rows)


def _asked(sheet: Sheet, row_of: dict[str, int]) -> Iterator[tuple[str, int]]:
    """Each answered question as it is searched for, and the row of its passage."""
    for asked in sheet.questions:
        shown = sheet.passages[asked.row]
        row = row_of.get(shown.text[shown.above :].strip())
        if asked.start >= 0 and row is not None:
            yield read(Question(asked.question, asked.language)).text, row


def learn(collections: Sequence[Collection], encoder: str, recipe: Recipe = Recipe()) -> QueryAdapter:
    """The adapter for the encoder with this fingerprint; the same for the same collections."""
    torch.manual_seed(recipe.seed)
    step = _Step(collections[0].questions.shape[1], recipe.rank)
    optimiser = torch.optim.AdamW(step.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
    for _ in range(recipe.passes):
        for one, rows in _batches(collections):
            questions = one.questions[rows]
            moved = step(questions)
            missed = functional.cross_entropy(moved @ one.passages.T / _TEMPERATURE, one.rows[rows])
            loss = missed + recipe.pull * (1 - (moved * questions).sum(1)).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return QueryAdapter(encoder, _array(step.down.weight), _array(step.up.weight), _array(step.up.bias))


def _batches(collections: Sequence[Collection]) -> list[tuple[Collection, torch.Tensor]]:
    """All questions once, those of one batch of one collection, in random order."""
    shuffled = [(one, torch.randperm(len(one.rows))) for one in collections]
    parts = [(one, order[at : at + _BATCH]) for one, order in shuffled for at in range(0, len(order), _BATCH)]
    return [parts[at] for at in torch.randperm(len(parts)).tolist()]


def _array(values: torch.Tensor) -> Vectors:
    return values.detach().numpy().astype(np.float32)


if __name__ == "__main__":
    typer.run(main)
