"""Converted encoders on OpenVINO."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rag.models.encoders.base import ModelFolder, Vectors, batches, few_lengths
from rag.models.encoders.converted import Facts, Tokens
from rag.models.encoders.silence import openvino
from rag.models.graphs import Graph
from rag.models.words import WordEmbeddings

MODEL_FILE = "model.xml"
EMBEDDED = "embedded"  # input of the graph: the words of the tokens
_LAYOUT = 3  # raise when the converted folder changes shape


class OpenVinoNetwork:
    """See `converted.Network`; texts of similar length are filled up to one and run together."""

    def __init__(self, converted: Path, threads: int, options: Mapping[str, str | int]) -> None:
        """`threads` 0 leaves the choice to OpenVINO; `options` of its compiler."""
        self._graph = Graph(converted / MODEL_FILE, threads, options)

    def together(self, lengths: Sequence[int]) -> Iterator[npt.NDArray[np.int64]]:
        """See `converted.Network.together`."""
        return batches(lengths)

    def run(self, given: Iterable[Tokens], facts: Facts, words: WordEmbeddings) -> Iterator[Vectors]:
        """See `converted.Network.run`."""
        return self._graph.run(_inputs(tokens, facts, words) for tokens in given)


def _inputs(tokens: Tokens, facts: Facts, words: WordEmbeddings) -> dict[str, npt.NDArray[Any]]:
    inputs = _padded(tokens, facts)
    inputs[EMBEDDED] = words.of(inputs["input_ids"])
    return {name: inputs[name] for name in facts.inputs}


def _padded(tokens: Tokens, facts: Facts) -> dict[str, npt.NDArray[Any]]:
    """Rows of the same length."""
    longest = min(few_lengths(max(len(each) for each in tokens)), facts.max_tokens)
    ids = np.full((len(tokens), longest), facts.pad_id, dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, each in enumerate(tokens):
        ids[row, : len(each)] = each
        mask[row, : len(each)] = 1
    return {"input_ids": ids, "attention_mask": mask}


def save(graph: Any, folder: Path) -> None:
    """Writes a graph as `OpenVinoNetwork` opens it."""
    openvino.save_model(graph, folder / MODEL_FILE, compress_to_fp16=True)


def converted_folder(folder: ModelFolder, cache: Path) -> Path:
    """Where the conversion of this model by this OpenVINO lies, whether it is there yet or not."""
    release = version("openvino").replace(".", "_")
    return cache / f"openvino-{folder.fingerprint[:12]}-{release}-{_LAYOUT}"
