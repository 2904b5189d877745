"""The training loop: bounded by time, not by steps; killed at any moment, it goes on from its last checkpoint."""

import json
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from rag.models.reader.network import ReaderNetwork
from rag.training.reader.batching import Batch, batches, features
from rag.training.reader.examples import Example
from rag.training.reader.premises import names_in

_DRAWN = 960  # examples taken at a time, sorted by length among themselves
_LOGGED_EVERY = 20
_WARM_UP = 80
_LAST_RATE = 0.02
_CONTRAST = 0.3  # weight of the loss over pairs of passages
_MARGIN = 2.0  # logits, of which start and end are summed


@dataclass(frozen=True, slots=True)
class Recipe:
    """What shapes a run. Words, positions and the lowest `frozen` layers stay as they are."""

    seconds: float
    seed: int = 7
    frozen: int = 4
    rate: float = 1e-4
    head_rate: float = 1e-3
    tokens: int = 2048
    bf16: bool = False


@dataclass(slots=True)
class _State:
    """How far a run is; `seen` are the examples of the present pass."""

    step: int = 0
    seconds: float = 0.0
    tokens: int = 0
    examples: int = 0
    passes: int = 0
    seen: list[str] = field(default_factory=list)


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

    def run(self, examples: Sequence[Example]) -> Iterator[Report]:
        """Trains until the time is used up; a report every few steps."""
        by_id = {example.id: example for example in examples}
        known = names_in(example.question for example in examples)
        losses: list[float] = []
        while self._share() < 1:
            draw = random.Random(self._recipe.seed + 31 * self._state.step)  # noqa: S311 - sampling
            names = self._next(by_id, draw)
            found = [f for name in names if (f := features(by_id[name], self._tokenizer, known, draw)) is not None]
            for batch in batches(found, self._recipe.tokens, draw):
                began = time.monotonic()
                losses.append(self._learn(batch))
                self._state.seconds += time.monotonic() - began
                if self._state.step % _LOGGED_EVERY == 0:
                    yield self._report(losses)
                    losses = []
                if self._share() >= 1:
                    break
            self._state.seen += names
            self._save()

    def _next(self, by_id: Mapping[str, Example], draw: random.Random) -> list[str]:
        """Some that were not seen in this pass, all that ask the same of several passages together."""
        seen = set(self._state.seen)
        fresh = [name for name in by_id if name not in seen]
        if not fresh:
            self._state.seen, self._state.passes = [], self._state.passes + 1
            fresh = list(by_id)
        asking: dict[str, list[str]] = {}
        for name in sorted(fresh):
            asking.setdefault(by_id[name].question, []).append(name)
        questions = draw.sample(sorted(asking), min(_DRAWN, len(asking)))
        return [name for question in questions for name in asking[question]][:_DRAWN]

    def _share(self) -> float:
        return min(1.0, self._state.seconds / self._recipe.seconds)

    def _learn(self, batch: Batch) -> float:
        self._set_rate()
        ids, mask = torch.from_numpy(batch.ids), torch.from_numpy(batch.mask)
        words = self._network.encoder.embeddings.word_embeddings(ids)
        with torch.autocast("cpu", torch.bfloat16, enabled=self._recipe.bf16):
            logits = self._network(words, mask)
        loss = loss_of(logits.float(), batch)
        loss.backward()  # type: ignore[no-untyped-call]  # PyTorch leaves it so
        torch.nn.utils.clip_grad_norm_(self._parameters.values(), 1.0)
        self._optimizer.step()
        self._optimizer.zero_grad(set_to_none=True)
        self._state.step += 1
        self._state.tokens += int(batch.mask.sum())
        self._state.examples += len(batch.ids)
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
        torch.save(
            {"parameters": self._parameters, "optimizer": self._optimizer.state_dict(), "state": asdict(self._state)},
            fresh,
        )
        fresh.replace(self._checkpoint)

    def _resume(self) -> None:
        stored: dict[str, Any] = torch.load(self._checkpoint, weights_only=True)
        with torch.no_grad():
            for name, values in stored["parameters"].items():
                self._parameters[name].copy_(values)
        self._optimizer.load_state_dict(stored["optimizer"])
        self._state = _State(**stored["state"])


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


def trained_parameters(network: ReaderNetwork, frozen: int) -> dict[str, torch.nn.Parameter]:
    """The parameters that a run may change, by name; the others are told to stay."""
    still = [network.encoder.embeddings, *network.encoder.encoder.layer[:frozen]]
    for part in still:
        part.requires_grad_(False)
    return {name: values for name, values in network.named_parameters() if values.requires_grad}


def optimizer_of(parameters: dict[str, torch.nn.Parameter], rate: float, head_rate: float) -> torch.optim.AdamW:
    """AdamW whose groups keep their highest rate as "base"; only matrices decay."""
    head = [p for name, p in parameters.items() if name.startswith("head.")]
    matrices = [p for name, p in parameters.items() if p.ndim > 1 and not name.startswith("head.")]
    vectors = [p for name, p in parameters.items() if p.ndim == 1 and not name.startswith("head.")]
    groups = (
        {"params": matrices, "base": rate, "weight_decay": 0.01},
        {"params": vectors, "base": rate, "weight_decay": 0.0},
        {"params": head, "base": head_rate, "weight_decay": 0.0},
    )
    return torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), fused=True)
