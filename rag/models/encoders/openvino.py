"""Transformer encoders converted once to OpenVINO; needs neither PyTorch nor transformers from the second start on."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rag.folders import aside
from rag.models.encoders.base import (
    WORDS_FILE,
    ModelFolder,
    Progress,
    Vectors,
    batches,
    few_lengths,
    passage_prompt,
    query_prompt,
    require_text,
    unit_rows,
    windows,
)
from rag.models.encoders.silence import openvino
from rag.models.graphs import Graph
from rag.models.tokenizing import TOKENIZER_FILE, Encoding, open_tokenizer
from rag.models.words import WordEmbeddings

_LAYOUT = 3  # raise when the converted folder changes shape
ASIDE = ".converting-encoder-"  # unfinished folders; the reader has its own
EMBEDDED = "embedded"  # input of the graph: the words of the tokens


@dataclass(frozen=True, slots=True)
class Facts:
    """What the runtime must know about a converted model."""

    dimension: int
    max_tokens: int
    pad_id: int
    inputs: tuple[str, ...]


class OpenVinoEncoder:
    """An encoder that runs encoder, pooling and normalising as one compiled graph; safe to call from several threads.

    Rows of the word table are read from the disk: a text touches few of them, and a graph would hold all in memory.
    """

    def __init__(self, folder: ModelFolder, converted: Path, threads: int) -> None:
        """`converted`: a folder made by `conversion`; `threads` 0 leaves the choice to OpenVINO."""
        facts = json.loads((converted / "facts.json").read_text("utf-8"))
        self._facts = Facts(**{**facts, "inputs": tuple(facts["inputs"])})
        with ThreadPoolExecutor(1) as aside_of_this:  # reading the tokenizer and compiling take a second each
            compiling = aside_of_this.submit(_compile, converted / "model.xml", threads)
            self._tokenizer = open_tokenizer(_whose(converted, folder.path, TOKENIZER_FILE))
            self._words = WordEmbeddings(_whose(converted, folder.path, WORDS_FILE))
            self._graph: Graph = compiling.result()
        self.name = folder.name
        self.dimension = self._facts.dimension
        self.fingerprint = folder.fingerprint
        self.prompts = dict(folder.prompts)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder.encode_queries`."""
        return self._encode(texts, query_prompt(self.prompts), None)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See `Encoder.encode_passages`."""
        return self._encode(texts, passage_prompt(self.prompts), progress)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """See `Encoder.count_tokens`."""
        return [len(each.ids) for each in self._tokenizer.encode_batch(list(texts), add_special_tokens=False)]

    def _encode(self, texts: Sequence[str], prompt: str, progress: Progress | None) -> Vectors:
        require_text(texts)
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        done = 0
        for window in windows(len(texts)):
            encodings = self._tokenizer.encode_batch([prompt + text for text in texts[window]])
            tokens = [_cut(encoding, self._facts.max_tokens) for encoding in encodings]
            grouped = list(batches([len(ids) for ids in tokens]))
            found = self._graph.run(self._inputs([tokens[i] for i in batch]) for batch in grouped)
            for batch, rows in zip(grouped, found, strict=True):
                vectors[window.start + batch] = rows
                done += len(batch)
                if progress is not None:
                    progress(done)
        return unit_rows(vectors)

    def _inputs(self, tokens: Sequence[Sequence[int]]) -> dict[str, npt.NDArray[Any]]:
        inputs = _padded(tokens, self._facts)
        inputs[EMBEDDED] = self._words.of(inputs["input_ids"])
        return {name: inputs[name] for name in self._facts.inputs}


def _whose(converted: Path, model: Path, file: str) -> Path:
    """The graph's folder where it has such a file of its own, else the model's."""
    return converted if (converted / file).is_file() else model


def _cut(encoding: Encoding, most: int) -> list[int]:
    """At most `most` tokens, those that close a text among them."""
    ids: list[int] = encoding.ids
    if len(ids) <= most:
        return ids
    closing = next(i for i, special in enumerate(reversed(encoding.special_tokens_mask)) if not special)
    return ids[: most - closing] + ids[len(ids) - closing :]


def _padded(tokens: Sequence[Sequence[int]], facts: Facts) -> dict[str, npt.NDArray[Any]]:
    """Rows of the same length."""
    longest = min(few_lengths(max(len(each) for each in tokens)), facts.max_tokens)
    ids = np.full((len(tokens), longest), facts.pad_id, dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, each in enumerate(tokens):
        ids[row, : len(each)] = each
        mask[row, : len(each)] = 1
    return {"input_ids": ids, "attention_mask": mask}


def _compile(model: Path, threads: int) -> Graph:
    bf16 = "BF16" in openvino.Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    return Graph(model, threads, {"INFERENCE_PRECISION_HINT": "bf16" if bf16 else "f32"})


def converted_folder(folder: ModelFolder, cache: Path) -> Path:
    """Where the conversion of this model by this OpenVINO lies, whether it is there yet or not."""
    release = version("openvino").replace(".", "_")
    return cache / f"openvino-{folder.fingerprint[:12]}-{release}-{_LAYOUT}"


def store(
    model: Any, words: npt.NDArray[np.float32] | None, tokenizer_json: str | None, facts: Facts, target: Path
) -> None:
    """Writes a converted model so that it appears whole or not at all; `words` is its table of word embeddings.

    `words` or `tokenizer_json` None: the model's own folder has the same.
    """
    with aside(target.parent, ASIDE) as fresh:
        openvino.save_model(model, fresh / "model.xml", compress_to_fp16=True)
        if words is not None:
            np.save(fresh / WORDS_FILE, words.astype(np.float16))  # as precise as the other weights are saved
        if tokenizer_json is not None:
            (fresh / TOKENIZER_FILE).write_text(tokenizer_json, "utf-8")
        (fresh / "facts.json").write_text(json.dumps(asdict(facts)), "utf-8")
        fresh.rename(target)
