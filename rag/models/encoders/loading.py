"""Opens an embedding model: the bundled one, or any sentence-transformers model on this disk."""

import importlib
from pathlib import Path

from rag.errors import ModelUnavailable
from rag.models import bundled
from rag.models.encoders.base import Encoder, ModelFolder, identify, read_prompts
from rag.settings import Backend

__all__ = ["BUNDLED", "Encoder", "load_encoder", "model_folder"]

BUNDLED = "bundled"


def load_encoder(model: str, cache: Path, backend: Backend = Backend.OPENVINO, threads: int = 0) -> Encoder:
    """The encoder of `model`: "bundled", the path of a folder, or the name of a model in Hugging Face's local cache.

    `threads` 0 lets the backend choose. A model that OpenVINO cannot take whole (no transformer, prompts left out of
    pooling) runs on PyTorch. Raises ModelUnavailable.
    """
    folder = model_folder(model, cache)
    if backend is Backend.OPENVINO:
        encoder = _on_openvino(folder, cache, threads)
        if encoder is not None:
            return encoder
    return _on_pytorch(folder, threads)


def model_folder(model: str, cache: Path) -> ModelFolder:
    """Finds the folder of a model without loading it. Raises ModelUnavailable."""
    if model == BUNDLED:
        path = bundled.unpack(cache)
        # The folder's name holds the hash of what it was unpacked from; its own bytes vary with library versions.
        return ModelFolder(bundled.NAME, path, path.name, read_prompts(path))
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
            f"no embedding model '{name}' on this machine: set RAG_EMBEDDING_MODEL to 'bundled', to the path of a "
            "sentence-transformers folder, or to a model already in Hugging Face's cache (nothing is downloaded)"
        ) from error


# PyTorch, transformers and the hub's client take seconds to import, and a question asked in the terminal needs none of
# them, so they are imported where they are needed.
def _on_openvino(folder: ModelFolder, cache: Path, threads: int) -> Encoder | None:
    runtime = importlib.import_module("rag.models.encoders.openvino")
    converted = runtime.converted_folder(folder, cache)
    if not converted.is_dir() and not importlib.import_module("rag.models.encoders.conversion").convert(
        folder, converted
    ):
        return None
    encoder: Encoder = runtime.OpenVinoEncoder(folder, converted, threads)
    return encoder


def _on_pytorch(folder: ModelFolder, threads: int) -> Encoder:
    encoder: Encoder = importlib.import_module("rag.models.encoders.pytorch").PyTorchEncoder(folder, threads)
    return encoder
