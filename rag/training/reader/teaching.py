"""What a network loses by reading otherwise than another one (Hinton et al. 2015, "Distilling the Knowledge").

So one learns what an answer asks of it and what another has learnt over many runs at once, and its margins stay on the
scale of the other's, on which thresholds and the calibration stand.
"""

from collections.abc import Sequence

import torch
from torch.nn import functional

from rag.models.reader.network import ReaderNetwork
from rag.training.reader.batching import Batch

_TEMPERATURES = (1.0, 3.0)  # the second counts threefold: it tells how unlikely what is unlikely is
_STATES = 0.5  # weight of the last hidden states


def told_by(teacher: ReaderNetwork, given: Sequence[torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    """Its last states and logits for the inputs of a network."""
    with torch.no_grad():
        states = teacher.hidden(*given)
        return states, teacher.head(states).float()


def taught(
    states: torch.Tensor, logits: torch.Tensor, wanted: torch.Tensor, wanted_logits: torch.Tensor, batch: Batch
) -> torch.Tensor:
    """How far start and end (batch, tokens, 2) and the states (batch, tokens, hidden) are from those wanted."""
    allowed = torch.from_numpy(batch.allowed).unsqueeze(-1)
    own, others = (each.masked_fill(~allowed, -1e4) for each in (logits, wanted_logits))
    apart = sum((_divergence(own, others, temperature) for temperature in _TEMPERATURES), logits.new_zeros(()))
    real = torch.from_numpy(batch.mask).bool()
    one, other = (functional.layer_norm(each.float(), each.shape[-1:])[real] for each in (states, wanted))
    return apart + _STATES * functional.mse_loss(one, other)


def _divergence(own: torch.Tensor, others: torch.Tensor, temperature: float) -> torch.Tensor:
    """Of start and end together, the mean over rows, as heavy as it is warm."""
    one, other = (functional.log_softmax(each / temperature, dim=1) for each in (own, others))
    told = functional.kl_div(one, other, log_target=True, reduction="none")
    return temperature * told.sum(1).mean()
