"""Turns a sentence-transformers model into one OpenVINO graph; the only step of that backend that needs PyTorch."""

import shutil
from pathlib import Path
from typing import Any

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.models import Normalize, Pooling, Transformer

from rag.folders import locked
from rag.models.encoders.base import ModelFolder
from rag.models.encoders.openvino import Facts, store
from rag.models.encoders.pytorch import load_model, quiet
from rag.models.encoders.silence import openvino


class _Embedding(torch.nn.Module):
    """Encoder, pooling and normalising as one function of token ids and mask."""

    def __init__(self, model: SentenceTransformer) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        features = self.model({"input_ids": input_ids, "attention_mask": attention_mask})
        return torch.nn.functional.normalize(features["sentence_embedding"], dim=1)


def convert(folder: ModelFolder, target: Path) -> bool:
    """Converts into `target`; False when the model is not a text transformer that this backend can run.

    Of several processes that start at once, one converts and the others wait for it.
    """
    with locked(target.parent / ".converting.lock"):
        for left in target.parent.glob(".converting-*"):  # by a killed process
            shutil.rmtree(left)
        return target.is_dir() or _convert(folder, target)


def _convert(folder: ModelFolder, target: Path) -> bool:
    model = load_model(folder)
    if not _convertible(model):
        return False
    example = torch.ones((2, 8), dtype=torch.long)
    with quiet(), torch.inference_mode():
        graph = openvino.convert_model(
            _Embedding(model).eval(), example_input={"input_ids": example, "attention_mask": example}
        )
    store(graph, model.tokenizer.backend_tokenizer.to_str(), _facts(model), target)
    return True


def _convertible(model: SentenceTransformer) -> bool:
    """Transformer, pooling over all tokens and at most normalising, with a tokenizer that runs without transformers."""
    parts: list[Any] = list(model.children())
    return (
        len(parts) >= 2
        and isinstance(parts[0], Transformer)
        and isinstance(parts[1], Pooling)
        and bool(parts[1].include_prompt)
        and all(isinstance(part, Normalize) for part in parts[2:])
        and bool(getattr(model.tokenizer, "is_fast", False))
    )


def _facts(model: SentenceTransformer) -> Facts:
    tokenizer: Any = model.tokenizer
    return Facts(
        dimension=int(model.get_embedding_dimension() or 0),
        max_tokens=int(model.max_seq_length or tokenizer.model_max_length),
        pad_id=int(tokenizer.pad_token_id or 0),
        inputs=("input_ids", "attention_mask"),
    )
