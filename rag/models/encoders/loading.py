"""Opens an embedding model: the bundled one, or any sentence-transformers model on this disk."""

import importlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from rag.errors import ModelUnavailable
from rag.models import bundled
from rag.models.converting import with_pytorch
from rag.models.encoders.base import Encoder, ModelFolder, identify, read_prompts
from rag.settings import Backend, Precision
from rag.wording.words import N_

__all__ = ["BUNDLED", "Encoder", "converted_encoder", "load_encoder", "model_folder"]

BUNDLED = "bundled"


def load_encoder(
    model: str,
    cache: Path,
    backend: Backend = Backend.OPENVINO,
    threads: int = 0,
    precision: Precision = Precision.AUTO,
) -> Encoder:
    """The encoder of `model`: "bundled", the path of a folder, or the name of a model in Hugging Face's local cache.

    `threads` 0 lets the backend choose. A model that OpenVINO cannot take whole (no transformer, prompts left out of
    pooling) runs on PyTorch, where `precision` does not count. Raises ModelUnavailable.
    """
    folder = model_folder(model, cache)
    if backend is Backend.OPENVINO:
        encoder = _converted(folder, cache, threads, precision)
        if encoder is not None:
            return encoder
    return _on_pytorch(folder, threads)


def model_folder(model: str, cache: Path) -> ModelFolder:
    """Finds the folder of a model without loading it. Raises ModelUnavailable."""
    if model == BUNDLED:
        path = bundled.unpack(cache)
        return ModelFolder(bundled.NAME, path, bundled.identity(path), read_prompts(path))
    path = Path(model).expanduser()
    if not path.is_dir():
        path = _from_hub_cache(model)
    return ModelFolder(Path(model).name if path == Path(model) else model, path, identify(path), read_prompts(path))


def _from_hub_cache(name: str) -> Path:
    hub = importlib.import_module("huggingface_hub")
    try:
        return Path(hub.snapshot_download(name, local_files_only=True))
    except (hub.errors.LocalEntryNotFoundError, ValueError) as error:
        raise ModelUnavailable(
            N_(
                "no embedding model '%(name)s' on this machine: set RAG_EMBEDDING_MODEL to 'bundled', to the path of "
                "a sentence-transformers folder, or to a model already in Hugging Face's cache (nothing is "
                "downloaded)"
            ),
            name=name,
        ) from error


# OpenVINO and the hub's client take their time to import, too, and not every command needs them.
def _converted(folder: ModelFolder, cache: Path, threads: int, precision: Precision) -> Encoder | None:
    precisions = importlib.import_module("rag.models.precision")
    arithmetic = precisions.choose_for_encoder(precision)
    multiplied = arithmetic.kept is precisions.Kept.MULTIPLIED
    if multiplied and (converted := _in_eight_bits(folder, cache, precision is Precision.INT8)):
        network = importlib.import_module("rag.models.encoders.eight_bits").EightBitNetwork
        return _opened(folder, converted, partial(network, converted, threads))
    if converted := converted_encoder(folder, cache):
        network = importlib.import_module("rag.models.encoders.openvino").OpenVinoNetwork
        return _opened(folder, converted, partial(network, converted, threads, arithmetic.options))
    return None


def _in_eight_bits(folder: ModelFolder, cache: Path, asked_for: bool) -> Path | None:
    """None also where nobody asked for it and it cannot be made: without `onnx`, or in a cache that is only read."""
    try:
        return eight_bit_encoder(folder, cache)
    except (ModelUnavailable, OSError):
        if asked_for:
            raise
        return None


def _opened(folder: ModelFolder, converted: Path, network: Callable[[], Any]) -> Encoder:
    module = importlib.import_module("rag.models.encoders.converted")
    encoder: Encoder = module.ConvertedEncoder(folder, converted, network)
    return encoder


def converted_encoder(folder: ModelFolder, cache: Path) -> Path | None:
    """The folder of the graph of this model, converted now if it was not; None when OpenVINO cannot take it whole.

    Raises ModelUnavailable.
    """
    converted: Path = importlib.import_module("rag.models.encoders.openvino").converted_folder(folder, cache)
    if converted.is_dir() or with_pytorch("rag.models.encoders.conversion", folder.path).convert(folder, converted):
        return converted
    return None


def eight_bit_encoder(folder: ModelFolder, cache: Path) -> Path | None:
    """The same in 8 bits for ONNX Runtime; None for what is no BERT with mean pooling. Raises ModelUnavailable."""
    converted: Path = importlib.import_module("rag.models.encoders.eight_bits").converted_folder(folder, cache)
    refused = converted.with_name(f"{converted.name}.refused")  # to find that out took PyTorch
    if converted.is_dir():
        return converted
    if refused.is_file():
        return None
    with_pytorch("rag.models.eight_bits.writing", folder.path)  # what it lacks is told before PyTorch takes its time
    if with_pytorch("rag.models.encoders.conversion", folder.path).convert_to_eight_bits(folder, converted):
        return converted
    refused.touch()
    return None


def _on_pytorch(folder: ModelFolder, threads: int) -> Encoder:
    encoder: Encoder = with_pytorch("rag.models.encoders.pytorch", folder.path).PyTorchEncoder(folder, threads)
    return encoder
