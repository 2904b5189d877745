"""How the reader is trained: which examples come next, and what it loses by them."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from rag.models.reader.network import ReaderNetwork
from rag.training import bounded
from rag.training.bounded import Report, Run
from rag.training.reader.batching import Batch, batches, features
from rag.training.reader.examples import Example
from rag.training.reader.premises import names_in
from rag.training.reader.teaching import taught, told_by

_DRAWN = 960  # examples taken at a time, sorted by length among themselves
_CONTRAST = 0.3  # weight of the loss over pairs of passages
_MARGIN = 2.0  # logits, of which start and end are summed
_OWN = 0.3  # weight of what a network with a teacher loses by the truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe(bounded.Recipe):
    """That of the reader."""

    frozen: int = 4
    rate: float = 1e-4
    tokens: int = 2048
    warm_up: int = 80


@dataclass(slots=True)
class _State(bounded.State):
    """`seen` are the examples of the present pass."""

    seen: list[str] = field(default_factory=list)


class Training:
    """A run of the reader in a folder, from whose checkpoint it goes on if there is one."""

    def __init__(
        self,
        network: ReaderNetwork,
        tokenizer: Tokenizer,
        recipe: Recipe,
        folder: Path,
        teacher: ReaderNetwork | None = None,
    ) -> None:
        """`teacher`: what the network is to read like, as well as rightly."""
        self._tokenizer, self._tokens = tokenizer, recipe.tokens
        self._run: Run[_State, Batch] = Run(network, recipe, folder, _State(), losing(network, teacher))

    def run(self, examples: Sequence[Example]) -> Iterator[Report]:
        """Trains until the time is used up; a report every few steps."""
        by_id = {example.id: example for example in examples}
        known = names_in(example.question for example in examples)
        while self._run.share < 1:
            draw = self._run.draw()
            names = self._next(by_id, draw)
            found = [f for name in names if (f := features(by_id[name], self._tokenizer, known, draw)) is not None]
            yield from self._run.learn(batches(found, self._tokens, draw))
            self._run.state.seen += names
            self._run.save()

    def _next(self, by_id: Mapping[str, Example], draw: random.Random) -> list[str]:
        """Some that were not seen in this pass, all that ask the same of several passages together."""
        state = self._run.state
        seen = set(state.seen)
        fresh = [name for name in by_id if name not in seen]
        if not fresh:
            state.seen, state.passes = [], state.passes + 1
            fresh = list(by_id)
        asking: dict[str, list[str]] = {}
        for name in sorted(fresh):
            asking.setdefault(by_id[name].question, []).append(name)
        questions = draw.sample(sorted(asking), min(_DRAWN, len(asking)))
        return [name for question in questions for name in asking[question]][:_DRAWN]


def losing(network: ReaderNetwork, teacher: ReaderNetwork | None) -> Callable[[torch.Tensor, Batch], torch.Tensor]:
    """From word embeddings (batch, tokens, hidden) and their batch to what the network loses by them."""

    def lose(words: torch.Tensor, batch: Batch) -> torch.Tensor:
        given = (words, torch.from_numpy(batch.mask), torch.from_numpy(batch.firsts))
        states = network.hidden(*given)
        logits = network.head(states).float()
        own = loss_of(logits, batch)
        if teacher is None:
            return own
        return _OWN * own + taught(states, logits, *told_by(teacher, given), batch)

    return lose


def loss_of(logits: torch.Tensor, batch: Batch) -> torch.Tensor:
    """The mean cross entropy of `logits` (batch, tokens, 2) over rows, start and end, and a share of `contrast`."""
    logits = logits.masked_fill(~torch.from_numpy(batch.allowed).unsqueeze(-1), -1e4)
    starts, ends = torch.from_numpy(batch.starts), torch.from_numpy(batch.ends)
    told = functional.cross_entropy(logits[..., 0], starts) + functional.cross_entropy(logits[..., 1], ends)
    return told / 2 + _CONTRAST * contrast(logits, starts, ends)


def contrast(logits: torch.Tensor, starts: torch.Tensor, ends: torch.Tensor) -> torch.Tensor:
    """How far right spans fail to lie above anything in passages that do not answer: the mean over all such pairs.

    Cross entropy judges each passage by itself; which margins are higher is what tells answers from refusals.
    """
    begins, closes = logits[..., 0], logits[..., 1]
    none = begins[:, 0] + closes[:, 0]
    right = begins.gather(1, starts[:, None])[:, 0] + closes.gather(1, ends[:, None])[:, 0] - none
    anything = begins[:, 1:].logsumexp(1) + closes[:, 1:].logsumexp(1) - none
    answered = starts > 0
    pairs = anything[~answered][None, :] - right[answered][:, None]
    return functional.softplus(pairs / _MARGIN).mean() if pairs.numel() else logits.new_zeros(())
