"""The training loop: bounded by time; killed at any moment, it goes on from its last checkpoint."""

import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from rag.models.reader.network import ReaderNetwork
from rag.training.entailment.batching import Batch, batches, features
from rag.training.entailment.pairs import Pair
from rag.training.reader.loop import optimizer_of, trained_parameters

_DRAWN = 2048  # pairs taken at a time, sorted by length among themselves
_LOGGED_EVERY = 20
_WARM_UP = 60
_LAST_RATE = 0.02
_BY_TOKEN = 2.0  # weight of the loss over tokens
_WORD_BIAS, _WHOLE_BIAS = -4.0, -1.0  # of 25 words and a whole together about 0


@dataclass(frozen=True, slots=True)
class Recipe:
    """What shapes a run. Words, positions and the lowest `frozen` layers stay as they are."""

    seconds: float
    seed: int = 7
    frozen: int = 6
    rate: float = 2e-4
    head_rate: float = 1e-3
    tokens: int = 1024
    bf16: bool = False


@dataclass(slots=True)
class _State:
    """How far a run is; `drawn` pairs of the present pass are behind it."""

    step: int = 0
    seconds: float = 0.0
    tokens: int = 0
    passes: int = 0
    drawn: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What is told every few steps."""

    step: int
    share: float
    loss: float
    tokens: int
    tokens_per_second: float
    passes: int


class Training:
    """One run in one folder: `checkpoint.pt`, `log.jsonl`."""

    def __init__(self, network: ReaderNetwork, tokenizer: Tokenizer, recipe: Recipe, folder: Path) -> None:
        """Goes on from the folder's checkpoint if there is one."""
        torch.manual_seed(recipe.seed)
        self._network, self._tokenizer, self._recipe = network.train(), tokenizer, recipe
        self._checkpoint, self._log = folder / "checkpoint.pt", folder / "log.jsonl"
        self._parameters = trained_parameters(network, recipe.frozen)
        self._optimizer = optimizer_of(self._parameters, recipe.rate, recipe.head_rate)
        self._state = _State()
        folder.mkdir(parents=True, exist_ok=True)
        if self._checkpoint.is_file():
            self._resume()

    def run(self, pairs: Sequence[Pair]) -> Iterator[Report]:
        """Trains until the time is used up; a report every few steps."""
        losses: list[float] = []
        while self._share() < 1:
            draw = random.Random(self._recipe.seed + 31 * self._state.step)  # noqa: S311 - sampling
            found = [features(pair, self._tokenizer) for pair in self._next(pairs)]
            for batch in batches(found, self._recipe.tokens, draw):
                began = time.monotonic()
                losses.append(self._learn(batch))
                self._state.seconds += time.monotonic() - began
                if self._state.step % _LOGGED_EVERY == 0:
                    yield self._report(losses)
                    losses = []
                if self._share() >= 1:
                    break
            self._save()

    def _next(self, pairs: Sequence[Pair]) -> list[Pair]:
        """The next ones of this pass, whose order its number shapes."""
        if self._state.drawn >= len(pairs):
            self._state.drawn, self._state.passes = 0, self._state.passes + 1
        order = list(range(len(pairs)))
        random.Random(self._recipe.seed + self._state.passes).shuffle(order)  # noqa: S311 - sampling
        taken = order[self._state.drawn : self._state.drawn + _DRAWN]
        self._state.drawn += len(taken)
        return [pairs[row] for row in taken]

    def _share(self) -> float:
        return min(1.0, self._state.seconds / self._recipe.seconds)

    def _learn(self, batch: Batch) -> float:
        self._set_rate()
        words = self._network.encoder.embeddings.word_embeddings(torch.from_numpy(batch.ids))
        with torch.autocast("cpu", torch.bfloat16, enabled=self._recipe.bf16):
            logits = self._network(words, torch.from_numpy(batch.mask))
        loss = loss_of(logits.float(), batch)
        loss.backward()  # type: ignore[no-untyped-call]  # PyTorch leaves it so
        torch.nn.utils.clip_grad_norm_(self._parameters.values(), 1.0)
        self._optimizer.step()
        self._optimizer.zero_grad(set_to_none=True)
        self._state.step += 1
        self._state.tokens += int(batch.mask.sum())
        return loss.item()

    def _set_rate(self) -> None:
        warm = min(1.0, (self._state.step + 1) / _WARM_UP)
        for group in self._optimizer.param_groups:
            group["lr"] = group["base"] * warm * max(_LAST_RATE, 1 - self._share())

    def _report(self, losses: Sequence[float]) -> Report:
        state = self._state
        rate = state.tokens / max(state.seconds, 1e-9)
        report = Report(state.step, self._share(), sum(losses) / len(losses), state.tokens, rate, state.passes)
        with self._log.open("a", encoding="utf-8") as log:
            log.write(json.dumps(asdict(report)) + "\n")
        return report

    def _save(self) -> None:
        fresh = self._checkpoint.with_suffix(".fresh")
        state = {
            "parameters": self._parameters,
            "optimizer": self._optimizer.state_dict(),
            "state": asdict(self._state),
        }
        torch.save(state, fresh)
        fresh.replace(self._checkpoint)

    def _resume(self) -> None:
        stored: dict[str, Any] = torch.load(self._checkpoint, weights_only=True)
        with torch.no_grad():
            for name, values in stored["parameters"].items():
                self._parameters[name].copy_(values)
        self._optimizer.load_state_dict(stored["optimizer"])
        self._state = _State(**stored["state"])


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
