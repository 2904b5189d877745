"""Turns a sentence-transformers model into one OpenVINO graph; the only step of that backend that needs PyTorch."""

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from openvino import opset13 as opset
from sentence_transformers import SentenceTransformer
from sentence_transformers.models import Normalize, Pooling, Transformer

from rag.folders import locked
from rag.models.encoders.base import WORDS_FILE, ModelFolder
from rag.models.encoders.openvino import ASIDE, EMBEDDED, Facts, store
from rag.models.encoders.pytorch import load_model, quiet
from rag.models.encoders.silence import openvino
from rag.models.tokenizing import TOKENIZER_FILE, full_tokenizer


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
        for left in target.parent.glob(f"{ASIDE}*"):  # by a killed process
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
    words = _without_words(graph)
    if words is None:
        return False
    apart = (folder.path / WORDS_FILE).is_file()
    store(graph, None if apart else words, _tokenizer(model, folder.path), _facts(model, graph), target)
    return True


def _without_words(graph: Any) -> npt.NDArray[np.float32] | None:
    """Takes the table of words out of the graph, which is given their rows from now on; None when it has no such."""
    ids = next(each for each in graph.get_parameters() if each.get_friendly_name() == "input_ids")
    for gather in (each for each in graph.get_ops() if each.get_type_name() == "Gather"):
        table, indices = (gather.input_value(i).get_node() for i in (0, 1))
        if _source(indices) is not ids or table.get_type_name() != "Constant" or len(table.get_output_shape(0)) != 2:
            continue
        given = opset.parameter([-1, -1, table.get_output_shape(0)[1]], np.float32, name=EMBEDDED)
        gather.output(0).replace(given.output(0))
        given.output(0).get_tensor().add_names({EMBEDDED})
        graph.add_parameters([given])
        words: npt.NDArray[np.float32] = np.array(table.data, np.float32)
        graph.validate_nodes_and_infer_types()
        return words
    return None


def _source(node: Any) -> Any:
    """Where a value comes from, conversions between kinds of integers aside."""
    while node.get_type_name() == "Convert":
        node = node.input_value(0).get_node()
    return node


def _tokenizer(model: SentenceTransformer, folder: Path) -> str | None:
    """None where the folder's own file makes the same, so that whoever else opens that shares it in memory."""
    used = model.tokenizer.backend_tokenizer
    used.no_padding()
    used.no_truncation()
    written: str = used.to_str()
    same = (folder / TOKENIZER_FILE).is_file() and full_tokenizer(folder).to_str() == written
    return None if same else written


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


def _facts(model: SentenceTransformer, graph: Any) -> Facts:
    tokenizer: Any = model.tokenizer
    names = {name for given in graph.inputs for name in given.get_names()}
    return Facts(
        dimension=int(model.get_embedding_dimension() or 0),
        max_tokens=int(model.max_seq_length or tokenizer.model_max_length),
        pad_id=int(tokenizer.pad_token_id or 0),
        inputs=tuple(each for each in ("input_ids", "attention_mask", EMBEDDED) if each in names),
    )
