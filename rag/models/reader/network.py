"""The network: the bundled encoder's layers and one linear layer for start and end; the only file that needs PyTorch.

It takes word embeddings, not token ids: the table of 250,000 rows is frozen and stays in the encoder's file. Its lowest
`apart` layers may see the two texts of a pair apart (`apart.py`).
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from transformers import BertModel

from rag.models.encoders.pytorch import quiet
from rag.models.reader.apart import PASSAGE_PLACE
from rag.models.reader.weights import HEAD, ReaderWeights

Floats = npt.NDArray[np.float32]


class ReaderNetwork(nn.Module):
    """Start and end logits of every token."""

    def __init__(self, encoder: BertModel, apart: int = 0) -> None:
        """`apart`: the lowest layers in which neither text of a pair sees the other."""
        super().__init__()
        self.encoder, self.apart = encoder, apart
        self.head = nn.Linear(encoder.config.hidden_size, 2)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(
        self,
        inputs_embeds: torch.Tensor,
        attention_mask: torch.Tensor | None = None,
        firsts: torch.Tensor | None = None,
    ) -> torch.Tensor:
        """(batch, tokens, 2); without a mask nothing is padding.

        `firsts` (batch,): the first token of each second text, where the lowest layers see the two apart.
        """
        logits: torch.Tensor = self.head(self.hidden(inputs_embeds, attention_mask, firsts))
        return logits

    def hidden(
        self,
        inputs_embeds: torch.Tensor,
        attention_mask: torch.Tensor | None = None,
        firsts: torch.Tensor | None = None,
    ) -> torch.Tensor:
        """(batch, tokens, hidden): what the last layer makes of each token."""
        if not self.apart:
            states: torch.Tensor = self.encoder(
                inputs_embeds=inputs_embeds, attention_mask=attention_mask
            ).last_hidden_state
            return states
        if firsts is None or attention_mask is None:
            raise ValueError("a network whose lowest layers see texts apart needs to know where the second begins")
        of_second = torch.arange(inputs_embeds.shape[1])[None] >= firsts[:, None]
        within = _within(of_second, attention_mask)
        states = self.encoder.embeddings(inputs_embeds=inputs_embeds, position_ids=_places(of_second))
        layers = self.encoder.encoder.layer
        return through(layers[self.apart :], through(layers[: self.apart], states, within), attention_mask)


class LowerLayers(nn.Module):
    """What the layers that see one text alone make of it: (batch, tokens, hidden)."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.embeddings, self.layers = network.encoder.embeddings, network.encoder.encoder.layer[: network.apart]

    def forward(self, inputs_embeds: torch.Tensor, attention_mask: torch.Tensor | None = None) -> torch.Tensor:
        """The texts stand at the first places."""
        return through(self.layers, self.embeddings(inputs_embeds=inputs_embeds), attention_mask)


class UpperLayers(nn.Module):
    """Logits (batch, tokens, 2) from what the lower layers made of both texts, one behind the other."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.layers, self.head = network.encoder.encoder.layer[network.apart :], network.head

    def forward(self, inputs_embeds: torch.Tensor, attention_mask: torch.Tensor | None = None) -> torch.Tensor:
        logits: torch.Tensor = self.head(through(self.layers, inputs_embeds, attention_mask))
        return logits


def through(layers: Iterable[nn.Module], states: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
    """`mask`: (batch, tokens) of 1 for what is no padding, or (batch, 1, tokens, tokens), who sees whom."""
    seen = mask[:, None, None, :].bool() if mask is not None and mask.ndim == 2 else mask
    for layer in layers:
        found = layer(states, attention_mask=seen)
        states = found[0] if isinstance(found, tuple) else found
    return states


def _within(of_second: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """(batch, 1, tokens, tokens): each token sees those of its own text, padding itself, or nothing is left to see."""
    same = (of_second[:, :, None] == of_second[:, None, :]) & mask[:, None, :].bool()
    return (same | torch.eye(mask.shape[1], dtype=torch.bool))[:, None]


def _places(of_second: torch.Tensor) -> torch.Tensor:
    """(batch, tokens): each text has places of its own, so that those of a passage are the same below any question."""
    counted = of_second.long().cumsum(1) - 1
    return torch.where(of_second, counted + PASSAGE_PLACE, torch.arange(of_second.shape[1])[None])


def build(encoder_folder: Path, dropout: float = 0.0, apart: int = 0) -> ReaderNetwork:
    """The network before any training; `dropout` is the share of values left out after every layer while training."""
    with quiet():  # the pooler the configuration declares is not there
        encoder = BertModel.from_pretrained(
            encoder_folder,
            add_pooling_layer=False,
            attn_implementation="sdpa",
            hidden_dropout_prob=dropout,
            attention_probs_dropout_prob=0.0,  # PyTorch's fast attention on processors has none
            local_files_only=True,
        )
    return ReaderNetwork(encoder, apart)


def apply(network: ReaderNetwork, weights: ReaderWeights, above: int = 0) -> None:
    """Adds the differences to the encoder, those of the lowest `above` layers left out, and sets the head."""
    left_out = tuple(f"encoder.layer.{layer}." for layer in range(above))
    with torch.no_grad():
        parameters = dict(network.encoder.named_parameters())
        for name, change in weights.changes.items():
            if not name.startswith(left_out):
                parameters[name] += torch.from_numpy(change)
        for name, values in weights.head.items():
            getattr(network.head, name.removeprefix(HEAD)).copy_(torch.from_numpy(values))


def places_of(network: ReaderNetwork) -> Floats:
    """(places, hidden): the vectors that tell words where they stand."""
    table: Floats = network.encoder.embeddings.position_embeddings.weight.detach().numpy()
    return table


def tensors_of(parameters: Mapping[str, torch.Tensor]) -> dict[str, Floats]:
    """The parameters as arrays."""
    return {name: values.detach().to(torch.float32).numpy() for name, values in parameters.items()}


def learnt(network: ReaderNetwork, base: Mapping[str, Floats]) -> dict[str, Floats]:
    """The head, and every tensor of the encoder that differs from `base`, whichever run changed it.

    The head's names begin with "head."; the others are those of the encoder.
    """
    encoder = tensors_of(dict(network.encoder.named_parameters()))
    changed = {name: values for name, values in encoder.items() if not np.array_equal(values, base[name])}
    return changed | tensors_of({HEAD + name: values for name, values in network.head.named_parameters()})
