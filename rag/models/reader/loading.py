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
from rag.models.eight_bits.running import EightBitGraph
from rag.models.encoders.base import few_lengths
from rag.models.encoders.silence import openvino
from rag.models.graphs import Graph
from rag.models.precision import Arithmetic, Kept, choose, compress
from rag.models.reader.apart import MOST_BYTES, ApartPairs, Parts, Run, WholePairs, moves
from rag.models.reader.calibration import read_calibration
from rag.models.reader.span_reader import IsLeft, SpanReader
from rag.models.reader.vocabulary import PairTokenizer
from rag.models.reader.weights import ReaderWeights, load
from rag.models.words import WordEmbeddings, tensor_shapes
from rag.settings import Backend, Precision

WEIGHTS = Path(__file__).parent / "weights" / "span-reader.safetensors"
_LAYOUT = 5  # raise when the converted graph changes shape
_WHOLE, _LOWER, _UPPER = "model", "lower", "upper"  # names of graphs
_PLACES = "places.npy"  # beside graphs of parts: (places, hidden), the vectors of the places

Floats = npt.NDArray[np.float32]


def load_reader(
    encoder_folder: Path,
    cache: Path,
    backend: Backend = Backend.OPENVINO,
    threads: int = 0,
    weights: Path = WEIGHTS,
    precision: Precision = Precision.AUTO,
    is_left: IsLeft = bool,
    most_bytes: int = MOST_BYTES,
) -> SpanReader:
    """The reader on the encoder that `encoder_folder` holds (the bundled one, unpacked). Raises ModelUnavailable.

    The first call but with PyTorch converts the network into `cache`; later ones need no PyTorch. Only there does
    `precision` count. `is_left`: whether nobody waits any more for what the thread that asks it reads.
    `most_bytes`: how much is kept of passages that were read, where the weights are of a network in two parts.
    """
    opened = open_network(encoder_folder, cache, backend, threads, weights, precision)
    embeddings = WordEmbeddings(encoder_folder)
    pairs = ApartPairs(opened, embeddings, most_bytes) if isinstance(opened, Parts) else WholePairs(opened, embeddings)
    name = f"{weights.stem}-{sha256_of(weights)[:8]}"
    return SpanReader(name, PairTokenizer(encoder_folder), pairs, read_calibration(weights), is_left)


def open_network(
    encoder_folder: Path, cache: Path, backend: Backend, threads: int, weights: Path, precision: Precision
) -> Run | Parts:
    """The network with these weights, whichever two logits of each token they were trained to give.

    In two parts, where the lowest layers were trained to see the two texts of a pair apart.
    """
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


def _on_pytorch(encoder_folder: Path, weights: ReaderWeights, threads: int) -> Run | Parts:
    network = with_pytorch("rag.models.reader.network", encoder_folder)
    torch = importlib.import_module("torch")
    if threads:
        torch.set_num_threads(threads)
    model = _network_of(network, encoder_folder, weights)

    def running(part: Any) -> Run:
        def run(given: Iterable[Floats]) -> Iterator[Floats]:
            for vectors in given:
                with torch.inference_mode():
                    output: Floats = part(torch.from_numpy(vectors)).numpy()
                yield output

        return run

    if not weights.apart:
        return running(model)
    lower, upper = network.LowerLayers(model), network.UpperLayers(model)
    return Parts(running(lower), running(upper), moves(network.places_of(model)))


def _network_of(network: Any, encoder_folder: Path, weights: ReaderWeights) -> Any:
    model = network.build(encoder_folder, apart=weights.apart).eval()
    network.apply(model, weights)
    return model


def _converted(encoder_folder: Path, cache: Path, weights: Path, threads: int, arithmetic: Arithmetic) -> Run | Parts:
    converted = converted_network(encoder_folder, cache, weights, arithmetic.kept)
    if not (converted / _PLACES).is_file():
        return _opened(converted, _WHOLE, threads, arithmetic)
    lower, upper = (_opened(converted, part, threads, arithmetic) for part in (_LOWER, _UPPER))
    return Parts(lower, upper, moves(np.load(converted / _PLACES)))


def _opened(converted: Path, part: str, threads: int, arithmetic: Arithmetic) -> Run:
    if arithmetic.kept is Kept.MULTIPLIED:
        return EightBitGraph(converted / f"{part}.onnx", threads).run
    return _compiled(converted / f"{part}.xml", threads, arithmetic)


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
    stored = _read(weights, encoder_folder)
    model = _network_of(network, encoder_folder, stored)
    with aside(target.parent, ".converting-reader-", sweep=True) as fresh:
        if kept is Kept.MULTIPLIED:
            _write_eight_bits(network, model, encoder_folder, fresh)
        else:
            _write_openvino(network, model, kept, fresh)
        if stored.apart:
            np.save(fresh / _PLACES, network.places_of(model))
        fresh.rename(target)


def _write_eight_bits(network: Any, model: Any, encoder_folder: Path, into: Path) -> None:
    writing = with_pytorch("rag.models.eight_bits.writing", encoder_folder)
    tensors = network.tensors_of(dict(model.encoder.named_parameters()))
    head = network.tensors_of(dict(model.head.named_parameters()))
    config, scores = model.encoder.config, writing.token_scores(head["weight"], head["bias"])
    if not model.apart:
        writing.write(tensors, config, scores, into / f"{_WHOLE}.onnx")
        return
    layers = range(config.num_hidden_layers)
    writing.write(tensors, config, writing.unchanged, into / f"{_LOWER}.onnx", layers[: model.apart])
    writing.write(tensors, config, scores, into / f"{_UPPER}.onnx", layers[model.apart :])


def _write_openvino(network: Any, model: Any, kept: Kept, into: Path) -> None:
    parts = {_WHOLE: model}
    if model.apart:
        parts = {_LOWER: network.LowerLayers(model), _UPPER: network.UpperLayers(model)}
    torch = importlib.import_module("torch")
    example = {
        "inputs_embeds": torch.zeros((2, 8, model.encoder.config.hidden_size)),
        "attention_mask": torch.ones((2, 8), dtype=torch.long),
    }
    for name, part in parts.items():
        with network.quiet(), torch.inference_mode():
            graph = openvino.convert_model(part.eval(), example_input=example)
        if kept is Kept.BYTES:
            compress(graph)
        # Scales in f16 would hide the 8-bit weights from the CPU plugin, and little else is left to shrink.
        openvino.save_model(graph, into / f"{name}.xml", compress_to_fp16=kept is not Kept.BYTES)


def _compiled(model: Path, threads: int, arithmetic: Arithmetic) -> Run:
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
