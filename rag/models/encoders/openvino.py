"""Transformer encoders converted once to OpenVINO; needs neither PyTorch nor transformers from the second start on."""

import json
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

from rag.folders import aside
from rag.models.encoders.base import (
    ModelFolder,
    Progress,
    Vectors,
    batches,
    passage_prompt,
    query_prompt,
    require_text,
    unit_rows,
    windows,
)
from rag.models.encoders.silence import openvino

_STEP = 8  # tokens; questions are shorter than three of them
_LAYOUT = 1  # raise when the converted folder changes shape


@dataclass(frozen=True, slots=True)
class Facts:
    """What the runtime must know about a converted model."""

    dimension: int
    max_tokens: int
    pad_id: int
    inputs: tuple[str, ...]


class OpenVinoEncoder:
    """An encoder that runs encoder, pooling and normalising as one compiled graph."""

    def __init__(self, folder: ModelFolder, converted: Path, threads: int) -> None:
        """`converted`: a folder made by `conversion`; `threads` 0 leaves the choice to OpenVINO."""
        facts = json.loads((converted / "facts.json").read_text("utf-8"))
        self._facts = Facts(**{**facts, "inputs": tuple(facts["inputs"])})
        with ThreadPoolExecutor(1) as aside_of_this:  # reading the tokenizer and compiling take a second each
            compiling = aside_of_this.submit(_compile, converted / "model.xml", threads)
            self._tokenizer = _open_tokenizer(converted / "tokenizer.json", self._facts.max_tokens)
            self._request = compiling.result().create_infer_request()
        self._lock = threading.Lock()  # a request serves one thread at a time
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
        encodings = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        # Truncation is a setting of the shared tokenizer; what it cut off is kept as overflow.
        return [len(e.ids) + sum(len(rest.ids) for rest in e.overflowing) for e in encodings]

    def _encode(self, texts: Sequence[str], prompt: str, progress: Progress | None) -> Vectors:
        require_text(texts)
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        done = 0
        for window in windows(len(texts)):
            encodings = self._tokenizer.encode_batch([prompt + text for text in texts[window]])
            for batch in batches([len(encoding.ids) for encoding in encodings]):
                vectors[window.start + batch] = self._run([encodings[i] for i in batch])
                done += len(batch)
                if progress is not None:
                    progress(done)
        return unit_rows(vectors)

    def _run(self, encodings: Sequence[Encoding]) -> npt.NDArray[np.float32]:
        inputs = _padded(encodings, self._facts.pad_id)
        wanted = {name: inputs[name] for name in self._facts.inputs}
        with self._lock:
            (output,) = self._request.infer(wanted).values()
            return np.array(output, dtype=np.float32)


def _open_tokenizer(path: Path, max_tokens: int) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_length=max_tokens)
    return tokenizer


def _padded(encodings: Sequence[Encoding], pad_id: int) -> dict[str, npt.NDArray[np.int64]]:
    """Rows of the same length; a text alone, a question mostly, has one of a few: every change of shape takes time."""
    longest = max(len(encoding.ids) for encoding in encodings)
    if len(encodings) == 1:
        longest = -(-longest // _STEP) * _STEP
    ids = np.full((len(encodings), longest), pad_id, dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, encoding in enumerate(encodings):
        ids[row, : len(encoding.ids)] = encoding.ids
        mask[row, : len(encoding.ids)] = 1
    return {"input_ids": ids, "attention_mask": mask}


def _compile(model: Path, threads: int) -> Any:
    core = openvino.Core()
    bf16 = "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    options: dict[str, Any] = {"PERFORMANCE_HINT": "LATENCY", "INFERENCE_PRECISION_HINT": "bf16" if bf16 else "f32"}
    if threads:
        options["INFERENCE_NUM_THREADS"] = threads
    return core.compile_model(model, "CPU", options)


def converted_folder(folder: ModelFolder, cache: Path) -> Path:
    """Where the conversion of this model by this OpenVINO lies, whether it is there yet or not."""
    release = version("openvino").replace(".", "_")
    return cache / f"openvino-{folder.fingerprint[:12]}-{release}-{_LAYOUT}"


def store(model: Any, tokenizer_json: str, facts: Facts, target: Path) -> None:
    """Writes a converted model so that it appears whole or not at all."""
    with aside(target.parent, ".converting-") as fresh:
        openvino.save_model(model, fresh / "model.xml", compress_to_fp16=True)
        (fresh / "tokenizer.json").write_text(tokenizer_json, "utf-8")
        (fresh / "facts.json").write_text(json.dumps(asdict(facts)), "utf-8")
        fresh.rename(target)
