"""Turns a sentence-transformers model into one graph; the only step before it runs that needs PyTorch."""

import importlib
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from openvino import opset13 as opset
from sentence_transformers import SentenceTransformer
from sentence_transformers.models import Normalize, Pooling, Transformer

from rag.folders import locked
from rag.models.eight_bits.running import MODEL_FILE
from rag.models.encoders.base import WORDS_FILE, ModelFolder
from rag.models.encoders.converted import ASIDE, Facts, store
from rag.models.encoders.openvino import EMBEDDED, save
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
    """Converts into `target` for OpenVINO; False when the model is not a text transformer that it can run.

    Of several processes that start at once, one converts and the others wait for it.
    """
    return _converted_once(target, partial(_convert, folder))


def convert_to_eight_bits(folder: ModelFolder, target: Path) -> bool:
    """As `convert`, for ONNX Runtime; False when the model is no BERT whose vectors are means of its tokens."""
    return _converted_once(target, partial(_convert_to_eight_bits, folder))


def _converted_once(target: Path, make: Callable[[Path], bool]) -> bool:
    with locked(target.parent / ".converting.lock"):
        for left in target.parent.glob(f"{ASIDE}*"):  # by a killed process
            shutil.rmtree(left)
        return target.is_dir() or make(target)


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
    names = {name for given in graph.inputs for name in given.get_names()}
    inputs = tuple(each for each in ("input_ids", "attention_mask", EMBEDDED) if each in names)
    _store(folder, model, words, inputs, partial(save, graph), target)
    return True


def _convert_to_eight_bits(folder: ModelFolder, target: Path) -> bool:
    writing = importlib.import_module("rag.models.eight_bits.writing")
    model = load_model(folder)
    if not _convertible(model):
        return False
    transformer, pooling = list(model.children())[:2]
    bert: Any = transformer.auto_model
    if not writing.writable(bert.config) or pooling.pooling_mode != "mean":
        return False
    tensors = {name: values.detach().float().numpy() for name, values in bert.named_parameters()}
    words = tensors["embeddings.word_embeddings.weight"]

    def written(into: Path) -> None:
        writing.write(tensors, bert.config, writing.mean_vector, into / MODEL_FILE)

    _store(folder, model, words, (writing.EMBEDDED,), written, target)
    return True


def _store(
    folder: ModelFolder,
    model: SentenceTransformer,
    words: npt.NDArray[np.float32],
    inputs: tuple[str, ...],
    saving: Callable[[Path], Any],
    target: Path,
) -> None:
    apart = (folder.path / WORDS_FILE).is_file()
    tokenizer = _tokenizer(model, folder.path)
    store(saving, None if apart else words, tokenizer, _facts(model, inputs), target)


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


def _facts(model: SentenceTransformer, inputs: tuple[str, ...]) -> Facts:
    tokenizer: Any = model.tokenizer
    return Facts(
        dimension=int(model.get_embedding_dimension() or 0),
        max_tokens=int(model.max_seq_length or tokenizer.model_max_length),
        pad_id=int(tokenizer.pad_token_id or 0),
        inputs=inputs,
    )
