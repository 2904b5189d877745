"""A run of training: bounded by time, not by steps; killed at any moment, it goes on from its last checkpoint."""

import json
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
import numpy.typing as npt
import torch

from rag.models.reader.network import ReaderNetwork

_LOGGED_EVERY = 20
_LAST_RATE = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What shapes a run. Words, positions and the lowest `frozen` layers stay as they are."""

    seconds: float
    frozen: int
    rate: float
    tokens: int
    warm_up: int
    seed: int = 7
    head_rate: float = 1e-3
    bf16: bool = False


@dataclass(slots=True)
class State:
    """How far a run is; each kind of training adds where it is in its examples."""

    step: int = 0
    seconds: float = 0.0
    tokens: int = 0
    passes: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What is told every few steps."""

    step: int
    share: float
    loss: float
    tokens: int
    tokens_per_second: float
    passes: int


class _Batch(Protocol):
    @property
    def ids(self) -> npt.NDArray[np.int64]: ...
    @property
    def mask(self) -> npt.NDArray[np.int64]: ...


S = TypeVar("S", bound=State)
B = TypeVar("B", bound=_Batch)


class Run(Generic[S, B]):
    """One run in one folder: `checkpoint.pt`, `log.jsonl`."""

    def __init__(
        self,
        network: ReaderNetwork,
        recipe: Recipe,
        folder: Path,
        state: S,
        lose: Callable[[torch.Tensor, B], torch.Tensor],
    ) -> None:
        """Goes on from the folder's checkpoint if there is one, otherwise from `state`.

        `lose`: from word embeddings (batch, tokens, hidden) and the batch to what the network loses by it.
        """
        torch.manual_seed(recipe.seed)
        self.state = state
        self._network, self._recipe, self._lose = network.train(), recipe, lose
        self._checkpoint, self._log = folder / "checkpoint.pt", folder / "log.jsonl"
        self._parameters = _trained_parameters(network, recipe.frozen)
        self._optimizer = _optimizer_of(self._parameters, recipe.rate, recipe.head_rate)
        self._losses: list[float] = []
        folder.mkdir(parents=True, exist_ok=True)
        if self._checkpoint.is_file():
            self._resume()

    @property
    def share(self) -> float:
        """Of its time that is used up, 0 to 1."""
        return min(1.0, self.state.seconds / self._recipe.seconds)

    def draw(self) -> random.Random:
        """Chance for the next draw of examples: the same again when a killed run repeats it."""
        return random.Random(self._recipe.seed + 31 * self.state.step)  # noqa: S311 - sampling

    def learn(self, batches: Iterable[B]) -> Iterator[Report]:
        """A step for each batch until the time is used up, a report every few of them."""
        for batch in batches:
            began = time.monotonic()
            self._losses.append(self._step(batch))
            self.state.seconds += time.monotonic() - began
            if self.state.step % _LOGGED_EVERY == 0:
                yield self._report(self._losses)
                self._losses = []
            if self.share >= 1:
                return

    def save(self) -> None:
        """To be called between two draws of examples: what came after it is lost when the run is killed."""
        fresh = self._checkpoint.with_suffix(".fresh")
        kept = {
            "parameters": self._parameters,
            "optimizer": self._optimizer.state_dict(),
            "state": asdict(self.state),
        }
        torch.save(kept, fresh)
        fresh.replace(self._checkpoint)

    def _resume(self) -> None:
        stored: dict[str, Any] = torch.load(self._checkpoint, weights_only=True)
        with torch.no_grad():
            for name, values in stored["parameters"].items():
                self._parameters[name].copy_(values)
        self._optimizer.load_state_dict(stored["optimizer"])
        self.state = type(self.state)(**stored["state"])

    def _step(self, batch: B) -> float:
        self._set_rate()
        words = self._network.encoder.embeddings.word_embeddings(torch.from_numpy(batch.ids))
        with torch.autocast("cpu", torch.bfloat16, enabled=self._recipe.bf16):
            loss = self._lose(words, batch)
        loss.backward()  # type: ignore[no-untyped-call]  # PyTorch leaves it so
        torch.nn.utils.clip_grad_norm_(self._parameters.values(), 1.0)
        self._optimizer.step()
        self._optimizer.zero_grad(set_to_none=True)
        self.state.step += 1
        self.state.tokens += int(batch.mask.sum())
        return loss.item()

    def _set_rate(self) -> None:
        warm = min(1.0, (self.state.step + 1) / self._recipe.warm_up)
        for group in self._optimizer.param_groups:
            group["lr"] = group["base"] * warm * max(_LAST_RATE, 1 - self.share)

    def _report(self, losses: Sequence[float]) -> Report:
        state = self.state
        rate = state.tokens / max(state.seconds, 1e-9)
        report = Report(state.step, self.share, sum(losses) / len(losses), state.tokens, rate, state.passes)
        with self._log.open("a", encoding="utf-8") as log:
            log.write(json.dumps(asdict(report)) + "\n")
        return report


def _trained_parameters(network: ReaderNetwork, frozen: int) -> dict[str, torch.nn.Parameter]:
    """The parameters that a run may change, by name; the others are told to stay."""
    still = [network.encoder.embeddings, *network.encoder.encoder.layer[:frozen]]
    for part in still:
        part.requires_grad_(False)
    return {name: values for name, values in network.named_parameters() if values.requires_grad}


def _optimizer_of(parameters: dict[str, torch.nn.Parameter], rate: float, head_rate: float) -> torch.optim.AdamW:
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
