"""Opens the reader on OpenVINO, converted once, or on PyTorch."""

import hashlib
import importlib
import threading
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rag.encoders.silence import openvino
from rag.folders import aside, locked, sha256_of
from rag.reader.calibration import read_calibration
from rag.reader.reading import Reader
from rag.reader.span_reader import Logits, SpanReader
from rag.reader.vocabulary import PairTokenizer, WordEmbeddings, tensor_shapes
from rag.reader.weights import ReaderWeights, load
from rag.settings import Backend

WEIGHTS = Path(__file__).parent / "weights" / "span-reader.safetensors"
_LAYOUT = 1  # raise when the converted graph changes shape

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def load_reader(
    encoder_folder: Path, cache: Path, backend: Backend = Backend.OPENVINO, threads: int = 0, weights: Path = WEIGHTS
) -> Reader:
    """The reader on the encoder that `encoder_folder` holds (the bundled one, unpacked). Raises ModelUnavailable.

    The first call with OpenVINO converts the network into `cache`; later ones need no PyTorch.
    """
    read = load(weights, tensor_shapes(encoder_folder))
    logits = (
        _on_openvino(encoder_folder, cache, weights, read, threads)
        if backend is Backend.OPENVINO
        else _on_pytorch(encoder_folder, read, threads)
    )
    tokenizer, embeddings = PairTokenizer(encoder_folder), WordEmbeddings(encoder_folder)
    return SpanReader(
        f"{weights.stem}-{sha256_of(weights)[:8]}", tokenizer, embeddings, logits, read_calibration(weights)
    )


def _on_pytorch(encoder_folder: Path, weights: ReaderWeights, threads: int) -> Logits:
    # PyTorch and transformers take seconds to import, and OpenVINO needs neither once the graph is converted.
    torch, network = importlib.import_module("torch"), importlib.import_module("rag.reader.network")
    if threads:
        torch.set_num_threads(threads)
    model = network.build(encoder_folder).eval()
    network.apply(model, weights)

    def logits(embeddings: Floats, mask: Ints) -> Floats:
        with torch.inference_mode():
            output: Floats = model(torch.from_numpy(embeddings), torch.from_numpy(mask)).numpy()
        return output

    return logits


def _on_openvino(encoder_folder: Path, cache: Path, path: Path, weights: ReaderWeights, threads: int) -> Logits:
    release = version("openvino").replace(".", "_")
    key = hashlib.sha256(f"{encoder_folder.name} {sha256_of(path)}".encode()).hexdigest()[:12]
    converted = cache / f"reader-{key}-{release}-{_LAYOUT}"
    with locked(cache / ".converting-reader.lock"):
        if not converted.is_dir():
            _convert(encoder_folder, weights, converted)
    return _compiled(converted / "model.xml", threads)


def _convert(encoder_folder: Path, weights: ReaderWeights, target: Path) -> None:
    torch, network = importlib.import_module("torch"), importlib.import_module("rag.reader.network")
    model = network.build(encoder_folder).eval()
    network.apply(model, weights)
    size = model.encoder.config.hidden_size
    example = {
        "inputs_embeds": torch.zeros((2, 8, size)),
        "attention_mask": torch.ones((2, 8), dtype=torch.long),
    }
    with network.quiet(), torch.inference_mode():
        graph = openvino.convert_model(model, example_input=example)
    with aside(target.parent, ".converting-") as fresh:
        openvino.save_model(graph, fresh / "model.xml", compress_to_fp16=True)
        fresh.rename(target)


def _compiled(model: Path, threads: int) -> Logits:
    core = openvino.Core()
    bf16 = "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    options: dict[str, Any] = {"PERFORMANCE_HINT": "LATENCY", "INFERENCE_PRECISION_HINT": "bf16" if bf16 else "f32"}
    if threads:
        options["INFERENCE_NUM_THREADS"] = threads
    request = core.compile_model(model, "CPU", options).create_infer_request()
    lock = threading.Lock()  # a request serves one thread at a time

    def logits(embeddings: Floats, mask: Ints) -> Floats:
        with lock:
            (output,) = request.infer({"inputs_embeds": embeddings, "attention_mask": mask}).values()
            return np.array(output, dtype=np.float32)

    return logits
