"""The network: the bundled encoder's layers and one linear layer for start and end; the only file that needs PyTorch.

It takes word embeddings, not token ids: the table of 250,000 rows is frozen and stays in the encoder's file.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from transformers import BertModel

from rag.models.encoders.pytorch import quiet
from rag.models.reader.weights import HEAD, ReaderWeights

Floats = npt.NDArray[np.float32]


class ReaderNetwork(nn.Module):
    """Start and end logits of every token."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.config.hidden_size, 2)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, inputs_embeds: torch.Tensor, attention_mask: torch.Tensor | None = None) -> torch.Tensor:
        """(batch, tokens, 2); without a mask nothing is padding."""
        hidden = self.encoder(inputs_embeds=inputs_embeds, attention_mask=attention_mask).last_hidden_state
        logits: torch.Tensor = self.head(hidden)
        return logits


def build(encoder_folder: Path, dropout: float = 0.0) -> ReaderNetwork:
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
    return ReaderNetwork(encoder)


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
