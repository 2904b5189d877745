"""How the judge is trained: which pairs come next, and what it loses by them."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from rag.models.reader.network import ReaderNetwork
from rag.training import bounded
from rag.training.bounded import Report, Run
from rag.training.entailment.batching import Batch, batches, features
from rag.training.entailment.pairs import Pair

_DRAWN = 2048  # pairs taken at a time, sorted by length among themselves
_BY_TOKEN = 2.0  # weight of the loss over tokens
_WORD_BIAS, _WHOLE_BIAS = -4.0, -1.0  # of 25 words and a whole together about 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe(bounded.Recipe):
    """That of the judge."""

    frozen: int = 6
    rate: float = 2e-4
    tokens: int = 1024
    warm_up: int = 60


@dataclass(slots=True)
class _State(bounded.State):
    """`drawn` pairs of the present pass are behind it."""

    drawn: int = 0


class Training:
    """A run of the judge in a folder, from whose checkpoint it goes on if there is one."""

    def __init__(self, network: ReaderNetwork, tokenizer: Tokenizer, recipe: Recipe, folder: Path) -> None:
        self._tokenizer, self._recipe = tokenizer, recipe

        def lose(words: torch.Tensor, batch: Batch) -> torch.Tensor:
            return loss_of(network(words, torch.from_numpy(batch.mask)).float(), batch)

        self._run: Run[_State, Batch] = Run(network, recipe, folder, _State(), lose)

    def run(self, pairs: Sequence[Pair]) -> Iterator[Report]:
        """Trains until the time is used up; a report every few steps."""
        while self._run.share < 1:
            draw = self._run.draw()
            found = [features(pair, self._tokenizer) for pair in self._next(pairs)]
            yield from self._run.learn(batches(found, self._recipe.tokens, draw))
            self._run.save()

    def _next(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The next ones of this pass, whose order its number shapes."""
        state = self._run.state
        if state.drawn >= len(pairs):
            state.drawn, state.passes = 0, state.passes + 1
        order = list(range(len(pairs)))
        random.Random(self._recipe.seed + state.passes).shuffle(order)  # noqa: S311 - sampling
        taken = order[state.drawn : state.drawn + _DRAWN]
        state.drawn += len(taken)
        return [pairs[row] for row in taken]


def unbiased(network: ReaderNetwork) -> None:
    """Gives the network a head that doubts no word and is undecided about most statements."""
    with torch.no_grad():
        network.head.weight.zero_()
        network.head.bias.copy_(torch.tensor([_WORD_BIAS, _WHOLE_BIAS]))


def doubt(logits: torch.Tensor, said: torch.Tensor) -> torch.Tensor:
    """(batch,) logits that a statement says something else: one word is enough, or the pair as a whole."""
    words = logits[..., 0].masked_fill(~said, -1e4)
    whole = logits[:, :1, 1]
    return torch.logsumexp(torch.cat([words, whole], dim=1), dim=1)


def loss_of(logits: torch.Tensor, batch: Batch) -> torch.Tensor:
    """Cross entropy of the verdicts, and of the words where it is known which are changed."""
    said, changed = torch.from_numpy(batch.said), torch.from_numpy(batch.changed)
    false = torch.from_numpy(~batch.supported).float()
    told = functional.binary_cross_entropy_with_logits(doubt(logits, said), false)
    judged = said & torch.from_numpy(batch.known)[:, None]
    if not bool(judged.any()):
        return told
    by_word = functional.binary_cross_entropy_with_logits(logits[..., 0][judged], changed[judged].float())
    return told + _BY_TOKEN * by_word
