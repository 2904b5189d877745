"""Opens the reader on OpenVINO or ONNX Runtime, converted once, or on PyTorch."""

import hashlib
import importlib
from collections import deque
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rag.errors import ModelUnavailable
from rag.folders import aside, locked, sha256_of
from rag.models.converting import with_pytorch
from rag.models.eight_bits.running import LAYOUT as EIGHT_BIT_LAYOUT
from rag.models.eight_bits.running import MODEL_FILE, EightBitGraph
from rag.models.encoders.base import few_lengths
from rag.models.encoders.silence import openvino
from rag.models.graphs import Graph
from rag.models.precision import Arithmetic, Kept, choose, compress
from rag.models.reader.calibration import read_calibration
from rag.models.reader.reading import Reader
from rag.models.reader.span_reader import IsLeft, Logits, SpanReader
from rag.models.reader.vocabulary import PairTokenizer
from rag.models.reader.weights import ReaderWeights, load
from rag.models.words import WordEmbeddings, tensor_shapes
from rag.settings import Backend, Precision

WEIGHTS = Path(__file__).parent / "weights" / "span-reader.safetensors"
_LAYOUT = 5  # raise when the converted graph changes shape

Floats = npt.NDArray[np.float32]


def load_reader(
    encoder_folder: Path,
    cache: Path,
    backend: Backend = Backend.OPENVINO,
    threads: int = 0,
    weights: Path = WEIGHTS,
    precision: Precision = Precision.AUTO,
    is_left: IsLeft = bool,
) -> Reader:
    """The reader on the encoder that `encoder_folder` holds (the bundled one, unpacked). Raises ModelUnavailable.

    The first call but with PyTorch converts the network into `cache`; later ones need no PyTorch. Only there does
    `precision` count. `is_left`: whether nobody waits any more for what the thread that asks it reads.
    """
    logits = open_network(encoder_folder, cache, backend, threads, weights, precision)
    tokenizer, embeddings = PairTokenizer(encoder_folder), WordEmbeddings(encoder_folder)
    name = f"{weights.stem}-{sha256_of(weights)[:8]}"
    return SpanReader(name, tokenizer, embeddings, logits, read_calibration(weights), is_left)


def open_network(
    encoder_folder: Path, cache: Path, backend: Backend, threads: int, weights: Path, precision: Precision
) -> Logits:
    """The network with these weights, whichever two logits of each token they were trained to give."""
    if backend is not Backend.OPENVINO:
        return _on_pytorch(encoder_folder, _read(weights, encoder_folder), threads)
    arithmetic = choose(precision)
    try:
        return _converted(encoder_folder, cache, weights, threads, arithmetic)
    except (ModelUnavailable, OSError):
        if arithmetic.kept is not Kept.MULTIPLIED:
            raise
    # Without `onnx`, or in a cache that is only read: OpenVINO's graph may be there, or can be made.
    return _converted(encoder_folder, cache, weights, threads, choose(precision, gains=bool))


def _read(weights: Path, encoder_folder: Path) -> ReaderWeights:
    return load(weights, tensor_shapes(encoder_folder))


def _on_pytorch(encoder_folder: Path, weights: ReaderWeights, threads: int) -> Logits:
    network = with_pytorch("rag.models.reader.network", encoder_folder)
    torch = importlib.import_module("torch")
    if threads:
        torch.set_num_threads(threads)
    model = network.build(encoder_folder).eval()
    network.apply(model, weights)

    def logits(given: Iterable[Floats]) -> Iterator[Floats]:
        for embeddings in given:
            with torch.inference_mode():
                output: Floats = model(torch.from_numpy(embeddings)).numpy()
            yield output

    return logits


def _converted(encoder_folder: Path, cache: Path, weights: Path, threads: int, arithmetic: Arithmetic) -> Logits:
    converted = converted_network(encoder_folder, cache, weights, arithmetic.kept)
    if arithmetic.kept is Kept.MULTIPLIED:
        return EightBitGraph(converted / MODEL_FILE, threads).run
    return _compiled(converted / "model.xml", threads, arithmetic)


def converted_network(encoder_folder: Path, cache: Path, weights: Path, kept: Kept) -> Path:
    """The folder of the graph of these weights, converted now if it was not. Raises ModelUnavailable."""
    converted = converted_folder(cache, encoder_folder.name, weights, kept)
    if not converted.is_dir():
        with locked(cache / ".converting-reader.lock"):
            if not converted.is_dir():
                _convert(encoder_folder, weights, converted, kept)
    return converted


def converted_folder(cache: Path, encoder: str, weights: Path, kept: Kept) -> Path:
    """Where the graph of these weights on the encoder of that name lies, or will; OpenVINO's are of one release."""
    key = hashlib.sha256(f"{encoder} {sha256_of(weights)}".encode()).hexdigest()[:12]
    if kept is Kept.MULTIPLIED:
        return cache / f"reader-{key}-{kept}-{EIGHT_BIT_LAYOUT}"
    return cache / f"reader-{key}-{kept}-{version('openvino').replace('.', '_')}-{_LAYOUT}"


def _convert(encoder_folder: Path, weights: Path, target: Path, kept: Kept) -> None:
    if kept is Kept.MULTIPLIED:  # what that lacks is told before PyTorch takes its time
        with_pytorch("rag.models.eight_bits.writing", encoder_folder)
    network = with_pytorch("rag.models.reader.network", encoder_folder)
    model = network.build(encoder_folder).eval()
    network.apply(model, _read(weights, encoder_folder))
    with aside(target.parent, ".converting-reader-", sweep=True) as fresh:
        if kept is Kept.MULTIPLIED:
            _write_eight_bits(network, model, encoder_folder, fresh / MODEL_FILE)
        else:
            _write_openvino(network, model, kept, fresh / "model.xml")
        fresh.rename(target)


def _write_eight_bits(network: Any, model: Any, encoder_folder: Path, file: Path) -> None:
    writing = with_pytorch("rag.models.eight_bits.writing", encoder_folder)
    tensors = network.tensors_of(dict(model.encoder.named_parameters()))
    head = network.tensors_of(dict(model.head.named_parameters()))
    writing.write(tensors, model.encoder.config, writing.token_scores(head["weight"], head["bias"]), file)


def _write_openvino(network: Any, model: Any, kept: Kept, file: Path) -> None:
    torch = importlib.import_module("torch")
    example = {
        "inputs_embeds": torch.zeros((2, 8, model.encoder.config.hidden_size)),
        "attention_mask": torch.ones((2, 8), dtype=torch.long),
    }
    with network.quiet(), torch.inference_mode():
        graph = openvino.convert_model(model, example_input=example)
    if kept is Kept.BYTES:
        compress(graph)
    # Scales in f16 would hide the 8-bit weights from the CPU plugin, and little else is left to shrink.
    openvino.save_model(graph, file, compress_to_fp16=kept is not Kept.BYTES)


def _compiled(model: Path, threads: int, arithmetic: Arithmetic) -> Logits:
    graph = Graph(model, threads, arithmetic.options)

    def logits(given: Iterable[Floats]) -> Iterator[Floats]:
        tokens: deque[int] = deque()
        for output in graph.run(_noted(given, tokens)):
            yield output[:, : tokens.popleft()]

    return logits


def _noted(given: Iterable[Floats], tokens: deque[int]) -> Iterator[dict[str, npt.NDArray[Any]]]:
    """Inputs of the graph, and how many tokens each has that are none of what fills it up."""
    for embeddings in given:
        tokens.append(embeddings.shape[1])
        yield padded(embeddings)


def padded(embeddings: Floats) -> dict[str, npt.NDArray[Any]]:
    """Inputs of the graph for (batch, tokens, hidden) vectors, none of them padding, in one of few lengths."""
    batch, tokens, hidden = embeddings.shape
    vectors = np.zeros((batch, few_lengths(tokens), hidden), dtype=np.float32)
    vectors[:, :tokens] = embeddings
    mask = np.zeros(vectors.shape[:2], dtype=np.int64)
    mask[:, :tokens] = 1
    return {"inputs_embeds": vectors, "attention_mask": mask}
